from core.articles.blocks import segment
from core.language.document import make_doc
from core.language.names.datelines import Datelines
from core.language.pipeline import blank_pipeline
from tests.core.language.names.marked import names


def read(text: str, **labels: str):
    nlp = blank_pipeline("de")
    doc = make_doc(nlp, text, segment(text))
    doc.ents = tuple(
        doc.char_span(text.index(w), text.index(w) + len(w), label=lab) for w, lab in labels.items()
    )
    return Datelines()(doc)


def test_every_place_of_a_dateline_is_a_place():
    assert names(read("Kiel/Bad Segeberg (dpa) – Am Morgen fiel Schnee.")) == [
        ("Kiel", "LOC"),
        ("Bad Segeberg", "LOC"),
    ]


def test_another_label_gives_way():
    assert names(read("Essen (dpa) – Die Messe beginnt.", Essen="ORG")) == [("Essen", "LOC")]


def test_without_a_dateline_nothing_changes():
    assert names(read("Kiel feiert. Die Messe beginnt heute.", Kiel="ORG")) == [("Kiel", "ORG")]
