"""Statements that several articles have, in the same words or nearly so: once, with all their sources."""

from typing import Any

from core.corpus.questions.answer import Answer
from core.corpus.questions.archive import Archive
from core.text.wordings import SHORTEST, grouped

_STATEMENTS = f"""
SELECT name, outlet, day, text, source FROM spoken WHERE words >= {SHORTEST} ORDER BY source, quote
"""


def repeated(archive: Archive) -> Answer:
    """Each statement that is in more than one article: by whom, since when, how often, in which wordings and where."""
    said = archive.ask(_STATEMENTS).rows
    groups = [[said[at] for at in group] for group in grouped([row[3] for row in said])]
    rows = [_row(group) for group in groups if len({each[4] for each in group}) > 1]
    rows.sort(key=lambda row: (-row[2], row[0] or "", row[4]))
    return Answer(("first", "speakers", "articles", "outlets", "wordings", "sources"), tuple(rows))


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
