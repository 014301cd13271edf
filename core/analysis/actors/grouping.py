"""Which mentions name the same actor: people by first name and surname, bodies and places by their words."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.analysis.actors.names import (
    PersonName,
    compatible,
    fold,
    initials,
    organisation_key,
    read_name,
    without_genitive,
)
from core.analysis.actors.story import Story
from core.analysis.analysis import Form, Label, Mention

_ACRONYM = re.compile(r"\s?\(([A-ZÄÖÜ][\w-]{1,9})\)")


@dataclass(eq=False, slots=True)
class Group:
    """Mentions of one actor, gathered so far; by index into the list of mentions."""

    person: bool
    members: list[int] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    """The name in the forms it takes, without genitive endings."""
    gender: str | None = None


def group(story: Story, mentions: Sequence[Mention]) -> list[Group]:
    """The actors among names that the story tells of, people first; MISC names and credits belong to none."""
    told = [
        i for i, mention in enumerate(mentions) if mention.form is Form.NAME and story.is_told(mention.start)
    ]
    words = {i: story.text[mentions[i].start : mentions[i].end] for i in told}
    people = _people(story, [i for i in told if mentions[i].label is Label.PER], words)
    surnames = {
        surname: group for group in people for name in group.names if name.full for surname in name.surnames
    }
    others: list[int] = []
    for i in told:
        if mentions[i].label is not Label.PER:
            mistaken = surnames.get(_single(words[i], surnames)) if " " not in words[i] else None
            if mistaken is not None:
                _add(mistaken, i, words[i])
            else:
                others.append(i)
    bodies = _bodies(story, mentions, others, words)
    _link_parts(story, mentions, people, bodies)
    for found in (*people, *bodies):
        found.members.sort()
    return [*people, *bodies]


def _single(word: str, surnames: dict[str, Group]) -> str:
    """A word as the surname it is, its genitive ending taken off where only so it is one."""
    folded = fold(word)
    if folded in surnames:
        return folded
    return fold(without_genitive(word) or word)


def _people(story: Story, indices: Sequence[int], words: dict[int, str]) -> list[Group]:
    """People by full names first, then surnames and first names alone."""
    groups: list[Group] = []
    by_surname: dict[str, list[Group]] = defaultdict(list)
    by_first: dict[str, list[Group]] = defaultdict(list)
    of: dict[int, Group] = {}
    known = {surname for i in indices for surname in read_name(words[i]).surnames}
    for i in indices:
        text = _nominative(words[i], known)
        name = read_name(text)
        if not name.full:
            continue
        candidates = [g for surname in name.surnames for g in by_surname[surname]]
        fitting = next((g for g in candidates if all(compatible(name, other) for other in g.names)), None)
        if fitting is None:
            fitting = Group(person=True, gender=story.lexicon.gender_of_name(text.split()[0]))
            groups.append(fitting)
        for surname in name.surnames:
            if fitting not in by_surname[surname]:
                by_surname[surname].append(fitting)
        if name.first and fitting not in by_first[name.first]:
            by_first[name.first].append(fitting)
        if name not in fitting.names:
            fitting.names.append(name)
        _add(fitting, i, text)
        of[i] = fitting
    latest: dict[str, Group] = {}
    for i in indices:
        if i in of:
            for name in of[i].names:
                for surname in name.surnames:
                    latest[surname] = of[i]
            continue
        found, text = _alone(words[i], by_surname, by_first, latest)
        if found is None:
            found = Group(person=True, names=[read_name(text)])
            groups.append(found)
            for surname in found.names[0].surnames:
                by_surname[surname].append(found)
        _add(found, i, text)
        for surname in found.names[0].surnames:
            latest[surname] = found
    return groups


def _nominative(text: str, known: set[str]) -> str:
    """A name without its genitive ending, where the shorter form is known from elsewhere in the text."""
    shorter = without_genitive(text)
    if shorter is None:
        return text
    if text.endswith(("'", "’", "'s", "’s")):
        return shorter
    return shorter if set(read_name(shorter).surnames) & known else text


def _alone(
    text: str,
    by_surname: dict[str, list[Group]],
    by_first: dict[str, list[Group]],
    latest: dict[str, Group],
) -> tuple[Group | None, str]:
    """The person meant by one name alone, and that name without its genitive ending."""
    for form in (text, without_genitive(text)):
        if form is None:
            continue
        key = fold(form)
        surnames = by_surname.get(key, [])
        if len(surnames) == 1:
            return surnames[0], form
        if surnames:
            return latest.get(key, surnames[0]), form
        firsts = by_first.get(key, [])
        if len(firsts) == 1:
            return firsts[0], form
    return None, text


def _bodies(
    story: Story, mentions: Sequence[Mention], indices: Sequence[int], words: dict[int, str]
) -> list[Group]:
    """Organisations and places by their words, genitives and acronyms in brackets heeded."""
    groups: dict[str, Group] = {}
    keys = {organisation_key(words[i]) for i in indices}
    acronyms: dict[str, str] = {}
    for i in indices:
        match = _ACRONYM.match(story.text, mentions[i].end)
        if match and (" " in words[i] or "-" in words[i]):
            acronyms[organisation_key(match.group(1))] = organisation_key(words[i])
    long_names: dict[str, set[str]] = defaultdict(set)
    for i in indices:
        if " " in words[i]:
            long_names[initials(words[i])].add(organisation_key(words[i]))
    for i in indices:
        text = words[i]
        key = organisation_key(text)
        shorter = without_genitive(text)
        owned = shorter is not None and _owns_what_follows(story, mentions[i])
        if shorter is not None and (owned or organisation_key(shorter) in keys):
            text, key = shorter, organisation_key(shorter)
        key = acronyms.get(key, key)
        if text.isupper() and len(text) > 2 and len(long_names.get(text, ())) == 1:
            key = next(iter(long_names[text]))
        found = groups.setdefault(key, Group(person=False))
        _add(found, i, text)
    return [found for found in groups.values() if label_of(found, mentions) is not Label.MISC]


def _owns_what_follows(story: Story, mention: Mention) -> bool:
    """Whether a name in -s is a genitive by its place: right before a noun, as in "Brandenburgs Minister"."""
    text = story.text[mention.start : mention.end]
    following = story.after(mention.end, 2)
    return (
        text.endswith("s")
        and text[-2:-1] not in "iuaos"
        and following[:1] == " "
        and following[1:2].isupper()
    )


def _link_parts(story: Story, mentions: Sequence[Mention], people: list[Group], bodies: list[Group]) -> None:
    """Give compound parts and derived words to the actor whose name they hold."""
    keys: dict[str, Group] = {}
    for found in [*bodies, *people]:
        for form in found.forms:
            keys.setdefault(fold(form), found)
        for name in found.names:
            for surname in name.surnames:
                keys[surname] = found
    for i, mention in enumerate(mentions):
        if mention.form not in (Form.PART, Form.DERIVED) or not story.is_told(mention.start):
            continue
        word = story.text[mention.start : mention.end]
        stems = (
            _derivations(word)
            if mention.form is Form.DERIVED
            else [fold(word), fold(without_genitive(word) or word)]
        )
        linked = next((keys[stem] for stem in stems if stem in keys), None)
        if linked is not None:
            linked.members.append(i)


def _derivations(word: str) -> list[str]:
    """Names from which an adjective may be made: Berlin for "Berliner", Israel and Russland for "…ische"."""
    low = fold(word)
    stems: list[str] = []
    if low.endswith("er"):
        stems += [low[:-2], low[:-2] + "en", low[:-1]]
    match = re.fullmatch(r"(.{3,}?)isch(?:e[nmrs]?)?", low)
    if match:
        base = match.group(1)
        stems += [base, base + "e", base + "en", base + "land", base + "enland", base + "a", base + "ien"]
    return stems


def _add(found: Group, index: int, text: str) -> None:
    found.members.append(index)
    found.forms[" ".join(text.split())] += 1


def label_of(found: Group, mentions: Sequence[Mention]) -> Label:
    """The label most of a group's names carry."""
    if found.person:
        return Label.PER
    counts = Counter(mentions[i].label for i in found.members if mentions[i].form is not Form.PART)
    return counts.most_common(1)[0][0] if counts else Label.ORG
