"""What Markdown files state about their articles before the text."""

import pytest

from core.articles import Publication
from core.articles.markdown.front_matter import Stated, taken_off

TOR = "https://uferbote.example/tor"
WHO = ("Ida Morgen", "Enno Brandt")


@pytest.mark.parametrize(
    ("opening", "stated"),
    [
        (
            f'---\ntitle: "Das Tor: eine Chronik"\nsource: "{TOR}"\nauthor:\n  - "[[Ida Morgen]]"\n'
            '  - "[[Enno Brandt]]"\n'
            "published: 2025-03-04\ncreated: 2025-03-09\ntags:\n  - clippings\n---\n",
            Stated("Das Tor: eine Chronik", Publication(WHO, "2025-03-04", "", TOR)),
        ),
        (
            f"---\ntitle: Das Tor: eine Chronik\nurl: {TOR}\n"
            "author: Ida Morgen, Enno Brandt\ndate: 2025-03-04T08:00\n---\n",
            Stated("Das Tor: eine Chronik", Publication(WHO, "2025-03-04", "", TOR)),
        ),
        (
            f'+++\ntitle = "Das Tor"\nauthors = ["Ida Morgen"]\ndate = 2025-03-04\ncanonical = "{TOR}"\n+++\n',
            Stated("Das Tor", Publication(("Ida Morgen",), "2025-03-04", "", TOR)),
        ),
        (
            f"# Das Tor\n\n![rw-book-cover]({TOR}/a.png)\n\n## Metadata\n- Author: [[Ida Morgen]]\n"
            "- Full Title: Das Tor\n"
            f"- Category: #articles\n- URL: {TOR}\n\n## Highlights\n",
            Stated("Das Tor", Publication(("Ida Morgen",), "", "", TOR)),
        ),
        ("---\nautor: Ida Morgen und Enno Brandt\n---\n", Stated("", Publication(WHO))),
        ("---\nby: Morgen, Ida; Enno Brandt\n---\n", Stated("", Publication(WHO))),
        (
            "---\nauthor:\n  name: Ida Morgen\ndate: 4. 3. 2025\n---\n",
            Stated("", Publication(WHO[:1], "2025-03-04")),
        ),
        ("---\nsource: Uferbote\n---\n", Stated("", Publication(site="Uferbote"))),
        ("---\ntags: [a, b]\n...\n", Stated()),
        ("---\n---\n", Stated()),
    ],
)
def test_facts_are_taken_and_only_the_text_is_left(opening: str, stated: Stated) -> None:
    rest, found = taken_off(f"{opening}\nDer Text.\n")
    assert found == stated
    assert rest.replace("# Das Tor", "").strip() == "Der Text."


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nEin Strich, ein Text.\n\n---\n\nUnd noch einer.",
        "---\nohne Ende",
        "## Metadata\n- eine Liste\n- ohne Angaben",
        "+++\n",
        "- Author: x\n",
    ],
)
def test_what_only_looks_like_facts_is_text(text: str) -> None:
    assert taken_off(text) == (text, Stated())


def test_a_number_without_end_is_no_reason_to_stop() -> None:
    text = f"+++\ntitle = 'Das Tor'\nsize = {'9' * 5000}\n+++\nText"
    assert taken_off(text)[0].replace("# Das Tor", "").strip() == "Text"


def test_a_bomb_of_aliases_stays_small() -> None:
    bomb = "\n".join(
        f"{chr(97 + n)}: &{chr(97 + n)} [{', '.join(['*' + chr(96 + n)] * 9) or 'x'}]" for n in range(1, 9)
    )
    assert taken_off(f"---\na: &a [x]\n{bomb}\ntitle: *i\n---\nText")[0] == "Text"
