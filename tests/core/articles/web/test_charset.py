"""Umlauts, whatever server and page say of their encoding."""

import pytest

from core.articles.web.charset import characters, is_page

WORDS = "„Größe“ – schön"


@pytest.mark.parametrize(
    ("encoding", "declared", "meta"),
    [
        ("utf-8", "", ""),
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", "", "windows-1252"),
        ("utf-8-sig", "latin-1", "latin-1"),
        ("utf-16", "", ""),
        ("cp1252", "", ""),
        ("cp1252", "utf-8", "utf-8"),
        ("cp1252", "iso-8859-1", ""),
        ("cp1252", "", "iso-8859-1"),
        ("cp1252", "no-such-encoding", "ISO-8859-1"),
    ],
)
def test_umlauts_survive(encoding: str, declared: str, meta: str) -> None:
    html = f'<html><head><meta http-equiv="content-type" content="text/html; charset={meta}"></head>{WORDS}'
    assert WORDS in characters(html.encode(encoding), declared)


def test_what_the_server_says_counts_before_what_the_page_says() -> None:
    html = '<meta charset="koi8-r">привет'
    assert "привет" in characters(html.encode("cp1251"), "windows-1251")


def test_what_the_page_says_counts_where_the_server_is_silent() -> None:
    assert "Łódź" in characters('<meta charset="iso-8859-2">Łódź'.encode("iso-8859-2"))


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\n  <html lang=de>", True),
        (b"\xef\xbb\xbf<!doctype HTML>", True),
        ("<html>".encode("utf-16"), True),
        (b'<?xml version="1.0"?>\n<!-- x --><html xmlns="y">', True),
        (b"<rss version='2.0'>", False),
        (b"Ein Text \xc3\xbcber <html> und anderes", False),
        (b"<3 schreibt sie", False),
        (b"", False),
    ],
)
def test_a_page_is_told_by_how_it_begins(data: bytes, is_one: bool) -> None:
    assert is_page(data) is is_one
