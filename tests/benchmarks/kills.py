"""`python -m tests.benchmarks.kills`: kill -9 at random moments while two programs make saves of every kind.

After each kill the library is opened anew and all that either program was told is kept has to be there: notes new and
changed, deletions, deletions taken back, articles, versions. Between kills tags are renamed throughout and positions
kept. The exit status is 1 when a confirmed change was lost or a file could not be read.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import IO

from core.library import Library
from core.library.files import Files, Kind

ROOT = Path(__file__).parents[2]
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


def start(folder: Path, name: str, seed: int) -> "subprocess.Popen[bytes]":
    """A program that writes until it is killed."""
    words = [
        sys.executable,
        "-m",
        "tests.core.library.writer",
        str(folder),
        name,
        str(seed),
        "100000",
        "mixed",
    ]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def listen(stream: IO[bytes], told: Told) -> None:
    """Take in lines until the program is dead; a line cut off by its death was not told."""
    for line in stream:
        if line.endswith(b"\n"):
            told.hear(line)


def look(folder: Path, told: dict[str, Told]) -> list[str]:
    """What is wrong with a library after a kill."""
    library = Library(folder)
    check = library.check()
    wrong = list(check.troubles) + [damage.message for damage in library.damage]
    keys = Files(folder).keys(Kind.ANNOTATIONS)
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
            writers = {name: start(folder, name, rounds * 2 + at) for at, name in enumerate(told)}
            ears = []
            for name, writer in writers.items():
                assert writer.stdout is not None
                ear = threading.Thread(target=listen, args=(writer.stdout, told[name]))
                ear.start()
                ears.append(ear)
            before = {name: each.confirmed for name, each in told.items()}
            while any(told[name].confirmed < before[name] + 3 for name in told):
                if dead := [name for name, writer in writers.items() if writer.poll() is not None]:
                    wrong.append(f"{dead[0]} ended by itself")
                    break
                time.sleep(0.005)
            # One is killed while the other goes on for a while, then that one too: two kills a round.
            for name in chance.sample(list(writers), 2):
                time.sleep(chance.uniform(0, 0.12))
                writers[name].send_signal(signal.SIGKILL)
                kills += 1
            for writer, ear in zip(writers.values(), ears, strict=True):
                writer.wait()
                ear.join()
                assert writer.stderr is not None
                if said := writer.stderr.read():
                    wrong.append(said.decode()[-400:])
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
