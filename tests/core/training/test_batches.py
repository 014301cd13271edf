import random

from hypothesis import given
from hypothesis import strategies as st

from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import IGNORED, Encoded, blank, encode, pad, shuffled_batches
from core.training.germeval import LABELS, Sentence

TOKENIZER = UnigramTokenizer(["<s>", "<pad>", "</s>", "<unk>", "▁", "a", "b"], [0.0] * 7, {})
SENTENCES = st.lists(st.integers(1, 20), min_size=1, max_size=40).map(
    lambda lengths: [Encoded((5,) * n, (0,), (number,)) for number, n in enumerate(lengths)]
)


def test_encode_notes_first_pieces_and_labels() -> None:
    found = encode(Sentence(("ab", "\u200b", "a"), ("B-PER", "O", "I-PER")), TOKENIZER)
    assert found.ids == (4, 5, 6, TOKENIZER.unknown_id, 4, 5)
    assert found.firsts == (0, 3, 4)
    assert [LABELS[i] for i in found.labels] == ["B-PER", "O", "I-PER"]


def test_pad_marks_and_fills() -> None:
    batch = pad([Encoded((4, 5), (0,), (7,)), Encoded((6,), (0,), (8,))])
    assert batch.ids.tolist() == [[0, 4, 5, 2], [0, 6, 2, 1]]
    assert batch.present.tolist() == [[1, 1, 1, 1], [1, 1, 1, 0]]
    assert batch.labels.tolist() == [[IGNORED, 7, IGNORED, IGNORED], [IGNORED, 8, IGNORED, IGNORED]]


@given(SENTENCES, st.integers(1, 7), st.integers())
def test_batches_hold_every_sequence_once(sequences: list[Encoded], size: int, seed: int) -> None:
    batches = list(shuffled_batches(sequences, size, random.Random(seed)))
    assert all(len(batch.ids) <= size for batch in batches)
    labels = [label for batch in batches for label in batch.labels[batch.labels != IGNORED].tolist()]
    assert sorted(labels) == list(range(len(sequences)))


def test_the_same_seed_gives_the_same_order() -> None:
    sequences = [Encoded((5,) * (n % 9 + 1), (0,), (n,)) for n in range(50)]
    first, second = (list(shuffled_batches(sequences, 4, random.Random(3))) for _ in range(2))
    assert [batch.labels.tolist() for batch in first] == [batch.labels.tolist() for batch in second]


def test_words_are_blanked_whole() -> None:
    encoded = encode(Sentence(("ab",) * 200, ("O",) * 200), TOKENIZER)
    blanked = blank(encoded, 0.3, random.Random(1))
    words = [blanked.ids[i : i + 3] for i in range(0, 600, 3)]
    unknown = (TOKENIZER.unknown_id,) * 3
    assert set(words) == {encoded.ids[:3], unknown}
    assert 30 < words.count(unknown) < 90
    assert (blanked.firsts, blanked.labels) == (encoded.firsts, encoded.labels)
    assert blank(encoded, 0.0, random.Random(1)) == encoded
