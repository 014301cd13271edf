"""Addresses: as they are typed, sent and kept."""

import pytest

from core.articles.source_names import is_address
from core.articles.web.addresses import AddressError, permanent, tidy, wire_form


@pytest.mark.parametrize(
    ("source", "is_one"),
    [
        ("https://example.org/a", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("ftp://example.org", False),
        ("https.txt", False),
        ("www.example.org", False),
        ("-", False),
    ],
)
def test_an_address_is_told_from_a_path(source: str, is_one: bool) -> None:
    assert is_address(source) is is_one


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        (" https://example.org/a#b ", "https://example.org/a"),
        (
            "https://hafenstraße.example/möwe?q=ä b",
            "https://xn--hafenstrae-e4a.example/m%C3%B6we?q=%C3%A4%20b",
        ),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
    ],
)
def test_an_address_is_sent_in_ascii_without_its_fragment(typed: str, sent: str) -> None:
    assert wire_form(typed) == sent


@pytest.mark.parametrize(
    "typed",
    [
        "https://",
        "https:///a",
        "https://me:secret@example.org/",
        "https://exa mple.org/",
        "https://a:b/",
        "https://[::1/",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(AddressError):
        wire_form(typed)


def test_what_only_tells_where_a_reader_came_from_is_not_kept() -> None:
    assert tidy("https://a.org/b?id=7&utm_source=x&fbclid=y#z") == "https://a.org/b?id=7"
    assert tidy("https://a.org/b?x=1;2&flag") == "https://a.org/b?x=1;2&flag"


@pytest.mark.parametrize(
    ("told", "read_from", "kept"),
    [
        ("https://www.a.org/long", "https://a.org/short", "https://www.a.org/long"),
        ("/long", "https://a.org/short", "https://a.org/long"),
        ("https://a.org/x?utm_medium=y", "https://amp.a.org/x", "https://a.org/x"),
        ("https://a.org/", "https://a.org/x", ""),
        ("https://else.org/x", "https://a.org/x", ""),
        ("javascript:alert(1)", "https://a.org/x", ""),
        ("https://a.org/x", "", "https://a.org/x"),
        ("https://a.org/", "", ""),
        ("https://[", "https://a.org/x", ""),
    ],
)
def test_the_address_a_page_gives_counts_only_where_it_can_be_right(
    told: str, read_from: str, kept: str
) -> None:
    assert permanent(told, read_from) == kept
