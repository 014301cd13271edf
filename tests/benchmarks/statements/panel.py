"""The panel of actors on the annotated articles: `python -m tests.benchmarks.statements.panel [--half read|counted]`.

Counted are persons that are one actor with their full name, persons that stand on nobody's name, ages, roles and
affiliations. A role or affiliation is somebody else's where the annotation gives it to another actor and not to this
one: the worst fault. `--errors` prints every fault of the articles that may be read.
"""

import argparse
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from core.analysis import Actor, ActorKind, Analysis, Form
from core.text.spans import overlaps
from core.text.tables import LANGUAGES
from tests.benchmarks.statements.gold import GoldActor, GoldArticle, articles, folder_of

_WORD = re.compile(r"\w+")
_ENDINGS = re.compile(r"(?:innen|ern|en|es|er|n|s|e)$")


@dataclass
class Panel:
    """What was counted, with a line for every fault."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def note(self, kind: str, words: str) -> None:
        """Count a fault and keep what it was."""
        self.counts[kind] += 1
        self.faults.append(f"{kind:<16} {words}")


def compare(gold: GoldArticle, analysis: Analysis, panel: Panel) -> None:
    """Count one article."""
    held: dict[str, set[str]] = defaultdict(set)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in analysis.mentions:
        if mention.form is Form.NAME and mention.actor is not None:
            for span, name in gold.mentions.items():
                if overlaps(mention.span, span):
                    held[name].add(mention.actor)
                    votes[mention.actor][name] += 1
    actors = {actor.id: actor for actor in analysis.actors}
    people = [actor for actor in gold.actors if actor.kind == "person" and actor.names]
    for person in people:
        found = [actors[id] for id in sorted(held[person.name])]
        _identity(person, found, votes, panel)
        _age(person, found, panel)
        _roles(person, found, gold, panel)
        _affiliations(person, found, gold, panel)
    for actor in analysis.actors:
        if actor.kind is ActorKind.PERSON and not votes[actor.id]:
            panel.note("phantom", f"{gold.id}: {actor.name} {list(actor.roles)}")


def _identity(person: GoldActor, found: list[Actor], votes: dict[str, Counter[str]], panel: Panel) -> None:
    panel.counts["persons"] += 1
    if not found:
        panel.note("person missing", person.name)
    elif len(found) > 1:
        panel.note("person split", f"{person.name}: {[actor.name for actor in found]}")
    elif len(votes[found[0].id]) > 1:
        panel.note("person merged", f"{found[0].name}: {list(votes[found[0].id])}")
    elif found[0].kind is not ActorKind.PERSON or _plain(found[0].name) != _plain(person.name):
        panel.note("person misnamed", f"{person.name}: {found[0].kind.value} {found[0].name}")
    else:
        panel.counts["persons right"] += 1


def _age(person: GoldActor, found: list[Actor], panel: Panel) -> None:
    ages = {actor.age for actor in found if actor.age is not None}
    panel.counts["ages"] += person.age is not None
    if person.age is not None and ages == {person.age}:
        panel.counts["ages right"] += 1
    elif ages:
        panel.note("age wrong", f"{person.name}: {person.age}, got {ages}")
    elif person.age is not None:
        panel.note("age missed", f"{person.name}: {person.age}")


def _roles(person: GoldActor, found: list[Actor], gold: GoldArticle, panel: Panel) -> None:
    said = [role for actor in found for role in actor.roles]
    if person.roles:
        panel.counts["roles"] += 1
        if any(_alike(role, other) for role in person.roles for other in said):
            panel.counts["roles right"] += 1
        else:
            panel.note("role missed", f"{person.name}: {list(person.roles)}, got {said}")
    own = (*person.roles, *person.descriptions)
    for role in said:
        panel.counts["roles said"] += 1
        if any(_alike(role, other) for other in own):
            continue
        others = [
            other.name
            for other in gold.actors
            if other is not person and any(_alike(role, words) for words in other.roles)
        ]
        kind = "role of another" if others else "role beyond"
        panel.note(kind, f"{gold.id} {person.name}: {role!r} {others}")


def _affiliations(person: GoldActor, found: list[Actor], gold: GoldArticle, panel: Panel) -> None:
    said = [body for actor in found for body in actor.affiliations]
    own = {body: _names_of(body, gold) for body in person.affiliations}
    for body in person.affiliations:
        panel.counts["affiliations"] += 1
        if any(_alike(name, other) for name in own[body] for other in said):
            panel.counts["affiliations right"] += 1
        else:
            panel.note("party missed", f"{gold.id} {person.name}: {body}, got {said}")
    places = {actor.name for actor in gold.actors if actor.kind == "place"}
    for body in said:
        mine = (*chain.from_iterable(own.values()), *person.roles, *person.descriptions)
        if any(_alike(body, other) for other in mine):
            continue
        if any(_alike(body, place) for place in places):
            panel.counts["affiliation is a place"] += 1
            continue
        others = [
            other.name
            for other in gold.actors
            if other is not person and any(_alike(body, words) for words in other.affiliations)
        ]
        kind = "party of another" if others else "party beyond"
        panel.note(kind, f"{gold.id} {person.name}: {body!r} {others}")


def _names_of(body: str, gold: GoldArticle) -> tuple[str, ...]:
    """All names that an article has for a body that the annotation gives by one of them: "DFB" for the whole name."""
    others = (actor.names for actor in gold.actors if body in (actor.name, *actor.names))
    return (body, *chain.from_iterable(others))


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _nouns(words: str) -> set[str]:
    return {
        _ENDINGS.sub("", noun.casefold())
        for noun in _WORD.findall(words)
        if noun[:1].isupper() and len(noun) > 2
    }


def _alike(one: str, other: str) -> bool:
    """Whether two phrases share a noun, endings aside, or the one holds the other."""
    a, b = _plain(one), _plain(other)
    return a in b or b in a or bool(_nouns(one) & _nouns(other))


def report(panel: Panel) -> None:
    """Print the figures."""
    for kind, number in sorted(panel.counts.items()):
        print(f"{kind:<22} {number}")


def main() -> None:
    """Measure."""
    from tests.benchmarks.statements.__main__ import half, read

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, default="de")
    parser.add_argument("--half", choices=("read", "counted"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    total, readable = Panel(), Panel()
    for gold in articles(options.folder or folder_of(options.language)):
        if options.half in (None, half(gold)):
            analysis = read(gold, options.language).analysis
            compare(gold, analysis, total)
            if half(gold) == "read":
                compare(gold, analysis, readable)
    report(total)
    if options.errors:
        print("\n".join(readable.faults))


if __name__ == "__main__":
    main()
