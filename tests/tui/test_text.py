from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tui.text import cells, drawable, is_plain, next_odd, shorten, widths

ANY = st.characters()


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("\x1b[31mrot\x07", "␛[31mrot␇"),
        ("a\tb\nc\r\u2028d", "a b c  d"),
        ("\u202eabc\u202c", "abc"),
        ("Donau\u00addampf\u200b\ufeff", "Donaudampf"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("🇩🇪 Köln", "DE Köln"),
        ("👍🏽 ❤\ufe0f 1\ufe0f\u20e3", "👍 ❤ 1"),
        ("▶\ufe0e Mehr", "▶ Mehr"),
        ("a\u0308", "a\u0308"),
        ("\ud800\x85\x9b", "␦ ␦"),
        ("am\u00a0Montag", "am\u00a0Montag"),
    ],
)
def test_what_would_move_a_column_is_drawn_harmlessly(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


@given(st.text(ANY, max_size=30), st.text(ANY, max_size=30))
def test_a_text_may_be_drawn_in_pieces(one: str, other: str) -> None:
    assert drawable(one + other) == drawable(one) + drawable(other)


@given(st.text(ANY, max_size=50))
def test_nothing_drawn_controls_the_terminal(text: str) -> None:
    assert not {category(char) for char in drawable(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    drawable(text).encode()


@given(st.text(ANY, max_size=50))
def test_widths_are_those_of_what_is_drawn(text: str) -> None:
    assert sum(widths(text)) == cells(text) == cell_len(drawable(text))
    assert len(widths(text)) == len(text)


@given(st.text(st.characters(max_codepoint=0x24FF), max_size=50))
def test_plain_characters_are_one_column_wide_and_drawn_as_themselves(text: str) -> None:
    odd = next_odd(text, 0)
    plain = text[:odd]
    assert is_plain(plain)
    assert drawable(plain) == plain
    assert all(get_character_cell_size(char) == 1 for char in plain)
    assert odd > len(text) or not is_plain(text[odd])


@given(st.text(ANY, max_size=30), st.integers(0, 20))
def test_a_shortened_text_fits(text: str, columns: int) -> None:
    assert cells(shorten(text, columns)) <= columns


def test_a_text_that_fits_is_not_shortened() -> None:
    assert shorten("Grüße", 5) == "Grüße"
    assert shorten("Grüße aus Kiel", 8) == "Grüße a…"
    assert shorten("日本語", 4) == "日…"
