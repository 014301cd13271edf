"""The bundled English pipeline, which shares most of its encoder with the German one."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.analyzer.version import pipeline_version
from core.language.installed import MODELS, chosen_pipeline
from core.language.pipeline import load_pipeline, pipeline_id

ENGLISH = MODELS / "en_lesart"
MEGABYTE = 1_000_000
TEXT = (
    "On Monday the harbour minister, Ada Lind (58), told the BBC that the ferries wouldn't be sold. "
    "Her Danish rival Jon Varga isn't convinced.\n\nThe boats were built in Rotterdam for $1.5 million."
)


@pytest.fixture(scope="module")
def english() -> Language:
    return load_pipeline("en")


@pytest.fixture(scope="module")
def doc(english: Language) -> Doc:
    return english(TEXT)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("told", ("VERB", "VBD", "tell")),
        ("ferries", ("NOUN", "NNS", "ferry")),
        ("n't", ("PART", "RB", "not")),
        ("Lind", ("PROPN", "NNP", "Lind")),
        ("built", ("VERB", "VBN", "build")),
        ("boats", ("NOUN", "NNS", "boat")),
    ],
)
def test_words(doc: Doc, word: str, expected: tuple[str, str, str]) -> None:
    token = next(token for token in doc if token.text == word)
    assert (token.pos_, token.tag_, token.lemma_) == expected


def test_who_says_what_is_in_the_tree(doc: Doc) -> None:
    told = next(token for token in doc if token.text == "told")
    relations = {child.dep_: child for child in told.children}
    assert told.dep_ == "ROOT"
    assert relations["nsubj"].text == "minister"
    assert {"ferries", "sold"} <= {token.text for token in relations["ccomp"].subtree}


def test_names_ages_and_titles(doc: Doc) -> None:
    names = {(ent.text, ent.label_) for ent in doc.ents}
    assert names == {("Ada Lind", "PER"), ("BBC", "ORG"), ("Jon Varga", "PER"), ("Rotterdam", "LOC")}
    assert [ent._.lesart_age for ent in doc.ents if ent.text == "Ada Lind"] == [58]
    assert [span.text for span in doc.spans["derived"]] == ["Danish"]


def test_agencies_and_names_that_recur(english: Language) -> None:
    doc = english("The strike went on, the union said (AP). Officials of Greenpeace and Reuters agreed.")
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {("AP", "ORG"), ("Reuters", "ORG")}


def test_dates_and_quantities(doc: Doc) -> None:
    assert [span.text for span in doc.spans["dates"]] == ["Monday"]
    assert [span.text for span in doc.spans["quantities"]] == ["$1.5 million"]


def test_it_holds_little_beside_what_it_shares() -> None:
    assert sum(file.stat().st_size for file in ENGLISH.rglob("*") if file.is_file()) < 15 * MEGABYTE
    assert not (ENGLISH / "lesart_encoder" / "pieces.npy").exists()


def test_it_is_the_pipeline_for_english(english: Language) -> None:
    assert chosen_pipeline("en") is None
    assert pipeline_version("en").startswith(pipeline_id(english))
    assert english.meta["license"] == "CC BY-SA 4.0"
    assert (ENGLISH / "LICENSE").is_file()
    assert (ENGLISH / "README.md").is_file()


def test_saved_it_stands_alone(english: Language, doc: Doc, tmp_path: Path) -> None:
    english.to_disk(tmp_path / "alone")
    copy = spacy.load(tmp_path / "alone")
    assert [(ent.text, ent.label_) for ent in copy(TEXT).ents] == [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    "text", ["", "\n", "(63)", "“”", "5", "Dr.", "▶\ufe0f", "\x00(", "“" * 50, "-" * 300]
)
def test_odd_text_does_no_harm(english: Language, text: str) -> None:
    assert english(text).text == text
