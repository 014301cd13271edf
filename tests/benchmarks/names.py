"""What the rules make of the network's names: `python -m tests.benchmarks.names --help`.

`--germeval FILE` is a file of GermEval 2014, as TSV or gzipped TSV: its tokens are joined to the text that they once
were, and every sentence is read as an article of its own. `--uner FILE` is an English file of Universal NER with the
texts of its sentences, which knows no MISC: such names count as nothing there. `--articles FOLDER` has articles as JSON
files with a "text", perhaps its "language" (else German), and its "mentions" as objects with "start", "end", "label",
and perhaps "label_alt", other right labels, or "optional"; "mentions_optional" are spans that count as nothing, found
or not.

Printed are precision, recall and F1 of exact spans with their labels (PER, LOC, ORG, and OTH as MISC): of the network
alone, with the rules of the pipeline behind it, and of names of the form "name" in a whole analysis, which is what
`lesart analyze` says. Units of money are left out: they are no names here. `--each` leaves out one rule at a time and
prints what it is worth. `--errors` prints every name that the network has right and the analysis has not.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc

from core.analysis import Form, Label
from core.analyzer.analyze import analysis_of, load
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.language.figures.tables import units
from core.language.pipeline import rules

LABELS = ("PER", "LOC", "ORG", "MISC")
STAGES = ("network", "rules", "analysis")
_CLOSE_TO_THE_LEFT = re.compile(r"[.,;:!?)\]}»“”’%]|\.\.\.")
_OPEN = "([{„«"

Name = tuple[int, int, str]


@dataclass(frozen=True)
class Sample:
    """A text with its names, each with the labels that are right for it, and the spans that count as nothing."""

    text: str
    gold: dict[Name, set[str]]
    neutral: set[tuple[int, int]]
    language: str = "de"
    labels: tuple[str, ...] = LABELS
    """The kinds of names that the gold knows."""

    def right(self, found: set[Name]) -> set[Name]:
        """The names of the gold that are among those found."""
        labels = {name[:2]: name[2] for name in found}
        return {name for name, right in self.gold.items() if labels.get(name[:2]) in right}


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


def germeval(path: Path) -> Iterator[Sample]:
    """The sentences of a file of GermEval without units of money, which it counts as names and Lesart does not."""
    money = frozenset(units("de")["money"])
    for text, names in sentences(path):
        gold = {name for name in names if text[name[0] : name[1]] not in money}
        yield Sample(
            text, {name: {name[2]} for name in gold}, {name[:2] for name in names if name not in gold}
        )


def uner(path: Path) -> Iterator[Sample]:
    """The sentences of an English file of Universal NER; what is nowhere in a sentence's text is left out."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        text = ""
        names: list[Name] = []
        at = 0
        for line in [*lines, ""]:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("# text = "):
                text, at = line.removeprefix("# text = ").rstrip("\n"), 0
            elif len(cells) > 2 and cells[0].isdecimal():
                start = text.find(cells[1], at)
                if start < 0:
                    continue
                at = start + len(cells[1])
                begins, _, label = cells[2].partition("-")
                if begins == "B":
                    names.append((start, at, label))
                elif begins == "I" and names:
                    names[-1] = (names[-1][0], at, names[-1][2])
            elif text:
                gold = {name: {name[2]} for name in names if name[2] in LABELS[:3]}
                yield Sample(text, gold, set(), "en", LABELS[:3])
                text, names = "", []


def articles(folder: Path) -> Iterator[Sample]:
    """The articles of a folder with their names."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        neutral = {(start, end) for start, end in data.get("mentions_optional", ())}
        gold = {}
        for mention in data["mentions"]:
            span = (mention["start"], mention["end"])
            if mention.get("optional"):
                neutral.add(span)
            else:
                gold[(*span, mention["label"])] = {mention["label"], *mention.get("label_alt", ())}
        yield Sample(data["text"], gold, neutral, data.get("language", "de"))


def stages(text: str, without: str = "", language: str = "de") -> dict[str, set[Name]]:
    """The names in a text after each stage; `without` is a component that is left out."""
    nlp = load(language)
    article = replace(plain_article(text, "a text"), language=language)
    doc = make_doc(nlp, article.text, article.blocks)
    found: dict[str, set[Name]] = {}
    for name, component in nlp.pipeline:
        if name == rules(language)[0]:
            found["network"] = _of(doc)
        if name != without:
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

    def add(self, sample: Sample, found: set[Name]) -> None:
        """Count the names of one text."""
        right = sample.right(found)
        self.right.update(name[2] for name in right)
        self.false.update(
            name[2] for name in found if name[:2] not in sample.neutral and not sample.right({name})
        )
        self.missed.update(name[2] for name in sample.gold.keys() - right)

    def line(self, labels: tuple[str, ...] = LABELS) -> str:
        """Precision, recall and F1 of some labels together."""
        right, false, missed = (
            sum(counted[label] for label in labels) for counted in (self.right, self.false, self.missed)
        )
        f1 = 2 * right / max(1, 2 * right + false + missed)
        return f"{right / max(1, right + false):.3f} {right / max(1, right + missed):.3f} {f1:.3f}"


def measured(samples: list[Sample], without: str = "", show: bool = False) -> dict[str, Counts]:
    """Count the names of texts at all stages."""
    counts = {stage: Counts() for stage in STAGES}
    for sample in samples:
        found = {
            stage: {name for name in names if name[2] in sample.labels}
            for stage, names in stages(sample.text, without, sample.language).items()
        }
        for stage in STAGES:
            counts[stage].add(sample, found[stage])
        if show:
            for start, end, label in sorted(sample.right(found["network"]) - sample.right(found["analysis"])):
                around = sample.text[max(0, start - 60) : end + 40].replace("\n", " ")
                print(f"lost {label} {sample.text[start:end]!r}: {around}")
    return counts


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
    parser.add_argument("--germeval", type=Path, metavar="FILE")
    parser.add_argument("--uner", type=Path, metavar="FILE")
    parser.add_argument("--articles", type=Path, metavar="FOLDER")
    parser.add_argument("--first", type=int, help="read only so many texts")
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    sources = ((germeval, options.germeval), (uner, options.uner), (articles, options.articles))
    for read, path in sources:
        if path is None:
            continue
        samples = list(islice(read(path), options.first))
        print(f"{path.name}: {len(samples)} texts")
        report(measured(samples, show=options.errors))
        for rule in rules(samples[0].language) if options.each else ():
            print(f"without {rule:22} {measured(samples, rule)['analysis'].line()}")


if __name__ == "__main__":
    main()
