"""Where a sentence says that something is said: verbs of saying with their particles and auxiliaries."""

from collections.abc import Mapping
from dataclasses import replace

from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import CueForm, CueVerb
from core.parsed_text.clauses import Clause, Sentence
from core.parsed_text.dependencies import parsed_subject
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent
from core.parsed_text.word_order import subject_of
from core.quotes.cues.cue import Cue
from core.quotes.cues.verbs_by_parse import cues_by_parse
from core.text.tables import listed

_FINITE = frozenset({VerbForm.PRESENT, VerbForm.PAST, VerbForm.SUBJUNCTIVE})
_HAVE = frozenset(listed("auxiliary_of_perfect"))
_BE = frozenset(listed("auxiliary_of_passive"))
_NO_VERB = frozenset(("DET", "PRON"))
_FEELING = frozenset("t")
_OF_FINDINGS = "d"
"""The frame of a verb that is one of saying only for studies and figures."""
HEARD = CueVerb("hören", "", frozenset("qc"), frozenset())
"""For "war zu hören": not in the tables, for nobody hears what he says."""
_ASKS = CueVerb("wissen", "", frozenset("qci"), frozenset())
"""For "wollte wissen": not in the tables, for nobody says what he knows."""
_HOLDS = CueVerb("sein", "", frozenset("qcz"), frozenset())
_DEEMS = CueVerb(listed("lemma_of_estimate")[0], "", frozenset("czt"), frozenset())
"""For "hält es für möglich": what it is held for is in a table."""


def cues(parsed: ParsedText, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence outside quotation marks, left to right."""
    if parsed.by_parse:
        return cues_by_parse(parsed, sentence, parsed.lexicon.cues)
    found: list[Cue] = []
    for number, clause in enumerate(sentence.clauses):
        for i in range(clause.first, clause.end):
            if parsed.stretch_at(i) is not None:
                continue
            forms = forms_at(parsed, i, clause.end, parsed.lexicon.cues)
            if not forms or not (parsed.words[i][:1].islower() or parsed.begins_sentence(i)):
                continue
            if parsed.pos[i] in _NO_VERB or (parsed.dep[i] == "amod" and parsed.head[i] > i):
                continue  # "mit einigen", "die bekannten Gäste"
            if not parsed.is_finite(i) and parsed.tag[i + 1 : i + 2] == ["PTKVZ"]:
                continue  # It is an adverb there: "wies den Vorwurf, er lüge, entschieden zurück".
            end = _end_with_particle(parsed, sentence, clause.end, i)
            cue = read_verb(parsed, clause.first, end, number, i, forms)
            if cue is not None and not (_is_linked(parsed, clause, cue) and _can_be_said(parsed, cue, i)):
                continue
            if cue is not None and cue.may(_OF_FINDINGS):
                cue = _of_a_finding(parsed, sentence, cue)
            if cue is not None:
                found.append(cue)
    return found


def forms_at(
    parsed: ParsedText, i: int, end: int, table: Mapping[str, tuple[CueForm, ...]]
) -> tuple[CueForm, ...]:
    """The forms in a table of the verb at `i`, also with its particle apart before it: "bekannt gegeben". The particle
    itself, which may be a form of another verb, has none."""
    if i + 1 < end and parsed.low[i] + parsed.low[i + 1] in table:
        return ()
    apart = table.get(parsed.low[i - 1] + parsed.low[i]) if i else None
    return apart or table.get(parsed.low[i], ())


def _is_linked(parsed: ParsedText, clause: Clause, cue: Cue) -> bool:
    """Whether a verb that says something only with its da-word has that: "schließt daraus, dass", not "schließt"."""
    needed = cue.verb.lemma in listed("verb_with_link") and not cue.verb.particle
    return not needed or any(parsed.low[i] in cue.verb.links for i in range(clause.first, clause.end))


def _can_be_said(parsed: ParsedText, cue: Cue, i: int) -> bool:
    """Whether the verb at `i` says something: no participle that stands for "often" ("kam wiederholt zu Streit") or
    for another verb ("war in Not geraten"), and no passive of a verb that says something only in the active ("wurde
    gefunden")."""
    adverb = parsed.dep[i] == "advmod" and parsed.tag[i] == "VVPP"
    became = cue.verb.lemma in listed("verb_without_being") and parsed.lexicon.has(
        parsed.low[cue.finite], "being"
    )
    return not (adverb or became or (cue.passive and cue.verb.lemma in listed("verb_only_active")))


def _end_with_particle(parsed: ParsedText, sentence: Sentence, end: int, i: int) -> int:
    """The end of a verb's clause, with a particle behind what is said of its subject: "teilte X, der Chef, mit"."""
    parted = dependent(parsed, i, "compound:prt") if parsed.has_parse else None
    return end if parted is None or not end <= parted < sentence.end else parted + 1


def _of_a_finding(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Cue | None:
    """The cue as one of saying where a study or figures are its subject, else as one of thought, if it is: "Die Umfrage
    zeigt, dass …", but not "Er zeigt, dass er es kann"."""
    subjects = (f(parsed, sentence, cue.finite) for f in (subject_of, parsed_subject))
    heads = {parsed.low[subject.head] for subject in subjects if subject is not None}
    others = cue.verb.frames - {_OF_FINDINGS}
    if not cue.passive and any(parsed.lexicon.ends_in(head, "finding_noun") for head in heads):
        others = frozenset("c")
    return replace(cue, verb=replace(cue.verb, frames=others)) if others else None


def stances(parsed: ParsedText, sentence: Sentence, found: list[Cue]) -> list[Cue]:
    """Cues made of sein or sich zeigen and a word for what somebody holds ("ist der Meinung", "zeigte sich besorgt"),
    and of wollen and wissen. Where a language is read by the parse, its frames have them."""
    if parsed.by_parse:
        return []
    added: list[Cue] = []
    taken = {cue.clause for cue in found if cue.verb.frames != _FEELING}
    for number, clause in enumerate(sentence.clauses):
        deemed = _deemed(parsed, clause)
        if deemed is not None and clause.finite is not None and not parsed.is_subjunctive(clause.finite):
            added.append(Cue(_DEEMS, deemed, clause.finite, number, passive=False))
        if number in taken or clause.finite is None or deemed is not None:
            continue
        finite = clause.finite
        be = parsed.lexicon.has(parsed.low[finite], "being")
        if parsed.is_subjunctive(finite):
            continue
        heard = _heard(parsed, clause) if be or parsed.lexicon.has(parsed.low[finite], "receiving") else None
        if heard is not None:
            added.append(Cue(HEARD, (finite, *heard), finite, number, passive=False))
            continue
        if parsed.lexicon.has(parsed.low[finite], "wanting") and parsed.low[clause.end - 1] == "wissen":
            added.append(Cue(_ASKS, (finite, clause.end - 1), finite, number, passive=False))
            continue
        if not be and not parsed.lexicon.has(parsed.low[finite], "showing"):
            continue
        for i in range(clause.first, clause.end):
            kind = parsed.lexicon.stances.get(parsed.words[i])
            tokens = {finite, i}
            tokens.update(
                k for k in range(clause.first, clause.end) if parsed.low[k] in ("sich", "davon", "darüber")
            )
            if kind == "noun":
                if not be or i == clause.first or parsed.low[i - 1] not in ("der", "die"):
                    continue
                tokens.add(i - 1)
            elif kind != "adjective" or (
                i < clause.end - 2 and not _before_colon(parsed, sentence, number, i)
            ):
                continue
            added.append(Cue(_HOLDS, tuple(sorted(tokens)), finite, number, passive=False))
            break
    return added


def _deemed(parsed: ParsedText, clause: Clause) -> tuple[int, ...] | None:
    """The verb, "es" and what that is held for, at the end of a clause: "hält es für möglich, dass …". Without the verb
    the clause behind "hält es für falsch" says the contrary, so that is none."""
    end = clause.end - (parsed.lemma[clause.end - 1] in listed("lemma_of_estimate"))
    if end - 3 < clause.first or parsed.low[end - 1] not in listed("estimate"):
        return None
    deems = next(
        (i for i in range(clause.first, clause.end) if parsed.lemma[i] in listed("lemma_of_estimate")), None
    )
    it = next((i for i in range(clause.first, end) if parsed.low[i] == "es"), None)
    near = range(end - 2, max(end - 4, clause.first), -1)
    held = next((i for i in near if parsed.lexicon.has(parsed.low[i], "preposition")), None)
    if deems is None or it is None or held is None:
        return None
    return tuple(sorted({clause.finite or deems, deems, it, held, end - 1}))


def _heard(parsed: ParsedText, clause: Clause) -> tuple[int, int] | None:
    """The end of a clause that says what can be heard somewhere, or what somebody is told: "aus dem Ministerium war zu
    hören", "bekam sie zu hören", "wie aus dem Ministerium zu hören war"."""
    last = clause.end - 1 - (clause.finite == clause.end - 1 and parsed.low[clause.first] == "wie")
    if (
        last > clause.first
        and parsed.lexicon.has(parsed.low[last], "hearing")
        and parsed.low[last - 1] == "zu"
    ):
        return last - 1, last
    return None


def _before_colon(parsed: ParsedText, sentence: Sentence, number: int, i: int) -> bool:
    """Whether a colon ends the clause of token `i`, with nothing between but what a preposition governs: "zeigte sich
    enttäuscht über das Ergebnis: …"."""
    later = sentence.clauses[number + 1 : number + 2]
    return (
        bool(later)
        and later[0].separator == ":"
        and parsed.lexicon.has(parsed.low[i + 1], "preposition", "contracted")
    )


def read_verb(
    parsed: ParsedText, first: int, end: int, number: int, i: int, forms: tuple[CueForm, ...]
) -> Cue | None:
    """The best reading of a form: with its particle if that is at the end of the clause, else without one."""
    candidates: list[tuple[int, CueForm, tuple[int, ...]]] = []
    for form in forms:
        if form.verb.particle and not form.joined:
            particle = _particle(parsed, i, end, form.verb.particle)
            if particle is not None:
                candidates.append((2, form, (particle,)))
        else:
            candidates.append((1, form, ()))
    if not candidates:
        return None
    _, form, extra = max(candidates, key=lambda item: item[0])
    auxiliary, passive = _auxiliary(parsed, first, end, i)
    if auxiliary is None and VerbForm.PARTICIPLE in form.kinds:
        auxiliary, passive = _parsed_auxiliary(parsed, first, i)
    finite = i
    tokens = {i, *extra}
    if form.joined and not parsed.low[i].startswith(form.verb.particle):
        tokens.add(i - 1)
    lets = _lets(parsed, first, end, i)
    if lets is not None and _is_asked(parsed, first, end, i):
        return None
    if lets is not None:
        tokens.add(lets)
        finite, passive = lets, False
    elif VerbForm.PARTICIPLE in form.kinds and auxiliary is not None:
        finite = auxiliary
        tokens.add(auxiliary)
        passive = passive or (
            parsed.lexicon.has(parsed.low[auxiliary], "being") and form.verb.lemma != "gehen"
        )
    elif form.kinds & _FINITE:
        passive = False
    elif VerbForm.PLURAL in form.kinds:
        if parsed.low[i - 1] == "zu":
            return None
        passive = False
        modal = _modal(parsed, first, end, i)
        finite = i if modal is None else modal
    else:
        return None
    links = (k for k in range(first, end) if parsed.low[k] in form.verb.links and k > min(tokens))
    tokens.update([k for k in links if parsed.lexicon.has(parsed.low[k], "link_word")])
    if form.verb.lemma == "heißen":
        tokens.update(k for k in range(max(first, i - 1), min(i + 2, end)) if parsed.low[k] == "es")
    tokens.update(_worded(parsed, first, end))
    return Cue(form.verb, tuple(sorted(tokens)), finite, number, passive)


def _worded(parsed: ParsedText, first: int, end: int) -> tuple[int, ...]:
    """The "mit den Worten" that belongs to the verb of a clause."""
    worded = next((k for k in range(first, end) if parsed.low[k] == "worten"), None)
    if worded is None or worded < first + 2 or parsed.low[worded - 2] != "mit":
        return ()
    return worded - 2, worded - 1, worded


def _is_asked(parsed: ParsedText, first: int, end: int, i: int) -> bool:
    """Whether the subject of "lassen" is only asked: "Sie muss sich fragen lassen, warum sie ging"."""
    reflexive = (k for k in range(first, end) if parsed.lexicon.has(parsed.low[k], "reflexive"))
    return parsed.lexicon.has(parsed.low[i], "asking") and any(True for _ in reflexive)


def _particle(parsed: ParsedText, i: int, end: int, particle: str) -> int | None:
    """The separable particle of the verb at `i`: the last such word of the clause, or the last before "und", if it
    governs no noun: "forderte Haft auf Bewährung"."""
    if i and parsed.low[i - 1] == particle:
        return i - 1
    for k in range(end - 1, i, -1):
        if parsed.low[k] == particle and parsed.stretch_at(k) is None:
            joined = k + 1 < end and parsed.lexicon.has(parsed.low[k + 1], "joining")
            governs = k + 1 < end and parsed.dep[k] == "case"
            return k if (k >= end - 3 and not governs) or joined else None
    return None


def _auxiliary(parsed: ParsedText, first: int, end: int, i: int) -> tuple[int | None, bool]:
    """The auxiliary of a participle at `i` in its clause, and whether it makes a passive."""
    for k in range(i - 1, first - 1, -1):
        if parsed.stretch_at(k) is not None:
            continue
        if parsed.low[k] in _HAVE:
            return k, False
        if parsed.low[k] in _BE:
            return k, True
    for k in range(i + 1, min(i + 3, end)):
        if parsed.low[k] in _HAVE:
            return k, False
        if parsed.low[k] in _BE:
            return k, True
    return None, False


def _parsed_auxiliary(parsed: ParsedText, first: int, i: int) -> tuple[int | None, bool]:
    """The same by the parse, before the clause, where an apposition comes between: "wird X, die Reederin, zitiert"."""
    if not parsed.has_parse:
        return None, False
    for child in parsed.children(i):
        if parsed.dep[child].startswith("aux") and child < first and parsed.stretch_at(child) is None:
            if parsed.low[child] in _HAVE:
                return child, False
            if parsed.low[child] in _BE:
                return child, True
    return None, False


def _modal(parsed: ParsedText, first: int, end: int, i: int) -> int | None:
    """A modal verb that makes the plural form at `i` an infinitive."""
    return next(
        (
            k
            for k in range(first, end)
            if k != i and parsed.stretch_at(k) is None and parsed.lexicon.has(parsed.low[k], "modal")
        ),
        None,
    )


def _lets(parsed: ParsedText, first: int, end: int, i: int) -> int | None:
    """The form of "lassen" that makes the form at `i` an infinitive: "ließ der Minister mitteilen"."""
    if not parsed.low[i].endswith("n"):
        return None
    return next(
        (
            k
            for k in range(first, end)
            if k != i and parsed.stretch_at(k) is None and parsed.lexicon.has(parsed.low[k], "causative")
        ),
        None,
    )
