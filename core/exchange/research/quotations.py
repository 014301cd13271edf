"""The shape of the German news quotation corpus (Petersen-Frey and Biemann 2024), so that readings become test data.

One article per line: id, title, text, "tokens" as pairs of offsets, and "quotes" whose parts are lists of token
indices. The corpus also records the medium in which something was said, which Lesart does not know: it writes null.
"""

from collections.abc import Sequence
from typing import Any

from core.analysis import Part, Quote, Speaker
from core.exchange.characters import json_lines
from core.exchange.formats import Written
from core.exchange.reading import Reading
from core.exchange.research.quote_types import TYPES
from core.exchange.research.tokens import Tokens, tokenise
from core.text.spans import contains


def write(readings: Sequence[Reading]) -> Written:
    """One line per article."""
    return Written({".jsonl": json_lines(map(_article, readings))})


def _article(reading: Reading) -> dict[str, Any]:
    article, quotes = reading.article, reading.analysis.quotes
    tokens = tokenise(reading)
    return {
        "id": article.key,
        "title": article.title,
        "text": article.text,
        "tokens": [[start, end] for start, end in tokens.spans],
        "quotes": [_quote(quote, quotes, tokens) for quote in quotes],
    }


def _quote(quote: Quote, quotes: Sequence[Quote], tokens: Tokens) -> dict[str, Any]:
    return {
        "type": TYPES[quote.type],
        "medium": None,
        "nested": quote.within is not None or any(_within(quote, other) for other in quotes),
        "quote": tokens.touched(quote.spans),
        "speaker": _numbers(quote.speaker, tokens),
        "cue": _numbers(quote.cue, tokens),
        "frame": _numbers(quote.frame, tokens),
        "addressee": _numbers(quote.addressee, tokens),
    }


def _numbers(part: Part | Speaker | None, tokens: Tokens) -> list[int]:
    return tokens.touched(part.spans) if part else []


def _within(inner: Quote, outer: Quote) -> bool:
    return inner.spans != outer.spans and all(
        any(contains(around, span) for around in outer.spans) for span in inner.spans
    )
