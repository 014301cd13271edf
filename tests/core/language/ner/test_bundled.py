"""The bundled pipeline as a whole."""

import spacy
from spacy.language import Language

from core.language.pipeline import GERMAN, load_pipeline, pipeline_id

MEGABYTE = 1_000_000


def test_sentences_come_before_the_encoder_and_the_encoder_before_its_heads(german: Language) -> None:
    order = german.pipe_names
    assert order.index("lesart_encoder") < order.index("lesart_ner")
    assert order[0] == "lesart_sentences"


def test_the_name_carries_the_version(german: Language) -> None:
    assert pipeline_id(german) == f"de_lesart-{german.meta['version']}"


def test_what_it_was_trained_on_is_told(german: Language) -> None:
    assert german.meta["license"] == "CC BY-SA 4.0"
    assert {source["license"] for source in german.meta["sources"]} >= {"CC BY 4.0", "CC BY-SA 4.0", "MIT"}
    assert german.meta["performance"]["ents_f"] >= 0.83
    assert (GERMAN / "LICENSE").is_file()
    assert (GERMAN / "README.md").is_file()


def test_it_is_small() -> None:
    assert sum(file.stat().st_size for file in GERMAN.rglob("*") if file.is_file()) < 40 * MEGABYTE


def test_it_can_be_saved_and_loaded_again(german: Language, tmp_path) -> None:
    german.to_disk(tmp_path / "copy")
    copy = spacy.load(tmp_path / "copy")
    text = "Karin Petersen lebt in Rom."
    assert [(ent.text, ent.label_) for ent in copy(text).ents] == [
        (ent.text, ent.label_) for ent in german(text).ents
    ]


def test_a_language_without_a_package_still_has_sentences() -> None:
    doc = load_pipeline("is")("Halló. Bless.")
    assert len(list(doc.sents)) == 2


def test_an_unknown_language_is_read_all_the_same() -> None:
    assert len(list(load_pipeline("qq")("Ba ba. Du du.").sents)) == 2
