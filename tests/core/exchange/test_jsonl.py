"""JSON Lines: nothing is lost on the way out and back."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given

from core.articles.links.link import Link
from core.exchange.errors import UnreadableError
from core.exchange.jsonl import read, write
from core.exchange.reading import Earlier, Reading
from tests.core.exchange.readings import READING, readings


def written(*given: Reading) -> str:
    return write(given).files[".jsonl"].decode("utf-8")


def test_reading_comes_back_as_it_was() -> None:
    assert read(written(READING)) == READING


@given(readings())
def test_anything_comes_back_as_it_was(reading: Reading) -> None:
    line = written(reading)
    assert len(line.splitlines()) == 1, "a reader of lines must find one"
    assert read(line) == reading


def test_several_articles_are_several_lines() -> None:
    assert [read(line) for line in written(READING, READING).splitlines()] == [READING, READING]


def test_offsets_are_code_points_into_the_text() -> None:
    data = json.loads(written(READING))
    mention = data["mentions"][1]
    assert data["text"][mention["start"] : mention["end"]] == "Jette Claasen"
    assert "🏊" in data["text"][: mention["start"]], "the example must tell code points from UTF-16 units"


def test_halves_of_characters_do_not_spoil_a_line() -> None:
    line = written(READING).replace("Montag", r"Monta\ud800")
    assert read(line).article.text == READING.article.text.replace("Montag", "Monta\ufffd")


@pytest.mark.parametrize(
    "number", ["1e999", "-Infinity", "NaN", "9" * 5000], ids=["infinite", "minus infinite", "none", "endless"]
)
def test_a_number_beyond_all_measure_is_refused(number: str) -> None:
    line = re.sub(r'"start": [0-9]+', f'"start": {number}', written(READING))
    with pytest.raises(UnreadableError):
        read(line)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (f'{{"text": {"9" * 5000}}}', "a number in it has too many digits."),
        ("[" * 100_000, "it is nested too deeply."),
        ("{text}", "it is no JSON."),
    ],
    ids=["endless", "deep", "no JSON"],
)
def test_what_cannot_be_read_is_told_in_a_sentence(line: str, fault: str) -> None:
    with pytest.raises(UnreadableError, match=f"^{fault}$"):
        read(line)


@pytest.mark.parametrize(
    "block",
    [
        {"kind": "paragraph", "start": 0.5, "end": 9},
        {"kind": "paragraph", "start": 0, "end": True},
        {"kind": "caption", "start": 0, "end": 9, "repeats": 7},
        {"kind": "caption", "start": 0, "end": 9, "repeats": "x"},
        {"kind": "paragraph", "start": 0, "end": 9, "dateline": 99},
    ],
)
def test_blocks_that_would_lead_a_reader_astray_are_refused(block: dict[str, object]) -> None:
    data = json.loads(written(READING))
    with pytest.raises(UnreadableError):
        read(json.dumps({**data, "blocks": [block]}))
    with pytest.raises(UnreadableError, match="overlap"):
        read(json.dumps({**data, "blocks": [data["blocks"][0], data["blocks"][0]]}))


@pytest.mark.parametrize("line", ["", "[]", "3", "{}", "nonsense", '{"text": 3}', "[" * 5000])
def test_what_is_no_article_is_refused_in_a_sentence(line: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(line)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", None),
        ("blocks", 3),
        ("annotations", 3),
        ("annotations", [{"id": 1}]),
        ("mentions", "x"),
        ("opened", 3),
    ],
)
def test_damaged_fields_are_refused(key: str, value: object) -> None:
    with pytest.raises(UnreadableError):
        read(json.dumps({**json.loads(written(READING)), key: value}))


def test_the_links_of_an_article_and_of_its_earlier_versions_come_back() -> None:
    links = (Link(0, 3, "https://kb.example/a"), Link(4, 9, "mailto:ida@kb.example"))
    article = replace(READING.article, links=links)
    earlier = Earlier(replace(article, links=links[:1]), "2026-01-02T03:04:05+00:00", ())
    reading = replace(READING, article=article, earlier=(earlier,))
    line = written(reading)
    assert json.loads(line)["links"][0] == {"start": 0, "end": 3, "address": "https://kb.example/a"}
    assert read(line) == reading
    assert "links" not in json.loads(written(READING)), "a line says nothing of what there is not"


def test_a_link_from_elsewhere_leads_to_pages_alone_and_stands_in_the_text() -> None:
    data = json.loads(written(READING))
    sound = {"start": 0, "end": 3, "address": "https://kb.example/a"}
    for address in ("javascript:x()", "https://kb.example/\u001b[2J", "file:///etc/passwd", ""):
        line = json.dumps({**data, "links": [{**sound, "address": address}]})
        assert read(line).article.links == ()
    for wrong in ({"end": 10**6}, {"start": 3}, {"start": 0.5}, {"start": True}):
        with pytest.raises(UnreadableError):
            read(json.dumps({**data, "links": [{**sound, **wrong}]}))
    with pytest.raises(UnreadableError):
        read(json.dumps({**data, "links": [sound, sound]}))
