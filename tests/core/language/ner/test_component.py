import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.ner.component import Head, LesartNer


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Am Montag reiste Karin Petersen von Hamburg nach Madrid.",
            [("Karin Petersen", "PER"), ("Hamburg", "LOC"), ("Madrid", "LOC")],
        ),
        ("Der Konzern Siemens baut in München ein Werk.", [("Siemens", "ORG"), ("München", "LOC")]),
        ("Die SPD stellte Jens Albers als Kandidaten auf.", [("SPD", "ORG"), ("Jens Albers", "PER")]),
        ("Es regnete den ganzen Tag, und niemand kam.", []),
    ],
)
def test_names(german: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(german(text)) == expected


def test_works_of_art_are_misc(german: Language) -> None:
    assert ("Der Zauberberg", "MISC") in names(
        german('Thomas Mann schrieb den Roman "Der Zauberberg" in München.')
    )


def test_words_with_a_name_in_them_stand_beside_the_names(german: Language) -> None:
    doc = german("Der französische Minister traf den Italien-Kenner Paul Weber in Rom.")
    beside = {(span.text, span.label_) for group in ("derived", "part") for span in doc.spans[group]}
    assert ("französische", "LOC") in beside
    assert ("Italien-Kenner", "LOC") in beside
    assert names(doc) == [("Paul Weber", "PER"), ("Rom", "LOC")]


def test_each_name_has_a_score(german: Language) -> None:
    (ent,) = german("Gestern sprach Karin Petersen.").ents
    assert 0.5 < ent._.lesart_score <= 1.0


def test_what_is_less_likely_than_the_threshold_is_dropped(german: Language) -> None:
    doc = german("Gestern sprach Karin Petersen.")
    (before,) = doc.ents
    doc.ents = ()
    strict = LesartNer("strict", threshold=before._.lesart_score + 0.001)
    strict.load(german.get_pipe("lesart_ner").head)
    assert not strict(doc).ents


def test_a_name_broken_over_lines_is_one_name(german: Language) -> None:
    doc = german.make_doc("Am Montag kam Karin\nPetersen nach Rom.")
    doc.spans["blocks"] = [doc[:]]
    doc = german(doc)
    assert ("Karin\nPetersen", "PER") in names(doc)


@pytest.mark.parametrize(
    "text", ["", "\n", "▶\ufe0f", "😀 😀", "\x00\x1b[31m", "\u202eHamburg\u202c", "x" * 5000, "." * 600]
)
def test_odd_text_does_no_harm(german: Language, text: str) -> None:
    doc = german(text)
    assert doc.text == text
    assert "derived" in doc.spans
    assert "part" in doc.spans


def test_a_stream_gives_what_single_documents_give(german: Language) -> None:
    texts = [
        "Karin Petersen lebt in Rom.",
        "",
        "Jens Albers fuhr nach Madrid. Dort traf er Karin Petersen.",
    ] * 3
    assert [names(doc) for doc in german.pipe(texts)] == [names(german(text)) for text in texts]


def test_entities_set_before_stay(german: Language) -> None:
    doc = german.make_doc("Gestern sprach Karin Petersen.")
    doc.ents = (Span(doc, 2, 4, label="MISC"),)
    for _, component in german.pipeline:
        doc = component(doc)
    assert names(doc) == [("Karin Petersen", "MISC")]


def test_bytes_and_disk_hold_the_head(german: Language, tmp_path) -> None:
    component = german.get_pipe("lesart_ner")
    component.to_disk(tmp_path / "ner")
    for other in (
        LesartNer("a").from_disk(tmp_path / "ner"),
        LesartNer("b").from_bytes(component.to_bytes()),
    ):
        assert other.labels == component.labels
        assert np.array_equal(other.head.weights, component.head.weights)


def test_labels(german: Language) -> None:
    kinds = {"PER", "LOC", "ORG", "MISC"}
    assert set(german.get_pipe("lesart_ner").labels) == {
        f"{k}{form}" for k in kinds for form in ("", "|derived", "|part")
    }


def test_weights_must_fit_the_labels() -> None:
    with pytest.raises(ValueError, match="2 labels but 3 rows"):
        LesartNer("ner").load(Head(("O", "B-PER"), np.zeros((3, 5), np.float32)))


def test_needs_weights() -> None:
    doc = spacy.blank("de")("Rom")
    doc.tensor = np.zeros((1, 4), np.float32)
    with pytest.raises(ValueError, match="no weights"):
        LesartNer("bare")(doc)
