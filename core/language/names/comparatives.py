"""Comparatives that open a German sentence and so have a capital: "Kritischer äußerte sich die Kammer"."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from core.language.names.entities import PER, put
from core.language.stateless import Stateless
from core.text.tables import listed, paired

_STEMS = frozenset(stem for stem, _ in paired("stem_compared")) | frozenset(listed("stem_of_comparative"))
_SUFFIXES = listed("adjective_suffix")
_ENDING = "er"
_BEFORE_SUFFIX = 2
"""Letters before the suffix at least, which tells "kritischer" from "Fischer"."""
_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_SUBJECT = "nsubj"
_OBJECTS = ("obj", "iobj", "obl:arg")


@Language.factory(
    "lesart_comparatives",
    requires=["doc.ents", "token.dep"],
    assigns=["doc.ents", "token.dep", "token.pos"],
)
def make_comparatives(nlp: Language, name: str) -> "Comparatives":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Comparatives()


class Comparatives(Stateless):
    """Takes a comparative before the verb of a main clause for an adverb, where the network has a name and a subject.

    The subject then is what the network has for an object behind the verb. Whoever is named in full with that word as
    surname somewhere in the document keeps it.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Set the names and the relations of a document."""
        surnames = {ent[-1].text for ent in doc.ents if ent.label_ == PER and len(ent) > 1}
        without: list[Span] = []
        for sentence in doc.sents:
            word = sentence[0]
            if word.text in surnames or not _is_comparative(word) or not _is_before_verb(word):
                continue
            if word.dep_ == _SUBJECT and not _is_made_adverb(word):
                continue
            without += [ent for ent in doc.ents if ent.start <= word.i < ent.end and len(ent) == 1]
        put(doc, (), without)
        return doc


def _is_comparative(word: Token) -> bool:
    stem = word.lower_.removesuffix(_ENDING)
    if stem == word.lower_ or not word.is_title:
        return False
    return stem in _STEMS or any(
        stem.endswith(suffix) and len(stem) >= len(suffix) + _BEFORE_SUFFIX for suffix in _SUFFIXES
    )


def _is_before_verb(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor().tag_ in _FINITE


def _is_made_adverb(word: Token) -> bool:
    """Let the first noun behind the verb without a preposition be its subject, if any, and the word an adverb."""
    for child in word.head.rights:
        # Only of masculine nouns is the accusative another form, which the network can see.
        told = child.morph.get("Case", []) == ["Acc"] and child.morph.get("Gender", []) == ["Masc"]
        nominative = not told or child.pos_ == "PROPN"
        if child.dep_ in _OBJECTS and child.pos_ in ("NOUN", "PROPN") and nominative:
            child.dep_ = _SUBJECT
            word.dep_, word.pos_ = "advmod", "ADJ"
            return True
    return False
