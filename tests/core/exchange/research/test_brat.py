"""brat standoff, read back by the rules of brat's own description of the format."""

import re
from typing import Any

from hypothesis import given

from core.exchange.reading import Reading
from core.exchange.research.brat import CONFIGURATION, write
from tests.core.exchange.readings import READING, TEXT, at, readings

TYPE = re.compile("[A-Za-z0-9_-]+")


def parsed(reading: Reading) -> tuple[str, dict[str, Any]]:
    """Text and annotations by id. Every line must be one that brat takes."""
    files = write((reading,)).files
    text, lines = (files[suffix].decode("utf-8") for suffix in (".txt", ".ann"))
    found: dict[str, Any] = {"Equiv": []}
    for line in lines.split("\n")[:-1]:
        assert line.splitlines() == [line], "no line may fall apart in Python"
        id, _, rest = line.partition("\t")
        if id == "*":
            assert re.fullmatch(r"Equiv( T\d+){2,}", rest)
            found["Equiv"].append(rest.split()[1:])
        elif id[0] == "T":
            where, words = rest.split("\t")
            type, offsets = where.split(" ", 1)
            assert TYPE.fullmatch(type)
            fragments = [tuple(map(int, each.split(" "))) for each in offsets.split(";")]
            assert all(0 <= start < end <= len(text) for start, end in fragments)
            assert words == " ".join(text[start:end] for start, end in fragments)
            assert words == words.strip()
            found[id] = (type, fragments)
        elif id[0] == "R":
            match = re.fullmatch(r"(\w+) Arg1:(T\d+) Arg2:(T\d+)", rest)
            assert match
            assert match[2] in found
            assert match[3] in found
            found[id] = match.groups()
        elif id[0] == "A":
            match = re.fullmatch(r"(\w+) (T\d+)( \w+)?", rest)
            assert match
            assert match[2] in found
            found[id] = match.groups()
        else:
            assert id[0] == "#"
            match = re.fullmatch(r"AnnotatorNotes (T\d+)\t(.*)", rest)
            assert match
            assert match[1] in found
            found[id] = match.groups()
        assert list(found).count(id if id != "*" else "Equiv") == 1
    return text, found


def test_names_quotes_speakers_and_marks() -> None:
    text, found = parsed(READING)
    assert text == TEXT
    types = [each[0] for id, each in found.items() if id.startswith("T")]
    assert types.count("PER") == 2
    assert types.count("Direct") == types.count("Indirect") == types.count("Reported") == 1
    direct = next(id for id, each in found.items() if each[0] == "Direct" and id[0] == "T")
    assert found[direct][1] == [at("„Wir bleiben“"), at("„Und zwar alle.“")]
    speakers = [each for id, each in found.items() if id[0] == "R" and each[:2] == ("Speaker", direct)]
    assert [text[slice(*found[each[2]][1][0])] for each in speakers] == ["Jette Claasen"]
    notes = [each[1] for id, each in found.items() if id[0] == "#"]
    assert notes[0] == "#zitat Nachfragen: * wann * wo"
    assert found["Equiv"], "two mentions of one actor are the same"


def test_a_mark_over_a_line_break_is_in_fragments() -> None:
    _, found = parsed(READING)
    marks = [each[1] for id, each in found.items() if id[0] == "T" and each[0] == "Mark"]
    assert [TEXT[slice(*fragment)] for fragment in marks[1]] == ["Freibad öffnet", "• Die Halle"]


def test_what_has_no_place_is_told() -> None:
    (remark,) = write((READING,)).remarks
    assert remark.startswith("2 marks on no passage of “Rat ringt um Bäder 🏊” left out")


def test_every_type_is_declared() -> None:
    _, found = parsed(READING)
    declared = CONFIGURATION.split("[relations]")[0].split("\n")
    assert {each[0] for id, each in found.items() if id[0] == "T"} <= set(declared)


@given(readings())
def test_any_reading_keeps_to_the_rules(reading: Reading) -> None:
    text, _ = parsed(reading)
    assert len(text) == len(reading.article.text)
