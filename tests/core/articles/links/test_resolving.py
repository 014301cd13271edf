"""Where links lead: to pages and mailboxes in full, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles.links.resolving import is_sound, resolved

PAGE = "https://kb.example/hafen/kran.html"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://amt.example/bericht", "https://amt.example/bericht"),
        (" /bericht?a=1&b=2 ", "https://kb.example/bericht?a=1&b=2"),
        ("deich.html#tor", "https://kb.example/hafen/deich.html#tor"),
        ("//amt.example/x", "https://amt.example/x"),
        ("HTTP://Amt.example/", "HTTP://Amt.example/"),
        ("/ein bericht", "https://kb.example/ein%20bericht"),
        ("/lan\n ge/ad\tresse", "https://kb.example/lan%20ge/adresse"),
        ("mailto:ida@amt.example", "mailto:ida@amt.example"),
        ("https://straße.example/über", "https://straße.example/über"),
    ],
)
def test_an_address_is_given_in_full(target: str, address: str) -> None:
    assert resolved(target, PAGE) == address


@pytest.mark.parametrize(
    "target",
    [
        "",
        "#kommentare",
        "kran.html",
        PAGE + "#kommentare",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "tel:+4912345",
        "mailto:",
        "https://",
        "https://[kaputt",
        "https://a.example:99999/",
        "https://bank.example@dieb.example/",
        "https://dieb.example\\.bank.example/",
        "https://a.example/\x1b[2J",
        "https://a.example/\x9b2J",
        "https://a.example/\u202egnp",
        "https://a.example/\ud800",
        "https://a.example/" + "x" * 4000,
    ],
)
def test_what_cannot_be_followed_leads_nowhere(target: str) -> None:
    assert resolved(target, PAGE) == ""


def test_a_page_whose_address_is_not_known_has_full_addresses_alone() -> None:
    assert resolved("/bericht", "") == ""
    assert resolved("https://amt.example/bericht", "") == "https://amt.example/bericht"


@given(st.text(), st.sampled_from([PAGE, "", "https://[", "mailto:x@y"]))
def test_whatever_is_found_is_sound(target: str, base: str) -> None:
    address = resolved(target, base)
    assert address == "" or is_sound(address)
