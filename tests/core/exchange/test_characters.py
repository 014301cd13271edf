"""Characters that formats cannot hold."""

import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from core.exchange.characters import from_json, harmless, lines, one_line, to_json, utf8

ANY = st.text(st.characters())


@given(ANY)
def test_harmless_text_is_well_formed_xml_of_the_same_length(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    element = etree.Element("p")
    element.text = shown
    assert etree.fromstring(etree.tostring(element)).text == (shown or None)


@given(ANY)
def test_one_line_is_one_for_every_reader(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(ANY)
def test_json_comes_back_from_one_line_of_utf8(text: str) -> None:
    written = to_json([text])
    assert json.loads(written.encode("utf-8")) == [text]
    assert len(written.splitlines()) == 1


@given(ANY)
def test_utf8_keeps_the_number_of_characters(text: str) -> None:
    assert len(utf8(text).decode("utf-8")) == len(text)


def test_lines_are_parted_wherever_a_program_would() -> None:
    assert lines("a\nb\x0bc\u2028d\x85e") == ["a", "b", "c", "d", "e"]


def test_halves_of_characters_in_json_are_replaced() -> None:
    assert from_json(r'{"\udfff": ["\ud800", {"a": "x\ud800y"}]}') == {
        "\ufffd": ["\ufffd", {"a": "x\ufffdy"}]
    }
    assert from_json(r'"\ud83d\ude00"') == "😀"
