"""The place, and often the agency, that a report opens with: "Berlin (dpa) – "."""

import re
from collections.abc import Iterable
from dataclasses import replace

from core.articles.article import Block, BlockKind
from core.text.tables import listed

PLACE = r"[A-ZÄÖÜ][\w.'’]*(?:[- ](?:(?:am|an|der|im|in|bei|ob|upon|of)\s)?[A-ZÄÖÜ][\w.'’]*){0,3}"
AGENCY = r"\s?[(\[][A-Za-zÄÖÜäöü/,. -]{2,40}[)\]]"
DAY = r",\s\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|,\s\d{1,2}\.?\s\w{3,9}\.?(?:\s\d{4})?|,\s\w{3,9}\.?\s\d{1,2}"
REGION = r",\s(?:[A-Z]\.){2}|,\s[A-Z][a-z]+\.?(?:\s[A-Z][a-z]+){0,2}"
"""The state or country behind an English place: "ELMWOOD, Ohio (AP) — "."""
DATELINE = re.compile(
    rf"({PLACE})(?:\s?/\s?{PLACE}){{0,3}}(?:{DAY}|{REGION})?(?P<agency>{AGENCY})?\s(?:[–—]|--?)\s"
)
NO_PLACES = frozenset(listed("no_dateline"))
AGE = re.compile(r"\d{1,3}\b[^.!?;–—]{0,40}\s[–—-]\s")
"""Between two dashes behind the name of a person: "Ada Lind – 34 und ledig – "."""
LATEST = 3
"""Story paragraphs among which a dateline without an agency is looked for: further down a dash is just a dash."""


def with_datelines(blocks: Iterable[Block], text: str) -> list[Block]:
    """`blocks`, with the end of the dateline set on each paragraph that begins with one."""
    done: list[Block] = []
    paragraph = 0
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            paragraph += 1
            match = DATELINE.match(text, block.start, block.end)
            if match and (match["agency"] or (paragraph <= LATEST and _opens(match, text))):
                block = replace(block, dateline=match.end())
        done.append(block)
    return done


def _opens(match: re.Match[str], text: str) -> bool:
    """Whether words before a dash may be a place, and a sentence begins behind it."""
    begins = not text[match.end() : match.end() + 1].islower()
    if not match[1].isupper() and AGE.match(text, match.end()):
        return False
    if "," in match.group() and not match[1].isupper() and not any(map(str.isdigit, match.group())):
        return False
    return begins and match[1].split()[0].casefold() not in NO_PLACES
