"""One person, organisation or place in all articles of a library: where it comes up, and all that it says, in order.

Who is the same is decided by full names and confirmed aliases (`core.analysis.identity`), never by a surname; where a
surname is asked for, it stands for the one person of that name there is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.analysis import Actor, ActorKind, Analysis
from core.analysis.identity import alias_key, identity_of_name
from core.annotations.corrections import apply
from core.annotations.corrections.aliases import Alias, confirmed, recognise
from core.articles import Article
from core.library.index.actors import Row, Said
from core.library.index.query import Choice, Query
from core.library.overview import Appearing
from core.library.records import ArticleRecord
from core.library.stores import Stores

KINDS = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)
"""Kinds that have an identity beyond one article."""
MOST = 1000
"""Articles of one actor that are gathered, the latest: more than anyone reads through."""
_NEAR = 12
"""How many names are offered at most if nobody has the one asked for."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor in one article."""

    record: ArticleRecord
    actor: Actor
    mentions: int
    statements: tuple[Said, ...]
    """In text order, without mere repetitions, as in captions."""
    about: tuple[Said, ...] = ()
    """What others say in which the actor comes up."""
    start: int = -1
    """Where the first mention is, a code point offset; -1 where that is not known."""
    sentence: str = ""
    """The sentence of that mention; empty in an article in which the actor says something."""

    @property
    def counted(self) -> tuple[Said, ...]:
        """The statements, each once, without those that were refused."""
        return tuple({each.wording: each for each in self.statements[::-1] if not each.refusal}.values())[
            ::-1
        ]


@dataclass(frozen=True, slots=True)
class Dossier:
    """An actor in all articles, or in those that a query finds."""

    name: str
    """As most articles have it; what was asked for if nobody has that name."""
    kind: ActorKind | None
    """None if nobody has that name."""
    aliases: tuple[str, ...]
    """Other names, in the order of the articles."""
    roles: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    """In the order in which the articles were published, or first opened if that is all that is known.

    At most the latest MOST.
    """
    not_analysed: tuple[str, ...] = ()
    """Keys of the articles that are not analysed yet and in which that name is, the latest first."""
    near: tuple[str, ...] = ()
    """Full names that contain the words asked for, if nobody has that name."""
    articles: int = 0
    """In how many articles the actor is, in all."""
    statements: int = 0
    """How many statements there are in all."""
    asked: str = ""
    """The name that was asked for."""
    in_doubt: bool = False
    """Whether the name identifies nobody, so that these may be several people."""
    doubtful: int = 0
    """In how many further articles there is nothing but the surname, if nobody confirmed whose that is."""
    namesake: ActorKind | None = None
    """What else has the very name that was asked for, and is in fewer articles than the person it is taken for."""
    days: tuple[tuple[str, int], ...] = ()
    """The number of statements on each day on which there were any, in order; "" for an unknown day."""


def gather(
    stores: Stores, name: str, kind: ActorKind | None, query: Query | None = None, alone: bool = False
) -> Dossier:
    """The dossier of whoever is called `name`, or has it as a confirmed alias; of that kind, if one is given.

    A part of a name, as a surname, will do if only one is called so; else the dossier has the articles in which there
    is nothing but that name. Of somebody who is in very many articles it has the latest, and the numbers of all. A
    query narrows the articles by its filters and the statements by its words. Where no kind is given, a surname that is
    the name of a place as well stands for the person, unless the place is in more articles. With `alone`, the name
    stands for nobody, and the dossier has those who have no more of a name than that. Raises LibraryError.
    """
    query = query or Query()
    aliases = stores.aliases.all()
    wanted = identities(name, kind, aliases)
    key, near, namesake = alias_key(name), list[str](), None
    if alone:
        wanted = frozenset()
    elif key not in confirmed(aliases):
        wanted, near, namesake = _meant(stores, name, kind, wanted)
    rows = stores.overview.appearances(wanted, MOST, query)
    in_doubt = not rows and bool(near or not stores.overview.appearances(wanted, 1, Query()))
    if in_doubt:
        rows = stores.overview.in_doubt(key, MOST, query)
        in_doubt = bool(rows)
    not_analysed = tuple(stores.overview.not_analysed_with(name, query.choice))
    appearances = _in_order(rows)
    dossier = _dossier(name, appearances, aliases) if appearances else Dossier(name, None, (), (), ())
    days = _days(appearances)
    articles, statements = len({each.record.key for each in appearances}), sum(days.values())
    if not (in_doubt or query.plain or query.without or query.choice.kind):
        counted = stores.overview.days(wanted, query.choice)
        if sum(number for _, number, _ in counted) > articles:
            articles = sum(number for _, number, _ in counted)
            statements = sum(number for _, _, number in counted)
            days = {day: number for day, _, number in counted if number}
    return replace(
        dossier,
        not_analysed=not_analysed,
        near=tuple(near[:_NEAR]),
        articles=articles,
        statements=statements,
        asked=name,
        in_doubt=in_doubt,
        doubtful=0 if in_doubt else _doubtful(stores, dossier, wanted),
        namesake=namesake,
        days=tuple(sorted(days.items())),
    )


def _in_order(rows: Iterable[Appearing]) -> list[Appearance]:
    """What was found, by the day of the article."""
    found = [
        Appearance(record, _actor(row), row.mentions, said, about, row.start, row.sentence)
        for record, row, said, about in rows
    ]
    return sorted(found, key=lambda each: (each.record.dated, each.record.first_opened, each.record.key))


def _doubtful(stores: Stores, dossier: Dossier, wanted: frozenset[str]) -> int:
    """In how many further articles there is nothing but the surname of a person."""
    if dossier.kind is not ActorKind.PERSON:
        return 0
    return stores.overview.doubtful(alias_key(dossier.name).split(" ")[-1], wanted)


def _meant(
    stores: Stores, name: str, kind: ActorKind | None, wanted: frozenset[str]
) -> tuple[frozenset[str], list[str], ActorKind | None]:
    """The identities that a name stands for, whom it may mean besides, and what less frequent thing is called so."""
    there = {each: sum(n for _, n, _ in stores.overview.days((each,), Choice())) for each in wanted}
    most = max(there.values(), default=0)
    in_full = kind is not None or any(there.get(each, 0) for each in identities(name, ActorKind.PERSON, ()))
    if most and in_full:
        return wanted, [], None
    called = [
        each for each in stores.overview.called(alias_key(name), _NEAR + 1) if kind in (None, each.kind)
    ]
    namesake = None
    if most:
        called = [each for each in called if each.kind is ActorKind.PERSON]
        if not any(each.articles >= most for each in called):
            return wanted, [], None
        namesake = ActorKind(max(there, key=lambda each: there[each]).partition(":")[0])
        wanted = frozenset()
    if len(called) == 1:
        return frozenset({called[0].identity}), [], namesake
    return wanted, [each.name for each in called], namesake


def _days(appearances: Iterable[Appearance]) -> dict[str, int]:
    days: dict[str, int] = {}
    for each in appearances:
        day = each.record.dated[:10]
        days[day] = days.get(day, 0) + len(each.counted)
    return {day: number for day, number in days.items() if number}


def _actor(row: Row) -> Actor:
    return Actor(row.actor, row.name, row.kind, row.aliases, row.roles)


def readings(stores: Stores) -> Iterator[tuple[Article, Analysis]]:
    """Every article that is analysed, with its analysis as the reader corrected it, in the order of the library."""
    aliases = stores.aliases.all()
    for record in stores.overview.articles():
        if record.analysed and (found := _read(stores, record.key, aliases)) is not None:
            yield found


def _read(stores: Stores, key: str, aliases: tuple[Alias, ...]) -> tuple[Article, Analysis] | None:
    """An article and its analysis, with aliases recognised and corrections made; None if it is not analysed."""
    article = stores.articles.load(key)
    analysis = stores.analyses.load(article) if article is not None else None
    if article is None or analysis is None:
        return None
    recognised = recognise(aliases, analysis, article.text)
    return article, apply(stores.annotations.stored(key), recognised, article.text)


def identities(name: str, kind: ActorKind | None, aliases: Sequence[Alias]) -> frozenset[str]:
    """The identities a name may have: that of the alias, if it is one, and its own for each kind."""
    kinds = KINDS if kind is None else (kind,)
    found = [*(identity_of_name(name, each) for each in kinds), confirmed(aliases).get(alias_key(name))]
    return frozenset(each for each in found if each is not None)


def _dossier(asked: str, appearances: Sequence[Appearance], aliases: Sequence[Alias]) -> Dossier:
    names = [appearance.actor.name for appearance in appearances]
    name = max(names, key=lambda each: (names.count(each), len(each)))
    other = [alias.alias for alias in aliases if alias_key(alias.name) == alias_key(name)]
    for appearance in appearances:
        other += [appearance.actor.name, *appearance.actor.aliases]
    roles = (role for appearance in appearances for role in appearance.actor.roles)
    return Dossier(
        name,
        appearances[-1].actor.kind,
        tuple(alias for alias in dict.fromkeys(other) if alias != name),
        tuple(dict.fromkeys(roles)),
        tuple(appearances),
        asked=asked,
    )
