"""`python -m tests.benchmarks.sentences`: precision, recall and F1 of German sentence starts on paragraphs of our own.

Rules may be tuned on the half "tuning"; the half "measuring" tells what they are worth. The row "inner" leaves out the
first sentence of every paragraph, which a blank line gives away; the exit status is 1 when its F1 on the measuring half
is below the bar. The paragraphs and what counts as a boundary are described in `tests/data/sentences/README.md`.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.articles.blocks import segment
from core.language.document import DATELINE, make_doc
from core.language.pipeline import WHOLE, register_components
from core.language.sentences import BLOCKS
from core.training.scoring import Score

BAR = 0.97
HALVES = ("tuning", "measuring")
FOLDER = Path(__file__).parents[1] / "data" / "sentences"
REMARK = "# "
ON_A_NEW_LINE = "↵ "


@dataclass(frozen=True, slots=True)
class Gold:
    """Paragraphs as one text, with the offsets at which sentences begin."""

    text: str
    starts: frozenset[int]
    paragraphs: frozenset[int]
    """Those starts that begin a paragraph."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a pipeline found in a text."""

    inner: Score
    all: Score
    missed: tuple[int, ...]
    invented: tuple[int, ...]


def read_gold(path: Path) -> Gold:
    """Read a file of one sentence a line and a blank line between paragraphs into one text.

    The sentences of a paragraph are joined by a blank, or by a line feed before a line marked "↵ "; paragraphs are
    joined by a blank line. Lines that begin with "# " are remarks.
    """
    text = ""
    starts: set[int] = set()
    paragraphs: set[int] = set()
    gap = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(REMARK):
            continue
        if not line.strip():
            gap = "\n\n" if text else ""
            continue
        if line.startswith(ON_A_NEW_LINE):
            gap, line = "\n", line.removeprefix(ON_A_NEW_LINE)
        text += gap
        starts.add(len(text))
        if gap in ("", "\n\n"):
            paragraphs.add(len(text))
        text += line.strip()
        gap = " "
    return Gold(text, frozenset(starts), frozenset(paragraphs))


def measure(gold: Gold, doc: Doc) -> Measured:
    """Compare the sentence starts of a document with the gold ones; cuts behind a dateline are left out."""
    datelines = {
        doc[span.end].idx
        for span in doc.spans.get(BLOCKS, ())
        if span.label_ == DATELINE and span.end < len(doc)
    }
    found = {sentence.start_char for sentence in doc.sents} - (datelines - gold.starts)
    return Measured(
        inner=_score(gold.starts - gold.paragraphs, found - gold.paragraphs),
        all=_score(gold.starts, found),
        missed=tuple(sorted(gold.starts - found)),
        invented=tuple(sorted(found - gold.starts)),
    )


@cache
def gold_half(half: str) -> Gold:
    """One half of the German paragraphs, "tuning" or "measuring"."""
    return read_gold(FOLDER / f"de_{half}.txt")


@cache
def rules() -> Language:
    """A blank German pipeline with the sentence rules alone."""
    register_components()
    nlp = spacy.blank("de")
    nlp.add_pipe("lesart_sentences")
    return nlp


def read_doc(nlp: Language, text: str, blocks: bool) -> Doc:
    """Read a text as it stands, or as the program reads an article: cut into blocks first."""
    if not blocks:
        return nlp(text)
    doc = make_doc(nlp, text, segment(text))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _score(true: frozenset[int], found: set[int] | frozenset[int]) -> Score:
    return Score(len(true & found), len(found), len(true))


def _lines(name: str, measured: Measured) -> Iterator[str]:
    for row, score in (("inner", measured.inner), ("all", measured.all)):
        measures = "".join(f"{100 * value:8.2f}" for value in (score.precision, score.recall, score.f1))
        yield f"{name:10} {row:6}{measures}{score.true:8}"


def _errors(gold: Gold, measured: Measured) -> Iterator[str]:
    for word, offsets in (("missed", measured.missed), ("invented", measured.invented)):
        for offset in offsets:
            before = gold.text[max(0, offset - 40) : offset].replace("\n", "↵")
            after = gold.text[offset : offset + 40].replace("\n", "↵")
            yield f"{word:8} {before:>40}|{after}"


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--errors", nargs="?", const="tuning", choices=HALVES, help="list each error of a half"
    )
    options.add_argument(
        "--blocks", action="store_true", help="cut the text into blocks first, as an article"
    )
    options.add_argument(
        "--pipeline", type=Path, help="folder of a pipeline to measure instead of the rules alone"
    )
    chosen = options.parse_args()
    register_components()
    nlp = spacy.load(chosen.pipeline, exclude=WHOLE) if chosen.pipeline else rules()
    print(f"{'half':10} {'':6}{'P':>8}{'R':>8}{'F1':>8}{'starts':>8}")
    reached = 0.0
    for half in HALVES:
        gold = gold_half(half)
        measured = measure(gold, read_doc(nlp, gold.text, chosen.blocks))
        print(*_lines(half, measured), sep="\n")
        if chosen.errors == half:
            print(*_errors(gold, measured), sep="\n")
        reached = measured.inner.f1
    print(f"bar {100 * BAR:.0f} for F1, inner, on the measuring half")
    return 0 if reached >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
