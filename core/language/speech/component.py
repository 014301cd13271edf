"""The spaCy component that finds who says what as spans with roles."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.encoder.windows import sentence_bounds
from core.language.heads import HeadComponent, HeadFiles, read_vectors
from core.language.speech.roles import ROLES, SpeechScores, events

GROUP = "speech_roles"
"""The span group with a span for each run of words of one role: its label is the role in capitals, its id the event."""


class LesartSpeech(HeadComponent):
    """Sets `doc.spans["speech_roles"]` by the tensor of the document.

    Events are sought sentence by sentence; those of a document are counted from 1, and the count is the `id` of their
    spans. Spans are labelled `CUE`, `SOURCE`, `MESSAGE` and `ADDRESSEE`. The files are those of `SpeechScores`, the
    labels are `ROLES`.
    """

    def load(self, files: HeadFiles) -> None:
        """Take the arrays.

        Raises:
            ValueError: The roles are others than those known here.
        """
        if tuple(files.labels) != ROLES:
            raise ValueError(f"the roles are {', '.join(files.labels)}, not {', '.join(ROLES)}")
        super().load(files)
        self._scores = SpeechScores(files.arrays)

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        tokens, vectors = read_vectors(doc)
        cues = self._scores.cues(vectors) > 0
        spans: list[Span] = []
        count = at = 0
        for _, end in sentence_bounds(doc):
            first, at = at, bisect_left(tokens, end, at)
            if not cues[first:at].any():
                continue
            for event in events(self._scores, vectors[first:at]):
                count += 1
                for role, places in zip(ROLES, event, strict=True):
                    for one, last in _runs(places):
                        start, stop = tokens[first + one], tokens[first + last] + 1
                        spans.append(Span(doc, start, stop, label=role.upper(), span_id=str(count)))
        doc.spans[GROUP] = spans
        return doc


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each run of neighbouring places, given in order."""
    start = 0
    for i in range(1, len(places) + 1):
        if i == len(places) or places[i] != places[i - 1] + 1:
            yield places[start], places[i - 1]
            start = i


@Language.factory("lesart_speech", requires=["doc.tensor"], assigns=["doc.spans"])
def make_lesart_speech(nlp: Language, name: str) -> LesartSpeech:  # noqa: ARG001
    """Make the component; its weights come with `from_disk`."""
    return LesartSpeech(name)
