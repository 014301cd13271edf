"""JSON lines for Prodigy: text, tokens, spans, relations from quote to speaker and cue, and meta.

Spans of different kinds overlap, as Prodigy's `spans.manual` and `rel.manual` allow: names by label, quotations by
type in capitals, SPEAKER, CUE and ADDRESSEE. "token_end" is the last token itself, as Prodigy has it.
"""

from collections.abc import Sequence
from typing import Any

from core.analysis import Quote
from core.exchange.characters import json_lines
from core.exchange.formats import Written
from core.exchange.reading import Reading, names
from core.exchange.research.tokens import Tokens, tokenise
from core.text.spans import Span

_PARTS = ("speaker", "cue", "addressee")


def write(readings: Sequence[Reading]) -> Written:
    """One line per article."""
    return Written({".jsonl": json_lines(map(_task, readings))})


def _task(reading: Reading) -> dict[str, Any]:
    article = reading.article
    tokens = tokenise(reading)
    spans = [_span(mention.span, mention.label.value, tokens) for mention in names(reading.analysis)]
    relations: list[dict[str, Any]] = []
    for quote in reading.analysis.quotes:
        parts = _parts(quote, tokens)
        spans += [span for found in parts.values() for span in found]
        for name in _PARTS:
            if parts["quote"] and parts[name]:
                head, child = parts["quote"][0], parts[name][0]
                relations.append(
                    {
                        "head": head["token_end"],
                        "child": child["token_end"],
                        "head_span": head,
                        "child_span": child,
                        "label": name.upper(),
                    }
                )
    spans = [span for span in spans if span]
    return {
        "text": article.text,
        "tokens": [
            {
                "text": article.text[start:end],
                "start": start,
                "end": end,
                "id": number,
                "ws": article.text[end : end + 1] == " ",
            }
            for number, (start, end) in enumerate(tokens.spans)
        ],
        "spans": sorted(spans, key=lambda span: (span["start"], -span["end"])),
        "relations": relations,
        "meta": {"source": reading.origin, "title": article.title, "language": reading.analysis.language},
    }


def _parts(quote: Quote, tokens: Tokens) -> dict[str, list[dict[str, Any]]]:
    """The spans of a quote and of each of its parts, except those without a token."""
    label = quote.type.value.upper().replace("-", "_")
    parts = {"speaker": quote.speaker, "cue": quote.cue, "addressee": quote.addressee}
    spans = {"quote": (label, quote.spans)} | {
        name: (name.upper(), part.spans if part else ()) for name, part in parts.items()
    }
    return {
        name: [found for span in each if (found := _span(span, label, tokens))]
        for name, (label, each) in spans.items()
    }


def _span(span: Span, label: str, tokens: Tokens) -> dict[str, Any]:
    """A span with its tokens; empty if it contains none."""
    numbers = tokens.touched((span,))
    if not numbers:
        return {}
    start, end = span
    return {"start": start, "end": end, "token_start": numbers[0], "token_end": numbers[-1], "label": label}
