"""TEI: valid by a schema of what is written, whole, and with every pointer leading somewhere.

`LESART_TEI_SCHEMA=…/tei_all.rng` checks against the whole of TEI P5 as well; the TEI Consortium hands that file out.
"""

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from core.annotations import Anchor, Annotation, place
from core.articles.links.link import Link
from core.exchange.characters import harmless
from core.exchange.reading import Reading
from core.exchange.tei import write
from tests.core.exchange.readings import PUBLICATION, READING, TEXT, at, readings

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SCHEMAS = [
    Path(__file__).with_name("tei.rng"),
    *map(Path, filter(None, [os.environ.get("LESART_TEI_SCHEMA")])),
]
POINTERS = ("who", "ref", "ana", "next", "prev", "corresp", "target")


@pytest.fixture(scope="module")
def schemas() -> list[etree.RelaxNG]:
    return [etree.RelaxNG(etree.parse(schema)) for schema in SCHEMAS]


def parsed(reading: Reading) -> etree._Element:
    return etree.fromstring(write((reading,)).files[".xml"])


def blocks(root: etree._Element) -> list[str]:
    found = root.iterfind(f".//{TEI}body//*")
    return [
        "".join(element.itertext())
        for element in found
        if element.tag.removeprefix(TEI) in ("head", "p", "item", "ab")
    ]


def test_the_header_names_authors_publisher_and_day(schemas: list[etree.RelaxNG]) -> None:
    root = parsed(replace(READING, article=replace(READING.article, publication=PUBLICATION)))
    bibl = root.find(f".//{TEI}sourceDesc/{TEI}bibl")
    assert bibl is not None
    assert [each.text for each in bibl.iterfind(f"{TEI}author")] == ["Jette von der Aue", "Tom Brandt"]
    assert bibl.findtext(f"{TEI}publisher") == "Küstenbote"
    assert [each.get("when") for each in bibl.iterfind(f"{TEI}date")] == ["2026-02-27"]
    for schema in schemas:
        schema.assertValid(root)


def test_speakers_names_and_cast(schemas: list[etree.RelaxNG]) -> None:
    root = parsed(READING)
    said = root.findall(f".//{TEI}said")
    assert [("".join(each.itertext()), each.get("direct"), each.get("ana")) for each in said[:2]] == [
        ("„Wir bleiben“", "true", "#direct"),
        ("„Und zwar alle.“", "true", "#direct"),
    ]
    claasen = root.find(f".//{TEI}listPerson/{TEI}person")
    assert claasen is not None
    assert said[0].get("who") == f"#{claasen.get(ID)}"
    assert [child.text for child in claasen] == ["Jette Claasen", "Claasen", "Bürgermeisterin", "51"]
    name = next(root.iterfind(f".//{TEI}body//{TEI}persName"))
    assert (name.get("ref"), "".join(name.itertext())) == (f"#{claasen.get(ID)}", "Jette Claasen")
    assert [place.text for place in root.iterfind(f".//{TEI}listPlace//{TEI}placeName")] == ["Kiel"]
    for schema in schemas:
        schema.assertValid(root)


def test_an_interrupted_quotation_is_one_chain_of_parts() -> None:
    root = parsed(replace(READING, annotations=()))
    first, second = root.findall(f".//{TEI}said")[:2]
    assert first.get("next") == f"#{second.get(ID)}"
    assert second.get("prev") == f"#{first.get(ID)}"


def test_notes_point_to_their_marks_and_the_lost_say_what_they_were_on() -> None:
    notes = parsed(READING).findall(f".//{TEI}back//{TEI}note")
    assert [note.get("target") for note in notes] == [None, "#mark-2", "#mark-3", None]
    quote = notes[3].find(f"{TEI}quote")
    assert quote is not None
    assert quote.text == "Das war einmal"


def test_an_uncertain_place_is_said_to_be_so() -> None:
    """A passage whose words have changed a little is found, and marked as uncertain."""
    anchor = Anchor.of(TEXT, *at("sagte Jette Claasen (51) am Montag"))
    changed = replace(anchor, exact=anchor.exact.replace("Montag", "Mantog"))
    placed = place([Annotation("x", changed, ("t",))], TEXT)
    (note,) = parsed(replace(READING, annotations=placed)).findall(f".//{TEI}back//{TEI}note")
    assert (note.get("cert"), note.get("target")) == ("low", "#mark-1")


@given(readings())
def test_any_reading_is_valid_whole_and_well_joined(schemas: list[etree.RelaxNG], reading: Reading) -> None:
    root = parsed(reading)
    for schema in schemas:
        schema.assertValid(root)
    article = reading.article
    assert blocks(root) == [harmless(article.text[block.start : block.end]) for block in article.blocks]
    ids = Counter(element.get(ID) for element in root.iter() if element.get(ID))
    assert set(ids.values()) <= {1}
    pointers = {
        element.get(name) for element in root.iter(f"{TEI}*") for name in POINTERS if element.get(name)
    }
    inner = {pointer[1:] for pointer in pointers if pointer and pointer.startswith("#")}
    assert inner <= set(ids)


def test_links_are_references(schemas: list[etree.RelaxNG]) -> None:
    article = replace(READING.article, links=(Link(*at("die Stadt Kiel mit"), "https://kiel.example/a b"),))
    root = parsed(replace(READING, article=article))
    assert all(schema.validate(root) for schema in schemas)
    found = root.findall(".//{*}body//{*}ref")
    assert "".join(each.text for each in found) == "die Stadt Kiel mit"
    assert {each.get("target") for each in found} == {"https://kiel.example/a%20b"}
