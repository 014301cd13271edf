"""By which key an actor of one article is the same as an actor of another: the ground of dossiers and aliases."""

import re
import unicodedata
from collections.abc import Mapping

from core.analysis.analysis import Actor, ActorKind
from core.text.personal_names import fold, organisation_key, read_name

_NOT_A_WORD = re.compile(r"[^\w]+")


def identity(actor: Actor, confirmed: Mapping[str, str] | None = None) -> str | None:
    """The key under which an actor is the same in every article, or None where the article does not tell it.

    "person:nicolas maduro" for a person named in full, "organisation:…" and "place:…" for bodies and places. None for
    a person with a surname or a first name only, for groups and for voices without a name: a surname is no identity.
    `confirmed` maps an `alias_key` to the identity that a reader said it stands for, and is the one way in which an
    epithet or a surname alone leads to somebody. It is asked by the name first; by the aliases only where the name
    itself tells nothing: "Bo Lind", called "Lind" as well, is not the Ada Lind whose alias that is.
    """
    known = confirmed or {}
    whose = known.get(alias_key(actor.name)) if known else None
    whose = whose or identity_of_name(actor.name, actor.kind)
    if whose is None and known:
        whose = next(filter(None, (known.get(alias_key(alias)) for alias in actor.aliases)), None)
    return whose


def identity_of_name(name: str, kind: ActorKind) -> str | None:
    """The key for a name of a given kind, as `identity` gives it."""
    if kind is ActorKind.PERSON:
        told = read_name(name)
        first = " ".join(part for part in told.parts if len(part.rstrip(".")) > 1)
        return f"person:{_plain(first)} {_plain(told.surnames[0])}" if first else None
    if kind in (ActorKind.ORGANISATION, ActorKind.PLACE):
        key = _plain(organisation_key(name))
        return f"{kind.value}:{key}" if key else None
    return None


def alias_key(alias: str) -> str:
    """An alias in the form in which aliases are compared: case, accents, hyphens and marks do not count."""
    return _plain(fold(alias))


def _plain(text: str) -> str:
    """Lower case without accents (umlauts as written out), words parted by single blanks."""
    spelled = text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    letters = unicodedata.normalize("NFKD", spelled)
    return _NOT_A_WORD.sub(" ", "".join(c for c in letters if not unicodedata.combining(c))).strip()
