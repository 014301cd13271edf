import os
from pathlib import Path

import pytest

from core.annotations import Anchor, Annotation
from core.articles import Article, Block, BlockKind
from core.library import Library

TEXT = "Der Hafen schweigt\n\nAda Lind trat vor die Tore. „Ich gehe erst, wenn die Arbeit getan ist“, sagte sie.\n"


def make_article(text: str = TEXT, source: str = "hafen.txt") -> Article:
    end = len(text.rstrip())
    blocks = (Block(BlockKind.PARAGRAPH, 0, end),) if end else ()
    return Article(source, text, blocks, "de", text[:18].strip())


def note(article, words="Hafen", text="Frist?", tags=("hafen",)):
    start = article.text.index(words)
    return Annotation.new(Anchor.of(article.text, start, start + len(words)), tags, text)


@pytest.fixture
def article() -> Article:
    return make_article()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Library:
    return Library(folder, tmp_path / "cache")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Saves do not wait for the disk, where many are made and no power cut is meant."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
