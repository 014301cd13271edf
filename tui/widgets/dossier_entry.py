"""How statements, mentions and the plot of a dossier are drawn."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from core.articles.source_names import outlet_words
from core.dossiers.chronicle import Entry, Part
from core.dossiers.months import Amount, Month
from core.dossiers.plot import plotted
from core.library import ArticleRecord
from core.library.dossiers import Dossier
from core.library.index.actors import Said
from core.text.wordings import differences
from core.translation import _, ngettext, number_words
from tui.model.days import date_words, month_words
from tui.model.library_words import statements_words
from tui.model.speech import QUOTE_SIGNS, type_words
from tui.text import cells, drawable, shorten
from tui.widgets.lines import Lines, Piece, line, wrapped_lines
from tui.widgets.speaking import DIRECT, REST

REFUSED = "○"
"""The sign of somebody who would not speak."""
BETWEEN = " │ "
"""What stands between two people."""
_NAME = 20
"""Columns of a name beside its row of the plot, at most."""


class DossierRow(Lines):
    """A statement in up to two lines, and the article below it; of two people each has a half of the width."""

    def __init__(
        self, row: Sequence[Entry | None], names: Sequence[str], today: date, chosen: int | None = None
    ) -> None:
        """`chosen` is the side that the keys act on, where the cursor is on the row of two people."""
        self._row = row
        self._names = names
        self._today = today
        self._chosen = chosen

    def lines(self, width: int) -> list[Content]:
        """As many lines as the longer side has."""
        rooms = _rooms(len(self._row), width)
        sides = [self._lines(entry, room) for entry, room in zip(self._row, rooms, strict=True)]
        if len(sides) < 2:
            return sides[0]
        most = max(map(len, sides))
        blank = [
            [line([("", "")], [], room)] * (most - len(side)) for side, room in zip(sides, rooms, strict=True)
        ]
        pairs = zip(*(side + more for side, more in zip(sides, blank, strict=True)), strict=True)
        between = {None: BETWEEN, 0: "◂│ ", 1: " │▸"}[self._chosen]
        return [Content.assemble(one, (between, "$faint"), other) for one, other in pairs]

    def _lines(self, entry: Entry | None, width: int) -> list[Content]:
        if entry is None:
            return []
        record = entry.first.record
        sign, said = lead(entry, self._names)
        words = " ".join(entry.first.words.split()) or _("mentioned")
        style = "$faint" if entry.part is Part.MENTION else ""
        text = wrapped_lines([(f"{said}{words}", style)], max(1, width - 2), 0)
        first = Content.assemble((f"{sign} ", "$accent"), text[0])
        lines = [first.truncate(width, ellipsis=True, pad=True)]
        if len(text) > 1:
            rest = f"{said}{words}"[len(text[0].plain.rstrip()) :].strip()
            lines.append(line([(rest, style)], [], width, indent=2))
        below = " · ".join(filter(None, (record.title or _("untitled"), outlet_words(record.outlet))))
        right = [(f"{more(entry)}{date_words(record.dated, self._today)}", "$faint")]
        return [*lines, line([(below, "$faint")], right, width, indent=2)]


def _rooms(people: int, width: int) -> list[int]:
    """How wide the lines of each person are."""
    if people < 2:
        return [width]
    left = (width - len(BETWEEN)) // 2
    return [left, width - len(BETWEEN) - left]


class Gap(Lines):
    """The blank line between rows of two people: what stands between them goes on."""

    def lines(self, width: int) -> list[Content]:
        """The line."""
        left, right = _rooms(2, width)
        return [Content.assemble(" " * left, (BETWEEN, "$faint"), " " * right)]


def height_of(row: Sequence[Entry | None], names: Sequence[str], width: int) -> int:
    """How many lines a row takes, with the blank one below it."""
    sides = zip(row, _rooms(len(row), width), strict=True)
    return 3 + any(entry is not None and _is_long(entry, names, room - 2) for entry, room in sides)


def _is_long(entry: Entry, names: Sequence[str], room: int) -> bool:
    """Whether a statement takes two lines."""
    words = " ".join(f"{lead(entry, names)[1]}{entry.first.words}".split())
    return len(words) > room // 2 and cells(drawable(words)) > room


class MonthRow(Lines):
    """A month, and for each person a line with a bar and the numbers."""

    def __init__(self, month: Month, names: Sequence[str], most: int) -> None:
        """`most` is the number of statements that the longest bar stands for."""
        self._month, self._names, self._most = month, names, most

    def lines(self, width: int) -> list[Content]:
        """The lines."""
        lines = [line([(month_words(self._month.name) or _("no day"), "bold")], [], width)]
        beside = min(_NAME, max(map(cells, self._names)), width // 3) + 1
        numbers = [self._numbers(amount) for amount in self._month.amounts]
        room = max(1, width - 2 - beside - max(map(cells, numbers)) - 2)
        for name, amount, words in zip(self._names, self._month.amounts, numbers, strict=True):
            length = max(1, round(amount.statements / self._most * room)) if amount.statements else 0
            solid = round(length * amount.direct / amount.words) if amount.words else 0
            label = shorten(name, beside - 1)
            pieces: list[Piece] = [
                (label, ""),
                (" " * (beside - cells(label)), ""),
                (f"{DIRECT * solid}{REST * (length - solid)}", "$accent"),
            ]
            lines.append(line(pieces, [(words, "$faint")], width, indent=2))
        return lines

    def _numbers(self, amount: Amount) -> str:
        share = amount.direct / amount.words if amount.words else 0
        words = ngettext("{n} word", "{n} words", amount.words).format(n=number_words(amount.words))
        said = f"{statements_words(amount.statements)} · {words}"
        direct = _("{share} direct").format(share=f"{share:.0%}")
        return f"{said} · {direct}" if amount.words else said


def lead(entry: Entry, names: Sequence[str]) -> tuple[str, str]:
    """The sign of an entry, and what comes before its words: who says it where that is somebody else, and the cue."""
    said = entry.first.said
    if said is None:
        return "·", ""
    cue = f"{how}: " if (how := said.introduced()) else ""
    if entry.part is Part.ABOUT:
        whose = _("{speaker} on {name}: ").format(speaker=said.speaker, name=names[entry.whose])
        return "←", f"{whose}{cue}"
    return REFUSED if said.refusal else QUOTE_SIGNS[said.type], cue


def more(entry: Entry) -> str:
    """ "+2 articles, 2 wordings  " of a statement that several articles have."""
    others = len(entry.articles) - 1
    parts = []
    if others:
        parts.append(
            ngettext("+{number} article", "+{number} articles", others).format(number=number_words(others))
        )
    if (wordings := len(entry.wordings)) > 1:
        parts.append(_("{number} wordings").format(number=number_words(wordings)))
    return f"{', '.join(parts)}  " if parts else ""


def where(record: ArticleRecord, today: date) -> str:
    """When, under which headline and in which paper."""
    when = date_words(record.dated, today)
    return " · ".join(filter(None, (when, record.title or _("untitled"), outlet_words(record.outlet))))


def detail(entry: Entry, names: Sequence[str], today: date, chosen: int = 0) -> Content:
    """All of an entry: its words in full, the other wordings with what differs underlined, and its articles.

    The article that is `chosen` has a sign before it if there are several.
    """
    first, said = entry.first, entry.first.said
    name = names[entry.whose]
    if said is None:
        count = ngettext("mentioned once", "mentioned {number} times", entry.mentions)
        head = f"{name} · {count.format(number=number_words(entry.mentions))}"
    elif entry.part is Part.ABOUT:
        whose = _("{speaker} on {name}").format(speaker=said.speaker, name=name)
        head = f"{whose} · {_how(said)}"
    else:
        head = f"{name} · {_how(said)}"
    parts: list[Piece] = [(drawable(head), "bold"), ("\n", "")]
    if said is not None and said.before:
        parts.append((drawable(f"{said.before} "), "$faint"))
    parts.append((drawable(" ".join(first.words.split())), ""))
    for wording in entry.wordings[1:]:
        parts += [("\n\n", ""), (_("also:"), "$faint"), (" ", "")]
        for words, differs in differences(first.words, wording):
            parts += [(drawable(words), "bold underline" if differs else ""), (" ", "")]
    parts.append(("\n", ""))
    for number, place in enumerate(entry.articles):
        sign = ("▸ " if number == chosen else "  ") if len(entry.articles) > 1 else ""
        parts += [("\n", ""), (f"{sign}{drawable(where(place.record, today))}", "$faint")]
    return Content.assemble(*[(text, style) if style else text for text, style in parts if text])


def _how(said: Said) -> str:
    """The kind of speech, and the cue: "indirect, “denied”"."""
    kind = _("no statement") if said.refusal else type_words(said.type)
    return ", ".join(filter(None, (kind, said.introduced(quoted=True))))


class DossierPlot(Lines):
    """When they spoke: a row of blocks for each, and a line that says what a block stands for."""

    def __init__(self, dossiers: Sequence[Dossier], today: date) -> None:
        self._dossiers = dossiers
        self._today = today

    def lines(self, width: int) -> list[Content]:
        """The lines."""
        names = [each.name for each in self._dossiers] if len(self._dossiers) > 1 else [""]
        beside = min(_NAME, max(map(cells, names)), width // 3) + 1 if names[0] else 0
        plot = plotted([each.days for each in self._dossiers], max(1, width - beside - 2))
        rows = []
        for number, name in enumerate(names):
            label = line([(name, "$faint")], [], beside) if beside else Content("")
            rows.append(
                Content.assemble(label, ("▕", "$faint"), (plot.blocks(number), "$accent"), ("▏", "$faint"))
            )
        meaning = ngettext(
            "a full block: {most} statement a {period}",
            "a full block: {most} statements a {period}",
            plot.most,
        ).format(most=number_words(plot.most), period=_(plot.period.value))
        first, last = (date_words(day, self._today) for day in (plot.first, plot.last))
        below = line([(f"{first} – {last} · {meaning}", "$faint")], [], width)
        return [*(row.truncate(width, ellipsis=False, pad=True) for row in rows), below]
