"""What of a page belongs to its article, and what only stands there."""

import pytest

from core.articles import Article, BlockKind, Turn
from core.articles.web.page import page_article
from tests.core.articles.web.pages import SENTENCE

FIRST = f"<p>{SENTENCE}Die Stadt hatte davon am Abend erfahren.</p>"
LAST = f"<p>Am Kai blieb es still. {SENTENCE}</p>"
LEAD = "Seit drei Tagen wartet Nordeck auf ein Schiff. Was die Leute am Kai erzählen, und wer zahlt."


def read(body: str, above: str = "") -> Article:
    html = f"<html lang=de><body><main><article><h1>Am Kai</h1>{above}<div class=text>{body}</div></article></main>"
    return page_article(html.encode(), "page.html")


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    "above",
    [
        f"<p class=teaser-text>{LEAD}</p>",
        f"<div class='entry excerpt'>{LEAD}</div>",
        f"<div class=x1>{LEAD}</div>",
        f"<h2>{LEAD}</h2>",
        f"<header><p class=standfirst>{LEAD}</p></header>",
    ],
)
def test_the_standfirst_is_a_paragraph_wherever_it_stands(above: str) -> None:
    assert ("paragraph", LEAD) in blocks(read(FIRST + LAST, above))


@pytest.mark.parametrize("head", ["", "<h2>Der erste Tag</h2>"])
def test_a_subtitle_below_the_headline_need_not_be_a_sentence(head: str) -> None:
    subtitle = "Eine Reise zu denen, die am Kai warten"
    html = (
        f"<html lang=de><body><article><h1>Am Kai</h1><p>{subtitle}</p>{head}{FIRST}{LAST}</article></body>"
    )
    assert ("paragraph", subtitle) in blocks(page_article(html.encode(), "page.html"))


@pytest.mark.parametrize("label", ["Stand: 14. März 2026, 11.20 Uhr, aktualisiert", "3 Kommentare"])
def test_a_label_below_the_headline_is_no_subtitle(label: str) -> None:
    html = f"<html lang=de><body><article><h1>Am Kai</h1><p>{label}</p>{FIRST}{LAST}</article></body>"
    assert label not in page_article(html.encode(), "page.html").text


@pytest.mark.parametrize(
    "heading",
    [
        "<h3>Was die Fischer sagen</h3>",
        "<p><strong>Was die Fischer sagen</strong></p>",
        "<p><span style='font-weight: bold'>Was die Fischer sagen</span></p>",
        "<p class=article-crosshead>Was die Fischer sagen</p>",
    ],
)
def test_subheadings_by_element_by_class_or_all_in_bold(heading: str) -> None:
    assert ("subheading", "Was die Fischer sagen") in blocks(read(FIRST + heading + LAST))


@pytest.mark.parametrize(
    "extra",
    [
        "<h3>Mehr zum Thema</h3><ul><li><a href=/a>Boote gesucht</a></li><li><a href=/b>Netze leer</a></li></ul>",
        "<p>Lesen Sie auch: <a href=/a>Boote gesucht</a></p>",
        "<p><b><a href=/a>Hier geht es zu allen Fahrplänen der Küste</a></b></p>",
        "<aside><a href=/a><h4>Boote gesucht</h4></a></aside>",
        "<div><a href=/a><h4>Boote gesucht</h4><p>Ein Dorf baut sich jetzt selbst eine neue Fähre.</p></a></div>",
        "<p>Mit unserem Newsletter erfahren Sie jeden Morgen, was an der Küste geschah.</p>",
        "<div><p>Würden Sie für eine Überfahrt mehr bezahlen?</p><button>Ja</button><button>Nein</button></div>",
        "<p>An dieser Stelle steht ein externer Inhalt, der Daten an einen Anbieter schickt.</p>",
        "<p>Diesen Artikel können Sie für wenig Geld kaufen: jetzt den Artikel freischalten.</p>",
        "<div hidden><p>debug: ja, das ist es</p></div>",
        "<p style='display: none'>Nur für Maschinen gedacht ist dieser Satz hier.</p>",
        "<p>Haben Sie einen Fehler gefunden? Bitte melden.</p>",
        "<p>Folge uns auf WhatsApp und abonniere unseren Kanal.</p>",
        "<p>Weiterlesen</p>",
        "<div><h4>Das neue Heft</h4><a href=/a><img src=a.png></a><div><a href=/a>Mai 2026</a></div></div>",
        "<div><p><b>Was Sie zur Wahl wissen sollten</b></p><ul><li>Alle Fragen <a href=/a>zur Wahl</a>.</li>"
        "<li>Mit unserem <a href=/b>Newsletter</a> erfahren Sie jeden Morgen das Neueste.</li></ul></div>",
        "<p>Am Kai. In: Seebote, 3. 5. 2026 (abgerufen am: 4. 5. 2026)</p>",
    ],
)
def test_what_is_none_of_the_article_stays_out(extra: str) -> None:
    assert blocks(read(FIRST + extra + LAST)) == blocks(read(FIRST + LAST))


def test_a_bold_line_between_line_breaks_is_a_subheading() -> None:
    told = (
        "Der Wirt am Hafen schließt jetzt eine Stunde früher, weil am Abend niemand mehr von der Insel kommt."
    )
    said = f"{told}<br>{SENTENCE}<br><b>Was die Fischer sagen</b><br><br>Am Tag darauf kam sie an."
    found = blocks(read(f"{FIRST}{said}{LAST}"))
    assert ("paragraph", told) in found
    assert ("subheading", "Was die Fischer sagen") in found


def test_verses_stay_one_paragraph() -> None:
    verses = "Es fährt ein Schiff,\nes fährt nicht weit,\nes hat ja Zeit."
    assert ("paragraph", verses) in blocks(read(f"{FIRST}<p>{verses.replace(chr(10), '<br>')}</p>{LAST}"))


def test_a_whole_sentence_that_is_a_link_stays_in() -> None:
    said = "Die Fischerin Ada Lind sagte, sie habe so etwas noch nie erlebt."
    assert ("paragraph", said) in blocks(read(f"{FIRST}<p><a href=/a>{said}</a></p>{LAST}"))


def test_lists_and_tables_are_kept_item_by_item() -> None:
    body = "<ul><li>Kohle</li><li>Kies</li></ul><table><tr><td>Kiel</td><td>7 Uhr</td></tr></table>"
    told = blocks(read(FIRST + body + LAST))
    assert [each for kind, each in told if kind == "list item"] == ["Kohle", "Kies", "Kiel | 7 Uhr"]


def test_a_payment_notice_says_that_the_page_goes_on() -> None:
    article = read(f"{FIRST}{LAST}<p>Sie sind schon Abonnent? Hier anmelden und weiterlesen.</p>")
    assert article.publication is not None
    assert article.publication.partial
    assert "Abonnent" not in article.text


def test_a_line_beside_a_picture_is_its_caption_and_a_paragraph_is_not() -> None:
    caption = "Leere Kisten vor dem Schuppen der Genossenschaft"
    picture = f"<div class=bild><img src=a.jpg alt='{caption}'><p class=info-text>{caption}</p></div>"
    told = blocks(read(FIRST + picture + LAST))
    assert ("caption", caption) in told
    assert [kind for kind, _ in told].count("paragraph") == 2


def test_a_quotation_set_apart_names_who_said_it() -> None:
    quote = "<blockquote><p>Wir bleiben, bis das Eis geht.</p><footer>Jon Varga, Lotse</footer></blockquote>"
    told = [each for _, each in blocks(read(FIRST + quote + LAST))]
    at = told.index("„Wir bleiben, bis das Eis geht.“")
    assert told[at + 1] == "– Jon Varga, Lotse"


def test_a_pull_quote_of_what_the_text_says_is_folded_into_it() -> None:
    said = "Das Eis kommt in diesem Jahr früher"
    text = f"<p>„{said}“, sagte Jon Varga. {SENTENCE}</p>"
    told = [each for _, each in blocks(read(f"{FIRST}<div class=pullquote><p>{said}</p></div>{text}"))]
    assert sum(said in each for each in told) == 1


@pytest.mark.parametrize("item", ["li", "section", "div"])
def test_a_live_ticker_keeps_its_entries_with_their_times(item: str) -> None:
    entries = "".join(
        f"<{item}><time>{hour}</time><h3>{head}</h3><p>{SENTENCE}{head} am Kai, hieß es.</p></{item}>"
        for hour, head in (("11.20 Uhr", "Eis gebrochen"), ("10:05", "Schlepper läuft aus"))
    )
    html = f"<html lang=de><body><main><h1>Am Kai</h1><p>{SENTENCE}</p><ol class=ticker>{entries}</ol></main>"
    article = page_article(html.encode(), "page.html")
    heads = [block for block in article.blocks if block.kind is BlockKind.SUBHEADING]
    assert [article.text[each.start : each.end] for each in heads] == [
        "11.20 Uhr Eis gebrochen",
        "10:05 Schlepper läuft aus",
    ]
    assert [each.entry for each in heads] == ["11.20 Uhr", "10:05"]


def test_bold_questions_and_their_answers_are_turns_of_an_interview() -> None:
    turns = "".join(
        f"<p><strong>{ask}</strong></p><p>Auf die Frage „{ask}“ weiß am Kai keiner etwas.</p>"
        for ask in ("Wann kommt das Schiff?", "Wer zahlt dafür?", "Und was sagt die Stadt dazu?")
    )
    article = read(FIRST + turns)
    assert [block.turn for block in article.blocks][2:] == [Turn.QUESTION, Turn.ANSWER] * 3
