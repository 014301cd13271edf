"""Addresses that are written out in a text are links as well."""

import pytest

from core.articles import Article, Block, BlockKind
from core.articles.links.link import Link
from core.articles.texts import plain_article
from core.articles.written_links import links_of, written_out


def found(text: str) -> list[tuple[str, str]]:
    return [(text[link.start : link.end], link.address) for link in written_out(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mehr unter https://amt.example/a,b.html.", "https://amt.example/a,b.html"),
        ("(siehe https://amt.example/kran)", "https://amt.example/kran"),
        ("Siehe https://amt.example/kran_(hafen).", "https://amt.example/kran_(hafen)"),
        ("„https://amt.example/kran“, sagte sie", "https://amt.example/kran"),
        ("<https://amt.example/kran>", "https://amt.example/kran"),
        ("https://amt.example/über?x=1#y!", "https://amt.example/über?x=1#y"),
        ("HTTPS://AMT.EXAMPLE", "HTTPS://AMT.EXAMPLE"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, words: str) -> None:
    assert [each for each, _ in found(text)] == [words]


def test_what_begins_with_www_is_read_as_an_address() -> None:
    assert found("Auf www.amt.example, dort.") == [("www.amt.example", "https://www.amt.example")]


@pytest.mark.parametrize(
    "text",
    ["www. und so", "Awww.so.schoen", "https://", "x@www.amt.example", "ftp://amt.example", "https://[a"],
)
def test_what_is_none_is_none(text: str) -> None:
    assert found(text) == []


def test_links_come_in_the_order_of_the_text_and_none_twice() -> None:
    text = "Auf www.amt.example steht der Bericht von https://kb.example/."
    marked = Link(
        text.index("https"), text.index("https") + len("https://kb.example"), "https://kb.example/a"
    )
    article = Article("a.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), "de", "A", links=(marked,))
    assert links_of(article) == (Link(4, 19, "https://www.amt.example"), marked)


def test_a_caption_that_is_folded_has_no_links_of_its_own() -> None:
    caption = "Der gelbe Kran im alten Hafen, mehr auf https://kb.example/"
    story = "Die Fähre legte am frühen Morgen ab, und niemand am Kai wusste, ob sie wiederkommt."
    article = plain_article(
        f"{story}\n\n{caption}\nFoto: Holt\n\n{story}\n\n{caption}\nFoto: Holt\n", "a.txt"
    )
    assert len(article.repeated) == 1
    assert len(links_of(article)) == 1
