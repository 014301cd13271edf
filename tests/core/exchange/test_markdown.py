"""Markdown: read by a Markdown parser and a YAML parser, and added to without losing a word."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import srsly
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from core.annotations import Annotation, place
from core.articles.article import Publication
from core.articles.links.link import Link
from core.exchange.characters import one_line
from core.exchange.errors import UnreadableError
from core.exchange.markdown import TemplateError, escaped, merge, render
from core.exchange.reading import Reading
from core.translation import use_language
from tests.core.exchange.readings import HOSTILE, READING, at, readings

MARKER = re.compile(r"<!-- /?lesart .*?-->")


def front_matter(note: str) -> dict[str, Any]:
    head, _, _ = note.removeprefix("---\n").partition("\n---\n")
    found: dict[str, Any] = srsly.yaml_loads(head)
    return found


def noted(note: str, id: str = "x") -> Reading:
    return replace(READING, annotations=place([Annotation(id, None, ("t",), note)], READING.article.text))


def test_front_matter_quotes_and_notes() -> None:
    note = render(READING)
    assert front_matter(note) == {
        "title": "Rat ringt um Bäder 🏊",
        "source": "https://example.org/baeder?a=1&b=2",
        "read": date(2026, 3, 1),
        "language": "de",
        "tags": ["dossier/bäder", "zitat", "alt"],
    }
    assert "> „Wir bleiben“ … „Und zwar alle.“\n>\n> — [[Jette Claasen]], direct, “sagte”\n" in note
    assert "> bleiben“, sagte Jette\n\nNachfragen:\n\n* wann\n* wo\n\n#zitat\n" in note
    assert "> Das war einmal (no longer in the text)" in note
    assert "- [[Jette Claasen]] (51), Bürgermeisterin" in note


@pytest.mark.parametrize(
    ("source", "address", "found"),
    [
        ("/daten/baeder.txt", "", "baeder.txt"),
        ("/daten/baeder.html", "https://example.org/baeder", "https://example.org/baeder"),
        ("-", "", None),
    ],
)
def test_the_front_matter_names_the_address_else_the_file(
    source: str, address: str, found: str | None
) -> None:
    article = replace(READING.article, source=source, publication=Publication(address=address))
    assert front_matter(render(replace(READING, article=article))).get("source") == found


@given(readings())
def test_front_matter_of_anything_is_yaml(reading: Reading) -> None:
    found = front_matter(render(reading))
    assert found["title"] == one_line(reading.article.title)
    assert found.get("tags", []) == [one_line(tag) for tag in reading.tags]


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)))
def test_escaped_words_read_as_they_are(words: str) -> None:
    """One paragraph without any element in it but text, and that text the words."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escaped(words))
    if not one_line(words):
        assert not tokens
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == one_line(words)


@given(readings())
def test_what_obsidian_adds_is_escaped_too(reading: Reading) -> None:
    for line in render(reading).split("\n"):
        if line.startswith("> ") and not line.startswith("> — "):
            plain = re.sub(r"\\.", "", line)
            assert not re.search(r"\[\[|==|%%|\$|(?<!^)#|<", plain)


@given(readings())
def test_a_second_export_changes_nothing(reading: Reading) -> None:
    note = render(reading)
    again = merge(note, note)
    assert (again.text, again.kept) == (note, 0)


def test_own_words_before_between_and_after_are_kept() -> None:
    note = render(READING)
    own = (
        "Mein Vorwort.\n\n"
        + note.replace("<!-- /lesart -->\n", "<!-- /lesart -->\nmeins dazwischen\n")
        + "Schluss.\n"
    )
    merged = merge(own, render(noted("neu")))
    assert merged.text.startswith("Mein Vorwort.\n\n---\n")
    assert merged.text.count("meins dazwischen") == own.count("meins dazwischen")
    assert merged.text.endswith("Schluss.\n")


def test_what_its_user_changed_within_a_piece_is_kept_and_the_rest_renewed() -> None:
    own = render(noted("alt")).replace("\nalt\n", "\nmein besserer Satz\n")
    merged = merge(own, render(noted("neu")))
    assert "mein besserer Satz" in merged.text
    assert merged.kept == 1
    untouched = merge(render(noted("alt")), render(noted("neu")))
    assert ("\nneu\n" in untouched.text, "\nalt\n" in untouched.text) == (True, False)


def test_a_new_note_goes_behind_the_one_before_it_and_a_lost_one_stays() -> None:
    both = place(
        [Annotation("a", None, ("t",), "erste"), Annotation("b", None, ("t",), "zweite")],
        READING.article.text,
    )
    merged = merge(render(noted("erste", "a")), render(replace(READING, annotations=both)))
    assert merged.text.index("erste") < merged.text.index("zweite") < merged.text.index("## Quotes")
    kept = merge(merged.text, render(noted("erste", "a")))
    assert "zweite" in kept.text


def test_a_quote_that_is_found_no_more_goes_unless_it_was_changed() -> None:
    fewer = replace(READING, analysis=replace(READING.analysis, quotes=READING.analysis.quotes[:1]))
    note = render(READING)
    assert "Der Rat werde" not in merge(note, render(fewer)).text
    own = note.replace("> Der Rat werde", "> Wichtig: Der Rat werde")
    assert "Wichtig: Der Rat werde" in merge(own, render(fewer)).text


def test_another_article_goes_to_the_end_of_the_file() -> None:
    other = replace(READING, article=replace(READING.article, text=READING.article.text + " "))
    merged = merge(render(READING), render(other))
    assert merged.text.startswith(render(READING).rstrip())
    assert merged.text.count("## Quotes") == 2


def test_a_file_of_ones_own_is_added_to() -> None:
    merged = merge("# Mein Tagebuch\n\nHeute.\n", render(READING))
    assert merged.text.startswith("# Mein Tagebuch\n\nHeute.\n\n<!-- lesart ")
    assert "title:" not in merged.text, "front matter belongs to the beginning of a file"


def test_line_breaks_stay_those_of_the_file() -> None:
    own = render(noted("alt")).replace("\n", "\r\n")
    merged = merge(own, render(noted("neu")))
    assert "\n" not in merged.text.replace("\r\n", "")
    assert merged.kept == 0


def test_a_broken_comment_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no end"):
        merge(
            render(READING).replace("<!-- /lesart -->", "", 1).replace("<!-- /lesart -->", ""),
            render(READING),
        )


@given(readings(), st.text("abc <!->/lesart\n", max_size=60))
def test_not_a_word_of_anyones_file_is_lost(reading: Reading, own: str) -> None:
    try:
        merged = merge(own, render(reading)).text
    except UnreadableError:
        return
    assert merged.startswith(own.rstrip("\r\n")) or not own.strip()


@given(readings())
def test_no_note_ends_its_piece_early(reading: Reading) -> None:
    note = render(reading)
    markers = MARKER.findall(note)
    assert [marker.startswith("<!-- /") for marker in markers] == [False, True] * (len(markers) // 2)


def test_a_template_of_ones_own() -> None:
    template = "{{ article.title }}|{% for quote in quotes %}{{ quote.speaker | link }}: {{ quote.text }};{% endfor %}"
    assert render(READING, template).startswith("Rat ringt um Bäder 🏊|[[Jette Claasen]]: „Wir bleiben“")


def test_a_template_escapes_unless_told_otherwise() -> None:
    reading = replace(READING, article=replace(READING.article, title="*laut*"))
    assert render(reading, "{{ article.title }} {{ article.title | raw }}") == r"\*laut\* *laut*"


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("{% for %}", "line 1"),
        ("\n{{ nonsense.x }}", "nonsense"),
        ("{{ article.__class__ }}", "cannot be used"),
        ("{{ 1 / 0 }}", "division"),
        ("{% call piece() %}{% endcall %}", "cannot be used"),
    ],
)
def test_a_template_that_cannot_be_used_is_said_to_be_so(template: str, says: str) -> None:
    with pytest.raises(TemplateError, match=says):
        render(READING, template)


def test_the_note_speaks_the_language_of_the_interface() -> None:
    use_language("de")
    note = render(READING)
    assert "## Zitate\n" in note
    assert "## Beteiligte\n" in note
    assert "wörtlich, „" in note
    assert "## Quotes" not in note


def test_each_address_is_listed_once_with_its_words() -> None:
    links = tuple(
        Link(*at(words), address)
        for words, address in (
            ("Kiel", "https://kiel.example/(a) b"),
            ("Stadt Kiel", "https://kiel.example/(a) b"),
            ("Freibad", "mailto:bad@kiel.example"),
        )
    )
    note = render(replace(READING, article=replace(READING.article, links=links)))
    assert (
        "## Links\n\n- [Stadt Kiel](<https://kiel.example/(a)%20b>)\n- [Freibad](<mailto:bad@kiel.example>)\n"
        in note
    )
    assert "## Links" not in render(READING)
