"""Books, mailboxes and the clipboard on the command line."""

import json
from pathlib import Path

import pyperclip
import pytest

from core.articles.clipboard import copied
from tests.core.articles.files.books import book, document
from tests.core.articles.files.prose import BUND, ENDE, KAI, RAT
from tui.cli import main
from tui.cli.add import add


@pytest.fixture
def epub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LESART_HOME", str(tmp_path / "home"))
    chapters = {
        "a.xhtml": document(f"<h1>Das Tor</h1><p>{KAI}</p><p>{RAT}</p>"),
        "b.xhtml": document(f"<h1>Das Amt</h1><p>{BUND}</p><p>{ENDE}</p>"),
    }
    path = tmp_path / "buch.epub"
    path.write_bytes(book(chapters))
    return str(path)


def test_analyze_writes_a_line_for_each_chapter(epub: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "--format", "jsonl", epub]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["source"] for line in lines] == [f"{epub}#1", f"{epub}#2"]
    assert lines[0]["quotes"]


def test_analyze_as_one_object_wants_one_article(epub: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", epub]) == 1
    assert (
        f"{epub} holds 2 articles: use --format jsonl, or name one, as {epub}#1." in capsys.readouterr().err
    )
    assert main(["analyze", f"{epub}#2"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Das Amt"


def test_the_first_chapter_is_read_and_it_is_said(epub: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--plain", epub]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("Headline: Das Tor")
    assert "holds 2 articles; this is the first" in printed.err


def test_all_chapters_are_added_and_one_bad_file_stops_nothing(
    epub: str, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = Path(epub).with_name("kaputt.epub")
    broken.write_bytes(b"PK\x03\x04")
    assert add([str(broken), epub]) == 1
    printed = capsys.readouterr()
    assert printed.out == "2 added, 1 could not be read\n"
    assert printed.err.count("\n") == 1
    assert "the book is damaged" in printed.err


def test_the_clipboard_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(pyperclip, "paste", lambda: "Das Tor\r\n\r\n" + KAI)
    assert main(["--paste", "--plain"]) == 0
    assert capsys.readouterr().out.startswith("Headline: Das Tor")


def test_an_address_in_the_clipboard_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyperclip, "paste", lambda: " www.uferbote.example/tor\n")
    assert copied() == "https://www.uferbote.example/tor"


@pytest.mark.parametrize("fault", [pyperclip.PyperclipException("none"), None])
def test_a_clipboard_that_cannot_be_read_is_one_sentence(
    fault: Exception | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def paste() -> str:
        if fault:
            raise fault
        return " "

    monkeypatch.setattr(pyperclip, "paste", paste)
    assert main(["--paste"]) == 1
    assert "the clipboard: " in capsys.readouterr().err
