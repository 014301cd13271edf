"""Words that one source quotes from another belong to both."""

import pytest

from tests.core.language.bracketed import read


def voices(text: str) -> list[tuple[str, str]]:
    """The words and the speaker of each quotation."""
    doc = read(text)
    return [
        (doc.text[f.start : f.end], " ".join(doc.text[a:b] for a, b in f.speaker)) for f in doc._.findings
    ]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("„Das Boot ist alt“, zitiert die „Kap-Post“ [PER Lind].", "die „Kap-Post“", "Lind"),
        ("„Das Boot ist alt“, zitiert kap-post.de Reeder [PER Jon Berg].", "kap-post.de", "Reeder Jon Berg"),
        (
            "Der Sender zitiert die Ministerin mit den Worten: „Das Boot ist alt.“",
            "Der Sender",
            "die Ministerin",
        ),
        (
            "[PER Lind] wird von der „Kap-Post“ mit den Worten zitiert: „Das Boot ist alt.“",
            "der „Kap-Post“",
            "Lind",
        ),
        (
            "„Das Boot ist alt“, wird [PER Lind] in einem Zeitungsbericht zitiert.",
            "einem Zeitungsbericht",
            "Lind",
        ),
        ("„Das Boot ist alt“, wurde der Lotse von [ORG Kap TV] zitiert.", "Kap TV", "der Lotse"),
    ],
)
def test_who_quotes_and_who_is_quoted(text, source, speaker):
    outer, inner = voices(text)
    assert outer[1] == source
    assert inner[1] == speaker
    assert outer[0].strip("„“") == inner[0]


def test_the_words_of_who_is_quoted_lie_within_and_repeat_nothing():
    outer, inner = read("„Das Boot ist sehr alt“, zitiert die „Kap-Post“ [PER Lind].")._.findings
    assert inner.within == 0
    assert outer.within is inner.repeats is None


@pytest.mark.parametrize(
    "text",
    [
        "„Das Boot ist alt“, zitiert die „Kap-Post“.",
        "„Das Boot ist alt“, zitierte man [PER Lind].",
        "„Das Boot ist alt“, wird [PER Lind] zitiert.",
        "„Das Boot ist alt“, wird [PER Lind] am Montag in [LOC Kiel] zitiert.",
    ],
)
def test_one_source_has_one_quotation(text):
    assert len(voices(text)) == 1


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("„Das ist Unsinn“, zitierte ihn die Agentur Nordpress.", ["die Agentur Nordpress", "ihn"]),
        ("„Das ist Unsinn“, zitierte sie die Agentur Nordpress.", ["sie"]),
        ("Das sei Unsinn, zitierte ihn das Blatt.", ["ihn"]),
        ("„Das ist Unsinn“, zitierte sie ihre Mutter.", ["ihre Mutter"]),
    ],
)
def test_a_pronoun_says_who_is_quoted(sentence, speakers):
    assert [who for _, who in voices(sentence)] == speakers
