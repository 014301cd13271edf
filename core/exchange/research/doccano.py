"""JSON lines for doccano's sequence labelling with relations: text, entities, relations.

Offsets are code points: leave doccano's "count grapheme clusters as one character" switched off.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from core.analysis import Part, Speaker
from core.exchange.characters import json_lines
from core.exchange.formats import Written
from core.exchange.reading import Reading, names
from core.text.spans import Span


def write(readings: Sequence[Reading]) -> Written:
    """One line per article."""
    return Written({".jsonl": json_lines(map(_example, readings))})


def _example(reading: Reading) -> dict[str, Any]:
    entities: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []

    def add(spans: Sequence[Span], label: str) -> list[int]:
        first = len(entities)
        for start, end in spans:
            entities.append({"id": len(entities), "label": label, "start_offset": start, "end_offset": end})
        return list(range(first, len(entities)))

    for mention in names(reading.analysis):
        add((mention.span,), mention.label.value)
    for quote in reading.analysis.quotes:
        pieces = add(quote.spans, quote.type.value)
        for former, latter in pairwise(pieces):
            relations.append(_relation(len(relations), former, latter, "goes on"))
        parts: dict[str, Part | Speaker | None] = {
            "speaker": quote.speaker,
            "cue": quote.cue,
            "addressee": quote.addressee,
        }
        for name, part in parts.items():
            for piece in add(part.spans, name) if part and pieces else ():
                relations.append(_relation(len(relations), pieces[0], piece, name))
    article = reading.article
    return {
        "text": article.text,
        "entities": entities,
        "relations": relations,
        "source": reading.origin,
        "title": article.title,
    }


def _relation(id: int, start: int, end: int, type: str) -> dict[str, Any]:
    return {"id": id, "from_id": start, "to_id": end, "type": type}
