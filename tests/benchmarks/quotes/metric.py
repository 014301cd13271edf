"""The measures published with the corpus (Petersen-Frey and Biemann, LREC-COLING 2024), over sets of token numbers.

Predicted and gold quotations of a document are paired one to one for the greatest total overlap. Precision and recall
are taken per pair over tokens and averaged, what has no partner counting 0; F1 is the harmonic mean of the averages.
A quotation is "found" where at least half of the tokens on either side are shared (F1 of tokens 0.5 or more).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

ROLES = ("speaker", "cue", "frame", "addressee")
FOUND = 0.5
_SAME_TYPE = 0.01
"""What the same type adds to the overlap of a pair, so that it decides between equals."""

Tokens = frozenset[int]
NOTHING: Tokens = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One quotation as sets of token numbers, predicted or gold."""

    type: str | None
    parts: dict[str, Tokens]
    """The quotation under "quote", and its roles; a role that is not there is empty."""
    rule: str = ""
    confidence: float = 0.0

    @property
    def quote(self) -> Tokens:
        """The tokens of what is said."""
        return self.parts["quote"]


NONE = Row(None, dict.fromkeys(("quote", *ROLES), NOTHING))


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold quotation and what was predicted for it; `NONE` on the side where there is nothing."""

    gold: Row
    predicted: Row

    @property
    def found(self) -> bool:
        """Whether the two share enough of their words."""
        return overlap(self.gold.quote, self.predicted.quote) >= FOUND

    @property
    def speaker_right(self) -> bool:
        """Whether besides the speakers share enough of theirs."""
        return self.found and overlap(self.gold.parts["speaker"], self.predicted.parts["speaker"]) >= FOUND


def overlap(one: Tokens, other: Tokens) -> float:
    """F1 of two sets of tokens."""
    both = len(one & other)
    return 2 * both / (len(one) + len(other)) if both else 0.0


def pair_up(gold: Sequence[Row], predicted: Sequence[Row]) -> Iterator[Pair]:
    """All rows of both sides, each once, in the best pairs."""
    gains = [
        [
            overlap(g.quote, p.quote) + (_SAME_TYPE if g.quote & p.quote and g.type == p.type else 0.0)
            for p in predicted
        ]
        for g in gold
    ]
    partner = assign(gains) if gold and predicted else {}
    for number, row in enumerate(gold):
        yield Pair(row, predicted[partner[number]] if number in partner else NONE)
    taken = set(partner.values())
    for number, row in enumerate(predicted):
        if number not in taken:
            yield Pair(NONE, row)


def assign(gains: Sequence[Sequence[float]]) -> dict[int, int]:
    """The column of each row that makes the sum of gains greatest, by the Hungarian method."""
    if len(gains) > len(gains[0]):
        turned = assign([list(column) for column in zip(*gains, strict=True)])
        return {row: column for column, row in turned.items()}
    rows, columns = len(gains), len(gains[0])
    row_price = [0.0] * (rows + 1)
    column_price = [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least = [float("inf")] * (columns + 1)
        came_from = [0] * (columns + 1)
        done = [False] * (columns + 1)
        while row_of[column]:
            done[column] = True
            here, step, following = row_of[column], float("inf"), 0
            for other in range(1, columns + 1):
                if done[other]:
                    continue
                cost = -gains[here - 1][other - 1] - row_price[here] - column_price[other]
                if cost < least[other]:
                    least[other], came_from[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(columns + 1):
                if done[other]:
                    row_price[row_of[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return {row_of[column] - 1: column - 1 for column in range(1, columns + 1) if row_of[column]}


@dataclass(slots=True)
class Figures:
    """What is counted over all documents."""

    precision: dict[str, list[float]] = field(default_factory=dict)
    recall: dict[str, list[float]] = field(default_factory=dict)
    found: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By gold type and for "all": how many were found, and how many there are."""
    speakers: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By gold type and for "all": how many have the right speaker, and how many have one."""
    predicted: int = 0

    def macro(self, *parts: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of one part, or of several together."""
        p = _mean(value for part in parts for value in self.precision.get(part, ()))
        r = _mean(value for part in parts for value in self.recall.get(part, ()))
        return p, r, 2 * p * r / (p + r) if p + r else 0.0

    @property
    def found_precision(self) -> float:
        """Share of what was predicted that is a gold quotation."""
        return self.found.get("all", (0, 0))[0] / self.predicted if self.predicted else 0.0


def count(pairs: Iterable[Pair]) -> Figures:
    """All figures over the pairs of all documents."""
    figures = Figures()
    for pair in pairs:
        for part in ("quote", *ROLES):
            gold, predicted = pair.gold.parts[part], pair.predicted.parts[part]
            both = len(gold & predicted)
            if predicted:
                figures.precision.setdefault(part, []).append(both / len(predicted))
            if gold:
                figures.recall.setdefault(part, []).append(both / len(gold))
        figures.predicted += bool(pair.predicted.quote)
        if pair.gold.type is None:
            continue
        for name in ("all", pair.gold.type):
            _add(figures.found, name, pair.found)
            if pair.gold.parts["speaker"]:
                _add(figures.speakers, name, pair.speaker_right)
    return figures


def _add(table: dict[str, tuple[int, int]], name: str, hit: bool) -> None:
    hits, total = table.get(name, (0, 0))
    table[name] = hits + hit, total + 1


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
