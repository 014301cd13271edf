"""Whom the lines above an English interview introduce, which answers what is asked: not who asks.

Who is named most in the answers is often somebody else, so that only what stands above the turns is asked.
"""

import re
from collections.abc import Iterator, Sequence

from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import SUBJECTS
from core.text.spans import Span
from core.text.tables import either, listed

_ASKS = re.compile(rf"\s(?:{either('interviewing')})\b")
_ASKED_BY = re.compile(
    r"\b(?:interview|interviewed|questioned|asked|words|text|photographs?) by\s(?:[a-z’'-]+\s){0,4}$", re.I
)
_TALKS = re.compile(
    rf"(?P<who>[\w’'-]+)\s(?:{either('talking')})\s(?:[a-z’'-]+\s){{0,3}}?(?:to|with)\s(?:[a-z’'-]+\s){{0,3}}"
    r"(?:the\s[A-Z]\w+[’']s?\s)?(?:[A-Z]\w+[’']s\s(?:[a-z]+\s){0,2})?$"
)
_TALKS_ON = re.compile(rf"\s(?:{either('talking')})\s(?:[a-z’'-]+\s){{0,3}}?(?:to|with)\s")
_DESCRIBED = re.compile(r",\s(?:\d{2}\b|the\s|an?\s|who\s|whose\s)")


def introduced(parsed: ParsedText, people: Sequence[Span], first: int) -> Span | None:
    """The name in full of the one person whom the text introduces before paragraph `first`; None where it is unclear
    who of several is meant, or who asks."""
    end = parsed.paragraphs[first][0]
    people = [span for span in people if span[1] - span[0] > 1]  # "A: " is no name.
    ahead = [span for span in people if span[1] <= end]
    askers = set(_askers(parsed, ahead))
    found: dict[str, list[Span]] = {}
    for span in ahead:
        if _surname(parsed, span) not in askers:
            found.setdefault(_surname(parsed, span), []).append(span)
    chosen = _most_named(found) or _subjects(parsed, found)
    return max(chosen, key=lambda span: span[1] - span[0]) if chosen else None


def _most_named(found: dict[str, list[Span]]) -> list[Span]:
    """The mentions of who is named more often than all others."""
    ranked = sorted(found.values(), key=len, reverse=True)
    alone = len(ranked) == 1 or (len(ranked) > 1 and len(ranked[0]) > len(ranked[1]))
    return ranked[0] if alone else []


def _subjects(parsed: ParsedText, found: dict[str, list[Span]]) -> list[Span]:
    """The mentions of the only one who is the subject of a sentence."""
    subjects = [spans for spans in found.values() if any(_is_subject(parsed, span) for span in spans)]
    return subjects[0] if len(subjects) == 1 else []


def _is_subject(parsed: ParsedText, span: Span) -> bool:
    head = parsed.head_of(*span)
    while head is not None and parsed.dep[head] in ("conj", "appos", "flat", "flat:name"):
        head = parsed.governor(head)
    return head is not None and parsed.dep[head] in SUBJECTS


def _askers(parsed: ParsedText, ahead: Sequence[Span]) -> Iterator[str]:
    """Who asks, or may ask: the author, who interviews somebody, to whom "she" talks; of two who talk to each other the
    one who is not described, or either: "The chef Ada Lind talks to Jon Hale"."""
    for place, span in enumerate(ahead):
        block = parsed.block_at(span[0])
        before = parsed.text[: span[0]]
        talks = _TALKS.search(before[before.rfind("\n") + 1 :])
        named = talks is not None and place > 0 and talks["who"] == _surname(parsed, ahead[place - 1])
        other = ahead[place - 1] if named else None
        credited = block is not None and parsed.kinds[block] == "credit"
        if other is not None:
            mine, theirs = _is_described(parsed, span), _is_described(parsed, other)
            if theirs or not mine:
                yield _surname(parsed, span)
            if mine or not theirs:
                yield _surname(parsed, other)
        elif credited or talks or _is_asker(parsed, span):
            yield _surname(parsed, span)


def _is_asker(parsed: ParsedText, span: Span) -> bool:
    """Whether the words right before or behind a name say that this is who asks."""
    before, behind = parsed.text[: span[0]], parsed.text[span[1] : span[1] + 40]
    asks = _ASKS.match(behind) or _ASKED_BY.search(before[-80:])
    return bool(asks) or (_TALKS_ON.match(behind) is not None and not _is_described(parsed, span))


def _is_described(parsed: ParsedText, span: Span) -> bool:
    """Whether the text says what somebody is, who asks least: "the chef Ada Lind", "Ada Lind, 61"."""
    before = parsed.token_at(span[0]) - 1
    noun = before >= 0 and parsed.pos[before] == "NOUN" and parsed.low[before] not in listed("writing")
    return noun or _DESCRIBED.match(parsed.text, span[1]) is not None


def _surname(parsed: ParsedText, span: Span) -> str:
    return parsed.text[slice(*span)].removesuffix("’s").removesuffix("'s").split()[-1]
