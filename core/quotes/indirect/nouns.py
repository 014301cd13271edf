"""Statements that depend on a noun: die Behauptung, dass …; mit der Forderung, … zu …; dem Vorwurf, X sei …"""

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence
from core.parsed_text.dependencies import parsed_subject
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak, names_somebody
from core.parsed_text.relations import PASSIVE_SUBJECTS
from core.parsed_text.word_order import subject_of
from core.quotes import rules
from core.quotes.cues.disputing import disputes, meets_claim
from core.quotes.finding import Finding
from core.quotes.speakers.texts import is_text
from core.text.spans import Span, overlaps, strip

_VERBAL = 3
"""Words of a verb that may come between a noun and its clause."""
_OBJECTS = frozenset(("obj", "obl", "iobj", "obl:arg"))
_COLON = frozenset("cw")
"""Frames of nouns behind which a colon introduces what is said."""
_POSSESSIVES = ("sein", "ihr")


def noun_findings(parsed: ParsedText, sentence: Sentence, taken: list[Finding]) -> list[Finding]:
    """Clauses right behind a phrase with a noun of saying, unless another rule has `taken` them."""
    found: list[Finding] = []
    for number, clause in enumerate(sentence.clauses[1:], 1):
        if clause.separator != "," or not (_can_hang(parsed, clause) or _begins(parsed, sentence, number)):
            continue
        phrase = next(
            (p for p in reversed(sentence.phrases) if _reaches(parsed, p.end, clause.first - 1)), None
        )
        if phrase is None or not _takes(parsed, phrase, clause):
            continue
        end = _end(parsed, sentence, number)
        span = strip(parsed.span(clause.first, end), parsed.text)
        if any(overlaps(span, other) for finding in taken for other in finding.spans):
            continue
        owner = parsed.span(phrase.head + 1, phrase.end) if phrase.end > phrase.head + 1 else None
        before = sentence.clauses[sentence.clause_of(phrase.start)]
        subject = (
            subject_of(parsed, sentence, before.finite)
            if owner is None and before.finite is not None
            else None
        )
        holds = before.finite is not None and _holds(parsed, before.finite, phrase)
        met = meets_claim(parsed, sentence, phrase, clause.first, end)
        denied = owner is None and (met or disputes(parsed, sentence, clause.first, end))
        if denied or (subject is not None and _says_nothing(parsed, subject)):
            subject = None
        if (
            subject is not None
            and subject.start != phrase.start
            and (holds or names_somebody(parsed, subject))
        ):
            owner = parsed.span(subject.start, subject.end)
        elif owner is None and not denied:
            owner = _holder(parsed, sentence, phrase)
        frame: list[Span] = [strip(parsed.span(sentence.unit.first, clause.first), parsed.text)]
        if end < sentence.end:
            frame.append(strip(parsed.span(end, sentence.end), parsed.text))
        found.append(
            Finding(
                QuoteType.INDIRECT,
                (span,),
                rules.CLAIM_THAT,
                rules.RULES[rules.CLAIM_THAT].confidence,
                speaker=(owner,) if owner else (),
                cue=(parsed.span(phrase.start, phrase.head + 1),),
                frame=tuple(frame),
            )
        )
    return found


def _says_nothing(parsed: ParsedText, subject: Phrase) -> bool:
    """Whether something is done to a subject ("Der Antrag wurde mit dem Hinweis abgelehnt, …"), or it stands for nobody
    ("es gebe Hinweise, dass …")."""
    return parsed.dep[subject.head] in PASSIVE_SUBJECTS or parsed.low[subject.start] == "es"


def is_disputed_claim(parsed: ParsedText, sentence: Sentence, number: int) -> bool:
    """Whether clause `number` hangs on a noun for what others claim and the verb only disputes that: "wies den Vorwurf
    zurück, sie habe gelogen". It is nothing that the subject of the verb says."""
    clause = sentence.clauses[number]
    phrase = next((p for p in reversed(sentence.phrases) if _reaches(parsed, p.end, clause.first - 1)), None)
    if phrase is None or not _takes(parsed, phrase, clause):
        return False
    place = clause.first, clause.end
    return disputes(parsed, sentence, *place) or meets_claim(parsed, sentence, phrase, *place)


def _takes(parsed: ParsedText, phrase: Phrase, clause: Clause) -> bool:
    """Whether a noun takes a clause; one for the words themselves takes a main clause alone: "mit dem Satz, das sei
    Unsinn"."""
    frames = parsed.lexicon.cue_nouns.get(parsed.words[phrase.head], "")
    return "c" in frames or ("w" in frames and clause.kind in MAIN)


def noun_before_colon(parsed: ParsedText, sentence: Sentence) -> Finding | None:
    """What follows a colon, with a noun of saying before it and whose it is: "Seine These: Das Holz war nass"."""
    clauses = sentence.clauses
    if len(clauses) < 2 or clauses[0].kind is not ClauseKind.FRAGMENT or clauses[1].separator != ":":
        return None
    if clauses[1].kind not in MAIN or any(parsed.is_speech(i) for i in range(clauses[1].first, sentence.end)):
        return None
    phrase = next((p for p in sentence.phrases if p.end == clauses[0].end), None)
    if phrase is None or phrase.preposition is not None:
        return None
    if not _COLON & set(parsed.lexicon.cue_nouns.get(parsed.words[phrase.head], "")):
        return None
    if parsed.low[phrase.start].startswith(_POSSESSIVES):
        owner = parsed.span(phrase.start, phrase.start + 1)
    elif phrase.end > phrase.head + 1:
        owner = parsed.span(phrase.head + 1, phrase.end)
    else:
        return None
    return Finding(
        QuoteType.INDIRECT,
        (strip(parsed.span(clauses[1].first, sentence.end), parsed.text),),
        "noun, colon",
        rules.RULES["noun, colon"].confidence,
        speaker=(owner,),
        cue=(parsed.span(phrase.head, phrase.head + 1),),
        frame=(strip(parsed.span(sentence.unit.first, clauses[1].first), parsed.text),),
    )


def headline_before_colon(parsed: ParsedText, sentence: Sentence) -> Finding | None:
    """What a headline says behind a colon, with a body, an office or a text before it: "Verband: Brot wird teurer"."""
    clauses, unit = sentence.clauses, sentence.unit
    if not 0 <= unit.paragraph < len(parsed.kinds) or parsed.kinds[unit.paragraph] != "headline":
        return None
    if len(clauses) < 2 or clauses[0].kind is not ClauseKind.FRAGMENT or clauses[1].separator != ":":
        return None
    said = range(clauses[1].first, sentence.end)
    if clauses[1].finite is None or any(parsed.stretch_at(i) is not None for i in said):
        return None
    phrase = next((p for p in sentence.phrases if (p.start, p.end) == (unit.first, clauses[0].end)), None)
    if phrase is None or phrase.pronoun or parsed.entity[phrase.head] in ("LOC", "MISC"):
        return None
    if parsed.stretch_at(phrase.head) is not None:
        return None
    if phrase.end == phrase.start + 1 and parsed.lexicon.has(parsed.low[phrase.head], "genre"):
        return None  # "Review: The lead is out of breath" says what kind of text it is.
    if parsed.lexicon.role(parsed.words[phrase.head]) is None and not (
        parsed.lexicon.is_body(parsed.words[phrase.head]) or is_text(parsed, phrase)
    ):
        return None
    rule = rules.RULES[rules.NAMED_COLON]
    return Finding(
        QuoteType.INDIRECT,
        (strip(parsed.span(clauses[1].first, sentence.end), parsed.text),),
        rule.name,
        rule.confidence,
        speaker=(parsed.span(phrase.start, phrase.end),),
        frame=(strip(parsed.span(unit.first, clauses[1].first), parsed.text),),
    )


def _holds(parsed: ParsedText, verb: int, phrase: Phrase) -> bool:
    """Whether a verb says that its subject, whoever that is, has an opinion: "sind der Ansicht"."""
    return parsed.lexicon.has(parsed.low[verb], "holding") and "o" in parsed.lexicon.cue_nouns.get(
        parsed.words[phrase.head], ""
    )


def _holder(parsed: ParsedText, sentence: Sentence, phrase: Phrase) -> Span | None:
    """Who holds what the noun says, by the parse: the subject of the verb that the noun is an object of."""
    if not parsed.has_parse or parsed.dep[phrase.head] not in _OBJECTS:
        return None
    subject = parsed_subject(parsed, sentence, parsed.head[phrase.head])
    if subject is None or _says_nothing(parsed, subject):
        return None
    stirs = parsed.lexicon.has(parsed.low[parsed.head[phrase.head]], "stirring")
    speaks = subject.pronoun or may_speak(parsed, subject) or (is_text(parsed, subject) and not stirs)
    return parsed.span(subject.start, subject.end) if speaks else None


def _reaches(parsed: ParsedText, end: int, comma: int) -> bool:
    """Whether a phrase ends at the comma, or before a verb at the end of its clause: "zum Schluss gekommen, dass"."""
    return end <= comma <= end + _VERBAL and all(
        parsed.words[i].islower()
        and (parsed.pos[i] in ("VERB", "AUX") or parsed.lexicon.has(parsed.low[i], "separable"))
        for i in range(end, comma)
    )


def _can_hang(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause can depend on a noun: dass and ob, an infinitive, but not "ohne zu prüfen", or a main
    clause in the Konjunktiv."""
    if clause.kind is ClauseKind.INFINITIVE:
        return not parsed.lexicon.has(parsed.low[clause.first], "purpose")
    if clause.kind is ClauseKind.CLAUSE:
        return True
    return clause.kind in MAIN and clause.finite is not None and parsed.is_subjunctive(clause.finite)


def _begins(parsed: ParsedText, sentence: Sentence, number: int) -> bool:
    """Whether clause `number` is but the beginning of what is said, whose verb in the Konjunktiv comes behind something
    inserted: "das Eingeständnis, der Plan, den Steg zu sperren, sei falsch gewesen"."""
    if sentence.clauses[number].kind is not ClauseKind.FRAGMENT:
        return False
    inserted = sentence.clauses[number + 1 : number + 2]
    verb = sentence.clauses[number + 2 : number + 3]
    said = bool(verb) and verb[0].kind is ClauseKind.VERB_FIRST and parsed.is_subjunctive(verb[0].first)
    return said and inserted[0].kind in (ClauseKind.INFINITIVE, ClauseKind.RELATIVE)


def _end(parsed: ParsedText, sentence: Sentence, number: int) -> int:
    """Where the statement ends: before the clause in which the sentence around it goes on with its own verb, or before
    words in marks behind a colon."""
    awaited = all(clause.finite is None for clause in sentence.clauses[:number])
    for place, later in enumerate(sentence.clauses[number + 1 :], number + 1):
        before = (c for c in sentence.clauses[number:place] if c.kind is not ClauseKind.RELATIVE)
        stated = any(clause.finite is not None for clause in before)
        own = later.finite is not None and parsed.is_subjunctive(later.finite)
        goes_on = later.kind is ClauseKind.VERB_FIRST and awaited and stated
        resumed = goes_on or (later.kind in (ClauseKind.VERB_FIRST, ClauseKind.FRAGMENT) and not own)
        resumed = resumed and (stated or not _begins(parsed, sentence, number))
        if resumed or (later.separator == ":" and parsed.is_speech(later.first)):
            return later.first - 1
    return sentence.end
