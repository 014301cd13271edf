"""Bodies with the place of their branch or seat in their name: "Landkreistag Bayern", "Blau-Weiß Emden"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from core.actors.names.span_extension import merged
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span

_FOR = re.compile(
    r"(?<![\w-])([A-ZÄÖÜ][\wäöüß]+)\sfür\s(?:([a-zäöüßA-ZÄÖÜ][\wäöüß]+e[nrs]?)\s)?([A-ZÄÖÜ][\w-]+)(?:\sund\s[A-ZÄÖÜ][\w-]+)?(?![\w-])"
)
"""A noun and what it is for: "Rat für Seerecht", "Institut für vergleichende Seekunde"."""
_PAIR = re.compile(r"(?<![\w-])([A-ZÄÖÜ][\w-]{3,})[ ]([A-ZÄÖÜ][\w-]+)")


def with_branches(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """The names with every body that a noun for a body and the place behind it name together."""
    joined = _joined(parsed, mentions)
    starts = [mention.start for mention in joined]
    nouns = tuple(parsed.lexicon.words.get("branch_body", ()))
    found: list[Mention] = []
    for match in _PAIR.finditer(parsed.text):
        if not nouns or not match.group(1).lower().endswith(nouns) or parsed.block_at(match.start()) is None:
            continue
        at = bisect_left(starts, match.start(2))
        known = joined[at] if at < len(joined) and joined[at].start == match.start(2) else None
        named = known is not None and known.form is Form.NAME and known.label is not Label.PER
        end = known.end if known is not None and named else match.end(2)
        seated = tables.is_town(match.group(2)) or _reads_as_name(parsed, match.start(2), end)
        if (named or seated) and parsed.text[end - 1 : end] != "s":
            found.append(Mention(match.start(), end, Label.ORG))
    found += [] if parsed.by_parse else _for_something(parsed, joined)
    if not found:
        return joined
    return merged([m for m in joined if not any(_within(m, body) for body in found)], found)


def _for_something(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """Bodies that are called by what they are for, where no article introduces one of many: "der Rat für Seerecht"."""
    nouns = tuple(parsed.lexicon.words.get("body_for_something", ()))
    found = []
    for match in _FOR.finditer(parsed.text):
        before = parsed.before(match.start(), 30).lower().split()[-1:]
        definite = bool(before) and parsed.lexicon.has(before[0], "definite", "preposition")
        noun = match.group(1).lower()
        known = noun in nouns or noun.removesuffix("s") in nouns or noun.removesuffix("es") in nouns
        if not (definite and known) or parsed.block_at(match.start()) is None:
            continue
        small = parsed.lexicon.has((match.group(2) or "").lower(), "determiner", "preposition")
        if small or parsed.lexicon.role(match.group(3)) is not None:
            continue
        span = match.span()
        if not any(_crosses(mention, span) for mention in mentions):
            found.append(Mention(*span, Label.ORG))
    return found


def _crosses(mention: Mention, span: Span) -> bool:
    """Whether a name reaches over the edges of a phrase, or is a person in it."""
    if mention.end <= span[0] or mention.start >= span[1]:
        return False
    return not (span[0] <= mention.start and mention.end <= span[1]) or mention.label is Label.PER


def _reads_as_name(parsed: ParsedText, start: int, end: int) -> bool:
    """Whether the parse takes a word for a name, no first name, and none follows it: "Deichverband Oste"."""
    token = parsed.parsed_at(start)
    alone = not parsed.after(end, 2)[1:2].isupper()
    first_name = parsed.lexicon.gender_of_name(parsed.text[start:end]) is not None
    return token is not None and parsed.pos[token] == "PROPN" and alone and not first_name


def _within(mention: Mention, body: Mention) -> bool:
    return body.start <= mention.start and mention.end <= body.end


def _joined(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """The names with a club and the place right behind it in one."""
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if last is not None and _is_club_before(parsed, last, mention):
            kept[-1] = replace(last, end=mention.end, label=Label.ORG)
        else:
            kept.append(mention)
    return kept


def _is_club_before(parsed: ParsedText, club: Mention, place: Mention) -> bool:
    """Whether a one-word name and the place behind it are one body; a genitive is none: "Hannovers"."""
    names = club.form is Form.NAME and place.form is Form.NAME and place.label is Label.LOC
    word = parsed.text[club.start : club.end]
    genitive = word.endswith("s") and not word.endswith("ss")
    short = len(word) < 3 and not parsed.lexicon.has(word.lower(), "club_word")
    one = " " not in word and not genitive and not short and parsed.text[club.end : place.start] == " "
    return names and one and club.label is Label.ORG
