"""Writing the trained heads of grammar and speech as the files that their components read."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.language.heads import HeadFiles
from core.language.lemmatizer.edits import to_json
from core.language.speech.roles import ROLES
from core.training.grammar import Inventory
from core.training.joint_network import Joint
from core.training.parser import Parser
from core.training.speech import SpeechHeads
from core.training.treebank import Tree


def trained_heads(model: Joint, labels: Inventory, trees: Iterable[Tree]) -> dict[str, HeadFiles]:
    """Return the files of each component for grammar and speech, by the component's name.

    Args:
        model: The trained network.
        labels: Its labels.
        trees: The sentences it was trained on, for the table of lemmas.
    """
    heads = model.tagger.heads
    features = [[name, list(values)] for name, values in labels.features]
    morph = np.concatenate([_affine(heads["upos"]), _affine(heads["morph"])])
    edits = [to_json(edit) for edit in labels.edits]
    return {
        "lesart_tagger": HeadFiles({"weights": _affine(heads["xpos"])}, list(labels.xpos)),
        "lesart_morphologizer": HeadFiles(
            {"weights": morph}, {"pos": list(labels.upos), "features": features}
        ),
        "lesart_parser": HeadFiles(parser_arrays(model.parser), list(labels.relations)),
        "lesart_lemmatizer": HeadFiles(
            {"weights": _affine(heads["lemma"])}, {"edits": edits, "table": lemma_table(trees)}
        ),
        "lesart_speech": HeadFiles(speech_arrays(model.speech), list(ROLES)),
    }


def parser_arrays(parser: Parser) -> dict[str, NDArray[np.float16]]:
    """Return the arrays that `core.language.parser.biaffine.Biaffine` reads."""
    linear = ("arc_dependent", "arc_head", "relation_dependent", "relation_head")
    plain = ("arc_root", "arc", "relation_root", "relation")
    return {name: _affine(getattr(parser, name)) for name in linear} | {
        name: _half(getattr(parser, name)) for name in plain
    }


def speech_arrays(heads: SpeechHeads) -> dict[str, NDArray[np.float16]]:
    """Return the arrays that `core.language.speech.roles.SpeechScores` reads."""
    layers = {name: _affine(getattr(heads, name)) for name in ("roles", "cue", "word")}
    return layers | {"link": _half(heads.link)}


def lemma_table(trees: Iterable[Tree]) -> dict[str, dict[str, str]]:
    """Return the lemmas by part of speech and form of the words that have but one in all sentences."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for tree in trees:
        for word in tree.words:
            found[word.upos, word.form].add(word.lemma)
    table: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (upos, form), lemmas in sorted(found.items()):
        if len(lemmas) == 1:
            table[upos][form] = lemmas.pop()
    return dict(table)


def _affine(layer: nn.Linear) -> NDArray[np.float16]:
    return _half(torch.cat([layer.weight, layer.bias[:, None]], dim=1))


def _half(tensor: Tensor) -> NDArray[np.float16]:
    half: NDArray[np.float16] = tensor.detach().numpy().astype(np.float16)
    return half
