"""Scores for who is who: MUC and B³ with predicted mentions, and what is told of each actor.

MUC after Vilain et al. (1995), B³ after Bagga and Baldwin (1998) in the reading of Pradhan et al. (2014): mentions that
only one side has count as wrong there, and nothing is added or taken away to make both sides alike.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.analysis.analysis import Analysis, Form, Mention
from core.text.personal_names import fold
from core.text.spans import Span
from tests.core.actors.gold import GoldArticle

NAMES = (Form.NAME, Form.DERIVED, Form.PART)
Clusters = Sequence[frozenset[Span]]


@dataclass
class Ratio:
    """Hits of a precision and a recall, summed over articles."""

    right: float = 0.0
    found: float = 0.0
    right_of_gold: float = 0.0
    gold: float = 0.0

    def add(self, right: float, found: float, gold: float, right_of_gold: float | None = None) -> None:
        """Add counts; `right_of_gold` where the hits are counted otherwise for recall."""
        self.right += right
        self.found += found
        self.gold += gold
        self.right_of_gold += right if right_of_gold is None else right_of_gold

    @property
    def precision(self) -> float:
        """Share of the found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        return self.right_of_gold / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Scores:
    """All figures over some articles, and in words what was wrong."""

    mentions: Ratio
    muc: Ratio
    b_cubed: Ratio
    epithets: Ratio
    ages: Ratio
    roles: Ratio
    pronouns: Ratio
    kinds: Ratio
    actors: Ratio
    false_friends: int
    """Names of no actor (ships, photographers) that became one."""
    wrong: list[str]


def muc(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Links right by the found clusters, links found, links in gold, and links right by the gold clusters."""
    return (*_links(found, gold), *reversed(_links(gold, found)))  # type: ignore[return-value]


def _links(one: Clusters, other: Clusters) -> tuple[int, int]:
    """For each cluster of one side its links that the other keeps, and all of them."""
    of = {span: number for number, cluster in enumerate(other) for span in cluster}
    kept = total = 0
    for cluster in one:
        parts = len({of[span] for span in cluster if span in of}) + sum(span not in of for span in cluster)
        kept += len(cluster) - parts
        total += len(cluster) - 1
    return kept, total


def b_cubed(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Right by the found mentions, found mentions, gold mentions, and right by the gold mentions."""
    right, count = _overlaps(found, gold)
    right_of_gold, gold_count = _overlaps(gold, found)
    return right, count, gold_count, right_of_gold


def _overlaps(one: Clusters, other: Clusters) -> tuple[float, int]:
    of = {span: cluster for cluster in other for span in cluster}
    right = sum(len(cluster & of[span]) / len(cluster) for cluster in one for span in cluster if span in of)
    return right, sum(len(cluster) for cluster in one)


def score(pairs: Iterable[tuple[GoldArticle, Analysis]]) -> Scores:
    """All figures over some articles."""
    scores = Scores(*(Ratio() for _ in range(9)), 0, [])
    for article, analysis in pairs:
        _score(scores, article, analysis)
    return scores


def _score(scores: Scores, article: GoldArticle, analysis: Analysis) -> None:
    gold = _clusters((m.actor, (m.start, m.end)) for m in article.mentions if m.form in NAMES)
    found = _clusters((m.actor, m.span) for m in analysis.mentions if m.form in NAMES)
    spans, seen = set().union(*gold.values()), set().union(*found.values()) if found else set()
    scores.mentions.add(len(spans & seen), len(seen), len(spans))
    scores.muc.add(*muc(list(gold.values()), list(found.values())))
    scores.b_cubed.add(*b_cubed(list(gold.values()), list(found.values())))
    text = article.text
    for span in sorted(spans ^ seen):
        scores.wrong.append(f"{article.name}: {'missed' if span in spans else 'false'} {_around(text, span)}")
    same = _alignment(gold, found)
    by_span = {span: key for key, cluster in gold.items() for span in cluster}
    for key, cluster in found.items():
        for span in sorted(cluster):
            if span in by_span and same.get(key) != by_span[span]:
                scores.wrong.append(
                    f"{article.name}: {_around(text, span)} is {by_span[span]}, not {same.get(key)}"
                )
    _score_actors(scores, article, analysis, same)
    _score_epithets(scores, article, analysis, same, set(found))
    spoken = [m for m in analysis.mentions if m.form is Form.PRONOUN]
    for mention in article.mentions:
        if mention.form is Form.PRONOUN:
            right = any(m.start == mention.start and same.get(m.actor or "") == mention.actor for m in spoken)
            scores.pronouns.add(right, 1, 1)
            if not right:
                got = [same.get(m.actor or "") for m in spoken if m.start == mention.start]
                around = _around(text, (mention.start, mention.end))
                scores.wrong.append(f"{article.name}: pronoun {around} is {mention.actor}, not {got}")
    names = {m.span for m in analysis.mentions if m.actor and m.form is Form.NAME}
    scores.false_friends += sum((m.start, m.end) in names for m in article.mentions if m.actor is None)


def _score_actors(scores: Scores, article: GoldArticle, analysis: Analysis, same: Mapping[str, str]) -> None:
    of_gold = {key: id for id, key in same.items()}
    for key, actor in article.actors.items():
        found = analysis.actor(of_gold.get(key))
        scores.actors.add(0, 0, 1, found is not None)
        roles = {fold(role) for role in found.roles} if found else set()
        gold = {fold(role) for role in actor.roles}
        scores.roles.add(len(roles & gold), len(roles), len(gold))
        if roles != gold:
            scores.wrong.append(f"{article.name}: roles of {key} are {sorted(gold)}, not {sorted(roles)}")
        if found:
            scores.kinds.add(found.kind is actor.kind, 1, 1)
            if found.kind is not actor.kind:
                scores.wrong.append(f"{article.name}: {key} is a {actor.kind}, not a {found.kind}")
        age = found.age if found else None
        if actor.age is not None or age is not None:
            scores.ages.add(age == actor.age, age is not None, actor.age is not None)
            if age != actor.age:
                scores.wrong.append(f"{article.name}: age of {key} is {actor.age}, not {age}")
    extra = [
        a
        for a in analysis.actors
        if a.id not in same and any(m.form in NAMES for m in analysis.mentions_of(a.id))
    ]
    scores.actors.add(len(same), len(same) + len(extra), 0, 0)
    scores.wrong.extend(
        f"{article.name}: no actor of the story: {actor.name} ({actor.kind})" for actor in extra
    )


def _score_epithets(
    scores: Scores, article: GoldArticle, analysis: Analysis, same: Mapping[str, str], named: set[str]
) -> None:
    """Descriptions are matched where they overlap.

    Those of actors without a name do not count, nor does one right beside the name, which the articles do not mark.
    """
    gold = [m for m in article.mentions if m.form is Form.NOMINAL]
    edges = {(m.actor, m.start) for m in analysis.mentions if m.form is Form.NAME}
    edges |= {
        (m.actor, m.end)
        for m in analysis.mentions
        if m.form is Form.NAME and article.text[m.end : m.end + 1] == ","
    }
    found = [
        m
        for m in analysis.mentions
        if m.form is Form.NOMINAL and m.actor in named and not _is_beside(m, edges)
    ]
    hit: set[int] = set()
    for mention in found:
        met = [g for g in gold if _meet(g.start, g.end, mention)]
        right = [g for g in met if same.get(mention.actor or "") == g.actor]
        scores.epithets.add(bool(right), 1, 0, 0)
        hit.update(g.start for g in right)
        if not right:
            meant = met[0].actor if met else None
            around = _around(article.text, mention.span)
            scores.wrong.append(
                f"{article.name}: epithet {around} is {meant}, not {same.get(mention.actor or '')}"
            )
    for g in gold:
        scores.epithets.add(0, 0, 1, g.start in hit)
        if not any(_meet(g.start, g.end, m) for m in found):
            around = _around(article.text, (g.start, g.end))
            scores.wrong.append(f"{article.name}: epithet missed {around} {g.actor}")


def _is_beside(mention: Mention, edges: set[tuple[str | None, int]]) -> bool:
    """Whether a name of the same actor begins right behind a description, or ends with a comma right before it."""
    near = (mention.start - 2, mention.end + 1, mention.end + 2)
    return any((mention.actor, at) in edges for at in near)


def _meet(start: int, end: int, mention: Mention) -> bool:
    return start < mention.end and mention.start < end


def _clusters(linked: Iterable[tuple[str | None, Span]]) -> dict[str, frozenset[Span]]:
    found: dict[str, set[Span]] = {}
    for actor, span in linked:
        if actor is not None:
            found.setdefault(actor, set()).add(span)
    return {actor: frozenset(spans) for actor, spans in found.items()}


def _alignment(gold: Mapping[str, frozenset[Span]], found: Mapping[str, frozenset[Span]]) -> dict[str, str]:
    """Found actors with the gold actor each shares most mentions with, one to one, the greatest share first."""
    shared = Counter({(f, g): len(found[f] & gold[g]) for f in found for g in gold if found[f] & gold[g]})
    same: dict[str, str] = {}
    for (one, other), _ in shared.most_common():
        if one not in same and other not in same.values():
            same[one] = other
    return same


def _around(text: str, span: Span) -> str:
    """The words in brackets with a little of what stands around them."""
    start, end = span
    before, after = text[max(0, start - 25) : start], text[end : end + 15]
    return f"{before}[{text[start:end]}]{after}".replace("\n", " ")
