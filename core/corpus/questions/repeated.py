"""Statements that several articles have, in the same words or nearly so: once, with all their sources."""

from collections.abc import Iterator
from typing import Any

from core.corpus.questions.answer import Answer
from core.corpus.questions.archive import Archive
from core.text.sketches import SHORTEST, pairs
from core.text.wordings import joined

_STATEMENTS = f"""
SELECT name, outlet, day, text, source FROM spoken WHERE words >= {SHORTEST} ORDER BY source, quote
"""
_WORDINGS = f"SELECT text FROM spoken WHERE words >= {SHORTEST} ORDER BY source, quote"


def repeated(archive: Archive) -> Answer:
    """Each statement that is in more than one article: by whom, since when, how often, in which wordings and where.

    Reads all statements twice, so that only those that may occur elsewhere are held in memory.
    """
    candidates = pairs([text for (text,) in batch] for batch in archive.batches(_WORDINGS))
    said = dict(_picked(archive, {number for pair in candidates for number in pair}))
    found = joined(candidates, {number: row[3] for number, row in said.items()})
    groups = [[said[at] for at in group] for group in found]
    rows = [_row(group) for group in groups if len({each[4] for each in group}) > 1]
    rows.sort(key=lambda row: (-row[2], row[0] or "", row[4]))
    return Answer(("first", "speakers", "articles", "outlets", "wordings", "sources"), tuple(rows))


def _picked(archive: Archive, numbers: set[int]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    at = 0
    for batch in archive.batches(_STATEMENTS):
        for row in batch:
            if at in numbers:
                yield at, row
            at += 1


def _row(group: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    names, outlets, days, texts, sources = zip(*group, strict=True)
    return (
        min(filter(None, days), default=None),
        list(dict.fromkeys(names)),
        len(set(sources)),
        sorted(set(filter(None, outlets))),
        list(dict.fromkeys(texts)),
        list(dict.fromkeys(sources)),
    )
