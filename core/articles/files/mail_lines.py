"""The lines of mails in plain text: flowed paragraphs, quotations, signatures, and the heads of forwarded mails."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.articles.article import BlockKind
from core.articles.blocks import ends_sentence, segment
from core.articles.hyphens import joined
from core.text.tables import either, paired

_MEANING = dict(paired("mail_head"))
_HEAD_LINE = re.compile(
    r"[>*\s]*\*?([A-Za-zÄÖÜäöüß-]+(?: an)?)\s?(?::\s?\|\s|\|\s|:\s?\*?)\s*(.*)", re.DOTALL
)
_ANNOUNCED = re.compile(rf"[>\s]*-*\s*(?:{either('forwarded')})\s*:?\s*-*\s*$", re.IGNORECASE)
_ANSWERED = re.compile(
    r"[>\s]*(?:Am .{6,80} schrieb .{2,80}:|On .{6,80} wrote:|.{2,80} schrieb am .{6,60}:)\s*$", re.DOTALL
)
_DAYS = re.compile(
    r"(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"
    r"|(?P<d2>\d{1,2})\.\s?(?:(?P<m2>\d{1,2})\.\s?|(?P<w2>[A-Za-zä]{3,9})\.?\s)(?P<y2>(?:19|20)\d\d|\d\d)\b"
    r"|(?P<d3>\d{1,2})\s(?P<w3>[A-Za-zä]{3,9})\.?\s(?P<y3>(?:19|20)\d\d)"
    r"|(?P<w4>[A-Z][a-z]{2,8})\.?\s(?P<d4>\d{1,2}),?\s(?P<y4>(?:19|20)\d\d)"
)
_MONTHS = {begins: int(number) for begins, number in paired("month_begins_with")}
_FEWEST = 2
"""Lines that make the head of a forwarded mail after an announcement; without one, a line more."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What the head of a forwarded mail states; fields it does not state are empty."""

    subject: str = ""
    sender: str = ""
    day: str = ""


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """The text with each paragraph on one line, from format=flowed (RFC 3676)."""
    lines: list[str] = []
    open_depth: int | None = None
    for raw in text.split("\n"):
        depth = len(raw) - len(raw.lstrip(">"))
        line = raw[depth:].removeprefix(" ")
        signature = line == "-- "
        flows = line.endswith(" ") and not signature
        if flows and delete_space:
            line = line[:-1]
        if open_depth == depth and not signature:
            lines[-1] += line
        else:
            lines.append(f"{'>' * depth}{' ' if depth else ''}{line}")
        open_depth = depth if flows else None
    return "\n".join(lines)


def prose(text: str) -> tuple[list[tuple[BlockKind, str]], Forwarded]:
    """The blocks of a mail's text, and the head of the mail it forwards.

    Signatures and what is quoted from an earlier mail are left out, unless the mail says nothing else. Lines that were
    wrapped are joined.
    """
    lines = text.split("\n")
    kept, forwarded = without_forwarding(lines)
    body = "\n".join(lines[index] for index in kept)
    body = re.split(r"(?m)^-- ?$", body)[0] if not forwarded.sender else re.sub(r"(?m)^-- ?$", "", body)
    own = "\n".join(
        line for line in body.split("\n") if not line.startswith(">") and not _ANSWERED.match(line)
    )
    if len(own.strip()) < len(body.strip()) / 4:
        own = re.sub(r"(?m)^(?:>\s?)+", "", body)
    own = without_targets(own)
    blocks = [(block.kind, joined(own[block.start : block.end].split("\n"))) for block in segment(own)]
    return [(_below_subject(kind, words), words) for kind, words in blocks], forwarded


def _below_subject(kind: BlockKind, words: str) -> BlockKind:
    """The kind of a block, given that the subject of the mail is the headline."""
    if kind is not BlockKind.HEADLINE:
        return kind
    return BlockKind.PARAGRAPH if ends_sentence(words) else BlockKind.SUBHEADING


_TARGET = re.compile(
    r"\s?(?:<(?:https?|mailto):[^>\s]{4,}>|\[(?:https?|cid):[^\]\s]{4,}\]|\(https?://[^)\s]{24,}\)|https?://\S{60,})"
)
_BARE = re.compile(r"(?m)^\s*(?:https?://\S+|\[image:[^\]]*\])\s*$")
_RULE = re.compile(r"(?m)^\s*[-=_*~#.+]{4,}\s*$")


def without_targets(text: str) -> str:
    """The text without the addresses that stand behind its links, and without lines drawn across it."""
    return _RULE.sub("", _BARE.sub("", _TARGET.sub("", text)))


def is_announced_answer(words: str) -> bool:
    """Whether some words announce the mail that is answered: "Am 3. März schrieb Enno Brandt:"."""
    return _ANSWERED.match(words) is not None


def without_forwarding(lines: Sequence[str]) -> tuple[list[int], Forwarded]:
    """The numbers of the lines that do not belong to the head of a forwarded mail, and what the last head states."""
    dropped: set[int] = set()
    found = Forwarded()
    index = 0
    while index < len(lines):
        announced = _ANNOUNCED.match(lines[index]) is not None
        end, head = _head(lines, index + announced)
        if len(head) >= _FEWEST + (not announced) and "sender" in head:
            dropped.update(range(index, end))
            found = Forwarded(
                head.get("subject", found.subject), head["sender"], day_in(head.get("date", "")) or found.day
            )
        elif announced:
            dropped.add(index)
        index = max(index + 1, end if dropped and end - 1 in dropped else index + 1)
    return [number for number in range(len(lines)) if number not in dropped], found


def _head(lines: Sequence[str], start: int) -> tuple[int, dict[str, str]]:
    """The end of the lines "Betreff: …" that begin at `start`, and what they state."""
    head: dict[str, str] = {}
    end = index = start
    while index < len(lines) and index < end + 2:
        for line in lines[index].split("\n"):
            match = _HEAD_LINE.fullmatch(line.strip())
            meaning = _MEANING.get(match[1].lower()) if match else None
            if match and meaning:
                key = meaning if meaning != "other" else match[1].lower()
                head.setdefault(key, match[2].strip(" *\t"))
                end = index + 1
        if index >= end and lines[index].strip():
            break
        index += 1
    return end, head


def day_in(words: str) -> str:
    """The first day that is written out in some words, as ISO 8601; "" if there is none."""
    match = _DAYS.search(words)
    if match is None:
        return ""
    value = {key: part for key, part in match.groupdict().items() if part}
    name = next((part for key, part in value.items() if key[0] == "w"), "")[:3].lower()
    month = _MONTHS.get(name, 0)
    year, day = (int(next(part for key, part in value.items() if key[0] == letter)) for letter in "yd")
    stated = next((int(part) for key, part in value.items() if key[0] == "m"), month)
    try:
        return date(year + 2000 if year < 100 else year, stated, day).isoformat()
    except ValueError:
        return ""
