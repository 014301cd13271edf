"""Names and quotation marks: „Wall Street Journal“ is one name, „freies Geleit“ is not a name."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.names.entities import MISC, PER, put
from core.language.sentences import BLOCKS
from core.language.stateless import Stateless
from core.lexicon.world import Tables, load_tables
from core.text.marked_spans import Marked, lines, marked_stretches
from core.text.tables import listed

_LONGEST = 6
"""Words in marks that may be one name."""
_PREDICATIVE = frozenset(listed("naming_word"))
"""Words before the marks of what something is called and not named: als „Jahrhundertwerk“."""
_INTO = frozenset(("zum", "zur"))
_BECOMES = frozenset(listed("verb_of_becoming"))
"""Verbs with which "zum" says what something becomes: zum „Jolly Joker“ werden; but zur „documenta“ fahren."""
_NEAR = 10
_SMALL_IN_NAMES = frozenset(
    "der die das des dem den von vom zu zum zur für und in im am of the and de la".split()
)


@Language.factory("lesart_quoted_names", requires=["doc.ents"], assigns=["doc.ents"])
def make_quoted_names(nlp: Language, name: str) -> "QuotedNames":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return QuotedNames(load_tables(nlp.lang or ""))


class QuotedNames(Stateless):
    """Fits names to quotation marks.

    A name that reaches over a mark is cut there. One that takes most of a short stretch in marks takes all of it, if
    the rest could be of a name too. A MISC in marks that begins with an adjective, or that somebody or something is
    called ("als „Wunderkind“"), is not a name. What stands in marks behind a noun for a ship or another vehicle is its
    name, there and wherever it stands in marks: Tanker „Anna Lind“.
    """

    def __init__(self, tables: Tables) -> None:
        self._vehicles = tables.vehicles

    def __call__(self, doc: Doc) -> Doc:
        """Fit the names of a document."""
        stretches = [span for span in _stretches(doc) if span is not None]
        if not stretches:
            return doc
        _fit(doc, stretches)
        ships = {span.text for span in stretches if self._is_of_vehicle(doc, span)}
        put(doc, [Span(doc, s.start, s.end, label=MISC) for s in stretches if s.text in ships])
        return doc

    def _is_of_vehicle(self, doc: Doc, inner: Span) -> bool:
        """Whether a noun for a vehicle stands before the mark, and in the marks what may be a name."""
        if inner.start < 2 or not self._vehicles or not _could_be_name(inner):
            return False
        noun = doc[inner.start - 2]
        return noun.text[:1].isupper() and noun.lower_.endswith(self._vehicles)


def _fit(doc: Doc, stretches: Sequence[Span]) -> None:
    """Fit the names of a document to stretches in marks, given in order."""
    changed: list[Span] = []
    gone: list[Span] = []
    at = 0
    for ent in doc.ents:
        while at < len(stretches) and stretches[at].end <= ent.start:
            at += 1
        for inner in stretches[at : at + 2]:
            if inner.start >= ent.end:
                break
            fitted = _fitted(doc, ent, inner)
            if fitted is None:
                gone.append(ent)
            elif (fitted.start, fitted.end) != (ent.start, ent.end):
                gone.append(ent)
                changed.append(fitted)
            break
    put(doc, changed, gone)


def _stretches(doc: Doc) -> Iterator[Span | None]:
    """The short passages in closed outermost marks, without the marks."""
    blocks = [(span.start_char, span.end_char) for span in doc.spans.get(BLOCKS, ())]
    paragraphs = blocks or lines(doc.text)
    marked: Marked
    for marked in marked_stretches(doc.text, paragraphs):
        if marked.closed and marked.level == 0:
            inner = doc.char_span(*marked.inner, alignment_mode="contract")
            if inner is not None and len(inner) <= _LONGEST:
                yield inner


def _fitted(doc: Doc, ent: Span, inner: Span) -> Span | None:
    """A name as it should be beside a stretch in marks that it shares tokens with; None where it is no name."""
    start, end = ent.start, ent.end
    if start < inner.start - 1 and end > inner.start:
        return Span(doc, start, inner.start - 1, label=ent.label_) if end <= inner.end else ent
    if start < inner.start or end > inner.end:
        if start < inner.start and end > inner.end:
            return ent
        start, end = max(start, inner.start), min(end, inner.end)
    if 2 * (end - start) > len(inner) and _could_be_name(inner) and ent.label_ != PER:
        start, end = inner.start, inner.end
    if (start, end) == (inner.start, inner.end) and ent.label_ == MISC:
        before = doc[inner.start - 2].lower_ if inner.start > 1 else ""
        becomes = before in _INTO and any(
            token.lower_ in _BECOMES for token in doc[max(0, inner.start - _NEAR) : inner.end + _NEAR]
        )
        if _begins_with_adjective(inner) or before in _PREDICATIVE or becomes:
            return None
    return Span(doc, start, end, label=ent.label_)


def _begins_with_adjective(inner: Span) -> bool:
    """Whether a small word with the ending of an adjective comes first, and others behind it: "freies Geleit"."""
    return (
        len(inner) > 1 and inner[0].text.islower() and inner[0].text.endswith(("e", "en", "em", "er", "es"))
    )


def _could_be_name(inner: Span) -> bool:
    """Whether every word is capitalised or can occur within names, and the first and last are capitalised."""
    words = [token.text for token in inner if token.text[:1].isalnum()]
    capitals = [word[:1].isupper() or word[:1].isdigit() for word in words]
    small = all(capital or word in _SMALL_IN_NAMES for word, capital in zip(words, capitals, strict=True))
    stops = any(token.text in ",;:.!?" for token in inner)
    return bool(words) and capitals[0] and capitals[-1] and small and not stops
