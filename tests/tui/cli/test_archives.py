"""`lesart analyze` over archives and `lesart corpus` over what it wrote."""

import csv
import io
import json
from pathlib import Path

import pytest

from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.library import Library
from core.locations import locations
from tests.core.corpus.stub import quick
from tui.cli import main


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four lines, one of them bad; analysed without the model."""
    monkeypatch.setattr("tui.cli.archive.analyse", quick)
    lines = [
        {"text": f"Meldung {n}. Alles ruhig.", "outlet": "Küstenbote", "date": f"2026-0{n}-02"}
        for n in (1, 2, 3)
    ]
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines) + "kein json\n")
    return path


def test_one_line_a_document_and_a_sentence_for_each_bad_one(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", str(archive)]) == 1
    out, err = capsys.readouterr()
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["source"] for line in lines] == [f"{archive}#{n}" for n in (1, 2, 3)]
    assert lines[0]["metadata"] == {"outlet": "Küstenbote", "date": "2026-01-02"}
    assert lines[0]["publication"] == {"published": "2026-01-02", "site": "Küstenbote"}
    assert err.startswith(f"lesart: {archive}#4: The line cannot be read as JSON")
    assert len(err.splitlines()) == 1


def test_a_day_that_is_not_iso_is_no_day(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive.write_text(json.dumps({"text": "Alles ruhig.", "date": "28.11.2026", "outlet": "Küstenbote"}))
    assert main(["analyze", str(archive)]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["publication"] == {"site": "Küstenbote"}
    assert line["metadata"]["date"] == "28.11.2026"


def test_parts_and_a_word_at_the_end(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["analyze", str(archive), "--out", str(tmp_path / "out"), "--part-size", "2"]
    assert main(words) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"3 documents in {tmp_path}/out; 1 failed: see {tmp_path}/out/errors.jsonl.\n"
    assert main(words) == 1
    assert f"3 documents in {tmp_path}/out, 3 of them already before; 1 failed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--format", "json"], "several sources need --format jsonl"),
        (["--format", "parquet"], "--format parquet needs --out FOLDER"),
        (["--format", "json", "--out", "x"], "several sources need"),
        (["--jobs", "0"], "a number from 1 on"),
        (["--jobs", "many"], "a number from 1 on"),
    ],
)
def test_what_does_not_go_together(
    archive: Path, words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["analyze", str(archive), *words])
    assert complaint in capsys.readouterr().err


def test_a_folder_that_is_in_use_is_left_alone(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("Dear reader")
    assert main(["analyze", str(archive), "--out", str(tmp_path / "letters")]) == 1
    assert "has other files in it" in capsys.readouterr().err


def test_no_cluster_at_the_address(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.cli.archive.PATIENCE", 0.1)
    assert main(["analyze", str(archive), "--cluster", "tcp://127.0.0.1:9"]) == 1
    assert "Cannot reach a Dask scheduler at tcp://127.0.0.1:9" in capsys.readouterr().err


@pytest.fixture
def analysed(archive: Path, tmp_path: Path) -> str:
    main(["analyze", str(archive), "--out", str(tmp_path / "out"), "--format", "parquet"])
    return str(tmp_path / "out")


def test_people_as_a_table(analysed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "people", analysed]) == 0
    table = capsys.readouterr().out
    assert [line.split()[:4] for line in table.splitlines() if "person" in line] == [
        ["Ada", "Lind", "person", "3"],
        ["Varga", "?", "person", "3"],
    ]


@pytest.mark.parametrize("question", ["people", "outlets", "months", "about", "repeated"])
def test_every_question_as_csv_json_and_parquet(
    analysed: str, tmp_path: Path, question: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["corpus", question, analysed, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode("utf-8-sig"))))
    assert main(["corpus", question, analysed, "--format", "json"]) == 0
    objects = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [list(row) for row in rows] == [list(each) for each in objects]
    assert main(["corpus", question, analysed, "--format", "parquet", "--out", str(tmp_path / "a")]) == 0
    assert (tmp_path / "a").read_bytes()[:4] == b"PAR1"


def test_the_statements_of_one_person(analysed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["corpus", "statements", analysed])
    assert (
        main(
            ["corpus", "statements", analysed, "--name", "Ada Lind", "--since", "2026-02", "--format", "json"]
        )
        == 0
    )
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["day"] for row in rows] == ["2026-02-02", "2026-03-02"]


def test_a_table_without_rows_is_a_sentence(analysed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "people", analysed, "--since", "2099"]) == 0
    done = capsys.readouterr()
    assert (done.out, done.err) == (
        "",
        "lesart: Nothing is left with these days, outlets, topics and kinds.\n",
    )
    assert main(["corpus", "statements", analysed, "--name", "Lind"]) == 0
    done = capsys.readouterr()
    assert done.out == ""
    assert "Nobody called “Lind” says anything there; give the full name" in done.err


def test_the_page(analysed: str, tmp_path: Path) -> None:
    assert main(["corpus", "page", analysed, "--out", str(tmp_path / "page.html")]) == 0
    assert "Ada Lind" in (tmp_path / "page.html").read_text()


def test_nothing_analysed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "people", str(tmp_path)]) == 1
    assert "There is nothing analysed in" in capsys.readouterr().err


def test_two_jobs_find_what_one_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(
            f"„Der Hafen {n} bleibt offen“, sagte Ministerin Ada Lind am Montag in Kiel."
        )
    found = []
    for jobs in ("1", "2"):
        assert main(["analyze", str(tmp_path), "--jobs", jobs]) == 0
        found.append(capsys.readouterr().out)
    assert found[0] == found[1]
    assert [json.loads(line)["actors"][0]["name"] for line in found[0].splitlines()] == ["Ada Lind"] * 4


def test_the_library_can_be_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "people", "--library"]) == 1
    assert "Nothing in the library is analysed yet" in capsys.readouterr().err
    where = locations()
    library = Library(where.library, where.cache)
    article = plain_article("„Der Hafen bleibt offen“, sagte Ministerin Ada Lind am Montag in Kiel.", "a.txt")
    library.open_article(article)
    analysis = analyze(article)
    library.keep_analysis(article, analysis)
    assert main(["corpus", "people", "--library", "--format", "json"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (row["name"], row["statements"], row["roles"]) == ("Ada Lind", 1, ["Ministerin"])


def test_either_a_folder_or_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["people"], ["people", "folder", "--library"]):
        with pytest.raises(SystemExit, match="2"):
            main(["corpus", *words])
        assert "either FOLDER or --library" in capsys.readouterr().err


def test_all_articles_of_the_library_are_analysed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.cli.archive.analyse", quick)
    where = locations()
    library = Library(where.library, where.cache)
    for name in ("a.txt", "b.txt"):
        library.open_article(plain_article(f"Meldung {name}\n\nAlles ruhig.", name))
    assert main(["analyze", "--library"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(line["source"] for line in lines) == ["a.txt", "b.txt"]
    with pytest.raises(SystemExit, match="2"):
        main(["analyze", "--library", "a.txt"])
    assert "either sources or --library" in capsys.readouterr().err


def test_a_feed_wants_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "feed.xml").write_text('<rss version="2.0"><channel></channel></rss>')
    assert main(["analyze", str(tmp_path / "feed.xml")]) == 1
    assert "is a feed: use --format jsonl" in capsys.readouterr().err
