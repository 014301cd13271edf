"""Sports clubs that are called by their place: „Kiel verliert“ is the club where a match of the SV Kiel is reported."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.names.entities import LOC, ORG, put
from core.language.stateless import Stateless
from core.lexicon.lexicon import Lexicon, load_lexicon
from core.lexicon.world import Tables, load_tables

CLUB = "club"
"""Class of the abbreviations that are part of clubs' names, in small letters."""
_RESULT = re.compile(
    r"(?<![\d:.,])(?<!\b[Uu]m )(?<!\b[Aa]b )(?<!\bbis )"
    r"\d{1,3}:\d{1,3}(?![\d:]|[.,]\d|\s?(?:Uhr|h|Ortszeit|[A-Z]{2,4})\b)"
)
"""Goals, points or games of two sides, and no time of day."""
_PLACING = frozenset("in aus nach um nahe bis".split())
"""Words behind which a place is meant, and not its club."""
_AGAINST = frozenset("gegen über bei".split())
_NEAR = 6


@Language.factory("lesart_clubs", requires=["doc.ents"], assigns=["doc.ents"])
def make_clubs(nlp: Language, name: str) -> "Clubs":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Clubs(load_lexicon(nlp.lang or ""))


class Clubs(Stateless):
    """Labels the names of places as organisations where they mean clubs, in reports that tell a result ("3:1").

    A name with the abbreviation of a club is one ("SV Kiel"), and so is its place alone in the same text, unless the
    word before says that the place is meant ("in Kiel"). A place behind a result and "gegen", "über" or "bei" is a
    club, if it is no state, which has a team but is none.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Set the clubs of a document."""
        results = [match.end() for match in _RESULT.finditer(doc.text)]
        if not results:
            return doc
        tables = load_tables(self.lexicon.language)
        full = [ent for ent in doc.ents if ent.label_ in (ORG, LOC) and self._has_abbreviation(ent)]
        places = {form for ent in full for form in self._places(ent, tables)}
        found = [Span(doc, ent.start, ent.end, label=ORG) for ent in full if ent.label_ == LOC]
        for ent in doc.ents:
            if ent.label_ != LOC or tables.country(ent.text) or ent in full:
                continue
            before = doc[ent.start - 1].lower_ if ent.start else ""
            called = ent.text in places and before not in _PLACING
            if called or (before in _AGAINST and _behind_result(doc, ent, results)):
                found.append(Span(doc, ent.start, ent.end, label=ORG))
        put(doc, found)
        return doc

    def _has_abbreviation(self, name: Span) -> bool:
        return len(name) > 1 and any(self._is_abbreviation(token.text) for token in name)

    def _is_abbreviation(self, word: str) -> bool:
        return word[-1:].isupper() and self.lexicon.has(word.lower(), CLUB)

    def _places(self, name: Span, tables: Tables) -> Iterator[str]:
        """The place in a club's name and its genitive."""
        words = [
            token.text for token in name if token.text.isalpha() and not self._is_abbreviation(token.text)
        ]
        if len(words) == 1 and not tables.country(words[0]):
            yield from (words[0], words[0] + "s")


def _behind_result(doc: Doc, name: Span, results: list[int]) -> bool:
    start = doc[max(0, name.start - _NEAR)].idx
    return any(start < end <= name.start_char for end in results)
