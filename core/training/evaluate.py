"""Measuring a pipeline: `python -m core.training.evaluate --help`."""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.language import pipeline
from core.training.germeval import Sentence, entity_spans, read_germeval
from core.training.grammar_scores import layout, score_grammar
from core.training.scoring import Score, Span, score_spans, table
from core.training.speech_scores import score_speech
from core.training.spkatt import read_spkatt
from core.training.treebank import Tree, read_treebank, split_held_out

_SHIPPED_KIND = {"OTH": "MISC"}
BATCH = 64


def gold_spans(sentence: Sentence) -> set[Span]:
    """Return the true names of a sentence with the labels that the pipeline uses."""
    return {(start, end, _SHIPPED_KIND.get(kind, kind)) for start, end, kind in entity_spans(sentence.labels)}


def as_documents(nlp: Language, sentences: Sequence[Sentence], together: int) -> list[Doc]:
    """Make documents of `together` sentences each, tokens and sentence starts as in the data."""
    documents = []
    for start in range(0, len(sentences), together):
        some = sentences[start : start + together]
        words = [word for sentence in some for word in sentence.words]
        starts: list[bool | int | None] = [i == 0 for sentence in some for i in range(len(sentence.words))]
        documents.append(Doc(nlp.vocab, words=words, sent_starts=starts))
    return documents


def score_pipeline(nlp: Language, sentences: Sequence[Sentence], together: int = 1) -> dict[str, Score]:
    """Score `doc.ents` on given tokens, with `together` sentences a document.

    Neighbours in the data come from different articles, so joining them shows only whether foreign context harms.
    """
    encoder, ner = nlp.get_pipe("lesart_encoder"), nlp.get_pipe("lesart_ner")
    encoded = encoder.pipe(as_documents(nlp, sentences, together), batch_size=BATCH)  # type: ignore[attr-defined]
    pairs = []
    remaining = iter(sentences)
    for doc in map(ner, encoded):
        for found in doc.sents:
            guess = {(ent.start - found.start, ent.end - found.start, ent.label_) for ent in found.ents}
            pairs.append((gold_spans(next(remaining)), guess))
    return score_spans(pairs)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision, recall and F1 of names, the speed, and the figures of grammar and speech."""
    parser = argparse.ArgumentParser(prog="python -m core.training.evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of the pipeline")
    parser.add_argument("--germeval-dev", type=Path, help="file of GermEval 2014, plain or gzipped")
    parser.add_argument(
        "--treebank",
        type=Path,
        nargs="+",
        default=[],
        help="CoNLL-U files, plain or gzipped; of German ones every tenth sentence is measured, of English ones all",
    )
    parser.add_argument("--spkatt-dev", type=Path, help="file of SpkAtt-2023, plain or gzipped")
    parser.add_argument("--together", type=int, default=1, help="sentences to a document (default: 1)")
    options = parser.parse_args(arguments)
    pipeline.register_components()
    nlp = spacy.load(options.model, exclude=pipeline.WHOLE)
    if options.germeval_dev:
        _measure_names(nlp, read_germeval(options.germeval_dev), options.together)
    held_out = [tree for path in options.treebank for tree in _to_measure(path, nlp.lang or "")]
    if held_out:
        print(f"{len(held_out)} held-out sentences, {sum(len(tree.words) for tree in held_out)} words")
        print(layout(*score_grammar(nlp, held_out)))
    if options.spkatt_dev:
        speeches = read_spkatt(options.spkatt_dev)
        print(f"{len(speeches)} sentences of speeches, {sum(len(speech.words) for speech in speeches)} words")
        print(table(score_speech(nlp, speeches), "words"))


def _measure_names(nlp: Language, sentences: Sequence[Sentence], together: int) -> None:
    begun = time.perf_counter()
    scores = score_pipeline(nlp, sentences, together)
    seconds = time.perf_counter() - begun
    words = sum(len(sentence.words) for sentence in sentences)
    print(
        f"{pipeline.pipeline_id(nlp)}: {len(sentences)} sentences, {words} words, {words / seconds:.0f} words/s"
    )
    print(table(scores))


def _to_measure(path: Path, language: str) -> list[Tree]:
    """The sentences of a treebank that nothing is learnt from; English has files of their own for that."""
    trees = read_treebank(path, language)
    return split_held_out(trees)[1] if language == "de" else trees


if __name__ == "__main__":
    main()
