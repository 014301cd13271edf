"""The rules behind the bundled model: which there are, and what they make of an article together."""

import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.articles.blocks import segment
from core.language.document import make_doc
from core.language.pipeline import RULES, load_pipeline, with_rules

ARTICLE = """Lind bleibt im Amt

Kiel/Hamburg (dpa) – Die Fährministerin Ada Lind (58) bleibt bis zum 3. Mai 2031 im Amt, sagte SPD-Chef Jon Varga am
Montagabend. Der dänische Reeder will rund 1,5 Millionen Euro zahlen, schreibt die „Kieler Nordpost“.

Lind schwieg. Eine Lind-Vertraute sagte, die Ministerin wolle nicht „zum Spielball“ werden.
"""


@pytest.fixture(scope="module")
def whole() -> Language:
    return load_pipeline("de")


@pytest.fixture(scope="module")
def doc(whole: Language) -> Doc:
    nlp = whole
    text = ARTICLE.replace("am\nM", "am M")
    doc = make_doc(nlp, text, segment(text))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def spans(doc: Doc, group: str) -> list[str]:
    return [span.text for span in doc.spans[group]]


def test_people_stand_without_their_titles_and_with_their_ages(doc: Doc) -> None:
    people = {
        ent.text: (ent._.lesart_title, ent._.lesart_age)
        for ent in doc.ents
        if ent.label_ == "PER" and len(ent) > 1
    }
    assert people == {"Ada Lind": ("Fährministerin", 58), "Jon Varga": ("SPD-Chef", None)}


def test_the_dateline_and_the_agency(doc: Doc) -> None:
    names = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Kiel", "LOC"), ("Hamburg", "LOC"), ("dpa", "ORG")} <= names


def test_a_surname_alone_is_the_person(doc: Doc) -> None:
    assert [ent.label_ for ent in doc.ents if ent.text == "Lind"] == ["PER", "PER"]


def test_words_with_names_inside(doc: Doc) -> None:
    assert spans(doc, "part") == ["SPD-Chef", "Lind-Vertraute"]
    assert spans(doc, "derived") == ["dänische"]


def test_dates_and_quantities(doc: Doc) -> None:
    assert spans(doc, "dates") == ["3. Mai 2031", "Montagabend"]
    assert spans(doc, "quantities") == ["rund 1,5 Millionen Euro"]


def test_every_component_is_registered_for_spacy_alone() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(RULES) <= set(project["project"]["entry-points"]["spacy_factories"])


@pytest.mark.parametrize(
    "text", ["", "\n", "(63)", "„“", "dpa", "5", "Dr.", "▶\ufe0f", "\x00(", "„" * 50, "-" * 300]
)
def test_odd_text_does_no_harm(whole: Language, text: str) -> None:
    assert whole(text).text == text


def test_saved_and_loaded_the_rules_are_still_there(whole: Language, tmp_path: Path) -> None:
    nlp = whole
    nlp.to_disk(tmp_path / "whole")
    again = spacy.load(tmp_path / "whole")
    assert again.pipe_names == nlp.pipe_names
    assert with_rules(again).pipe_names == nlp.pipe_names
