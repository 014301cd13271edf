"""One person, organisation or place in all articles of a library: where it comes up, and all that it says, in order.

Who is the same is decided by full names and confirmed aliases (`core.analysis.identity`), never by a surname.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.analysis import Actor, ActorKind, Analysis, Quote
from core.analysis.identity import alias_key, identity, identity_of_name
from core.annotations.corrections import apply
from core.annotations.corrections.aliases import Alias, confirmed, recognise
from core.articles import Article
from core.library.records import ArticleRecord
from core.library.stores import Stores
from core.text.spans import text_of

KINDS = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)
"""Kinds that have an identity beyond one article."""
_NEAR = 12
"""How many names are offered at most if nobody has the one asked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, with its words for use without the article."""

    quote: Quote
    words: str


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
    """In the order in which the articles were published, or first opened if that is all that is known."""
    unread: int
    """Number of articles that are not analysed yet, and may say more."""
    near: tuple[str, ...] = ()
    """Full names that contain the words asked for, if nobody has that name."""

    @property
    def statements(self) -> int:
        """How many statements there are in all."""
        return sum(len(appearance.statements) for appearance in self.appearances)


def gather(stores: Stores, name: str, kind: ActorKind | None) -> Dossier:
    """The dossier of whoever is called `name` in full, or by a confirmed alias; of that kind, if one is given.

    Raises LibraryError.
    """
    aliases = stores.aliases.all()
    known = confirmed(aliases)
    wanted = identities(name, kind, aliases)
    unread = 0
    # The same names come up in many articles, and finding an identity takes longer than reading a name.
    whose: dict[tuple[str, ActorKind, tuple[str, ...]], str | None] = {}
    appearances: list[Appearance] = []
    for record in sorted(
        stores.overview.articles(), key=lambda record: (record.dated, record.first_opened, record.key)
    ):
        actors = _actors(stores, record.key)
        if actors is None:
            unread += 1
            continue
        there = False
        for actor in actors:
            key = actor.name, actor.kind, actor.aliases
            if key not in whose:
                whose[key] = identity(actor, known)
            there = there or whose[key] in wanted
        if there and (found := _read(stores, record.key, aliases)) is not None:
            appearances.extend(_appearances(record, *found, wanted, known))
    if not appearances:
        asked = alias_key(name)
        full = dict.fromkeys(called for (called, _, _), who in whose.items() if who is not None)
        near = [each for each in full if asked in alias_key(each)]
        return Dossier(name, None, (), (), (), unread, tuple(near[:_NEAR]))
    return _dossier(appearances, aliases, unread)


def readings(stores: Stores) -> Iterator[tuple[Article, Analysis]]:
    """Every article that is analysed, with its analysis as the reader corrected it, in the order of the library."""
    aliases = stores.aliases.all()
    for record in stores.overview.articles():
        if record.analysed and (found := _read(stores, record.key, aliases)) is not None:
            yield found


def identities(name: str, kind: ActorKind | None, aliases: Sequence[Alias]) -> frozenset[str]:
    """The identities a name may have: that of the alias, if it is one, and its own for each kind."""
    kinds = KINDS if kind is None else (kind,)
    found = [*(identity_of_name(name, each) for each in kinds), confirmed(aliases).get(alias_key(name))]
    return frozenset(each for each in found if each is not None)


def _actors(stores: Stores, key: str) -> tuple[Actor, ...] | None:
    """The actors of an article as its reader corrected them; None if it is not analysed."""
    actors = stores.analyses.cast(key)
    if actors is None or not stores.annotations.holds(key, b'"correction"'):
        return actors
    read = _read(stores, key, ())
    return read[1].actors if read is not None else actors


def _read(stores: Stores, key: str, aliases: tuple[Alias, ...]) -> tuple[Article, Analysis] | None:
    """An article and its analysis, with aliases recognised and corrections made; None if it is not analysed."""
    article = stores.articles.load(key)
    analysis = stores.analyses.load(article) if article is not None else None
    if article is None or analysis is None:
        return None
    recognised = recognise(aliases, analysis, article.text)
    return article, apply(stores.annotations.stored(key), recognised, article.text)


def _appearances(
    record: ArticleRecord,
    article: Article,
    analysis: Analysis,
    wanted: frozenset[str],
    known: Mapping[str, str],
) -> Iterator[Appearance]:
    for actor in analysis.actors:
        if identity(actor, known) in wanted:
            quotes = sorted(
                (
                    quote
                    for quote in analysis.quotes
                    if quote.speaker and quote.speaker.actor == actor.id and quote.repeats is None
                ),
                key=lambda quote: quote.spans,
            )
            said = tuple(Said(quote, text_of(quote.spans, article.text)) for quote in quotes)
            yield Appearance(record, actor, len(analysis.mentions_of(actor.id)), said)


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
