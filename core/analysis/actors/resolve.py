"""From names and findings to actors: who there is, who is meant where, who speaks."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.analysis.actors.attributes import attributes
from core.analysis.actors.cleanup import clean, with_missed_surnames, with_names_in_full
from core.analysis.actors.countries import with_countries
from core.analysis.actors.grouping import group
from core.analysis.actors.groups import Group, label_of
from core.analysis.actors.outsiders import outsiders
from core.analysis.actors.speakers import Nameless, Person, Speakers
from core.analysis.actors.story import Story
from core.analysis.actors.tables import load_tables
from core.analysis.actors.widening import widened, with_missed_names, with_parts
from core.analysis.analysis import Actor, ActorKind, Form, Label, Mention
from core.spans import Span

_OBLIQUE = re.compile(r"^([A-ZÄÖÜ]\w{3,})en (?=[A-ZÄÖÜ])")
"""An adjective in an oblique case that opens a name: "Freien Universität"."""
_KINDS = {Label.PER: ActorKind.PERSON, Label.ORG: ActorKind.ORGANISATION, Label.LOC: ActorKind.PLACE}


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone in an article. Mentions are in text order, actors by first mention."""

    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    speakers: tuple[str | None, ...]
    """For every speaker phrase asked about, the id of the actor, or None."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker phrase to resolve: the spans of its words; none for a quotation without a speaker."""

    spans: tuple[Span, ...]
    carried: bool = False
    """Whether the phrase belongs to an earlier quotation and is no reference of its own here."""


def resolve(story: Story, names: Iterable[Mention], voices: Sequence[Voice], said: Sequence[Span]) -> Cast:
    """Group the names into actors and find out who the voices are. `said` are the spans of direct speech."""
    tables = load_tables(story.lexicon.language)
    mentions = with_names_in_full(story, with_missed_surnames(story, clean(story, names)))
    mentions = with_countries(story, tables, widened(story, tables, mentions))
    mentions = with_parts(story, with_missed_names(story, tables, mentions))
    groups = group(story, tables, mentions, outsiders(story, tables, mentions))
    keys = {id(found): f"g{number}" for number, found in enumerate(groups)}
    for found in groups:
        label = label_of(found, mentions)
        for i in found.members:
            kept = label if found.person or mentions[i].form is Form.NAME else mentions[i].label
            mentions[i] = replace(mentions[i], label=kept, actor=keys[id(found)])
    actors: dict[str, Actor] = {}
    persons: dict[str, Person] = {}
    for found in groups:
        key = keys[id(found)]
        actors[key], persons_entry = _actor(story, key, found, mentions)
        if found.person:
            persons[key] = persons_entry
    speakers = Speakers(story, mentions, persons, said)
    answers: list[str | None] = []
    added: dict[Span, Mention] = {}
    for voice in voices:
        reference = speakers.resolve(voice.spans[0]) if voice.spans else None
        if reference is None:
            answers.append(None)
            continue
        target = reference.to
        if isinstance(target, Nameless):
            key = "n" + target.key
            actors.setdefault(key, Actor(key, target.name, target.kind))
            target = key
        answers.append(target)
        if reference.form is not Form.NAME and not voice.carried and target is not None:
            label = Label.PER if actors[target].kind in (ActorKind.PERSON, ActorKind.UNNAMED) else Label.ORG
            added[reference.span] = Mention(*reference.span, label, reference.form, target)
    return _numbered(_merged(mentions, added.values()), actors, answers)


def _merged(mentions: Sequence[Mention], added: Iterable[Mention]) -> list[Mention]:
    """All mentions in text order; a description that encloses a name stands beside it."""
    return sorted([*mentions, *added], key=lambda mention: (mention.start, mention.end))


def _actor(story: Story, key: str, found: Group, mentions: Sequence[Mention]) -> tuple[Actor, Person]:
    """The actor for a group of mentions, with what the text says around each of them."""
    name = _best_name(story, found, mentions)
    aliases = tuple(form for form in found.forms if form != name)
    kind = found.kind or _KINDS.get(label_of(found, mentions), ActorKind.ORGANISATION)
    if not found.person:
        return Actor(key, name, kind, aliases), Person(None, ())
    roles: dict[str, None] = {}
    ages: Counter[int] = Counter()
    genders: Counter[str] = Counter({found.gender: 2} if found.gender else {})
    for i in found.members:
        if mentions[i].form is not Form.NAME:
            continue
        told = attributes(story, mentions[i])
        roles.update(dict.fromkeys(told.roles))
        if told.age is not None:
            ages[told.age] += 1
        if told.gender:
            genders[told.gender] += 1
    age = ages.most_common(1)[0][0] if ages else None
    gender = genders.most_common(1)[0][0] if genders else None
    return Actor(key, name, kind, aliases, tuple(roles), age), Person(
        gender, tuple(roles), frozenset(found.forms)
    )


def _best_name(story: Story, found: Group, mentions: Sequence[Mention]) -> str:
    """The fullest form of a person's name; for others the one used most, the earlier and longer before the rest."""
    forms = list(found.forms)
    if found.known_as is not None:
        named = [form for form in forms if not form.isupper() and form == found.known_as]
        return named[0] if named else found.known_as
    if found.person:
        return max(forms, key=lambda form: (len(form.split()), found.forms[form]))
    long_forms = [form for form in forms if not form.isupper()] or forms
    best = max(long_forms, key=lambda form: (found.forms[form], len(form)))
    if not _OBLIQUE.match(best):
        return best
    stands = (mentions[i].start for i in found.members if mentions[i].form is Form.NAME)
    after_article = any(
        story.lexicon.has(word, "determiner", "contracted")
        for start in stands
        for word in story.before(start, 12).lower().strip(' „“"»«').split()[-1:]
    )
    return _OBLIQUE.sub(r"\1e ", best, count=1) if after_article else best


def _numbered(mentions: Sequence[Mention], actors: dict[str, Actor], answers: Sequence[str | None]) -> Cast:
    """Ids a1, a2, … by first mention, in place of the keys used so far."""
    ids: dict[str, str] = {}
    for mention in mentions:
        if mention.actor is not None:
            ids.setdefault(mention.actor, f"a{len(ids) + 1}")
    for answer in answers:
        if answer is not None:
            ids.setdefault(answer, f"a{len(ids) + 1}")
    return Cast(
        tuple(replace(mention, actor=ids[mention.actor] if mention.actor else None) for mention in mentions),
        tuple(replace(actors[key], id=number) for key, number in ids.items()),
        tuple(ids[answer] if answer else None for answer in answers),
    )
