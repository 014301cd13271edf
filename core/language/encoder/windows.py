"""Divide the tokens of a document into windows short enough for the encoder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from core.language.encoder.pieces import UnigramTokenizer, readable

TOKENS_WITHOUT_SENTENCES = 64


@dataclass(frozen=True)
class Piecewise:
    """A readable token and the ids of its pieces."""

    token: int
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Window:
    """A run of pieces that the encoder reads at once, with `<s>` and `</s>` around them.

    `tokens` are the tokens whose vectors are taken from this window, and `places` the positions of their first pieces.
    """

    ids: tuple[int, ...]
    tokens: tuple[int, ...]
    places: tuple[int, ...]


def sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    """Return (first token, token after the last) of each sentence.

    Without sentence starts from an earlier component, runs of a fixed number of tokens replace them.
    """
    if doc.has_annotation("SENT_START"):
        return [(sentence.start, sentence.end) for sentence in doc.sents]
    step = TOKENS_WITHOUT_SENTENCES
    return [(start, min(start + step, len(doc))) for start in range(0, len(doc), step)]


def readable_tokens(words: Sequence[str], bounds: tuple[int, int]) -> list[tuple[int, str]]:
    """Return the tokens of a sentence that carry language, each with what is readable of it."""
    texts = ((i, readable(words[i])) for i in range(*bounds))
    return [(i, text) for i, text in texts if text]


def plan_windows(doc: Doc, tokenizer: UnigramTokenizer, size: int, overlap: int) -> list[Window]:
    """Lay each sentence out in a window of its own, or in several when it has more than `size` pieces.

    `size` counts the marks around the pieces. The windows of a long sentence share about `overlap` pieces; each
    token in the shared part is taken from the window in which it is farther from the cut. Tokens with nothing
    readable are in no window. Sentences stand alone because the encoder was trained on single sentences.
    """
    words = [token.text for token in doc]
    windows: list[Window] = []
    for bounds in sentence_bounds(doc):
        sentence = [Piecewise(i, tokenizer.encode(text)) for i, text in readable_tokens(words, bounds)]
        windows.extend(_windows(sentence, size - 2, overlap))
    return windows


def _windows(tokens: list[Piecewise], room: int, overlap: int) -> Iterator[Window]:
    if not tokens:
        return
    runs = list(_runs(tokens, room, overlap))
    taken = 0
    for number, (start, end) in enumerate(runs):
        last = number + 1 == len(runs)
        until = end if last else (runs[number + 1][0] + end + 1) // 2
        yield _window(tokens[start:end], range(taken - start, until - start))
        taken = until


def _runs(tokens: list[Piecewise], room: int, overlap: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of runs of at most `room` pieces that share at most `overlap` pieces with the next."""
    start = 0
    while True:
        end, used = start, 0
        while end < len(tokens) and (end == start or used + len(tokens[end].ids) <= room):
            used += len(tokens[end].ids)
            end += 1
        yield start, end
        if end == len(tokens):
            return
        shared, back = 0, end
        while back > start + 1 and shared + len(tokens[back - 1].ids) <= overlap:
            back -= 1
            shared += len(tokens[back].ids)
        start = back


def _window(tokens: Sequence[Piecewise], wanted: range) -> Window:
    ids = [UnigramTokenizer.begin_id]
    places = []
    for token in tokens:
        places.append(len(ids))
        ids.extend(token.ids)
    ids.append(UnigramTokenizer.end_id)
    return Window(tuple(ids), tuple(tokens[i].token for i in wanted), tuple(places[i] for i in wanted))
