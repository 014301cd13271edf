"""Which mentions name the same actor: people and families, bodies and places, and the words made from their names."""

import re
from collections.abc import Sequence

from core.actors.grouping.groups import Group
from core.actors.grouping.organisations import country_group, organisations
from core.actors.grouping.people import People
from core.analysis.analysis import ActorKind, Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import fold, read_name, spelling, without_genitive


def group(
    parsed: ParsedText,
    tables: Tables,
    mentions: Sequence[Mention],
    nobody: set[int] | frozenset[int] = frozenset(),
) -> list[Group]:
    """The actors among names in the report, people first; MISC names and those of `nobody` belong to none."""
    named = [i for i, mention in enumerate(mentions) if mention.form is Form.NAME and i not in nobody]
    words = {i: parsed.text[mentions[i].start : mentions[i].end] for i in named}
    bodies_first = _names_of_bodies(mentions, named, words)
    persons: list[int] = []
    others: list[int] = []
    short = _short_for_bodies(mentions, named, words) if parsed.by_parse else set()
    for i in named:
        person = mentions[i].label is Label.PER and (words[i] not in bodies_first or " " in words[i])
        person = person and i not in short
        (persons if person else others).append(i)
    people = People(parsed, tables, mentions)
    found = people.gather(persons, words)
    rest: list[int] = []
    for i in others:
        mistaken = (
            people.named(words[i])
            if " " not in words[i] and mentions[i].label is not Label.PER and i not in short
            else None
        )
        if mistaken is None:
            rest.append(i)
        else:
            mistaken.add(i, words[i])
    groups = [*found, *organisations(parsed, tables, mentions, rest, words)]
    groups += _link_parts(parsed, tables, mentions, groups)
    for each in groups:
        each.members.sort()
    return groups


def _names_of_bodies(mentions: Sequence[Mention], named: Sequence[int], words: dict[int, str]) -> set[str]:
    """Words that a body's name consists of and no person's: what is taken for a person there is the body."""
    of_people = {
        part for i in named if mentions[i].label is Label.PER and " " in words[i] for part in words[i].split()
    }
    of_bodies = {
        part
        for i in named
        if mentions[i].label is Label.ORG
        for part in words[i].split()
        if part[:1].isupper()
    }
    genitives = {part + "s" for part in of_bodies}
    people = {fold(part) for part in of_people} | {fold(part + "s") for part in of_people}
    return {part for part in of_bodies | genitives if fold(part) not in people}


def _short_for_bodies(mentions: Sequence[Mention], named: Sequence[int], words: dict[int, str]) -> set[int]:
    """Names of one word that open a body's name told before, where nobody has been named in full who is called so, as
    somebody is below: "Elm Foods", "Elm", and then its owner, "Ada Elm"."""
    in_full: dict[str, int] = {}
    bodies: dict[str, int] = {}
    for i in named:
        parts = words[i].split()
        if len(parts) > 1 and mentions[i].label is Label.PER:
            in_full.setdefault(fold(parts[-1]), mentions[i].start)
        elif len(parts) > 1 and mentions[i].label is Label.ORG:
            bodies.setdefault(fold(parts[0]), mentions[i].start)
    found: set[int] = set()
    for i in named:
        word, start = fold(words[i]), mentions[i].start
        if word in in_full and bodies.get(word, start) < start < in_full[word]:
            found.add(i)
    return found


def _link_parts(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention], groups: list[Group]
) -> list[Group]:
    """Give compound parts and derived words to the actor whose name they hold; states that are so known are new."""
    keys: dict[str, Group] = {}
    longer: dict[str, Group] = {}
    states: dict[str, Group] = {}
    for found in groups:
        if found.known_as is not None:
            states[found.known_as] = found
        for form in found.forms:
            keys.setdefault(fold(form), found)
            if not found.person and " " in form:
                for word in (form.split()[0], form.split()[-1]):
                    longer.setdefault(fold(word), found)
        if found.person:
            for surname in {surname for name in found.names for surname in name.surnames}:
                keys.setdefault(surname, found)
    bodies: dict[str, Group] = {}
    new: list[Group] = []
    for i, mention in enumerate(mentions):
        if mention.form not in (Form.PART, Form.DERIVED) or not parsed.is_story(mention.start):
            continue
        word = parsed.text[mention.start : mention.end]
        state = _state_of(tables, word)
        if state is not None:
            if state not in states:
                states[state] = country_group(state)
                new.append(states[state])
            states[state].members.append(i)
            continue
        stems = (
            _derivations(word)
            if mention.form is Form.DERIVED
            else [fold(word), spelling(word), fold(without_genitive(word) or word)]
        )
        known = [keys[stem] for stem in stems if stem in keys]
        if mention.form is Form.PART:
            body = states.get(tables.known_body(word) or "")
            known += ([body] if body else []) + [longer[stem] for stem in stems if stem in longer]
        linked = next(iter(known), None)
        if linked is None and mention.form is Form.PART and mention.label is Label.ORG:
            linked = bodies.get(word) or _body_in_compound(parsed, tables, mention, word)
            if linked is not None and word not in bodies:
                bodies[word] = linked
                new.append(linked)
        if linked is not None:
            linked.members.append(i)
    return new


def _state_of(tables: Tables, word: str) -> str | None:
    """The state that a word means: an adjective, one of its people, its name."""
    return tables.country_words.get(word) or tables.country_words.get(word.lower()) or tables.country(word)


def _body_in_compound(parsed: ParsedText, tables: Tables, mention: Mention, word: str) -> Group | None:
    """A body that a text names only in somebody's office, by its short name: "SPD-Chefin"."""
    office = re.match(r"-([A-ZÄÖÜ][\w-]+)", parsed.text[mention.end : mention.end + 50])
    known = tables.known_body(word)
    if office is None or parsed.lexicon.role(office.group(1)) is None or not (known or word[:2].isupper()):
        return None
    name = known or word
    return Group(person=False, known_as=name, kind=ActorKind.ORGANISATION)


def _derivations(word: str) -> list[str]:
    """Names from which an adjective may be made: Berlin for "Berliner", Israel and Russland for "…ische"."""
    low = fold(word)
    stems: list[str] = [fold(without_genitive(word) or word)]
    if low.endswith("er"):
        stems += [low[:-2], low[:-2] + "en", low[:-1]]
    match = re.fullmatch(r"(.{3,}?)isch(?:e[nmrs]?)?", low)
    if match:
        base = match.group(1)
        stems += [base, base + "e", base + "en", base + "land", base + "enland", base + "a", base + "ien"]
    match = re.fullmatch(r"(.{3,}?)'?sche[nmrs]?", low)
    if match:
        stems += [match.group(1), *read_name(match.group(1)).surnames]
    return stems
