"""Titles and offices before the names of people: "Bundeskanzlerin Ada Lind", "Dr. Jon Varga"."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.names.entities import PER, entity_tokens, put
from core.language.ner.component import SCORE
from core.language.stateless import Stateless
from core.lexicon.lexicon import Lexicon, load_lexicon
from core.text.tables import listed

TITLES = "titles"
"""Name of the span group; its label is the same for all."""
TITLE = "TITLE"
_DEGREES = frozenset(listed("degree"))

if not Span.has_extension("lesart_title"):
    Span.set_extension("lesart_title", default=None)


@Language.factory("lesart_titles", requires=["doc.ents"], assigns=["doc.ents", "doc.spans"])
def make_titles(nlp: Language, name: str) -> "Titles":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Titles(load_lexicon(nlp.lang or ""))


class Titles(Stateless):
    """Separates the names of people from the offices and titles before them.

    `doc.ents` keep only the name; the title is added to `doc.spans["titles"]`, and its words to
    `ent._.lesart_title` of the name, or None if it has no title.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Separate the titles from the names of a document."""
        of = entity_tokens(doc)
        changed: list[Span] = []
        titles: list[tuple[Span, int, int]] = []
        for ent in doc.ents:
            if ent.label_ != PER:
                continue
            name = ent.start
            while name < ent.end - 1 and self._is_title(doc, name) and not doc[name + 1].is_lower:
                name += 1
            first = name
            while first > 0 and self._is_title(doc, first - 1):
                other = of.get(first - 1)
                if other is not None and other.start != ent.start:
                    break
                first -= 1
            if name > ent.start:
                fitted = Span(doc, name, ent.end, label=PER)
                fitted._.set(SCORE, ent._.get(SCORE))
                changed.append(fitted)
            if first < name:
                titles.append((Span(doc, first, name, label=TITLE), name, ent.end))
        put(doc, changed)
        for title, start, end in titles:
            Span(doc, start, end, label=PER)._.lesart_title = title.text
        doc.spans[TITLES] = [title for title, _, _ in titles]
        return doc

    def _is_title(self, doc: Doc, i: int) -> bool:
        """Whether a token is an office or a title, and no first name."""
        text = doc[i].text
        if text in _DEGREES:
            return True
        return self.lexicon.role(text) is not None and self.lexicon.gender_of_name(text) is None
