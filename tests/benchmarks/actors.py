"""How well the actors of an article are told apart, on the articles in tests/data/actors, and how the time grows.

python -m tests.benchmarks.actors [--half tuning|measuring] [--wrong]
python -m tests.benchmarks.actors --scaling
"""

import argparse
import sys
import time

from core.actors import resolve
from core.analysis.analysis import ActorKind, Form, Label, Mention
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.lexicon.lexicon import load_lexicon
from core.parsed_text.from_doc import parsed_text
from core.text.spans import Span
from tests.core.actors.gold import HALVES, GoldArticle, load
from tests.core.actors.scoring import Scores, score
from tests.core.language.bracketed import rules_pipeline

BARS = {
    "B³ F1": 0.88,
    "MUC F1": 0.85,
    "epithets recall": 0.60,
    "epithets precision": 0.85,
    "ages": 1.0,
    "roles F1": 0.85,
    "pronoun speakers": 0.75,
}
"""What the measuring half has to reach."""


def figures(scores: Scores) -> dict[str, float]:
    """The figures that have a bar, by name."""
    return {
        "B³ F1": scores.b_cubed.f1,
        "MUC F1": scores.muc.f1,
        "epithets recall": scores.epithets.recall,
        "epithets precision": scores.epithets.precision,
        "ages": scores.ages.f1,
        "roles F1": scores.roles.f1,
        "pronoun speakers": scores.pronouns.recall,
    }


TIMES = (1, 10, 100)
"""How often 1,000 words are laid end to end."""
_LABELS = {ActorKind.PERSON: Label.PER, ActorKind.GROUP: Label.PER, ActorKind.PLACE: Label.LOC}
_MOST = 1.6
"""How much longer a mention may take in the longest text than in the one a tenth as long."""


def scaling() -> int:
    """Print how long resolving takes by length; status 1 where the time for a mention grows.

    Names, pronouns that speak and descriptions are those of four articles, without a model. Every copy has people of
    its own, for each surname is spelt anew: the worst case, for no copy can lean on another.
    """
    articles = load("tuning")[:4]
    nlp = rules_pipeline()
    each: list[float] = []
    for times in TIMES:
        text, names, speakers = _laid_end_to_end(articles, times)
        doc = make_doc(nlp, text, plain_article(text, "").blocks)
        parsed = parsed_text(nlp.get_pipe("lesart_sentences")(doc), load_lexicon("de"))
        start = time.process_time()
        found = resolve(parsed, names, speakers, [])
        took = time.process_time() - start
        each.append(took / len(found.mentions))
        counts = (
            f"{len(text.split()):7,} words {len(found.mentions):6,} mentions {len(found.actors):5,} actors"
        )
        print(f"{times:4} times: {counts} {took:7.2f} s {each[-1] * 1e6:6.0f} µs a mention")
    return 1 if each[-1] > _MOST * each[-2] else 0


def _laid_end_to_end(articles: list[GoldArticle], times: int) -> tuple[str, list[Mention], list[list[Span]]]:
    """Copies of articles in one text, with their names and the pronouns that speak."""
    pieces: list[str] = []
    names: list[Mention] = []
    speakers: list[list[Span]] = []
    length = 0
    for copy in range(times):
        code = "".join("abcdefghij"[int(digit)] for digit in f"{copy:03}")
        for article in articles:
            last = 0
            for mention in article.mentions:
                if (
                    mention.start < last
                    or mention.form not in (Form.NAME, Form.PRONOUN)
                    or mention.actor is None
                ):
                    continue
                kind = article.actors[mention.actor].kind
                words = article.text[mention.start : mention.end]
                own = code if kind is ActorKind.PERSON and mention.form is Form.NAME else ""
                pieces += [article.text[last : mention.start], words + own]
                start = length + mention.start - last
                length = start + len(words + own)
                last = mention.end
                if mention.form is Form.NAME:
                    names.append(Mention(start, length, _LABELS.get(kind, Label.ORG)))
                else:
                    speakers.append([(start, length)])
            pieces.append(article.text[last:] + "\n")
            length += len(pieces[-1])
    return "".join(pieces), names, speakers


def main() -> int:
    """Print the figures; status 1 where the measuring half misses a bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong in the tuning half")
    parser.add_argument(
        "--scaling", action="store_true", help="measure how the time grows with the length instead"
    )
    options = parser.parse_args()
    if options.scaling:
        return scaling()
    missed = 0
    for half in [options.half] if options.half else HALVES:
        scores = score(
            (article, analyze(plain_article(article.text, article.name))) for article in load(half)
        )
        print(f"{half}")
        for name, ratio in (("mentions", scores.mentions), ("B³", scores.b_cubed), ("MUC", scores.muc)):
            print(f"  {name:20} P {ratio.precision:.3f}  R {ratio.recall:.3f}  F1 {ratio.f1:.3f}")
        for name, value in figures(scores).items():
            below = value < BARS[name]
            missed += below and half == "measuring"
            print(f"  {name:20} {value:.3f}   bar {BARS[name]:.2f}{'  missed' if below else ''}")
        print(f"  {'actors':20} P {scores.actors.precision:.3f}  R {scores.actors.recall:.3f}")
        print(f"  {'kinds':20} {scores.kinds.recall:.3f}")
        print(f"  {'names of no actor':20} {scores.false_friends} became one")
        if options.wrong and half == "tuning":
            print("\n".join(scores.wrong))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
