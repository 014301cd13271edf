"""Clauses in which somebody may do something with words, and the parts of main clauses that "und" joins."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.parsed_text.clauses import MAIN, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText

_REST_OF_VERB = frozenset(("VVPP", "PTKVZ"))
"""Tags of what ends a clause that its finite verb opens: a participle, a particle."""
_NEAR = 5
"""Words between a conjunction and the verb of the clause that it joins."""


@dataclass(frozen=True, slots=True)
class Part:
    """A main clause, or one of those that "und" joins in it: token range and the index of its clause."""

    first: int
    end: int
    clause: int
    resumed: int = -1
    """The index of the clause that ends it, where it is interrupted: "Am Abend hat X, die hier
    wohnt, den Plan gelobt"."""


def contrasted_parts(parsed: ParsedText, sentence: Sentence) -> Iterator[Part]:
    """The clauses that set somebody else against who acts in the main one: "während die Wirte jubeln"."""
    for number, clause in enumerate(sentence.clauses):
        if clause.kind is ClauseKind.SUBORDINATE and parsed.lexicon.has(
            parsed.low[clause.first], "contrasting"
        ):
            yield Part(clause.first + 1, clause.end, number)


def main_parts(parsed: ParsedText, sentence: Sentence) -> Iterator[Part]:
    """The main clauses, cut where a conjunction comes before another finite verb: "lobte den Plan und forderte"."""
    for number, clause in enumerate(sentence.clauses):
        if clause.kind not in MAIN:
            continue
        first, seen = clause.first, False
        for i in range(clause.first, clause.end):
            if parsed.stretch_at(i) is not None or not parsed.is_finite(i):
                continue
            cut = _joined_at(parsed, first, i) if seen else None
            if cut is not None:
                yield Part(first, cut, number)
                first = cut
            seen = True
        resumed = _resumed(parsed, sentence, number)
        yield Part(first, clause.end if resumed < 0 else sentence.clauses[resumed].end, number, resumed)


def _resumed(parsed: ParsedText, sentence: Sentence, number: int) -> int:
    """The clause with the rest of a main clause that ends in its subject, behind what is said of that, or -1: "Am Abend
    kündigte X, die das Amt leitet, eine Prüfung an"."""
    clause = sentence.clauses[number]
    at = number + 1
    while at < len(sentence.clauses) and sentence.clauses[at].kind is ClauseKind.RELATIVE:
        at += 1
    if at >= len(sentence.clauses) or clause.finite is None or clause.kind is not ClauseKind.MAIN:
        return -1
    rest = sentence.clauses[at]
    subject = next((p for p in sentence.phrases if p.end == clause.end and p.subject), None)
    if rest.kind is not ClauseKind.FRAGMENT or rest.separator != "," or subject is None:
        return -1
    inserted = at > number + 1 or "," in parsed.words[subject.start : subject.end]
    goes_on = inserted and not parsed.lexicon.has(parsed.low[rest.first], "joining")
    same = subject.start > clause.finite and (goes_on or parsed.tag[rest.end - 1] in _REST_OF_VERB)
    return at if same else -1


def _joined_at(parsed: ParsedText, first: int, verb: int) -> int | None:
    """The conjunction a few words before a verb."""
    near = range(verb - 1, max(first, verb - _NEAR), -1)
    return next((k for k in near if parsed.lexicon.has(parsed.low[k], "joining")), None)
