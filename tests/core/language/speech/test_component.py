import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from core.language.heads import HeadFiles
from core.language.speech.component import GROUP, LesartSpeech
from core.language.speech.roles import ROLES

WORDS = ["Ida", "sagte", "Jon", ",", "sie", "bleibe", ".", "Der", "Hafen", "schläft", "."]
WIDTH = len(WORDS)
"""Each word has a vector of its own, so that weights can be written down word by word."""


def component() -> LesartSpeech:
    roles = np.zeros((len(ROLES), WIDTH + 1), np.float16)
    roles[:, -1] = -1
    roles[0, 1] = 2
    narrow = np.hstack([np.eye(WIDTH), np.zeros((WIDTH, 1))]).astype(np.float16)
    link = np.zeros((len(ROLES), WIDTH + 1, WIDTH + 1), np.float16)
    link[:, -1, -1] = -1
    for role, word in (("cue", 1), ("source", 0), ("message", 4), ("message", 5), ("addressee", 2)):
        link[ROLES.index(role), 1, word] = 2
    made = LesartSpeech("speech")
    made.load(HeadFiles({"roles": roles, "cue": narrow, "word": narrow, "link": link}, list(ROLES)))
    return made


def document() -> Doc:
    doc = Doc(spacy.blank("de").vocab, words=WORDS, sent_starts=[i in (0, 7) for i in range(len(WORDS))])
    doc.tensor = np.eye(WIDTH, dtype=np.float32)
    return doc


def test_an_event_has_a_span_for_each_run_of_each_role() -> None:
    doc = component()(document())
    assert [(span.label_, span.text, span.id_) for span in doc.spans[GROUP]] == [
        ("CUE", "sagte", "1"),
        ("SOURCE", "Ida", "1"),
        ("MESSAGE", "sie bleibe", "1"),
        ("ADDRESSEE", "Jon", "1"),
    ]


def test_without_a_cue_there_is_nothing() -> None:
    doc = document()
    doc.tensor = np.zeros((WIDTH, WIDTH), np.float32)
    assert not component()(doc).spans[GROUP]


def test_cue_words_that_count_each_other_are_one_event() -> None:
    made = component()
    arrays = {name: array.copy() for name, array in made.files.arrays.items()}
    arrays["roles"][0, 5] = 2
    arrays["link"][0, 1, 5] = arrays["link"][0, 5, 1] = arrays["link"][0, 5, 5] = 2
    made.load(HeadFiles(arrays, list(ROLES)))
    doc = made(document())
    assert {span.id_ for span in doc.spans[GROUP]} == {"1"}
    assert [span.text for span in doc.spans[GROUP] if span.label_ == "CUE"] == ["sagte", "bleibe"]


def test_other_roles_and_missing_vectors_are_refused() -> None:
    made = component()
    with pytest.raises(ValueError, match="the roles are cue, not"):
        made.load(HeadFiles(dict(made.files.arrays), ["cue"]))
    doc = document()
    doc.tensor = np.zeros((0, 0), np.float32)
    with pytest.raises(ValueError, match="put lesart_encoder before"):
        made(doc)


def test_it_comes_back_from_bytes_as_it_was() -> None:
    again = LesartSpeech("speech").from_bytes(component().to_bytes())
    doc = again(document())
    assert [span.label_ for span in doc.spans[GROUP]] == ["CUE", "SOURCE", "MESSAGE", "ADDRESSEE"]
