"""Killed while it adds: what was added is there, nothing twice; and an index that is gone is made anew."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from core.library import Library
from tests.core.library.conftest import make_article

ROOT = Path(__file__).parents[3]
ADDER = """
import json, os, sys
from pathlib import Path
from core.library import Library
from tests.core.library.conftest import make_article
folder, articles = Path(sys.argv[1]), int(sys.argv[2])
library = Library(folder, folder.with_name("cache"))
for number in range(articles):
    added = library.add(make_article(f"Meldung {number} vom Kai, neu gefasst.\\n", f"https://kai.example/{number}"))
    os.write(1, (json.dumps(added.key) + "\\n").encode())
"""


def test_killed_while_adding_nothing_is_lost_and_nothing_is_there_twice(folder):
    chance, confirmed = random.Random(8), set[str]()
    for _ in range(6):
        adder = subprocess.Popen(
            [sys.executable, "-c", ADDER, str(folder), "60"], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert adder.stdout is not None
        for _line in range(chance.randint(1, 20)):
            confirmed.add(json.loads(adder.stdout.readline()))
        time.sleep(chance.uniform(0, 0.05))
        adder.send_signal(signal.SIGKILL)
        confirmed.update(json.loads(line) for line in adder.stdout.read().splitlines())
        adder.wait()
        library = Library(folder, folder.with_name("cache"))
        there = [record.key for record in library.articles()]
        assert len(there) == len(set(there))
        assert confirmed <= set(there)
        assert library.check().troubles == ()


def test_an_index_that_is_deleted_or_damaged_meanwhile_is_made_anew_and_that_is_said_once(folder):
    library = Library(folder)
    for number in range(5):
        library.add(make_article(f"Meldung {number} vom Kai.\n", f"{number}.txt"))
    for path in folder.glob("index.sqlite3*"):
        path.unlink()
    library.add(make_article("Noch eine Meldung vom Kai.\n", "6.txt"))
    assert len(library.articles()) == 6
    other = Library(folder)
    assert len(other.articles()) == 6
    for path in folder.glob("index.sqlite3*"):
        path.write_bytes(b"kein Verzeichnis" * 400)
    again = Library(folder)
    assert len(again.articles()) == 6
    assert len(again.articles()) == 6
    assert [damage.message for damage in again.damage if "index" in damage.message] == [
        "The index of the library was damaged; it is made anew from the articles, and nothing is lost."
    ]
