"""Lesart for users of spaCy: the bundled folder gives actors and quotes, here and in other processes."""

import pickle

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from core.analysis.serialise import analysis_to_dict
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.language.pipeline import GERMAN, WHOLE

TEXT = (
    "Streit um den Kran\n\n„Der Hafen bleibt offen“, sagte Ministerin Ada Lind (58) am Montag in Kiel.\n\n"
    "Jon Varga warnte, die Werft Nordstern werde schließen."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(GERMAN)


def said(doc: Doc) -> list[tuple[str, str | None]]:
    names = {actor.id: actor.name for actor in doc._.actors}
    return [
        (
            doc.text[quote.spans[0][0] : quote.spans[-1][1]],
            names.get(quote.speaker.actor if quote.speaker else None),
        )
        for quote in doc._.quotes
    ]


EXPECTED = [
    ("„Der Hafen bleibt offen“", "Ada Lind"),
    ("die Werft Nordstern werde schließen", "Jon Varga"),
]


def test_a_document_has_what_the_analysis_finds(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert said(doc) == EXPECTED
    analysis = analyze(plain_article(TEXT, ""))
    assert analysis_to_dict(doc._.analysis) == analysis_to_dict(analysis)
    assert "Ada Lind" in [entity.text for entity in doc.ents]


def test_the_network_alone_can_be_had(nlp: Language) -> None:
    assert {"lesart_ner", "lesart_parser"} < set(spacy.load(GERMAN, exclude=WHOLE).pipe_names)
    assert not set(WHOLE) & set(spacy.load(GERMAN, exclude=WHOLE).pipe_names)
    assert set(WHOLE) < set(nlp.pipe_names)


def test_documents_come_from_several_processes(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, "Kiel schläft.", TEXT], n_process=2, batch_size=1))
    assert [said(doc) for doc in docs] == [EXPECTED, [], EXPECTED]


def test_documents_keep_what_was_found(nlp: Language) -> None:
    doc = nlp(TEXT)
    copies = [
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        pickle.loads(pickle.dumps(doc)),
        *DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab),
    ]
    assert [said(copy) for copy in copies] == [EXPECTED] * 3


def test_a_document_that_was_not_analysed_has_nothing() -> None:
    doc = spacy.blank("de")(TEXT)
    assert (doc._.actors, doc._.quotes) == ((), ())


def test_the_pipeline_can_be_saved_and_loaded(nlp: Language, tmp_path) -> None:
    nlp.to_disk(tmp_path / "copy")
    assert said(spacy.load(tmp_path / "copy")(TEXT)) == EXPECTED
