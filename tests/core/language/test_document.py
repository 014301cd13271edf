"""From an article to a spaCy document."""

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.articles.texts import plain_article
from core.language.document import make_doc

TEXT = "The mayor went home\n\nNobody knew why. He told reporters nothing"


def parsing_pipeline() -> Language:
    """A pipeline with a sentence recogniser that has learnt nothing, as other people's pipelines stand in."""
    nlp = spacy.blank("en")
    nlp.add_pipe("senter")
    return nlp


def starts(doc: Doc) -> list[str]:
    return [token.text for token in doc if token.is_sent_start]


def test_a_pipeline_that_parses_is_told_where_blocks_begin() -> None:
    article = plain_article(TEXT, "-")
    assert starts(make_doc(parsing_pipeline(), TEXT, article.blocks)) == ["The", "Nobody"]


def test_a_pipeline_with_rules_finds_that_out_itself() -> None:
    article = plain_article(TEXT, "-")
    doc = make_doc(spacy.blank("en"), TEXT, article.blocks)
    assert not doc.has_annotation("SENT_START")
    assert [span.text for span in doc.spans["blocks"]] == [TEXT[b.start : b.end] for b in article.blocks]
