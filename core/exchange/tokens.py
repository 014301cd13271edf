"""Tokens and sentences for the formats that are made of them: by spaCy's own rules, as a blank pipeline has them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from core.exchange.reading import Reading, names
from core.spans import Span, strip

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan


def document(reading: Reading) -> "Doc":
    """The article as a spaCy document with tokens and sentence starts, its blocks in the span group "blocks"."""
    from core.language.document import make_doc

    nlp = _blank(reading.analysis.language)
    doc = make_doc(nlp, reading.article.text, reading.article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@cache
def _blank(language: str) -> "Language":
    import spacy

    import core.language.sentences  # noqa: F401 - registers the component
    from core.language.lexicon import LANGUAGES

    try:
        nlp = spacy.blank(language)
    except ImportError:
        nlp = spacy.blank("xx")
    nlp.add_pipe("lesart_sentences" if language in LANGUAGES else "sentencizer")
    return nlp


def token_spans(doc: "Doc") -> list[Span]:
    """Where the tokens stand that are not white space."""
    return [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]


def numbers_in(spans: Iterable[Span], tokens: Sequence[Span]) -> list[int]:
    """Which of `tokens`, given in text order, share a character with one of `spans`, counted from 0."""
    found: set[int] = set()
    for start, end in spans:
        number = bisect_right(tokens, start, key=lambda token: token[1])
        while number < len(tokens) and tokens[number][0] < end:
            found.add(number)
            number += 1
    return sorted(found)


def name_spans(reading: Reading, doc: "Doc") -> tuple[list["TokenSpan"], int]:
    """The names as spans of whole tokens with their labels, none within another; and how many were left out for that.

    The knowledge base id of a name is its actor's name, so that all names of one actor share it.
    """
    spans: list[TokenSpan] = []
    skipped = 0
    for mention in names(reading.analysis):
        actor = reading.analysis.actor(mention.actor)
        span = whole_tokens(doc, mention.span, mention.label.value, kb_id=actor.name if actor else "")
        if span is None or (spans and span.start < spans[-1].end):
            skipped += 1
        else:
            spans.append(span)
    return spans, skipped


def whole_tokens(
    doc: "Doc", span: Span, label: str, *, kb_id: str = "", span_id: str = ""
) -> "TokenSpan | None":
    """The tokens that a span of characters touches, white space at its ends aside; None where there are none."""
    start, end = strip(span, doc.text)
    if start == end:
        return None
    return doc.char_span(start, end, label=label, kb_id=kb_id, span_id=span_id, alignment_mode="expand")


def left_out(reading: Reading, skipped: int) -> tuple[str, ...]:
    """What to tell of names that do not go with the tokens."""
    if not skipped:
        return ()
    names = "1 name" if skipped == 1 else f"{skipped} names"
    return (f"{names} in “{reading.article.title}” left out: they share a token with another name.",)
