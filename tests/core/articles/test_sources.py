"""Reading files, and saying kindly why one cannot be read."""

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles import BlockKind, language
from core.articles.decoding import UndecodableError, decode, normalise
from core.articles.errors import SourceError
from core.articles.language import detect
from core.articles.obtaining import Obtained
from core.articles.sources import read_article
from core.articles.texts import markdown_article, plain_article
from core.locations import ASSETS


def test_every_kind_of_line_break_becomes_a_line_feed_and_nothing_else_changes() -> None:
    assert normalise("\ufeffa\r\nb\rc\x85d\u2028e\u2029f\tg\u00adh") == "a\nb\nc\nd\ne\nf\tg\u00adh"


def test_umlauts_survive_utf8_utf16_and_windows_1252() -> None:
    words = "„Größe“ – schön"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert decode(words.encode(encoding)) == words


def test_a_picture_is_no_text() -> None:
    with pytest.raises(UndecodableError):
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


@given(st.binary(max_size=200))
def test_bytes_give_text_or_one_known_error(data: bytes) -> None:
    with contextlib.suppress(UndecodableError):
        assert "\r" not in decode(data)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "Cannot find"),
        ("empty.txt", b" \n\n", "is empty"),
        ("picture.txt", b"\x00\x01\x02", "does not hold text"),
    ],
)
def test_errors_name_the_source(tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError, match=says) as caught:
        read_article(str(path))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("given_words", [b"https://kurier.example/deich\n", b"  www.kurier.example/deich"])
def test_an_address_on_standard_input_stands_for_its_article(monkeypatch, given_words: bytes) -> None:
    told = b"Der Deich bei Holm wird im Herbst erneuert."
    address = "https://" + given_words.decode().strip().removeprefix("https://")
    held = {"-": Obtained("-", given_words), address: Obtained(address, told, address, "text/plain")}
    monkeypatch.setattr("core.articles.sources.obtain", held.__getitem__)
    article = read_article("-")
    assert (article.source, article.text) == (address, told.decode())


def test_words_with_an_address_on_standard_input_are_a_text(monkeypatch) -> None:
    told = b"Mehr dazu: https://kurier.example/deich"
    monkeypatch.setattr("core.articles.sources.obtain", lambda name: Obtained(name, told))
    assert read_article("-").text == told.decode()


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder"):
        read_article(str(tmp_path))


def test_a_nul_in_a_path_is_refused_kindly() -> None:
    with pytest.raises(SourceError):
        read_article("a\0b")


def test_markdown_shows_what_it_says_without_its_marks() -> None:
    article = markdown_article(
        "---\nauthor: x\n---\n# Titel\n\nEin **fettes** [Wort](http://x).\n\n## Zwei\n\n- eins\n\n![Ein Bild](a.png)\n",
        "a.md",
    )
    assert article.text == "Titel\n\nEin fettes Wort.\n\nZwei\n\neins\n\nEin Bild"
    assert [block.kind for block in article.blocks] == [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.SUBHEADING,
        BlockKind.LIST_ITEM,
        BlockKind.CAPTION,
    ]
    assert article.title == "Titel"


@given(st.text(max_size=200))
def test_any_markdown_gives_blocks_within_its_text(text: str) -> None:
    article = markdown_article(text, "-")
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        end = block.end


def test_the_title_is_the_headline_or_the_opening_words_without_the_dateline() -> None:
    story = "Kiel (dpa) – Der Rat tagte bis in die Nacht, ohne dass sich am Haushalt auch nur eine Zahl geändert hätte."
    assert plain_article(f"Rat ringt\n\n{story}", "-").title == "Rat ringt"
    assert plain_article(story, "-").title.startswith("Der Rat tagte bis in die Nacht")
    assert len(plain_article(story, "-").title) <= 81


def test_the_same_text_has_the_same_key_under_any_name() -> None:
    assert plain_article("Ein Satz.", "a").key == plain_article("Ein Satz.", "b").key
    assert plain_article("Ein Satz.", "a").key != plain_article("Ein Satz!", "a").key


def test_languages_of_the_samples() -> None:
    samples = {"hafenkoenigin.txt": "de", "bruecke.txt": "de", "ferry.md": "en"}
    assert {
        name: detect((ASSETS / "samples" / name).read_text(encoding="utf-8")) for name in samples
    } == samples


def test_plain_german_needs_no_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_classifier", lambda: pytest.fail("the classifier was loaded"))
    text = "Die Fähre ist nach dem Sturm wieder im Hafen, und sie wurde durch einen Schlepper auch vom Kai bewacht."
    assert detect(text) == "de"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "De veerboot is na de storm weer in de haven en werd door een sleepboot bewaakt, zegt het bedrijf.",
            "nl",
        ),
        ("Færgen er efter stormen igen i havnen, og den blev bevogtet af en slæbebåd, siger rederiet.", "da"),
        ("The minister said „Das ist nicht so einfach“ and then left the room without a further word.", "en"),
    ],
)
def test_other_languages_are_not_taken_for_german(text: str, code: str) -> None:
    assert detect(text) == code


def test_a_text_without_words_has_no_language() -> None:
    assert detect("1 + 1 = 2 …") == "und"


@pytest.mark.parametrize(
    "text",
    [
        "\u0623\u0639\u0644\u0646 \u0627\u0644\u0648\u0632\u064a\u0631",
        "\u05e8\u05d0\u05e9 \u05d4\u05e2\u05d9\u05e8 \u05d0\u05de\u05e8\u05d4",
        "\u5e02\u957f\u8bf4\u6e2f\u53e3\u5c06\u5173\u95ed",
        "\u0394\u03ae\u03bc\u03b1\u03c1\u03c7\u03bf\u03c2 \u03cc\u03c7\u03b9",
    ],
    ids=("Arabic", "Hebrew", "Chinese", "Greek"),
)
def test_another_script_is_no_language_that_is_known(text):
    assert detect(text) == "und"
    assert detect(f"{text} {text} {text} dpa") == "und"


def test_a_word_without_end_is_read_at_once() -> None:
    start = time.monotonic()
    plain_article("Am Kai\n\n" + "Donaudampfschifffahrt" * 8_000, "-")
    assert time.monotonic() - start < 5
