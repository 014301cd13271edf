"""`python -m tests.soak.taking_in`: kill -9 at random moments while articles are added and feeds are fetched.

In each round `lesart add FOLDER` and `lesart fetch` run at the same time on one library, with some articles in both,
and each is killed. After that the library is opened anew: what was there has to be there still, whole and once. Before
a new library is begun both are run to their ends: then every article is there once. The exit status is 1 if one is
lost, there twice, or cannot be read.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

from core.library import Library
from core.library.states import State
from core.locations import locations
from tui.cli import main as lesart

ANEW = 10
"""Rounds after which a new library is begun."""
FILES, ENTRIES, SHARED = 12, 8, 3
"""Files and entries that are new in each round, and how many of the entries are the text of a file too."""
DAY = "Sat, 14 Mar 2026 08:00:00 GMT"


def title(kind: str, number: int) -> str:
    """What an article is called, and what tells it from all others."""
    return f"{kind} Nummer {number}"


def paragraphs(name: str) -> list[str]:
    """The text of an article below its title."""
    return [
        f"{name}: Am {day}. Tag lag das Boot noch im Schilf, und wer vorbeikam, zählte {day * 7} Enten darauf."
        for day in range(1, 9)
    ]


class Sources:
    """A folder of files and a feed, both of which grow."""

    def __init__(self, folder: Path, web: Path) -> None:
        self.folder, self._web = folder, web
        self.titles: set[str] = set()
        self._entries: list[str] = []
        folder.mkdir(parents=True)

    def grow(self, number: int) -> None:
        """Add what is new in a round."""
        files = [title("Datei", number * FILES + at) for at in range(FILES)]
        entries = [title("Meldung", number * ENTRIES + at) for at in range(ENTRIES)]
        for name in (*files, *entries[:SHARED]):
            text = "\n\n".join([name, *paragraphs(name)])
            (self.folder / f"{name}.txt").write_text(f"{text}\n", "utf-8")
        self.titles |= {*files, *entries}
        self._entries += entries
        items = "".join(map(_item, reversed(self._entries)))
        feed = f'<rss version="2.0"><channel><title>Teich</title>{items}</channel></rss>'
        # A server reads it at any moment.
        new = self._web / "new.xml"
        new.write_text(feed, "utf-8")
        new.replace(self._web / "feed.xml")


def _item(name: str) -> str:
    whole = escape("".join(f"<p>{each}</p>" for each in paragraphs(name)))
    address = f"https://teich.example/{name.replace(' ', '-')}"
    return (
        f"<item><title>{name}</title><link>{address}</link><guid>{address}</guid><pubDate>{DAY}</pubDate>"
        f"<description>{whole}</description></item>"
    )


@contextmanager
def served(web: Path) -> Iterator[str]:
    """The address of a server on this machine; no thread may run while programs are forked off."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(web)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        line = server.stdout.readline()  # "Serving HTTP on 127.0.0.1 port 43211 (http://…/) ..."
        yield f"http://127.0.0.1:{line.split(' port ')[1].split()[0]}"
    finally:
        server.kill()
        server.wait()


def start(words: Sequence[str]) -> int:
    """Run `lesart` with some words in a process that is forked off; its id."""
    pid = os.fork()
    if pid:
        return pid
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1):
            os.dup2(nowhere, stream)
        os._exit(lesart(list(words)))
    except BaseException:
        traceback.print_exc()
    os._exit(70)


class Kills:
    """Kills programs that take articles in, and keeps what is wrong then."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._typical = 1.0
        """Seconds that a program takes that is let be."""
        self.kills = 0
        self.met = 0
        """Articles that were taken in."""
        self.wrong: list[str] = []
        self._later: set[str] = set()
        """Titles of what the reader put off."""

    def begin(self) -> None:
        """Begin with another library."""
        self._later = set()

    def round(self, commands: Sequence[Sequence[str]]) -> None:
        """Start programs, and kill each at some moment, unless it has ended before."""
        pids = [start(words) for words in commands]
        began = time.monotonic()
        moments = sorted(self._chance.uniform(0, 1.2 * self._typical) for _pid in pids)
        for pid, moment in zip(self._chance.sample(pids, len(pids)), moments, strict=True):
            time.sleep(max(0.0, began + moment - time.monotonic()))
            os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
            if os.WIFSIGNALED(status):
                self.kills += 1
            elif os.WEXITSTATUS(status):
                self.wrong.append(f"a program ended by itself, with {os.WEXITSTATUS(status)}")
            else:
                self._typical = max(0.05, 0.9 * self._typical)

    def finish(self, commands: Sequence[Sequence[str]]) -> None:
        """Let programs run to their ends, one after the other."""
        for words in commands:
            began = time.monotonic()
            _, status = os.waitpid(start(words), 0)
            self._typical = (self._typical + time.monotonic() - began) / 2
            if status:
                self.wrong.append(f"lesart {words[0]} ended with {os.waitstatus_to_exitcode(status)}")

    def look(self, before: Set[str], titles: Set[str], *, all_there: bool = False) -> set[str]:
        """The titles in the library now; what is wrong with them is kept."""
        where = locations()
        library = Library(where.library, where.cache)
        check = library.check()
        records = library.articles()
        now = Counter(record.title for record in records)
        self.wrong += [*check.troubles, *(damage.message for damage in library.damage)]
        self.wrong += [f"{name} was there and is lost" for name in before if name not in now]
        self.wrong += [f"{name} is there {count} times" for name, count in now.items() if count > 1]
        self.wrong += [f"{name} was never to be added" for name in now if name not in titles]
        if all_there:
            self.wrong += [f"{name} was never added" for name in titles if name not in now]
        for record in records:
            article = library.load_article(record.key)
            if article is None or not all(each in article.text for each in paragraphs(record.title)):
                self.wrong.append(f"the text of {record.title} is not whole")
        # What a reader does with an article lasts whatever happens to the programs.
        kept = {record.title for record in records if record.state is State.LATER}
        self.wrong += [f"{name} is no longer put off" for name in self._later - kept]
        new = next((record for record in records if record.title not in before), None)
        if new is not None:
            library.set_state(new.key, State.LATER)
            kept.add(new.title)
        self._later = kept
        self.met += len(titles & now.keys()) - len(before)
        return set(now)


def run(kills: int, seed: int, place: Path, report: bool = False) -> Kills:
    """Kill so many times in libraries below a folder."""
    killing = Kills(seed)
    number = 0
    home = os.environ.get("LESART_HOME")
    try:
        while killing.kills < kills and not killing.wrong:
            base = place / str(number)
            web = base / "web"
            web.mkdir(parents=True)
            os.environ["LESART_HOME"] = str(base / "home")
            sources = Sources(base / "files", web)
            commands = [["add", str(sources.folder)], ["fetch"]]
            with served(web) as address:
                sources.grow(number)
                killing.finish([["feed", "add", f"{address}/feed.xml"]])
                there: set[str] = set()
                killing.begin()
                for _round in range(ANEW):
                    number += 1
                    sources.grow(number)
                    killing.round(commands)
                    there = killing.look(there, sources.titles)
                    if killing.kills >= kills or killing.wrong:
                        break
                killing.finish(commands)
                killing.look(there, sources.titles, all_there=True)
            if report:
                print(f"{killing.kills:5} kills, {len(killing.wrong)} wrong", flush=True)
    finally:
        if home is not None:
            os.environ["LESART_HOME"] = home
        else:
            os.environ.pop("LESART_HOME", None)
    return killing


def main() -> int:
    """Kill, look, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        done = run(chosen.kills, chosen.seed, Path(place), report=True)
    for sentence in done.wrong[:20]:
        print(f"WRONG {sentence}")
    print(
        f"{done.kills} kills while {done.met} articles were added and fetched, "
        f"{len(done.wrong)} lost, twice or unreadable (bar 0)"
    )
    return int(bool(done.wrong))


if __name__ == "__main__":
    sys.exit(main())
