"""One person, organisation or place in all articles of a library: where it comes up, and all that it says, in order.

Who is the same is decided by full names and confirmed aliases (`core.analysis.identity`), never by a surname.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.analysis import Actor, ActorKind, Analysis
from core.analysis.identity import alias_key, identity_of_name
from core.annotations.corrections import apply
from core.annotations.corrections.aliases import Alias, confirmed, recognise
from core.articles import Article
from core.library.index.actors import Said
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


@dataclass(frozen=True, slots=True)
class Dossier:
    """An actor in all articles."""

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
    unread: int
    """Number of articles that are not analysed yet, and may say more."""
    near: tuple[str, ...] = ()
    """Full names that contain the words asked for, if nobody has that name."""
    articles: int = 0
    """In how many articles the actor is, in all."""
    statements: int = 0
    """How many statements there are in all."""


def gather(stores: Stores, name: str, kind: ActorKind | None) -> Dossier:
    """The dossier of whoever is called `name` in full, or by a confirmed alias; of that kind, if one is given.

    Of somebody who is in very many articles it has the latest, and the numbers of all. Raises LibraryError.
    """
    aliases = stores.aliases.all()
    known = confirmed(aliases)
    wanted = identities(name, kind, aliases)
    rows = stores.overview.appearances(wanted, known, MOST)
    unread = stores.overview.count_not_analysed()
    if not rows:
        near = stores.overview.named_like(alias_key(name), _NEAR)
        return Dossier(name, None, (), (), (), unread, tuple(near))
    appearances = [
        Appearance(record, _named(actor, aliases), mentions, statements)
        for record, actor, mentions, statements in rows
    ]
    appearances.sort(key=lambda each: (each.record.dated, each.record.first_opened, each.record.key))
    dossier = _dossier(appearances, aliases, unread)
    articles, statements = stores.overview.numbers_of(wanted)
    return replace(
        dossier,
        articles=max(articles, len({each.record.key for each in appearances})),
        statements=max(statements, sum(len(each.statements) for each in appearances)),
    )


def _named(actor: Actor, aliases: Sequence[Alias]) -> Actor:
    """The actor under the name of whoever bears the alias that it goes by."""
    for alias in aliases:
        if alias_key(actor.name) in (alias_key(alias.alias), alias.key[0]):
            return replace(actor, name=alias.name, kind=alias.kind, aliases=(actor.name, *actor.aliases))
    return actor


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


def _dossier(appearances: Sequence[Appearance], aliases: Sequence[Alias], unread: int) -> Dossier:
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
        unread,
    )
