"""Verbs of saying that no table knows, told by what stands around them.

Nobody can list all verbs that go with speech: „…“, orakelte der Wirt. Two places show one whatever its meaning: right
behind a closing mark, before somebody who can speak; and before a clause in the Konjunktiv, which says that the clause
is somebody else's: Der Wirt orakelte, das Wasser werde steigen.
"""

from collections.abc import Iterator

from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import CueVerb
from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence, subject_of
from core.parsed_text.parsed_text import View
from core.parsed_text.phrases import Phrase, may_speak
from core.quotes.cues.around_marks import called_from
from core.quotes.cues.verbs import Cue

_BEFORE_SPEECH = frozenset((":", ",", "–", "—"))
_FRAMES = frozenset("qc")
_INDICATIVE = frozenset((VerbForm.PRESENT, VerbForm.PAST, VerbForm.PLURAL))
_PASSIVE = frozenset("wird wurde werden wurden".split())


def guessed(view: View, sentence: Sentence, known: list[Cue]) -> list[Cue]:
    """The cues of a sentence that are not among the `known` ones, left to right. Needs the pipeline's grammar."""
    if not view.parsed or view.lexicon.language != "de":
        return []
    taken = {cue.clause for cue in known}
    found = {
        verb: _cue(view, sentence, number, verb)
        for number, verb in (
            *_behind_marks(view, sentence),
            *_before_clauses(view, sentence),
            *_after_clauses(view, sentence),
        )
        if number not in taken
    }
    return [found[verb] for verb in sorted(found)]


def _behind_marks(view: View, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Clauses and verbs right behind speech in marks, with who speaks right behind the verb."""
    for marked in view.speech_in(sentence.unit):
        opening = view.token_at(marked.start)
        if opening > sentence.unit.first and view.words[opening - 1] not in _BEFORE_SPEECH:
            continue
        verb = view.token_from(marked.end)
        while verb < sentence.end and (view.space[verb] or view.words[verb] in (",", "–", "—")):
            verb += 1
        if verb >= sentence.end - 1 or not view.is_finite(verb):
            continue
        if view.is_subjunctive(verb) and view.doc[verb].pos_ != "AUX":
            continue
        speaker = next((p for p in sentence.phrases if p.start == verb + 1), None)
        number = sentence.clause_of(verb)
        if called_from(view, view.token_from(marked.end)) == verb:
            yield number, verb
            continue
        if speaker is not None and _can_speak(view, speaker) and sentence.clauses[number].first == verb:
            yield number, verb


def _before_clauses(view: View, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Main clauses and their verbs, with somebody as subject, before a clause that stands in the Konjunktiv."""
    for number, clause in enumerate(sentence.clauses[:-1]):
        following = sentence.clauses[number + 1]
        if clause.kind not in MAIN or clause.finite is None or view.is_subjunctive(clause.finite):
            continue
        if following.separator != "," or not _is_reported(view, following):
            continue
        speaker = subject_of(view, sentence, clause.finite)
        if speaker is not None and _can_speak(view, speaker):
            yield number, clause.finite


def _after_clauses(view: View, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A clause at the end that a verb and who speaks open, behind a main clause in the Konjunktiv: "Das sei vorbei,
    findet die Wirtin"."""
    clause, number = sentence.clauses[-1], len(sentence.clauses) - 1
    main = next((c for c in sentence.clauses[:-1] if c.kind in MAIN), None)
    if (
        main is None
        or main.finite is None
        or clause.separator != ","
        or clause.kind is not ClauseKind.VERB_FIRST
    ):
        return
    low = view.low[clause.first]
    konjunktiv = low.endswith("e") and not low.endswith("te")
    own = clause.finite == clause.first and not konjunktiv and not view.lexicon.is_subjunctive(low)
    if not own or not _is_konjunktiv(view, main.finite):
        return
    speaker = next((p for p in sentence.phrases if p.start == clause.first + 1), None)
    if speaker is not None and _can_speak(view, speaker):
        yield number, clause.first


def _is_reported(view: View, clause: Clause) -> bool:
    """Whether a clause with dass or ob, or a main clause that no conjunction opens, has a verb that can only be a
    Konjunktiv."""
    if clause.finite is None:
        return False
    if clause.kind is ClauseKind.CLAUSE:
        return any(_is_konjunktiv(view, i) for i in range(clause.first, clause.end))
    opened = view.lexicon.has(view.low[clause.first], "conjunction")
    return clause.kind in MAIN and not opened and _is_konjunktiv(view, clause.finite)


def _is_konjunktiv(view: View, i: int) -> bool:
    forms = view.lexicon.verb_forms(view.low[i])
    return view.stretch_at(i) is None and view.is_subjunctive(i) and not forms & _INDICATIVE


def _can_speak(view: View, speaker: Phrase) -> bool:
    return speaker.subject and may_speak(view, speaker)


def _cue(view: View, sentence: Sentence, number: int, verb: int) -> Cue:
    """The verb with its auxiliary and particle, as the parse has them."""
    clause = sentence.clauses[number]
    full = view.doc[verb]
    if full.pos_ == "AUX" and full.head.pos_ == "VERB" and clause.first <= full.head.i < clause.end:
        full = full.head
    tokens = {verb, full.i}
    tokens.update(c.i for c in full.children if c.dep_ == "compound:prt" and clause.first <= c.i < clause.end)
    passive = verb != full.i and view.low[verb] in _PASSIVE
    return Cue(
        CueVerb(full.lemma_, "", _FRAMES, frozenset()),
        tuple(sorted(tokens)),
        verb,
        number,
        passive,
        guessed=True,
    )
