"""A passage that the reader marked takes along who says it, and where that stood."""

import csv
from io import StringIO

import pytest

from core.analysis import Actor, ActorKind, Analysis, Quote, QuoteType, Speaker
from core.annotations import Anchor, Annotation
from core.annotations.anchoring import place
from core.articles import Article, Block, BlockKind, Publication
from core.exchange import csv_tables, markdown
from core.exchange.reading import Reading

TEXT = "Ada Lind sagte: „Der Kai bleibt offen.“ Der Regen fiel.\n"
ABOUT = Publication(("Jo Berg",), "2026-05-02", "Kap-Bote")


def reading(words: str) -> Reading:
    article = Article(
        "https://kap.example/a", TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT) - 1),), "de", "Kap", ABOUT
    )
    span = TEXT.index("„"), TEXT.index("“") + 1
    quote = Quote("q1", QuoteType.DIRECT, (span,), "r", 0.9, Speaker(((0, 8),), "Ada Lind", "a1"))
    analysis = Analysis("x", (), (Actor("a1", "Ada Lind", ActorKind.PERSON),), (quote,), "de")
    start = TEXT.index(words)
    mark = Annotation.new(Anchor.of(TEXT, start, start + len(words)), ("kai",), "")
    return Reading(article, analysis, place((mark,), TEXT), "2026-05-03T00:00:00+00:00")


def table(written: bytes) -> dict[str, str]:
    (row,) = csv.DictReader(StringIO(written.decode("utf-8-sig")))
    return row


@pytest.mark.parametrize(("words", "speaker"), [("Kai bleibt", "Ada Lind"), ("Regen", "")])
def test_in_tables_and_notes(words: str, speaker: str) -> None:
    row = table(csv_tables.write_annotations([reading(words)]).files[".csv"])
    assert (row["speaker"], row["day"], row["outlet"], row["authors"]) == (
        speaker,
        "2026-05-02",
        "Kap-Bote",
        "Jo Berg",
    )
    note = markdown.write([reading(words)]).files[".md"].decode("utf-8")
    assert (f"> {words}\n>\n> — [[Ada Lind]]\n" in note) is bool(speaker)


def test_a_table_of_quotes_has_day_outlet_and_author() -> None:
    row = table(csv_tables.write_quotes([reading("Kai")]).files[".csv"])
    assert (row["day"], row["outlet"], row["authors"]) == ("2026-05-02", "Kap-Bote", "Jo Berg")
