"""Tables over paired quotations: precision by rule and by band of confidence, ablation, and errors by kind."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.quotes import RULES
from tests.benchmarks.quotes.corpus import Document
from tests.benchmarks.quotes.metric import ROLES, Figures, Pair, Row, count, overlap, pair_up

BANDS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Predicted = Sequence[tuple[Document, Sequence[Row]]]


def pairs_of(predicted: Predicted) -> list[Pair]:
    """The pairs of all documents."""
    return [pair for document, rows in predicted for pair in pair_up(document.gold, rows)]


def by_rule(pairs: Iterable[Pair]) -> dict[str, tuple[int, int]]:
    """For each rule, how many of its findings are annotated quotations, and how many there are."""
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for pair in pairs:
        if pair.predicted.rule:
            total[pair.predicted.rule] += 1
            hits[pair.predicted.rule] += pair.found
    return {rule: (hits[rule], total[rule]) for rule in RULES if total[rule]}


def by_band(pairs: Iterable[Pair]) -> Iterator[tuple[float, float, int, float, float]]:
    """For each band of confidence: its bounds, findings, their mean confidence, and the share that is right."""
    bands: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.predicted.rule:
            place = max(k for k, low in enumerate(BANDS) if pair.predicted.confidence >= low)
            bands[place].append(pair)
    for place, inside in sorted(bands.items()):
        mean = sum(pair.predicted.confidence for pair in inside) / len(inside)
        right = sum(pair.found for pair in inside) / len(inside)
        yield BANDS[place], min(BANDS[place + 1], 1.0), len(inside), mean, right


def ablation(predicted: Predicted) -> Iterator[tuple[str, int, Figures]]:
    """For each family of rules: its findings, and the figures without them."""
    for family in dict.fromkeys(rule.family for rule in RULES.values()):
        kept = [
            (document, [row for row in rows if RULES[row.rule].family != family])
            for document, rows in predicted
        ]
        left_out = sum(len(rows) for _, rows in predicted) - sum(len(rows) for _, rows in kept)
        yield family, left_out, count(pairs_of(kept))


def errors(predicted: Predicted) -> Mapping[str, Counter[str]]:
    """What went wrong, under "missed", "false" and "speaker", counted by kind."""
    kinds: dict[str, Counter[str]] = {"missed": Counter(), "false": Counter(), "speaker": Counter()}
    for document, rows in predicted:
        pairs = list(pair_up(document.gold, rows))
        found = {pair.gold.quote for pair in pairs if pair.found}
        for pair in pairs:
            if pair.gold.type is not None and not pair.found:
                kinds["missed"][_missed(document, pair.gold, rows, found)] += 1
            if pair.predicted.rule and not pair.found:
                kinds["false"][_false(document, pair.predicted)] += 1
            if pair.found and pair.gold.parts["speaker"] and not pair.speaker_right:
                kinds["speaker"][_speaker(document, pair)] += 1
    return kinds


def _missed(document: Document, gold: Row, rows: Sequence[Row], found: set[frozenset[int]]) -> str:
    if gold.quote in found:
        return f"{gold.type}: annotated twice, found once"
    if any(overlap(gold.quote, row.quote) >= 0.25 for row in rows):
        return f"{gold.type}: other boundaries, or taken for a part of another"
    if gold.type == "Direct":
        around = any(gold.quote < other.quote for other in document.gold)
        words = sum(document.text[slice(*document.tokens[i])].isalnum() for i in gold.quote)
        size = "one or two words" if words < 3 else "three words or more"
        return f"Direct: {size}, {'inside other speech' if around else 'on its own'}"
    return f"{gold.type}: {'with' if gold.parts['cue'] else 'without'} a cue"


def _false(document: Document, row: Row) -> str:
    best = max((overlap(gold.quote, row.quote) for gold in document.gold), default=0.0)
    place = "part of an annotated one" if best else "nothing annotated there"
    return f"{RULES[row.rule].family}: {place}"


def _speaker(document: Document, pair: Pair) -> str:
    gold, predicted = pair.gold.parts["speaker"], pair.predicted.parts["speaker"]
    if not predicted:
        return f"{pair.gold.type}: none named"
    if gold & predicted:
        return f"{pair.gold.type}: too many or too few of the words"
    first, last = min(gold), max(gold)
    quote = pair.gold.quote
    between = document.text[
        document.tokens[min(last, max(quote))][1] : document.tokens[max(first, min(quote))][0]
    ]
    where = "another sentence" if re.search(r"[.!?]\W*\s", between) else "the sentence"
    return f"{pair.gold.type}: somebody else, the right one is in {where}"


def everything(figures: Figures) -> tuple[float, float, float]:
    """Macro F1 of quotation, roles and both together."""
    return (
        figures.macro("quote")[2],
        figures.macro(*ROLES)[2],
        figures.macro("quote", *ROLES)[2],
    )
