"""From names and findings to actors: who there is, who is meant where, who speaks."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.actors.attributes.bodies_by_parse import Belonging
from core.actors.attributes.german_bodies import GermanBelonging
from core.actors.attributes.read import attributes, belongings
from core.actors.attributes.roles_by_parse import RANK
from core.actors.coreference.beside_names import descriptions_beside_names
from core.actors.coreference.descriptions_by_parse import qualified
from core.actors.coreference.discourse import NOTHING, Body, Discourse, Person
from core.actors.coreference.headline_nouns import ages_in_headlines, headline_nouns, nameless_in_headlines
from core.actors.coreference.references import References
from core.actors.coreference.same_person import Question
from core.actors.grouping.best_name import best_name
from core.actors.grouping.group import group
from core.actors.grouping.groups import Group, label_of
from core.actors.names.branches import with_branches
from core.actors.names.cleaning import clean, with_missed_surnames, with_names_in_full
from core.actors.names.countries import with_countries
from core.actors.names.hyphens import joined_at_hyphens
from core.actors.names.long_forms import with_long_forms
from core.actors.names.named_firms import with_named_firms
from core.actors.names.non_actors import non_actors
from core.actors.names.party_members import without_party_members
from core.actors.names.people_by_nouns import (
    with_first_names,
    with_people_by_office,
    without_nouns_for_people,
)
from core.actors.names.relabelling import relabelled
from core.actors.names.span_extension import with_missed_names, with_nouns_of_names, with_parts_of_compounds
from core.actors.names.things import without_things
from core.actors.names.told_places import with_told_places
from core.analysis.analysis import Actor, ActorKind, Form, Label, Mention
from core.lexicon.world import Tables, load_tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import organisation_key
from core.text.spans import Span

_PARTICLE_FIRST = re.compile(r"(?:Von|Van|Vom|Zu|De)\s(?=\S)")
"""A particle that begins a sentence with a surname: "Von der Aue lachte."."""
_GUESSED = 0.8
"""How sure a surname is that several people in the article bear."""
_GENDERS = {"Masc": "m", "Fem": "f"}
_BODY_GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n"}
_KINDS = {Label.PER: ActorKind.PERSON, Label.ORG: ActorKind.ORGANISATION, Label.LOC: ActorKind.PLACE}


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is in an article. Mentions are in text order, actors in the order of their first mention."""

    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    speakers: tuple[str | None, ...]
    """For each quotation the id of the actor who speaks, or None."""


def resolve(
    parsed: ParsedText,
    names: Iterable[Mention],
    speakers: Sequence[Sequence[Span]],
    said: Sequence[Span],
    rendered: Mapping[Span, Sequence[Span]] = NOTHING,
) -> Resolution:
    """Group the names into actors, and find out who each quotation's speaker is.

    Args:
        parsed: The text.
        names: The names that the pipeline has found.
        speakers: For each quotation the spans of the words for its speaker; empty where it has none.
        said: The spans of direct speech.
        rendered: The spans of speech in the reporter's words, with those of the words for who says so.
    """
    tables = load_tables(parsed.lexicon.language)
    mentions, actors, discourse, references = _referred(parsed, tables, names, speakers, said, rendered)
    persons, bodies = discourse.persons, discourse.bodies
    actors.update(references.actors)
    for key, person in persons.items():
        if key in actors:
            described = person.described_as
            if described and person.gender == "m" and not parsed.by_parse:
                described = _masculine(parsed, described)
            roles = actors[key].roles or tuple(filter(None, (described,)))
            actors[key] = replace(actors[key], age=person.age, roles=roles)
    beside = _beside(parsed, tables, mentions, references.mentions)
    merged = _merged(mentions, [*references.mentions, *beside])
    answers = references.answers
    if parsed.by_parse:
        merged = _merged(merged, headline_nouns(parsed, tables, merged, persons, bodies))
        same = nameless_in_headlines(parsed, tables, merged, discourse)
        merged = [replace(each, actor=same.get(each.actor or "", each.actor)) for each in merged]
        answers = [same.get(answer or "", answer) for answer in answers]
        actors = _with_bodies(actors, Belonging(parsed, tables, merged, actors, _classes(bodies)).of_all())
        for key, age in ages_in_headlines(parsed, tables, merged, discourse).items():
            actors[key] = replace(actors[key], age=actors[key].age or age)
    elif parsed.has_parse:
        told = sorted({*merged, *references.pronouns})
        actors = _with_bodies(
            actors, GermanBelonging(parsed, tables, told, actors, _classes(bodies)).of_all()
        )
    return _numbered(merged, actors, answers)


def questions(
    parsed: ParsedText,
    names: Iterable[Mention],
    speakers: Sequence[Sequence[Span]],
    said: Sequence[Span],
    rendered: Mapping[Span, Sequence[Span]] = NOTHING,
) -> tuple[list[Question], Sequence[Mention]]:
    """For fitting: each description as a question of whom it means, with the names, which have the keys of the options.

    The arguments are those of `resolve`.
    """
    tables = load_tables(parsed.lexicon.language)
    mentions, _, _, references = _referred(parsed, tables, names, speakers, said, rendered)
    return references.questions(), mentions


def _referred(
    parsed: ParsedText,
    tables: Tables,
    names: Iterable[Mention],
    speakers: Sequence[Sequence[Span]],
    said: Sequence[Span],
    rendered: Mapping[Span, Sequence[Span]],
) -> tuple[list[Mention], dict[str, Actor], Discourse, References]:
    """The names grouped into actors, by key, and all that refers to them."""
    cleaned = without_things(parsed, tables, joined_at_hyphens(parsed, clean(parsed, names)))
    mentions = _completed(parsed, tables, cleaned)
    groups = group(parsed, tables, mentions, non_actors(parsed, tables, mentions))
    keys = {id(found): f"g{number}" for number, found in enumerate(groups)}
    for found in groups:
        label = label_of(found, mentions)
        for i in found.members:
            kept = label if found.person or mentions[i].form is Form.NAME else mentions[i].label
            sure = _GUESSED if i in found.guesses else 1.0
            mentions[i] = replace(mentions[i], label=kept, actor=keys[id(found)], confidence=sure)
    names_of = {keys[id(found)]: best_name(parsed, tables, found, mentions) for found in groups}
    actors: dict[str, Actor] = {}
    persons: dict[str, Person] = {}
    bodies: dict[str, Body] = {}
    for found in groups:
        key = keys[id(found)]
        if found.person:
            actors[key], persons[key] = _person(parsed, tables, key, found, mentions, names_of)
        else:
            actors[key] = _other(key, found, mentions, names_of[key])
            if actors[key].kind is ActorKind.ORGANISATION:
                bodies[key] = _body(parsed, tables, found, mentions, names_of[key])
    discourse = Discourse(parsed, mentions, persons, bodies, said, rendered)
    return mentions, actors, discourse, References(parsed, tables, discourse, speakers)


def _beside(
    parsed: ParsedText, tables: Tables, names: Sequence[Mention], others: Iterable[Mention]
) -> list[Mention]:
    """Descriptions beside names, but those that begin where another does; in English "the guild's clerk" may begin with
    one of the guild."""
    described = {mention.start: mention.actor for mention in others}
    return [
        each
        for each in descriptions_beside_names(parsed, tables, names)
        if each.start not in described or (parsed.by_parse and described[each.start] != each.actor)
    ]


def _completed(parsed: ParsedText, tables: Tables, cleaned: Sequence[Mention]) -> list[Mention]:
    """The names with their labels set right and with those that the pipeline missed."""
    cleaned = with_named_firms(parsed, tables, cleaned)
    cleaned = without_nouns_for_people(parsed, tables, with_people_by_office(parsed, tables, cleaned))
    cleaned = with_told_places(parsed, with_names_in_full(parsed, cleaned))
    mentions = relabelled(parsed, tables, cleaned)
    surnames = with_missed_surnames(parsed, mentions)
    mentions = with_names_in_full(parsed, with_first_names(parsed, surnames))
    mentions = with_countries(parsed, tables, with_nouns_of_names(parsed, tables, mentions))
    mentions = with_long_forms(parsed, tables, with_branches(parsed, tables, mentions))
    return without_party_members(
        parsed, with_parts_of_compounds(parsed, with_missed_names(parsed, tables, mentions))
    )


def _classes(bodies: Mapping[str, Body]) -> dict[str, set[str]]:
    return {key: body.classes for key, body in bodies.items()}


def _with_bodies(actors: Mapping[str, Actor], bodies: Mapping[str, tuple[str, ...]]) -> dict[str, Actor]:
    """The actors, the persons among them with the names of the bodies they belong to."""
    return {
        key: replace(actor, affiliations=bodies.get(key, ())) if actor.kind is ActorKind.PERSON else actor
        for key, actor in actors.items()
    }


def _merged(mentions: Sequence[Mention], added: Iterable[Mention]) -> list[Mention]:
    """All mentions in text order; a description that encloses a name is listed beside it."""
    return sorted([*mentions, *added], key=lambda mention: (mention.start, mention.end))


def _other(key: str, found: Group, mentions: Sequence[Mention], name: str) -> Actor:
    """The actor for a group of mentions of a body, a place or a family."""
    kind = found.kind or _KINDS.get(label_of(found, mentions), ActorKind.ORGANISATION)
    return Actor(key, name, kind, _aliases(found, name))


def _aliases(found: Group, name: str) -> tuple[str, ...]:
    """The other forms of a name; one that differs only in the ending of an adjective or a case is left out."""
    own = organisation_key(name)
    known = {own, own + "n", own + "en"}
    if not found.person:
        return tuple(form for form in found.forms if form != name and organisation_key(form) not in known)
    forms = (_PARTICLE_FIRST.sub(lambda first: first.group().lower(), form) for form in found.forms)
    return tuple(dict.fromkeys(form for form in forms if form.casefold() != name.casefold()))


def _person(
    parsed: ParsedText,
    tables: Tables,
    key: str,
    found: Group,
    mentions: Sequence[Mention],
    names_of: Mapping[str, str],
) -> tuple[Actor, Person]:
    """The actor for a group of mentions of a person, with what the text says around each of them."""
    roles: dict[str, None] = {}
    affiliations: dict[str, None] = {}
    ties: list[str] = []
    ages: Counter[int] = Counter()
    genders: Counter[str] = Counter({found.gender: 2} if found.gender else {})
    read: Counter[str] = Counter()
    for i in found.members:
        if mentions[i].form is not Form.NAME:
            continue
        words = parsed.text[mentions[i].start : mentions[i].end]
        around = attributes(parsed, mentions, i, " ".join(words.split()) not in found.forms)
        if around.gender == "f" and found.gender == "m" and " " not in words:
            continue  # "lobte die Sängerin Lind": who stands before his surname is somebody else.
        roles.update(dict.fromkeys(around.roles))
        ties.extend(around.ties)
        affiliations.update(dict.fromkeys(belongings(parsed, mentions, i, around)))
        if around.age is not None:
            ages[around.age] += 1
        if around.gender:
            genders[around.gender] += 1
        token = parsed.parsed_at(mentions[i].start)
        if token is not None and parsed.gender[token] in _GENDERS:
            read[_GENDERS[parsed.gender[token]]] += 1
    age = ages.most_common(1)[0][0] if ages else None
    guessed = not genders
    genders = genders or read
    gender = genders.most_common(1)[0][0] if genders else None
    name = names_of[key]
    roles = _without_ranks(parsed, roles)
    if gender == "m":
        roles = dict.fromkeys(_masculine(parsed, role) for role in roles)
    belongs = tuple(dict.fromkeys(names_of[other] for other in affiliations if other in names_of))
    person = Person(
        gender,
        tuple(roles),
        frozenset(found.forms),
        age,
        {other for other in belongs if tables.country(other)},
        frozenset(belongs),
        frozenset(surname for name in found.names for surname in name.surnames),
    )
    person.gender_guessed = guessed
    for noun in ties:
        person.call(tables, noun)
    return Actor(key, name, ActorKind.PERSON, _aliases(found, name), tuple(roles), age, belongs), person


def _without_ranks(parsed: ParsedText, roles: Mapping[str, None]) -> dict[str, None]:
    """The roles without titles such as "Dr", unless there is nothing else."""
    offices = dict.fromkeys(role for role in roles if not parsed.lexicon.has(role.lower(), RANK))
    return offices or dict(roles)


def _masculine(parsed: ParsedText, role: str) -> str:
    """A role of a man in the strong nominative: "Abgeordneter" for "(der) Abgeordnete"."""
    words = role.split()
    at = next((k for k, word in enumerate(words) if word[:1].isupper()), None)
    if at is not None and words[at].endswith("e") and parsed.lexicon.role(words[at] + "r"):
        words[at] += "r"
        words[:at] = [word + "r" if word.endswith("e") else word for word in words[:at]]
    return " ".join(words)


def _body(parsed: ParsedText, tables: Tables, found: Group, mentions: Sequence[Mention], name: str) -> Body:
    """What kind of body a name is, by the nouns in it and before it ("Energiekonzern", "Verband"), and its gender."""
    nouns = {word for form in found.forms for word in _before_complement(parsed, form)}
    kinds = {pair for form in found.forms for pair in _pairs(form) if pair in tables.body_classes}
    genders: Counter[str] = Counter()
    for i in found.members:
        if mentions[i].form is not Form.NAME:
            continue
        before = parsed.before(mentions[i].start, 40).rstrip(' „“"»«').split()[-1:]
        nouns.update(before)
        token = parsed.head_of(mentions[i].start, mentions[i].end)
        if parsed.by_parse and token is not None:
            for k in _apposed(parsed, token):
                nouns.add(parsed.words[k])
                kinds.add(qualified(parsed, tables, k))
            first = parsed.token_from(mentions[i].start)
            kinds.add(qualified(parsed, tables, max(0, first - 1)))
            kinds.update({"".join(parsed.low[max(0, first - 2) : first])} & tables.body_classes.keys())
        articles = [] if token is None else [k for k in parsed.children(token) if parsed.dep[k] == "det"]
        plural = any(parsed.number[k] == "Plur" for k in articles)
        genders.update(
            "p" if plural else _BODY_GENDERS[parsed.gender[k]]
            for k in articles
            if plural or parsed.gender[k] in _BODY_GENDERS
        )
    classes: set[str] = {"party"} if any(tables.is_party(form) for form in found.forms) else set()
    words = {word.lower() for form in found.forms for word in form.split()}
    told = {"legal_form": "company", "club": "club"}
    classes |= {kind for name, kind in told.items() if any(parsed.lexicon.has(word, name) for word in words)}
    known = [noun for word in sorted(nouns) if (noun := tables.body_noun(word)) is not None]
    if parsed.by_parse:
        # A "consumer group" is no firm, though a group may be one.
        kinds = {each for each in kinds if tables.body_noun(each)}
        narrow = {
            noun for noun in known for each in kinds & tables.body_classes.keys() if each.endswith(noun)
        }
        known = [*(noun for noun in known if noun not in narrow), *sorted(kinds)]
        nouns |= kinds
    for noun in known:
        classes |= tables.classes_of_body(noun)
    genders.update(tables.body_genders.get(noun, "n") for noun in known)
    gender = genders.most_common(1)[0][0] if genders else "n" if parsed.by_parse else None
    return Body(classes, {noun.lower() for noun in nouns if tables.body_noun(noun)}, gender, name)


def _pairs(name: str) -> list[str]:
    """Each two words of a name as one: "municipalcorporation"."""
    words = name.lower().split()
    return [one + other for one, other in pairwise(words)]


def _before_complement(parsed: ParsedText, name: str) -> list[str]:
    """The words of a body's name that say what it is: of "Gewerkschaft der Polizei" the first."""
    words = name.split()
    small = ("determiner", "preposition", "contracted")
    end = next((k for k, word in enumerate(words) if k and parsed.lexicon.has(word, *small)), len(words))
    return words if parsed.by_parse else words[:end]


def _apposed(parsed: ParsedText, token: int) -> list[int]:
    """Common nouns in apposition to a name: "the bank, Selby & Quill,"."""
    beside = [k for k in parsed.children(token) if parsed.dep[k] in ("appos", "nmod:desc", "compound")]
    if parsed.dep[token] == "appos":
        beside.append(parsed.head[token])
    return [k for k in beside if parsed.pos[k] == "NOUN"]


def _numbered(
    mentions: Sequence[Mention], actors: dict[str, Actor], answers: Sequence[str | None]
) -> Resolution:
    """Ids a1, a2, … by first mention, in place of the keys used so far."""
    ids: dict[str, str] = {}
    for mention in mentions:
        if mention.actor is not None:
            ids.setdefault(mention.actor, f"a{len(ids) + 1}")
    for answer in answers:
        if answer is not None:
            ids.setdefault(answer, f"a{len(ids) + 1}")
    return Resolution(
        tuple(replace(mention, actor=ids[mention.actor] if mention.actor else None) for mention in mentions),
        tuple(replace(actors[key], id=number) for key, number in ids.items()),
        tuple(ids[answer] if answer else None for answer in answers),
    )
