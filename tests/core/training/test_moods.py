from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import IGNORED
from core.training.grammar import Inventory
from core.training.moods import FILE, mood_target, parse_moods

LABELS = Inventory(("X",), (), (("Case", ("", "Nom")), ("Mood", ("", "Ind", "Sub"))), (), ())


def test_marks_become_moods() -> None:
    (sentence,) = parse_moods(["", "Er [sagte|Ind] , sie [sei|Sub] da ."])
    assert sentence.words == ("Er", "sagte", ",", "sie", "sei", "da", ".")
    assert sentence.moods == ("", "Ind", "", "", "Sub", "", "")


def test_nothing_but_the_mood_is_taught() -> None:
    tokenizer = UnigramTokenizer(["<s>", "<pad>", "</s>", "<unk>", "▁", "a"], [-1.0] * 6, {})
    target = mood_target(parse_moods(["a [a|Sub]"])[0], LABELS, tokenizer)
    assert target.tags == ((IGNORED, IGNORED, IGNORED, 0, IGNORED), (IGNORED, IGNORED, IGNORED, 2, IGNORED))
    assert not target.heads


def test_our_sentences_can_be_read() -> None:
    sentences = parse_moods(FILE.read_text(encoding="utf-8").splitlines())
    assert len(sentences) == 400
    moods = [mood for sentence in sentences for mood in sentence.moods]
    assert {mood for mood in moods if mood} == {"Ind", "Sub", "Imp"}
    assert not any(sign in word for sentence in sentences for word in sentence.words for sign in "[]|")
