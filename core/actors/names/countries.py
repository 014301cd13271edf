"""States and known bodies wherever a text speaks of them: by name, adjective or people, and inside of compounds."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.quotation_marks import OPENING

_WORD = re.compile(r"[^\W\d_][\w.'’]*(?:-\w+)*")
_LONGEST_NAME = 4
"""Words in the longest name of a state that is looked for; longer ones begin with a shorter."""


def with_countries(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """Add every mention of a state or body that the tables know, and set form and bounds of those that are there.

    What lies inside of a longer name ("Deutsche Bahn") stays with that name.
    """
    if not tables.countries:
        return list(mentions)
    found: list[Mention] = []
    words = list(_WORD.finditer(parsed.text))
    at = 0
    while at < len(words):
        mention, length = _read(parsed, tables, words, at)
        at += length
        if mention is not None and parsed.block_at(mention.start) is not None:
            found.append(mention)
    return _merged(parsed, tables, mentions, found)


def _read(
    parsed: ParsedText, tables: Tables, words: list[re.Match[str]], at: int
) -> tuple[Mention | None, int]:
    """The mention that begins with a word, and how many words it takes."""
    word = words[at]
    named = _named(parsed, tables, words, at) if word.group()[0].isupper() else None
    if named is not None:
        return named
    text = _without_possessive(word.group()).rstrip(".")
    umbrella, hyphen, organ = text.partition("-")
    if (
        hyphen
        and parsed.lexicon.has(umbrella.lower(), "umbrella")
        and parsed.lexicon.has(organ.lower(), "umbrella_organ")
    ):
        return Mention(word.start(), word.start() + len(text), Label.ORG), 1
    verb = parsed.by_parse and text.islower()  # English: "to polish it"
    if not verb and (text in tables.country_words or text.lower() in tables.country_words):
        return Mention(word.start(), word.start() + len(text), Label.LOC, Form.DERIVED), 1
    return _part(tables, word.start(), text), 1


def _named(
    parsed: ParsedText, tables: Tables, words: list[re.Match[str]], at: int
) -> tuple[Mention, int] | None:
    """The body or state that is named from a word on, and in how many words."""
    for length in range(_LONGEST_NAME, 0, -1):
        run = words[at : at + length]
        if len(run) < length or (length > 1 and not run[-1].group()[0].isupper()):
            continue
        text = _without_possessive(parsed.text[run[0].start() : run[-1].end()])
        if length > 1 and (not all(gap == " " for gap in _gaps(parsed, run)) or text.endswith(".")):
            continue
        if length > 1 and parsed.lexicon.has(run[0].group().lower(), "determiner"):
            rest = parsed.text[run[1].start() : run[-1].end()]
            if length > 2 or (tables.known_body(rest) and _is_noun(parsed, run[1].start(), rest)):
                continue
        if tables.known_body(text) is not None and (length > 1 or _is_noun(parsed, run[0].start(), text)):
            return Mention(run[0].start(), run[0].start() + len(text), Label.ORG), length
        if tables.country(text.rstrip(".") if length == 1 and text.count(".") == 1 else text):
            end = run[0].start() + len(text) - (text.endswith(".") and text.count(".") == 1)
            return Mention(run[0].start(), end, Label.LOC), length
    return None


def _without_possessive(text: str) -> str:
    """A name without the ending that English sets behind an apostrophe."""
    return text[:-2] if text.endswith(("'s", "’s")) else text


def _is_noun(parsed: ParsedText, start: int, text: str) -> bool:
    """Whether a word that names a body by itself is one here: "Grünen" may be an adjective."""
    token = parsed.parsed_at(start)
    read = token is not None and parsed.pos[token] == "PROPN"
    return len(text) > 3 and (read or not text.endswith(("e", "en")))


def _gaps(parsed: ParsedText, run: Sequence[re.Match[str]]) -> list[str]:
    return [parsed.text[one.end() : other.start()] for one, other in pairwise(run)]


def _part(tables: Tables, start: int, text: str) -> Mention | None:
    """The state inside of a compound with hyphens: US in "Ex-US-Präsident"."""
    if "-" not in text:
        return None
    offset = start
    for piece in text.split("-")[:-1]:
        if piece[:1].isupper() and tables.country(piece):
            return Mention(offset, offset + len(piece), Label.LOC, Form.PART)
        offset += len(piece) + 1
    return None


def _merged(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention], found: Sequence[Mention]
) -> list[Mention]:
    """The model's mentions with the states among them set right, and those added that it missed."""
    starts = [mention.start for mention in found]
    kept: list[Mention] = []
    for mention in mentions:
        if mention.form is Form.NAME:
            text = parsed.text[mention.start : mention.end]
            known = mention.label is not Label.PER and tables.country(text) is not None
            kept.append(
                replace(mention, label=Label.LOC) if known and not _is_titled(parsed, mention) else mention
            )
            continue
        at = bisect_left(starts, mention.start)
        near = [other for other in found[max(0, at - 1) : at + 1] if _meet(other, mention)]
        if not near:
            kept.append(_shortened(parsed, tables, mention))
    taken = sorted(kept)
    taken_starts = [mention.start for mention in taken]
    added = []
    for mention in found:
        at = bisect_left(taken_starts, mention.start)
        if not any(_meet(other, mention) for other in taken[max(0, at - 1) : at + 1]):
            added.append(mention)
    return sorted([*kept, *added])


def _is_titled(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a name in marks is that of a thing, and no state: „Deutschland“ for a ship."""
    return mention.label is Label.MISC and parsed.before(mention.start, 1) in tuple(OPENING)


def _shortened(parsed: ParsedText, tables: Tables, mention: Mention) -> Mention:
    """A compound without hyphen that begins with a state, cut to it: Syrien of "Syrienkenner"."""
    word = parsed.text[mention.start : mention.end]
    for length in range(len(word) - 3, 3, -1):
        if tables.country(word[:length]) and word[length - 1] != "s":
            return replace(mention, end=mention.start + length, form=Form.PART)
    return mention


def _meet(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
