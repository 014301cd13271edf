"""Places in datelines: "Washington/Caracas (dpa) – "."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.document import DATELINE
from core.language.names.entities import LOC, PER, entity_tokens, put
from core.language.sentences import BLOCKS
from core.language.stateless import Stateless

_ENDS = frozenset("([,–—-")
_BETWEEN = frozenset("/|")


@Language.factory("lesart_datelines", requires=["doc.ents"], assigns=["doc.ents"])
def make_datelines(nlp: Language, name: str) -> "Datelines":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Datelines()


class Datelines(Stateless):
    """Labels the words before the bracket, comma or dash of a dateline as places; slashes separate them."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the places of the datelines of a document, which are blocks of that kind."""
        of = entity_tokens(doc)
        found = []
        for block in doc.spans.get(BLOCKS, ()):
            if block.label_ == DATELINE:
                for span in _places(doc, block):
                    known = of.get(span.start)
                    same = known is not None and (known.start, known.end) == (span.start, span.end)
                    if not (same and known is not None and known.label_ in (LOC, PER)):
                        found.append(span)
        put(doc, found)
        return doc


def _places(doc: Doc, block: Span) -> Iterator[Span]:
    start = block.start
    for i in range(block.start, block.end):
        text = doc[i].text
        if text in _BETWEEN or text in _ENDS:
            if start < i:
                yield Span(doc, start, i, label=LOC)
            start = i + 1
        if text in _ENDS:
            return
