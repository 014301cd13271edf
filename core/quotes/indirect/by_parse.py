"""Indirect speech where the parse tells clauses apart: what is said is a clause that hangs on a verb, a noun or an
adjective, or on which the verb of saying hangs, as in "the port, she said, would close"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.lexicon.inflection import VerbForm
from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.relations import SUBJECTS
from core.parsed_text.trees import dependent, dependents, is_passive, own_subject, subtree
from core.quotes import rules
from core.quotes.cues.cue import Cue
from core.quotes.cues.verbs_by_parse import is_hearsay_of
from core.quotes.finding import Finding, Spans
from core.quotes.indirect.acts_by_parse import act_of, spans_of_act
from core.quotes.indirect.asides_by_parse import behind_colon, is_inserted, is_set_off
from core.quotes.indirect.clause_findings import clause_of, count, finding_of, is_in_marks, runs_of
from core.quotes.indirect.holders_by_parse import (
    CLOSING,
    HEADLINES,
    from_adjectives,
    from_headline,
    from_impersonal,
    from_nouns,
    is_told_meanwhile,
    told_afterwards,
    told_meanwhile,
)
from core.quotes.indirect.speech_by_source import FEWEST
from core.quotes.speakers.sources import Source
from core.quotes.speakers.subjects_by_parse import phrase_with, speaker_by_parse
from core.text.spans import overlaps, strip

_WRITER = frozenset(("i", "we", "you", "one"))
_BESIDE = frozenset(
    (
        "obj",
        "iobj",
        "obl",
        "obl:unmarked",
        "advmod",
        "compound:prt",
        "nsubj",
        "nsubj:pass",
        "punct",
        "advcl",
        "obl:agent",
    )
)
"""What may come between a verb and the clause that it introduces."""
_OPENING = ("whether", "that")
"""What opens a clause of a verb of saying; ahead of the verb, "whether" is what somebody was asked."""
_ANYBODY = frozenset(("people", "nobody", "everyone", "everybody", "anyone", "anybody", "none"))
_RELATIVE = frozenset(("who", "which", "whose", "whom", "where"))
_CONCEDING = frozenset(("though", "although", "while", "but", "whereas"))
_ASKED = frozenset(("whether", "if", "who", "what", "how", "where", "when", "why", "which"))


def statements_by_parse(
    parsed: ParsedText, sentence: Sentence, found: Sequence[Cue], sources: Sequence[Source]
) -> list[Finding]:
    """The indirect quotations of one sentence."""
    results = [each for source in sources if (each := _from_source(parsed, sentence, source)) is not None]
    for cue in found:
        for finding in _from_cue(parsed, sentence, cue):
            if not any(finding.spans == other.spans for other in results):
                results.append(finding)
    for finding in (
        *from_adjectives(parsed, sentence),
        *from_impersonal(parsed, sentence),
        *from_nouns(parsed, sentence),
        *from_headline(parsed, sentence),
    ):
        if not any(overlaps(a, b) for other in results for a in other.spans for b in finding.spans):
            results.append(finding)
    return results


def _from_cue(parsed: ParsedText, sentence: Sentence, cue: Cue) -> list[Finding]:
    """What a verb of saying introduces: a clause or an infinitive, or the clause that it is put into."""
    verb = cue.full
    speaker = speaker_by_parse(parsed, sentence, cue)
    if speaker is not None and _is_anybody(parsed, speaker):
        return []
    results: list[Finding] = []
    clauses = [clause for clause in _clauses(parsed, verb) if not is_told_meanwhile(parsed, clause)]
    behind = [clause for clause in clauses if clause > verb and _is_framed(parsed, cue, clause)]
    before = [
        clause
        for clause in clauses
        if clause < verb and not behind and _is_framed(parsed, cue, clause) and not _is_asked(parsed, clause)
    ]
    if behind:
        results.extend(
            _statement(parsed, sentence, cue, speaker, _behind(parsed, cue, behind), rules.SAID_THAT)
        )
    for clause in before:
        said = behind_colon(parsed, sentence, speaker, subtree(parsed, clause))
        results.extend(_statement(parsed, sentence, cue, speaker, said, rules.THEN_SAID))
    if _is_told(parsed, sentence, cue):
        return [replace(each, speaker=()) for each in results]
    if not results and speaker is not None and not cue.passive:
        results.extend(_around(parsed, sentence, cue, speaker))
    if not results:
        results.extend(_infinitive(parsed, sentence, cue, speaker))
    return results


def _is_told(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a headline ends in who was told: "Clerk stole £40, court told"."""
    kind = parsed.kinds[sentence.unit.paragraph] if sentence.unit.paragraph >= 0 else ""
    return kind in HEADLINES and parsed.low[cue.full] == "told" and cue.full >= sentence.end - 2


def _is_anybody(parsed: ParsedText, speaker: Phrase) -> bool:
    """Whether a subject is the writer or nobody in particular: "I think", "people say"."""
    beside = dependent(parsed, speaker.head, "acl", "acl:relcl", "nmod", "amod")
    alone = speaker.end == speaker.start + 1 and beside is None
    return alone and (
        (speaker.pronoun and parsed.low[speaker.start] in _WRITER) or parsed.low[speaker.start] in _ANYBODY
    )


def _is_asked(parsed: ParsedText, clause: int) -> bool:
    """Whether a clause is a participle that leads up to what is said: "Asked if she would go, …"."""
    if own_subject(parsed, clause) is not None:
        return False
    forms = parsed.lexicon.verb_forms(parsed.low[clause])
    return is_passive(parsed, clause) or (
        subtree(parsed, clause)[0] == clause and VerbForm.PARTICIPLE in forms
    )


def _clauses(parsed: ParsedText, verb: int) -> list[int]:
    """The clauses that a verb has as its object; one with "that" behind a noun that says nothing is one of them: "said
    after the hearing that …"."""
    found = list(dependents(parsed, verb, "ccomp"))
    found = found or [
        clause
        for clause in dependents(parsed, verb, "advcl", "acl")
        if any(parsed.low[mark] in _OPENING[clause < verb :] for mark in dependents(parsed, clause, "mark"))
    ]
    if found:
        return found
    for noun in dependents(parsed, verb, "obl", "obj", "iobj", "nmod"):
        if noun > verb and "c" not in parsed.lexicon.cue_nouns.get(parsed.low[noun], ""):
            found.extend(
                clause
                for clause in dependents(parsed, noun, "acl", "acl:relcl")
                if any(parsed.low[mark] == "that" for mark in dependents(parsed, clause, "mark"))
            )
    return found


def _behind(parsed: ParsedText, cue: Cue, clauses: Sequence[int]) -> list[int]:
    """The tokens of clauses behind a verb, with all between them and the verb but who is told and when, and with what
    follows without a comma: a time, a condition."""
    verb = cue.full
    cut = [i for clause in clauses for i in (*_said_besides(parsed, clause), *told_meanwhile(parsed, clause))]
    tokens = sorted({i for clause in clauses for i in subtree(parsed, clause, cut=cut) if i > verb})
    first = _first_said(parsed, cue, tokens[0])
    last = max((i for i in tokens if parsed.pos[i] != "PUNCT"), default=tokens[-1])
    while parsed.words[last + 1 : last + 2] and parsed.words[last + 1] in CLOSING:
        last += 1
    for child in sorted(parsed.children(verb)):
        if child <= last or parsed.dep[child] not in ("advcl", "obl", "obl:unmarked", "xcomp", "conj"):
            continue
        own = subtree(parsed, child)
        if own[0] != last + 1 or _speaks_anew(parsed, child):
            break
        last = own[-1]
    return list(range(first, last + 1))


def _set_apart(parsed: ParsedText, verb: int) -> list[int]:
    """Clauses behind a comma that the writer sets against what is said: ", though critics doubt it"."""
    return [
        child
        for child in dependents(parsed, verb, "advcl")
        if child > verb
        and parsed.words[subtree(parsed, child)[0]] == ","
        and any(parsed.low[mark] in _CONCEDING for mark in dependents(parsed, child, "mark"))
    ]


def _said_besides(parsed: ParsedText, clause: int) -> list[int]:
    """Clauses of a statement behind a comma in which somebody else is said to speak: ", though aides said …"."""
    return [
        child
        for child in _set_apart(parsed, clause)
        if parsed.low[child] in parsed.lexicon.cues
        and dependent(parsed, child, "ccomp") is not None
        and own_subject(parsed, child) is not None
    ]


def _first_said(parsed: ParsedText, cue: Cue, first: int) -> int:
    """Where a clause behind a verb begins, whatever the parser has hung elsewhere: right behind the verb, its particle,
    and what else belongs to it."""
    beside = {*cue.tokens}
    own = _BESIDE if cue.may("l") or cue.may("a") else _BESIDE - {"obj", "iobj"}
    for child in parsed.children(cue.full):
        if parsed.dep[child] in own:
            beside.update(subtree(parsed, child))
    between = (i for i in range(cue.full + 1, first) if i not in beside and parsed.pos[i] != "PUNCT")
    return next(between, first)


def _speaks_anew(parsed: ParsedText, child: int) -> bool:
    """Whether what follows a statement is the writer's, or said by another verb."""
    if parsed.low[child] in parsed.lexicon.cues or parsed.low[child].endswith("ing"):
        return True
    if parsed.dep[child] == "conj":
        modal = any(parsed.lexicon.has(parsed.low[k], "modal") for k in dependents(parsed, child, "aux"))
        return not modal or dependent(parsed, child, *SUBJECTS) is not None
    return False


def _is_framed(parsed: ParsedText, cue: Cue, clause: int) -> bool:
    """Whether a clause that hangs on a verb is what is said: not one that somebody did not say, or was asked."""
    opening = _openers(parsed, clause)
    asked = any(parsed.low[i] in _ASKED for i in opening)
    if clause > cue.full and _is_relative(parsed, clause):
        return False
    if cue.negated and not cue.may("t") and not cue.may("d"):
        return False
    if asked:
        own = own_subject(parsed, cue.full) is not None or parsed.dep[cue.full] not in ("ccomp", "advcl")
        return (cue.may("i") or cue.may("c")) and own and not (cue.passive and cue.may("i"))
    return cue.may("c") or cue.may("q")


def _is_relative(parsed: ParsedText, clause: int) -> bool:
    """Whether a clause behind a comma is the writer's about what was said: "He agreed, which surprised nobody"."""
    first = next(i for i in subtree(parsed, clause) if parsed.words[i] != ",")
    return parsed.words[first - 1] == "," and parsed.low[first] in _RELATIVE


def _openers(parsed: ParsedText, clause: int) -> list[int]:
    """The first words of a clause, behind a preposition at most."""
    tokens = subtree(parsed, clause)
    return tokens[:2] if parsed.lexicon.has(parsed.low[tokens[0]], "preposition") else tokens[:1]


def _around(parsed: ParsedText, sentence: Sentence, cue: Cue, speaker: Phrase) -> list[Finding]:
    """The clause into which a verb of saying is put, or behind which it stands: "Prices, he said, fell"; "as he put
    it"."""
    verb = cue.full
    while parsed.dep[verb] == "xcomp" and parsed.head[verb] < verb:
        verb = parsed.head[verb]  # "Her mother, she used to say, could mend anything"
    relation, governor = parsed.dep[verb], parsed.head[verb]
    as_said = relation == "advcl" and any(
        parsed.low[i] == "as" for i in dependents(parsed, verb, "mark", "advmod")
    )
    inserted = is_inserted(parsed, sentence, verb, cue)
    if not (as_said or inserted) or not (cue.may("c") or cue.may("q")):
        return []
    told = dependent(parsed, cue.full, "obj", "xcomp")
    if as_said and ((told is not None and parsed.low[told] != "it") or not (cue.may("c") or told)):
        return []
    if as_said and _tells_of(parsed, sentence, cue.full):
        return []
    if inserted and told is not None and not (cue.may("l") or cue.may("a")):
        return []
    if inserted and not is_set_off(parsed, sentence, verb):
        return []
    tokens = behind_colon(
        parsed, sentence, speaker, subtree(parsed, clause_of(parsed, governor), cut=(verb,))
    )
    first = tokens[0] if tokens else verb
    between = any(token > verb for token in tokens) and first < verb
    rule = rules.AS_SAID if as_said else rules.SAID_BETWEEN if between else rules.THEN_SAID
    return _statement(parsed, sentence, cue, speaker, tokens, rule)


def _tells_of(parsed: ParsedText, sentence: Sentence, verb: int) -> bool:
    """Whether a clause with "as" tells when something was said, and not by whom: "She wept as she told jurors: “…”",
    "Cup won as coach rages at referee"."""
    aimed = any(
        parsed.low[case] in ("at", "about", "over", "against")
        for child in dependents(parsed, verb, "obl")
        for case in dependents(parsed, child, "case")
    )
    colons = (i for i in range(verb, sentence.end) if parsed.words[i] == ":")
    return aimed or any(parsed.opens_stretch(i + 1) for i in colons if i + 1 < sentence.end)


def _infinitive(
    parsed: ParsedText, sentence: Sentence, cue: Cue, speaker: Phrase | None
) -> Iterable[Finding]:
    """An infinitive that says what the speaker or the addressee will do, or what somebody is said to have done."""
    verb = cue.full
    clause = next(
        (
            child
            for child in dependents(parsed, verb, "xcomp", "advcl", "ccomp")
            if child > verb and any(parsed.low[i] == "to" for i in dependents(parsed, child, "mark"))
        ),
        None,
    )
    if clause is None or cue.negated:
        return []
    if cue.passive:
        adjunct = parsed.dep[clause] == "advcl" and parsed.low[verb + 1 : verb + 2] != ["to"]
        if (
            not cue.may("h")
            or adjunct
            or (is_hearsay_of(parsed, verb, clause) and _says_more(parsed, clause))
        ):
            return []
        cut = [*dependents(parsed, verb, "conj", "parataxis", "cc")]
        cut += [child for each in (verb, clause) for child in _set_apart(parsed, each)]
        whole = subtree(parsed, verb, cut=cut)
        rule = rules.RULES[rules.HEARSAY]
        spans = runs_of(parsed, whole)
        who = () if speaker is None else (parsed.span(speaker.start, speaker.end),)
        cues = parsed.spans_of(cue.tokens)
        return [Finding(QuoteType.FREE_INDIRECT, spans, rule.name, rule.confidence, who, cues)]
    addressed = _is_addressed(parsed, verb)
    if speaker is None or not cue.may("a" if addressed else "z"):
        return []
    if addressed:
        spans = spans_of_act(parsed, cue, speaker, told_afterwards(parsed, clause))
        return [
            replace(each, addressee=_addressee(parsed, sentence, cue))
            for each in act_of(parsed, cue, speaker, spans)
        ]
    promised = subtree(parsed, clause, cut=told_afterwards(parsed, clause))
    return _statement(parsed, sentence, cue, speaker, promised, rules.PROMISED_TO)


def _says_more(parsed: ParsedText, infinitive: int) -> bool:
    """Whether what is passed on is what somebody has said, which is a statement of its own."""
    frames = {
        frame for form in parsed.lexicon.cues.get(parsed.low[infinitive], ()) for frame in form.verb.frames
    }
    return "c" in frames and dependent(parsed, infinitive, "ccomp") is not None


def _is_addressed(parsed: ParsedText, verb: int) -> bool:
    """Whether a verb has an object, or one behind "on", "for" or "to", that shall do what is said."""
    if dependent(parsed, verb, "obj", "iobj") is not None:
        return True
    return any(
        parsed.low[case] in ("on", "upon", "for", "to", "with")
        for child in dependents(parsed, verb, "obl")
        if not parsed.lexicon.has(parsed.words[child], "weekday", "month")
        for case in dependents(parsed, child, "case")
    )


def _from_source(parsed: ParsedText, sentence: Sentence, source: Source) -> Finding | None:
    """The clause on which "according to X" hangs."""
    named = range(source.first, source.end)
    outside = (parsed.head[i] for i in named if parsed.head[i] not in named)
    head = next(outside, None)
    if head is None or not sentence.unit.first <= head < sentence.end:
        return None
    of_source = [k for i in named for k in dependents(parsed, i, "acl:relcl", "acl") if k not in named]
    tokens = [i for i in subtree(parsed, clause_of(parsed, head), cut=of_source) if i not in named]
    if (
        not (spans := runs_of(parsed, tokens))
        or is_in_marks(parsed, tokens)
        or count(parsed, tokens) < FEWEST
    ):
        return None
    frame = (strip(parsed.span(source.first, source.end), parsed.text),)
    rule = rules.RULES[source.rule]
    return Finding(QuoteType.INDIRECT, spans, rule.name, rule.confidence, source.speaker, source.cue, frame)


def _statement(
    parsed: ParsedText,
    sentence: Sentence,
    cue: Cue,
    speaker: Phrase | None,
    tokens: Sequence[int],
    rule: str,
) -> list[Finding]:
    """A finding with its addressee, unless the words are in marks or too few."""
    to = _addressee(parsed, sentence, cue) if rule != rules.SAID_BETWEEN else ()
    return [replace(each, addressee=to) for each in finding_of(parsed, cue.tokens, speaker, tokens, rule)]


def _addressee(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Spans:
    """To whom a verb of telling or asking speaks."""
    if not (cue.may("a") or cue.may("l")) or cue.passive:
        return ()
    told = dependent(parsed, cue.full, "iobj", "obj")
    phrase = phrase_with(sentence, told) if told is not None else None
    return () if phrase is None else (parsed.span(phrase.start, phrase.end),)
