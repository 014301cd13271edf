"""Speech acts reported without their words: "Die Ministerin wies die Vorwürfe zurück." """

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import ClauseKind, Sentence
from core.parsed_text.dependencies import parsed_subject
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.parsed_text.relations import NOUN_SUBJECTS
from core.parsed_text.word_order import is_dative, subject_of
from core.quotes import rules
from core.quotes.cues.characterising import names_term
from core.quotes.cues.cue import Cue
from core.quotes.cues.speech_acts import Act, Acts, load_acts
from core.quotes.cues.verbs import forms_at, read_verb
from core.quotes.finding import Finding
from core.quotes.indirect.acts_by_parse import acts_by_parse
from core.quotes.indirect.complements import complements
from core.quotes.indirect.parts_of_acts import Part, contrasted_parts, main_parts
from core.quotes.speakers.addressees import addressee
from core.quotes.speakers.subjects import speaker_of
from core.quotes.speakers.texts import is_text
from core.text.spans import Span, overlaps, strip
from core.text.tables import listed

_OWN = frozenset(("ich", "wir", "man", "es", "das", "dies", "i", "we"))
_TRAILING = frozenset(
    {
        ClauseKind.RELATIVE,
        ClauseKind.FRAGMENT,
        ClauseKind.INFINITIVE,
        ClauseKind.SUBORDINATE,
        ClauseKind.CLAUSE,
        ClauseKind.QUOTED,
    }
)
_NOBODY = ("kein", "niemand")
_ABSTRACT = listed("abstract_noun_end")


def reported_acts(parsed: ParsedText, sentence: Sentence, found: Iterable[Finding]) -> list[Finding]:
    """What is done with words in the main clauses of a sentence, with verbs that none of the findings `found` has.

    What somebody else does meanwhile counts beside another statement: "X lobt den Plan, während Y ihn ablehnt".
    """
    acts = load_acts(parsed.lexicon.language)
    if not acts.forms:
        return []
    if parsed.by_parse:
        return acts_by_parse(parsed, sentence, acts, found)
    said = list(found)
    meanwhile = _done(parsed, sentence, contrasted_parts(parsed, sentence), acts, said)
    told = _done(parsed, sentence, main_parts(parsed, sentence), acts, [*said, *meanwhile])
    within = parsed.span(sentence.unit.first, sentence.end)
    beside = told or any(overlaps(within, span) for finding in said for span in finding.spans)
    return [*told, *meanwhile] if beside else told


def _done(
    parsed: ParsedText, sentence: Sentence, parts: Iterable[Part], acts: Acts, said: list[Finding]
) -> list[Finding]:
    """One act for each part that has one."""
    told: list[Finding] = []
    for part in parts:
        for cue in _cues(parsed, part, acts):
            finding = _act(parsed, sentence, part, cue, acts, [*said, *told])
            if finding is not None:
                told.append(finding)
                break
    return told


def behind_act(parsed: ParsedText, finding: Finding, acts: list[Finding]) -> Finding:
    """Words in marks for which only a colon speaks, with who does the act before it: "Zuspruch kam von Lind: „…“"."""
    if finding.rule != rules.COLON_BEFORE:
        return finding
    before = [act for act in acts if act.speaker and act.end <= finding.start]
    if not before:
        return finding
    who = before[-1].speaker
    between = parsed.text[max(before[-1].end, who[-1][1]) : finding.start]
    return replace(finding, speaker=who) if between.strip() == ":" else finding


def _has(parsed: ParsedText, i: int, words: str) -> bool:
    return parsed.lexicon.has(parsed.low[i], words)


def _cues(parsed: ParsedText, part: Part, acts: Acts) -> Iterator[Cue]:
    """The verbs of the table in a part."""
    for i in range(part.first, part.end):
        forms = forms_at(parsed, i, part.end, acts.forms)
        if not forms or parsed.stretch_at(i) is not None:
            continue
        if parsed.words[i][:1].islower() or parsed.begins_sentence(i):
            cue = read_verb(parsed, part.first, part.end, part.clause, i, forms)
            if cue is not None:
                yield cue


def _act(
    parsed: ParsedText, sentence: Sentence, part: Part, cue: Cue, acts: Acts, said: list[Finding]
) -> Finding | None:
    act = acts.of(cue.verb)
    if act is None or (cue.passive and not act.passive) or not _is_done(parsed, part, cue, act):
        return None
    if any(_has_verb(parsed, part, cue, act, finding) for finding in said):
        return None
    speaker = _speaker(parsed, sentence, part, cue, act)
    if speaker is None:
        return None
    who = (parsed.span(speaker.start, speaker.end),)
    known = any(each.rule == rules.REPORTED_ACT and each.speaker == who for each in said)
    if not known and not _can_speak(parsed, part, speaker, act):
        return None
    words = complements(parsed, sentence, part, cue, act, speaker)
    if words is None:
        return None
    spans = _spans(parsed, sentence, part, speaker, said)
    if not spans:
        return None
    return Finding(
        QuoteType.REPORTED,
        spans,
        rules.REPORTED_ACT,
        rules.RULES[rules.REPORTED_ACT].confidence,
        who,
        parsed.spans_of(tuple(sorted({*cue.tokens, *words}))),
        addressee=addressee(parsed, sentence, cue, speaker),
    )


def _has_verb(parsed: ParsedText, part: Part, cue: Cue, act: Act, finding: Finding) -> bool:
    """Whether a finding has the verb already: it lies in what is said, or introduces it. Words in marks that are only
    a part of what is done ("lobte das „saubere Design“") leave it free, and so does what follows behind a colon."""
    verbs = parsed.spans_of(cue.tokens)
    if any(overlaps(verb, span) for verb in verbs for span in finding.spans):
        return True
    first = parsed.token_at(finding.start)
    if finding.type is QuoteType.DIRECT and part.first <= first < part.end:
        return act.in_words
    if not any(overlaps(verb, span) for verb in verbs for span in finding.cue):
        return False
    behind_colon = first > part.end - 1 and parsed.words[first - 1] == ":"
    announces = not act.about_others or act.in_words or parsed.low[part.end - 1] == "worten"
    return announces or not behind_colon


def _is_done(parsed: ParsedText, part: Part, cue: Cue, act: Act) -> bool:
    """Whether the verb is the finite one of its clause, in the indicative, and tells what is done: no modal verb, no
    particle of another verb ("forderte Boote an"), no participle before a noun ("die kritisierte Firma")."""
    finite = cue.finite
    if _has(parsed, finite, "hypothetical") and not cue.passive and not _is_declined(parsed, part, cue, act):
        return False
    named = names_term(parsed, part.first, part.end, cue)
    if named or parsed.is_subjunctive(finite) or _is_dependent(parsed, part):
        return False
    if _has(parsed, finite, "causative") and "sich" in parsed.low[part.first : part.end]:
        # Others do it for them: "Die Gäste lassen sich Märchen erzählen".
        return False
    plain = (i for i in range(part.first, part.end) if parsed.stretch_at(i) is None)
    if any(parsed.low[i].startswith(_NOBODY) for i in plain):
        return False
    others = (i for i in range(part.first, part.end) if i == finite or i not in cue.tokens)
    verbs = (i for i in others if parsed.stretch_at(i) is None and parsed.is_finite(i))
    if next(verbs, finite) != finite:
        return False
    if cue.verb.particle == "zu" and any(_is_infinitive(parsed, i) for i in cue.tokens):
        return False
    if parsed.has_parse:
        particles = (c for i in cue.tokens for c in parsed.children(i) if parsed.dep[c] == "compound:prt")
        return all(i in cue.tokens for i in particles)
    return True


def _is_declined(parsed: ParsedText, part: Part, cue: Cue, act: Act) -> bool:
    """Whether somebody does not want to do it: "wollte das weder bestätigen noch dementieren"."""
    refuses = any(_has(parsed, i, "refusal") for i in range(part.first, part.end))
    return act.declined and refuses and _has(parsed, cue.finite, "wanting")


def _is_infinitive(parsed: ParsedText, i: int) -> bool:
    """Whether a word is the "zu" of an infinitive, and no particle."""
    following = parsed.low[i + 1] if i + 1 < len(parsed.low) else ""
    return parsed.low[i] == "zu" and following.isalpha() and parsed.words[i + 1].islower()


def _is_dependent(parsed: ParsedText, part: Part) -> bool:
    """Whether a clause taken for a main one begins as one that depends on another: "auch wenn er es bestritt". "Weil"
    may be a name."""
    opening = range(part.first, min(part.first + 2, part.end))
    return any(_has(parsed, i, "dependent") and not parsed.entity[i] for i in opening)


def _speaker(parsed: ParsedText, sentence: Sentence, part: Part, cue: Cue, act: Act) -> Phrase | None:
    """The subject, or in a passive who is named with "von"."""
    if act.from_source:
        return _source(parsed, sentence, part)
    clause = sentence.clauses[part.clause]
    if part.first == clause.first and clause.kind is ClauseKind.VERB_FIRST and clause.separator == ",":
        shared = _shared(parsed, sentence, part.clause)
        behind = next((p for p in sentence.phrases if p.start == cue.finite + 1), None)
        own = behind is not None and behind.subject and parsed.dep[behind.head] in NOUN_SUBJECTS
        if shared is not None and not own:
            return shared
    subject = _no_object(parsed, sentence, cue.finite, speaker_of(parsed, sentence, cue))
    if subject is None or subject.pronoun:
        return subject
    later = (p for p in sentence.phrases if cue.finite < p.start < part.end and p.subject)
    if _is_nouncomplements(parsed, subject, act):
        return next(later, None)
    if subject.start < cue.finite and _is_thing(parsed, subject):
        bare = _is_bare(parsed, subject)
        acts = (
            p
            for p in later
            if not is_dative(parsed, p)
            and may_speak(parsed, p)
            and _agrees(parsed, p, cue.finite)
            and (bare or _has_article(parsed, p))
        )
        return next(acts, None if bare else subject)
    return subject


def _source(parsed: ParsedText, sentence: Sentence, part: Part) -> Phrase | None:
    """Whom something comes from: "Kritik kam vom Verband", "Der Plan stieß beim Rat auf Ablehnung"."""
    return next(
        (
            p
            for p in sentence.phrases
            if part.first < p.start < part.end
            and p.preposition is not None
            and _has(parsed, p.preposition, "source_preposition")
            and (p.pronoun or parsed.entity[p.head] or may_speak(parsed, p))
        ),
        None,
    )


def _is_nouncomplements(parsed: ParsedText, subject: Phrase, act: Act) -> bool:
    """Whether what looks like the subject is the noun that belongs to the verb: "Kritik übte der Verband"."""
    return any(parsed.words[subject.head] in needs for needs in act.needs)


def _is_thing(parsed: ParsedText, subject: Phrase) -> bool:
    """Whether what looks like the subject is nobody, so that somebody behind the verb is: "Das Angebot lehnte die Firma
    ab"."""
    if parsed.entity[subject.head]:
        return False
    return _is_bare(parsed, subject) or not (may_speak(parsed, subject) or is_text(parsed, subject))


def _is_bare(parsed: ParsedText, subject: Phrase) -> bool:
    """Whether a noun in the singular stands alone, and is no word for somebody: "Kritik wies die Gemeinde zurück"."""
    word = parsed.words[subject.head]
    somebody = parsed.entity[subject.head] or parsed.lexicon.role(word) or parsed.lexicon.is_body(word)
    alone = subject.start == subject.head and parsed.pos[subject.head] == "NOUN"
    return alone and not somebody and parsed.number[subject.head] == "Sing"


def _has_article(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether an article shows that a phrase can be a subject, as no name does: "Die Anklage wirft Lind Betrug vor"."""
    return parsed.lexicon.has(parsed.low[phrase.start], "determiner")


def _agrees(parsed: ParsedText, phrase: Phrase, verb: int) -> bool:
    """Whether a phrase is in the number of a verb, or may be."""
    numbers = {parsed.number[phrase.head], parsed.number[verb]}
    return numbers != {"Sing", "Plur"}


def _no_object(parsed: ParsedText, sentence: Sentence, verb: int, subject: Phrase | None) -> Phrase | None:
    """A subject found by word order, or the phrase before the verb where the parse makes that the subject and the other
    its object: "die Gemeinde räumte Fehler ein"."""
    if subject is None or subject.start < verb or parsed.dep[subject.head] != "obj":
        return subject
    bare = subject.start == subject.head and parsed.pos[subject.head] == "NOUN"
    if not bare or parsed.entity[subject.head]:
        return subject
    read = parsed_subject(parsed, sentence, verb)
    return read if read is not None and read.end <= verb else subject


def _shared(parsed: ParsedText, sentence: Sentence, number: int) -> Phrase | None:
    """The subject of the main clause before a clause that opens with its verb: "X lobte den Plan, rügte aber die
    Kosten"."""
    for earlier in reversed(sentence.clauses[:number]):
        if earlier.kind is ClauseKind.MAIN and earlier.finite is not None:
            if parsed.is_subjunctive(earlier.finite):
                continue
            return _no_object(parsed, sentence, earlier.finite, subject_of(parsed, sentence, earlier.finite))
    return None


def _can_speak(parsed: ParsedText, part: Part, speaker: Phrase, act: Act) -> bool:
    """Whether a subject is somebody or a text: no question word, no "ich", no flood that "forderte 40 Opfer", no shore
    that "bietet sich als Rastplatz an"."""
    if speaker.pronoun:
        low = parsed.low[speaker.start]
        return not parsed.lexicon.has(low, "question") and low not in _OWN
    if may_speak(parsed, speaker) or is_text(parsed, speaker):
        return True
    if len(act.needs) > 1 and ("sich",) in act.needs and "sich" in parsed.low[part.first : part.end]:
        return False
    if act.by_somebody and not parsed.low[speaker.head].endswith(_ABSTRACT):
        return True
    return parsed.number[speaker.head] == "Plur"


def _spans(
    parsed: ParsedText, sentence: Sentence, part: Part, speaker: Phrase, said: list[Finding]
) -> tuple[Span, ...]:
    """The clause without its subject, with the clauses that depend on it up to what is said in them."""
    first, end = part.first, part.end
    while first < end and (_has(parsed, first, "joining") or parsed.space[first]):
        first += 1
    clause = sentence.clauses[part.clause]
    if part.first == clause.first and clause.kind is ClauseKind.VERB_FIRST and speaker.start > first:
        first = _with_fronted(parsed, sentence, part.clause)
    last = max(part.clause, part.resumed)
    if end == sentence.clauses[last].end:
        end = _with_trailing(parsed, sentence, last, said)
    out_first, out_end = speaker.start, speaker.end
    if part.resumed >= 0 and out_end == clause.end:
        out_end = sentence.clauses[part.resumed].first
    if speaker.preposition is not None:
        out_first = speaker.preposition
    pieces: tuple[tuple[int, int], ...] = ((first, min(end, out_first)), (max(first, out_end), end))
    if out_end <= first or out_first >= end:
        pieces = ((first, end),)
    spans = (_bare(parsed, start, stop) for start, stop in pieces if stop > start)
    return tuple(span for span in spans if any(char.isalpha() for char in parsed.text[span[0] : span[1]]))


def _bare(parsed: ParsedText, first: int, end: int) -> Span:
    """The characters of some tokens without a comma or a dash before them."""
    while first < end - 1 and (parsed.words[first] in (",", "–", "—") or parsed.space[first]):
        first += 1
    return strip(parsed.span(first, end), parsed.text)


def _with_fronted(parsed: ParsedText, sentence: Sentence, number: int) -> int:
    """The beginning of a clause with its object before it: "Ob sie bleibt, ließ der Verein offen", "Den Antrag, die
    Sitzung zu vertagen, lehnte sie ab"."""
    clauses = sentence.clauses
    at = number
    while at and clauses[at].separator == "," and clauses[at - 1].kind in _TRAILING:
        at -= 1
    opening = clauses[at]
    question = parsed.lexicon.has(parsed.low[opening.first], "question")
    fronted = opening.kind in (ClauseKind.CLAUSE, ClauseKind.FRAGMENT) or question
    return opening.first if fronted else clauses[number].first


def _with_trailing(parsed: ParsedText, sentence: Sentence, number: int, said: list[Finding]) -> int:
    """The end of a clause with the clauses behind it that depend on it."""
    end = sentence.clauses[number].end
    for clause in sentence.clauses[number + 1 :]:
        span = parsed.span(clause.first, clause.end)
        told = any(overlaps(span, other) for finding in said for other in finding.spans)
        if clause.kind not in _TRAILING or clause.separator != "," or told:
            break
        end = clause.end
    return end
