"""The spaCy component that gives every token its vector in context."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from core.language.encoder.ahead import opened
from core.language.encoder.model import THREADS, Encoder, EncoderFiles
from core.language.encoder.sharing import read_sharing, shared_folder
from core.language.encoder.windows import Window, plan_windows

WINDOWS_AT_ONCE = 64


class LesartEncoder:
    """Runs the encoder once over a document, so that any number of heads can read the same vectors.

    `doc.tensor` becomes an array of shape (tokens, width), float32: for each token the vector of its first piece,
    and zeros for tokens with nothing readable (white space, control characters, pictographs).

    Args:
        name: The name of the component in its pipeline.
        window: Most pieces read at once, at most 512; longer sentences are read in several windows.
        overlap: Pieces that windows share when a single sentence is longer than a window.
        batch_pieces: Most pieces in one batch; more do not fit into the processor's cache.
        threads: Threads for the arithmetic.
    """

    def __init__(
        self,
        name: str,
        *,
        window: int = 256,
        overlap: int = 32,
        batch_pieces: int = 256,
        threads: int = THREADS,
    ) -> None:
        self.name = name
        self.window = window
        self.overlap = overlap
        self.batch_pieces = batch_pieces
        self.threads = threads
        self.progress: Callable[[float], None] | None = None
        """Is told, as it goes, what share of the documents in hand is read."""
        self._source: EncoderFiles | Path | None = None
        self._encoder: Encoder | None = None

    @property
    def encoder(self) -> Encoder:
        """The loaded encoder.

        Raises:
            ValueError: Neither `load`, `from_disk` nor `from_bytes` was called before.
        """
        if self._encoder is None:
            raise ValueError(f"the component {self.name!r} has no weights yet: load the pipeline from disk")
        return self._encoder

    @property
    def files(self) -> EncoderFiles | None:
        """The encoder's files, None before weights are loaded. A folder is read again, to save memory until then."""
        return _read(self._source) if isinstance(self._source, Path) else self._source

    def load(self, files: EncoderFiles | Path) -> None:
        """Take the encoder from its files or their folder."""
        self._source = files
        shares = isinstance(files, Path) and shared_folder(files) is not None
        whole = read_sharing(files) if shares and isinstance(files, Path) else files
        session = opened(files, self.threads) if isinstance(files, Path) else None
        self._encoder = Encoder(whole, self.threads, self.batch_pieces, session)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.tensor`."""
        self._set_tensors([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Set `doc.tensor` on a stream of documents, the windows of `batch_size` documents encoded together."""
        for docs in minibatch(stream, size=batch_size):  # type: ignore[no-untyped-call]
            self._set_tensors(docs)
            yield from docs

    def _set_tensors(self, docs: list[Doc]) -> None:
        encoder = self.encoder
        waiting: list[tuple[Doc, Window]] = []
        for doc in docs:
            doc.tensor = np.zeros((len(doc), encoder.width), np.float32)
            waiting.extend((doc, w) for w in plan_windows(doc, encoder.tokenizer, self.window, self.overlap))
        done = 0

        def advanced(windows: int) -> None:
            nonlocal done
            done += windows
            if self.progress is not None:
                self.progress(done / len(waiting))

        for start in range(0, len(waiting), WINDOWS_AT_ONCE):
            some = waiting[start : start + WINDOWS_AT_ONCE]
            encoded = encoder.encode([window.ids for _, window in some], advanced)
            for (doc, window), states in zip(some, encoded, strict=True):
                doc.tensor[list(window.tokens)] = states[list(window.places)]

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write the encoder's files into the folder `path`."""
        if (files := self.files) is not None:
            files.write(Path(path))

    def from_disk(self, path: str | Path, **_: object) -> "LesartEncoder":
        """Load the encoder from the folder `path`."""
        self.load(Path(path))
        return self

    def to_bytes(self, **_: object) -> bytes:
        """Return the encoder's files as one byte string."""
        return b"" if (files := self.files) is None else files.pack()

    def from_bytes(self, data: bytes, **_: object) -> "LesartEncoder":
        """Load the encoder from the bytes of `to_bytes`."""
        if data:
            self.load(EncoderFiles.unpack(data))
        return self


def _read(folder: Path) -> EncoderFiles:
    return EncoderFiles.read(folder) if shared_folder(folder) is None else read_sharing(folder)


@Language.factory(
    "lesart_encoder",
    assigns=["doc.tensor"],
    default_config={"window": 256, "overlap": 32, "batch_pieces": 256, "threads": THREADS},
)
def make_lesart_encoder(
    nlp: Language,  # noqa: ARG001
    name: str,
    window: int,
    overlap: int,
    batch_pieces: int,
    threads: int,
) -> LesartEncoder:
    """Make the component; its weights come with `from_disk`."""
    return LesartEncoder(name, window=window, overlap=overlap, batch_pieces=batch_pieces, threads=threads)
