"""`python -m tests.benchmarks.quotes.articles`: direct speech and its speakers in the articles of `tests/data/quotes`.

They were written by people who did not see the rules (see the README there). The half "reading" may be looked at while
rules are written, and `--errors` lists what is wrong in it; the half "measuring" is only counted.

* found: quotations whose every stretch is listed as direct speech, each end off by at most the marks and a stop.
* false: words marked for another reason (names, titles, terms, irony) of which a direct quotation was made.
* speaker: of the quotations of somebody, those that are found with a speaker whose words overlap the nearest place of
  the annotated words, or who is resolved to the annotated actor. Of a quotation of nobody: that none is named.
* cue: quotations that are found and whose cue shares a word with the annotated one, or is missing in both.

With `--parsed FILE` what the pipeline reads is kept there, and later runs take seconds.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from core.analysis.analysis import Analysis, Quote, QuoteType
from core.analyzer.analyze import analysis_of
from core.articles.texts import plain_article
from core.lexicon.lexicon import load_lexicon
from core.quotes.component import Quotes
from core.text.spans import Span, overlaps
from tests.benchmarks.quotes.corpus import parsed

FOLDER = Path(__file__).parents[2] / "data" / "quotes"
FILES = ("agency", "press", "wiki")
HALVES = ("reading", "measuring")
_SEEN = frozenset(("agency-02",))
"""Articles with an even number that were looked at all the same."""
_SLACK = 3
"""Characters that an end may be off: a mark, a stop, a blank."""
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset("der die das den dem des ein eine einer eines einem einen".split())


@dataclass(frozen=True, slots=True)
class Said:
    """An annotated quotation: its stretches in marks, and the words for its speaker, for who that is, for its cue."""

    stretches: tuple[str, ...]
    speaker: str
    """Empty where nobody is named, as the two that follow."""
    name: str
    cue: str


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article."""

    id: str
    text: str
    said: tuple[Said, ...]
    marked: tuple[tuple[str, str], ...]
    """Words in marks that are no speech, each with its kind."""

    @property
    def half(self) -> str:
        """Which half it belongs to."""
        odd = int(self.id.rpartition("-")[2]) % 2 == 1
        return HALVES[0] if odd or self.id in _SEEN else HALVES[1]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one annotated quotation, or of words marked for another reason."""

    article: Article
    gold: Said | None
    kind: str
    """"speech", or why the words are marked."""
    found: bool
    speaker: bool = False
    cue: bool = False
    ours: tuple[Quote, ...] = ()
    """What was listed there."""


def read_articles(name: str) -> list[Article]:
    """The articles of one of the `FILES`."""
    text = (FOLDER / f"articles_{name}.txt").read_text(encoding="utf-8")
    return [read_article(piece) for piece in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]]


def read_article(piece: str) -> Article:
    """An article and what is annotated in it, as the README of the data describes the form."""
    id, _, rest = piece.partition("\n")
    text, _, notes = rest.partition("\n---\n")
    rows = [line.split("\t") for line in notes.splitlines() if line.strip()]
    said = [
        Said(tuple(row[1].split(" | ")), *("" if word == "-" else word for word in row[2:5]))
        for row in rows
        if row[0] == "S"
    ]
    return Article(
        id.strip(), text.strip("\n"), tuple(said), tuple((r[1], r[2]) for r in rows if r[0] == "N")
    )


def analyses(articles: list[Article], kept: Path | None) -> Iterator[Analysis]:
    """What Lesart says of each article; only the rules run anew where the pipeline's reading is kept."""
    finder = Quotes(load_lexicon("de"))
    for article, doc in zip(articles, parsed(articles, kept), strict=True):
        plain = replace(plain_article(article.text, article.id), language="de")
        doc._.blocks = plain.blocks
        yield analysis_of(plain, finder(doc))


def judge(article: Article, analysis: Analysis) -> Iterator[Judged]:
    """Hold an analysis against what is annotated."""
    direct = [quote for quote in analysis.quotes if quote.type is QuoteType.DIRECT]
    after: Counter[str] = Counter()
    places = [(said, [_next(article.text, part, after) for part in said.stretches]) for said in article.said]
    everything = [span for _, spans in places for span in spans]
    for said, spans in places:
        hits = [_listed(direct, span) for span in spans]
        ours = tuple(dict.fromkeys(quote for quotes in hits for quote in quotes))
        if not all(hits):
            near = tuple(q for q in direct if any(overlaps(one, two) for one in q.spans for two in spans))
            yield Judged(article, said, "speech", False, ours=near)
            continue
        who = any(_right(article, analysis, said, quote, spans, everything) for quote in ours)
        yield Judged(article, said, "speech", True, who, any(_same_cue(article, said, q) for q in ours), ours)
    for words, kind in article.marked:
        span = _next(article.text, words, after)
        ours = tuple(_listed(direct, span))
        yield Judged(article, None, kind, bool(ours), ours=ours)


def _next(text: str, words: str, after: Counter[str]) -> Span:
    """The first place of the words that was not given before; stretches said twice are annotated in text order."""
    start = text.find(words, after[words])
    if start < 0:
        start = text.find(words)
    assert start >= 0, words
    after[words] = start + 1
    return start, start + len(words)


def _listed(direct: Iterable[Quote], span: Span) -> list[Quote]:
    """The quotations of which a stretch is the one annotated."""
    return [
        quote
        for quote in direct
        if any(abs(s - span[0]) <= _SLACK and abs(e - span[1]) <= _SLACK for s, e in quote.spans)
    ]


def _right(
    article: Article, analysis: Analysis, said: Said, quote: Quote, spans: list[Span], speech: list[Span]
) -> bool:
    if quote.speaker is None or not said.speaker:
        return quote.speaker is None and not said.speaker
    actor = analysis.actor(quote.speaker.actor)
    if actor is not None and said.name and _is(actor.kind.value, (actor.name, *actor.aliases), said.name):
        return True
    places = [
        match.span()
        for match in re.finditer(rf"(?<!\w){re.escape(said.speaker)}(?!\w)", article.text)
        if not any(overlaps(match.span(), span) for span in speech)
    ]
    nearest = min(places, key=lambda place: _distance(place, spans), default=None)
    return nearest is not None and any(overlaps(span, nearest) for span in quote.speaker.spans)


def _is(kind: str, names: Iterable[str], wanted: str) -> bool:
    """Whether an actor is the one annotated: a person by a name within the annotated words, others by all of it."""
    words = [word for word in _WORD.findall(wanted) if word.lower() not in _ARTICLES]
    for name in names:
        own = [word for word in _WORD.findall(name) if word.lower() not in _ARTICLES]
        if own and (own == words or (kind == "person" and own == words[-len(own) :])):
            return True
    return False


def _distance(place: Span, spans: list[Span]) -> int:
    return min(max(start - place[1], place[0] - end, 0) for start, end in spans)


def _same_cue(article: Article, said: Said, quote: Quote) -> bool:
    ours = {
        word.lower()
        for start, end in (quote.cue.spans if quote.cue else ())
        for word in _WORD.findall(article.text[start:end])
    }
    theirs = {word.lower() for word in _WORD.findall(said.cue)}
    return bool(ours & theirs) or not (ours or theirs)


def print_figures(name: str, judged: list[Judged]) -> None:
    """One row of the table."""
    said = [one for one in judged if one.gold is not None]
    other = [one for one in judged if one.gold is None]
    cells = (
        (sum(one.found for one in said), len(said)),
        (sum(one.found for one in other), len(other)),
        (sum(one.speaker for one in said), len(said)),
        (sum(one.cue for one in said), len(said)),
    )
    print(f"{name:24}" + "".join(f"{f'{a}/{b} {a / max(b, 1):.3f}':>18}" for a, b in cells))


def print_errors(judged: Iterable[Judged]) -> None:
    """What is wrong, one error a line group."""
    for one in judged:
        ours = "; ".join(
            f"{q.rule}: {' | '.join(one.article.text[s:e] for s, e in q.spans)[:90]}"
            f" ({q.speaker.text if q.speaker else '-'})"
            for q in one.ours
        )
        if one.gold is None:
            if one.found:
                print(f"false    {one.article.id} {one.kind}: {ours}")
            continue
        words = " | ".join(one.gold.stretches)
        if not one.found:
            print(f"missed   {one.article.id} {words} ({one.gold.speaker or '-'}) ours: {ours}")
        elif not one.speaker:
            print(
                f"speaker  {one.article.id} {words[:90]}\n         {one.gold.speaker or '-'} / ours: {ours}"
            )
        elif not one.cue:
            cue = [one.article.text[s:e] for q in one.ours if q.cue for s, e in q.cue.spans]
            print(
                f"cue      {one.article.id} {words[:90]}: {one.gold.cue or '-'} / ours: {' '.join(cue) or '-'}"
            )


def main() -> int:
    """Analyse, hold against, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--parsed", type=Path, help="file to keep the pipeline's reading in")
    options.add_argument("--errors", action="store_true", help="list what is wrong in the half for reading")
    chosen = options.parse_args()
    articles = [article for name in FILES for article in read_articles(name)]
    judged = [
        one
        for article, analysis in zip(articles, analyses(articles, chosen.parsed), strict=True)
        for one in judge(article, analysis)
    ]
    print(f"{'':24}{'found':>18}{'false':>18}{'speaker':>18}{'cue':>18}")
    for half in HALVES:
        mine = [one for one in judged if one.article.half == half]
        for name in FILES:
            print_figures(f"{half}, {name}", [one for one in mine if one.article.id.startswith(name)])
        print_figures(half, mine)
    if chosen.errors:
        print_errors(one for one in judged if one.article.half == HALVES[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
