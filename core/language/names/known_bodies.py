"""Well-known bodies that the network overlooks or takes for people: "Ärzte ohne Grenzen", "Ryanair"."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from core.language.names.entities import LOC, ORG, PER, entity_tokens, put
from core.language.stateless import Stateless
from core.lexicon.lexicon import Lexicon, load_lexicon
from core.lexicon.world import Tables, load_tables
from core.text.personal_names import organisation_key

BODY_NAME = "body_name"
"""Class of the words, in small letters, by which only a body is called."""
_LONGEST = 4
"""Words in the longest name that is looked for."""
_PLACING = frozenset(("in", "nach", "aus"))
"""Words before a place that is called like a body."""
_COUNTRY = re.compile(r"[A-ZÄÖÜ]\w+ische[mnrs]?")
"""An adjective before a name that makes another body of it: "Mährisches Rotes Kreuz"."""


@Language.factory("lesart_known_bodies", requires=["doc.ents"], assigns=["doc.ents"])
def make_known_bodies(nlp: Language, name: str) -> "KnownBodies":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return KnownBodies(load_tables(nlp.lang or ""), load_lexicon(nlp.lang or ""))


class KnownBodies(Stateless):
    """Makes names organisations, whatever the network says, that only a body bears.

    These are the names of several words that the table of known bodies has, the words of the class `body_name`, and
    people's with "&" in them. A longer name that has one of them in it stays as it is, and who has such a surname.
    """

    def __init__(self, tables: Tables, lexicon: Lexicon) -> None:
        self.tables = tables
        self.lexicon = lexicon
        self._firsts = {key.split()[0] for key in tables.known_bodies if " " in key}

    def __call__(self, doc: Doc) -> Doc:
        """Find the bodies of a document."""
        names = entity_tokens(doc)
        surnames = {ent[-1].text for ent in doc.ents if ent.label_ == PER and len(ent) > 1}
        found = [
            Span(doc, ent.start, ent.end, label=ORG)
            for ent in doc.ents
            if ent.label_ == PER and any(token.text == "&" for token in ent)
        ]
        end = 0
        for token in doc:
            if token.i < end or not token.text[:1].isupper():
                continue
            span = self._at(doc, token.i)
            if span is None and self._is_named_so(token, names) and token.text not in surnames:
                span = Span(doc, token.i, token.i + 1, label=ORG)
            if span is not None and not _is_named(span, names):
                found.append(span)
                end = span.end
        put(doc, found)
        return doc

    def _is_named_so(self, token: Token, names: dict[int, Span]) -> bool:
        """Whether a word is the name of a body alone, and no name of a thing here."""
        known = any(
            self.lexicon.has(form, BODY_NAME) for form in (token.lower_, token.lower_.removesuffix("s"))
        )
        if not known or (token.i in names and names[token.i].label_ not in (PER, LOC)):
            return False
        placed = token.i > 0 and token.nbor(-1).lower_ in _PLACING
        return not placed or (token.i in names and names[token.i].label_ == PER)

    def _at(self, doc: Doc, start: int) -> Span | None:
        """The body whose name begins at a token, with the adjective of its country before it."""
        end = start + 1
        while end < len(doc) and end < start + _LONGEST and doc[end - 1].whitespace_ and doc[end].is_alpha:
            end += 1
        if end < start + 2 or organisation_key(f"{doc[start].text} X").split()[0] not in self._firsts:
            return None
        for stop in range(end, start + 1, -1):
            if doc[stop - 1].text[0].isupper() and self._is_body(doc[start:stop].text):
                before = start - (start > 0 and bool(_COUNTRY.fullmatch(doc[start - 1].text)))
                return Span(doc, before, stop, label=ORG)
        return None

    def _is_body(self, text: str) -> bool:
        """Whether words are the name of a body, of which the table has more than the last."""
        return " " in organisation_key(text) and self.tables.known_body(text) is not None


def _is_named(span: Span, names: dict[int, Span]) -> bool:
    """Whether a name holds all of the words and more, or is that body already."""
    whole = {names[i] for i in range(span.start, span.end) if i in names}
    return any(
        name.start <= span.start and span.end <= name.end and (len(name) > len(span) or name.label_ == ORG)
        for name in whole
    )
