"""PDFs: every paragraph as it was written, whatever way it was set."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from core.articles.errors import SourceError
from core.articles.files.pdf import lines
from core.articles.files.pdf.reading import pdf_articles
from tests.core.articles.files.papers import FOOT, LEFT, RIGHT, TOP, Paper, Setting, columns
from tests.core.articles.files.prose import (
    BUND,
    ENDE,
    GRANIT,
    HEADLINE,
    KAI,
    LOTSE,
    MUEHLE,
    RAT,
    STORY,
    C,
    Gold,
    H,
    L,
    P,
    S,
    paragraphs,
    read_blocks,
)

CREDIT = "credit"
HEAD = [(H, HEADLINE)]


def one_column() -> tuple[Paper, Gold]:
    paper = Paper(Setting(gap=8))
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 20)
    paper.line(LEFT, 80, "Von Ida Morgen", "Times-Italic", 10)
    paper.flow(STORY, columns(1))
    return paper, [*HEAD, (CREDIT, "Von Ida Morgen"), *paragraphs(*STORY)]


def two_columns_with_hyphens() -> tuple[Paper, Gold]:
    paper = Paper(Setting(indent=10, hyphens=True, justified=True))
    paper.line(LEFT, 60, HEADLINE, "Helvetica-Bold", 22)
    paper.flow(STORY, columns(2, foot=330))
    return paper, [*HEAD, *paragraphs(*STORY)]


def three_narrow_columns() -> tuple[Paper, Gold]:
    paper = Paper(Setting(size=9, leading=10.5, indent=8, hyphens=True, justified=True, pieces="words"))
    paper.centred(60, HEADLINE, "Times-Bold", 24)
    paper.flow(STORY, columns(3, foot=330, gutter=11))
    return paper, [*HEAD, *paragraphs(*STORY)]


def running_heads() -> tuple[Paper, Gold]:
    paper = Paper(Setting(gap=6))
    text = STORY * 2
    for page, (start, end) in enumerate(((0, 5), (5, 10), (10, 14)), 12):
        paper.line(LEFT, 40, "Der Uferbote", "Helvetica", 8)
        paper.line(RIGHT - 80, 40, f"{page}. März 2025", "Helvetica", 8)
        if page == 12:
            paper.line(LEFT, 80, HEADLINE, "Times-Bold", 20)
        paper.flow(text[start:end], columns(1))
        paper.centred(805, f"– {page} –", "Helvetica", 8)
        paper.turn()
    return paper, [*HEAD, *paragraphs(*text)]


def over_the_page() -> tuple[Paper, Gold]:
    paper = Paper(Setting(indent=12, hyphens=True))
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 20)
    words = KAI.split()
    paper.flow([RAT, " ".join(words[:12])], columns(1))
    paper.line(RIGHT, 810, "1", "Times-Roman", 9)
    paper.turn()
    paper.flow([" ".join(words[12:]), BUND], columns(1))
    paper.line(RIGHT, 810, "2", "Times-Roman", 9)
    return paper, [*HEAD, *paragraphs(RAT, KAI, BUND)]


def footnotes() -> tuple[Paper, Gold]:
    paper = Paper(Setting(gap=8))
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 20)
    _, y = paper.flow([KAI], columns(1))
    paper.line(LEFT, y + 20, "Die Kammer misst 900 m", size=10)
    paper.line(LEFT + 104, y + 16, "2", size=6)
    paper.line(LEFT + 110, y + 20, "und fasst drei Kähne.", size=10)
    paper.line(LEFT + 198, y + 16, "1", size=6)
    paper.flow([RAT], columns(1, top=y + 28))
    paper.line(LEFT, 735, "1", size=5)
    paper.line(LEFT + 4, 739, "Gespräch mit der Hafenmeisterin am 4. März.", size=8)
    paper.line(LEFT, 751, "2 Nach dem Bericht des Amtes.", size=8)
    return paper, [
        *HEAD,
        *paragraphs(KAI, "Die Kammer misst 900 m² und fasst drei Kähne.", RAT),
        (P, "Gespräch mit der Hafenmeisterin am 4. März."),
        (P, "2 Nach dem Bericht des Amtes."),
    ]


def table_of_data() -> tuple[Paper, Gold]:
    paper = Paper(Setting(gap=8))
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 20)
    _, y = paper.flow([KAI], columns(1))
    rows = [
        ("Jahr", "Kähne", "Euro"),
        ("2022", "398", "71 200"),
        ("2023", "412", "74 900"),
        ("2024", "37", "6 600"),
    ]
    for row in rows:
        y += 16
        for x, cell in zip((LEFT, 200, 330), row, strict=True):
            paper.line(x, y, cell)
    paper.flow([RAT], columns(1, top=y + 14))
    return paper, [*HEAD, (P, KAI), *((L, " | ".join(row)) for row in rows), (P, RAT)]


def pictures_and_subheadings() -> tuple[Paper, Gold]:
    paper = Paper(Setting(indent=10, hyphens=True))
    paper.line(LEFT, 60, HEADLINE, "Helvetica-Bold", 22)
    (left, _, right, _), second = columns(2)
    _, y = paper.flow([KAI, GRANIT], [(left, TOP, right, FOOT)])
    paper.line(left, y + 24, "Was das Amt sagt", "Times-Bold", 10)
    _, y = paper.flow([BUND, MUEHLE], [(left, y + 26, right, FOOT)])
    paper.picture(second[0], TOP, second[2] - second[0], 90)
    paper.line(second[0], TOP + 102, "Das Tor am Morgen, von der Mole gesehen", "Helvetica", 7.5)
    paper.line(second[0], TOP + 112, "Foto: Jan Ohlsen", "Helvetica", 7.5)
    paper.flow([RAT, ENDE], [(second[0], TOP + 122, second[2], FOOT)])
    return paper, [
        *HEAD,
        *paragraphs(KAI, GRANIT),
        (S, "Was das Amt sagt"),
        *paragraphs(BUND, MUEHLE),
        (C, "Das Tor am Morgen, von der Mole gesehen"),
        (CREDIT, "Foto: Jan Ohlsen"),
        *paragraphs(RAT, ENDE),
    ]


def lists() -> tuple[Paper, Gold]:
    paper = Paper(Setting(gap=8))
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 20)
    _, y = paper.flow([KAI], columns(1))
    items = ["480 Euro Liegegeld am Tag", "zwei Schuten voller Granit", "kein einziges Angebot"]
    for item in items:
        y += 14
        paper.line(LEFT + 10, y, "•")
        paper.line(LEFT + 24, y, item)
    _, y = paper.flow([RAT], columns(1, top=y + 8))
    for number in (1, 2):
        y += 14
        paper.line(LEFT, y, f"{number}. Schritt im Plan der Stadt")
    return paper, [
        *HEAD,
        (P, KAI),
        *((L, item) for item in items),
        (P, RAT),
        (L, "1. Schritt im Plan der Stadt"),
        (L, "2. Schritt im Plan der Stadt"),
    ]


def signs_and_columns_of_different_heights() -> tuple[Paper, Gold]:
    paper = Paper(Setting(size=9.5, leading=12, indent=9, pieces="signs"))
    paper.line(LEFT, 60, HEADLINE, "Helvetica-Bold", 18)
    one, two = columns(2)
    paper.flow([KAI, RAT, GRANIT], [one])
    paper.flow([MUEHLE, LOTSE], [replace_top(two, TOP + 5)])
    return paper, [*HEAD, *paragraphs(KAI, RAT, GRANIT, MUEHLE, LOTSE)]


def replace_top(frame: tuple[float, float, float, float], top: float) -> tuple[float, float, float, float]:
    return frame[0], top, frame[2], frame[3]


def a_page_turned() -> tuple[Paper, Gold]:
    paper = Paper(Setting(gap=7), rotation=90)
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 20)
    paper.flow([KAI, RAT, BUND], columns(1))
    return paper, [*HEAD, *paragraphs(KAI, RAT, BUND)]


def standfirst_and_changing_heads() -> tuple[Paper, Gold]:
    paper = Paper(Setting(indent=10, hyphens=True, justified=True))
    lead = (
        "Das Tor klemmt, der Granit liegt auf den Schuten, und die Stadt findet niemanden, der ihn einbaut."
    )
    for page in (1, 2, 3):
        left_page = page % 2 == 0
        paper.line(
            LEFT if left_page else RIGHT - 90,
            40,
            "Wasser und Wege" if left_page else "Lokales",
            "Helvetica",
            9,
        )
        paper.line(RIGHT - 60 if left_page else LEFT, 815, f"Seite {page} von 3", "Helvetica", 8)
        top = TOP
        if page == 1:
            paper.line(LEFT, 80, HEADLINE, "Times-Bold", 21)
            setting = paper.setting
            paper.setting = Setting(font="Times-Bold", size=11.5, leading=14)
            _, y = paper.flow([lead], columns(1, top=90))
            paper.setting = setting
            top = y + 12
        paper.flow({1: [KAI, RAT], 2: [GRANIT, MUEHLE, LOTSE], 3: [BUND, ENDE]}[page], columns(2, top=top))
        paper.turn()
    return paper, [*HEAD, *paragraphs(lead, *STORY)]


PAPERS: list[Callable[[], tuple[Paper, Gold]]] = [
    one_column,
    two_columns_with_hyphens,
    three_narrow_columns,
    running_heads,
    over_the_page,
    footnotes,
    table_of_data,
    pictures_and_subheadings,
    lists,
    signs_and_columns_of_different_heights,
    a_page_turned,
    standfirst_and_changing_heads,
]


@pytest.mark.parametrize("made", PAPERS)
def test_every_paragraph_of_a_pdf(made: Callable[[], tuple[Paper, Gold]]) -> None:
    paper, gold = made()
    [article] = pdf_articles(paper.finished(), "a.pdf")
    assert read_blocks(article) == gold


def test_a_scanned_document_says_so() -> None:
    paper = Paper()
    paper.picture(0, 0, 595, 842)
    with pytest.raises(SourceError, match=r"a\.pdf: its pages are pictures of text \(scanned\)"):
        pdf_articles(paper.finished(), "a.pdf")


def test_scanned_pages_in_a_document_are_told() -> None:
    paper = Paper()
    paper.flow([KAI, RAT], columns(1))
    paper.turn()
    paper.picture(0, 0, 595, 842)
    [article] = pdf_articles(paper.finished(), "a.pdf")
    assert article.notice.startswith("1 of the 2 pages of a.pdf")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF"]
)
def test_a_damaged_document_is_one_sentence(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: the PDF is damaged"):
        pdf_articles(data, "a.pdf")


def test_an_empty_page_is_told() -> None:
    paper = Paper()
    paper.turn()
    with pytest.raises(SourceError, match="hold no text"):
        pdf_articles(paper.finished(), "a.pdf")


def test_both_letters_of_a_ligature_stay_in_their_word() -> None:
    sign = lines._Sign("f", 10, 16, 100, 10, False)
    assert lines._goes_on(sign, replace(sign, letter="i"))


@pytest.mark.parametrize("number", [2, 3])
def test_rivers_in_justified_text_are_no_gutters(number: int) -> None:
    paper = Paper(Setting(size=11, leading=14.3, font="Helvetica", gap=4, justified=True, pieces="words"))
    paper.line(LEFT, 60, HEADLINE, "Helvetica-Bold", 20)
    paper.flow(STORY, columns(number, foot=500))
    [article] = pdf_articles(paper.finished(), "a.pdf")
    assert read_blocks(article) == [*HEAD, *paragraphs(*STORY)]


def test_paragraphs_of_one_line_are_parted_by_their_indent() -> None:
    paper = Paper(Setting(indent=10))
    short = ["Das Tor blieb offen.", "Niemand kam.", "Am Ende fuhr der Taucher wieder nach Hause."]
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 20)
    paper.flow([KAI, *short, RAT], columns(1))
    [article] = pdf_articles(paper.finished(), "a.pdf")
    assert read_blocks(article) == [*HEAD, *paragraphs(KAI, *short, RAT)]


def test_a_day_at_the_beginning_of_a_line_is_no_item_of_a_list() -> None:
    paper = Paper()
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 20)
    for y, words in (
        (100, "Das Tor der Schleuse bleibt nach Angaben der Stadt wenigstens bis zum"),
        (112, "12. Dezember offen. Danach soll ein Taucher noch einmal den Sockel prüfen,"),
        (124, "den das Hochwasser im Mai freigelegt hatte."),
    ):
        paper.line(LEFT, y, words)
    [article] = pdf_articles(paper.finished(), "a.pdf")
    assert len(article.blocks) == 2


@pytest.mark.parametrize("number", [1, 2])
def test_a_large_first_letter_belongs_to_its_word(number: int) -> None:
    paper = Paper(Setting(indent=10))
    paper.line(LEFT, 60, HEADLINE, "Times-Bold", 24)
    first, *others = columns(number)
    paper.line(LEFT, TOP + 24.5, "S", "Times-Roman", 31)
    left, top, right, _ = first
    words = KAI[1:]
    line, rest = paper._broken(words, right - left - 20)
    second, rest = paper._broken(rest, right - left - 20)
    paper.line(left + 20, top + 12.5, line)
    paper.line(left + 20, top + 25, second)
    paper.flow(
        [rest, RAT, GRANIT, MUEHLE, LOTSE], [(left, top + 25, right, 300), *others, (LEFT, 320, RIGHT, 700)]
    )
    [article] = pdf_articles(paper.finished(), "a.pdf")
    assert read_blocks(article) == [*HEAD, *paragraphs(KAI, RAT, GRANIT, MUEHLE, LOTSE)]


def linked(rotation: int = 0) -> Paper:
    """A paragraph of two lines, in which words lead somewhere; one link is broken, and parted, at the end of a line."""
    paper = Paper(rotation=rotation)
    end = LEFT
    for words, address in (
        ("Der Deich, heißt es ", ""),
        ("im Gutachten", "https://rat.example/gutachten"),
        (", sei so brüchig wie nie, schreibt ", ""),
        ("das Amt für Küs-", "https://amt.example/a?b=1&c=2"),
    ):
        if address:
            end = paper.linked(end, 100, words, address)
        else:
            paper.line(end, 100, words)
            end += stringWidth(words, "Times-Roman", 10)
    end = paper.linked(LEFT, 112, "tenschutz", "https://amt.example/a?b=1&c=2")
    paper.line(end, 112, " am Freitag in seinem Bericht, den der Rat nun prüfen will.")
    paper.linked(LEFT, 150, "Nirgends", "javascript:alert(1)")
    return paper


@pytest.mark.parametrize("rotation", [0, 90])
def test_links_stay_on_their_words(rotation):
    (article,) = pdf_articles(linked(rotation).finished(), "deich.pdf")
    found = [(article.text[each.start : each.end], each.address) for each in article.links]
    assert found == [
        ("im Gutachten", "https://rat.example/gutachten"),
        ("das Amt für Küstenschutz", "https://amt.example/a?b=1&c=2"),
    ]
