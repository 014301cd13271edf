"""Words in marks above or beside a report that it gives again with their speaker: in a headline, a heading, a caption.

What stands there is shortened and often has no cue, or a colon behind what the report is about.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from core.analysis.analysis import Actor, ActorKind
from core.parsed_text.parsed_text import ParsedText
from core.speaker_choice.candidates import Asked

_AROUND = ("headline", "subheading", "caption")
_WORD = re.compile(r"\w+")
_FEWEST = 2
"""Words; a single one may be said by anybody."""
_SHORT = 3
"""Words up to which a quotation in the report has to be the same throughout."""
_SEPARATOR = "\N{INFORMATION SEPARATOR ONE}"


def places_in_report(parsed: ParsedText, quotations: Sequence[Asked]) -> dict[int, list[int]]:
    """For each quotation in a headline or the like, the places in the list of those in the report with its words."""
    direct = [place for place, asked in enumerate(quotations) if asked.type == "direct"]
    around = {place for place in direct if _kind(parsed, quotations[place]) in _AROUND}
    if not around:
        return {}
    spoken = range(len(quotations)) if parsed.by_parse else direct
    words = {place: _words(parsed.text, quotations[place]) for place in spoken}
    told: dict[tuple[str, str], list[int]] = {}
    for other in spoken:
        if other not in around and _kind(parsed, quotations[other]) not in _AROUND:
            for pair in set(pairwise(words[other])):
                told.setdefault(pair, []).append(other)
    found: dict[int, list[int]] = {}
    for place in around:
        own = words[place]
        if len(own) < _FEWEST:
            continue
        again = (
            other
            for other in told.get((own[0], own[1]), ())
            if (words[other] == own if len(own) <= _SHORT else _joined(own) in _joined(words[other]))
        )
        if places := _in_marks_first(quotations, own, list(again)):
            found[place] = places
    return found


def _in_marks_first(quotations: Sequence[Asked], own: Sequence[str], places: list[int]) -> list[int]:
    """The places of quotations in marks; where there are none, of statements with all of several words in them."""
    marked = [place for place in places if quotations[place].type == "direct"]
    return marked or (places if len(own) >= _SHORT else [])


def is_same(speaker: Actor | None, other: Actor | None) -> bool:
    """Whether who says words in a headline without a name is the person who says them in the report: "Engineer says his
    letters ‘went into a bin’"."""
    nameless = speaker is not None and speaker.kind is ActorKind.UNNAMED
    return nameless and other is not None and other.kind is ActorKind.PERSON


def gives_way(asked: Asked, speaker: Actor | None) -> bool:
    """Whether who seems to speak in a headline gives way to whom the report names: a body, a place, or one word alone,
    which may be either. Not who says there that they do: "Union spricht von „Murks“"."""
    if speaker is None:
        return True
    if asked.cue and asked.within is not None:
        return False
    return speaker.kind is not ActorKind.PERSON or not (speaker.roles or " " in speaker.name)


def _kind(parsed: ParsedText, asked: Asked) -> str:
    block = parsed.block_at(asked.spans[0][0])
    return "" if block is None else parsed.kinds[block]


def _words(text: str, asked: Asked) -> list[str]:
    return [word.lower() for start, end in asked.spans for word in _WORD.findall(text, start, end)]


def _joined(words: Sequence[str]) -> str:
    """The words of a quotation, each between two separators."""
    return _SEPARATOR + "".join(word + _SEPARATOR for word in words)
