"""Rows of a table of who speaks how much, with a bar: solid for what is direct speech, hatched for the rest."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from core.library.index.actors import Person, Ranking, Share
from core.translation import _, number_words
from tui.model.days import day_words
from tui.text import cells, shorten
from tui.widgets.lines import Lines, Piece, line

DIRECT, REST = "█", "░"
_BAR = 40
"""Columns of a bar at most."""
_WORDS, _ALL = 64, 92
"""Columns from which on there is room for the words, and for articles and kinds."""


class SpeakingRow(Lines):
    """One line: who, a bar, and the numbers."""

    def __init__(self, row: Person | Share, ranking: Ranking, most: float, today: date) -> None:
        """`most` is what the longest bar stands for."""
        self._row, self._ranking, self._most, self._today = row, ranking, most, today

    def lines(self, width: int) -> list[Content]:
        """The line."""
        row = self._row
        share = row.direct / row.words if row.words else 0
        last = day_words(row.last, self._today) if isinstance(row, Person) else number_words(row.speakers)
        right = _columns(
            width,
            number_words(row.statements),
            number_words(row.words),
            f"{share:.0%}" if row.words else "–",
            number_words(row.articles),
            last,
        )
        name = row.name or _("unknown")
        doubt = " ?" if isinstance(row, Person) and row.in_doubt else ""
        room = width - cells(right) - 1
        bar = min(_BAR, room // 3)
        kind = f"  {_(row.kind.value)}" if isinstance(row, Person) and width >= _ALL else ""
        # Of shares the whole bar is all of the words.
        whole = self._ranking is Ranking.DIRECT and row.words
        length = bar if whole else _length(value_of(row, self._ranking), self._most, bar)
        # Where there is no bar, the name has its room.
        names = room - bar - 1 if length else room
        label = shorten(name, max(1, names - len(doubt)))
        kind = kind if cells(f"{label}{doubt}{kind}") <= names else ""
        blank = " " * max(0, names - cells(f"{label}{doubt}{kind}") + 1) if length else ""
        solid = min(length, round(length * share))
        pieces: list[Piece] = [(label, "bold"), (f"{doubt}{kind}", "$faint"), (blank, "")]
        pieces += [(DIRECT * solid, "$accent"), (REST * (length - solid), "$accent")]
        return [line(pieces, [(right, "$faint")], width)]


class SpeakingColumns(Lines):
    """The names of the columns."""

    def __init__(self, by: str) -> None:
        self._by = by

    def lines(self, width: int) -> list[Content]:
        """The line."""
        last = _("speakers") if self._by else _("last")
        right = _columns(width, _("said"), _("words"), _("direct"), _("articles"), last)
        direct, other = _("direct"), _("other")
        legend = f"{DIRECT} {direct}  {REST} {other}"
        return [line([(legend, "$faint")], [(right, "$faint")], width)]


def value_of(row: Person | Share, ranking: Ranking) -> float:
    """What the bar of a row shows."""
    if ranking is Ranking.WORDS:
        return row.words
    if ranking is Ranking.DIRECT:
        return row.direct / row.words if row.words else 0
    return row.statements


def most_of(rows: Sequence[Person | Share], ranking: Ranking) -> float:
    """The most of it in any row; of shares the whole."""
    if ranking is Ranking.DIRECT:
        return 1
    return max((value_of(row, ranking) for row in rows), default=0)


def _length(value: float, most: float, width: int) -> int:
    """Cells of a bar that begins at zero; what is anything has one."""
    return max(1, round(value / most * width)) if value and most else 0


def _columns(width: int, said: str, words: str, direct: str, articles: str, last: str) -> str:
    parts = [f"{said:>7}"]
    if width >= _WORDS:
        parts.append(f"{words:>9}")
    parts.append(f"{direct:>9}")
    if width >= _ALL:
        parts.append(f"{articles:>9}")
    parts.append(f"{last:>13}")
    return "".join(parts)
