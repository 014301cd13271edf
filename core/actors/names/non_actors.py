"""Names of nobody who acts: ships and aircraft, titles of things, agencies that only bring the news."""

import re
from collections.abc import Sequence

from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import either

_ABOARD = re.compile(rf"\b(?:{either('before_ship')})\s(?:(?:von|des|der)\s)?[„“\"»«‚]?$")
_NOUN = re.compile(rf"([A-ZÄÖÜ][\w-]+)\s(?:(?:{either('before_name_of_thing')})\s)?[„“\"»«‚]?$")
_ARTICLE = re.compile(r"\b(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]em|[Dd]as)\s[„“\"»«‚]$")
_OPENING = '„“"»«‚'
_CLOSING = '“”"«»‘'
_LONGEST_TITLE = 4
"""Words in quotation marks that are still a title or nickname, and no sentence."""


def non_actors(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> set[int]:
    """Indices of names that are nobody's: outside of the report, in a dateline, of a vehicle, a title in marks."""
    found: set[int] = set()
    things: set[str] = set()
    unquoted: set[str] = set()
    for i, mention in enumerate(mentions):
        if mention.form is not Form.NAME:
            continue
        text = parsed.text[mention.start : mention.end]
        if not parsed.is_story(mention.start) or _in_dateline(parsed, mention):
            found.add(i)
        elif bears_it(parsed, tables, mention):
            things.add(text)
        elif not _in_title(parsed, mention):
            unquoted.add(text)
    for i, mention in enumerate(mentions):
        text = parsed.text[mention.start : mention.end]
        if mention.form is Form.NAME and (
            text in things or (text not in unquoted and _in_title(parsed, mention))
        ):
            found.add(i)
    return found


def _in_dateline(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a name before the report's first sentence is not a place: "(dpa)"."""
    index = parsed.block_at(mention.start)
    dateline = parsed.blocks[index].dateline if index is not None else None
    return dateline is not None and mention.start < dateline and mention.label is not Label.LOC


def bears_it(parsed: ParsedText, tables: Tables, mention: Mention) -> bool:
    """Whether a name is that of a ship, an aircraft, a train, a storm by the words before it."""
    before = parsed.before(mention.start, 50)
    if _ABOARD.search(before):
        return not (mention.label is Label.PER and before[-1:] not in _OPENING)
    noun = _NOUN.search(before)
    return noun is not None and noun.group(1).lower().endswith(tables.vehicles) and bool(tables.vehicles)


def _in_title(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a person's or place's name is a title or part of one: „Sveta“ with its article, „Alter Rudi“."""
    if mention.label not in (Label.PER, Label.LOC):
        return False
    before, after = parsed.before(mention.start, 40), parsed.after(mention.end, 40)
    opened = max(before.rfind(mark) for mark in _OPENING)
    closed = min((at for mark in _CLOSING if (at := after.find(mark)) >= 0), default=-1)
    if opened < 0 or closed < 0 or any(mark in before[opened + 1 :] for mark in _CLOSING):
        return False
    quoted = before[opened + 1 :] + parsed.text[mention.start : mention.end] + after[:closed]
    if len(quoted.split()) > _LONGEST_TITLE or quoted.rstrip()[-1:] in ",.!?;:":
        return False
    if before[opened + 1 :] or after[:closed]:
        return after[closed + 1 : closed + 2] != ","
    return bool(_ARTICLE.search(before))
