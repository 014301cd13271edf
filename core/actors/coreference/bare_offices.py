"""Who is meant by an office without an article in a headline: "Imkerin rügt Rathaus", and below "die Imkerin"."""

from collections.abc import Iterable, Mapping

from core.actors.coreference.same_person import Described
from core.analysis.analysis import Actor, ActorKind, Mention
from core.lexicon.world import role_stem
from core.parsed_text.parsed_text import ParsedText


def holders_of_bare_offices(
    parsed: ParsedText,
    actors: Mapping[str, Actor],
    found: Iterable[Mention],
    described: Iterable[Described],
    meant: Mapping[str, str],
) -> dict[str, str]:
    """For actors that only headlines name, by one noun for a person, the key of the only one whom the report calls so.

    Args:
        parsed: The text.
        actors: The actors without a name, by key.
        found: The mentions of them and of others.
        described: The descriptions of the report.
        meant: For people without a name, the keys of those who they are.
    """
    if parsed.by_parse:
        return {}
    bare: dict[str, str] = {}
    told: set[str | None] = set()
    for mention in found:
        actor = actors.get(mention.actor or "")
        if actor is None or actor.kind is not ActorKind.UNNAMED:
            continue
        word = parsed.text[mention.start : mention.end]
        role = parsed.lexicon.role(word) if word.isalpha() or "-" in word else None
        if role is None or role.kind != "role" or parsed.is_running_text(mention.start):
            told.add(mention.actor)
        else:
            bare[actor.id] = role_stem(word)
    called: dict[str, set[str]] = {}
    for each in described:
        if each.found.definite and not (each.found.complement or each.found.general):
            called.setdefault(role_stem(each.found.noun), set()).add(meant.get(each.actor, each.actor))
    return {
        key: next(iter(called[stem]))
        for key, stem in bare.items()
        if key not in told and len(called.get(stem, ())) == 1
    }
