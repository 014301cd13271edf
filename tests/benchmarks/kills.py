"""`python -m tests.benchmarks.kills`: kill -9 at random moments while two programs make saves of every kind.

After each kill the library is opened anew and all that either program was told is kept has to be there: notes new and
changed, deletions, deletions taken back, articles, versions. Between kills tags are renamed throughout and positions
kept. The exit status is 1 when a confirmed change was lost or a file could not be read.
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
from dataclasses import dataclass
from pathlib import Path

from core.library import Library
from core.library.records import ANNOTATIONS
from core.library.storage import Files
from tests.core.library import writer

PATIENCE = 60.0
"""Seconds that both programs are given to confirm three changes each."""
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
    def start(cls, folder: Path, name: str, seed: int, told: Told) -> "Program":
        """Begin to write, and to take in what is told."""
        read, write = os.pipe()
        pid = os.fork()
        if not pid:
            try:
                os.close(read)
                os.dup2(write, 1)
                writer.main(str(folder), name, str(seed), "100000", "mixed")
            except BaseException:
                traceback.print_exc()
            os._exit(1)
        os.close(write)
        return cls(pid, threading.Thread(target=listen, args=(read, told)))

    def kill(self) -> bool:
        """Kill it; whether it was still alive."""
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        return os.WIFSIGNALED(status)


def listen(pipe: int, told: Told) -> None:
    """Take in lines until the program is dead; a line cut off by its death was not told."""
    with os.fdopen(pipe, "rb") as stream:
        for line in stream:
            if line.endswith(b"\n"):
                told.hear(line)


def look(folder: Path, told: dict[str, Told]) -> list[str]:
    """What is wrong with a library after a kill."""
    library = Library(folder)
    check = library.check()
    wrong = list(check.troubles) + [damage.message for damage in library.damage]
    keys = Files(folder).keys(ANNOTATIONS)
    notes: dict[str, dict[str, str]] = {name: {} for name in told}
    for key in keys:
        article = library.load_article(key)
        if article is None:
            wrong.append(f"the text of {key} is missing")
            continue
        if "Fassung" in article.text:
            continue  # A later version has copies of what is on the one before.
        for annotation in library.annotations(article):
            notes[annotation.id.split("-")[0]][annotation.id] = annotation.note
    for name, each in told.items():
        wrong += each.settle(notes[name])
        for key, text in each.articles.items():
            kept = library.load_article(key)
            if kept is None or kept.text != text:
                wrong.append(f"the article {key} is not as it was")
    return wrong


def main() -> int:
    """Kill, look, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--kills", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, help="where to make the libraries; a temporary one else")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    kills, rounds, confirmed, kinds = 0, 0, 0, Counter[str]()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(dir=chosen.folder) as place:
        while kills < chosen.kills:
            if rounds % ANEW == 0:
                folder = Path(place) / str(rounds) / "library"
                told = {name: Told() for name in ("links", "rechts")}
            rounds += 1
            # No thread may run while the programs are forked off.
            programs = [
                Program.start(folder, name, rounds * 2 + at, each)
                for at, (name, each) in enumerate(told.items())
            ]
            for program in programs:
                program.ear.start()
            started = time.monotonic()
            while any(each.confirmed < 3 for each in told.values()) and time.monotonic() - started < PATIENCE:
                time.sleep(0.005)
            # One is killed while the other goes on for a while, then that one too: two kills a round.
            for program in chance.sample(programs, 2):
                time.sleep(chance.uniform(0, 0.12))
                kills += 1
                if not program.kill():
                    wrong.append("a program ended by itself; what it said stands above")
            for program in programs:
                program.ear.join()
            wrong += look(folder, told)
            for each in told.values():
                confirmed, each.confirmed = confirmed + each.confirmed, 0
                kinds.update(each.kinds)
                each.kinds.clear()
            if rounds % 25 == 0 or wrong:
                print(f"{kills:5} kills, {confirmed} changes confirmed, {len(wrong)} wrong", flush=True)
            if wrong:
                break
    for sentence in wrong[:20]:
        print(f"WRONG {sentence}")
    told_kinds = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
    print(
        f"{kills} kills, {confirmed} changes confirmed ({told_kinds}), {len(wrong)} lost or unreadable (bar 0)"
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
