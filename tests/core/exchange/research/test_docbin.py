"""DocBin: spaCy loads it, and trains on it."""

import spacy
from hypothesis import given
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from core.exchange.reading import Reading
from core.exchange.research.docbin import write
from tests.core.exchange.readings import READING, readings


def docs(*given: Reading) -> list[Doc]:
    return list(DocBin().from_bytes(write(given).files[".spacy"]).get_docs(spacy.blank("de").vocab))


def test_names_sentences_and_groups() -> None:
    (doc,) = docs(READING)
    assert [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents] == [
        ("Kiel", "LOC", "Kiel"),
        ("Jette Claasen", "PER", "Jette Claasen"),
        ("Stadt Kiel", "ORG", "Stadt Kiel"),
        ("dpa", "ORG", ""),
    ]
    assert [(span.text, span.label_, span.id_) for span in doc.spans["quotes"]] == [
        ("„Wir bleiben“", "direct", "q1"),
        ("„Und zwar alle.“", "direct", "q1"),
        ("Der Rat werde am Freitag entscheiden", "indirect", "q2"),
        ("Sie widersprach damit der Stadt.", "reported", "q3"),
    ]
    assert [(span.text, span.id_) for span in doc.spans["speakers"]] == [
        ("Jette Claasen", "q1"),
        ("die Stadt Kiel", "q2"),
    ]
    assert [(span.text, span.label_) for span in doc.spans["tags"]] == [("bleiben“, sagte Jette", "zitat")]
    assert len(list(doc.sents)) > 5
    assert doc.user_data["source"] == READING.article.source
    assert doc.text == READING.article.text


def test_a_pipeline_learns_from_it() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("ner")
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs(READING)]
    nlp.initialize(lambda: examples)
    losses = []
    for _ in range(12):
        told: dict[str, float] = {}
        nlp.update(examples, losses=told)
        losses.append(told["ner"])
    assert losses[-1] < losses[0] / 2
    assert {"PER", "ORG", "LOC"} <= set(nlp.get_pipe("ner").labels)


@given(readings())
def test_any_reading_loads_with_its_text(reading: Reading) -> None:
    (doc,) = docs(reading)
    assert doc.text == reading.article.text
    for ent in doc.ents:
        assert ent.text.strip()
