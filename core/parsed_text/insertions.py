"""What is put into a clause between two commas and parts it: "Auf Anfrage teilte Ada Lind, 54, Wirtin aus Au, mit"."""

from collections.abc import Iterator

from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import AUXILIARIES, SUBJECTS
from core.parsed_text.trees import dependents, subtree

_BESIDE = ("appos", "nummod")
_GOES_ON = ("compound:prt", "xcomp", "advmod")
"""What may stand behind an apposition and shows that its clause goes on."""


def commas_of_insertions(parsed: ParsedText, first: int, end: int) -> Iterator[int]:
    """The commas around appositions to a subject within its clause, which has begun before it and goes on behind them.

    `first` and `end` are the tokens of a German sentence.
    """
    if not parsed.has_parse or parsed.by_parse:
        return
    for subject in range(first + 1, end):
        verb = parsed.head[subject]
        if parsed.dep[subject] not in SUBJECTS or not first <= verb < end:
            continue
        parts = (verb, *dependents(parsed, verb, *AUXILIARIES, *_GOES_ON))
        if min(parts) < subject or parsed.lexicon.has(parsed.low[subject - 1], "subordinator"):
            for beside in dependents(parsed, subject, *_BESIDE):
                yield from _commas(parsed, beside, max(parts))


def _commas(parsed: ParsedText, noun: int, last: int) -> Iterator[int]:
    """The commas before, in and behind an apposition, where the clause has token `last` behind it."""
    words = subtree(parsed, noun)
    while parsed.words[words[0]] == ",":
        words = words[1:]
    while parsed.words[words[-1]] == ",":
        words = words[:-1]
    opening, closing = words[0] - 1, words[-1] + 1
    is_whole = closing - words[0] == len(words)
    if not is_whole or closing >= last or any(parsed.is_finite(i) for i in words):
        return
    if parsed.words[opening] == parsed.words[closing] == ",":
        yield from (opening, closing, *(i for i in words if parsed.words[i] == ","))
