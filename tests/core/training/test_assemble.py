"""A pipeline put together from its parts: the parts of the shipped one give it again."""

import pytest
import spacy
from spacy.language import Language

from core.language.encoder.component import LesartEncoder
from core.language.heads import HeadComponent
from core.language.ner.component import LesartNer
from core.language.pipeline import GERMAN, register_components
from core.training import assemble
from core.training.assemble import grammar_performance, names_performance, speech_performance
from core.training.scoring import Score

TEXT = "Am Montag reiste Karin Petersen nach Madrid. Sie sagte, der Hafen bleibe offen."


@pytest.fixture(scope="module")
def shipped() -> Language:
    register_components()
    return spacy.load(GERMAN)


@pytest.fixture(scope="module")
def again(shipped: Language) -> Language:
    parts = dict(shipped.pipeline)
    encoder, names = parts["lesart_encoder"], parts["lesart_ner"]
    assert isinstance(encoder, LesartEncoder)
    assert isinstance(names, LesartNer)
    assert encoder.files is not None
    heads = {name: part.files for name, part in parts.items() if isinstance(part, HeadComponent)}
    scores = {"ents_f": 0.5}
    return assemble.assemble(encoder.files, names.head, heads, scores, {"epochs": 3}, assemble.GERMAN)


def test_it_has_the_same_components_in_the_same_order(shipped: Language, again: Language) -> None:
    assert again.pipe_names == shipped.pipe_names
    assert again.config["components"] == shipped.config["components"]


def test_it_reads_the_same(shipped: Language, again: Language) -> None:
    one, other = shipped(TEXT), again(TEXT)
    assert [token.tag_ for token in one] == [token.tag_ for token in other]
    assert [token.lemma_ for token in one] == [token.lemma_ for token in other]
    assert [token.dep_ for token in one] == [token.dep_ for token in other]
    names = [("Karin Petersen", "PER"), ("Madrid", "LOC")]
    assert [(ent.text, ent.label_) for ent in other.ents] == names


def test_it_says_what_it_is_and_what_it_reached(again: Language) -> None:
    assert (again.meta["lang"], again.meta["name"]) == ("de", "lesart")
    assert again.meta["version"] == assemble.GERMAN.version
    assert again.meta["performance"] == {"ents_f": 0.5}
    assert again.meta["training"] == {"epochs": 3}
    assert all(source["license"] for source in again.meta["sources"])


def test_scores_of_names_are_laid_out_as_spacys_are() -> None:
    found = names_performance({"PER": Score(1, 2, 4), "micro": Score(2, 3, 8)})
    assert found == {
        "ents_p": 0.6667,
        "ents_r": 0.25,
        "ents_f": 0.3636,
        "ents_per_type": {"PER": {"p": 0.5, "r": 0.25, "f": 0.3333}},
    }


def test_scores_of_grammar_are_those_that_were_measured() -> None:
    found = grammar_performance({"UPOS": 0.97123, "LAS": 0.5, "other": 1.0}, Score(1, 1, 2))
    assert found == {
        "pos_acc": 0.9712,
        "dep_las": 0.5,
        "mood_sub_p": 1.0,
        "mood_sub_r": 0.5,
        "mood_sub_f": 0.6667,
    }


def test_scores_of_speech_are_by_role() -> None:
    assert speech_performance({"cue": Score(1, 2, 1)}) == {"cue_p": 0.5, "cue_r": 1.0, "cue_f": 0.6667}
