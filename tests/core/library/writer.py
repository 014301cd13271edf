"""A program that changes a library and tells each change before it is made and after it is confirmed.

    python -m tests.core.library.writer FOLDER NAME SEED TIMES [MIXED]

Each line on standard output is a JSON array: ["begin" or "done", kind, id, words]. With a fifth word it makes saves of
every kind, on several articles: notes, deletions, deletions taken back, new articles, new versions, reading positions,
tags renamed throughout.
"""

import json
import os
import random
import sys
from pathlib import Path

from core.annotations import Anchor, Annotation
from core.articles import Article
from core.library import Library
from tests.core.library.conftest import TEXT, make_article

KINDS = (
    ["insert"] * 6
    + ["edit"] * 4
    + ["delete"] * 3
    + ["undelete"] * 2
    + ["article", "version", "position", "retag"]
)


def tell(*words: str) -> None:
    """One line, handed to the system at once, so that it outlives this process."""
    os.write(1, (json.dumps(words) + "\n").encode())


class Writer:
    """Makes changes to annotations of its own; what others write is left alone."""

    def __init__(self, folder: Path, name: str, seed: int, mixed: bool) -> None:
        self.library = Library(folder, folder.with_name("cache"))
        self.name, self.seed, self.chance = name, seed, random.Random(seed)
        self.mixed = mixed
        self.articles = [make_article()]
        if mixed:
            self.articles += [make_article(f"{TEXT}\nNachtrag {each}.\n", f"{each}.txt") for each in range(3)]
        self.mine = {
            one.id: (article, one)
            for article in self.articles
            for one in self.library.annotations(article)
            if one.id.startswith(name)
        }
        self.deleted = {
            each.annotation.id: each.key
            for each in (self.library.deletions() if mixed else ())
            if each.annotation.id.startswith(name)
        }

    def change(self, number: int) -> None:
        """Make one change at random."""
        kind = self.chance.choice(KINDS if self.mixed else ["insert", "insert", "edit", "delete"])
        if (kind in ("edit", "delete") and not self.mine) or (kind == "undelete" and not self.deleted):
            kind = "insert"
        match kind:
            case "insert":
                article = self.chance.choice(self.articles)
                start = self.chance.randrange(len(article.text) - 8)
                anchor = Anchor.of(article.text, start, start + 8)
                id = f"{self.name}-{self.seed}-{number}"
                self.save(article, Annotation(id, anchor, (f"tag-{number % 7}",), "neu „ä“"))
            case "edit":
                article, annotation = self.mine[self.chance.choice(list(self.mine))]
                self.save(article, annotation.edited(note=f"geändert {number} " * 20))
            case "delete":
                self.delete(self.chance.choice(list(self.mine)))
            case "undelete":
                self.undelete(self.chance.choice(list(self.deleted)))
            case "position":
                self.library.save_position(self.chance.choice(self.articles), number)
            case "retag":
                self.library.change_tags([f"tag-{number % 7}"], f"tag-{(number + 1) % 7}")
            case _:
                self.file(kind, number)

    def save(self, article: Article, annotation: Annotation) -> None:
        """Keep an annotation, new or changed."""
        tell("begin", "save", annotation.id, annotation.note)
        self.mine[annotation.id] = article, self.library.save(article, annotation)
        tell("done", "save", annotation.id, annotation.note)

    def delete(self, id: str) -> None:
        """Delete an annotation."""
        article, _ = self.mine.pop(id)
        tell("begin", "delete", id, "")
        assert self.library.delete(article, id) is not None
        self.deleted[id] = article.key
        tell("done", "delete", id, "")

    def undelete(self, id: str) -> None:
        """Bring a deleted annotation back."""
        key = self.deleted.pop(id)
        (note,) = (each.annotation.note for each in self.library.deletions() if each.annotation.id == id)
        tell("begin", "save", id, note)
        annotation = self.library.undelete(key, id)
        assert annotation is not None
        self.mine[id] = next(each for each in self.articles if each.key == key), annotation
        tell("done", "save", id, note)

    def file(self, kind: str, number: int) -> None:
        """Open an article that was not there before: another one, or a new version of one."""
        source = "hafen.txt" if kind == "version" else f"{self.name}-{self.seed}.txt"
        words = (
            f"Fassung {self.seed}-{number}."
            if kind == "version"
            else f"Anderes {self.seed} {number} {self.name}"
        )
        article = make_article(f"{TEXT}\n{words}\n" if kind == "version" else f"{words}\n", source)
        tell("begin", "file", article.key, article.text)
        shelf = self.library.open_article(article)
        assert shelf.warning is None, shelf.warning
        tell("done", "file", article.key, article.text)


def main(folder: str, name: str, seed: str, times: str, mixed: str = "") -> None:
    """Make so many changes."""
    writer = Writer(Path(folder), name, int(seed), bool(mixed))
    for number in range(int(times)):
        writer.change(number)


if __name__ == "__main__":
    main(*sys.argv[1:])
