"""`python -m tests.benchmarks.mood FOLDER`: the mood of finite verbs by a pipeline, on 300 sentences of our own.

Rules were written with the errors on the 200 of "tuning" in view, and never with those on the 100 of "blind".

Counted are tokens with a Mood in their morphology; verbs whose mood the sentence does not settle are left out. The
exit status is 1 when F1 of Sub is below the bar. Labels are described in `tests/data/mood/README.md`.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from core.language.pipeline import WHOLE, register_components
from core.training.scoring import Score, Span, score_spans

BAR = 0.90
MOODS = ("Ind", "Sub", "Imp")
FOLDER = Path(__file__).parents[1] / "data" / "mood"
GOLD = FOLDER / "de.tsv"
HALVES = {"tuning": GOLD, "blind": FOLDER / "de_blind.tsv"}

NOTHING = Score(0, 0, 0)
_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Za-z]+)(\??)\]")


@dataclass(frozen=True, slots=True)
class FiniteVerb:
    """A finite verb in its sentence; `start` and `end` are offsets into the text, the end exclusive."""

    start: int
    end: int
    mood: str
    sure: bool
    """False where the form and the sentence leave the mood open."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its marks, and all its finite verbs in order."""

    group: str
    text: str
    verbs: tuple[FiniteVerb, ...]


def parse(line: str) -> Sentence:
    """Read "group TAB sentence with [verb|Mood]" into plain text and offsets."""
    group, marked = line.split("\t")
    text, verbs, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        form, mood, doubt = match.groups()
        verbs.append(FiniteVerb(len(text), len(text) + len(form), mood, sure=not doubt))
        text += form
        last = match.end()
    return Sentence(group, text + marked[last:], tuple(verbs))


def read_gold(path: Path = GOLD) -> list[Sentence]:
    """The sentences of a file, one a line."""
    return [parse(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def predict(nlp: Language, sentence: Sentence) -> set[Span]:
    """Spans of the tokens to which a pipeline gives a mood; several moods at once count as the first by name."""
    return {
        (token.idx, token.idx + len(token), mood)
        for token in nlp(sentence.text)
        for mood in token.morph.get("Mood", [])[:1]
    }


def score(pairs: Iterable[tuple[Sentence, set[Span]]]) -> dict[str, Score]:
    """Score predicted spans by mood, without the verbs that are left open."""

    def settled() -> Iterable[tuple[set[Span], set[Span]]]:
        for sentence, found in pairs:
            opened = {(verb.start, verb.end) for verb in sentence.verbs if not verb.sure}
            gold = {(verb.start, verb.end, verb.mood) for verb in sentence.verbs if verb.sure}
            yield gold, {span for span in found if span[:2] not in opened}

    return score_spans(settled())


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("pipeline", type=Path, help="folder of the pipeline")
    options.add_argument(
        "--errors", action="store_true", help="list the sentences of tuning with an error in Sub"
    )
    chosen = options.parse_args()
    register_components()
    nlp = spacy.load(chosen.pipeline, exclude=WHOLE)
    reached = []
    print(f"{'':20}{'P':>8}{'R':>8}{'F1':>8}{'verbs':>8}")
    for half, path in HALVES.items():
        pairs = [(sentence, predict(nlp, sentence)) for sentence in read_gold(path)]
        print(*_lines(half, pairs), sep="\n")
        reached.append(score(pairs).get("Sub", NOTHING).f1)
        if chosen.errors and half == "tuning":
            print(*_errors(pairs), sep="\n")
    return 0 if min(reached) >= BAR else 1


def _lines(half: str, pairs: list[tuple[Sentence, set[Span]]]) -> Iterator[str]:
    """The scores of each mood, and of Sub by group."""
    scores = score(pairs)
    rows = [(mood, scores.get(mood, NOTHING)) for mood in MOODS]
    for group in sorted({sentence.group for sentence, _ in pairs}):
        one = score(pair for pair in pairs if pair[0].group == group).get("Sub", NOTHING)
        if one.true:
            rows.append((f"Sub {group}", one))
    for name, one in rows:
        measures = "".join(f"{100 * value:8.2f}" for value in (one.precision, one.recall, one.f1))
        yield f"{half:8}{name:12}{measures}{one.true:8}"


def _errors(pairs: list[tuple[Sentence, set[Span]]]) -> Iterator[str]:
    for sentence, found in pairs:
        one = score([(sentence, found)]).get("Sub", NOTHING)
        if (one.right, one.right) != (one.predicted, one.true):
            got = [sentence.text[start:end] for start, end, mood in sorted(found) if mood == "Sub"]
            yield f"{sentence.text}  found: {', '.join(got) or '-'}"


if __name__ == "__main__":
    sys.exit(main())
