"""Tokens and sentences for the formats that are made of them: by spaCy's own rules, as a blank pipeline has them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from core.exchange.reading import Reading, names
from core.language.document import make_doc
from core.language.pipeline import blank_pipeline
from core.text.spans import Span

_pipeline = cache(blank_pipeline)


@dataclass(frozen=True, slots=True)
class Tokens:
    """An article in tokens. White space is none of them, though spaCy's document holds it."""

    doc: Doc
    """With sentence starts, and the blocks in the span group "blocks"."""
    spans: list[Span]
    """Where each token stands in the text."""
    places: list[int]
    """Which of the document's tokens each is."""

    def touched(self, spans: Iterable[Span]) -> list[int]:
        """Which tokens share a character with one of `spans`, counted from 0."""
        found: set[int] = set()
        for start, end in spans:
            number = bisect_right(self.spans, start, key=lambda token: token[1])
            while number < len(self.spans) and self.spans[number][0] < end:
                found.add(number)
                number += 1
        return sorted(found)

    def span(self, span: Span, label: str, *, kb_id: str = "", span_id: str = "") -> TokenSpan | None:
        """A span of characters as one of whole tokens; None where it touches none."""
        numbers = self.touched((span,))
        if not numbers:
            return None
        first, last = self.places[numbers[0]], self.places[numbers[-1]]
        return TokenSpan(self.doc, first, last + 1, label=label, kb_id=kb_id, span_id=span_id)


def tokenise(reading: Reading) -> Tokens:
    """The article in tokens and sentences of its language."""
    nlp = _pipeline(reading.analysis.language)
    doc = make_doc(nlp, reading.article.text, reading.article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    tokens = [(token.i, token.idx, token.idx + len(token)) for token in doc if not token.is_space]
    return Tokens(doc, [(start, end) for _, start, end in tokens], [place for place, _, _ in tokens])


def name_spans(reading: Reading, tokens: Tokens) -> tuple[list[TokenSpan], int]:
    """The names as spans of whole tokens with their labels, none within another; and how many were left out for that.

    The knowledge base id of a name is its actor's name, so that all names of one actor share it.
    """
    actors = {actor.id: actor.name for actor in reading.analysis.actors}
    spans: list[TokenSpan] = []
    skipped = 0
    for mention in names(reading.analysis):
        name = actors.get(mention.actor or "", "")
        span = tokens.span(mention.span, mention.label.value, kb_id=name)
        if span is None or (spans and span.start < spans[-1].end):
            skipped += 1
        else:
            spans.append(span)
    return spans, skipped


def left_out(reading: Reading, skipped: int) -> tuple[str, ...]:
    """What to tell of names that do not go with the tokens."""
    if not skipped:
        return ()
    names = "1 name" if skipped == 1 else f"{skipped} names"
    return (f"{names} in “{reading.article.title}” left out: they share a token with another name.",)
