"""Direct speech in languages without tables, by its marks."""

from dataclasses import replace

import pytest
import spacy

import core.quotes.component  # noqa: F401
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.language.document import make_doc
from tests.core.language.bracketed import paragraph_blocks, read


def direct(text: str, language: str) -> list[str]:
    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("lesart_quotes")
    doc = make_doc(nlp, text, paragraph_blocks(text))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return [text[finding.start : finding.end] for finding in doc._.findings]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "« Nous restons jusqu’au matin », a dit Anna. Le navire « Étoile » a coulé.", 1),
        ("fr", "Elle a ajouté : « Personne ne part. »", 1),
        ("es", "«Nos quedamos aquí», dijo Lind. El barco «Estrella» se hundió.", 1),
        ("pl", "„Zostajemy tutaj”, powiedział Lind. Statek „Gwiazda” zatonął.", 1),
        ("sv", "”Vi stannar här”, sa Lind.", 1),
        ("it", "Il film «La notte e il mare» esce a maggio.", 0),
    ],
)
def test_speech_by_marks_alone(language, text, found):
    assert len(direct(text, language)) == found


def test_a_language_without_tables_and_model_has_direct_speech_and_says_that_names_were_not_read():
    article = plain_article(
        "« Nous restons jusqu’au matin », a dit Anna Lind. Elle a promis de partir.", "essai"
    )
    analysis = analyze(replace(article, language="fr"))
    assert [quote.type for quote in analysis.quotes] == ["direct"]
    assert not analysis.names_read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Nous restons jusqu’au matin », a dit [PER Anna Roux].", "Anna Roux"),
        ("[PER Anna Roux] : « Nous restons jusqu’au matin. »", "Anna Roux"),
        ("« Nous restons jusqu’au matin », a dit le maire, selon des amis, [PER Anna Roux].", ""),
    ],
)
def test_whoever_is_named_beside_the_marks_speaks(text, speaker):
    doc = read(text, "fr")
    (finding,) = doc._.findings
    assert " ".join(doc.text[slice(*span)] for span in finding.speaker) == speaker
