"""Selecting from an article by keyboard: an immutable caret, each of whose moves returns a new one."""

from dataclasses import dataclass, field, replace

from core.text.spans import Span, contains, overlaps
from tui.model.marks import Target
from tui.widgets.article.layout import Layout
from tui.widgets.article.units import Unit, Units


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the reader is while selecting by keyboard.

    `fixed` is the end that stays and `head` the end that moves, each with the stretch of text it covers. As long as
    the caret only travels, the two are the same. Moves that find nothing to move to leave the passage as it is.
    """

    fixed: Span
    head: Span
    extending: bool = False
    """Whether moving selects; otherwise the caret travels from word to word."""
    narrower: "Caret | None" = field(default=None, compare=False)
    """What `widened` or `grown` started from, for as long as nothing but that has been done since."""
    column: int | None = field(default=None, compare=False)
    """The column to keep to, while the caret moves by lines."""

    @classmethod
    def over(cls, span: Span, units: Units) -> "Caret":
        """A caret with `span` selected, whose end moves."""
        return cls(units.first_word(span), units.last_word(span), extending=True)

    @property
    def span(self) -> Span:
        """The selected passage, which includes both ends."""
        return min(self.fixed[0], self.head[0]), max(self.fixed[1], self.head[1])

    @property
    def is_forward(self) -> bool:
        """Whether the end that moves is the last one."""
        return self.head >= self.fixed

    @property
    def edge(self) -> int:
        """The last character on the side that moves."""
        return self.head[1] - 1 if self.is_forward else self.head[0]

    def placed(self, head: Span) -> "Caret":
        """The moving end at `head`; both ends as long as the caret only travels."""
        return Caret(self.fixed if self.extending else head, head, self.extending)

    def extended(self) -> "Caret":
        """The same passage, whose other end stays from now on."""
        return Caret(self.fixed, self.head, extending=True)

    def swapped(self) -> "Caret":
        """The same passage, whose other end moves from now on."""
        return Caret(self.head, self.fixed, self.extending)

    def moved(self, units: Units, unit: Unit, by: int) -> "Caret":
        """The caret moved by one unit, forward (by 1) or back (by -1).

        A caret that travels goes to the beginning of the unit. One that extends goes to the edge that makes the
        selection include or leave out the whole unit.
        """
        if unit is Unit.WORD:
            head = units.beside(unit, self.head[0], by)
        elif self.extending and self.is_forward:
            head = self._far_edge(units, unit, by)
        else:
            head = self._near_edge(units, unit, by)
        return self.placed(head or self.head)

    def _near_edge(self, units: Units, unit: Unit, by: int) -> Span | None:
        """The beginning of the next unit; backwards, of this unit unless the head is there already."""
        here = units.at(unit, self.head[0])
        if by > 0:
            after = units.beside(unit, self.head[0], 1)
            return units.first_word(after) if after else None
        if here is not None and units.first_word(here)[1] <= self.head[0]:
            return units.first_word(here)
        before = units.beside(unit, here[0] if here else self.head[0], -1)
        return units.first_word(before) if before else None

    def _far_edge(self, units: Units, unit: Unit, by: int) -> Span | None:
        """The end of this unit, or of the next one if the head is there already; backwards, of the one before."""
        here = units.at(unit, self.head[0])
        if by > 0:
            if here is not None and self.head[1] < here[1]:
                return units.last_word(here)
            after = units.beside(unit, self.head[0], 1)
            return units.last_word(after) if after else None
        before = units.beside(unit, here[0] if here else self.head[0], -1)
        if before is not None and before[1] >= self.fixed[1]:
            return units.last_word(before)
        return self.fixed if self.head != self.fixed else self._near_edge(units, unit, by)

    def moved_by_lines(self, units: Units, layout: Layout, count: int) -> "Caret":
        """The caret moved down or, by less than 0, up, as straight as the words allow."""
        start = layout.row_of(self.head[0])
        column = self.column
        if column is None:
            column = layout.column_of(layout.line(start), self.head[0])
        row = min(max(start + count, 0), layout.height - 1)
        step = 1 if count > 0 else -1
        while 0 <= row < layout.height:
            offset = layout.offset_at(row, column)
            word = units.at(Unit.WORD, offset) if offset is not None else None
            if word is not None and (layout.row_of(word[0]) - start) * step > 0:
                return replace(self.placed(word), column=column)
            row += step
        return self

    def nudged(self, by: int, length: int) -> "Caret":
        """The moving edge shifted by `by` characters in a text of `length`; at least one stays selected."""
        start, end = self.span
        if self.is_forward:
            end = min(max(end + by, start + 1), length)
            head = min(self.head[0], end - 1), end
            return Caret((start, min(self.fixed[1], end)), head, extending=True)
        start = max(min(start + by, end - 1), 0)
        head = start, max(self.head[1], start + 1)
        return Caret((max(self.fixed[0], start), end), head, extending=True)

    def grown(self, units: Units, unit: Unit) -> "Caret":
        """The selection rounded up to whole units; if it is whole already, with one more at the moving end."""
        start, end = self.span
        first, last = units.at(unit, start), units.at(unit, end - 1)
        if first is None or last is None:
            return self.placed(self.head)
        if unit.is_marked and not overlaps(first, self.span):
            return replace(Caret.over(first, units), narrower=replace(self, column=None))
        if unit.is_marked and not overlaps(last, self.span):
            last = first
        whole = min(first[0], start), max(last[1], end)
        if whole == self.span and self.extending:
            more = units.beside(unit, end - 1, 1) if self.is_forward else units.beside(unit, start, -1)
            if more is not None:
                whole = min(whole[0], more[0]), max(whole[1], more[1])
        grown = Caret.over(whole, units)
        grown = grown if self.is_forward else grown.swapped()
        if grown.span == self.span and self.extending:
            return self  # There is no more of the text.
        return replace(grown, narrower=replace(self, column=None))

    def widened(self, units: Units) -> "Caret":
        """The next larger unit around the selection: word, name, sentence, quote or paragraph."""
        start, end = self.span
        around = (
            span
            for unit in (Unit.WORD, Unit.NAME, Unit.SENTENCE, Unit.QUOTE, Unit.PARAGRAPH)
            if (span := units.at(unit, start)) is not None
            and contains(span, (start, end))
            and (span != (start, end) or not self.extending)
        )
        span = min(around, key=lambda span: span[1] - span[0], default=None)
        if span is None:
            return self
        return replace(Caret.over(span, units), narrower=replace(self, column=None))

    def narrowed(self) -> "Caret":
        """What was selected before it was widened or grown, or else the word at the moving end."""
        return self.narrower or Caret(self.head, self.head, extending=True)


def first_caret(
    units: Units, selection: Span | None, target: Target | None, sight: Span, left_at: int | None
) -> Caret | None:
    """Where selecting begins: on what is selected, else on the target, where the caret was last, or at the top.

    Except for the selection, these count only within the visible stretch `sight`. None in a text without words.
    """
    if selection is not None:
        return Caret.over(selection, units)
    if target is not None and (visible := [span for span in target.spans if overlaps(span, sight)]):
        return Caret.over(visible[0], units)
    top, bottom = sight
    word = units.at(Unit.WORD, left_at if left_at is not None and top <= left_at < bottom else top)
    return Caret(word, word) if word else None


def changed(old: Span | None, new: Span | None) -> list[Span]:
    """The passages that are part of one selection and not of the other."""
    if old is None or new is None or not overlaps(old, new):
        return [span for span in (old, new) if span is not None]
    return [(min(pair), max(pair)) for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
