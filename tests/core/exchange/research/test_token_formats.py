"""Formats of token numbers and offsets: the quotation corpus, Prodigy and doccano."""

import json
from typing import Any

from hypothesis import given

from core.exchange.reading import Reading
from core.exchange.research import doccano, prodigy, quotations
from tests.core.exchange.readings import READING, readings


def line(module: Any, reading: Reading) -> dict[str, Any]:
    text = module.write((reading,)).files[".jsonl"].decode("utf-8")
    assert len(text.splitlines()) == 1
    data: dict[str, Any] = json.loads(text)
    return data


def words(data: dict[str, Any], numbers: list[int]) -> str:
    return " ".join(data["text"][slice(*data["tokens"][number])] for number in numbers)


def test_quotations_have_the_corpus_shape() -> None:
    data = line(quotations, READING)
    assert list(data) == ["id", "title", "text", "tokens", "quotes"]
    first, second, third = data["quotes"]
    assert list(first) == ["type", "medium", "nested", "quote", "speaker", "cue", "frame", "addressee"]
    assert [quote["type"] for quote in data["quotes"]] == ["Direct", "Indirect", "Reported"]
    assert words(data, first["quote"]) == "„ Wir bleiben “ „ Und zwar alle . “"
    assert words(data, first["speaker"]) == "Jette Claasen"
    assert words(data, second["cue"]) == "teilte mit"
    assert (third["speaker"], third["cue"], third["nested"]) == ([], [], False)


@given(readings())
def test_any_quotation_is_the_tokens_it_touches(reading: Reading) -> None:
    data = line(quotations, reading)
    assert data["text"] == reading.article.text
    tokens = data["tokens"]
    assert tokens == sorted(tokens)
    for quote, kept in zip(data["quotes"], reading.analysis.quotes, strict=True):
        for number, (start, end) in enumerate(tokens):
            touched = any(start < last and first < end for first, last in kept.spans)
            assert (number in quote["quote"]) == touched


def test_prodigy_spans_tokens_and_relations() -> None:
    data = line(prodigy, READING)
    spans = [(data["text"][span["start"] : span["end"]], span["label"]) for span in data["spans"]]
    assert ("Jette Claasen", "PER") in spans
    assert ("„Wir bleiben“", "DIRECT") in spans
    relation = data["relations"][0]
    assert relation["label"] == "SPEAKER"
    assert data["tokens"][relation["child"]]["text"] == "Claasen"
    assert data["tokens"][relation["head"]]["text"] == "“"


@given(readings())
def test_any_prodigy_task_fits_its_tokens(reading: Reading) -> None:
    data = line(prodigy, reading)
    assert [token["id"] for token in data["tokens"]] == list(range(len(data["tokens"])))
    for token in data["tokens"]:
        assert token["text"] == data["text"][token["start"] : token["end"]]
    for span in data["spans"]:
        assert data["tokens"][span["token_start"]]["start"] < span["end"]
        assert data["tokens"][span["token_end"]]["end"] > span["start"]


def test_doccano_entities_and_relations() -> None:
    data = line(doccano, READING)
    by_id = {entity["id"]: entity for entity in data["entities"]}
    told = [
        (relation["type"], *(by_id[relation[end]]["label"] for end in ("from_id", "to_id")))
        for relation in data["relations"]
    ]
    assert told[:3] == [
        ("goes on", "direct", "direct"),
        ("speaker", "direct", "speaker"),
        ("cue", "direct", "cue"),
    ]


@given(readings())
def test_any_doccano_entity_lies_in_the_text(reading: Reading) -> None:
    data = line(doccano, reading)
    assert data["text"] == reading.article.text
    ids = [entity["id"] for entity in data["entities"]]
    assert ids == list(range(len(ids)))
    for entity in data["entities"]:
        assert 0 <= entity["start_offset"] < entity["end_offset"] <= len(data["text"])
    for relation in data["relations"]:
        assert relation["from_id"] in ids
        assert relation["to_id"] in ids
