"""`python -m tests.benchmarks.kills`: kill -9 while two programs save, and again while a third recovers.

A double kill goes like this: two programs that make saves of every kind are killed, each at a random moment. In every
second round a file of the library is then removed, cut or changed, as a disk might do it. A third program opens the
library, which puts such a file aside and its copy in its place, tidies up and saves; it is killed too. At last the
library is opened once more, and all that a program was told is kept has to be there: notes new and changed, deletions,
deletions taken back, articles, versions. The exit status is 1 when a confirmed change was lost or a file could not be
read.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.library import Library
from core.library.records import ANNOTATIONS, ARTICLES
from core.library.storage import Files
from tests.core.library import writer

PATIENCE = 60.0
"""Seconds that both programs are given to confirm three changes each."""
RECOVERY = 0.1
"""Seconds within which a program that recovers is killed: to read and repair the library takes some hundredths."""
WRITERS = "links", "rechts", "mitte"
"""The two that save, and the one that recovers."""
ANEW = 20
"""Rounds after which a new library is begun, so that files stay as small as those of most people."""


class Told:
    """What one program was told is kept, and the change it had begun when it was killed."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self.articles: dict[str, str] = {}
        self.under_way: list[str] | None = None
        self.confirmed = 0
        self.kinds: Counter[str] = Counter()

    def hear(self, line: bytes) -> None:
        """Take in one line."""
        stage, kind, id, words = json.loads(line)
        if stage == "begin":
            self.under_way = [kind, id, words]
            return
        self.under_way = None
        self.confirmed += 1
        self.kinds[kind] += 1
        self._apply(kind, id, words)

    def settle(self, notes: dict[str, str]) -> list[str]:
        """What is missing or wrong in the notes found; the change under way may have been made or not."""
        if self.under_way is not None:
            kind, id, words = self.under_way
            made = notes.get(id) == words if kind == "save" else kind == "delete" and id not in notes
            if made:
                self._apply(kind, id, words)
        self.under_way = None
        return [f"{id}: {self.notes.get(id)!r} is {notes.get(id)!r}" for id in {*notes, *self.notes}
                if notes.get(id) != self.notes.get(id)]  # fmt: skip

    def _apply(self, kind: str, id: str, words: str) -> None:
        if kind == "save":
            self.notes[id] = words
        elif kind == "delete":
            self.notes.pop(id, None)
        else:
            self.articles[id] = words


@dataclass(frozen=True, slots=True)
class Program:
    """A program that writes until it is killed. It is forked off: to start a thousand would take most of the time."""

    pid: int
    ear: threading.Thread

    @classmethod
    def start(cls, run: Callable[[], object], told: Told) -> "Program":
        """Begin to write, and to take in what is told."""
        read, write = os.pipe()
        pid = os.fork()
        if not pid:
            try:
                os.close(read)
                os.dup2(write, 1)
                run()
            except BaseException:
                traceback.print_exc()
            os._exit(1)
        os.close(write)
        return cls(pid, threading.Thread(target=listen, args=(read, told)))

    def kill_after(self, most: float, chance: random.Random) -> list[str]:
        """Kill it within so many seconds, and hear all it had to say; what is wrong if it was dead already."""
        time.sleep(chance.uniform(0, most))
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        self.ear.join()
        return [] if os.WIFSIGNALED(status) else ["a program ended by itself; what it said stands above"]


def listen(pipe: int, told: Told) -> None:
    """Take in lines until the program is dead; a line cut off by its death was not told."""
    with os.fdopen(pipe, "rb") as stream:
        for line in stream:
            if line.endswith(b"\n"):
                told.hear(line)


def harm(folder: Path, chance: random.Random) -> str:
    """Remove, cut or change one of the files that have a copy; its name and what was done."""
    files = Files(folder)
    kind = chance.choice((ANNOTATIONS, ARTICLES))
    key = chance.choice([each for each in sorted(files.keys(kind)) if files.backup(kind, each).exists()])
    file, way = files.path(kind, key), chance.choice(("removed", "cut", "changed"))
    content = bytearray(file.read_bytes())
    at = chance.randrange(len(content))
    if way == "removed":
        file.unlink()
    elif way == "cut":
        file.write_bytes(content[:at])
    else:
        content[at] ^= 1 << chance.randrange(8)
        file.write_bytes(content)
    return f"{kind.name}/{file.name} was {way}"


def recover(folder: Path, number: int) -> None:
    """Open all there is, which repairs it, then go on writing."""
    library = Library(folder)
    files = Files(folder)
    for key in files.all_keys(ARTICLES):
        article = library.load_article(key)
        if article is not None:
            library.annotations(article)
    writer.main(str(folder), "mitte", str(number), "100000", "mixed")


def look(folder: Path, told: dict[str, Told], *, harmed: bool) -> list[str]:
    """What is wrong with a library after the kills; a file that was `harmed` is one that is restored from its copy."""
    library = Library(folder)
    wrong: list[str] = []
    files = Files(folder)
    notes: dict[str, dict[str, str]] = {name: {} for name in told}
    for key in files.all_keys(ARTICLES) | files.all_keys(ANNOTATIONS):
        article = library.load_article(key)
        if article is None:
            wrong.append(f"the text of {key} is missing")
            continue
        # Opened as a reader does it: what was once seen must not be lost in the next round either.
        annotations = library.open_article(article).annotations
        if "Fassung" in article.text:
            continue  # A later version has copies of what is on the one before.
        for annotation in annotations:
            notes[annotation.id.split("-")[0]][annotation.id] = annotation.note
    for name, each in told.items():
        wrong += each.settle(notes[name])
        for key, text in each.articles.items():
            kept = library.load_article(key)
            if kept is None or kept.text != text:
                wrong.append(f"the article {key} is not as it was")
    wrong += [each.message for each in library.damage if not (harmed and each.restored)]
    return wrong + list(library.check().troubles)


def main() -> int:
    """Kill, look, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--kills", type=int, default=500, help="double kills")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, help="where to make the libraries; a temporary one else")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    rounds, confirmed, kinds = 0, 0, Counter[str]()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(dir=chosen.folder) as place:
        while rounds < chosen.kills and not wrong:
            if rounds % ANEW == 0:
                folder = Path(place) / str(rounds) / "library"
                told = {name: Told() for name in WRITERS}
            rounds += 1
            wrong = double_kill(folder, told, rounds, chance)
            for each in told.values():
                confirmed, each.confirmed = confirmed + each.confirmed, 0
                kinds.update(each.kinds)
                each.kinds.clear()
            if rounds % 25 == 0 or wrong:
                print(
                    f"{rounds:5} double kills, {confirmed} changes confirmed, {len(wrong)} wrong", flush=True
                )
    for sentence in wrong[:20]:
        print(f"WRONG {sentence}")
    told_kinds = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
    print(
        f"{rounds} double kills, {confirmed} changes confirmed ({told_kinds}), "
        f"{len(wrong)} lost or unreadable (bar 0)"
    )
    return int(bool(wrong))


def double_kill(folder: Path, told: dict[str, Told], number: int, chance: random.Random) -> list[str]:
    """Kill those who save, then the one who recovers; what is wrong afterwards."""
    links, rechts, mitte = WRITERS
    # No thread may run while the programs are forked off.
    programs = [
        Program.start(
            partial(writer.main, str(folder), name, str(number * 2 + at), "100000", "mixed"), told[name]
        )
        for at, name in enumerate((links, rechts))
    ]
    for program in programs:
        program.ear.start()
    started = time.monotonic()
    while any(told[name].confirmed < 3 for name in (links, rechts)) and time.monotonic() - started < PATIENCE:
        time.sleep(0.005)
    # One is killed while the other goes on for a while, then that one too.
    wrong = [
        sentence for program in chance.sample(programs, 2) for sentence in program.kill_after(0.12, chance)
    ]
    done = harm(folder, chance) if number % 2 else ""
    program = Program.start(partial(recover, folder, number), told[mitte])
    program.ear.start()
    wrong += program.kill_after(RECOVERY, chance)
    wrong += look(folder, told, harmed=bool(done))
    return [*wrong, done] if wrong and done else wrong


if __name__ == "__main__":
    sys.exit(main())
