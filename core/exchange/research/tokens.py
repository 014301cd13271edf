"""Tokens and sentences for token-based formats, by the rules of a blank spaCy pipeline."""

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
from core.translation import ngettext

_pipeline = cache(blank_pipeline)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised article. Unlike in spaCy's document, white space is not a token."""

    doc: Doc
    """With sentence starts, and the blocks in the span group "blocks"."""
    spans: list[Span]
    """The span of each token in the text."""
    places: list[int]
    """The index of each token in the document."""

    def touched(self, spans: Iterable[Span]) -> list[int]:
        """Indices of the tokens that share a character with one of `spans`."""
        found: set[int] = set()
        for start, end in spans:
            number = bisect_right(self.spans, start, key=lambda token: token[1])
            while number < len(self.spans) and self.spans[number][0] < end:
                found.add(number)
                number += 1
        return sorted(found)

    def span(self, span: Span, label: str, *, kb_id: str = "", span_id: str = "") -> TokenSpan | None:
        """A span of characters extended to whole tokens; None if it touches no token."""
        numbers = self.touched((span,))
        if not numbers:
            return None
        first, last = self.places[numbers[0]], self.places[numbers[-1]]
        return TokenSpan(self.doc, first, last + 1, label=label, kb_id=kb_id, span_id=span_id)


def tokenise(reading: Reading) -> Tokens:
    """Split the article into tokens and sentences by the rules of its language."""
    nlp = _pipeline(reading.analysis.language)
    doc = make_doc(nlp, reading.article.text, reading.article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    tokens = [(token.i, token.idx, token.idx + len(token)) for token in doc if not token.is_space]
    return Tokens(doc, [(start, end) for _, start, end in tokens], [place for place, _, _ in tokens])


def name_spans(reading: Reading, tokens: Tokens) -> tuple[list[TokenSpan], int]:
    """The names as labelled spans of whole tokens, none nested in another; and how many were left out for that.

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
    """The messages about names that do not fit the tokens."""
    if not skipped:
        return ()
    sentence = ngettext(
        "{number} name in “{title}” left out: it shares a token with another name.",
        "{number} names in “{title}” left out: they share a token with another name.",
        skipped,
    )
    return (sentence.format(number=skipped, title=reading.article.title),)
