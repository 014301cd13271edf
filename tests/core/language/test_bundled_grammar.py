"""Grammar as the bundled German pipeline sets it."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from core.language.pipeline import load_pipeline

TEXT = (
    "Die Ministerin sagte, der Hafen sei sicher. Am 3. Mai fuhren die alten Boote zum Kai.\n\n"
    "„Wir warten“, rief ein Fischer. 😀 Er habe lange gewartet"
)


@pytest.fixture(scope="module")
def german() -> Language:
    return load_pipeline("de")


@pytest.fixture(scope="module")
def doc(german: Language) -> Doc:
    return german(TEXT)


def values(doc: Doc, word: str) -> tuple[str, str, str]:
    token = next(token for token in doc if token.text == word)
    return token.pos_, token.tag_, token.lemma_


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Die", ("DET", "ART", "der")),
        ("sagte", ("VERB", "VVFIN", "sagen")),
        ("Hafen", ("NOUN", "NN", "Hafen")),
        ("fuhren", ("VERB", "VVFIN", "fahren")),
        ("Boote", ("NOUN", "NN", "Boot")),
        ("zum", ("ADP", "APPRART", "zu")),
        (",", ("PUNCT", "$,", ",")),
    ],
)
def test_words(doc: Doc, word: str, expected: tuple[str, str, str]) -> None:
    assert values(doc, word) == expected


def test_moods(doc: Doc) -> None:
    moods = {token.text: token.morph.get("Mood", []) for token in doc}
    assert [moods[word] for word in ("sagte", "sei", "fuhren", "habe", "Hafen")] == [
        ["Ind"],
        ["Sub"],
        ["Ind"],
        ["Sub"],
        [],
    ]


def test_who_says_what_is_in_the_tree(doc: Doc) -> None:
    said = next(token for token in doc if token.text == "sagte")
    assert [(child.text, child.dep_) for child in said.lefts] == [("Ministerin", "nsubj")]
    assert said.dep_ == "ROOT"
    content = next(child for child in said.rights if child.dep_ == "ccomp")
    assert {token.text for token in content.subtree} >= {"der", "Hafen", "sei", "sicher"}


def test_sentences_are_those_of_the_rules(german: Language, doc: Doc) -> None:
    with german.select_pipes(enable="lesart_sentences"):
        alone = german(TEXT)
    assert [sentence.text for sentence in doc.sents] == [sentence.text for sentence in alone.sents]
    assert all(sentence.root.head == sentence.root for sentence in doc.sents)


@pytest.mark.parametrize(
    "text", ["", "\n", "▶\ufe0f", "😀 😀", "\x00\x1b[31m", "x" * 5000, "." * 600, "a " * 900]
)
def test_odd_text_does_no_harm(german: Language, text: str) -> None:
    doc = german(text)
    assert doc.text == text
    assert all(token.pos_ for token in doc)
    assert all(token.dep_ == "ROOT" for token in doc if token.head == token)


def test_a_stream_gives_what_single_documents_give(german: Language) -> None:
    texts = ["Der Fischer ruft.", "", TEXT]
    for streamed, text in zip(german.pipe(texts), texts, strict=True):
        alone = german(text)
        assert [(t.pos_, t.tag_, str(t.morph), t.lemma_, t.dep_, t.head.i) for t in streamed] == [
            (t.pos_, t.tag_, str(t.morph), t.lemma_, t.dep_, t.head.i) for t in alone
        ]
