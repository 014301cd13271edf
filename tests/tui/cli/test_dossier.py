"""`lesart dossier`: plain text and JSON, and what it says where nobody is called so."""

import json

import pytest

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote, QuoteType, Speaker
from core.articles import Article, Block, BlockKind
from core.library import Library
from core.locations import locations
from tui.cli import main


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LESART_HOME", str(tmp_path))


@pytest.fixture
def library():
    where = locations()
    return Library(where.library, where.cache)


def told(library: Library, name: str, title: str, words: str = "", keep: bool = True) -> None:
    """An article in which somebody comes up, and says something where `words` are given."""
    text = f"{name} trat vor die Tür. „{words or 'Nein'}“ ({title})\n"
    article = Article(f"{title}.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text) - 1),), "de", title)
    span = (text.index("„"), text.index("“") + 1)
    quotes = (Quote("q1", QuoteType.DIRECT, (span,), "r", 0.9, Speaker((), name, "a1")),) if words else ()
    library.open_article(article)
    if keep:
        actor = Actor("a1", name, ActorKind.PERSON, (), ("Ministerin",))
        mentions = (Mention(0, len(name), Label.PER, actor="a1"),)
        library.keep_analysis(article, Analysis("x", mentions, (actor,), quotes, "de"))


def test_statements_stand_below_their_articles(library, capsys):
    told(library, "Ada Lind", "Am Hafen", "Wir bleiben")
    told(library, "Ada Lind", "Im Amt")
    assert main(["dossier", "Ada  Lind"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == ["Ada Lind (person)", "=" * 17, "roles  Ministerin", "in 2 articles, 1 statement"]
    assert lines[5].endswith("  Am Hafen")
    assert lines[6] == "  - direct: „Wir bleiben“"
    assert lines[9] == "    mentioned once, not quoted"


def test_json_is_one_object_with_offsets(library, capsys):
    told(library, "Ada Lind", "Am Hafen", "Wir bleiben")
    assert main(["dossier", "ada lind", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (article,) = found["articles"]
    (statement,) = article["statements"]
    assert (found["name"], found["kind"], found["roles"]) == ("Ada Lind", "person", ["Ministerin"])
    text = library.load_article(article["key"]).text
    assert [text[start:end] for start, end in statement["spans"]] == [statement["text"]]


def test_nobody_by_surname_and_what_to_type_instead(library, capsys):
    told(library, "Ada Lind", "Am Hafen")
    told(library, "Bo Lind", "Im Amt")
    told(library, "Bo Lind", "Im Haus", keep=False)
    assert main(["dossier", "Lind"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "lesart: Nobody in your articles is called “Lind”. Perhaps “Ada Lind” or “Bo Lind”: a dossier needs the name "
        "in full. 1 article is not analysed yet. --analyze reads them.\n"
    )


def test_what_is_not_analysed_is_told_beside(library, capsys):
    told(library, "Ada Lind", "Am Hafen")
    told(library, "Ada Lind", "Im Amt", keep=False)
    assert main(["dossier", "Ada Lind"]) == 0
    assert capsys.readouterr().err == "lesart: 1 article is not analysed yet. --analyze reads them.\n"


def test_articles_are_analysed_when_asked(library, capsys, monkeypatch):
    told(library, "Ada Lind", "Im Amt", keep=False)
    found = Analysis(
        "x", (Mention(0, 8, Label.PER, actor="a1"),), (Actor("a1", "Ada Lind", ActorKind.PERSON),)
    )
    monkeypatch.setattr("core.analyzer.analyze.analyze", lambda article: found)
    assert main(["dossier", "Ada Lind", "--analyze"]) == 0
    assert "in 1 article, 0 statements" in capsys.readouterr().out


def test_no_control_characters_reach_the_terminal(library, capsys):
    told(library, "Ada Lind", "Am \x1b[31mHafen", "Wir \x07bleiben")
    main(["dossier", "Ada Lind"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
