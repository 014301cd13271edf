import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.language.encoder.pieces import UnigramTokenizer
from core.language.encoder.windows import TOKENS_WITHOUT_SENTENCES, Window, plan_windows, sentence_bounds

NLP = spacy.blank("de")
LETTERS = UnigramTokenizer(["<s>", "<pad>", "</s>", "<unk>", "▁", "a"], [0.0] * 6, {})


def doc(sentences: list[list[str]]) -> Doc:
    words = [word for sentence in sentences for word in sentence]
    starts = [i == 0 for sentence in sentences for i in range(len(sentence))]
    return Doc(NLP.vocab, words=words, sent_starts=starts)


def taken(windows: list[Window]) -> list[int]:
    return [token for window in windows for token in window.tokens]


def test_without_sentences_runs_of_tokens_stand_in() -> None:
    long = Doc(NLP.vocab, words=["a"] * (TOKENS_WITHOUT_SENTENCES + 3))
    assert sentence_bounds(long) == [(0, TOKENS_WITHOUT_SENTENCES), (TOKENS_WITHOUT_SENTENCES, len(long))]


def test_each_sentence_has_a_window() -> None:
    windows = plan_windows(doc([["a", "a"], ["a"], ["aaa"]]), LETTERS, 9, 2)
    assert [window.tokens for window in windows] == [(0, 1), (2,), (3,)]
    assert windows[0].ids == (0, 4, 5, 4, 5, 2)
    assert windows[0].places == (1, 3)


def test_a_long_sentence_is_read_in_overlapping_windows() -> None:
    windows = plan_windows(doc([["a"] * 20]), LETTERS, 14, 4)
    assert taken(windows) == list(range(20))
    assert all(len(window.ids) <= 14 for window in windows)
    assert windows[0].tokens == (0, 1, 2, 3, 4)
    assert windows[1].places[0] == 3


def test_unreadable_tokens_are_in_no_window() -> None:
    assert taken(plan_windows(doc([["a", "\n", "😀", "a"]]), LETTERS, 20, 4)) == [0, 3]
    assert plan_windows(doc([[" "]]), LETTERS, 20, 4) == []
    assert plan_windows(Doc(NLP.vocab), LETTERS, 20, 4) == []


@given(
    st.lists(
        st.lists(st.sampled_from(["a", "aa", "aaaaaaaa", "\n", "ж"]), min_size=1, max_size=30), max_size=8
    ),
    st.integers(12, 40),
    st.integers(0, 8),
)
def test_each_readable_token_is_taken_once_and_in_place(
    sentences: list[list[str]], size: int, overlap: int
) -> None:
    made = doc(sentences)
    windows = plan_windows(made, LETTERS, size, overlap)
    assert taken(windows) == [token.i for token in made if token.text != "\n"]
    for window in windows:
        assert len(window.ids) <= size
        for token, place in zip(window.tokens, window.places, strict=True):
            ids = LETTERS.encode(made[token].text)
            assert window.ids[place : place + len(ids)] == ids
