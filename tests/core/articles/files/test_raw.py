"""Bytes of files, pipes and devices, within limits."""

import os
import time
from pathlib import Path
from threading import Thread

import pytest

from core.articles.errors import SourceError
from core.articles.files import raw
from core.articles.files.kinds import Kind, kind_of
from core.articles.sources import read_article

MAIL = b"From: Ida Morgen <ida@a.example>\nSubject: Am Kai\nDate: Mon, 3 Mar 2025 08:00:00 +0100\n\nText"


def test_a_device_is_refused_before_it_is_read() -> None:
    with pytest.raises(SourceError, match="it is a device"):
        read_article("/dev/zero")


def test_more_than_an_article_can_have_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "LARGEST", 1 << 20)
    path = tmp_path / "lang.txt"
    path.write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(SourceError, match=r"lang\.txt: it is larger than 1 MB"):
        raw.contents(str(path))


def test_a_pipe_gives_what_is_written_into_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    def write() -> None:
        with path.open("wb") as pipe:
            pipe.write(b"Am Kai\n\n")
            pipe.flush()
            time.sleep(0.1)
            pipe.write("Die Fähre legte ab.".encode())

    Thread(target=write, daemon=True).start()
    assert read_article(str(path)).text == "Am Kai\n\nDie Fähre legte ab."


def test_a_pipe_into_which_nobody_writes_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "PATIENCE", 0.2)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(SourceError, match="nothing is written into this pipe"):
        raw.contents(str(path))


@pytest.mark.parametrize(
    ("name", "data", "media_type", "kind"),
    [
        ("a.txt", b"<!doctype html><html>", "", Kind.TEXT),
        ("-", b"<!doctype html><html>", "", Kind.PAGE),
        ("a.md", b"# T", "", Kind.MARKDOWN),
        ("-", b"%PDF-1.7\n", "", Kind.PDF),
        ("-", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "", Kind.EPUB),
        ("a.zip", b"PK\x03\x04" + bytes(200), "", Kind.TEXT),
        ("-", MAIL, "", Kind.MESSAGE),
        ("a.txt", MAIL, "", Kind.TEXT),
        ("-", b"From a@b.example Mon Mar  3 08:00:00 2025\n" + MAIL, "", Kind.MAILBOX),
        ("-", b"bplist00...", "", Kind.WEB_ARCHIVE),
        ("-", b"---\ntitle: Hafen zu\ntags:\n  - kai\n---\n\nText", "", Kind.MARKDOWN),
        ("-", b"\xef\xbb\xbf---\r\ntitle: Hafen zu\r\n---\r\nText", "", Kind.MARKDOWN),
        ("notiz", b'+++\ntitle = "Hafen zu"\n+++\nText', "", Kind.MARKDOWN),
        ("-", b"\n# Hafen zu\n\nText", "", Kind.MARKDOWN),
        ("a.txt", b"# Hafen zu\n\nText", "", Kind.TEXT),
        ("-", b"#hafen zu\n\nText", "", Kind.TEXT),
        ("-", b"---\nHafen zu\n---\nText", "", Kind.TEXT),
        ("-", b"--- Hafen zu ---\n\nText", "", Kind.TEXT),
        ("-", b"Von: allem\nEtwas: mehr\n\nText", "", Kind.TEXT),
        ("https://a.example/a.md", b"<!doctype html><html>", "text/html", Kind.PAGE),
        ("https://a.example/a.md", b"# T", "text/plain", Kind.MARKDOWN),
        ("https://a.example/a", b"%PDF-1.7", "text/html", Kind.PDF),
        ("https://a.example/a", b"\x89PNG", "image/png", Kind.TEXT),
    ],
)
def test_what_kind_of_file_it_is(name: str, data: bytes, media_type: str, kind: Kind) -> None:
    assert kind_of(name, data, media_type) is kind
