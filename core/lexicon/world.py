"""What the resolution of actors knows of the world: states, known bodies, relatives, what roles go together."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.lexicon.lexicon import table_rows
from core.text.personal_names import organisation_key, spelling
from core.text.tables import listed, paired

_ENDINGS = ("", "e", "en", "er", "es", "em")
_ADJECTIVAL = ("r", "n", "s", "m")
FIGURES = listed("figurative_role")
_FEMININE = paired("feminine_stem")

_DECLINED_NOUNS = listed("declined_noun_end")
"""Ends of nouns for people that decline like adjectives: "der Verurteilte", "ein Verurteilter"."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one language that tell who is who; empty where the language has none."""

    countries: Mapping[str, str]
    """`organisation_key` of every name of a state, with the name it goes by."""
    country_words: Mapping[str, str]
    """Every form of an adjective in lower case, and of a word for its people, with the state's name."""
    people: Mapping[str, str]
    """Words for one of a state's people, with "m" or "f" or "" where it tells none."""
    known_bodies: Mapping[str, str]
    """`organisation_key` of every name of a body known by several, with the name it goes by."""
    parties: Mapping[str, str]
    """`organisation_key` of every name of a party, with the name it goes by."""
    kin: Mapping[str, str]
    """Nouns for relatives, with "m", "f" or ""."""
    humans: Mapping[str, str]
    """Nouns that say of a person no more than sex or age ("Mann", "Mädchen"), with "m", "f" or ""."""
    role_classes: Mapping[str, frozenset[str]]
    """Stems of nouns for roles, as `role_stem` makes them, with the classes they belong to."""
    body_classes: Mapping[str, frozenset[str]]
    """Nouns for bodies in lower case, with their classes."""
    body_genders: Mapping[str, str]
    """The same nouns, with "m", "f", "n", or "p" for plural."""
    bodies_alone: frozenset[str]
    """Those of them that do not count in compounds: Innenstadt is no Stadt in this sense."""
    bodies_special: frozenset[str]
    """Those of them that take up only a body that goes by the same noun."""
    head_genders: Mapping[str, str]
    """Nouns at the end of bodies' names in lower case, with "m", "f", "n" or "p"."""
    towns: frozenset[str]
    """Towns and regions whose names hardly anybody bears."""
    papers: frozenset[str]
    """Newspapers and magazines whose names are words of their own."""
    vehicles: tuple[str, ...]
    """Nouns for ships, aircraft, trains in lower case."""
    place_nouns: Mapping[str, tuple[str, str, frozenset[str]]]
    """Nouns for places in lower case, with the kind, the gender and the names that they may take up."""
    no_towns: frozenset[str]
    """Places of the table that are no towns: regions, rivers, islands."""
    documents: Mapping[str, frozenset[str]]
    """Nouns for texts in lower case, with their classes."""
    companions: Mapping[str, bool]
    """Nouns for people by what they are to somebody else, and whether they may be shown as a role."""
    first_names: Mapping[str, frozenset[int]]
    """First names in comparable form, with the numbers of the lists of variants they are in."""

    mononyms: Mapping[str, int]
    """Names that somebody bears alone, in comparable form, with the number of the line of their forms."""

    def country(self, name: str) -> str | None:
        """The state that a name means, case endings heeded, or None: "Kubas", but not the adjective "Cuban"."""
        key = organisation_key(name)
        inflected = key.endswith(("s", "n")) and key not in self.country_words
        return self.countries.get(key) or (self.countries.get(key[:-1]) if inflected else None)

    def known_body(self, name: str) -> str | None:
        """The body of the table that a name means, genitives heeded, or None."""
        key = organisation_key(name)
        forms = (key, key.removesuffix("s"), key.removesuffix("es"))
        return next((self.known_bodies[form] for form in forms if form in self.known_bodies), None)

    def is_party(self, name: str) -> bool:
        """Whether a name is a party's, also as it opens a compound: "Freie-Wähler"."""
        return self.party(name) is not None

    def party(self, name: str) -> str | None:
        """The party that a name means, by the name it goes by in the table; None where it means none."""
        key = organisation_key(name.replace("-", " "))
        return self.parties.get(key) or self.parties.get(key.removesuffix("s"))

    def classes_of_role(self, noun: str) -> frozenset[str]:
        """The classes of a noun for a role, read off its longest ending that the table has.

        A compound that ends in a figure of speech ("Hafenkönigin", "Schlagerzar") has none but its own.
        """
        stem = role_stem(noun)
        if stem.endswith(FIGURES) and stem not in FIGURES:
            return self.role_classes.get(stem, frozenset())
        return self.role_classes.get(stem) or _longest(stem, self.role_classes)

    def classes_of_body(self, noun: str) -> frozenset[str]:
        """The classes of a noun for a body, read off its longest ending that the table has."""
        return _longest(noun.lower(), self.body_classes)

    def is_town(self, name: str) -> bool:
        """Whether a word names a town of the table, genitive endings heeded."""
        return name in self.towns or (name.endswith("s") and name[:-1] in self.towns)

    def gender_of_body(self, name: str) -> str | None:
        """The gender of a body's name by the noun it ends in, or None: "Rotes Kreuz" is "n"."""
        return next(iter(_longest_value(name.lower(), self.head_genders)), None)

    def classes_of_document(self, noun: str) -> frozenset[str]:
        """The classes of a noun for a text, read off its longest ending that the table has; empty where it is none."""
        return _longest(noun.lower(), self.documents)

    def place_noun(self, noun: str) -> str | None:
        """The kind of place that a noun is for, or None."""
        found = self.place_nouns.get(noun.lower())
        return found[0] if found else None

    def place_names(self, noun: str) -> frozenset[str]:
        """The names of places that a noun may take up; empty where it may take up any of its kind."""
        found = self.place_nouns.get(noun.lower())
        return found[2] if found else frozenset()

    def is_no_town(self, name: str) -> bool:
        """Whether a place of that name is a region, a river or an island, genitives heeded."""
        return name in self.no_towns or name.removesuffix("s") in self.no_towns

    def body_noun(self, word: str) -> str | None:
        """The noun of the table that a word is or ends in, genitive endings heeded; None where it is none."""
        low = word.lower()
        for form in (low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("n")):
            for start in range(len(form) - 2):
                ending = form[start:]
                if ending not in self.body_genders or (start and ending in self.bodies_alone):
                    continue
                if start == 0 or start > 2:
                    return form[start:]
        return None


def _longest_value(word: str, values: Mapping[str, str]) -> list[str]:
    """The value of the longest ending of a word that a table has; empty where it has none."""
    return next(([values[word[start:]]] for start in range(len(word) - 2) if word[start:] in values), [])


def role_stem(noun: str) -> str:
    """A noun for a role in the masculine without the ending that the feminine or its declension changes."""
    low = noun.lower()
    if low.endswith("frau"):
        return low.removesuffix("frau") + "mann"
    if low.endswith("in") and len(low) > 5:
        low = low[:-2]
        for feminine, masculine in _FEMININE:
            if low.endswith(feminine):
                return low.removesuffix(feminine) + masculine
    for ending in _DECLINED_NOUNS:
        if low.endswith((ending, ending + "r", ending + "n")):
            return low.rstrip("rn").removesuffix("e")
    return low.removesuffix("e")


def _longest(word: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    for start in range(max(0, len(word) - 2)):
        found = classes.get(word[start:])
        if found is not None:
            return found
    return frozenset()


@cache
def load_tables(language: str) -> Tables:
    """The tables of a language, read on first use."""
    countries: dict[str, str] = {}
    words: dict[str, str] = {}
    people: dict[str, str] = {}
    declines = ["adjectives", "declined"] in list(table_rows(language, "traits"))
    for name, others, adjectives, nouns in table_rows(language, "countries"):
        for known in (name, *_cells(others)):
            countries[organisation_key(known)] = name
        for adjective in _cells(adjectives):
            endings = _ENDINGS[1:] if declines else _ENDINGS[:1]
            words.update(dict.fromkeys((adjective + ending for ending in endings), name))
        for noun in _cells(nouns):
            for form, gender in (_people(noun) if declines else _english_people(noun)).items():
                words[form] = name
                people[form] = gender
    roles: dict[str, set[str]] = defaultdict(set)
    for name, nouns in table_rows(language, "role_classes"):
        for noun in nouns.split():
            roles[role_stem(noun)].add(name)
    bodies: dict[str, set[str]] = defaultdict(set)
    genders: dict[str, str] = {}
    alone: set[str] = set()
    special: set[str] = set()
    for name, nouns in table_rows(language, "body_classes"):
        for noun, _, gender in (cell.partition(":") for cell in nouns.split()):
            bodies[noun.lower()].add(name)
            genders[noun.lower()] = gender.rstrip("!+")
            if gender.endswith("!"):
                alone.add(noun.lower())
            if gender.endswith("+"):
                special.add(noun.lower())
    places: dict[str, tuple[str, str, frozenset[str]]] = {}
    no_towns: set[str] = set()
    for kind, nouns, names in table_rows(language, "place_kinds"):
        listed = frozenset(_cells(names))
        no_towns |= listed if kind not in ("capital", "town") else frozenset()
        for noun, _, gender in (cell.partition(":") for cell in nouns.split()):
            places[noun.lower()] = (kind, gender, listed)
    documents: dict[str, set[str]] = defaultdict(set)
    for name, nouns in table_rows(language, "documents"):
        for noun in nouns.lower().split():
            documents[noun].add(name)
    variants: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(table_rows(language, "name_variants")):
        for name in row[0].split():
            variants[spelling(name)].add(number)
    return Tables(
        countries,
        words,
        people,
        {
            organisation_key(known): row[0]
            for row in table_rows(language, "known_bodies")
            for known in (row[0], *_cells(row[1]))
        },
        {
            organisation_key(known): row[0]
            for row in table_rows(language, "parties")
            for known in (row[0], *_cells(row[1]))
        },
        {row[0]: row[1].strip("-") for row in table_rows(language, "kin")},
        {row[0]: row[1].strip("-") for row in table_rows(language, "humans")},
        {noun: frozenset(classes) for noun, classes in roles.items()},
        {noun: frozenset(classes) for noun, classes in bodies.items()},
        genders,
        frozenset(alone),
        frozenset(special),
        {
            noun: gender
            for gender, nouns in table_rows(language, "name_nouns")
            for noun in nouns.lower().split()
        },
        frozenset(row[0] for row in table_rows(language, "places"))
        | frozenset(
            name
            for label, names in table_rows(language, "part_names")
            if label == "LOC"
            for name in names.split()
        ),
        frozenset(name for row in table_rows(language, "papers") for name in row[0].split(",")),
        tuple(row[0].lower() for row in table_rows(language, "vehicles")),
        places,
        frozenset(no_towns),
        {noun: frozenset(classes) for noun, classes in documents.items()},
        {noun: row[0] == "role" for row in table_rows(language, "companions") for noun in row[1].split()},
        {name: frozenset(numbers) for name, numbers in variants.items()},
        {
            spelling(name): number
            for number, row in enumerate(table_rows(language, "mononyms"))
            for name in row[0].split()
        },
    )


def _cells(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split(",")


def _english_people(noun: str) -> dict[str, str]:
    """The singular and plural of a word for one of a people, with the gender each tells."""
    if noun.endswith("woman"):
        return {noun: "f", noun.removesuffix("man") + "men": "f"}
    if noun.endswith("man") and noun[-4:] not in ("rman", "oman", "tman"):
        return {noun: "m", noun.removesuffix("man") + "men": "m"}
    return {noun: "", noun + "s": ""}


def _people(noun: str) -> dict[str, str]:
    """The forms of a word for one of a people, with the gender each tells."""
    if noun.endswith("*"):
        base = noun[:-1]
        return {base: "", **{base + ending: "m" if ending in "rsm" else "" for ending in _ADJECTIVAL}}
    if noun.endswith("in"):
        return {noun: "f", noun + "nen": "f"}
    forms = {noun: "m", noun + "n": "m", noun + "s": "m"}
    return forms | ({noun + "en": "m"} if not noun.endswith(("e", "er", "i", "o")) else {})
