"""Lines between those of an article that are no part of it, such as teasers, told by their wording."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from core.articles.blocks import ends_sentence
from core.text.tables import FOLDER, LANGUAGES, either, read_table

_LONGEST = {"box": 160, "notice": 420, "pay": 300, "label": 40}
"""Characters that a line of each kind has at most; what is longer tells of such things."""
_MONTH = rf"(?:{either('month_begins')})[a-zä]*\.?"
_WEEKDAY = rf"(?:{either('day_begins')})[a-z]*\.?"
_DAYS = (
    r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?",
    rf"\d{{1,2}}\.?\s{_MONTH}(?:\s\d{{4}})?",
    rf"{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?",
    r"\d{4}-\d\d-\d\d",
    r"\d{1,2}/\d{1,2}/\d{2,4}",
)
_DATE = f"(?:{'|'.join(_DAYS)})"
_ZONE = r"(?:\s?(?-i:[A-Z]{2,4})\b(?:[+-]\d+)?)?"
_HOUR = (
    rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?(?:uhr|h|[ap]\.?m\.?))?|\d{{1,2}}\s?(?:uhr|[ap]\.?m\.?)){_ZONE}"
)
_MOMENTS = (
    rf"(?:{_WEEKDAY},?\s)?(?:(?:den|am)\s)?{_DATE}(?:,?\s(?:um\s|at\s|-\s|–\s)?{_HOUR})?",
    rf"(?:{_WEEKDAY},?\s)?{_HOUR}(?:,?\s{_DATE})?",
)
_MOMENT = f"(?:{'|'.join(_MOMENTS)})"
MOMENT = re.compile(rf"[\s|·•–-]*{_MOMENT}[\s|·•.–-]*", re.IGNORECASE)
"""A day, an hour, or both, and nothing else."""
HOUR = re.compile(rf"(?:{_HOUR})(?:\s?uhr)?:?", re.IGNORECASE)
"""An hour and nothing else."""
_DATED = re.compile(rf"\b(?:{_DATE}|{_HOUR})(?!\w)", re.IGNORECASE)
_TOLD_DAY = re.compile(
    rf"[\s|·•–-]*(?:{either('told_day')})\b"
    rf"[^\n]{{0,60}}?(?:{_MOMENT}[^\n]{{0,30}}|\bam|:)?$",
    re.IGNORECASE,
)
_TOLD_LENGTH = re.compile(
    rf"[^\n]{{0,12}}\b(?:{either('told_length')})\b[^\n]{{0,30}}$|\d+\s?min(?:ute[ns]?|\.)?$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\W_]*$")


class Notice(StrEnum):
    """What a line is, if not part of the story."""

    BOX = "box"
    """Heads or names links to other articles."""
    APPEAL = "notice"
    """An appeal or an explanation of the newspaper."""
    PAY = "pay"
    """Says what has to be paid or done to read on."""
    LABEL = "label"
    """Names a button or a place of the page."""


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for kind, pattern in read_table(FOLDER / language / "page_notices.tsv"):
            found.setdefault(kind, []).append(f"(?:{pattern})")
    return {kind: re.compile("|".join(patterns), re.IGNORECASE) for kind, patterns in found.items()}


def notice(words: str) -> Notice | None:
    """What kind of notice the words of a line are; None if they may well be the story's."""
    flat = " ".join(words.split())
    patterns = _patterns()
    for kind in (Notice.PAY, Notice.APPEAL, Notice.BOX):
        if len(flat) <= _LONGEST[kind] and patterns[kind].search(flat):
            return kind
    if len(flat) <= _LONGEST["label"] and patterns["label"].fullmatch(flat.strip(" :|·•.…")):
        return Notice.LABEL
    return None


def is_told_about(words: str) -> bool:
    """Whether a line only says when the article appeared or how long it takes to read."""
    flat = " ".join(words.split())
    if len(flat) <= 120 and "\n" in words and MOMENT.fullmatch(words.rsplit("\n", 1)[1]):
        return True
    return len(flat) <= 90 and bool(
        MOMENT.fullmatch(flat) or _TOLD_DAY.match(flat) or _TOLD_LENGTH.match(flat)
    )


def is_sign_off(words: str) -> bool:
    """Whether a line that is no sentence names a day or an hour, as lines above and below a text do."""
    flat = " ".join(words.split())
    return len(flat) <= 120 and not ends_sentence(flat) and _DATED.search(flat) is not None


def is_rule(words: str) -> bool:
    """Whether a line has no words, as one of asterisks or underscores."""
    return _RULE.match(words) is not None
