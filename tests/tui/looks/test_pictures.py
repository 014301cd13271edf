"""Pictures are kept and drawn without loss: what was looked at is what the screen shows."""

from rich.segment import Segment
from rich.style import Style

from tests.tui.looks.drawing import LIGHT, svg
from tests.tui.looks.picture import Look, Picture

LINES = (
    [Segment("Zoe\u0301 ", Style.parse("bold #e6b566 on #191817")), Segment("林海", Style.parse("reverse"))],
    [Segment("  🚢 │  ", Style.parse("yellow underline2"))],
)
PICTURE = Picture.of(LINES, 8)


def test_a_picture_comes_back_from_its_text_as_it_was():
    assert Picture.parse(PICTURE.dump()) == PICTURE
    assert PICTURE.lines == ("Zoe\u0301 林海", "  🚢 │  ")


def test_each_character_has_its_columns_with_what_combines_with_it():
    first, second = PICTURE.rows
    assert [(cell.text, cell.columns) for cell in first][2:5] == [("e\u0301", 1), (" ", 1), ("林", 2)]
    assert first[2].look == Look("#e6b566", "#191817", ("bold",))
    assert sum(cell.columns for cell in first) == sum(cell.columns for cell in second) == PICTURE.width


def test_a_wide_character_is_drawn_two_cells_wide_where_it_stands():
    drawn = svg(PICTURE, LIGHT)
    assert 'x="32" textLength="16" lengthAdjust="spacingAndGlyphs" y="13"' in drawn
    assert LIGHT.colours["yellow"] in drawn
