"""Verbs of saying that no table lists, recognised by the words around them.

Nobody can list all verbs that go with speech: „…“, orakelte der Wirt. Two places show one whatever its meaning: right
behind a closing mark, before somebody who can speak; and before a clause in the Konjunktiv, which says that the clause
is somebody else's: Der Wirt orakelte, das Wasser werde steigen.
"""

from collections.abc import Iterator

from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import CueVerb
from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.parsed_text.word_order import subject_of
from core.quotes.cues.around_marks import IS, called_from
from core.quotes.cues.cue import Cue
from core.quotes.cues.disputing import disputes, meets_claim

_BEFORE_SPEECH = frozenset((":", ",", "–", "—"))
_FRAMES = frozenset("qc")
_PARTICLE = 2
"""Words of a verb that may come between a noun and what hangs on it: "entgegen", "konfrontiert"."""
_INDICATIVE = frozenset((VerbForm.PRESENT, VerbForm.PAST, VerbForm.PLURAL))


def unlisted_cues(parsed: ParsedText, sentence: Sentence, known: list[Cue]) -> list[Cue]:
    """The cues of a sentence that are not among the `known` ones, left to right. Needs the pipeline's grammar."""
    if not parsed.has_parse or parsed.lexicon.language != "de":
        return []
    taken = {cue.clause for cue in known}
    found = {
        verb: _cue(parsed, sentence, number, verb)
        for number, verb in (
            *_behind_marks(parsed, sentence),
            *_before_clauses(parsed, sentence),
            *_after_clauses(parsed, sentence),
        )
        if number not in taken
    }
    return [found[verb] for verb in sorted(found)]


def _behind_marks(parsed: ParsedText, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Clauses and verbs right behind speech in marks, with who speaks right behind the verb."""
    for marked in parsed.speech_in(sentence.unit):
        opening = parsed.token_at(marked.start)
        if opening > sentence.unit.first and parsed.words[opening - 1] not in _BEFORE_SPEECH:
            continue
        verb = parsed.token_from(marked.end)
        while verb < sentence.end and (parsed.space[verb] or parsed.words[verb] in (",", "–", "—")):
            verb += 1
        if verb >= sentence.end - 1 or not parsed.is_finite(verb):
            continue
        if parsed.is_subjunctive(verb) and parsed.pos[verb] != "AUX":
            continue
        speaker = next((p for p in sentence.phrases if p.start == verb + 1), None)
        number = sentence.clause_of(verb)
        if called_from(parsed, parsed.token_from(marked.end)) == verb:
            yield number, verb
            continue
        if speaker is not None and _can_speak(parsed, speaker) and sentence.clauses[number].first == verb:
            yield number, verb


def _before_clauses(parsed: ParsedText, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Main clauses and their verbs, with somebody as subject, before a clause in the Konjunktiv."""
    for number, clause in enumerate(sentence.clauses[:-1]):
        following = sentence.clauses[number + 1]
        if clause.kind not in MAIN or clause.finite is None or parsed.is_subjunctive(clause.finite):
            continue
        if following.separator != "," or not _is_reported(parsed, following):
            continue
        if _is_copula(parsed, clause, clause.finite):
            continue
        claim = _claim_before(parsed, sentence, clause)
        place = following.first, following.end
        if claim and (disputes(parsed, sentence, *place) or meets_claim(parsed, sentence, claim, *place)):
            continue
        speaker = subject_of(parsed, sentence, clause.finite)
        if speaker is not None and _can_speak(parsed, speaker):
            yield number, clause.finite


def _claim_before(parsed: ParsedText, sentence: Sentence, clause: Clause) -> Phrase | None:
    """The noun at the end of a clause on which what follows may hang: "wies den Vorwurf, sie habe gelogen, zurück"."""
    near = (p for p in reversed(sentence.phrases) if clause.end - _PARTICLE <= p.end <= clause.end)
    return next((p for p in near if "c" in parsed.lexicon.cue_nouns.get(parsed.words[p.head], "")), None)


def _after_clauses(parsed: ParsedText, sentence: Sentence) -> Iterator[tuple[int, int]]:
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
    low = parsed.low[clause.first]
    konjunktiv = low.endswith("e") and not low.endswith("te")
    own = clause.finite == clause.first and not konjunktiv and not parsed.lexicon.is_subjunctive(low)
    if not own or not _is_konjunktiv(parsed, main.finite):
        return
    speaker = next((p for p in sentence.phrases if p.start == clause.first + 1), None)
    if speaker is not None and _can_speak(parsed, speaker):
        yield number, clause.first


def _is_copula(parsed: ParsedText, clause: Clause, verb: int) -> bool:
    """Whether a form of "sein" is all the verb that its clause has: "sie war im Amt"."""
    head = parsed.head[verb]
    alone = head == verb or parsed.pos[head] != "VERB" or not clause.first <= head < clause.end
    return parsed.low[verb] in IS and alone


def _is_reported(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause with dass or ob, or a main clause that no conjunction opens, has a verb that can only be a
    Konjunktiv."""
    if clause.finite is None:
        return False
    if clause.kind is ClauseKind.CLAUSE:
        return any(_is_konjunktiv(parsed, i) for i in range(clause.first, clause.end))
    opened = parsed.lexicon.has(parsed.low[clause.first], "conjunction")
    return clause.kind in MAIN and not opened and _is_konjunktiv(parsed, clause.finite)


def _is_konjunktiv(parsed: ParsedText, i: int) -> bool:
    forms = parsed.lexicon.verb_forms(parsed.low[i])
    return parsed.stretch_at(i) is None and parsed.is_subjunctive(i) and not forms & _INDICATIVE


def _can_speak(parsed: ParsedText, speaker: Phrase) -> bool:
    return speaker.subject and may_speak(parsed, speaker)


def _cue(parsed: ParsedText, sentence: Sentence, number: int, verb: int) -> Cue:
    """The verb with its auxiliary and particle, as the parse has them."""
    clause = sentence.clauses[number]
    full, head = verb, parsed.head[verb]
    if parsed.pos[verb] == "AUX" and parsed.pos[head] == "VERB" and clause.first <= head < clause.end:
        full = head
    particles = (child for child in parsed.children(full) if parsed.dep[child] == "compound:prt")
    tokens = {verb, full, *(child for child in particles if clause.first <= child < clause.end)}
    passive = verb != full and parsed.lexicon.has(parsed.low[verb], "passive_auxiliary")
    return Cue(
        CueVerb(parsed.lemma[full], "", _FRAMES, frozenset()),
        tuple(sorted(tokens)),
        verb,
        number,
        passive,
        guessed=True,
    )
