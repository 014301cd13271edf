"""The page: whole, escaped, and self-contained, as a parser of HTML sees it."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from lxml import html

from core.annotations import Annotation, place
from core.articles import BlockKind
from core.articles.links.link import Link
from core.exchange.characters import harmless
from core.exchange.html_page import write
from core.exchange.reading import Reading
from core.translation import use_language
from tests.core.exchange.readings import READING, at, readings

BLOCKS = ("h1", "h2", "p", "li")
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "footer", "time"),
    *("section", "div", "h1", "h2", "p", "ul", "ol", "li", "blockquote", "span", "mark", "a", "svg", "path"),
    *("em", "strong", "code", "pre", "hr", "br", "h3", "h4", "h5", "h6"),
}
"""All that the page, and Markdown in its notes, may bring forth."""


def parsed(reading: Reading) -> html.HtmlElement:
    return html.document_fromstring(write((reading,)).files[".html"].decode("utf-8"))


def article_blocks(root: html.HtmlElement) -> list[str]:
    """The words of each block, without the signs behind quotations and marks."""
    (article,) = root.findall(".//article")
    for sign in article.xpath(".//a[@class='number' or @class='sign']"):
        sign.drop_tree()
    for footer in article.findall("footer"):
        footer.drop_tree()
    for unseen in article.xpath("./h1[@class='unseen']"):
        unseen.drop_tree()
    return [element.text_content() for element in article.iter(*BLOCKS)]


def test_what_the_page_holds() -> None:
    root = parsed(READING)
    assert root.findtext(".//title") == "Rat ringt um Bäder 🏊"
    assert root.find(".//article").get("lang") == "de"
    assert [each.text_content() for each in root.iterfind(".//article/h1")] == ["Rat ringt um Bäder 🏊"]
    (claasen,) = root.xpath("//section[@id='actors']//li[.//span[text()='Jette Claasen']]")
    assert "2 mentions, 1 quote" in claasen.text_content()
    first = root.get_element_by_id("said-1")
    assert "„Wir bleiben“ … „Und zwar alle.“" in first.text_content()
    assert "Jette Claasen" in first.text_content()
    notes = root.xpath("//section[@id='notes']//li[@id]")
    assert len(notes) == 4
    assert [item.text for item in notes[1].iterfind(".//ul/li")] == ["wann", "wo"], "notes are Markdown"
    assert "no longer in the text" in notes[3].text_content()


def test_every_number_leads_to_its_entry_and_back() -> None:
    root = parsed(READING)
    targets = {element.get("id") for element in root.iter() if element.get("id")}
    links = [link.get("href") for link in root.iter("a")]
    inner = {link[1:] for link in links if link.startswith("#")}
    assert inner <= targets
    assert {"said-1", "quote-1", "note-2", "mark-2"} <= inner
    assert all(link.text_content().strip() for link in root.iter("a"))


def test_a_repeated_caption_is_shown_once() -> None:
    blocks = READING.article.blocks
    twice = (
        *blocks[:2],
        replace(blocks[2], kind=BlockKind.CAPTION),
        replace(blocks[3], kind=BlockKind.CAPTION, repeats=2),
    )
    root = parsed(replace(READING, article=replace(READING.article, blocks=twice)))
    assert len(root.find_class("caption")) == 1


def test_a_note_runs_nothing_and_fetches_nothing() -> None:
    note = (
        "<script>alert(1)</script> <img src=x onerror=y> ![Bild](http://x/y.png) [hier](javascript:alert(1))"
    )
    root = parsed(
        replace(READING, annotations=place([Annotation("x", None, (), note)], READING.article.text))
    )
    assert not list(root.iter("script", "img"))
    assert "alert(1)</script>" in root.get_element_by_id("note-1").text_content()
    assert not [link for link in root.iter("a") if link.get("href").startswith("javascript")]


def test_an_article_without_a_headline_has_a_title_for_those_who_listen() -> None:
    article = replace(READING.article, blocks=READING.article.blocks[1:2])
    (title,) = parsed(replace(READING, article=article)).iterfind(".//h1")
    assert title.get("class") == "unseen"


@given(readings())
def test_any_reading_is_whole_escaped_and_self_contained(reading: Reading) -> None:
    root = parsed(reading)
    assert {element.tag for element in root.iter() if isinstance(element.tag, str)} <= ELEMENTS
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "style")]
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert set(ids.values()) <= {1}
    links = {link.get("href") for link in root.iter("a")}
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    article = reading.article
    assert article_blocks(root) == [
        harmless(article.text[block.start : block.end]) for block in article.blocks
    ]


def test_the_page_speaks_the_language_of_the_interface() -> None:
    use_language("de")
    root = parsed(READING)
    assert root.get("lang") == "de"
    words = root.text_content()
    for english in (
        "Actors",
        "Quotes",
        "Notes",
        "mentions",
        "Marked by the reader",
        "(no longer in the text)",
    ):
        assert english not in words
    assert "2 Nennungen, 1 Zitat" in words
    assert "Beteiligte" in words


def test_quotes_that_end_together_have_their_numbers_apart_and_in_order() -> None:
    quotes = READING.analysis.quotes
    (start, end) = quotes[0].spans[-1]
    inner = replace(quotes[0], id="inner", spans=((start + 1, end),))
    root = parsed(replace(READING, analysis=replace(READING.analysis, quotes=(inner, *quotes))))
    shown = "".join(each.text_content() for each in root.xpath("//article//a[@class='number']"))
    assert shown.startswith("1, 2")


def test_links_lead_where_they_do_and_hold_nothing_but_words() -> None:
    """No link is in another: the number behind a quotation is one itself."""
    words = "„Wir bleiben“, sagte Jette Claasen (51)"
    article = replace(READING.article, links=(Link(*at(words), "https://kb.example/?a=1&b=2"),))
    (shown,) = parsed(replace(READING, article=article)).findall(".//article")
    links = [link for link in shown.iter("a") if (link.get("href") or "").startswith("https://kb.example/?")]
    assert {link.get("href") for link in links} == {"https://kb.example/?a=1&b=2"}
    assert "".join(link.text_content() for link in links) == words
    assert all(not link.getchildren() for link in links)
