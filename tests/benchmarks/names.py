"""What the rules make of the network's names: `python -m tests.benchmarks.names --germeval FILE [--errors]`.

FILE is one of GermEval 2014, as TSV or gzipped TSV. Its tokens are joined to the text that they once were, and every
sentence is read as an article of its own. Printed are precision, recall and F1 of exact spans with their labels (PER,
LOC, ORG, and OTH as MISC): of the network alone, with the rules of the pipeline behind it, and of a whole analysis.
Units of money are left out: they are no names here. Rules that lose there must have their reason elsewhere. `--errors`
prints every name that the network has right and the analysis has not.
"""

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from core.analysis import Form, Label
from core.analyzer.analyze import analysis_of, load
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.language.figures.tables import units
from core.language.pipeline import RULES

LABELS = ("PER", "LOC", "ORG", "MISC")
STAGES = ("network", "rules", "analysis")
_CLOSE_TO_THE_LEFT = re.compile(r"[.,;:!?)\]}»“”’%]|\.\.\.")
_OPEN = "([{„«"

Name = tuple[int, int, str]


def sentences(path: Path) -> Iterator[tuple[str, list[Name]]]:
    """The sentences of a file of GermEval as running text, each with its names by their places in it."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        tokens: list[tuple[str, str]] = []
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 2 and cells[0].isdecimal():
                tokens.append((cells[1], cells[2]))
            elif tokens:
                yield _joined(tokens)
                tokens = []
        if tokens:
            yield _joined(tokens)


def _joined(tokens: list[tuple[str, str]]) -> tuple[str, list[Name]]:
    """Tokens as text, with the blanks where they belong. A straight mark opens, the next one closes."""
    text = ""
    names: list[Name] = []
    inside = False
    for word, tag in tokens:
        behind_mark = text.endswith('"') and inside
        close = bool(_CLOSE_TO_THE_LEFT.fullmatch(word)) or text[-1:] in _OPEN or behind_mark
        if word == '"':
            close = close or inside
            inside = not inside
        text += word if close or not text else f" {word}"
        start = len(text) - len(word)
        begins, _, label = tag.partition("-")
        if begins == "B":
            names.append((start, len(text), label))
        elif begins == "I" and names:
            names[-1] = (names[-1][0], len(text), names[-1][2])
    labels = {"OTH": "MISC"}
    kept = [(start, end, labels.get(label, label)) for start, end, label in names]
    return text, [name for name in kept if name[2] in LABELS]


def _without_units(names: set[Name], text: str) -> set[Name]:
    """The names without units of money, which GermEval counts as names and Lesart does not."""
    money = frozenset(units("de")["money"])
    return {name for name in names if text[name[0] : name[1]] not in money}


def stages(text: str) -> dict[str, set[Name]]:
    """The names in a text after each stage."""
    nlp = load("de")
    article = replace(plain_article(text, "a sentence"), language="de")
    doc = make_doc(nlp, article.text, article.blocks)
    found: dict[str, set[Name]] = {}
    for name, component in nlp.pipeline:
        if name == RULES[0]:
            found["network"] = _of(doc)
        doc = component(doc)
    found["rules"] = _of(doc)
    found["analysis"] = {
        (mention.start, mention.end, mention.label.value)
        for mention in analysis_of(article, doc).mentions
        if mention.form is Form.NAME and mention.label in (Label.PER, Label.LOC, Label.ORG, Label.MISC)
    }
    return found


def _of(doc: Doc) -> set[Name]:
    return {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in LABELS}


class Counts:
    """Right, false and missed names of one stage, by label."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def add(self, gold: set[Name], found: set[Name]) -> None:
        """Count the names of one sentence."""
        self.right.update(name[2] for name in gold & found)
        self.false.update(name[2] for name in found - gold)
        self.missed.update(name[2] for name in gold - found)

    def line(self, labels: tuple[str, ...] = LABELS) -> str:
        """Precision, recall and F1 of some labels together."""
        right, false, missed = (
            sum(counted[label] for label in labels) for counted in (self.right, self.false, self.missed)
        )
        f1 = 2 * right / max(1, 2 * right + false + missed)
        return f"{right / max(1, right + false):.3f} {right / max(1, right + missed):.3f} {f1:.3f}"


def report(counts: dict[str, Counts]) -> None:
    """Print the figures of all stages."""
    for stage in STAGES:
        by_label = "   ".join(f"{label} {counts[stage].line((label,))}" for label in LABELS)
        print(f"{stage:<9} P R F1 {counts[stage].line()}   {by_label}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--germeval", type=Path, required=True)
    parser.add_argument("--first", type=int, help="read only so many sentences")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    counts = {stage: Counts() for stage in STAGES}
    for number, (text, names) in enumerate(sentences(options.germeval)):
        if options.first is not None and number >= options.first:
            break
        gold = _without_units(set(names), text)
        found = {stage: _without_units(of_stage, text) for stage, of_stage in stages(text).items()}
        for stage in STAGES:
            counts[stage].add(gold, found[stage])
        if options.errors:
            for start, end, label in sorted((gold & found["network"]) - found["analysis"]):
                print(f"lost {label} {text[start:end]!r}: {text}")
    report(counts)


if __name__ == "__main__":
    main()
