"""The list of links: host first, narrowed by what is typed, begun at what is in sight."""

from core.articles.links.link import Link
from core.articles.texts import plain_article
from tests.tui.keys.shelf import LONG, MAIL, SALE
from tui.model.links import first_from, fitting, rows_of

ROWS = rows_of(LONG)


def test_a_row_says_who_one_comes_to_first() -> None:
    assert [(row.number, row.words, row.host, row.rest) for row in ROWS] == [
        (1, "Verkauf des Hafens", "kap.example", "/verkauf?seite=2#oben"),
        (2, "Union Blau", "blau.example", ""),
        (3, "Amt", "amt@kap.example", ""),
    ]


def test_what_is_read_is_the_page_and_no_place_on_it() -> None:
    assert [row.page for row in ROWS] == ["https://kap.example/verkauf?seite=2", "https://blau.example/", ""]
    assert [row.address for row in ROWS] == [SALE, "https://blau.example/", MAIL]


def test_words_that_are_the_address_are_not_said_twice() -> None:
    text = "Auf www.kap.example/hafen und https://kap.example:8080/Kai/ steht mehr.\n"
    assert [(row.words, row.host, row.rest) for row in rows_of(plain_article(text, "a.txt"))] == [
        ("", "kap.example", "/hafen"),
        ("", "kap.example:8080", "/Kai/"),
    ]


def test_words_that_only_end_like_the_address_are_said() -> None:
    article = plain_article("Mehr im Hafen.\n", "a.txt")
    link = Link(8, 13, "https://kap.example/Hafen")
    (row,) = rows_of(type(article)(article.source, article.text, article.blocks, "de", "", links=(link,)))
    assert row.words == "Hafen"


def test_the_list_begins_at_the_first_link_that_is_not_above() -> None:
    ends = [row.end for row in ROWS]
    assert [first_from(ROWS, at) for at in (0, ends[0] - 1, ends[0], ends[1], ends[2] + 999)] == [
        0,
        0,
        1,
        2,
        2,
    ]
    assert first_from((), 5) == 0


def test_typing_finds_words_addresses_and_the_number_first() -> None:
    many = [*ROWS, *(ROWS[0].__class__(number, 0, f"Pier {number}", "x", "x", "") for number in range(4, 15))]
    assert [row.number for row in fitting("blau", many)] == [2]
    assert [row.number for row in fitting(" Seite=2 ", many)] == [1]
    assert [row.number for row in fitting("1", many)] == [1, 10, 11, 12, 13, 14]
    assert fitting("  ", many) == many
    assert fitting("xyz", many) == []
