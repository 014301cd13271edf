import re
import time
from itertools import combinations
from typing import Any

import pytest
from rich.cells import cell_len

from core.articles.article import BlockKind
from core.articles.texts import plain_article
from tests.tui.widgets.article.page import ODD, Bare, article, attributes, look, press, rows, selected, span
from tui.model.marks import Mark, MarkKind
from tui.widgets.article import ArticleView


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
            "    standard input · 3 min",
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


@pytest.mark.usefixtures("every_frame")
async def test_the_first_frame_shows_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[int, str] = {}
    render_line = ArticleView.render_line

    def record(self: ArticleView, y: int) -> Any:
        strip = render_line(self, y)
        drawn.setdefault(y, strip.text.strip())
        return strip

    monkeypatch.setattr(ArticleView, "render_line", record)
    top = span("Absatz 5")[0]
    async with Bare(top=top).run_test(size=(80, 12)) as pilot:
        end = time.monotonic() + 30
        while not drawn and time.monotonic() < end:
            await pilot.pause(0.01)
        assert drawn[0].startswith("Absatz 5: Das Wasser")


@pytest.mark.parametrize("width", [8, 20, 33, 60, 80, 120, 200])
async def test_no_text_whatever_moves_a_column(width: int) -> None:
    app = Bare(article((BlockKind.HEADLINE, ODD), (BlockKind.LIST_ITEM, ODD), (BlockKind.PARAGRAPH, ODD * 3)))
    async with app.run_test(size=(width, 40)):
        app.view.set_marks(Mark(at, at + 3, kind, "") for at in range(0, 200, 7) for kind in MarkKind)
        for y in range(40):
            strip = app.view.render_line(y)
            assert strip.cell_length == cell_len(strip.text) == app.view.size.width
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
        assert app.view.article is not None
        start = app.view.article.text.index(word)
        app.view.select(start, start + len(word))
        assert selected(app) == word
        app.view.set_marks([Mark(start, start + len(word), MarkKind.HIT)])
        assert look(app.view, "verkaufs").bgcolor == look(app.view, "ausschuss").bgcolor
        app.view.hyphenated = False
        assert word in "".join(rows(app.view))


async def test_the_questions_of_an_interview_are_bold() -> None:
    asked = ("Wann kommt das Schiff?", "Wer zahlt dafür?", "Und was sagt die Stadt?")
    text = "Am Kai\n\n" + "\n\n".join(f"Seebote: {each}\n\nLind: Das weiß ich noch nicht." for each in asked)
    app = Bare(plain_article(text, "kai.txt"))
    async with app.run_test(size=(80, 24)):
        bold = [
            "".join(segment.text for segment in strip if segment.style and segment.style.bold).strip()
            for strip in (app.view.render_line(row) for row in range(20))
        ]
    assert [each for each in bold if each] == ["Am Kai", *(f"Seebote: {each}" for each in asked)]
