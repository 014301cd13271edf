"""`lesart dossier`: plain text and JSON, and what it says where nobody is called so."""

import json

import pytest

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Part, Quote, QuoteType, Speaker
from core.annotations.corrections.aliases import Alias
from core.articles import Article, Block, BlockKind, Publication
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


def test_statements_stand_in_time_order_with_their_articles(library, capsys):
    told(library, "Ada Lind", "Am Hafen", "Wir bleiben")
    told(library, "Ada Lind", "Im Amt")
    assert main(["dossier", "Ada  Lind"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == ["Ada Lind (person)", "=" * 17, "roles  Ministerin", "in 2 articles, 1 statement"]
    assert lines[6:8] == ["  - direct: „Wir bleiben“", "      Am Hafen · Am Hafen.txt"]
    assert lines[8:] == [
        "  - mentioned once: Ada Lind trat vor die Tür.",
        "      Im Amt · Im Amt.txt",
    ]


@pytest.fixture
def denied(library):
    """An article in which somebody denies something."""
    text = "Ada Lind bestritt, dass der Hafen schließt.\n"
    article = Article("kap.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text) - 1),), "de", "Am Kap")
    speaker, cue = Speaker(((0, 8),), "Ada Lind", "a1"), Part(((9, 17),))
    quotes = (Quote("q1", QuoteType.INDIRECT, ((19, 42),), "r", 0.9, speaker, cue),)
    actor, mentions = Actor("a1", "Ada Lind", ActorKind.PERSON), (Mention(0, 8, Label.PER, actor="a1"),)
    library.open_article(article)
    library.keep_analysis(article, Analysis("x", mentions, (actor,), quotes, "de"))


def test_what_somebody_denied_does_not_read_like_their_words(denied, capsys):
    assert main(["dossier", "Ada Lind"]) == 0
    assert "  - indirect, “bestritt”: dass der Hafen schließt" in capsys.readouterr().out
    assert main(["dossier", "Ada Lind", "--format", "markdown"]) == 0
    assert "**Ada Lind**, “bestritt”: dass der Hafen schließt" in capsys.readouterr().out
    assert main(["dossier", "Ada Lind", "--format", "json"]) == 0
    place = json.loads(capsys.readouterr().out)["entries"][0]["places"][0]
    assert (place["type"], place["cue"]) == ("indirect", "bestritt")
    assert main(["search", "speaker:lind"]) == 0
    assert "Ada Lind, indirect, “bestritt”: dass der Hafen schließt" in capsys.readouterr().out


def test_json_has_each_statement_with_its_places_and_offsets(library, capsys):
    told(library, "Ada Lind", "Am Hafen", "Wir bleiben")
    assert main(["dossier", "Ada Lind", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (person,), (entry,) = found["people"], found["entries"]
    assert (person["name"], person["kind"], person["not_analysed"]) == ("Ada Lind", "person", 0)
    (place,) = entry["places"]
    text = library.load_article(place["key"]).text
    assert [text[start:end] for start, end in place["spans"]] == [place["text"]] == ["„Wir bleiben“"]


LONG = "Wir lassen die Kräne stehen, bis der Vertrag unterschrieben ist"


def test_a_statement_of_several_articles_is_there_once_and_what_differs_is_marked(library, capsys):
    told(library, "Ada Lind", "Am Hafen", LONG)
    told(library, "Ada Lind", "Im Amt", LONG.replace("Vertrag", "Brief"))
    assert main(["dossier", "Lind"]) == 0
    captured = capsys.readouterr()
    assert captured.err == "lesart: “Lind” is taken for Ada Lind, the only one of that name here.\n"
    out = " ".join(captured.out.split())
    assert out.count("direct:") == 1
    assert "also: „Wir lassen die Kräne stehen, bis der *Brief* unterschrieben ist“" in out
    assert "Am Hafen" in out
    assert "Im Amt" in out


def test_two_people_side_by_side_narrowed_and_written_to_a_file(library, capsys, tmp_path):
    told(library, "Ada Lind", "Am Hafen", "Wir bleiben am Kran")
    told(library, "Bo Öz", "Im Amt", "Wir gehen vom Kran")
    told(library, "Bo Öz", "Im Haus", "Das war alles")
    note = tmp_path / "beide.md"
    assert main(["dossier", "Lind", "--and", "Öz", "--contains", "kran", "-o", str(note)]) == 0
    written = note.read_text(encoding="utf-8")
    assert written.startswith("# Ada Lind and Bo Öz\n")
    assert "**Bo Öz**: „Wir gehen vom Kran“" in written
    assert "Das war alles" not in written
    capsys.readouterr()
    assert main(["dossier", "Bo Öz", "-o", str(note)]) == 1
    assert "--force replaces it" in capsys.readouterr().err
    table = tmp_path / "oez.csv"
    assert main(["dossier", "Bo Öz", "-o", str(table)]) == 0
    assert table.read_text(encoding="utf-8-sig").count("„") == 2
    for day in ("morgen", "2026-13", "2026-02-30"):
        with pytest.raises(SystemExit):
            main(["dossier", "Bo Öz", "--since", day])
        assert f"--since: “{day}” is no day; write 2026, 2026-03" in capsys.readouterr().err
    assert main(["dossier", "Bo Öz", "--until", "1999"]) == 1
    assert "Nothing of “Bo Öz” is left" in capsys.readouterr().err


def test_who_is_meant_by_a_surname_of_two_is_asked(library, capsys):
    told(library, "Ada Lind", "Am Hafen")
    told(library, "Bo Lind", "Im Amt")
    assert main(["dossier", "Lind"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "lesart: “Lind” may be “Ada Lind” or “Bo Lind”; give more of the name.\n"
    assert main(["dossier", "Niemand"]) == 1
    assert capsys.readouterr().err == "lesart: Nobody in your articles is called “Niemand”.\n"


def test_nobody_stands_beside_themselves(library, capsys):
    told(library, "Ada Lind", "Am Hafen", "Wir bleiben")
    for one, other in (("Ada Lind", "Ada Lind"), ("Lind", "ada lind")):
        assert main(["dossier", one, "--and", other]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert f"“{one}” and “{other}” are both Ada Lind" in captured.err


def test_a_name_that_is_empty_is_misuse(library, capsys):
    told(library, "Ada Lind", "Am Hafen")
    for words in ([" "], ["Lind", "--and", ""]):
        with pytest.raises(SystemExit) as end:
            main(["dossier", *words])
        assert end.value.code == 2
    assert "NAME is empty" in capsys.readouterr().err


def test_what_an_alias_is_taken_for_is_by_the_alias(library, capsys):
    told(library, "Ada Lind", "Am Hafen")
    library.keep_alias(Alias("Hafenkönigin", "Ada Lind"))
    assert main(["dossier", "Hafenkönigin"]) == 0
    told_so = "“Hafenkönigin” is Ada Lind, by an alias that you confirmed."
    assert capsys.readouterr().err == f"lesart: {told_so}\n"


def test_who_is_not_there_is_not_there_as_what_was_asked_for(library, capsys):
    told(library, "Ada Lind", "Am Hafen")
    assert main(["dossier", "Ada Lind", "--kind", "place"]) == 1
    assert capsys.readouterr().err == "lesart: No place in your articles is called “Ada Lind”.\n"


def test_a_file_is_named_has_a_known_format_and_lies_in_a_folder_that_is_there(library, capsys, tmp_path):
    told(library, "Ada Lind", "Am Hafen", "Wir bleiben")
    with pytest.raises(SystemExit):
        main(["dossier", "Lind", "-o", str(tmp_path / "lind.pdf")])
    assert "“.pdf” says no format; give --format, or a FILE that ends in .md" in capsys.readouterr().err
    assert main(["dossier", "Lind", "-o", str(tmp_path / "neu" / "lind.md")]) == 1
    assert f"There is no folder {tmp_path / 'neu'}; make it first." in capsys.readouterr().err
    assert not (tmp_path / "neu").exists()
    assert main(["dossier", "Lind", "-o", str(tmp_path / "lind.txt")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'lind.txt'}\n"


def test_where_there_is_a_surname_only_that_is_said(library, capsys):
    told(library, "Ada Lind", "Am Hafen")
    told(library, "Lind", "Im Amt")
    assert main(["dossier", "Ada Lind"]) == 0
    assert "1 more article has nothing but the surname" in capsys.readouterr().out
    told(library, "Öz", "Im Haus")
    assert main(["dossier", "Öz"]) == 0
    assert "it may be several people" in capsys.readouterr().err


def test_articles_with_the_name_are_analysed_first_unless_that_is_not_wanted(library, capsys, monkeypatch):
    told(library, "Ada Lind", "Am Hafen")
    told(library, "Ada Lind", "Im Amt", keep=False)
    told(library, "Bo Öz", "Im Haus", keep=False)
    assert main(["dossier", "Ada Lind", "--no-analysis"]) == 0
    assert capsys.readouterr().err == "lesart: 1 article with that name is not analysed yet.\n"
    found = Analysis(
        "x", (Mention(0, 8, Label.PER, actor="a1"),), (Actor("a1", "Ada Lind", ActorKind.PERSON),)
    )
    done = []
    monkeypatch.setattr("core.analyzer.analyze.analyze", lambda article: done.append(article.title) or found)
    assert main(["dossier", "Ada Lind"]) == 0
    assert "in 2 articles, 0 statements" in capsys.readouterr().out
    assert done == ["Im Amt"]


def test_no_control_characters_reach_the_terminal(library, capsys):
    told(library, "Ada Lind", "Am \x1b[31mHafen", "Wir \x07bleiben")
    main(["dossier", "Ada Lind"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out


def test_an_export_names_author_and_address(library, capsys):
    text = "Ada Lind trat vor die Tür. „Wir bleiben“ Das war alles.\n"
    about = Publication(("Jo Berg", "Ida Tal"), "2026-05-02", "Kap-Bote", "https://kap.example/a_1.html")
    article = Article("a.html", text, (Block(BlockKind.PARAGRAPH, 0, len(text) - 1),), "de", "Am Kap", about)
    library.open_article(article)
    told(library, "Ada Lind", "Am Hafen", "Wir bleiben")
    span = text.index("„"), text.index("“") + 1
    quote = Quote("q1", QuoteType.DIRECT, (span,), "r", 0.9, Speaker((), "Ada Lind", "a1"))
    actor = Actor("a1", "Ada Lind", ActorKind.PERSON)
    library.keep_analysis(article, Analysis("x", (), (actor,), (quote,), "de"))
    assert main(["dossier", "Lind", "--format", "markdown"]) == 0
    line = "- Am Kap, Jo Berg, Ida Tal, Kap-Bote, 2026-05-02, <https://kap.example/a_1.html>"
    assert line in capsys.readouterr().out.splitlines()
    assert main(["dossier", "Lind", "--format", "csv"]) == 0
    assert '"Jo Berg; Ida Tal","https://kap.example/a_1.html"' in capsys.readouterr().out
