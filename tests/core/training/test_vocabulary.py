import pytest

from core.language.encoder.pieces import UnigramTokenizer

pytest.importorskip("wordfreq")

from core.training.vocabulary import choose_pieces

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁Hafen", "kran", "▁порт", "ж", "x", "▁", "☃", "▁selten"]


def test_keeps_specials_single_letters_and_latin_pieces_seen_twice() -> None:
    tokenizer = UnigramTokenizer(PIECES, [-1.0] * len(PIECES), {})
    kept = choose_pieces(tokenizer, ["Hafen", "Hafenkran", "kran", "порт", "порт", "selten"])
    assert [PIECES[i] for i in kept] == ["<s>", "<pad>", "</s>", "<unk>", "▁Hafen", "kran", "x", "▁"]
