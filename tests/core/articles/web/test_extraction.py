"""The article on pages of different kinds: what of them it is, and what is left out."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles import Article, BlockKind
from core.articles.composing import BETWEEN
from core.articles.decoding import decode, normalise
from core.articles.errors import SourceError
from core.articles.feed_signs import feed_to_follow
from core.articles.texts import plain_article
from core.articles.web.charset import characters
from core.articles.web.extraction import TooShortError, extract
from core.articles.web.page import page_article
from tests.core.articles.web.pages import SENTENCE, page, saved
from tui.text import drawable


def read(html: str | bytes, read_from: str = "") -> Article:
    return page_article(html if isinstance(html, bytes) else html.encode(), "page.html", read_from)


def kinds(article: Article) -> list[str]:
    return [block.kind.value for block in article.blocks]


def of_kind(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind is kind]


def test_a_broadsheet_gives_each_stretch_as_what_it_is_in_the_order_of_the_page() -> None:
    article = read(saved("zeitung"))
    assert kinds(article) == [
        "headline",
        "paragraph",
        "credit",
        "caption",
        "credit",
        "paragraph",
        "paragraph",
        "subheading",
        "paragraph",
        *["list item"] * 3,
        "paragraph",
        "subheading",
        "paragraph",
        "paragraph",
        "caption",
        "credit",
        "paragraph",
    ]
    assert article.title == "Fährstreit: Reederei droht mit Abzug"
    assert of_kind(article, BlockKind.CREDIT) == [
        "Von Jette Claasen und Tom Brandt",
        "Foto: Mira Holt/dpa",
        "© Küstenbote/Ole Petersen",
    ]
    assert of_kind(article, BlockKind.LIST_ITEM)[1] == "Der Ostkai soll bis zum Herbst saniert werden."
    opening = article.blocks[5]
    assert article.text[opening.start : opening.dateline] == "Kiel (dpa) – "


@pytest.mark.parametrize("name", ["zeitung", "boulevard", "chronicle", "blog"])
@pytest.mark.parametrize(
    "around",
    [
        "Cookie",
        "Impressum",
        "Politik\n",
        "Sturmflut",
        "Storm closes",
        "Most viewed",
        "Meistgelesen",
        "Newsletter",
        "inbox",
        "Postfach",
        "Seebär",
        "Möwe 77",
        "Fiete",
        "Facebook",
        "Mastodon",
        "Teilen",
        "Merken",
        "Anzeige",
        "Warum der Ostkai",
        "Star-Koch",
        "dataLayer",
        "BLITZplus",
    ],
)
def test_what_stands_around_the_article_is_left_out(name: str, around: str) -> None:
    assert around not in read(saved(name)).text


def test_a_tabloid_page_without_any_semantics() -> None:
    article = read(saved("boulevard"))
    assert article.title == "Hafen-Königin rastet aus!"
    assert of_kind(article, BlockKind.SUBHEADING) == ["Was war passiert?"]
    assert of_kind(article, BlockKind.CREDIT) == ["Foto: Privat", "Von: Rolf Krug"]
    captions = [block for block in article.blocks if block.kind is BlockKind.CAPTION]
    assert [block.repeats for block in captions] == [None, 1, None]


def test_two_line_breaks_within_an_element_part_paragraphs_and_one_does_not() -> None:
    article = read(page(f"<p>{SENTENCE}<br> <br/>Dann kam der Regen.</p><p>Am Kai,<br>im Wind.</p>"))
    assert "Dann kam der Regen." in of_kind(article, BlockKind.PARAGRAPH)
    assert "Am Kai,\nim Wind." in of_kind(article, BlockKind.PARAGRAPH)


def test_standfirst_and_byline_of_an_english_page_are_kept() -> None:
    article = read(saved("chronicle"))
    paragraphs = of_kind(article, BlockKind.PARAGRAPH)
    assert paragraphs[0] == "Council leaders say they will not be “bullied” by the ferry company."
    assert of_kind(article, BlockKind.CREDIT) == ["By Nell Ashworth"]
    assert of_kind(article, BlockKind.LIST_ITEM)[0] == "Fees to return to the level of 2025."


def test_a_blog_keeps_its_table_row_by_row() -> None:
    assert of_kind(read(saved("blog")), BlockKind.LIST_ITEM) == ["Jahr | Kräne", "1987 | 11", "2026 | 2"]


def test_captions_of_teasers_within_the_article_are_left_out() -> None:
    aside = "<aside><figure><figcaption>Ein ganz anderes Bild</figcaption></figure></aside>"
    own = "<figure><figcaption>Das Bild zum Text</figcaption></figure>"
    assert of_kind(read(page(aside + own)), BlockKind.CAPTION) == ["Das Bild zum Text"]


def test_a_heading_that_heads_nothing_any_more_is_left_out() -> None:
    html = page("").replace("</article>", "<h2>Weitere Themen im Ressort</h2></article>")
    assert kinds(read(html)) == ["headline", "paragraph", "paragraph"]


def test_soft_hyphens_and_zero_width_spaces_are_instructions_to_the_browser_and_no_text() -> None:
    article = read(page(f"<p>Der Bundes&shy;hafen&#8203;minister kam. {SENTENCE}</p>"))
    assert "Der Bundeshafenminister kam." in article.text


@pytest.mark.parametrize(
    "odd", ["\x1b[2J", "\x00", "\x07", "\x0c", "&#27;", "&#x9b;", "&#0;", "&#xFFFF;", "&#xD800;", "\ufffe"]
)
def test_what_no_text_holds_costs_a_page_nothing_else(odd: str) -> None:
    article = read(page(f"<p>Der {odd}Hafen. {SENTENCE}</p>"))
    assert kinds(article) == ["headline", "paragraph", "paragraph", "paragraph"]
    assert "Hafen. Die Fähre" in article.text
    assert not set(article.text) & {"\x00", "\x07", "\x0c", "\x1b", "\x9b", "\ufffe", "\uffff"}


@pytest.mark.parametrize(
    ("name", "authors", "published", "site", "address"),
    [
        (
            "zeitung",
            ("Jette Claasen", "Tom Brandt"),
            "2026-03-14",
            "Küstenbote",
            "https://www.kuestenbote.example/politik/faehrstreit-reederei-droht-mit-abzug-4711.html",
        ),
        ("boulevard", ("Rolf Krug",), "2026-02-02", "BLITZ", "https://blitz.example/hafen-koenigin-88"),
        (
            "chronicle",
            ("Nell Ashworth",),
            "2026-03-15",
            "The Chronicle",
            "https://chronicle.example/news/harbour-fees",
        ),
        ("blog", ("Ole Petersen",), "2026-01-09", "", ""),
    ],
)
def test_who_wrote_it_when_and_where(
    name: str, authors: tuple[str, ...], published: str, site: str, address: str
) -> None:
    about = read(saved(name)).publication
    assert about is not None
    assert (about.authors, about.published, about.site, about.address) == (authors, published, site, address)


def test_a_day_that_the_page_does_not_tell_is_not_guessed_from_the_text() -> None:
    about = read(page("<p>Am 3. Mai 2019 war das Wetter schön, am 4. Mai 2019 nicht mehr.</p>")).publication
    assert about is not None
    assert about.published == ""


def test_a_page_says_that_only_its_beginning_is_free() -> None:
    partial = [read(saved(name)).publication for name in ("paywall", "zeitung")]
    assert [about is not None and about.partial for about in partial] == [True, False]


@pytest.mark.parametrize(
    ("declared", "language"),
    [("de", "und"), ("en-US", "und"), ("cs-CZ", "cs"), ("", "und"), ("x-klingon", "und")],
)
def test_a_declared_language_counts_only_where_the_text_itself_cannot_tell(
    declared: str, language: str
) -> None:
    assert read(page("", language=declared)).language == language


def test_what_stands_above_the_headline_in_its_heading_is_no_part_of_it() -> None:
    html = page("").replace("<h1>", '<h1><span class="c-kicker">Hafen</span> ')
    assert read(html).title == "Am Kai"
    assert "Hafen" not in read(html).text


def test_headings_that_extraction_loses_are_put_back_above_their_text() -> None:
    posts = "".join(
        f"<article class=post><h2>Meldung {number}</h2><p>{SENTENCE} Stand {number}.</p></article>"
        for number in range(4)
    )
    html = f"<html><body><main><h1>Am Kai</h1>{posts}<h2>Mehr vom Tage</h2><ul><li>Bäder</li></ul></main></body></html>"
    assert kinds(read(html)) == ["headline", *["subheading", "paragraph"] * 4]


def test_an_author_is_only_who_the_page_calls_one() -> None:
    told = "Mira Holt schreibt seit 2010 über Häfen und Schleusen."
    box = f"<div class=author-box><h3>Über die Autorin</h3><p>{told}</p></div>"
    about = read(page("").replace("</article>", f"{box}</article>")).publication
    assert about is not None
    assert about.authors == ()


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<p>Kurz.</p>", '<div id="app"></div><script>x()</script>']
)
def test_a_page_without_an_article_is_told_from_one(html: str) -> None:
    with pytest.raises(SourceError, match=r"No article found in page\.html"):
        read(html)


def test_a_front_page_of_short_teasers_is_no_article() -> None:
    with pytest.raises(SourceError, match="No article found"):
        read(saved("front"))


def test_a_page_with_a_sentence_only_is_said_to_be_too_short() -> None:
    told = "Der Rat der Stadt hat am Abend den Bau einer neuen Schleuse am alten Kanal beschlossen."
    html = f"<html><body><article><h1>Schleuse kommt</h1><p>{told}</p></article></body></html>"
    with pytest.raises(SourceError, match=r"Too little text for an article in page\.html, 16 words"):
        read(html)


def test_a_page_with_short_paragraphs_is_said_to_be_too_short_too() -> None:
    told = "<p>Die Fähre fährt wieder. „Endlich“, sagte Jette Holm.</p><p>Holm ist seit 2019 im Rat der Insel.</p>"
    html = f"<html><body><nav><a href=/>Start</a></nav><article><h1>Fähre</h1>{told}</article></body></html>"
    with pytest.raises(SourceError, match=r"Too little text for an article in page\.html, 16 words"):
        read(html)


def test_a_page_without_an_article_names_its_feed_which_is_not_followed_for_that() -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="neu.xml"><title>Kurier</title>'
    html = f"<html><head>{head}</head><body><h1>Start</h1><p><a href=a.html>Deich</a></p></body></html>"
    with pytest.raises(SourceError, match=r"names a feed, https://kurier\.example/neu\.xml") as caught:
        page_article(html.encode(), "https://kurier.example/", "https://kurier.example/")
    assert feed_to_follow(caught.value) == ""
    with pytest.raises(SourceError, match=r"No article found in page\.html: it may"):
        read(html)


@pytest.mark.parametrize("name", ["zeitung", "boulevard", "chronicle", "blog", "paywall"])
def test_the_article_saved_as_text_is_the_same_text_again_parted_at_the_same_places(name: str) -> None:
    article = read(saved(name))
    again = plain_article(decode(article.text.encode()), "saved.txt")
    assert again.key == article.key
    ends = {block.end for block in again.blocks}
    assert ends >= {block.end for block in article.blocks}


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    html = page("<p>Ein <b>offenes <i>Zeichen<p>und noch eines").replace("</article></body></html>", "<div")
    assert SENTENCE.strip() in read(html).text


def test_structured_data_nested_without_end_are_passed_over() -> None:
    for depth in (300, 900, 5_000):
        nested = '{"author":' * depth + '"Ada Lind"' + "}" * depth
        assert read(page("", head=f'<script type="application/ld+json">{nested}</script>')).title == "Am Kai"


SCRAPS = [
    "<p>", "</p>", "<div class=caption>", "</div>", "<figure>", "<figcaption>", "<br>", "<br><br>", "<table><tr><td>",
    "<ul><li>", "<h1>", "<h2>", "</h2>", "<article>", "<blockquote>", "<!--", "-->", "<script>", "</script>", "<style>",
    "<![CDATA[", "&amp;", "&#0;", "&#xD800;", "&#27;[31m", "\x1b[2J", "\x07", "\ue000", "\u202e", "\u2028", "\x85",
    SENTENCE, SENTENCE, "Foto: A. Nord", "Von Ada Lind", "<meta charset=utf-7>", '<?xml version="1.0" encoding="x"?>',
    '<script type="application/ld+json">{"@type":["Article"],"isAccessibleForFree":[1]}</script>', "<svg><p>",
    "<a href='",
]  # fmt: skip


def _check(text: str, page: str) -> None:
    try:
        found = extract(page, "https://example.org/a")
    except TooShortError:
        return
    if found is None:
        return
    end = 0
    for number, block in enumerate(found.blocks):
        assert block.start == (end + len(BETWEEN) if number else 0)
        assert block.start < block.end <= len(found.text)
        assert BETWEEN not in found.text[block.start : block.end]
        end = block.end
    assert normalise(found.text) == found.text
    for line in found.text.split("\n"):
        assert drawable(line).isprintable(), text


@given(st.lists(st.sampled_from(SCRAPS), max_size=30))
def test_any_heap_of_tags_gives_blocks_in_order_or_none_and_nothing_that_a_terminal_obeys(
    scraps: list[str],
) -> None:
    html = "".join(scraps)
    _check(html, html)
    _check(html, page(html))


@given(
    st.binary(max_size=400),
    st.sampled_from(["", "utf-8", "latin-1", "utf-16", "hex", "idna", "no such", "\0"]),
)
def test_any_bytes_give_an_article_or_one_known_error(data: bytes, declared: str) -> None:
    for each in (data, page("").encode() + data, data + page("").encode()):
        assert isinstance(characters(each, declared), str)
        with contextlib.suppress(SourceError):
            assert page_article(each, "page.html", "", declared).blocks
