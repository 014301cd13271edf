"""Whether those without a name are somebody named: `python -m tests.benchmarks.same_person [--fit]`.

Each description of a person in the annotated articles is a question of whom it means, those included that the rules
have linked. Printed is how many of those left by the rules are linked at which probability, and how many of them to the
right person, on articles left out of the fit, a tenth at a time. `--fit` fits the weights on all articles and writes
them to `assets/lexicon/de`.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.actors.coreference.same_person import SOMEBODY_ELSE, WEIGHTS, Question
from core.actors.resolve import questions
from core.analysis import Form, Mention
from core.analyzer.analyze import evidence, load
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.lexicon.weights import Weights, probabilities
from core.text.spans import overlaps
from tests.benchmarks.statements.fit import Lesson, fit
from tests.benchmarks.statements.gold import GoldArticle, articles

STRENGTH = 1.0
FOLDS = 10
SHARES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer."""

    lesson: Lesson
    left: bool
    """Whether the rules have linked nobody."""
    named: bool
    """Whether somebody with a name is meant."""


def asked(gold: GoldArticle) -> Iterator[Asked]:
    """The descriptions in an article. Those that are not annotated mean nobody named."""
    nlp = load("de")
    article = replace(plain_article(gold.text, gold.id), language="de")
    doc = make_doc(nlp, article.text, article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    found, mentions = questions(doc._.parsed_text, *evidence(article, doc))
    names = _names(gold, mentions)
    named = {actor.name for actor in gold.actors if actor.names}
    starts = {start: name for (start, _), name in gold.descriptions.items()}
    ends = {end: name for (_, end), name in gold.descriptions.items()}
    for question in found:
        meant = {ends.get(end) or starts.get(start) for start, end in question.spans} & named
        right = tuple(
            names.get(option) in meant if option != SOMEBODY_ELSE else not meant
            for option in question.options
        )
        lesson = Lesson(gold.id, question.facts, right, question.options)
        yield Asked(lesson, question.actor not in names and not _is_named(question), bool(meant))


def _names(gold: GoldArticle, mentions: Sequence[Mention]) -> dict[str, str]:
    """Who each actor of the analysis is, by the places where they are named."""
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.actor is not None and mention.form is Form.NAME:
            for span, name in gold.mentions.items():
                if overlaps(mention.span, span):
                    votes.setdefault(mention.actor, Counter())[name] += 1
    return {actor: counted.most_common(1)[0][0] for actor, counted in votes.items()}


def _is_named(question: Question) -> bool:
    return question.actor in question.options


def report(taught: Sequence[Asked]) -> None:
    """Print how many of those left by the rules are linked, and how many of them rightly."""
    names = sorted({each.lesson.article for each in taught})
    rows: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        left_out = set(names[fold::FOLDS])
        weights = fit([each.lesson for each in taught if each.lesson.article not in left_out], {}, STRENGTH)
        rows.extend(
            _likeliest(each.lesson, weights)
            for each in taught
            if each.lesson.article in left_out and each.left
        )
    left = [each for each in taught if each.left]
    print(f"{len(left)} people without a name, {sum(each.named for each in left)} of them somebody named")
    for share in SHARES:
        linked = [good for likely, good in rows if likely >= share]
        print(f"  linked at {share:.2f}: {len(linked):>4}, right {sum(linked)}")


def _likeliest(lesson: Lesson, weights: Weights) -> tuple[float, bool]:
    """How likely the likeliest of those named is, and whether it is right."""
    likely = probabilities(lesson.facts, weights)
    best = max(range(1, len(likely)), key=likely.__getitem__, default=0)
    return (likely[best], lesson.right[best]) if best else (0.0, False)


def write(weights: Weights) -> None:
    """Write the table that is shipped; weights too small to matter are left out."""
    head = (
        "# What each fact weighs when it is decided whether somebody without a name is somebody named\n"
        "# (core/actors/coreference/same_person.py).\n"
        "# Source: `python -m tests.benchmarks.same_person --fit`, fitted on tests/data/articles, which were\n"
        "# written for Lesart.\n"
        "# Columns, separated by a tab: fact · weight\n"
    )
    rows = (f"{name}\t{weight:.3f}\n" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005)
    WEIGHTS.write_text(head + "".join(rows), encoding="utf-8")


def main() -> None:
    """Measure, or fit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    taught = [each for gold in articles() for each in asked(gold)]
    report(taught)
    if options.fit:
        write(fit([each.lesson for each in taught], {}, STRENGTH))


if __name__ == "__main__":
    main()
