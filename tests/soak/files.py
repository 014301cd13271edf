"""Files that were cut, mixed up or made up: each is read, or refused in one sentence."""

import random
import time
import traceback
import zipfile
from collections.abc import Sequence
from pathlib import Path

from core.articles.errors import SourceError
from core.articles.sources import read_article

KINDS = ".txt", ".md", ".html", ".pdf", ".epub", ".eml", ".mbox", ".json", ".mhtml", ".docx", ""
MADE_UP = (
    b"",
    b"\x00" * 100,
    b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n",
    b"PK\x03\x04" + b"\xff" * 60,
    b"<html><body>" + b"<div>" * 5_000,
    b"From nobody\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x\n--x--",
    b'{"a":' * 3_000,
    b"---\ntitle: !!python/object/apply:os.system [true]\n---\n\nEin Satz.\n",
    b"\xef\xbb\xbf\xff\xfe" + "Kai ".encode("utf-16-le") * 50,
    ("e" + "\u0301" * 4_000 + " \u202eKai\u202c \x1b]52;c;eA==\x07\x9b31m").encode(),
)
PATIENCE = 20.0
"""Seconds that reading one of these files may take."""


def hostile_files(number: int, seed: int, folder: Path, articles: Sequence[Path]) -> list[str]:
    """What went wrong with that many files."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    faults: list[str] = []
    read = 0
    for each in range(number):
        path = folder / f"{each}{chance.choice(KINDS)}"
        path.write_bytes(_content(chance, articles))
        started = time.monotonic()
        try:
            read_article(str(path))
            read += 1
        except SourceError as error:
            if "\n" in str(error) or not str(error).isprintable():
                faults.append(f"{path.name}: refused in words that are not one plain sentence: {error!r}")
        except Exception:
            faults.append(f"{path.name}: {path.read_bytes()[:80]!r}\n{traceback.format_exc()[-1500:]}")
        if time.monotonic() - started > PATIENCE:
            faults.append(f"{path.name}: took {time.monotonic() - started:.0f} s")
        path.unlink()
    print(f"files: {number}, of which {read} could be read, {len(faults)} faults", flush=True)
    return faults


def _content(chance: random.Random, articles: Sequence[Path]) -> bytes:
    content = bytearray(
        chance.choice(MADE_UP) if chance.random() < 0.3 else chance.choice(articles).read_bytes()
    )
    match chance.randrange(5):
        case 0:
            for _ in range(chance.randrange(1, 40)):
                if content:
                    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        case 1:
            del content[chance.randrange(len(content) + 1) :]
        case 2:
            at = chance.randrange(len(content) + 1)
            content[at:at] = chance.randbytes(chance.randrange(300))
        case 3:
            content = bytearray(chance.choice(MADE_UP)) + content
        case _:
            packed = bytearray()
            if chance.random() < 0.3:
                packed = bytearray(_archive(bytes(content)))
            content = packed or content
    return bytes(content)


def _archive(content: bytes) -> bytes:
    from io import BytesIO

    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml", '<container><rootfile full-path="../../x.opf"/></container>'
        )
        archive.writestr("a.xhtml", content)
    return made.getvalue()
