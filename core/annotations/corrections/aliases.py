"""Aliases that a reader confirmed in one article, and how they are recognised in others."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.analysis import Actor, ActorKind, Analysis
from core.analysis.identity import alias_key, identity, identity_of_name
from core.annotations.corrections.draft import Draft

_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|the)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an actor, confirmed by the reader."""

    alias: str
    name: str
    """The full name."""
    kind: ActorKind = ActorKind.PERSON
    confirmed: str = ""
    """When it was confirmed, as ISO 8601 in UTC."""

    @property
    def key(self) -> tuple[str, str]:
        """The same for equivalent aliases: case, accents and a leading article are ignored."""
        # Imported only when there is an alias to compare: the package contains the whole resolution of actors.
        return _key(self.alias), alias_key(self.name)


def holds_elsewhere(alias: Alias) -> bool:
    """Whether an alias can be used in other articles: its actor has to be named in full."""
    return identity_of_name(alias.name, alias.kind) is not None


def confirmed(aliases: Iterable[Alias]) -> Mapping[str, str]:
    """The identity for each alias key, as `core.analysis.identity` expects it; ambiguous aliases are left out."""
    found: dict[str, set[str]] = {}
    for alias in aliases:
        whose = identity_of_name(alias.name, alias.kind)
        if whose is not None:
            for key in (alias_key(alias.alias), alias.key[0]):
                found.setdefault(key, set()).add(whose)
    return {key: next(iter(whose)) for key, whose in found.items() if len(whose) == 1}


def recognise(aliases: Iterable[Alias], analysis: Analysis, text: str) -> Analysis:
    """The analysis with confirmed aliases recognised. Pure; returns the same object if there is nothing to do.

    If the actor is named in the article, the alias is added to it, and an actor known only by the alias is merged into
    it. If only the alias occurs, the actor known by it gets the name. An alias of several people belongs to the one who
    is named in the article, if only one of them is.
    """
    bearers: dict[str, dict[str, Alias]] = {}
    for alias in aliases:
        if holds_elsewhere(alias):
            bearers.setdefault(alias.key[0], {})[alias.key[1]] = alias
    draft = Draft(analysis, text)
    touched = False
    for rivals in bearers.values():
        present = [(alias, actor) for alias in rivals.values() if (actor := _named(alias, draft.actors))]
        if len(present) == 1:
            alias, actor = present[0]
            touched |= _give(draft, alias, actor)
        elif not present and len(rivals) == 1:
            touched |= _introduce(draft, next(iter(rivals.values())))
    return draft.analysis([]) if touched else analysis


def _give(draft: Draft, alias: Alias, actor: Actor) -> bool:
    """Give an actor an alias; returns whether anything changed."""
    before = draft.analysis([])
    for other in _known_as(alias, draft.actors):
        if other.id != actor.id:
            draft.merge(other.id, actor.id)
    spelled = next((each for each in actor.aliases if _key(each) == alias.key[0]), alias.alias)
    draft.add_alias(actor.id, spelled)
    return draft.analysis([]) != before


def _introduce(draft: Draft, alias: Alias) -> bool:
    """Give the actor known by an alias its name."""
    known = _known_as(alias, draft.actors)
    for other in known[1:]:
        draft.merge(other.id, known[0].id)
    if known:
        draft.rename(known[0].id, alias.name)
        draft.set_kind(known[0].id, alias.kind)
    return bool(known)


def _named(alias: Alias, actors: Iterable[Actor]) -> Actor | None:
    """The actor an alias belongs to, by identity: a surname or a description identifies nobody across articles."""
    whose = identity_of_name(alias.name, alias.kind)
    return next((actor for actor in actors if identity(actor) == whose), None) if whose is not None else None


def _known_as(alias: Alias, actors: Iterable[Actor]) -> list[Actor]:
    """The actors that have the alias as their only name."""
    return [actor for actor in actors if _key(actor.name) == alias.key[0]]


def _key(alias: str) -> str:
    return alias_key(_ARTICLE.sub("", alias.strip()))
