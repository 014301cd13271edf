"""Statements that hang on a noun: die Behauptung, dass …; mit der Forderung, … zu …; dem Vorwurf, X sei …"""

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence, subject_of
from core.parsed_text.dependencies import parsed_subject
from core.parsed_text.parsed_text import View
from core.parsed_text.phrases import Phrase, names_somebody
from core.quotes.finding import Finding
from core.quotes.rules import RULES
from core.text.spans import Span, overlaps, strip

_VERBAL = 3
"""Words of a verb that may stand between a noun and what hangs on it."""
_OBJECTS = frozenset(("obj", "obl", "iobj", "obl:arg"))
_HOLDING = frozenset(
    "ist sind war waren teilt teilen teilte teilten vertritt vertreten vertrat vertraten".split()
)
_PASSIVE = frozenset(("nsubj:pass", "nsubjpass"))
"""Who something is done to says nothing: "Der Antrag wurde mit dem Hinweis abgelehnt, …"."""
_RULE = "the claim that"


def noun_findings(view: View, sentence: Sentence, taken: list[Finding]) -> list[Finding]:
    """Clauses right behind a phrase with a noun of saying, unless another rule has `taken` them."""
    found: list[Finding] = []
    for number, clause in enumerate(sentence.clauses[1:], 1):
        if clause.separator != "," or not _can_hang(view, clause):
            continue
        phrase = next(
            (p for p in reversed(sentence.phrases) if _reaches(view, p.end, clause.first - 1)), None
        )
        if phrase is None or "c" not in view.lexicon.cue_nouns.get(view.words[phrase.head], ""):
            continue
        end = _end(view, sentence, number)
        span = strip(view.span(clause.first, end), view.text)
        if any(overlaps(span, other) for finding in taken for other in finding.spans):
            continue
        owner = view.span(phrase.head + 1, phrase.end) if phrase.end > phrase.head + 1 else None
        before = sentence.clauses[sentence.clause_of(phrase.start)]
        subject = (
            subject_of(view, sentence, before.finite) if owner is None and before.finite is not None else None
        )
        holds = before.finite is not None and _holds(view, before.finite, phrase)
        denied = owner is None and _denied(view, sentence, clause.first, end)
        if denied or (subject is not None and view.doc[subject.head].dep_ in _PASSIVE):
            subject = None
        if subject is not None and subject.start != phrase.start and (holds or names_somebody(view, subject)):
            owner = view.span(subject.start, subject.end)
        elif owner is None and not denied:
            owner = _holder(view, sentence, phrase)
        frame: list[Span] = [strip(view.span(sentence.unit.first, clause.first), view.text)]
        if end < sentence.end:
            frame.append(strip(view.span(end, sentence.end), view.text))
        found.append(
            Finding(
                QuoteType.INDIRECT,
                (span,),
                _RULE,
                RULES[_RULE].confidence,
                speaker=(owner,) if owner else (),
                cue=(view.span(phrase.start, phrase.head + 1),),
                frame=tuple(frame),
            )
        )
    return found


def _holds(view: View, verb: int, phrase: Phrase) -> bool:
    """Whether a verb says that its subject, whoever that is, has an opinion: "sind der Ansicht"."""
    return view.low[verb] in _HOLDING and "o" in view.lexicon.cue_nouns.get(view.words[phrase.head], "")


def _denied(view: View, sentence: Sentence, first: int, end: int) -> bool:
    """Whether a verb outside the tokens first..end says that somebody disputes what others claim: "Den Vorwurf, er habe
    gelogen, weist X zurück"."""
    around = [i for i in range(sentence.unit.first, sentence.end) if not first <= i < end]
    low = {view.low[i] for i in around if view.stretch_at(i) is None}
    split = "zurück" in low and any(word.startswith(("weis", "wies")) for word in low)
    return split or any(view.lexicon.has(word, "disputing") for word in low)


def _holder(view: View, sentence: Sentence, phrase: Phrase) -> Span | None:
    """Who holds what the noun says, as the parse tells: the subject of the verb that the noun is an object of."""
    noun = view.doc[phrase.head]
    if not view.parsed or noun.dep_ not in _OBJECTS:
        return None
    subject = parsed_subject(view, sentence, noun.head.i)
    if subject is None or view.doc[subject.head].dep_ in _PASSIVE:
        return None
    return view.span(subject.start, subject.end)


def _reaches(view: View, end: int, comma: int) -> bool:
    """Whether a phrase ends at the comma, or before a verb at the end of its clause: "zum Schluss gekommen, dass"."""
    return end <= comma <= end + _VERBAL and all(
        view.words[i].islower()
        and (view.doc[i].pos_ in ("VERB", "AUX") or view.lexicon.has(view.low[i], "separable"))
        for i in range(end, comma)
    )


def _can_hang(view: View, clause: Clause) -> bool:
    """Whether a clause can depend on a noun: dass and ob, an infinitive, or a main clause in the Konjunktiv."""
    if clause.kind in (ClauseKind.CLAUSE, ClauseKind.INFINITIVE):
        return True
    return clause.kind in MAIN and clause.finite is not None and view.is_subjunctive(clause.finite)


def _end(view: View, sentence: Sentence, number: int) -> int:
    """Where the statement ends: before the clause in which the sentence around it goes on with its own verb."""
    for later in sentence.clauses[number + 1 :]:
        resumed = later.kind in (ClauseKind.VERB_FIRST, ClauseKind.FRAGMENT) and not (
            later.finite is not None and view.is_subjunctive(later.finite)
        )
        if resumed:
            return later.first - 1
    return sentence.end
