import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.encoder.component import LesartEncoder
from core.language.encoder.pieces import LONGEST_WORD, UnigramTokenizer, readable

SPECIALS = ["<s>", "<pad>", "</s>", "<unk>"]


def tokenizer(**scores: float) -> UnigramTokenizer:
    return UnigramTokenizer([*SPECIALS, *scores], [0.0] * 4 + list(scores.values()), {ord("ﬁ"): "fi"})


def cut(words: UnigramTokenizer, word: str) -> list[str]:
    return [words.pieces[i] for i in words.encode(word)]


def test_takes_the_likeliest_segmentation_not_the_greedy_one() -> None:
    words = tokenizer(**{"▁ab": -1.0, "c": -9.0, "▁a": -2.0, "bc": -2.0})
    assert cut(words, "abc") == ["▁a", "bc"]


def test_normalizes_single_characters() -> None:
    assert cut(tokenizer(**{"▁fix": -1.0}), "ﬁx") == ["▁fix"]


def test_unknown_characters_become_the_unknown_piece() -> None:
    words = tokenizer(**{"▁a": -1.0, "▁": -1.0})
    assert words.encode("aж")[-1] == words.unknown_id


def test_specials_are_never_found_in_text() -> None:
    words = tokenizer(**{"▁": -1.0})
    assert set(words.encode("<s>")) <= {4, words.unknown_id}


def test_pieces_and_scores_must_pair() -> None:
    with pytest.raises(ValueError, match="scores"):
        UnigramTokenizer(SPECIALS, [0.0], {})


@pytest.mark.parametrize(
    "word", [" ", "\n", "\t\t", "\x00", "\u200b", "\ufe0f", "▶\ufe0f", "😀", "\u202e", "\u0301", ""]
)
def test_nothing_readable(word: str) -> None:
    assert readable(word) == ""


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("Straße", "Straße"),
        ("„", "„"),
        ("u\u0308ber", "über"),
        ("Ha\u00adfen", "Hafen"),
        ("€", "€"),
        ("▶Hafen", "Hafen"),
    ],
)
def test_what_is_readable(word: str, kept: str) -> None:
    assert readable(word) == kept


@given(st.text())
def test_every_word_has_a_piece(component: LesartEncoder, word: str) -> None:
    words = component.encoder.tokenizer
    ids = words.encode(readable(word))
    assert 1 <= len(ids) <= LONGEST_WORD + 1
    assert all(0 <= i < len(words.pieces) for i in ids)
    assert words.encode(readable(word)) == ids


@given(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ-", min_size=1, max_size=60)
)
def test_pieces_of_german_letters_spell_the_word(component: LesartEncoder, word: str) -> None:
    assert "".join(cut(component.encoder.tokenizer, word)) == "▁" + word


def test_very_long_words_are_cut_off(component: LesartEncoder) -> None:
    assert len(component.encoder.tokenizer.encode("x" * 100_000)) <= LONGEST_WORD + 1
