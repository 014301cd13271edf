"""Reading SpkAtt-2023: who says what in speeches of the Bundestag (Rehbein et al. 2023, GermEval shared task)."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.language.speech.roles import ROLES

_NAMES = {"cue": "Cue", "source": "Source", "message": "Message", "addressee": "Addr"}
_OPEN_ENDS = frozenset(":;,-")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Speech:
    """A sentence and what is said in it: for each event, the places of the words of each role in `ROLES`."""

    words: tuple[str, ...]
    events: tuple[tuple[frozenset[int], ...], ...]


def read_spkatt(path: Path) -> list[Speech]:
    """Read a file of one speech a line, plain or gzipped, as sentences.

    The data cuts at colons and semicolons too; such parts are put together again as far as a sentence stays short of
    120 words. Words of an event outside the sentence of its cue are left out, for sentences are read alone.
    """
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")
    return [sentence for line in lines if line.strip() for sentence in _sentences(json.loads(line))]


def _sentences(speech: dict[str, Any]) -> Iterator[Speech]:
    parts = {part["SentenceId"]: part["Tokens"] for part in speech["Sentences"]}
    events = [
        [[(int(a), int(b)) for a, b in (word.split(":") for word in event[_NAMES[role]])] for role in ROLES]
        for event in speech["Annotations"]
    ]
    for numbers in _joined(parts):
        places = {
            place: i for i, place in enumerate((n, word) for n in numbers for word in range(len(parts[n])))
        }
        here = [
            tuple(frozenset(places[place] for place in role if place in places) for role in event)
            for event in events
            if event[0] and event[0][0] in places
        ]
        yield Speech(tuple(word for n in numbers for word in parts[n]), tuple(here))


def _joined(parts: dict[int, list[str]]) -> Iterator[list[int]]:
    waiting: list[int] = []
    length = 0
    for number in sorted(parts):
        words = parts[number]
        if waiting and length + len(words) > _LONGEST:
            yield waiting
            waiting, length = [], 0
        waiting.append(number)
        length += len(words)
        if words[-1] not in _OPEN_ENDS:
            yield waiting
            waiting, length = [], 0
    if waiting:
        yield waiting
