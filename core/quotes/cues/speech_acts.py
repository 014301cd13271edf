"""Verbs with which somebody does something in words: criticise, promise, warn of. Each with its complements."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core.lexicon.inflection import PrincipalParts, VerbForm, english_forms, german_forms
from core.lexicon.lexicon import CueForm, CueVerb, table_rows
from core.parsed_text.parsed_text import ParsedText
from core.quotes.cues.cue import Cue

_PASSIVE = "p"
_ABOUT_OTHERS = "o"
_SOMEBODY = "a"
_WORDS = "w"
_DECLINED = "d"
_FROM_SOURCE = "v"
_IT = "i"


@dataclass(frozen=True, slots=True)
class Act:
    """A row of `speech_acts.tsv`."""

    needs: tuple[tuple[str, ...], ...]
    """Alternatives; all words of one must have their counterpart in the clause."""
    passive: bool
    """Whether it counts in the passive, with who acts behind "von"."""
    about_others: bool
    """Whether "das" beside it stands for a fact or for what somebody else said: "das bedauerte sie"."""
    by_somebody: bool
    """Whether its subject is always somebody who can speak, whatever noun it is."""
    in_words: bool
    """Whether words in marks beside it are all that is said: "sich „besorgt“ äußern"."""
    declined: bool = False
    """Whether not wanting to do it is an act as well: "wollte sich nicht äußern"."""
    from_source: bool = False
    """Whether who does it is behind a preposition, and not the subject: "Kritik kam von X"."""
    by_it: bool = False
    """Whether "it" as its subject stands for a body, as no thing does that: "It declined to comment"."""


@dataclass(frozen=True, slots=True)
class Acts:
    """The verbs of one language; empty where it has no such table."""

    forms: Mapping[str, tuple[CueForm, ...]]
    of_verb: Mapping[tuple[str, str], Act]
    """By infinitive and particle."""

    def of(self, verb: CueVerb) -> Act | None:
        """The act that a verb names."""
        return self.of_verb.get((verb.lemma, verb.particle))


@cache
def load_acts(language: str) -> Acts:
    """The table of a language, read on first use."""
    forms: dict[str, list[CueForm]] = defaultdict(list)
    of_verb: dict[tuple[str, str], Act] = {}
    for lemma, particle, present, past, participle, needs, flags in _rows(language):
        verb = CueVerb(lemma, particle, frozenset(), frozenset())
        parts = PrincipalParts(lemma, present or None, past or None, participle or None)
        forms_of = german_forms if language == "de" else _english
        of_verb[lemma, particle] = Act(
            tuple(tuple(words.split()) if words.strip() != "-" else () for words in needs.split(",")),
            _PASSIVE in flags,
            _ABOUT_OTHERS in flags,
            _SOMEBODY in flags,
            _WORDS in flags,
            _DECLINED in flags,
            _FROM_SOURCE in flags,
            _IT in flags,
        )
        for form, kinds in forms_of(parts, particle).items():
            joined = bool(particle) and form.startswith(particle)
            forms[form].append(CueForm(verb, frozenset(kinds), joined))
    return Acts({form: tuple(entries) for form, entries in forms.items()}, of_verb)


def is_about_others(parsed: ParsedText, cue: Cue) -> bool:
    """Whether "das" beside a verb stands for a fact or for what somebody else said."""
    act = load_acts(parsed.lexicon.language).of(cue.verb)
    return act is not None and act.about_others


def _english(parts: PrincipalParts, _particle: str) -> dict[str, set[VerbForm]]:
    return english_forms(parts)


def _rows(language: str) -> Iterator[list[str]]:
    for row in table_rows(language, "speech_acts"):
        yield [*("" if cell == "-" else cell for cell in row[:5]), *row[5:]]
