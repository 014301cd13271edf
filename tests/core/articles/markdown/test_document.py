"""The blocks of Markdown texts, with what clipping and note programs write."""

import pytest

from core.articles.texts import markdown_article
from tests.core.articles.files.prose import C, Gold, H, L, P, S, read_blocks

CREDIT = "credit"


@pytest.mark.parametrize(
    ("markdown", "gold"),
    [
        ("Wir ==bleiben== hier, sagte [[Ida Morgen|Morgen]].", [(P, "Wir bleiben hier, sagte Morgen.")]),
        ("a == b und c == d", [(P, "a == b und c == d")]),
        ("Der [[Hafen]] ruht. ![[bild.png]]", [(P, "Der Hafen ruht.")]),
        (
            "Das Tor klemmt.[^1] Niemand weiß warum.[^b]\n\n[^1]: Gespräch im Mai.\n[^b]: Bericht des Amtes.",
            [
                (P, "Das Tor klemmt. Niemand weiß warum."),
                (P, "Gespräch im Mai."),
                (P, "Bericht des Amtes."),
            ],
        ),
        ("| Jahr | Kähne |\n|---|---|\n| 2024 | **37** |", [(L, "Jahr | Kähne"), (L, "2024 | 37")]),
        ("- [ ] Taucher rufen\n- [x] Amt fragen", [(L, "Taucher rufen"), (L, "Amt fragen")]),
        (
            "3. Taucher rufen\n4. Amt fragen\n   - sofort\n\n- Kai\n\n1.\n\nText.",
            [(L, "3. Taucher rufen"), (L, "4. Amt fragen"), (L, "sofort"), (L, "Kai"), (P, "Text.")],
        ),
        ("Der Preis ~~fiel~~ stieg.", [(P, "Der Preis stieg.")]),
        (
            "Der Rat hat lange um das Tor ge-\nkämpft, um Haupt- und Neben-\nkosten in Baden-\nWürttemberg.",
            [(P, "Der Rat hat lange um das Tor gekämpft, um Haupt- und Nebenkosten in Baden-Württemberg.")],
        ),
        ("![Tor](a.jpg) Das Tor im Mai. Foto: Ohlsen", [(C, "Das Tor im Mai."), (CREDIT, "Foto: Ohlsen")]),
        ("![Das Tor im Mai](a.jpg)", [(C, "Das Tor im Mai")]),
        ("Ein Satz.<br>Noch einer. %%unsichtbar%% ^abc-1", [(P, "Ein Satz.\nNoch einer.")]),
        ("<div>Das <b>Tor</b> &amp; der Kai</div>\n<!-- nichts -->", [(P, "Das Tor & der Kai")]),
        (
            "---\ntitle: Das Tor\n---\nText.\n\n## Kosten\n\nMehr.",
            [(H, "Das Tor"), (P, "Text."), (S, "Kosten"), (P, "Mehr.")],
        ),
        ("---\ntitle: Das Tor\n---\n# Das Tor!\n\nText.", [(H, "Das Tor!"), (P, "Text.")]),
        ("---\ntitle: Tor klemmt\n---\n# Hafen in Not\n\nText.", [(H, "Hafen in Not"), (P, "Text.")]),
    ],
)
def test_blocks_of_markdown(markdown: str, gold: Gold) -> None:
    assert read_blocks(markdown_article(markdown, "a.md")) == gold


def test_what_is_stated_is_kept_with_the_article() -> None:
    article = markdown_article(
        "---\ntitle: Das Tor\nauthor: Ida Morgen\n---\n# Hafen in Not\n\nText.", "a.md"
    )
    assert article.title == "Das Tor"
    assert article.publication is not None
    assert article.publication.authors == ("Ida Morgen",)
