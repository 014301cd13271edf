"""Pictures are kept and drawn without loss: what was looked at is what the screen shows."""

from pathlib import Path

from rich.segment import Segment
from rich.style import Style

from tests.tui.looks.conftest import SIZES
from tests.tui.looks.drawing import LIGHT, svg
from tests.tui.looks.picture import Look, Picture
from tests.tui.looks.test_feed_folders import SCENES as FEED_SCENES
from tests.tui.looks.test_german import LIBRARY as GERMAN_LIBRARY
from tests.tui.looks.test_german import READER as GERMAN_READER
from tests.tui.looks.test_german import SIZES as GERMAN_SIZES
from tests.tui.looks.test_scenes import LIBRARY, READER, SMALL, SMALLER, TOO_SMALL
from tests.tui.looks.test_scenes import SIZES as SCENE_SIZES
from tests.tui.looks.test_themes import of
from tui.themes import THEMES

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


def test_there_is_a_picture_of_every_scene_and_look_and_of_nothing_else():
    """Tests in parallel cannot tell by themselves which pictures no test asks for any more."""
    scenes = {
        *(("test_the_reader", scene, size) for scene in READER for size in SCENE_SIZES),
        *(("test_the_library", scene, size) for scene in LIBRARY for size in SCENE_SIZES),
        *(("test_a_terminal_too_small", scene, size) for scene in SMALLER for size in TOO_SMALL),
    } - {("test_the_reader", "the strip", SMALL)}
    german = {
        f"{test}[size{number}][{scene} {of(size)}]"
        for test, scenes_in_german in (
            ("test_the_reader", GERMAN_READER),
            ("test_the_library", GERMAN_LIBRARY),
        )
        for scene in scenes_in_german
        for number, size in enumerate(GERMAN_SIZES)
    }
    expected = {
        *german,
        *(
            f"test_feeds_in_folders[size{number}][{scene} {of(size)}]"
            for scene in FEED_SCENES
            for number, size in enumerate(SIZES)
        ),
        *(f"{test}[{scene}][{of(size)}]" for test, scene, size in scenes),
        *(f"test_the_tour[{of(size)}]" for size in SCENE_SIZES),
        *(
            f"test_the_page_with_a_quote_as_target[{of(size)}][{each.name}]"
            for size in SIZES
            for each in THEMES
        ),
        *(
            f"test_without_colour_signs_and_attributes_tell_all[{theme}-{of(size)}]"
            for size in SIZES
            for theme in ("ink", "terminal")
        ),
    }
    assert {file.stem for file in (Path(__file__).parent / "__snapshots__").glob("*/*.txt")} == expected
