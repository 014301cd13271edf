"""Who says what, measured: words by role, and links, which have to be of one event."""

from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.language.speech.component import GROUP
from core.training.scoring import Score
from core.training.speech_scores import score_speech
from core.training.spkatt import Speech

WORDS = ("Ada", "sagt", ",", "dass", "Jon", "warnt", ".")
NONE = frozenset[int]()
GOLD = (
    (frozenset({1}), frozenset({0}), frozenset({3, 4, 5}), NONE),
    (frozenset({5}), frozenset({4}), NONE, NONE),
)


class Reader:
    """Stands for the model: the events it finds are given, each a row of (first word, its end, role)."""

    def __init__(self, events: Sequence[Sequence[tuple[int, int, str]]]) -> None:
        self._events = events

    def __call__(self, doc: Doc) -> Doc:
        doc.spans[GROUP] = [
            doc.char_span(
                doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), label=role, span_id=str(number)
            )
            for number, event in enumerate(self._events)
            for start, end, role in event
        ]
        return doc


class Through:
    """Stands for the encoder, which is not needed."""

    def pipe(self, docs: Sequence[Doc], batch_size: int) -> Sequence[Doc]:
        assert batch_size > 0
        return docs


def scores(*events: Sequence[tuple[int, int, str]]) -> dict[str, Score]:
    nlp = PartsGiven(spacy.blank("de"), Reader(events))
    return score_speech(nlp, [Speech(WORDS, GOLD)])  # type: ignore[arg-type]


class PartsGiven:
    """A pipeline of these two."""

    def __init__(self, nlp: Language, reader: Reader) -> None:
        self.vocab = nlp.vocab
        self._parts = {"lesart_encoder": Through(), "lesart_speech": reader}

    def get_pipe(self, name: str) -> object:
        return self._parts[name]


SAYING = [(1, 2, "CUE"), (0, 1, "SOURCE"), (3, 6, "MESSAGE")]
WARNING = [(5, 6, "CUE"), (4, 5, "SOURCE")]


def test_all_that_is_there_found_is_all_right() -> None:
    found = scores(SAYING, WARNING)
    assert found["cue"] == Score(2, 2, 2)
    assert found["source"] == Score(2, 2, 2)
    assert found["message"] == Score(3, 3, 3)
    assert found["linked"] == Score(5, 5, 5)


def test_sources_that_are_exchanged_are_right_as_words_but_not_linked() -> None:
    found = scores([(1, 2, "CUE"), (4, 5, "SOURCE"), (3, 6, "MESSAGE")], [(5, 6, "CUE"), (0, 1, "SOURCE")])
    assert found["source"] == Score(2, 2, 2)
    assert found["linked"] == Score(3, 5, 5)


def test_what_is_missing_and_what_is_too_much_counts() -> None:
    found = scores([(1, 2, "CUE"), (2, 6, "MESSAGE")])
    assert found["cue"] == Score(1, 1, 2)
    assert found["source"] == Score(0, 0, 2)
    assert found["message"] == Score(3, 4, 3)
    assert found["linked"] == Score(3, 4, 5)


def test_a_role_that_nobody_has_counts_nothing() -> None:
    assert scores(SAYING, WARNING)["addressee"] == Score(0, 0, 0)
