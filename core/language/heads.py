"""What the heads that read `doc.tensor` share: their files, linear layers, and which tokens they read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from core.language.encoder.windows import readable_tokens

_LABELS = "labels.json"
_SUFFIX = ".npy"


@dataclass(frozen=True)
class HeadFiles:
    """The arrays of a head by name, and its labels as JSON holds them.

    In a folder each array is an `.npy` file in half precision beside `labels.json`.
    """

    arrays: Mapping[str, NDArray[np.float16]]
    labels: Any

    @classmethod
    def read(cls, folder: Path) -> "HeadFiles":
        """Read the files from their folder."""
        arrays = {path.stem: np.load(path) for path in sorted(folder.glob("*" + _SUFFIX))}
        return cls(arrays, json.loads((folder / _LABELS).read_text(encoding="utf-8")))

    def write(self, folder: Path) -> None:
        """Write the files into a folder, made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, array in self.arrays.items():
            np.save(folder / (name + _SUFFIX), array)
        text = json.dumps(self.labels, ensure_ascii=False, separators=(",", ":"))
        (folder / _LABELS).write_text(text, encoding="utf-8")

    def pack(self) -> bytes:
        """Return the files as one byte string, a NumPy archive."""
        buffer = BytesIO()
        np.savez(buffer, labels=np.array(json.dumps(self.labels)), **dict(self.arrays))  # type: ignore[arg-type]
        return buffer.getvalue()

    @classmethod
    def unpack(cls, data: bytes) -> "HeadFiles":
        """Read the files from the byte string of `pack`."""
        with np.load(BytesIO(data)) as archive:
            arrays = {name: archive[name] for name in archive.files if name != "labels"}
            return cls(arrays, json.loads(str(archive["labels"])))


class HeadComponent:
    """A component with the files of a head: loading and saving as spaCy asks for it.

    Args:
        name: The name of the component in its pipeline.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._files: HeadFiles | None = None

    @property
    def files(self) -> HeadFiles:
        """The loaded files.

        Raises:
            ValueError: Neither `load`, `from_disk` nor `from_bytes` was called before.
        """
        if self._files is None:
            raise ValueError(f"the component {self.name!r} has no weights yet: load the pipeline from disk")
        return self._files

    def load(self, files: HeadFiles) -> None:
        """Take the files of the head."""
        self._files = files

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write weights and labels into the folder `path`."""
        self.files.write(Path(path))

    def from_disk(self, path: str | Path, **_: object) -> "HeadComponent":
        """Load weights and labels from the folder `path`."""
        self.load(HeadFiles.read(Path(path)))
        return self

    def to_bytes(self, **_: object) -> bytes:
        """Return weights and labels as one byte string."""
        return self.files.pack()

    def from_bytes(self, data: bytes, **_: object) -> "HeadComponent":
        """Load weights and labels from the bytes of `to_bytes`."""
        self.load(HeadFiles.unpack(data))
        return self


def affine(weights: NDArray[np.float32], vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Apply a linear layer (outputs, inputs + 1), the bias in its last column, to vectors (tokens, inputs)."""
    result: NDArray[np.float32] = vectors @ weights[:, :-1].T + weights[:, -1]
    return result


def read_vectors(doc: Doc) -> tuple[list[int], NDArray[np.float32]]:
    """Return the tokens of a document that carry language, and their vectors from `doc.tensor`.

    Raises:
        ValueError: The encoder has not run on the document.
    """
    if len(doc.tensor) != len(doc):
        raise ValueError("the document has no vectors: put lesart_encoder before this component")
    tokens = [i for i, _ in readable_tokens([token.text for token in doc], (0, len(doc)))]
    return tokens, np.asarray(doc.tensor[tokens], np.float32)


def set_strings(doc: Doc, attribute: str, values: Sequence[str]) -> Doc:
    """Set a string attribute of all tokens at once ("TAG", "LEMMA"), which is faster than one by one."""
    if not len(doc):
        return doc
    strings = {value: doc.vocab.strings.add(value) for value in set(values)}
    column = np.array([[strings[value]] for value in values], np.uint64)
    return doc.from_array([attribute], column)  # type: ignore[arg-type]
