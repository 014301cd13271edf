from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.segments import nearest, sentence_at, sentences, words


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_words_keep_hyphens_apostrophes_and_numbers_together() -> None:
    text = "Der Ex-Minister zahlt 1.250,50 Euro, so's Gericht."
    assert [text[a:b] for a, b in words(text)] == [
        "Der",
        "Ex-Minister",
        "zahlt",
        "1.250,50",
        "Euro",
        "so's",
        "Gericht",
    ]


def test_a_dash_between_words_belongs_to_neither() -> None:
    text = "Kiel – Hamburg"
    assert [text[a:b] for a, b in words(text)] == ["Kiel", "Hamburg"]


def test_decomposed_letters_and_soft_hyphens_stay_in_their_word() -> None:
    text = "u\u0308ber Donau\u00addampf"
    assert [text[a:b] for a, b in words(text)] == ["u\u0308ber", "Donau\u00addampf"]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai sprach Dr. Anna Lind mit z. B. Frau St. Clair.",
        "Der 2. Senat tagt im 19. Jahrhundert-Saal.",
        "J. Varga und A. B. Lind kamen um 7.30 Uhr.",
        "Das sind ca. 300 Mio. Euro.",
        "„Geht das?“, fragte sie.",
        "Er kommt bzw. sie geht.",
        "Es entscheidet das Gericht (Az. 4 K 12/24) bis Juni.",
        "Die Gebr. Lind liefern mind. 12 Boote nach Art. 5 des Vertrags.",
    ],
)
def test_a_point_that_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Es war 2024.", "Die Wahl kam."],
        ["Die Zahl stieg auf 12.", "Das reichte nicht."],
        ["„Nein!“", "Er ging."],
        ["Sie schwieg …", "Dann kam er."],
        ["Wer war’s?", "Niemand.", "(Oder doch?)", "Gut."],
        ["Er sagte: „Ich komme.“", "Sie nickte."],
        ["Das ist so seine Art.", "Die Stadt zahlt 2 Mio.", "Der Rat stimmt zu."],
    ],
)
def test_sentences_are_told_apart(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_sentence_goes_on_over_a_wrapped_line() -> None:
    assert split("Der Hafen\nschläft. Die Stadt\nwacht.") == ["Der Hafen\nschläft.", "Die Stadt\nwacht."]


def test_the_sentence_at_an_offset_keeps_within_its_block() -> None:
    text = "Eins hier. Zwei da. Drei."
    assert sentence_at(text, (11, 25), 0) == (11, 19)
    assert sentence_at(text, (0, 25), 13) == (11, 19)


def test_nearest_prefers_the_span_that_holds_the_offset() -> None:
    spans = [(0, 3), (5, 8)]
    assert [nearest(spans, offset) for offset in range(10)] == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1]


@given(st.text(alphabet="aÄ .!?…“„\n3Dr", max_size=60))
def test_sentences_cover_everything_but_white_space_in_order(text: str) -> None:
    spans = sentences(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
