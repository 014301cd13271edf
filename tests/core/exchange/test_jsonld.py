"""Web Annotations: read back without loss, and by a JSON-LD processor as the vocabulary means them."""

import json
from typing import Any

import pytest
from hypothesis import given
from pyld import jsonld

from core.annotations import place
from core.exchange.errors import UnreadableError
from core.exchange.jsonld import CONTEXT, read, write
from core.exchange.reading import Reading
from tests.core.exchange.readings import ANNOTATIONS, READING, TEXT, readings

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
NODES = {
    "body": OA + "hasBody",
    "target": OA + "hasTarget",
    "source": OA + "hasSource",
    "selector": OA + "hasSelector",
    "state": OA + "hasState",
    "cached": OA + "cachedSource",
    "creator": "http://purl.org/dc/terms/creator",
    "partOf": AS + "partOf",
    "first": AS + "first",
}
TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{name: {"@id": iri, "@type": "@id"} for name, iri in NODES.items()},
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    **{
        name: {"@id": OA + iri, "@type": "@vocab"}
        for name, iri in {"motivation": "motivatedBy", "purpose": "hasPurpose"}.items()
    },
    **{
        name: OA + name
        for name in (
            "Annotation",
            "TextualBody",
            "SpecificResource",
            "TextQuoteSelector",
            "TextPositionSelector",
            "TimeState",
            "classifying",
            "commenting",
            "editing",
            "identifying",
            "tagging",
            "exact",
            "prefix",
            "suffix",
            "start",
            "end",
        )
    },
    "value": VALUE,
    "format": "http://purl.org/dc/elements/1.1/format",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "name": "http://xmlns.com/foaf/0.1/name",
    "created": "http://purl.org/dc/terms/created",
    "modified": "http://purl.org/dc/terms/modified",
    "Software": AS + "Application",
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "total": AS + "totalItems",
    "startIndex": AS + "startIndex",
}
"""The terms of the Web Annotation Vocabulary that are used here: whatever else is written, a processor drops."""


def written(*given: Reading) -> str:
    return write(given).files[".jsonld"].decode("utf-8")


def expanded(text: str) -> list[dict[str, Any]]:
    def load(url: str, _options: object) -> dict[str, Any]:
        assert url == CONTEXT
        return {"contentType": "", "contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}

    return jsonld.expand(json.loads(text), {"documentLoader": load})


def test_annotations_come_back_as_they_were() -> None:
    found, unread = read(written(READING))
    assert unread == 0
    assert sorted((each.annotation for each in found), key=lambda each: each.id) == sorted(
        ANNOTATIONS, key=lambda each: each.id
    )
    assert {each.key for each in found} == {READING.article.key}
    assert {each.source for each in found} == {READING.article.source}


@given(readings())
def test_any_annotations_come_back_as_they_were(reading: Reading) -> None:
    found, unread = read(written(reading))
    assert unread == 0
    assert place([each.annotation for each in found], reading.article.text) == reading.annotations


def test_a_processor_finds_every_annotation_with_its_selectors() -> None:
    (collection,) = expanded(written(READING))
    (page,) = collection[AS + "first"]
    items = page[AS + "items"][0]["@list"]
    assert len(items) == len(ANNOTATIONS) + len(READING.analysis.mentions) + len(READING.analysis.quotes)
    assert collection[AS + "totalItems"] == [{"@value": len(items)}]
    for item in items:
        assert item["@type"] == [OA + "Annotation"]
        assert item[OA + "hasBody"]
        for target in item[OA + "hasTarget"]:
            assert target[OA + "hasSource"] == [{"@id": READING.article.source}]
            for selector in target.get(OA + "hasSelector", ()):
                if selector["@type"] == [OA + "TextPositionSelector"]:
                    start, end = (selector[OA + name][0]["@value"] for name in ("start", "end"))
                else:
                    exact = selector[OA + "exact"][0]["@value"]
            if OA + "hasSelector" in target and exact != "Das war einmal":
                assert TEXT[start:end] == exact


def test_a_processor_keeps_every_key() -> None:
    """A term that the vocabulary does not have would be dropped in silence."""
    kept = json.dumps(jsonld.compact(expanded(written(READING)), {"@context": TERMS}), ensure_ascii=False)
    for key in ("motivation", "purpose", "format", "created", "cached", "startIndex", "creator"):
        assert f'"{key}"' in kept


FOREIGN = {
    "@context": CONTEXT,
    "id": "https://other.example/annotations/17",
    "type": "Annotation",
    "created": "2025-01-01T00:00:00Z",
    "body": {"type": "TextualBody", "value": "stimmt das?"},
    "target": {
        "source": "https://example.org/artikel",
        "selector": {
            "type": "TextQuoteSelector",
            "exact": "Wir bleiben",
            "prefix": "„",
            "suffix": "“, sagte",
        },
    },
}


def test_annotations_of_other_programs_are_read() -> None:
    ((found,), unread) = read(json.dumps([FOREIGN]))
    assert unread == 0
    assert found.annotation.note == "stimmt das?"
    assert found.annotation.anchor is not None
    assert found.annotation.anchor.exact == "Wir bleiben"
    assert found.source == "https://example.org/artikel"
    assert found.key is None
    ((again,), _) = read(json.dumps(FOREIGN))
    assert again.annotation.id == found.annotation.id, "the same annotation must not come in twice"


@pytest.mark.parametrize(
    "selector", [{"type": "SvgSelector", "value": "<svg/>"}, {"type": "TextQuoteSelector"}]
)
def test_marks_on_what_is_no_text_are_counted_and_the_rest_is_read(selector: dict[str, str]) -> None:
    picture = {**FOREIGN, "target": {"source": "https://example.org/bild", "selector": selector}}
    found, unread = read(json.dumps([picture, FOREIGN]))
    assert (len(found), unread) == (1, 1)


@pytest.mark.parametrize("text", ["", "3", "[3]", "{}", '{"type": "Person"}', "[" * 5000])
def test_what_is_none_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"\.$"):
        read(text)
