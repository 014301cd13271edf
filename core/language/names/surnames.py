"""Bare surnames of people whom the text names in full elsewhere."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from core.language.names.entities import LOC, PER, entity_tokens, put
from core.language.stateless import Stateless
from core.lexicon.lexicon import Lexicon, load_lexicon

_SHORTEST = 4
_INTO_PLACES = frozenset("in aus nach bei über um".split())


@Language.factory("lesart_surnames", requires=["doc.ents"], assigns=["doc.ents"])
def make_surnames(nlp: Language, name: str) -> "Surnames":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Surnames(load_lexicon(nlp.lang or ""))


class Surnames(Stateless):
    """Labels a bare surname as a person, wherever a person with that surname is named in full in the document.

    Genitive endings are recognised. Excluded are words that somewhere in the document follow an article, as common
    nouns do ("der Richter"), and names of places behind "in" and the like ("in Essen").
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Set the surnames of a document."""
        surnames = {
            ent[-1].text
            for ent in doc.ents
            if ent.label_ == PER and len(ent) > 1 and len(ent[-1].text) >= _SHORTEST
        }
        if not surnames:
            return doc
        of = entity_tokens(doc)
        alone = [token for token in doc if _base(token.text, surnames) is not None]
        common = {
            token.text
            for token in alone
            if token.i
            and token.i not in of
            and self.lexicon.has(doc[token.i - 1].lower_, "determiner", "contracted")
        }
        found = []
        for token in alone:
            known = of.get(token.i)
            if token.text in common or not (known is None or self._mistaken(doc, known, token)):
                continue
            found.append(Span(doc, token.i, token.i + 1, label=PER))
        put(doc, found)
        return doc

    def _mistaken(self, doc: Doc, known: Span, token: Token) -> bool:
        """Whether a surname that was given another label has that by mistake."""
        if len(known) > 1 or known.label_ == PER:
            return False
        before = doc[token.i - 1].lower_ if token.i else ""
        return not (known.label_ == LOC and before in _INTO_PLACES)


def _base(word: str, surnames: set[str]) -> str | None:
    """The surname that a word is, with or without the ending of a genitive."""
    if word in surnames:
        return word
    shorter = word[:-1] if word.endswith(("s", "’", "'")) else ""
    return shorter if shorter in surnames else None
