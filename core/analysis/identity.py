"""The key by which actors of different articles are recognised as the same: the basis of dossiers and aliases."""

import re
import unicodedata
from collections.abc import Mapping

from core.analysis.analysis import Actor, ActorKind
from core.text.personal_names import fold, organisation_key, read_name

_NOT_A_WORD = re.compile(r"[^\w]+")


def identity(actor: Actor, confirmed: Mapping[str, str] | None = None) -> str | None:
    """The key that identifies an actor across articles, or None if the article does not reveal it.

    The key is "person:nicolas maduro" for a person named in full, and "organisation:…" or "place:…" for organisations
    and places. It is None for a person with only a surname or a first name, for groups and for unnamed voices: a
    surname alone does not identify anybody. `confirmed` maps an `alias_key` to the identity that a reader confirmed
    for it; only this way can an epithet or a bare surname identify somebody. The name is looked up first, and the
    aliases only if the name itself says nothing: "Bo Lind", also called "Lind", is not the Ada Lind with that alias.
    """
    known = confirmed or {}
    whose = known.get(alias_key(actor.name)) if known else None
    whose = whose or identity_of_name(actor.name, actor.kind)
    if whose is None and known:
        whose = next(filter(None, (known.get(alias_key(alias)) for alias in actor.aliases)), None)
    return whose


def identity_of_name(name: str, kind: ActorKind) -> str | None:
    """The key for a name of the given kind, in the form that `identity` returns."""
    if kind is ActorKind.PERSON:
        personal = read_name(name)
        first = " ".join(part for part in personal.parts if len(part.rstrip(".")) > 1)
        return f"person:{_plain(first)} {_plain(personal.surnames[0])}" if first else None
    if kind in (ActorKind.ORGANISATION, ActorKind.PLACE):
        key = _plain(organisation_key(name))
        return f"{kind.value}:{key}" if key else None
    return None


def alias_key(alias: str) -> str:
    """The form in which aliases are compared: case, accents, hyphens and quotation marks are ignored."""
    return _plain(fold(alias))


def _plain(text: str) -> str:
    """Lower case without accents (umlauts written out), words separated by single spaces."""
    spelled = text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    letters = unicodedata.normalize("NFKD", spelled)
    return _NOT_A_WORD.sub(" ", "".join(c for c in letters if not unicodedata.combining(c))).strip()
