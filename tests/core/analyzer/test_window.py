"""The part of a long article that is analysed first, and the way back to the whole."""

from core.analysis import Analysis, Label, Mention, Quote, QuoteType
from core.analyzer.window import AFTER, BEFORE, LONG, window
from core.articles.texts import plain_article

PARAGRAPHS = [
    f"Absatz {number}: Am Ufer sprach Ada Lind mit allen, die dort warteten." for number in range(1000)
]
ARTICLE = plain_article("Ein langer Tag\n\n" + "\n\n".join(PARAGRAPHS) + "\n", "lang.txt")


def test_a_short_article_has_no_part() -> None:
    assert window(plain_article("Kurz\n\nEin Satz.\n", "kurz.txt"), 0) is None


def test_the_part_reaches_about_the_place_that_is_read_and_leads_back() -> None:
    assert len(ARTICLE.text) > LONG
    at = ARTICLE.text.index("Absatz 500:")
    part = window(ARTICLE, at)
    assert part is not None
    text = part.article.text
    assert BEFORE + AFTER - 200 < len(text) < BEFORE + AFTER + 400
    assert "Absatz 500:" in text
    assert all(0 <= block.start <= block.end <= len(text) for block in part.article.blocks)
    start = text.index("Ada Lind", text.index("Absatz 500:"))
    end = len(text)
    found = part.carried_back(
        Analysis(
            pipeline="x",
            language="de",
            mentions=(Mention(start, start + 8, Label.PER),),
            quotes=(Quote("q1", QuoteType.DIRECT, ((end - 9, end),), "x", 0.9),),
        )
    )
    mention, quote = found.mentions[0], found.quotes[0]
    assert ARTICLE.text[mention.start : mention.end] == "Ada Lind"
    assert mention.start > at
    (span,) = quote.spans
    assert ARTICLE.text[slice(*span)] == text[-9:]


def test_at_the_end_the_part_is_what_comes_before() -> None:
    part = window(ARTICLE, len(ARTICLE.text) - 1)
    assert part is not None
    assert "Absatz 999:" in part.article.text
