import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from core.articles.article import Article, Block, BlockKind
from core.spans import Span
from tui.widgets.article import ArticleView, Mark, MarkKind

PARTS = (
    (BlockKind.HEADLINE, "Streit am Kai"),
    (
        BlockKind.PARAGRAPH,
        "Kiel – Im Hafen steht ein Kran, den niemand mehr will. „Er muss weg“, sagte Ada Lind am Montag.",
    ),
    (BlockKind.CAPTION, "Der alte Kran im Hafen"),
    (BlockKind.CAPTION, "Der alte Kran im Hafen"),
    *(
        (
            BlockKind.PARAGRAPH,
            f"Absatz {nth}: " + "Das Wasser steht still, und der Wind hat sich gelegt. " * 5,
        )
        for nth in range(12)
    ),
)
ODD = (
    "A\tb\x1b[2Jc 👩\u200d👩\u200d👧 🇩🇪 ❤\ufe0f 👍🏽 \u202eumgekehrt\u202c Donau\u00addampf a\u0308 日本語 "
    * 4
)


def article(*parts: tuple[BlockKind, str], repeats: Iterable[int] = ()) -> Article:
    text, blocks = "", []
    for index, (kind, words) in enumerate(parts):
        dateline = 7 if words.startswith("Kiel – ") else None
        start = len(text)
        blocks.append(
            Block(
                kind,
                start,
                start + len(words),
                index - 1 if index in repeats else None,
                start + dateline if dateline else None,
            )
        )
        text += words + "\n\n"
    return Article("-", text, tuple(blocks), "de", "")


ARTICLE = article(*PARTS, repeats=[3])
TEXT = ARTICLE.text


def span(words: str, nth: int = 0) -> Span:
    return [match.span() for match in re.finditer(re.escape(words), TEXT)][nth]


class Bare(App[None]):
    """Nothing but the view, without any theme variable of Lesart's own."""

    def __init__(self, shown: Article = ARTICLE, top: int = 0) -> None:
        super().__init__()
        self.view = ArticleView(shown)
        self.view.top_offset = top
        self.told: list[Any] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_article_view_selection_changed(self, event: ArticleView.SelectionChanged) -> None:
        self.told.append(event.selection)

    def on_article_view_mark_clicked(self, event: ArticleView.MarkClicked) -> None:
        self.told.append(event.mark)


def rows(view: ArticleView) -> list[str]:
    return [view.render_line(y).text for y in range(view.size.height)]


def look(view: ArticleView, words: str, nth: int = 0) -> Style:
    """The style in which `words` are drawn on the visible page."""
    for y in range(view.size.height):
        for segment in view.render_line(y):
            if words in segment.text:
                if not nth:
                    assert segment.style is not None
                    return segment.style
                nth -= 1
    raise AssertionError(f"{words} is not to be seen")


def place(view: ArticleView, words: str) -> tuple[int, int]:
    """Column and row of the first letter of `words` on the visible page."""
    for y, line in enumerate(rows(view)):
        if words in line:
            return line.index(words), y
    raise AssertionError(f"{words} is not to be seen")


def attributes(style: Style) -> tuple[bool, ...]:
    return tuple(
        map(bool, (style.bold, style.italic, style.underline, style.underline2, style.dim, style.reverse))
    )


async def press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())


def selected(app: Bare) -> str:
    return app.view.selected_text


# Drawing


async def test_the_page_at_80_columns() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)):
        app.view.set_marks(
            [
                Mark(*span("„Er muss weg“"), MarkKind.QUOTE, "q"),
                Mark(*span("niemand"), MarkKind.ANNOTATION, "n"),
            ]
        )
        assert [line.rstrip() for line in rows(app.view)] == [
            "",
            "    Streit am Kai",
            "    ─────────────",
            "",
            "  ┃ Kiel – Im Hafen steht ein Kran, den niemand mehr will. „Er muss weg“,   ●",
            "    sagte Ada Lind am Montag.",
            "",
            "      Der alte Kran im Hafen",
            "      ↳ caption repeated",
            "",
            "    Absatz 0: Das Wasser steht still, und der Wind hat sich gelegt. Das",
            "    Wasser steht still, und der Wind hat sich gelegt. Das Wasser steht",
        ]


async def test_the_first_frame_shows_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[int, str] = {}
    render_line = ArticleView.render_line

    def record(self: ArticleView, y: int) -> Any:
        strip = render_line(self, y)
        drawn.setdefault(y, strip.text.strip())
        return strip

    monkeypatch.setattr(ArticleView, "render_line", record)
    top = span("Absatz 5")[0]
    async with Bare(top=top).run_test(size=(80, 12)):
        assert drawn[0].startswith("Absatz 5: Das Wasser")


@pytest.mark.parametrize("width", [8, 20, 33, 60, 80, 120, 200])
async def test_no_text_whatever_moves_a_column(width: int) -> None:
    app = Bare(article((BlockKind.HEADLINE, ODD), (BlockKind.LIST_ITEM, ODD), (BlockKind.PARAGRAPH, ODD * 3)))
    async with app.run_test(size=(width, 40)):
        app.view.set_marks(Mark(at, at + 3, kind, "") for at in range(0, 200, 7) for kind in MarkKind)
        for y in range(40):
            strip = app.view.render_line(y)
            assert strip.cell_length == app.view.size.width
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u200d\ufe0f]", strip.text)


async def test_names_differ_without_colour() -> None:
    app = Bare()
    kinds = (MarkKind.PERSON, MarkKind.ORGANISATION, MarkKind.PLACE, MarkKind.MISC)
    words = ("Ada Lind", "Kran", "Kiel", "Montag")
    async with app.run_test(size=(80, 12)):
        plain = look(app.view, "niemand")
        app.view.set_marks(Mark(*span(name), kind) for name, kind in zip(words, kinds, strict=True))
        looks = [look(app.view, name) for name in words]
        assert len({attributes(style) for style in (plain, *looks)}) == 5
        assert all(one.color != other.color for one, other in combinations(looks, 2))


async def test_every_kind_of_mark_is_seen_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Bare()
    async with app.run_test(size=(80, 12)):
        plain = attributes(look(app.view, "niemand"))
        for kind in MarkKind:
            app.view.set_marks([Mark(*span("niemand"), kind)])
            if kind is MarkKind.QUOTE:
                assert "┃" in "".join(rows(app.view))
            else:
                assert attributes(look(app.view, "niemand")) != plain, kind
        app.view.set_marks([])
        app.view.set_target([span("niemand")])
        assert attributes(look(app.view, "niemand")) != plain
        app.view.set_target(None)
        app.view.select(*span("niemand"))
        assert attributes(look(app.view, "niemand")) != plain


async def test_marks_move_nothing() -> None:
    app = Bare()
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "j j j")
        before = rows(app.view)
        app.view.set_marks(Mark(at, at + 9, kind, "") for at in range(0, 900, 31) for kind in MarkKind)
        app.view.set_target([span("Montag")], cue=[span("sagte")], speaker=[span("Ada Lind")])
        after = rows(app.view)
        assert [line.replace("┃", " ").replace("●", " ") for line in after] == before
        assert after != before


async def test_the_target_is_drawn_distinctly_with_cue_and_speaker_and_a_brighter_bar() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)):
        quote = span("„Er muss weg“")
        app.view.set_marks([Mark(*quote, MarkKind.QUOTE, "q")])
        plain, bar = look(app.view, "niemand"), look(app.view, "┃")
        app.view.set_target([quote], cue=[span("sagte")], speaker=[span("Ada Lind")])
        assert look(app.view, "Er muss weg").bgcolor != plain.bgcolor
        assert look(app.view, "sagte").bold
        assert look(app.view, "Ada Lind").bold
        assert look(app.view, "┃") != bar
        app.view.target = None
        assert look(app.view, "Er muss weg") == plain
        assert look(app.view, "┃") == bar


async def test_selected_words_can_be_read() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)):
        app.view.select(*span("den niemand mehr"))
        style = look(app.view, "den niemand")
        assert style.color != style.bgcolor
        assert style.bgcolor != look(app.view, "will").bgcolor


async def test_theme_variables_give_the_colours() -> None:
    class Themed(Bare):
        def get_theme_variable_defaults(self) -> dict[str, str]:
            return {"entity-person": "#123456", "annotation": "#654321", "quote-current": "nonsense"}

    app = Themed()
    async with app.run_test(size=(80, 12)):
        app.view.set_marks(
            [Mark(*span("Ada Lind"), MarkKind.PERSON), Mark(*span("niemand"), MarkKind.ANNOTATION)]
        )
        person, note = look(app.view, "Ada Lind").color, look(app.view, "niemand").bgcolor
        assert person is not None
        assert person.name == "#123456"
        assert note is not None
        assert note.name == "#654321"


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "nord"])
async def test_a_change_of_theme_is_drawn_and_moves_nothing(theme: str) -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "space")
        before, ink = rows(app.view), look(app.view, "Wasser")
        app.theme = theme
        await pilot.pause()
        assert rows(app.view) == before
        assert look(app.view, "Wasser") != ink


# Reading


async def test_keys_scroll() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        view = app.view
        seen = []
        for keys in (
            "j j",
            "k",
            "space",
            "b",
            "pagedown",
            "pageup",
            "ctrl+d",
            "ctrl+u",
            "G",
            "g",
            "end",
            "home",
        ):
            await press(pilot, keys)
            seen.append(view.scroll_offset.y)
        last = view.max_scroll_y
        assert seen == [2, 1, 11, 1, 11, 1, 6, 1, last, 0, last, 0]
        assert view.progress < 0.3
        await press(pilot, "G")
        assert view.progress == 1


async def test_keys_of_the_caret_are_left_to_others_while_there_is_none() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)):
        for action in ("move", "extend", "grow", "nudge", "swap", "drop", "copy"):
            assert app.view.check_action(action, ()) is False
        app.view.select(*span("Kran"))
        for action in ("move", "extend", "grow", "nudge", "swap", "drop", "copy"):
            assert app.view.check_action(action, ()) is True


async def test_the_reading_position_holds_through_every_change() -> None:
    app = Bare()
    async with app.run_test(size=(100, 20)) as pilot:
        view = app.view
        await press(pilot, "space j j")
        top, row, page = view.top_offset, view.scroll_offset.y, rows(view)
        assert top > 0
        for width, height in ((50, 20), (30, 9), (20, 30), (200, 20), (100, 20)):
            await pilot.resize_terminal(width, height)
            assert view.top_offset == top
            first = view.render_line(0).text.strip()
            assert first in " ".join(TEXT.split())
            start, end = view.visible_span
            assert start <= top < end
        assert (view.scroll_offset.y, rows(view)) == (row, page)
        view.measure = 40
        assert view.top_offset == top
        view.measure = 72
        view.unfolded = True
        assert view.render_line(0).text == page[0]
        assert view.scroll_offset.y == row + 1
        view.unfolded = False
        assert (view.scroll_offset.y, rows(view)) == (row, page)


async def test_the_position_near_the_end_comes_back_after_a_wide_moment() -> None:
    app = Bare()
    async with app.run_test(size=(30, 10)) as pilot:
        await press(pilot, "G k k")
        top, row = app.view.top_offset, app.view.scroll_offset.y
        await pilot.resize_terminal(200, 50)
        await pilot.resize_terminal(30, 10)
        assert (app.view.top_offset, app.view.scroll_offset.y) == (top, row)


async def test_a_change_made_while_hidden_is_there_when_shown_again() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.display = False
        await pilot.pause()
        app.view.measure = 20
        app.view.unfolded = True
        await pilot.pause()
        app.view.display = True
        await pilot.pause()
        assert max(len(line.strip()) for line in rows(app.view)) <= 20


async def test_a_position_taken_can_be_given_back() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        for key in ("space", "j", "j", "j", "space", "k", "k"):
            await press(pilot, key)
            top, page = app.view.top_offset, rows(app.view)
            app.view.top_offset = len(TEXT)
            assert rows(app.view) != page
            app.view.top_offset = top
            assert rows(app.view) == page


async def test_revealing_scrolls_no_further_than_it_must() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        view = app.view
        view.reveal(*span("Montag"))
        assert view.scroll_offset.y == 0
        view.reveal(*span("Absatz 1"))
        near = view.scroll_offset.y
        assert 0 < near < 12
        _, row = place(view, "Absatz 1")
        assert row == 12 - 1 - 3
        view.reveal(*span("Absatz 1"))
        assert view.scroll_offset.y == near
        view.reveal(*span("Absatz 9"))
        assert 2 <= place(view, "Absatz 9")[1] <= 6
        view.reveal(*span("Streit"))
        await pilot.pause()
        assert view.scroll_offset.y <= 1


async def test_a_passage_higher_than_the_view_is_revealed_from_its_beginning() -> None:
    app = Bare()
    async with app.run_test(size=(40, 6)):
        app.view.reveal(span("Absatz 3")[0], span("Absatz 6")[0])
        assert place(app.view, "Absatz 3")[1] == 1


async def test_what_is_wanted_before_the_first_frame_is_revealed_in_it() -> None:
    app = Bare()
    app.view.reveal(*span("Absatz 9"))
    async with app.run_test(size=(80, 12)):
        assert place(app.view, "Absatz 9")


async def test_another_article_begins_anew() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "space v")
        app.view.set_target([span("Absatz 1")])
        app.view.set_marks([Mark(0, 3, MarkKind.PLACE)])
        app.view.article = article((BlockKind.PARAGRAPH, "Etwas anderes."))
        await pilot.pause()
        assert rows(app.view)[1].strip() == "Etwas anderes."
        assert (app.view.top_offset, app.view.marks, app.view.target, app.view.selection) == (
            0,
            (),
            None,
            None,
        )
        assert not app.view.selecting


async def test_an_article_without_text_can_be_shown_and_selected_from() -> None:
    app = Bare(Article("-", "", (), "und", ""))
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "j k G g space v w l")
        assert app.view.selection is None


async def test_moving_is_told() -> None:
    tops = []

    class Told(Bare):
        def on_article_view_moved(self, event: ArticleView.Moved) -> None:
            tops.append(event.top)

    app = Told()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.set_marks([Mark(0, 3, MarkKind.PLACE)])
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert tops == []
        await press(pilot, "space")
        assert tops == [app.view.top_offset]


# Selecting by keyboard


async def test_a_passage_is_selected_by_keys_alone() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "v")
        assert selected(app) == "Streit"
        await press(pilot, "j l l")
        assert selected(app) == "Hafen"
        await press(pilot, "v l l")
        assert selected(app) == "Hafen steht ein"
        await press(pilot, "h")
        assert selected(app) == "Hafen steht"
        await press(pilot, "o left")
        assert selected(app) == "Im Hafen steht"
        assert app.told[-1] == span("Im Hafen steht")
        await press(pilot, "escape")
        assert (app.view.selection, app.view.selecting, app.told[-1]) == (None, False, None)


async def test_the_caret_comes_back_where_it_was_left() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "v j l l escape v")
        assert selected(app) == "Hafen"


async def test_words_sentences_and_paragraphs_are_taken_at_once() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "v j w")
        assert selected(app) == "Kiel"
        await press(pilot, "w")
        assert selected(app) == "Kiel – Im"
        await press(pilot, "s")
        assert selected(app) == "Kiel – Im Hafen steht ein Kran, den niemand mehr will."
        await press(pilot, "p")
        assert selected(app) == PARTS[1][1]
        await press(pilot, "greater_than_sign")
        assert selected(app) == PARTS[1][1] + "\n"
        await press(pilot, "less_than_sign less_than_sign")
        assert selected(app) == PARTS[1][1][:-1]


async def test_selecting_begins_at_the_target() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.set_target([span("Ada Lind")])
        await press(pilot, "v")
        assert selected(app) == "Ada Lind"
        await press(pilot, "l l")
        assert selected(app) == "Ada Lind am Montag"


async def test_travelling_by_sentence_and_paragraph() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "v L L")
        assert selected(app) == "„Er"
        await press(pilot, "J J")
        assert selected(app) == "Absatz"
        await press(pilot, "K ctrl+up")
        assert selected(app) == "Kiel"


async def test_lines_are_followed_straight_down_and_the_page_with_them() -> None:
    app = Bare()
    async with app.run_test(size=(40, 10)) as pilot:
        await press(pilot, "v j l l l")
        column, _ = place(app.view, selected(app))
        for _ in range(12):
            await press(pilot, "j")
            shown = " ".join(rows(app.view))
            assert selected(app) in shown
        assert app.view.scroll_offset.y > 0
        here, _ = place(app.view, selected(app))
        assert abs(here - column) <= 8
        await press(pilot, "G")
        assert selected(app) == "gelegt"
        await press(pilot, "g")
        assert (selected(app), app.view.scroll_offset.y) == ("Streit", 0)


async def test_shift_selects_while_travelling() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "v j shift+right shift+right")
        assert selected(app) == "Kiel – Im Hafen"


async def test_folded_captions_are_passed_over_until_they_are_shown() -> None:
    app = Bare()
    async with app.run_test(size=(80, 20)) as pilot:
        app.view.select(*span("Der alte Kran", 0))
        await press(pilot, "v J")
        assert selected(app) == "Absatz"
        app.view.unfolded = True
        await press(pilot, "K")
        assert app.view.selection == span("Der", 1)


async def test_copying_gives_the_words_of_the_source() -> None:
    app = Bare(article((BlockKind.PARAGRAPH, "Donau\u00addampf\nfährt\taus")))
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "v p ctrl+c")
        assert app.clipboard == "Donau\u00addampf\nfährt\taus"


def test_every_binding_can_be_remapped_and_says_what_it_does() -> None:
    bindings = [binding for binding in ArticleView.BINDINGS if not isinstance(binding, tuple)]
    ids = [binding.id for binding in bindings]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert all(binding.tooltip and binding.description for binding in bindings)
    keys = [key for binding in bindings for key in binding.key.split(",")]
    assert len(set(keys)) == len(keys)


# Mouse


async def test_dragging_selects_whole_words() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        x, y = place(app.view, "Hafen")
        await pilot.mouse_down(offset=(x + 2, y))
        await pilot.hover(offset=(x + 8, y))
        await pilot.mouse_up(offset=(x + 8, y))
        assert selected(app) == "Hafen steht"
        assert not app.view.selecting
        await press(pilot, "v l")
        assert selected(app) == "Hafen steht ein"


async def test_dragging_back_over_lines_selects_what_lies_between() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        x, y = place(app.view, "sagte")
        await pilot.mouse_down(offset=(x + 1, y))
        await pilot.hover(offset=(place(app.view, "muss")[0], y - 1))
        await pilot.mouse_up(offset=(place(app.view, "muss")[0], y - 1))
        assert selected(app) == "muss weg“, sagte"


async def test_dragging_below_the_edge_scrolls_on() -> None:
    app = Bare()
    async with app.run_test(size=(80, 8)) as pilot:
        app.view.styles.height = 6
        await pilot.pause()
        x, y = place(app.view, "Hafen")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x, 7))
        await pilot.pause(0.4)
        await pilot.mouse_up(offset=(x, 7))
        scrolled = app.view.scroll_offset.y
        assert scrolled > 1
        assert selected(app).startswith("Hafen")
        await pilot.pause(0.2)
        assert app.view.scroll_offset.y == scrolled


@pytest.mark.parametrize(
    ("times", "expected"),
    [(2, "Hafen"), (3, "Kiel – Im Hafen steht ein Kran, den niemand mehr will."), (4, PARTS[1][1])],
)
async def test_clicks_select_by_units(times: int, expected: str) -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.click(offset=place(app.view, "Hafen"), times=times)
        assert selected(app) == expected


async def test_clicking_a_mark_its_bar_or_its_sign_tells_of_it() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        person = Mark(*span("muss"), MarkKind.PERSON, "p")
        quote = Mark(*span("„Er muss weg“"), MarkKind.QUOTE, "q")
        note = Mark(*span("niemand"), MarkKind.ANNOTATION, "n")
        app.view.set_marks([person, quote, note])
        for offset in (
            place(app.view, "muss"),
            place(app.view, "weg"),
            place(app.view, "┃"),
            place(app.view, "●"),
        ):
            await pilot.click(offset=offset)
            await pilot.pause()
        await pilot.click(offset=place(app.view, "Hafen"))
        await pilot.pause()
        assert [told for told in app.told if told is not None] == [person, quote, quote, note]


async def test_repeated_captions_unfold_by_key_and_by_click() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, "f")
        assert "repeated" not in " ".join(rows(app.view))
        await press(pilot, "f")
        await pilot.click(offset=place(app.view, "repeated"))
        assert "repeated" not in " ".join(rows(app.view))


async def test_the_wheel_scrolls_and_the_position_follows() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        for _ in range(4):
            app.view.post_message(
                MouseScrollDown(app.view, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
            )
        await pilot.pause()
        assert app.view.scroll_offset.y > 3
        assert app.view.top_offset > 0


async def test_a_click_drops_the_selection() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.select(*span("Kran"))
        await pilot.click(offset=place(app.view, "Montag"))
        assert app.view.selection is None


# Names and quotes, widening


async def test_names_and_quotes_are_selected_whole_and_narrowed_again() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.set_marks(
            [Mark(*span("„Er muss weg“"), MarkKind.QUOTE, "q"), Mark(*span("Ada Lind"), MarkKind.PERSON, "a")]
        )
        app.view.select(*span("muss"))
        for key, words in (
            ("Q", "„Er muss weg“"),
            ("full_stop", "„Er muss weg“, sagte Ada Lind am Montag."),
            ("comma", "„Er muss weg“"),
            ("comma", "weg“"),
            ("W", "Ada Lind"),
        ):
            await press(pilot, key)
            assert selected(app) == words, key


# The ruler


async def test_the_ruler_lies_on_a_line_and_is_moved_by_the_keys_that_scroll() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        app.view.lay_ruler()
        assert ruled(app.view) == [1]
        await press(pilot, "j")
        assert ruled(app.view) == [4]  # over rule and blank line
        await press(pilot, "k k k")
        assert ruled(app.view) == [1]
        await press(pilot, "G")
        assert ruled(app.view)
        assert TEXT[app.view.ruler or 0 :].strip() in "".join(rows(app.view))
        app.view.ruler = None
        assert ruled(app.view) == []


async def test_the_ruler_stays_with_its_words_when_the_lines_fall_anew() -> None:
    app = Bare()
    async with app.run_test(size=(100, 12)) as pilot:
        app.view.ruler = span("Absatz 2")[0]
        app.view.reveal(*span("Absatz 2"))
        for width in (40, 30, 120):
            await pilot.resize_terminal(width, 12)
            app.view.reveal(*span("Absatz 2"))
            (row,) = ruled(app.view)
            assert "Absatz 2" in rows(app.view)[row]


def ruled(view: ArticleView) -> list[int]:
    return [y for y, line in enumerate(rows(view)) if "›" in line]


# What is bright


async def test_what_is_not_bright_is_faint_and_the_target_never_is() -> None:
    app = Bare()
    async with app.run_test(size=(80, 12)) as pilot:
        before, plain = rows(app.view), look(app.view, "niemand")
        app.view.bright = (span("Im Hafen"), span("„Er muss weg“"))
        await pilot.pause()
        assert look(app.view, "Im Hafen") == plain
        assert look(app.view, "„Er muss weg“") == plain
        assert look(app.view, "steht ein Kran").color != plain.color
        assert rows(app.view) == before
        app.view.set_target([span("niemand")])
        assert look(app.view, "niemand").color == plain.color
        app.view.bright = None
        assert look(app.view, "steht ein Kran") == plain


async def test_hyphens_are_drawn_and_what_is_searched_and_selected_is_the_text_itself() -> None:
    word = "Hafenverkaufsausschuss"
    app = Bare(article((BlockKind.PARAGRAPH, f"Es tagt heute der {word} der Stadt.")))
    async with app.run_test(size=(37, 8)):
        app.view.hyphenated = True
        assert [line.strip() for line in rows(app.view)[1:3]] == [
            "Es tagt heute der Hafenverkaufs-",
            "ausschuss der Stadt.",
        ]
        start = app.view.article.text.index(word)
        app.view.select(start, start + len(word))
        assert selected(app) == word
        app.view.set_marks([Mark(start, start + len(word), MarkKind.HIT)])
        assert look(app.view, "verkaufs").bgcolor == look(app.view, "ausschuss").bgcolor
        app.view.hyphenated = False
        assert word in "".join(rows(app.view))
