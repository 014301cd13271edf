"""Text that was encoded twice."""

from pathlib import Path

import pytest

from core.articles.decoding import looks_encoded_twice
from core.articles.sources import read_article

WORDS = "„Über die Brücke fährt heute niemand“, sagte Ida Größl – so läuft es eben."


@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1"])
def test_letters_are_mended_and_it_is_said(tmp_path: Path, taken_for: str) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(WORDS.encode().decode(taken_for).encode())
    article = read_article(str(path))
    assert article.text == WORDS
    assert "brief.txt was encoded twice" in article.notice


@pytest.mark.parametrize("text", [WORDS, "Ein Ã und ein â allein.", "São Tomé, señor, naïve, Ångström"])
def test_text_that_was_encoded_once_stays_as_it_is(text: str) -> None:
    assert not looks_encoded_twice(text.encode())
