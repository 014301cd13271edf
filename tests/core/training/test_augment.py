import random

from core.language.encoder.pieces import UnigramTokenizer
from core.training.augment import Augment
from core.training.batches import encode
from core.training.germeval import Sentence

TOKENIZER = UnigramTokenizer(["<s>", "<pad>", "</s>", "<unk>", "▁", "a", "b"], [-1.0] * 7, {})
ONE = Sentence(("Ada", "Lind", "kam", "nach", "Emden"), ("B-PER", "I-PER", "O", "O", "B-LOC"))
OTHER = Sentence(("Varga", "mied", "Bad", "Ems"), ("B-PER", "O", "B-LOC", "I-LOC"))


def augment(swapped: float, blanked: float) -> Augment:
    return Augment([ONE, OTHER], swapped, blanked, TOKENIZER, random.Random(1))


def test_names_are_swapped_for_names_of_their_kind() -> None:
    vary = augment(1.0, 0.0)
    found = {vary.swap(ONE) for _ in range(50)}
    assert found == {
        ONE,
        Sentence(("Varga", "kam", "nach", "Emden"), ("B-PER", "O", "O", "B-LOC")),
        Sentence(
            ("Ada", "Lind", "kam", "nach", "Bad", "Ems"), ("B-PER", "I-PER", "O", "O", "B-LOC", "I-LOC")
        ),
        Sentence(("Varga", "kam", "nach", "Bad", "Ems"), ("B-PER", "O", "O", "B-LOC", "I-LOC")),
    }


def test_all_pieces_of_a_blanked_word_are_unknown() -> None:
    encoded = encode(Sentence(("ab", "a"), ("B-PER", "O")), TOKENIZER)
    blank = augment(0.0, 1.0).blank(encoded)
    assert set(blank.ids) == {TOKENIZER.unknown_id}
    assert (len(blank.ids), blank.firsts, blank.labels) == (len(encoded.ids), encoded.firsts, encoded.labels)


def test_some_words_are_blanked_whole() -> None:
    encoded = encode(Sentence(("ab",) * 200, ("O",) * 200), TOKENIZER)
    ids = augment(0.0, 0.3).blank(encoded).ids
    words = [ids[i : i + 3] for i in range(0, 600, 3)]
    assert set(words) == {encoded.ids[:3], (TOKENIZER.unknown_id,) * 3}
    assert 30 < words.count((TOKENIZER.unknown_id,) * 3) < 90


def test_without_chance_nothing_changes() -> None:
    assert augment(0.0, 0.0)(ONE) == encode(ONE, TOKENIZER)
