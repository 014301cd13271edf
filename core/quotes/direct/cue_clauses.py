"""Which verb of saying around words in marks goes with them, by its clause."""

from core.parsed_text.clauses import DEPENDENT, MAIN, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.parsed_text.word_order import subject_of
from core.quotes.cues.cue import Cue


def nearest(preceding: list[Cue]) -> Cue:
    """The last verb before the marks that goes with direct speech, else the last one: "hieß es auf die Frage, warum
    man sich so entschieden habe: „…“"."""
    return next((cue for cue in reversed(preceding) if cue.may("q")), preceding[-1])


def nearest_around(sentence: Sentence, preceding: list[Cue], found: list[Cue], first: int) -> Cue | None:
    """The same for words that are part of a clause, at token `first`: a verb that calls something so in that very
    clause goes before one in another, "Lind hat Protest angekündigt; Orr nannte den Plan „absurd“", "Lind sagte, der
    Plan, den Orr als „Schatz“ bezeichnet habe, …"."""
    here = sentence.clause_of(first)
    last = preceding[-1] if preceding else None
    if last is not None and last.may("n") and last.clause == here:
        return last
    behind = next((cue for cue in found if cue.clause == here and cue.finite > first and cue.may("n")), None)
    if behind is not None and (last is None or last.clause != here):
        return behind
    return nearest(preceding) if preceding else None


def goes_with_next(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb right behind words in marks introduces others: "X sagte: „…“, fügte aber hinzu: „…“"."""
    end = sentence.clauses[cue.clause].end
    return end < sentence.end and parsed.words[end] == ":"


def shares_subject(sentence: Sentence, after: Cue, found: list[Cue], left: int, first: int) -> bool:
    """Whether a verb behind the marks only goes on with the subject of the verb before them: "X nannte es „…“, rief
    aber dazu auf"."""
    here = sentence.clause_of(first)
    own = any(left <= cue.finite < first and cue.clause == here for cue in found)
    clause = sentence.clauses[after.clause]
    return own and not any(
        p.subject and after.finite < p.start and p.end <= clause.end for p in sentence.phrases
    )


def left_behind(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether a verb of saying is in a clause that only leads up to the main clause before the colon: "Während X
    von Erfolgen sprach, blieb Y streng: „…“"."""
    number = sentence.clause_of(first - 1)
    kind = sentence.clauses[cue.clause].kind
    return kind in (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE) and any(
        c.kind in MAIN for c in sentence.clauses[cue.clause + 1 : number + 1]
    )


def inserted(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether a verb is in a relative clause that ends before the clause around token `first` goes on."""
    here = sentence.clause_of(first)
    return sentence.clauses[cue.clause].kind is ClauseKind.RELATIVE and here > cue.clause


def is_beside(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb that goes with clauses alone stands in a dependent one: "weil das Anwendung fand: „…“"."""
    dependent = sentence.clauses[cue.clause].kind in DEPENDENT
    return dependent and not (cue.may("q") or cue.may("n"))


def is_writers(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether the writer says so of the words of another: "Wir erinnern an Sätze wie: „…“"."""
    subject = subject_of(parsed, sentence, cue.finite)
    return subject is not None and parsed.low[subject.start] in ("wir", "ich")


def named_beside(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """Who is named in the clause of a verb whose subject was not found, if only one is and may speak."""
    clause = sentence.clauses[cue.clause]
    named = [
        p
        for p in sentence.phrases
        if clause.first <= p.start
        and p.end <= clause.end
        and (p.preposition is None or p.preposition == clause.first)
        and not parsed.is_speech(p.start)
        and may_speak(parsed, p)
    ]
    return named[0] if len(named) == 1 else None
