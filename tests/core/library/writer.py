"""A program that changes one article's annotations and tells each change before it is made and after it is confirmed.

    python -m tests.core.library.writer FOLDER NAME SEED TIMES

Each line on standard output is a JSON array: ["begin" or "done", "save" or "delete", id, note].
"""

import json
import os
import random
import sys
from pathlib import Path

from core.annotations import Anchor, Annotation
from core.library import Library
from tests.core.library.conftest import make_article


def tell(*words: str) -> None:
    """One line, handed to the system at once, so that it outlives this process."""
    os.write(1, (json.dumps(words) + "\n").encode())


def main(folder: str, name: str, seed: str, times: str) -> None:
    library, article, chance = Library(Path(folder)), make_article(), random.Random(int(seed))
    mine = {one.id: one for one in library.annotations(article) if one.id.startswith(name)}
    for number in range(int(times)):
        kind = chance.choice(["insert", "insert", "edit", "delete"]) if mine else "insert"
        if kind == "delete":
            id = chance.choice(list(mine))
            tell("begin", "delete", id, "")
            assert library.delete(article, id) is not None
            del mine[id]
            tell("done", "delete", id, "")
            continue
        if kind == "insert":
            start = chance.randrange(len(article.text) - 8)
            anchor = Anchor.of(article.text, start, start + 8)
            annotation = Annotation(f"{name}-{seed}-{number}", anchor, (f"tag-{number % 7}",), "neu „ä“")
        else:
            annotation = mine[chance.choice(list(mine))].edited(note=f"geändert {number} " * 20)
        tell("begin", "save", annotation.id, annotation.note)
        mine[annotation.id] = library.save(article, annotation)
        tell("done", "save", annotation.id, annotation.note)


if __name__ == "__main__":
    main(*sys.argv[1:])
