"""What the quote finder makes of a text, read by the bundled pipeline."""

from functools import cache

from spacy.language import Language

import core.quotes.component  # noqa: F401
from core.language.document import make_doc
from core.language.pipeline import load_pipeline
from tests.core.language.bracketed import paragraph_blocks


@cache
def pipeline(language: str = "de") -> Language:
    nlp = load_pipeline(language)
    if "lesart_quotes" not in nlp.pipe_names:
        nlp.add_pipe("lesart_quotes")
    return nlp


def said(text: str, language: str = "de") -> list[tuple[str, str, str, str]]:
    """Every quotation as (type, words, speaker, cue)."""
    nlp = pipeline(language)
    doc = make_doc(nlp, text, paragraph_blocks(text))
    for _, component in nlp.pipeline:
        doc = component(doc)

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[a:b] for a, b in spans)

    return [(f.type.value, words(f.spans), words(f.speaker), words(f.cue)) for f in doc._.findings]


def found(text: str, language: str = "de") -> list[tuple[str, str, str]]:
    """Every quotation as (type, words, speaker)."""
    return [(kind, words, who) for kind, words, who, _ in said(text, language)]


def direct(text: str) -> list[tuple[str, str]]:
    """The direct quotations as (words, speaker)."""
    return [(words, who) for kind, words, who in found(text) if kind == "direct"]
