"""Lines that say who wrote a text or led an interview."""

import pytest

from core.articles.blocks import segment
from core.articles.writer_credits import is_writer_credit


@pytest.mark.parametrize(
    "line",
    [
        "Interview: Lea Sommer",
        "Das Gespräch führten Jon Varga und Ute von Holm.",
        "Die Fragen stellte Lea Sommer.",
        "(Interview: Lea Sommer/dpa)",
        "Protokoll: Lea Sommer, Jon Varga",
        "Aufgezeichnet von Lea Sommer",
        "Interview by Lea Sommer",
        "Words: Lea Sommer and Jon Varga",
    ],
)
def test_who_wrote_it(line):
    assert is_writer_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Interview: Köchin hört auf",
        "Interview: Sommer",
        "Text: Lea Sommer schreibt gern",
        "Die Fragen stellte Lea Sommer zu spät.",
        "Lea Sommer",
        "Interview: " + "Lea Sommer, " * 9 + "Jon Varga",
    ],
)
def test_what_is_more_or_less_than_that(line):
    assert not is_writer_credit(line)


def test_the_paragraph_before_it_is_no_caption():
    text = "Ein Abend am Meer\n\nDer Wind war still, und die Boote lagen fest.\n\nIch gehe nun.\n\nText: Lea Sommer"
    assert [block.kind.value for block in segment(text)] == ["headline", "paragraph", "paragraph", "credit"]
