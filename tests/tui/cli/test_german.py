"""The command line in German: help, errors, what argparse says; data stay as they are."""

import argparse
import ast
import json
from pathlib import Path

import pytest

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote, QuoteType, Speaker
from core.annotations import Anchor, Annotation
from core.articles.texts import plain_article
from core.library import Library
from core.locations import DEMO, locations
from tests.tui.cli.program import run
from tui.cli import COMMANDS, argparse_messages, main
from tui.config.settings import SETTINGS_FILE, write_settings
from tui.model.head_line import head_words

GERMAN = {"LANG": "de_DE.UTF-8", "LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": ""}


@pytest.fixture
def speaks(monkeypatch):
    """Sets the language of the environment; nothing else of it counts."""

    def speak(**environment):
        for name, value in {**GERMAN, **environment}.items():
            monkeypatch.setenv(name, value)

    return speak


def test_help_is_german_in_a_german_environment(speaks, capsys):
    speaks()
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert said.startswith("Aufruf: lesart [-h]")
    assert "\nOptionen:\n  -h, --help  diese Hilfe zeigen\n" in said
    assert "\nBefehle:\n" in said


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("read", "demo")])
def test_the_help_of_each_command_is_german_throughout(command, speaks, capsys):
    speaks()
    with pytest.raises(SystemExit):
        main([command, "--help"])
    said = capsys.readouterr().out
    english = {"the", "with", "what", "and", "show", "options", "usage"}
    assert english & {word.strip(".,;:()") for word in said.split()} == set()


@pytest.mark.parametrize("environment", [{"LANG": "C"}, {"LANG": "tlh_KX.UTF-8"}, {"LC_ALL": "en_GB.UTF-8"}])
def test_help_is_english_elsewhere(environment, speaks, capsys):
    speaks(**environment)
    with pytest.raises(SystemExit):
        main(["--help"])
    assert capsys.readouterr().out.startswith("usage: lesart [-h]")


def test_the_setting_comes_before_the_environment(speaks, capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    write_settings(tmp_path / "config" / SETTINGS_FILE, {"language": "de"})
    speaks(LC_ALL="C")
    with pytest.raises(SystemExit):
        main(["export", "--format", "nonsense"])
    assert (
        "lesart export: Fehler: Argument --format: 'nonsense' geht nicht (möglich: "
        in capsys.readouterr().err
    )
    write_settings(tmp_path / "config" / SETTINGS_FILE, {"language": "en"})
    speaks()
    assert main(["nowhere.txt"]) == 1
    assert capsys.readouterr().err == "lesart: Cannot find nowhere.txt: check the path.\n"


def test_errors_are_german_also_those_of_child_processes(speaks, capsys, tmp_path):
    speaks()
    assert main(["nowhere.txt"]) == 1
    assert capsys.readouterr().err == "lesart: nowhere.txt nicht gefunden: Pfad prüfen.\n"
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    assert main(["analyze", str(broken)]) == 1
    assert capsys.readouterr().err == f"lesart: {broken} nicht lesbar: Das PDF ist beschädigt.\n"


def test_data_are_the_same_in_every_language(tmp_path, speaks):
    def written(**environment):
        speaks(**environment)
        done = run(tmp_path, "analyze", str(DEMO))
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    english, german = written(LANG="C"), written(LANG="de_DE.UTF-8")
    assert german == english
    assert json.loads(german)["quotes"]


def test_the_sentences_of_argparse_are_those_it_has():
    """Of this version of Python; some are of others."""
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    words = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    assert set(argparse_messages.MESSAGES) - words <= {"invalid choice: %(value)r (choose from %(choices)s)"}


def test_no_english_stands_among_what_is_found(speaks, capsys, tmp_path, monkeypatch):
    speaks()
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    where = locations()
    library = Library(where.library, where.cache)
    article = plain_article("Am Kai\n\nAda Lind kam. Sie verhandelt, hieß es.\n", "-")
    start = article.text.index("Ada")
    library.open_article(article)
    kept = library.save(article, Annotation.new(Anchor.of(article.text, start, start + 8), ("kai",)))
    quote = Quote(
        "q1", QuoteType.REPORTED, ((24, 39),), "r", 0.9, Speaker(((start, start + 8),), "Ada Lind", "a1")
    )
    actors, mentions = (
        (Actor("a1", "Ada Lind", ActorKind.PERSON),),
        (Mention(start, start + 8, Label.PER, actor="a1"),),
    )
    library.keep_analysis(article, Analysis("x", mentions, actors, (quote,), "de"))
    assert main(["search", "#kai"]) == 0
    assert "„Ada Lind“" in (found := capsys.readouterr().out)
    assert "(Standardeingabe)" in found
    library.delete(article, kept.id)
    assert main(["undelete"]) == 0
    assert "„Ada Lind“" in capsys.readouterr().out
    assert main(["dossier", "Ada Lind", "--no-analysis"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Ada Lind (Person)"
    assert any(line.startswith("  - berichtet: ") for line in lines)
    assert head_words(article).startswith("Standardeingabe · ")


def test_what_python_says_is_not_passed_on(speaks, capsys, tmp_path, monkeypatch):
    speaks()
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    file = tmp_path / "x.jsonl"
    for line, said in (
        ("{}", "„text“ fehlt"),
        ('{"text": "a", "blocks": [{"kind": "x", "start": 0, "end": 1}]}', "dort nicht möglich"),
    ):
        file.write_text(f"{line}\n")
        assert main(["import", str(file)]) == 1
        assert said in (told := capsys.readouterr().err)
        assert "Error" not in told
    file.write_bytes(b"\xff\xfe\x00")
    for template, said in (
        (str(tmp_path / "nix"), "Datei oder Ordner fehlt"),
        (str(file), "kein UTF-8-Text"),
    ):
        with pytest.raises(SystemExit):
            main(["export", "--all", "--format", "markdown", "--template", template])
        assert said in (told := capsys.readouterr().err)
        assert "Errno" not in told


def test_a_day_of_corpus_is_one(speaks, capsys):
    speaks()
    with pytest.raises(SystemExit):
        main(["corpus", "people", "--since", "2026-13"])
    assert "--since: „2026-13“ ist kein Tag" in capsys.readouterr().err
