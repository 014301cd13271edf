"""How an article of the library, and what was found in one, is drawn in a list and beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from textual.content import Content

from core.analysis import QuoteType
from core.analysis.cue_words import introduction, with_cue
from core.articles.source_names import outlet_words
from core.library import ArticleRecord
from core.library.index.marks import Found
from core.library.index.searching import Hit, HitKind
from core.library.index.snippets import Snippet
from core.library.states import State
from core.text.spans import Span
from core.translation import N_, _, ngettext
from tui.model.days import clock_words, day_words, exact_words
from tui.model.describe import in_marks
from tui.model.head_line import author_words, lack_words
from tui.model.library_words import articles_words, marks_words, state_words, statements_words
from tui.model.speech import QUOTE_SIGNS
from tui.model.undo import tag_words
from tui.tag_colours import DRAWN, colour_of
from tui.text import cells, drawable, shorten
from tui.widgets.lines import Lines, OneLine, Piece, line

SIGNS = {State.NEW: "●", State.BEGUN: "◐", State.READ: " ", State.LATER: "◇", State.ARCHIVED: "□"}
"""The sign of each state, before the title."""
CHOSEN = "✓"
NOT_ANALYSED = N_("not analysed yet")
_MANY = 4
"""Actors that are named at most."""
_TITLE = 36
"""Columns of a title beside what was found in the article, at most; less where lines are short."""
_WIDE = 100
"""Columns from which on a mark says of its article more than title and day."""
BESIDE = 43
"""Columns of what stands beside the list: the width of `#preview` in the library without its edge."""
_LEAD = 24
"""Characters of a snippet that come before the first hit."""


class ArticleEntry(Lines):
    """Two lines: state, title and day; then source, minutes, who speaks how often, marks, and how far one is."""

    def __init__(
        self, record: ArticleRecord, today: date, chosen: bool = False, by_day: bool = False
    ) -> None:
        """`by_day`: it stands below a heading that says which day it is from."""
        self._record, self._today, self._chosen, self._by_day = record, today, chosen, by_day

    def lines(self, width: int) -> list[Content]:
        """The two lines."""
        record = self._record
        sign = CHOSEN if self._chosen else SIGNS[record.state]
        weight = "bold" if record.state is State.NEW else ""
        first = [(f"{sign} ", "$accent"), (record.title or _("untitled"), weight)]
        lack = lack_words(record.is_headline, record.partial)
        second = [
            (outlet_words(record.outlet), "$faint"),
            (" · " + _("{n} min").format(n=record.minutes), "$faint"),
            *([(f" · {lack}", "$faint")] if lack else []),
        ]
        right = [*far(record), *marks(record)]
        room = width - 2 - sum(cells(text) for text, _ in (*second, *right)) - 2
        second += who(record, room)
        return [
            line(first, [(when_words(record, self._today, width, self._by_day), "$faint")], width),
            line(second, right, width, indent=2),
        ]


def when_words(record: ArticleRecord, today: date, width: int, by_day: bool = False) -> str:
    """The day an article is from, or of one that has no date, the day from which it is there: "added today".

    One from today has its time instead, if that is known, and so has one from yesterday, where there is room for both
    or the day is known from the heading above it.
    """
    day = day_words(record.dated, today)
    if not record.published:
        return _("added {day}").format(day=day)
    clock = clock_words(record.moment, record.published)
    is_today, is_yesterday = (record.published == (today - timedelta(ago)).isoformat() for ago in (0, 1))
    if clock and (is_today or (is_yesterday and by_day)):
        return clock
    if clock and is_yesterday and width >= _WIDE:
        return _("yesterday {time}").format(time=clock)
    return day


class HitEntry(Lines):
    """Two lines: the words that were found in their context, and the article."""

    def __init__(
        self,
        hit: Hit,
        place: Snippet | None,
        colours: Mapping[str, str],
        today: date,
        chosen: bool = False,
    ) -> None:
        self._hit, self._place, self._colours, self._today = hit, place, colours, today
        self._chosen = chosen

    def lines(self, width: int) -> list[Content]:
        """The two lines."""
        record, hit = self._hit.article, self._hit
        when = when_words(record, self._today, width)
        day = [(when, "$faint")]
        title = record.title or _("untitled")
        if hit.kind is HitKind.TEXT:
            sign = self._sign(SIGNS[record.state], "$accent")
            return [
                line([sign, (title, "bold")], day, width),
                line(_context(self._place, record), [], width, 2),
            ]
        if hit.kind is HitKind.STATEMENT:
            sign = self._sign(QUOTE_SIGNS[hit.type or QuoteType.DIRECT], "$faint")
            first: list[Piece] = [
                sign,
                (hit.speaker, "bold"),
                ("  ", ""),
                (with_cue(introduction(hit.cue, hit.according), " ".join(hit.words.split())), ""),
            ]
            return [line(first, [], width), line([(title, "$faint")], day, width, indent=2)]
        colour = next((each for tag in hit.tags if (each := colour_of(tag, self._colours))), "")
        note = " ".join(part for part in (tag_words(hit.tags), " ".join(hit.note.split())) if part)
        passage = in_marks(" ".join(hit.words.split())) if hit.words else _("whole article")
        return [
            line([self._sign("●", DRAWN.get(colour, "$annotation-sign")), (note, "")], [], width),
            line([(passage, "$faint")], [(_of_article(record, width, when), "$faint")], width, indent=2),
        ]

    def _sign(self, sign: str, style: str) -> Piece:
        return (f"{CHOSEN} ", "$accent") if self._chosen else (f"{sign} ", style)


def _of_article(record: ArticleRecord, width: int, day: str) -> str:
    """Title and day of the article that something was found in, with source and minutes where there is room."""
    parts = [shorten(record.title or _("untitled"), min(_TITLE, width // 3))]
    if width >= _WIDE:
        parts += [outlet_words(record.outlet), _("{n} min").format(n=record.minutes)]
    return " · ".join(filter(None, (*parts, day)))


class GroupHeading(Lines):
    """A blank line and the name of what follows."""

    def __init__(self, words: str) -> None:
        self._words = words

    def lines(self, width: int) -> list[Content]:
        """The two lines."""
        return [*OneLine([("", "")]).lines(width), *OneLine([(self._words, "bold $faint")]).lines(width)]


def found_words(hits: Sequence[Hit]) -> str:
    """ "2 articles, 1 mark": how much was found; empty if nothing was."""
    named = {
        HitKind.TEXT: articles_words,
        HitKind.MARK: marks_words,
        HitKind.STATEMENT: statements_words,
    }
    count = Counter(hit.kind for hit in hits)
    return ", ".join(words(count[kind]) for kind, words in named.items() if count[kind])


def far(record: ArticleRecord) -> list[Piece]:
    """How far one is in an article that was begun."""
    if record.state not in (State.BEGUN, State.LATER) or not record.position:
        return []
    return [(f"{round(record.progress * 100)} %", "")]


def marks(record: ArticleRecord) -> list[Piece]:
    """The number of the reader's own marks, and of versions where there are several."""
    pieces: list[Piece] = []
    if record.versions > 1:
        versions = ngettext("{n} version", "{n} versions", record.versions).format(n=record.versions)
        pieces.append((f"  {versions}", "$faint"))
    if record.annotations:
        pieces.append((f"  {marks_words(record.annotations)}", "$annotation-sign"))
    return pieces


def who(record: ArticleRecord, room: int) -> list[Piece]:
    """The actors who say most, each with the number of statements, as many as there is room for.

    Where anybody speaks, those who do not are left out.
    """
    pieces: list[Piece] = []
    speaking = [each for each in record.chief if each[1]] or list(record.chief)
    for name, statements in speaking[:_MANY]:
        word = f"{name} {statements}" if statements else name
        text = f"{', ' if pieces else ' · '}{word}"
        room -= cells(text)
        if room < 0:
            break
        pieces.append((text, ""))
    return pieces


def preview(
    record: ArticleRecord, tags: Iterable[str] = (), marks: Sequence[Found] = (), path: bool = False
) -> Content:
    """What is to be known of an article before it is opened, in as many lines as that takes.

    `marks` are shown in full: those with the tag that the list is narrowed to.
    """
    parts: list[tuple[str, str]] = [(drawable(record.title or _("untitled")), "bold"), ("\n", "")]
    about = [
        outlet_words(record.outlet),
        *filter(None, (author_words(record.authors),)),
        exact_words(record.published, record.moment) or _("undated"),
        _("{n} min").format(n=record.minutes),
        *filter(None, (lack_words(record.is_headline, record.partial),)),
    ]
    if record.state is State.BEGUN and record.position:
        about.append(_("{share} read").format(share=f"{round(record.progress * 100)} %"))
    elif record.state is not State.READ or record.position:
        about.append(state_words(record.state))
    parts += [(_in_lines(map(drawable, about), BESIDE), "$faint"), ("\n\n", "")]
    parts += [(drawable(record.beginning), ""), ("\n", "")]
    if record.chief:
        parts.append(("\n", ""))
        for name, statements in record.chief:
            said = f"  {statements_words(statements)}" if statements else ""
            parts += [(drawable(name), ""), (said, "$faint"), ("\n", "")]
    elif not record.analysed:
        parts += [(f"\n{_(NOT_ANALYSED)}\n", "$faint")]
    own = tag_words(tuple(tags))
    if record.annotations:
        count = marks_words(record.annotations)
        parts += [("\n", ""), (count, "$annotation-sign"), (f"  {drawable(own)}\n", "")]
    for each in marks:
        passage = in_marks(" ".join(each.passage.split())) if each.passage else _("whole article")
        note = f"  {drawable(' '.join(each.note.split()))}" if each.note else ""
        parts += [
            ("\n", ""),
            ("● ", "$annotation-sign"),
            (drawable(passage), ""),
            (note, "$faint"),
            ("\n", ""),
        ]
    if path:
        parts += [("\n", ""), (drawable(record.source), "$faint")]
    return Content.assemble(*[(text, style) if style else text for text, style in parts if text])


def _in_lines(parts: Iterable[str], width: int) -> str:
    """Parts side by side as far as they go; no line begins or ends with what parts them."""
    lines = [""]
    for part in filter(None, parts):
        longer = f"{lines[-1]} · {part}" if lines[-1] else part
        lines[-1:] = [longer] if not lines[-1] or cells(longer) <= width else [lines[-1], part]
    return "\n".join(lines)


def _context(place: Snippet | None, record: ArticleRecord) -> list[Piece]:
    """A snippet from shortly before the first hit on, with the hits in another style."""
    if place is None:
        return [(record.beginning, "$faint")]
    first = place.hits[0][0] if place.hits else 0
    begin = max(0, first - _LEAD)
    begin = place.text.find(" ", begin, first) + 1 or begin if begin else 0
    pieces: list[Piece] = [("… ", "$faint")] if begin or not place.is_first else []
    for start, end in _merged(place.hits):
        pieces.append((_flat(place.text[begin:start]), ""))
        pieces.append((_flat(place.text[start:end]), "bold $accent"))
        begin = end
    return [*pieces, (f"{_flat(place.text[begin:])}{'' if place.is_last else ' …'}", "")]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order without overlap."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _flat(text: str) -> str:
    """A stretch of text in one line."""
    return text.replace("\n", " ")
