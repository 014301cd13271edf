"""`lesart export` as scripts and shells meet it."""

import json
import os
import sys
from pathlib import Path

import pexpect
import pytest

from core.analysis import QuoteType
from core.annotations import Anchor, Annotation
from core.annotations.corrections import Rename, SetType
from core.annotations.corrections.aliases import Alias
from core.articles.sources import read_article
from core.exchange.plugins import formats
from core.library import Library
from core.locations import ASSETS
from tests.tui.cli.program import run

BRIDGE = str(ASSETS / "samples" / "bruecke.txt")
FERRY = str(ASSETS / "samples" / "ferry.md")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two articles and an annotation, shared by the tests that only read it."""
    home = tmp_path_factory.mktemp("home")
    run(home, "annotate", BRIDGE, "--exact", "Birte Clausen", "--tag", "Amt", "--note", "Nachfragen: *wann*?")
    run(home, "annotate", FERRY, "--tag", "Fähre")
    return home


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "LESART_HOME": str(home), "PYTHONPATH": str(ASSETS.parent)}


def test_help_says_what_each_format_is_for(home: Path) -> None:
    told = run(home, "export", "--help").stdout
    for each in formats().all:
        assert f"  {each.name} " in told
        assert each.purpose in told


def test_one_file_goes_to_standard_output(home: Path) -> None:
    done = run(home, "export", BRIDGE, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["title"] == "Brückensperrung bei Rendsburg verlängert sich"
    assert found["annotations"][0]["note"] == "Nachfragen: *wann*?"
    assert found["language"] == "de"


def test_corrections_and_confirmed_aliases_are_in_what_is_exported(tmp_path: Path) -> None:
    article = read_article(BRIDGE)
    start = article.text.index("Birte Clausen")
    anchor = Anchor.of(article.text, start, start + len("Birte Clausen"))
    library = Library(tmp_path / "library")
    library.save(article, Annotation.new(anchor, correction=Rename("Birte Clausen", "Berta Clausen")))
    library.save(article, Annotation.new(anchor, correction=SetType(QuoteType.REPORTED)))
    library.keep_alias(Alias("Brückenchefin", "Birte Clausen"))
    done = run(tmp_path, "export", BRIDGE, "--format", "jsonl")
    aliases = {actor["name"]: actor["aliases"] for actor in json.loads(done.stdout)["actors"]}
    assert "Brückenchefin" in aliases["Berta Clausen"]
    assert "Birte Clausen" not in aliases
    (remark,) = done.stderr.splitlines()
    assert remark.startswith(
        "lesart: A correction in “Brückensperrung bei Rendsburg verlängert sich” is left out: "
    )


def test_the_library_is_listed_and_exported_by_id(home: Path) -> None:
    ids = [line.split()[0] for line in run(home, "export", "--list").stdout.splitlines()]
    assert len(ids) == 2
    done = run(home, "export", *ids, "--format", "bibtex")
    assert done.stdout.count("@misc{") == 2
    assert run(home, "export", "--all", "--format", "bibtex").stdout == done.stdout


def test_articles_that_were_never_opened_are_listed_with_their_day(tmp_path: Path) -> None:
    page = Path("tests/data/pages/zeitung.html").absolute()
    assert run(tmp_path, "add", str(page)).returncode == 0
    (line,) = run(tmp_path, "export", "--list").stdout.splitlines()
    assert line[12:26] == "  2026-03-14  "
    done = run(tmp_path)
    (line,) = done.stdout.splitlines()
    assert line.startswith("–" + " " * 9 + "  new    2026-03-14      0  ")
    (heading,) = done.stderr.splitlines()
    assert [heading.index(word) for word in ("opened", "state", "published", "title")] == [0, 12, 19, 38]


def test_a_table_has_the_mark_of_its_encoding_in_a_file_but_not_in_a_pipe(home: Path, tmp_path: Path) -> None:
    arguments = ["export", "--all", "--format", "csv-annotations"]
    assert run(home, *arguments).stdout.startswith('"article"')
    file = tmp_path / "tabelle.csv"
    assert run(home, *arguments, "--out", str(file)).returncode == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_empty_library_says_so_where_it_is_listed(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Nothing here yet: lesart add takes in files and addresses" in done.stderr


def test_every_format_of_every_article_into_a_folder(home: Path, tmp_path: Path) -> None:
    written: set[str] = set()
    for each in formats().all:
        done = run(home, "export", "--all", "--format", each.name, "-o", f"{tmp_path / each.name}/")
        assert done.returncode == 0, done.stderr
        written.update(done.stdout.splitlines())
    for each in formats().all:
        names = sorted(path.name for path in (tmp_path / each.name).iterdir())
        for suffix in each.suffixes:
            found = [name for name in names if name.endswith(suffix)]
            assert len(found) == (1 if each.together or not suffix.startswith(".") else 2), (each.name, names)
    assert written == {str(path) for path in tmp_path.glob("*/*")}


def test_nothing_is_replaced_without_leave(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.bib"
    target.write_text("meins")
    words = ("export", "--all", "--format", "bibtex", "-o", str(target))
    done = run(home, *words)
    assert done.returncode == 1
    assert (
        done.stderr
        == f"lesart: Nothing written: {target} is there already; --force replaces what is there.\n"
    )
    assert target.read_text() == "meins"
    assert run(home, *words, "--force").returncode == 0
    assert target.read_text().count("@misc{") == 2
    assert run(home, *words).returncode == 0, "what holds the same already needs no leave"


@pytest.mark.parametrize(("answer", "replaced"), [("y", True), ("", False), ("n", False)])
def test_at_a_terminal_it_asks(home: Path, tmp_path: Path, answer: str, replaced: bool) -> None:
    target = tmp_path / "b.bib"
    target.write_text("meins")
    words = ["-P", "-m", "tui.cli", "export", "--all", "--format", "bibtex", "-o", str(target)]
    child = pexpect.spawn(sys.executable, words, env=environment(home), encoding="utf-8", timeout=60)
    child.expect(r"is there already\. Replace\? \[y/N\] ")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert (target.read_text() != "meins") is replaced
    assert child.exitstatus == (0 if replaced else 1)


def test_a_note_is_added_to_and_what_was_written_there_stays(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    words = ("export", BRIDGE, "--format", "markdown", "-o", str(target))
    assert run(home, *words).returncode == 0
    own = target.read_text() + "\nMein Gedanke dazu.\n"
    target.write_text(own)
    assert run(home, *words).returncode == 0
    assert target.read_text() == own
    changed = own.replace("Nachfragen", "Erledigt")
    target.write_text(changed)
    done = run(home, *words)
    assert done.stderr == "lesart: 1 place that you had changed stayed as it is.\n"
    assert target.read_text() == changed


def test_a_template_of_ones_own(home: Path, tmp_path: Path) -> None:
    template = tmp_path / "t.jinja"
    template.write_text("{{ article.title }}: {{ notes[0].hashtags | raw }}\n")
    words = ("export", BRIDGE, "--format", "markdown", "--template", str(template))
    assert run(home, *words).stdout == "Brückensperrung bei Rendsburg verlängert sich: #Amt\n"
    template.write_text("{{ nothing }}")
    done = run(home, *words)
    assert done.returncode == 1
    assert done.stderr == "lesart: The template cannot be used: 'nothing' is undefined\n"
    assert "{{ article.title }}" in run(home, "export", "--print-template").stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((BRIDGE,), "--format is missing"),
        (("--format", "tei"), "give a SOURCE or an ID, or --all"),
        ((BRIDGE, "--all", "--format", "tei"), "give a SOURCE or an ID, or --all"),
        ((BRIDGE, "--format", "pdf"), "invalid choice"),
        ((BRIDGE, "--format", "tei", "--template", "x"), "--template goes with --format markdown"),
        ((BRIDGE, "--format", "tei", "--separator", "tab"), "--separator goes with CSV"),
        ((BRIDGE, "--format", "markdown", "--template", "/nowhere"), "cannot read the template"),
    ],
)
def test_misuse_is_told(home: Path, words: tuple[str, ...], says: str) -> None:
    done = run(home, "export", *words)
    assert done.returncode == 2
    assert says in done.stderr


def test_several_files_need_a_folder(home: Path) -> None:
    done = run(home, "export", BRIDGE, "--format", "brat")
    assert done.returncode == 2
    assert "give a folder with -o" in done.stderr


def test_the_rest_goes_on_where_one_cannot_be_read(home: Path) -> None:
    done = run(home, "export", "nowhere.txt", "abcdef123", BRIDGE, "--format", "ris")
    assert done.returncode == 1
    assert done.stdout.startswith("TY  - NEWS")
    assert done.stderr.splitlines() == [
        "lesart: Cannot find nowhere.txt: check the path.",
        "lesart: No article in the library has the id abcdef123: see lesart export --list.",
    ]


def test_an_empty_library_is_said_to_be_empty(tmp_path: Path) -> None:
    done = run(tmp_path, "export", "--all", "--format", "jsonl")
    assert done.returncode == 1
    assert done.stderr == "lesart: The library holds no article yet; give a SOURCE.\n"


def test_a_folder_that_cannot_be_written_is_named(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run(home, "export", BRIDGE, "--format", "ris", "-o", f"{tmp_path}/file/deep/x.ris")
    assert done.returncode == 1
    assert done.stderr == f"lesart: Cannot write {tmp_path}/file/deep/x.ris: Not a directory.\n"


def test_a_source_is_not_filed_by_exporting_it(tmp_path: Path) -> None:
    assert run(tmp_path, "export", BRIDGE, "--format", "ris").returncode == 0
    assert run(tmp_path, "export", "--list").stdout == ""
