"""What a statement points back to is kept with it, where it says little by itself."""

from dataclasses import replace

import pytest

from core.analysis import Quote, QuoteType
from core.library.index.before import sentence_before
from tests.core.library.conftest import make_article

TEXT = "Der Deich sei brüchig, hieß es. Ada Lind wies das zurück. Sie baue ihn höher als je zuvor, versprach sie.\n"


@pytest.mark.parametrize(
    ("words", "kind", "before"),
    [
        ("wies das zurück", QuoteType.REPORTED, "Der Deich sei brüchig, hieß es."),
        ("Sie baue ihn höher als je zuvor", QuoteType.INDIRECT, ""),
        ("Der Deich sei brüchig", QuoteType.INDIRECT, ""),
    ],
)
def test_only_what_points_back_needs_the_sentence_before(words: str, kind: QuoteType, before: str) -> None:
    start = TEXT.index(words)
    quote = Quote("q1", kind, ((start, start + len(words)),), "r", 0.9)
    assert sentence_before(quote, make_article(TEXT)) == before


def test_it_may_be_the_end_of_the_paragraph_before() -> None:
    text = "Der Deich hält. Das sei sicher.\n\nLind lehnt ab. So endete es.\n"
    article = make_article(text)
    cut = text.index("\n\n")
    first, second = ((0, cut), (cut + 2, len(text) - 1))

    blocks = tuple(replace(article.blocks[0], start=start, end=end) for start, end in (first, second))
    start = text.index("lehnt ab")
    quote = Quote("q1", QuoteType.REPORTED, ((start, start + 8),), "r", 0.9)
    assert sentence_before(quote, replace(article, blocks=blocks)) == "Das sei sicher."
