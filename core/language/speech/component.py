"""The spaCy component that finds who says what as spans with roles."""

from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.encoder.windows import readable_tokens, sentence_bounds
from core.language.heads import HeadComponent, HeadFiles
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
        if len(doc.tensor) != len(doc):
            raise ValueError("the document has no vectors: put lesart_encoder before this component")
        words = [token.text for token in doc]
        spans: list[Span] = []
        count = 0
        for bounds in sentence_bounds(doc):
            tokens = [i for i, _ in readable_tokens(words, bounds)]
            if not tokens:
                continue
            for event in events(self._scores, np.asarray(doc.tensor[tokens], np.float32)):
                count += 1
                for role, places in zip(ROLES, event, strict=True):
                    for first, last in _runs(places):
                        spans.append(
                            Span(doc, tokens[first], tokens[last] + 1, label=role.upper(), span_id=str(count))
                        )
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
