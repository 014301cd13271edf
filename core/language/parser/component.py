"""The spaCy component that sets heads and relations within the sentences of a document."""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from core.language.encoder.windows import sentence_bounds
from core.language.heads import HeadComponent, HeadFiles, read_vectors
from core.language.parser.biaffine import Biaffine, Narrowed
from core.language.parser.trees import best_tree

ROOT = "ROOT"
UNKNOWN = "dep"


class LesartParser(HeadComponent):
    """Sets `token.head` and `token.dep_` by the tensor of the document, one tree a sentence.

    Sentences are those that an earlier component has set, and stay as they are. Relations are those of Universal
    Dependencies, with `ROOT` for the root. Tokens with nothing readable hang from the token before them (the first
    from the next) as `dep`. Its files are those of `Biaffine`; the labels are a list of relations.

    Args:
        name: The name of the component in its pipeline.
        longest: Most words that one tree is sought for; a longer sentence is parsed in parts, whose roots hang
            from the root of the first. It bounds time and memory, which grow with the square.
    """

    def __init__(self, name: str, *, longest: int = 300) -> None:
        super().__init__(name)
        self.longest = longest

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations; none before weights are loaded."""
        return tuple(self._files.labels) if self._files else ()

    def load(self, files: HeadFiles) -> None:
        """Take the arrays.

        Raises:
            ValueError: The numbers of labels and of relations in the arrays differ.
        """
        if len(files.labels) != len(files.arrays["relation"]):
            raise ValueError(f"{len(files.labels)} labels but {len(files.arrays['relation'])} relations")
        super().load(files)
        self._biaffine = Biaffine(files.arrays)

    def __call__(self, doc: Doc) -> Doc:
        """Set heads and relations."""
        if not len(doc):
            return doc
        tokens, vectors = read_vectors(doc)
        narrowed = self._biaffine.narrow(vectors)
        heads = np.arange(len(doc), dtype=np.int64)
        names = [UNKNOWN] * len(doc)
        at = 0
        for start, end in sentence_bounds(doc):
            first, at = at, bisect_left(tokens, end, at)
            self._parse(tokens[first:at], narrowed[first:at], heads, names)
            _attach_rest(range(start, end), set(tokens[first:at]), heads, names)
        relations = [doc.vocab.strings.add(name) for name in names]
        columns = np.zeros((len(doc), 2), np.uint64)
        columns[:, 0] = (heads - np.arange(len(doc))).view(np.uint64)
        columns[:, 1] = relations
        return doc.from_array(["HEAD", "DEP"], columns)  # type: ignore[arg-type]

    def _parse(self, tokens: list[int], words: Narrowed, heads: NDArray[np.int64], names: list[str]) -> None:
        top = -1
        for first in range(0, len(tokens), self.longest):
            some = tokens[first : first + self.longest]
            vectors = words[first : first + self.longest]
            tree = best_tree(self._biaffine.heads(vectors))
            for i, above, name in zip(some, tree, self._names(vectors, tree), strict=True):
                heads[i], names[i] = (some[above - 1] if above else i), name
                if not above and top < 0:
                    top = i
                elif not above:
                    heads[i], names[i] = top, UNKNOWN

    def _names(self, words: Narrowed, tree: list[int]) -> list[str]:
        """Choose relations: the root's for the child of the root, another for every other word."""
        labels: list[str] = self.files.labels
        scores = self._biaffine.relations(words, tree)
        if ROOT in labels:
            scores[:, labels.index(ROOT)] = -np.inf
        best = scores.argmax(axis=1).tolist()
        return [labels[column] if above else ROOT for above, column in zip(tree, best, strict=True)]


def _attach_rest(tokens: range, parsed: set[int], heads: NDArray[np.int64], names: list[str]) -> None:
    """Hang what was not parsed from its neighbour; in a sentence with nothing to parse the first is the root."""
    rest = [i for i in tokens if i not in parsed]
    if not parsed:
        heads[tokens.start : tokens.stop] = tokens.start
        names[tokens.start] = ROOT
        return
    first = min(parsed)
    for i in rest:
        heads[i] = i - 1 if i > first else first


@Language.factory(
    "lesart_parser",
    requires=["doc.tensor"],
    assigns=["token.dep", "token.head"],
    default_config={"longest": 300},
)
def make_lesart_parser(nlp: Language, name: str, longest: int) -> LesartParser:  # noqa: ARG001
    """Make the component; its weights come with `from_disk`."""
    return LesartParser(name, longest=longest)
