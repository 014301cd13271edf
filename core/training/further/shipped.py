"""The network with all heads as it is shipped, read back out of the files of the pipeline."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.language.heads import HeadFiles
from core.language.lemmatizer.edits import to_json
from core.language.ner.component import LesartNer
from core.training.export import shipped_label
from core.training.germeval import LABELS
from core.training.grammar import Inventory
from core.training.joint_network import Joint
from core.training.learning import TASK
from core.training.network import Tagger
from core.training.shared import Shared
from core.training.upper import Upper

HEADS = ("lesart_tagger", "lesart_morphologizer", "lesart_parser", "lesart_lemmatizer", "lesart_speech")
_PARSER = ("arc_dependent", "arc_head", "relation_dependent", "relation_head")
_PARSER_PLAIN = ("arc_root", "arc", "relation_root", "relation")
_SPEECH = ("roles", "cue", "word")


def shipped_network(folder: Path, shared: Shared, layers: int, labels: Inventory) -> Joint:
    """Return the network above the frozen layers with the weights of the pipeline in `folder`.

    Args:
        folder: The folder of the German pipeline.
        shared: Its encoder.
        layers: How many layers are trained, from the top.
        labels: What the grammar heads tell apart.

    Raises:
        ValueError: The pipeline tells other labels apart.
    """
    width = shared.shape.width
    model = Joint(Tagger(Upper(shared, layers), width, {TASK: len(LABELS)}), width, labels)
    heads = {name: HeadFiles.read(folder / name) for name in HEADS}
    ner = LesartNer("lesart_ner").from_disk(folder / "lesart_ner").head
    if list(ner.labels) != [shipped_label(label) for label in LABELS] or _labels(heads) != _asked(labels):
        raise ValueError(f"{folder.name} was trained on other labels: give the treebanks of its model card")
    _load_heads(model, heads, ner.weights)
    return model


def _labels(heads: Mapping[str, HeadFiles]) -> list[Any]:
    tags, morphology, parser, lemmas = (heads[name].labels for name in HEADS[:4])
    return [tags, morphology["pos"], morphology["features"], parser, lemmas["edits"]]


def _asked(labels: Inventory) -> list[Any]:
    features = [[name, list(values)] for name, values in labels.features]
    edits = [to_json(edit) for edit in labels.edits]
    return [list(labels.xpos), list(labels.upos), features, list(labels.relations), edits]


def _load_heads(model: Joint, heads: Mapping[str, HeadFiles], names: NDArray[np.float32]) -> None:
    tagger = model.tagger.heads
    morphology = heads["lesart_morphologizer"].arrays["weights"]
    upos = tagger["upos"].out_features
    _fill(tagger[TASK], names)
    _fill(tagger["xpos"], heads["lesart_tagger"].arrays["weights"])
    _fill(tagger["upos"], morphology[:upos])
    _fill(tagger["morph"], morphology[upos:])
    _fill(tagger["lemma"], heads["lesart_lemmatizer"].arrays["weights"])
    parser, speech = heads["lesart_parser"].arrays, heads["lesart_speech"].arrays
    for name in _PARSER:
        _fill(getattr(model.parser, name), parser[name])
    for name in _SPEECH:
        _fill(getattr(model.speech, name), speech[name])
    with torch.no_grad():
        for name in _PARSER_PLAIN:
            getattr(model.parser, name).copy_(torch.from_numpy(parser[name]))
        model.speech.link.copy_(torch.from_numpy(speech["link"]))


def _fill(layer: nn.Linear, weights: NDArray[Any]) -> None:
    """Give a layer weights (outputs, inputs + 1), the bias in the last column."""
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weights[:, :-1].copy()))
        layer.bias.copy_(torch.from_numpy(weights[:, -1].copy()))
