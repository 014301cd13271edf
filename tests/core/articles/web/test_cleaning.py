"""Elements that mark words within a sentence, written as characters."""

import pytest

from core.articles.web.page import page_article
from tests.core.articles.web.pages import page


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Am <time>3. Mai</time> legt sie ab.", "Am 3. Mai legt sie ab."),
        ("<q>Nie <q>wieder</q> Eis</q>, rief sie.", "„Nie ‚wieder‘ Eis“, rief sie."),
        ("<q>„Nie wieder“</q>, rief sie.", "„Nie wieder“, rief sie."),
        ("Sagte Lind.<sup><a href='#f1'>1</a></sup> Dann ging sie.", "Sagte Lind. Dann ging sie."),
        ("Das sagte Lind<sup>3</sup>.", "Das sagte Lind."),
        ("Es sind 10<sup>6</sup> Liter auf 5 m<sup>2</sup>.", "Es sind 10⁶ Liter auf 5 m²."),
        ("Es roch nach CO<sub>2</sub> im Hafen.", "Es roch nach CO₂ im Hafen."),
        ("Sie kam am 21<sup>st</sup> an Bord.", "Sie kam am 21st an Bord."),
        ("Das <del>alte</del><ins>neue</ins> Schiff kam.", "Das neue Schiff kam."),
        ("<span class=initial>D</span>ie Fähre kam an.", "Die Fähre kam an."),
    ],
)
def test_words_stay_in_their_sentence(html: str, text: str) -> None:
    article = page_article(page(f"<p>{html}</p>").encode(), "page.html")
    assert text in [article.text[block.start : block.end] for block in article.blocks]


def test_a_story_that_a_script_will_show_is_not_taken_for_hidden() -> None:
    html = (
        page("").replace("<article>", "<article><div style='display:none'>").replace("</article>", "</div>")
    )
    hidden = html.replace("</div>", f"<p>{'Noch ein langer Satz von der Küste steht hier. ' * 8}</p></div>")
    assert "von der Küste" in page_article(hidden.encode(), "page.html").text
