"""The words that the rules use, read once from the tables in `assets/lexicon`.

Every table is a plain TSV file whose first lines explain its columns, so that it can be read and edited without the
program.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from core.lexicon.inflection import PrincipalParts, VerbForm, english_forms, german_forms
from core.text.abbreviations import abbreviations
from core.text.tables import FOLDER, LANGUAGES, read_table


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of saying or thinking, and what it may introduce."""

    lemma: str
    particle: str
    """Separable particle ("an" of ankündigen), empty for none."""
    frames: frozenset[str]
    """Letters as explained in `cue_verbs.tsv`."""
    links: frozenset[str]
    """Pronominal adverbs that may come between it and its clause ("davon" in "geht davon aus, dass")."""


@dataclass(frozen=True, slots=True)
class CueForm:
    """One reading of a word form as a cue verb."""

    verb: CueVerb
    kinds: frozenset[VerbForm]
    joined: bool
    """Whether the particle is part of the form ("ankündigte", "angekündigt")."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a word says about a person."""

    gender: str | None
    """"m", "f" or None if the word does not indicate a gender."""
    kind: str
    """role, title or group."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language. Keys are lower case except for nouns and abbreviations, which keep their case."""

    language: str
    words: Mapping[str, frozenset[str]]
    """Closed classes by name: determiner, preposition, …"""
    cues: Mapping[str, tuple[CueForm, ...]]
    cue_nouns: Mapping[str, str]
    """Every form of a noun of saying, with its frame letters."""
    calling: Mapping[str, str]
    """Verbs of naming with the word before the name given: bezeichnen als, sprechen von, nennen (-)."""
    stances: Mapping[str, str]
    """Words for holding an opinion ("überzeugt", "Meinung"), with their kind: adjective or noun."""
    sources: Mapping[str, str]
    """Words that name a source without a verb, with their position: before, after, noun, so, alone."""
    verbs: Mapping[str, frozenset[VerbForm]]
    """Forms of common verbs and auxiliaries."""
    abbreviations: Mapping[str, bool]
    """Abbreviations with their full stop, and whether a sentence may end with them."""
    genders: Mapping[str, str]
    """First names that indicate a gender."""
    roles: Mapping[str, Role]
    role_endings: Mapping[str, Role]
    bodies: frozenset[str]
    body_endings: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    """What may come before a verb, separable or not, the longest first."""
    reads_by_parse: bool = False
    """Whether its sentences are read by the parse, since neither commas nor capitals show clauses and noun phrases."""
    has_konjunktiv: bool = False
    """Whether a mood of the verb shows what others say."""

    def has(self, word: str, *classes: str) -> bool:
        """Whether a lower-case word belongs to one of the closed classes."""
        # A loop takes half the time of a generator, and nothing is asked more often.
        for name in classes:  # noqa: SIM110
            if word in self.words.get(name, ()):
                return True
        return False

    def ends_in(self, word: str, name: str) -> bool:
        """Whether a lower-case word ends in one of a class."""
        return word.endswith(tuple(self.words.get(name, ())))

    def verb_forms(self, word: str) -> frozenset[VerbForm]:
        """What verb forms a lower-case word can be; empty if the tables have no such verb.

        Prefixed verbs are found through their base, German verbs in -ieren by their endings, and those that the Swiss
        write with ss by their ß ("sässen").
        """
        known = self.verbs.get(word)
        if known is not None or self.language != "de":
            return known or frozenset()
        for prefix in self.prefixes if word.startswith(self.prefixes) else ():
            if word.startswith(prefix) and len(word) > len(prefix) + 2:
                base = self.verbs.get(word[len(prefix) :])
                if base:
                    return base
        if "ss" in word and (swiss := self.verbs.get(word.replace("ss", "ß", 1))):
            return swiss
        for ending, kind in _IEREN:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return frozenset({kind})
        return frozenset()

    def is_subjunctive(self, word: str) -> bool:
        """Whether a lower-case German word is most likely a Konjunktiv form."""
        if self.has(word, "no_subjunctive"):
            return False
        forms = self.verb_forms(word)
        return VerbForm.SUBJUNCTIVE in forms and VerbForm.PAST not in forms and VerbForm.PLURAL not in forms

    def role(self, noun: str) -> Role | None:
        """What a noun says about a person, also at the end of a compound ("US-Außenminister"); None if nothing."""
        found = self._read_role(noun)
        return found[1] if found else None

    def role_noun(self, noun: str) -> str:
        """The dictionary form of a noun that says what a person is: "Präsidenten" gives "Präsident"."""
        found = self._read_role(noun)
        return found[0] if found else noun

    def is_body(self, noun: str) -> bool:
        """Whether a common noun denotes an institution that can speak: "Polizei", "Innenministerium"."""
        return noun in self.bodies or (noun[:1].isupper() and noun.lower().endswith(self.body_endings))

    def gender_of_name(self, first: str) -> str | None:
        """ "m" or "f" if a first name tells it, else None; German joins two: "Hansjörg", "Marie-Luise"."""
        known = self.genders.get(first)
        if known is None and self.language == "de" and "-" in first:
            return self.gender_of_name(first.partition("-")[0]) or self.gender_of_name(
                first.rpartition("-")[2]
            )
        if known is not None or self.language != "de" or len(first) < 2 * _HALF_OF_NAME:
            return known
        for at in range(_HALF_OF_NAME, len(first) - _HALF_OF_NAME + 1):
            if first[at:].islower() and first[:at] in self.genders:
                known = known or self.genders.get(first[at:].capitalize())
        return known

    def _read_role(self, noun: str) -> tuple[str, Role] | None:
        if not noun[:1].isalpha() or (self.language == "de" and not noun[:1].isupper()):
            return None
        for form in self._singulars(noun):
            last = form.rpartition("-")[2]
            found = self.roles.get(form) or self.roles.get(last)
            if found:
                return form, found
            low = form.lower()
            for length in range(min(len(low) - 2, _LONGEST_ENDING), 2, -1):
                ending = self.role_endings.get(low[-length:])
                if ending and not self.ends_in(low.removesuffix("e"), "no_role"):
                    return form, ending
        return None

    def _singulars(self, noun: str) -> Iterator[str]:
        yield noun
        if self.language == "de":
            for ending in ("s", "es", "n", "en"):
                if noun.endswith(ending) and len(noun) > len(ending) + 3:
                    yield noun[: -len(ending)]


_IEREN = (
    ("ierten", VerbForm.PAST),
    ("ierte", VerbForm.PAST),
    ("iert", VerbForm.PRESENT),
    ("iere", VerbForm.SUBJUNCTIVE),
    ("ieren", VerbForm.PLURAL),
)
_HALF_OF_NAME = 4
"""Letters of the shortest first name of which two are joined."""
_LONGEST_ENDING = 20
_MOODS = {
    "indicative": frozenset({VerbForm.PRESENT}),
    "past": frozenset({VerbForm.PAST}),
    "ambiguous": frozenset({VerbForm.PAST, VerbForm.SUBJUNCTIVE}),
    "subjunctive": frozenset({VerbForm.SUBJUNCTIVE}),
}


@cache
def lexicon_version(language: str) -> str:
    """Eight hexadecimal digits that change with any word in a language's tables; only the files are read."""
    digest = sha256()
    for path in sorted(_folder(language).glob("*.tsv")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:8]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The tables of a language, read on first use. A language without tables gets the English ones."""
    folder = _folder(language)
    known = folder.name
    roles = {row[0]: Role(row[1] if row[1] in ("m", "f") else None, row[2]) for row in _rows(folder, "roles")}
    bodies = {row[0] for row in _rows(folder, "bodies")}
    traits = list(_rows(folder, "traits"))
    words = {name: frozenset(each.split()) for name, each in _rows(folder, "words")}
    prefixes = words.get("inseparable", frozenset()) | words.get("separable", frozenset())
    return Lexicon(
        language=known,
        words=words,
        cues=_cues(folder, known),
        cue_nouns={form: row[1] for row in _rows(folder, "cue_nouns") for form in row[0].split(",")},
        calling={row[0]: row[1] for row in _rows(folder, "calling_verbs")},
        stances={word: row[0] for row in _rows(folder, "stances") for word in row[1].split()},
        sources={row[0]: row[1] for row in _rows(folder, "cue_prepositions")},
        verbs=_verbs(folder, known),
        abbreviations=abbreviations(known),
        genders={name: row[0] for row in _rows(folder, "first_names") for name in row[1].split()},
        roles={noun: role for noun, role in roles.items() if not noun.startswith("-")},
        role_endings={noun[1:]: role for noun, role in roles.items() if noun.startswith("-")},
        bodies=frozenset(noun for noun in bodies if not noun.startswith("-")),
        body_endings=tuple(sorted(noun[1:] for noun in bodies if noun.startswith("-"))),
        prefixes=tuple(sorted(prefixes, key=lambda prefix: (-len(prefix), prefix))),
        reads_by_parse=["clauses", "parse"] in traits,
        has_konjunktiv=["konjunktiv", "yes"] in traits,
    )


def table_rows(language: str, table: str) -> Iterator[list[str]]:
    """The rows of a language's table as lists of cells, for modules with tables of their own; empty if missing."""
    return _rows(_folder(language), table)


def _folder(language: str) -> Path:
    return FOLDER / (language if language in LANGUAGES else "en")


def rows(language: str, table: str) -> Iterator[list[str]]:
    """The rows of one table of a language as lists of cells; empty if the language has no such table."""
    return _rows(_folder(language), table) if language in LANGUAGES else iter(())


def _rows(folder: Path, table: str) -> Iterator[list[str]]:
    """The rows of a table as lists of cells; empty if the language has no such table."""
    return read_table(folder / f"{table}.tsv")


def _part(cell: str) -> str | None:
    return None if cell == "-" else cell


def _cues(folder: Path, language: str) -> dict[str, tuple[CueForm, ...]]:
    found: dict[str, list[CueForm]] = defaultdict(list)
    for lemma, particle, present, past, participle, frames, links in _rows(folder, "cue_verbs"):
        particle = _part(particle) or ""
        parts = PrincipalParts(lemma, _part(present), _part(past), _part(participle))
        verb = CueVerb(lemma, particle, frozenset(frames) - {"-"}, frozenset(links.split(",")) - {"-"})
        forms = german_forms(parts, particle) if language == "de" else english_forms(parts)
        for form, kinds in forms.items():
            joined = bool(particle) and form.startswith(particle)
            found[form].append(CueForm(verb, frozenset(kinds), joined))
    return {form: tuple(entries) for form, entries in found.items()}


def _verbs(folder: Path, language: str) -> dict[str, frozenset[VerbForm]]:
    found: dict[str, set[VerbForm]] = defaultdict(set)
    for infinitive, present, past, participle, subjunctive in _rows(folder, "verbs"):
        parts = PrincipalParts(infinitive, _part(present), _part(past), _part(participle), _part(subjunctive))
        for form, kinds in german_forms(parts).items():
            found[form] |= kinds
    for row in _rows(folder, "cue_verbs"):
        parts = PrincipalParts(row[0], _part(row[2]), _part(row[3]), _part(row[4]))
        for form, kinds in (german_forms(parts) if language == "de" else english_forms(parts)).items():
            found[form] |= kinds
    for mood, forms in _rows(folder, "auxiliaries"):
        for form in forms.split():
            found[form] = set(_MOODS[mood])
    return {form: frozenset(kinds) for form, kinds in found.items()}
