import pytest

from core.articles.article import BlockKind
from tests.tui.widgets.article.page import PARTS, Bare, article, place, press, rows, selected, span
from tui.model.marks import Mark, MarkKind
from tui.widgets.article import ArticleView

pytestmark = pytest.mark.usefixtures("laid_out")


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
            ("comma", "muss"),
            ("comma", "muss"),
            ("W", "Ada Lind"),
            ("comma", "muss"),
        ):
            await press(pilot, key)
            assert selected(app) == words, key
