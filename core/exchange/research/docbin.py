"""spaCy's DocBin: documents for training and testing pipelines.

`doc.ents` holds the names, the knowledge base id being the actor's name. Span groups hold what overlaps: "quotes" by
type, "speakers", "cues" and "addressees" with the id of their quote as span id, and "tags" with the reader's tags. The
document's user data holds title, source and key of the article.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import DocBin

from core.analysis import Part, Speaker
from core.exchange.formats import Written
from core.exchange.reading import Reading, span_of
from core.exchange.research.tokens import Tokens, left_out, name_spans, tokenise
from core.text.spans import Span

_ATTRIBUTES = ("ORTH", "SPACY", "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID")


def write(readings: Sequence[Reading]) -> Written:
    """All articles in one file, which `DocBin().from_disk` reads."""
    kept = DocBin(attrs=_ATTRIBUTES, store_user_data=True)
    remarks: list[str] = []
    for reading in readings:
        tokens = tokenise(reading)
        doc = tokens.doc
        spans, skipped = name_spans(reading, tokens)
        remarks += left_out(reading, skipped)
        doc.set_ents(spans, default="outside")
        _set_groups(tokens, reading)
        article = reading.article
        doc.user_data = {"title": article.title, "source": reading.origin, "key": article.key}
        kept.add(doc)
    return Written({".spacy": kept.to_bytes()}, tuple(remarks))


def _set_groups(tokens: Tokens, reading: Reading) -> None:
    quotes = reading.analysis.quotes
    groups: dict[str, Iterable[tuple[str, str, Iterable[Span]]]] = {
        "quotes": ((quote.type.value, quote.id, quote.spans) for quote in quotes),
        "speakers": (("SPEAKER", quote.id, _spans(quote.speaker)) for quote in quotes),
        "cues": (("CUE", quote.id, _spans(quote.cue)) for quote in quotes),
        "addressees": (("ADDRESSEE", quote.id, _spans(quote.addressee)) for quote in quotes),
        "tags": (
            (tag, placed.annotation.id, (span,))
            for placed in reading.marks
            if (span := span_of(placed)) is not None
            for tag in placed.annotation.tags
        ),
    }
    for name, entries in groups.items():
        found = (tokens.span(span, label, span_id=id) for label, id, spans in entries for span in spans)
        tokens.doc.spans[name] = [span for span in found if span is not None]


def _spans(part: Part | Speaker | None) -> tuple[Span, ...]:
    return part.spans if part else ()
