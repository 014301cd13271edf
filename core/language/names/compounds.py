"""Words with a name in them: "Venezuela-Diktator", "Syrienkrieg", "russische", "Berliner Rathaus"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.names.entities import LOC, MISC, PER, entity_tokens, put
from core.language.ner.component import DERIVED, PART
from core.language.stateless import Stateless
from core.lexicon.lexicon import Lexicon, load_lexicon, rows
from core.text.tables import listed

_BEFORE_NAMES = frozenset(listed("prefix_of_name"))
_ENDINGS = ("en", "em", "er", "es", "e")
_SHORTEST_PLACE, _LONGEST_PLACE = 5, 13
_SHORTEST_REST = 5


@dataclass(frozen=True, slots=True)
class _Tables:
    names: Mapping[str, str]
    """Names inside compounds, with their labels."""
    places: frozenset[str]
    adjectives: frozenset[str]
    """Stems of adjectives from places: "russisch"."""
    inhabitants: frozenset[str]


@Language.factory("lesart_compounds", requires=["doc.ents", "doc.spans"], assigns=["doc.ents", "doc.spans"])
def make_compounds(nlp: Language, name: str) -> "Compounds":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Compounds(load_lexicon(nlp.lang or ""))


class Compounds(Stateless):
    """Adds to `doc.spans["part"]` and `doc.spans["derived"]` what tables and the document's own names make sure.

    A compound contains a name if the part before its hyphen is a name in the tables or elsewhere in the document
    (a surname too), or when it begins with a country ("Syrienkrieg"). Adjectives and words for inhabitants are known
    by the tables, adjectives of towns ("Berliner Rathaus") by a town in the document or the tables. Spans cover the
    whole word. Existing spans are kept, but take their labels from the document's own names.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Find the words with names in them in a document."""
        tables = _tables(self.lexicon.language)
        own = _names_of(doc)
        towns = {
            form for name in (*own, *tables.names) if own.get(name, LOC) == LOC for form in _of_town(name)
        }
        inside = entity_tokens(doc)
        derived = {span.start: span for span in doc.spans.get(DERIVED, ())}
        parts = {span.start: span for span in doc.spans.get(PART, ())}
        mistaken: list[Span] = []
        for token in doc:
            text, i = token.text, token.i
            if len(text) < 3 or not text[0].isalpha():
                continue
            known = inside.get(i)
            hyphened = "-" in text and (text not in own or self._is_role(text))
            label = _label_in(text, own, tables) if hyphened else None
            if known is not None:
                alone = len(known) == 1 and known.label_ in (LOC, MISC)
                if label is None or not alone or not self._is_role(text):
                    continue
                mistaken.append(known)
            if _is_adjective(text, tables) or text in tables.inhabitants or _of_one(doc, i, towns):
                derived.setdefault(i, Span(doc, i, i + 1, label=LOC))
            elif label is not None:
                parts[i] = Span(doc, i, i + 1, label=label)
            elif i not in parts and i not in derived and _begins_with_place(text, tables):
                parts[i] = Span(doc, i, i + 1, label=LOC)
        for i in derived.keys() & parts.keys():
            del parts[i]
        put(doc, (), mistaken)
        doc.spans[DERIVED] = [derived[i] for i in sorted(derived)]
        doc.spans[PART] = [parts[i] for i in sorted(parts)]
        return doc

    def _is_role(self, compound: str) -> bool:
        return self.lexicon.role(compound.rpartition("-")[2]) is not None


def _names_of(doc: Doc) -> dict[str, str]:
    """The names of a document as they appear in compounds, with their labels; of people, the surnames."""
    names: dict[str, str] = {}
    for ent in doc.ents:
        if ent.label_ == PER:
            names[ent[-1].text] = PER
        elif len(ent) == 1:
            names.setdefault(ent.text, ent.label_)
        else:
            names.setdefault(ent.text.replace(" ", "-"), ent.label_)
    return names


def _label_in(word: str, own: Mapping[str, str], tables: _Tables) -> str | None:
    """The label of the name before a hyphen of a compound; None where there is none, or where the whole is a name."""
    pieces = word.split("-")
    first = 1 if len(pieces) > 2 and pieces[0] in _BEFORE_NAMES else 0
    last = pieces[-1]
    if len(last) < 3 or last in tables.places or last in own:
        return None
    for end in range(len(pieces) - 1, first, -1):
        name = "-".join(pieces[first:end])
        label = own.get(name) or tables.names.get(name)
        if label is not None:
            return label
    return None


def _is_adjective(word: str, tables: _Tables) -> bool:
    """Whether a word is an adjective from a place, inflected: "russische", "deutsch-französischen"."""
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)].lower().replace("us-", "US-")
            return stem in tables.adjectives or stem.rpartition("-")[2] in tables.adjectives
    return False


def _of_one(doc: Doc, i: int, towns: set[str]) -> bool:
    """Whether a token is the adjective of a town: "Berliner" before a noun."""
    return doc[i].text in towns and i + 1 < len(doc) and doc[i + 1].text[:1].isupper()


def _of_town(name: str) -> Iterator[str]:
    """Adjectives that can be made from the name of a town: "Berliner", "Bremer", "Münchner"."""
    if not name.isalpha() or name.isupper():
        return
    if name.endswith("e"):
        yield name + "r"
        return
    yield name + "er"
    if name.endswith("en"):
        yield name[:-2] + "er"
        yield name[:-2] + "ner"


def _begins_with_place(word: str, tables: _Tables) -> bool:
    """Whether a noun is a country and another noun written together: "Syrienkrieg"."""
    if not word[0].isupper() or not word[1:].islower():
        return False
    longest = min(_LONGEST_PLACE, len(word) - _SHORTEST_REST)
    return any(word[:length] in tables.places for length in range(_SHORTEST_PLACE, longest + 1))


@cache
def _tables(language: str) -> _Tables:
    names: dict[str, str] = {}
    places: set[str] = set()
    adjectives: set[str] = set()
    inhabitants: set[str] = set()
    for place, stems, people in rows(language, "places"):
        places.add(place)
        names[place] = LOC
        adjectives.update(stem for stem in stems.split() if stem != "-")
        inhabitants.update(word for word in people.split() if word != "-")
    for label, some in rows(language, "part_names"):
        names.update(dict.fromkeys(some.split(), label))
    return _Tables(names, frozenset(places), frozenset(adjectives), frozenset(inhabitants))
