import pytest

from tests.tui.widgets.article.page import ARTICLE, TEXT, span
from tui.widgets.article.page import CONTEXT, Options, Page

HEIGHT = 12


def laid_out() -> Page:
    page = Page()
    page.lay_out(ARTICLE, 80, Options())
    return page


def test_nothing_is_shown_without_an_article_or_a_width() -> None:
    page = Page()
    assert not page.lay_out(None, 80, Options())
    assert not page.lay_out(ARTICLE, 0, Options())
    assert not page.is_laid_out
    assert (page.height, page.offset, page.visible_span(0, HEIGHT), page.progress(0, HEIGHT)) == (
        0,
        0,
        (0, 0),
        1,
    )


def test_the_same_article_width_and_options_are_not_laid_out_again() -> None:
    page = laid_out()
    layout = page.layout
    assert not page.lay_out(ARTICLE, 80, Options())
    assert page.layout is layout
    assert page.lay_out(ARTICLE, 60, Options())
    assert page.lay_out(ARTICLE, 60, Options(hyphenated=True))


@pytest.mark.parametrize("width", [20, 33, 60, 200])
def test_the_reading_position_holds_at_every_width(width: int) -> None:
    page = laid_out()
    row = page.layout.row_of(span("Absatz 4")[0])
    page.read_at_row(row)
    page.lay_out(ARTICLE, width, Options(measure=50, unfolded=True))
    assert page.offset == span("Absatz 4")[0]
    assert page.row == page.layout.row_of(page.offset)
    page.lay_out(ARTICLE, 80, Options())
    assert page.row == row


def test_blank_lines_above_the_reading_position_come_back() -> None:
    page = laid_out()
    above = page.layout.row_of(span("Absatz 4")[0]) - 1
    page.read_at_row(above)
    assert page.offset == span("Absatz 4")[0]
    page.read_at(len(TEXT))
    page.read_at(span("Absatz 4")[0])
    assert page.row == above


def test_a_passage_is_revealed_with_lines_around_it_and_not_moved_if_it_is_visible() -> None:
    page = laid_out()
    below = page.layout.row_of(span("Absatz 2")[0])
    row = page.row_to_reveal(span("Absatz 2"), 0, HEIGHT)
    assert row == below + CONTEXT - HEIGHT + 1
    assert page.row_to_reveal(span("Absatz 2"), row, HEIGHT) is None
    assert page.row_to_reveal(span("Absatz 2"), below + 5, HEIGHT) == below - CONTEXT
    assert page.row_to_reveal((span("Absatz 2")[0], len(TEXT)), 0, HEIGHT) == below - 1


def test_progress_is_complete_at_the_end() -> None:
    page = laid_out()
    assert 0 < page.progress(0, HEIGHT) < page.progress(1, HEIGHT) < 1
    assert page.progress(page.height - HEIGHT, HEIGHT) == 1
