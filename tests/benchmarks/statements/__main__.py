"""Who said what on the annotated articles: `python -m tests.benchmarks.statements [--half read|counted] [--errors]`.

`--language en` takes the English ones, in the folder `en` beside the German.

Printed are how many statements of each kind are found, whether the speaker is right, and bands of how sure Lesart says
it is of the speaker against how often it is right. `--fit` fits the weights of the speaker choice anew on all articles
and writes them to the language's folder in `assets/lexicon`, with what its shares are worth for English (with `--half
read`); the bands it prints are of articles left out of the fit, a tenth at a time.
`--folder` takes articles from elsewhere.

`--ablate` prints what would be lost without each rule (see `ablate.py`): all of them in a quarter of an hour, `--ablate
quotes.direct` those in a minute. With `--half counted` that is measured on articles that no rule was written on, with
`--press FOLDER` on those of a folder of JSON files as well.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from core.analysis import Analysis, Quote
from core.analyzer.analyze import Proposal, analysis_of, load, propose
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.lexicon.weights import Weights, probabilities
from core.speaker_choice import choose_speakers
from core.speaker_choice.ranker import (
    AS_IT_IS,
    points_file,
    shipped_weights,
    weights_file,
)
from core.text.tables import LANGUAGES
from tests.benchmarks.statements.ablate import press_articles, print_worth, texts
from tests.benchmarks.statements.fit import PRIOR, STRENGTH, TO_GERMAN, Lesson, calibrate, fit, lessons
from tests.benchmarks.statements.gold import GoldArticle, articles, folder_of, short_articles
from tests.benchmarks.statements.scoring import Scored

GERMAN = "de"
FOLDS = 10
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
KINDS = ("direct", "indirect", "reported")


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article with all that Lesart says of it."""

    gold: GoldArticle
    proposal: Proposal
    analysis: Analysis
    scored: Scored


def half(article: GoldArticle) -> str:
    """Articles with an odd number may be read while rules are written; the others are only counted."""
    return "read" if int(article.id.rpartition("-")[2]) % 2 else "counted"


def read(gold: GoldArticle, language: str = "de") -> Read:
    """Analyse an article and hold the result against the annotation."""
    nlp = load(language)
    article = replace(plain_article(gold.text, gold.id), language=language)
    doc = make_doc(nlp, article.text, article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    analysis = analysis_of(article, doc)
    return Read(gold, propose(article, doc), analysis, Scored(gold, analysis))


def report(found: Sequence[Read]) -> None:
    """Print the figures of some articles."""
    for kind in KINDS:
        wanted = sum(
            quote.type == kind and not _neutral(quote) for each in found for quote in each.gold.quotes
        )
        missed = sum(
            quote.type == kind and not _neutral(quote) for each in found for quote in each.scored.missed
        )
        false = sum(_kind(quote) == kind for each in found for quote in each.scored.false)
        hit = wanted - missed
        precision = hit / max(1, hit + false)
        recall = hit / max(1, wanted)
        both = 2 * hit / max(1, 2 * hit + false + missed)
        print(f"{kind:<9} F1 {both:.3f}  precision {precision:.3f}  recall {recall:.3f}  of {wanted}")
    rows = [(match, each.scored.is_right_speaker(match)) for each in found for match in each.scored.matched]
    unclear = sum(match.found.speaker is None and not good for match, good in rows)
    right = sum(good for _, good in rows)
    print(
        f"speakers  right {right} of {len(rows)} ({right / max(1, len(rows)):.3f}), "
        f"wrong {len(rows) - right - unclear}, left open {unclear}"
    )
    print("how sure of the speaker, and how often right:")
    bands([(m.found.speaker.confidence, good) for m, good in rows if m.found.speaker is not None])
    marked = sum(
        any(
            quote.type == "direct" and quote.spans[0][0] <= start < quote.spans[-1][1]
            for quote in each.analysis.quotes
        )
        for each in found
        for start, _ in each.gold.not_quotes
    )
    print(
        f"marked words that are no speech taken for it: {marked} of "
        f"{sum(len(each.gold.not_quotes) for each in found)}"
    )
    links = [each.scored.links() for each in found]
    print(
        f"descriptions linked {sum(right for right, _ in links)} of "
        f"{sum(len(each.gold.descriptions) for each in found)}, to another {sum(wrong for _, wrong in links)}"
    )


def bands(rows: Sequence[tuple[float, bool]]) -> None:
    """Print by bands of confidence how many there are, and how many of them are right."""
    for low, high in pairwise(BANDS):
        inside = [good for share, good in rows if low <= share < high or (high == 1.0 and share == 1.0)]
        if inside:
            print(f"  {low:.2f} to {high:.2f}: {len(inside):>4}, right {sum(inside) / len(inside):.2f}")


def refit(found: Sequence[Read], language: str) -> None:
    """Fit on articles, write the weights, and print bands of articles that were left out.

    There are fewer English articles: the German weights hold there until they say otherwise.
    """
    prior = PRIOR if language == GERMAN else shipped_weights(GERMAN)
    strength = STRENGTH if language == GERMAN else TO_GERMAN
    taught = [lesson for each in found for lesson in lessons(each.gold.id, each.proposal, each.scored)]
    names = sorted({lesson.article for lesson in taught})
    rows: list[tuple[float, bool]] = []
    shown: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        left_out = set(names[fold::FOLDS])
        weights = fit([lesson for lesson in taught if lesson.article not in left_out], prior, strength)
        shown.extend(row for each in found if each.gold.id in left_out for row in chosen(each, weights))
        rows.extend(_best(lesson, weights) for lesson in taught if lesson.article in left_out)
    print(
        f"{len(taught)} statements of {len(names)} articles; chosen right where left out: "
        f"{sum(good for _, good in rows) / len(rows):.3f}"
    )
    bands(rows)
    write(fit(taught, prior, strength), language)
    if language != GERMAN:
        write_points(calibrate(shown), language)


def chosen(each: Read, weights: Weights) -> Iterator[tuple[float, bool]]:
    """The shares of the speakers chosen in an article under some weights, and whether each is right."""
    parsed, found = each.proposal.parsed, each.proposal.resolution
    asked = each.proposal.asked
    choices = choose_speakers(parsed, found.mentions, found.actors, asked, weights, AS_IT_IS)
    for match in each.scored.matched:
        choice = choices[int(match.found.id[1:]) - 1]
        if choice.actor is not None or choice.words:
            words = " ".join(parsed.text[start:end] for start, end in choice.words)
            yield choice.confidence, each.scored.is_right(match.gold, choice.actor, words)


def _best(lesson: Lesson, weights: Weights) -> tuple[float, bool]:
    likely = probabilities(lesson.facts, weights)
    best = max(range(len(likely)), key=likely.__getitem__)
    return likely[best], lesson.right[best]


def write(weights: Weights, language: str) -> None:
    """Write the weights as the table that is shipped; those too small to matter are left out."""
    head = (
        "# What each fact about a candidate weighs when it is decided who said a quotation (core/speaker_choice).\n"
        "# Source: `python -m tests.benchmarks.statements --fit`, fitted on the articles in tests/data/articles and\n"
        "# tests/data/quotes, which were written for Lesart.\n"
        "# Columns, separated by a tab: fact · weight\n"
    )
    rows = (f"{name}\t{weight:.3f}\n" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005)
    weights_file(language).write_text(head + "".join(rows), encoding="utf-8")


def write_points(points: Sequence[tuple[float, float]], language: str) -> None:
    """Write the table that says how often a share of the speaker choice is right."""
    head = (
        "# How often the speaker chosen with a share of the softmax is right (core/speaker_choice), a little low.\n"
        "# Source: `python -m tests.benchmarks.statements --fit`, on articles left out of the fit.\n"
        "# Columns, separated by a tab: share · how often right\n"
    )
    rows = (f"{share:g}\t{right:.3f}\n" for share, right in points)
    points_file(language).write_text(head + "".join(rows), encoding="utf-8")


def ablation(found: Sequence[Read]) -> None:
    """Print by rule what it finds, how much of that is right, and the points of F1 over all kinds lost without it."""
    wanted = sum(not _neutral(quote) for each in found for quote in each.gold.quotes)
    right = Counter(m.found.rule for each in found for m in each.scored.matched if not _neutral(m.gold))
    said = Counter(
        m.found.rule
        for each in found
        for m in each.scored.matched
        if not _neutral(m.gold) and each.scored.is_right_speaker(m)
    )
    false = Counter(quote.rule for each in found for quote in each.scored.false)
    hits, wrong = right.total(), false.total()

    def f1(hit: int, miss: int) -> float:
        return 200 * hit / max(1, hit + miss + wanted)

    print(f"{'without':34}{'right':>7}{'false':>7}{'speaker':>9}{'F1 lost':>9}")
    for rule in sorted({*right, *false}, key=lambda name: -right[name]):
        lost = f1(hits, wrong) - f1(hits - right[rule], wrong - false[rule])
        print(f"{rule:34}{right[rule]:7}{false[rule]:7}{said[rule]:9}{lost:9.2f}")


def errors(found: Iterable[Read]) -> None:
    """Print every statement that is missed, false, or said by somebody else."""
    for each in found:
        print(f"== {each.gold.id}")
        text = each.gold.text
        for quote in each.scored.missed:
            print(f"  missed {quote.type}: {_cut(text, quote.spans)} [{quote.speakers[0]}]")
        for wrong in each.scored.false:
            print(f"  false {wrong.type.value}: {_cut(text, wrong.spans)} [{wrong.rule}]")
        for match in each.scored.matched:
            if not each.scored.is_right_speaker(match):
                print(
                    f"  speaker {match.gold.speakers[0]}, got {_said_by(each, match.found)}: "
                    f"{_cut(text, match.found.spans)} [{match.found.rule}]"
                )


def _said_by(each: Read, quote: Quote) -> str:
    if quote.speaker is None:
        names = [each.analysis.actor(candidate.actor) for candidate in quote.candidates]
        return "unclear: " + ", ".join(actor.name for actor in names if actor) if names else "nobody"
    actor = each.analysis.actor(quote.speaker.actor)
    return f"“{quote.speaker.text}” = {actor.name if actor else None} ({quote.speaker.confidence:.2f})"


def _cut(text: str, spans: Sequence[tuple[int, int]], most: int = 110) -> str:
    words = " / ".join(" ".join(text[start:end].split()) for start, end in spans)
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _kind(quote: Quote) -> str:
    return quote.type.value if quote.type.value in ("direct", "reported") else "indirect"


def _neutral(quote: object) -> bool:
    return bool(getattr(quote, "part", False) or getattr(quote, "optional", False))


def main() -> None:
    """Measure, or fit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--half", choices=("read", "counted"))
    parser.add_argument(
        "--errors", action="store_true", help="print every error of the articles that may be read"
    )
    parser.add_argument(
        "--ablate",
        nargs="?",
        const="",
        metavar="RULES",
        help="print what would be lost without each rule, or each whose name begins so: quotes.direct",
    )
    parser.add_argument("--press", type=Path, help="JSON files whose articles are ablated as well")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES, default=GERMAN)
    options = parser.parse_args()
    folder = options.folder or folder_of(options.language)
    if options.fit:
        taught = [gold for gold in articles(folder) if options.half in (None, half(gold))]
        more = short_articles() if options.language == GERMAN else []
        refit([read(gold, options.language) for gold in (*taught, *more)], options.language)
        return
    found = [read(gold, options.language) for gold in articles(folder) if options.half in (None, half(gold))]
    kinds = Counter(each.gold.kind for each in found)
    print(f"{len(found)} articles: {', '.join(f'{number} {kind}' for kind, number in kinds.most_common())}")
    report(found)
    if options.ablate is not None:
        ablation(found)
        more = press_articles(options.press) if options.press else ()
        print_worth(texts([*(each.gold for each in found), *more], options.language), options.ablate)
    if options.errors:
        errors(each for each in found if half(each.gold) == "read")


if __name__ == "__main__":
    main()
