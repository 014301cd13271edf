"""The headline that a reader sees, told from kickers, sections, crumbs and what only search engines are to read."""

import pytest

from core.articles import BlockKind
from core.articles.web.page import page_article
from tests.core.articles.web.pages import STORY

TITLE = "Fähre nach Nordeck fällt bis Ostern aus"


def title_of(above: str, stated: str = TITLE) -> str:
    head = f'<meta property="og:title" content="{stated}"><title>{stated} | Seebote</title>'
    html = f"<html lang=de><head>{head}</head><body>{above.replace('TITLE', TITLE)}{STORY}</body></html>"
    return page_article(html.encode(), "page.html").title


@pytest.mark.parametrize(
    "above",
    [
        "<h1>TITLE</h1>",
        "<h1><span>Sturm vor der Küste</span><span>TITLE</span></h1>",
        "<h1><span class=overline>Sturm</span> <span class=sr-only>:</span> <span>TITLE</span></h1>",
        '<h1><span>Sturm</span> <span aria-hidden=true>–</span> <span class="x">TITLE</span></h1>',
        "<h1><small>Verkehr</small> : TITLE</h1>",
        "<nav class=breadcrumb><ol><li><h1>Nordeck: Fähre bis Ostern</h1></li></ol></nav><h2>TITLE</h2>",
        "<h1>Seebote</h1><h2>TITLE</h2>",
    ],
)
def test_the_headline_is_what_the_page_states_without_what_stands_beside_it(above: str) -> None:
    assert title_of(above) == TITLE


def test_a_second_line_is_no_kicker_where_the_page_states_both() -> None:
    both = "Nordeck ohne Fähre: Der Hafen bleibt leer"
    above = (
        "<h1><span>Nordeck ohne Fähre<i>:</i></span> <span class=topline>Der Hafen bleibt leer</span></h1>"
    )
    assert title_of(above, both) == both


def test_the_words_of_a_heading_set_in_two_lines_are_not_run_together() -> None:
    above = "<h1><span>Sturm über Nordeck</span><span>Kein Schiff läuft aus</span></h1>"
    assert title_of(above, "Etwas ganz anderes") == "Sturm über Nordeck Kein Schiff läuft aus"


@pytest.mark.parametrize("again", ["<h2>TITLE</h2>", "<h3>Sturm vor der Küste – TITLE</h3>", "<p>TITLE</p>"])
def test_the_headline_is_told_once(again: str) -> None:
    html = f"<html lang=de><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{STORY}{again}{STORY}"
    article = page_article(html.replace("TITLE", TITLE).encode(), "page.html")
    told = [article.text[block.start : block.end] for block in article.blocks]
    assert sum(TITLE in each for each in told) == 1
    assert article.blocks[0].kind is BlockKind.HEADLINE
