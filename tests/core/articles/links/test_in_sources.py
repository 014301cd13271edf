"""The links of an article, from every kind of source that marks them as such."""

import html
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.articles import Article
from core.articles.files.epub import epub_articles
from core.articles.files.messages import message_article
from core.articles.sources import read_article
from core.articles.texts import markdown_article
from core.articles.web.page import page_article
from core.feeds.entries import article_of, part_of
from core.feeds.parsing import Entry, ParsedFeed
from tests.core.articles.files.books import book, document
from tests.core.articles.files.test_messages import mail
from tests.core.articles.web.pages import SENTENCE, page

AT = "https://kb.example/hafen/kran.html"
STUDY = (
    '<p>Laut <a href="/studie"> der <b>Stu\xaddie</b>\n von Ida Lund</a> '
    "sinken die Gebühren am alten Hafen weiter.</p>"
)
FOUND = [("der Studie von Ida Lund", "https://kb.example/studie")]


def found(article: Article) -> list[tuple[str, str]]:
    return [(article.text[link.start : link.end], link.address) for link in article.links]


def read(body: str, read_from: str = AT, head: str = "") -> Article:
    return page_article(page(body, head).encode(), "page.html", read_from)


def test_a_link_of_a_page_is_kept_with_its_words_and_its_address_in_full() -> None:
    assert found(read(STUDY)) == FOUND


def test_a_page_may_state_what_its_links_are_relative_to() -> None:
    article = read(STUDY, head='<base href="https://amt.example/x/">')
    assert found(article) == [("der Studie von Ida Lund", "https://amt.example/studie")]


def test_of_a_saved_page_its_own_address_counts(tmp_path: Path) -> None:
    saved = tmp_path / "kran.html"
    saved.write_text(f"<!-- saved from url=(0034){AT} -->\n{page(STUDY)}", "utf-8")
    assert found(read_article(str(saved))) == FOUND
    assert found(read(STUDY, "", f'<link rel="canonical" href="{AT}">')) == FOUND
    assert found(read(STUDY, "")) == []


def test_links_that_lead_nowhere_else_or_are_not_in_the_text_are_left_out() -> None:
    body = (
        '<nav><a href="/sport">Sport</a></nav>'
        f'<p>{SENTENCE}<a href="#unten">Weiter unten</a> und <a href="javascript:x()">hier</a> steht es anders.</p>'
        f'<p>{SENTENCE}<a href="/bild"><img src="b.jpg"></a></p>'
        '<aside class="teaser"><a href="/anderes">Etwas ganz anderes ist auch geschehen</a></aside>'
    )
    assert found(read(body)) == []


def test_list_items_rows_and_captions_have_theirs() -> None:
    body = (
        f"<p>{SENTENCE}</p><ul><li>Der <a href='/ostkai'>Ostkai</a> wird im Herbst gesperrt und neu gebaut.</li>"
        "<li>Der Westkai bleibt offen, bis der andere fertig ist.</li></ul>"
        "<figure><img src='k.jpg'><figcaption>Der Kran, <a href='/kran'>ein Denkmal</a>, am Abend. "
        "<span class='credit'>Foto: <a href='/holt'>Mira Holt</a></span></figcaption></figure>"
        f"<table><tr><td><a href='/jahr'>2025</a></td><td>12 Schiffe</td></tr></table><p>{SENTENCE}</p>"
    )
    assert sorted(found(read(body))) == [
        ("2025", "https://kb.example/jahr"),
        ("Mira Holt", "https://kb.example/holt"),
        ("Ostkai", "https://kb.example/ostkai"),
        ("ein Denkmal", "https://kb.example/kran"),
    ]


def test_a_link_around_a_picture_is_none_of_its_caption() -> None:
    figure = "<figure><img src='k.jpg'><figcaption>Der Kran am Abend, als Denkmal.</figcaption></figure>"
    article = read(f"<p>{SENTENCE}</p><a href='/gross.jpg'>{figure}</a><p>{SENTENCE}</p>")
    assert "Der Kran am Abend, als Denkmal." in article.text
    assert found(article) == []


def test_what_is_set_before_a_source_or_around_a_quotation_moves_its_links() -> None:
    body = (
        f"<p>{SENTENCE}</p><blockquote><p>Wir <a href='/x'>gehen nicht</a>, bevor alles getan ist</p>"
        f"<footer><a href='/lund'>Ida Lund</a>, Lotsin</footer></blockquote><p>{SENTENCE}</p>"
    )
    article = read(body)
    assert "„Wir gehen nicht, bevor alles getan ist“" in article.text
    assert "– Ida Lund, Lotsin" in article.text
    assert found(article) == [
        ("gehen nicht", "https://kb.example/x"),
        ("Ida Lund", "https://kb.example/lund"),
    ]


words = st.text("abcäöüßé ,-–\t\n\xa0\xad'„“&", min_size=1, max_size=15)


@given(st.lists(st.tuples(words, st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_a_link_holds_the_words_that_the_page_sets_in_it(parts: list[tuple[str, bool, bool]]) -> None:
    inner, expected = "", dict[str, str]()
    for number, (text, is_link, is_bold) in enumerate(parts):
        marked = f"<b>{html.escape(text)}</b>" if is_bold else html.escape(text)
        inner += f'<a href="/{number}">{marked}</a>' if is_link else marked
        flat = " ".join(text.replace("\xad", "").split())
        if is_link and flat:
            expected[f"https://kb.example/{number}"] = flat
    article = read(f"<p>{SENTENCE}{inner} und {SENTENCE}</p>")
    assert {address: words for words, address in found(article)} == expected
    assert [link.span for link in article.links] == sorted(link.span for link in article.links)


def test_markdown_has_the_links_of_all_its_forms() -> None:
    text = (
        "---\ntitle: Kran\nsource: https://kb.example/hafen/kran.html\n---\n\n# Der Kran\n\n"
        "Laut [der *Studie*\nvon Ida Lund](/studie) und <https://amt.example/x> sind ==[Ge-\nbühren][1]==.\n\n"
        '1. [ ] Der [Ostkai](https://kb.example/ost "Titel") und ~~[fort](https://weg.example)~~ mehr\n\n'
        "| Jahr | Zahl |\n|---|---|\n| [2025](/jahr) | 12 |\n\n"
        '<div>Im <a class="x" href="https://amt.example/y">Amt</a></div>\n\n'
        "Ein <a href='/z'>Wort</a> [mehr](#unten).\n\n[1]: /gebuehr\n"
    )
    assert found(markdown_article(text, "kran.md")) == [
        ("der Studie von Ida Lund", "https://kb.example/studie"),
        ("https://amt.example/x", "https://amt.example/x"),
        ("Gebühren", "https://kb.example/gebuehr"),
        ("Ostkai", "https://kb.example/ost"),
        ("2025", "https://kb.example/jahr"),
        ("Amt", "https://amt.example/y"),
        ("Wort", "https://kb.example/z"),
    ]


plain_words = st.text("abcäöüßé ,\n", min_size=1, max_size=15).filter(lambda text: not text.isspace())


@given(st.lists(st.tuples(plain_words, st.booleans()), min_size=1, max_size=6))
def test_a_link_holds_the_words_that_markdown_sets_in_it(parts: list[tuple[str, bool]]) -> None:
    parts = [(" ".join(text.split()), is_link) for text, is_link in parts]
    inner = " ".join(
        f"[{text}](/{number})" if is_link else text for number, (text, is_link) in enumerate(parts)
    )
    article = markdown_article(f"{SENTENCE}{inner} und {SENTENCE}", AT)
    assert found(article) == [
        (text, f"https://kb.example/{number}") for number, (text, is_link) in enumerate(parts) if is_link
    ]


def test_a_mail_in_html_has_its_links_and_a_chapter_those_that_leave_the_book() -> None:
    message = mail()
    message.set_content("x")
    body = STUDY.replace("/studie", "https://kb.example/studie") + f"<p>{SENTENCE}</p>"
    message.add_alternative(f"<html><body>{body}</body></html>", subtype="html")
    assert found(message_article(bytes(message), "a.eml")) == FOUND
    chapter = document(f'<h1>Das Tor</h1>{body}<p>{SENTENCE}<a href="k2.xhtml">Weiter</a></p>')
    assert found(epub_articles(book({"k1.xhtml": chapter}), "a.epub")[0]) == FOUND


def test_a_row_of_data_in_a_mail_has_its_links() -> None:
    message = mail()
    message.set_content("x")
    row = "<tr><td><a href='https://kb.example/{0}'>Kai <br>{0}</a></td><td>{0} Schiffe</td></tr>"
    body = f"<p>{SENTENCE}</p><table>{row.format(1)}{row.format(2)}</table><p>{SENTENCE}</p>"
    message.add_alternative(f"<html><body>{body}</body></html>", subtype="html")
    article = message_article(bytes(message), "a.eml")
    assert found(article) == [("Kai 1", "https://kb.example/1"), ("Kai 2", "https://kb.example/2")]


FEED = ParsedFeed("Küstenbote", "de", ())


def entry(html: str) -> Entry:
    return Entry("1", AT, "Der Kran", "2026-01-02", (), html)


def test_an_entry_of_a_feed_has_its_links_whole_or_in_part() -> None:
    whole = article_of(entry(STUDY + f"<p>{SENTENCE * 12}</p>"), FEED, "Küstenbote", read_article)
    assert found(whole) == FOUND
    part = part_of(entry(STUDY), FEED, "Küstenbote")
    assert part is not None
    assert [address for _, address in found(part)] == ["https://kb.example/studie"]
