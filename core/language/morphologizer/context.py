"""Moods of German that a sentence settles where the form of the verb alone does not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.language.morphologizer.moods import (
    FINITE,
    IMPERATIVE,
    INDICATIVE,
    PRESENT_SUBJUNCTIVE,
    SUBJUNCTIVE,
    certain_mood,
    is_past_subjunctive,
)
from core.language.morphologizer.verbs import verb_tables
from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import load_lexicon
from core.text.quotation_marks import OPENING
from core.text.tables import listed

_OPENING = frozenset(OPENING + "”:–—-(")
_CLAUSE_ENDS = frozenset(',;:.!?–—„“”»«›‹()"')
_SHOULD = frozenset(listed("form_of_should"))
_MODALS = _SHOULD | frozenset(listed("form_of_other_modal"))
_AUXILIARIES = frozenset(listed("conditional_auxiliary"))
_PRONOUNS = frozenset(listed("subject_behind_verb"))
_ARTICLES = frozenset(listed("article_behind_verb"))
_TO_SEVERAL = frozenset(listed("word_of_command"))
_PARTICLES = frozenset(listed("particle_of_command"))
_CONDITIONS = frozenset(listed("condition"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A word of a sentence with what is known of it so far."""

    form: str
    pos: str
    features: Mapping[str, str]

    @property
    def small(self) -> str:
        """The form in small letters."""
        return self.form.lower()

    @property
    def is_verb(self) -> bool:
        """Whether it is taken for a verb."""
        return self.pos in ("VERB", "AUX")

    @property
    def is_finite(self) -> bool:
        """Whether it is taken for a finite verb."""
        return "Mood" in self.features or self.features.get("VerbForm") == FINITE


def settled_moods(sentence: Sequence[Reading]) -> dict[int, str]:
    """The moods of those verbs of a sentence that its forms and words settle, by position.

    Behind `certain_mood`, these rules:

    * A verb in -e whose indicative has no such form but with "ich" is a Konjunktiv where its clause has no "ich"
      ("ob die Fähre noch fahre"). One that is in no table is so but for -te, which may be a past.
    * A past tense that is indicative and Konjunktiv II at once ("zahlte", "gingen") is the latter only beside a verb
      that is nothing else, or behind "wenn"; within a wenn-clause beside such a verb it is one.
    * "Sollte" in the first place of a clause is one ("sollte es regnen").
    * A verb in the first place of a sentence or a speech is an imperative where its form is no other ("nimm"), and
      where no subject follows it ("hört auf", "warte").
    """
    commands = set(_commands(sentence))
    past = any(is_past_subjunctive(word.small) and (word.is_verb or word.is_finite) for word in sentence)
    settled: dict[int, str] = {}
    for i, word in enumerate(sentence):
        if i in commands:
            settled[i] = IMPERATIVE
            continue
        mood = certain_mood(word.form, word.features)
        if word.is_verb or word.is_finite or _must_be_verb(sentence, i):
            mood = _told_by_sentence(sentence, i, past) or mood
        if mood is not None:
            settled[i] = mood
    return settled


def _told_by_sentence(sentence: Sequence[Reading], i: int, past: bool) -> str | None:
    """The mood that the words around a verb tell; `past` says whether the sentence has a plain Konjunktiv II."""
    word = sentence[i]
    small = word.small
    first = _is_first(sentence, i)
    if small in _SHOULD and _opens_clause(sentence, i) and sentence[-1].form != "?":
        return SUBJUNCTIVE
    if small in _MODALS or small in PRESENT_SUBJUNCTIVE or is_past_subjunctive(small):
        return None
    forms = load_lexicon("de").verb_forms(small)
    unlisted = not forms and word.is_finite and word.form[:1].islower() and not small.endswith("te")
    if small.endswith("e") and (forms == {VerbForm.SUBJUNCTIVE} or unlisted) and not first:
        return INDICATIVE if "ich" in _clause(sentence, i) else SUBJUNCTIVE
    if forms == {VerbForm.PAST} and not small.endswith(("te", "ten")):
        return INDICATIVE
    if word.features.get("Tense") == "Past" and word.is_finite:
        conditional = not _CONDITIONS.isdisjoint(_clause(sentence, i))
        if word.features.get("Mood") == SUBJUNCTIVE and not (past or conditional or first):
            return INDICATIVE
        if conditional and past and small.endswith(("te", "ten")):
            return SUBJUNCTIVE
    return None


def _must_be_verb(sentence: Sequence[Reading], i: int) -> bool:
    """Whether a word that was not taken for a verb is one: "sollte" first in its clause, and "fahre" last."""
    small = sentence[i].form
    if small.lower() in _SHOULD:
        return _opens_clause(sentence, i)
    last = i + 1 == len(sentence) or sentence[i + 1].form in _CLAUSE_ENDS
    lexicon = load_lexicon("de")
    return (
        last
        and small.endswith("e")
        and small.islower()
        and lexicon.is_subjunctive(small)
        and lexicon.verb_forms(small) == {VerbForm.SUBJUNCTIVE}
    )


def _commands(sentence: Sequence[Reading]) -> Iterator[int]:
    """Positions of imperatives."""
    if sentence[-1].form == "?":
        return
    urgent = any(word.form == "!" for word in sentence)
    commanded = False
    for i, word in enumerate(sentence):
        if word.form in _CLAUSE_ENDS:
            commanded = False
        elif _is_first(sentence, i) or (commanded and sentence[i - 1].small == "und"):
            following = sentence[i + 1].small if i + 1 < len(sentence) else ""
            commanded = _is_command(word, following, urgent)
            if commanded:
                yield i


def _is_command(word: Reading, following: str, urgent: bool) -> bool:
    """Whether a word where an imperative can stand is one, by its form and by the word behind it."""
    small = word.small
    tables, lexicon = verb_tables(), load_lexicon("de")
    subject = following in _PRONOUNS or following in _ARTICLES
    if tables.has(tables.imperatives, small):
        return not subject if small in ("sei", "seid") else following not in ("ihr", "du")
    if not word.is_verb or subject or small in _AUXILIARIES:
        return False
    if small.endswith("e"):
        return VerbForm.SUBJUNCTIVE in lexicon.verb_forms(small) and following not in ("was", "wer")
    if small.endswith("t"):
        return following in _TO_SEVERAL or (urgent and following in _PARTICLES)
    return VerbForm.PLURAL in lexicon.verb_forms(small + "en")


def _is_first(sentence: Sequence[Reading], i: int) -> bool:
    """Whether a word begins the sentence or what is said in it."""
    return i == 0 or sentence[i - 1].form in _OPENING


def _opens_clause(sentence: Sequence[Reading], i: int) -> bool:
    return _is_first(sentence, i) or sentence[i - 1].form == ","


def _clause(sentence: Sequence[Reading], i: int) -> set[str]:
    """The lower-case words between the marks on either side of a word."""
    start, end = i, i
    while start > 0 and sentence[start - 1].form not in _CLAUSE_ENDS:
        start -= 1
    while end < len(sentence) and sentence[end].form not in _CLAUSE_ENDS:
        end += 1
    return {word.small for word in sentence[start:end]}
