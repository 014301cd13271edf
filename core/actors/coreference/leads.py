"""Whom a report opens with and names only below: "A baker has won …", then "Ada Lind, 58, said …"."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from core.actors.coreference.compare_roles import same_role
from core.actors.coreference.discourse import Discourse, Person
from core.analysis.analysis import Form, Mention
from core.articles.article import BlockKind
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents
from core.text.spans import Span

_OPENING_BLOCKS = 2
"""Paragraphs of the story that may open it, the standfirst among them."""
_NAMED_WITHIN = 2
"""Paragraphs behind that one within which the name must come."""
_AGED = re.compile(r",\s(?:aged\s)?\d{1,3}[,.]|,\s(?:an?|the|who|whose|of|from)\s|\s(?:is|was|has|had)\s")
"""What introduces somebody: an age, a description, or what they are or have done."""
_INDEFINITE = re.compile(r"[Ee]ine?[mnr]?\s")
_AGED_GERMAN = re.compile(
    r"\s?\(\d{1,3}\)|,\s\d{1,3}[,.]|,\s(?:der|die|eine?)\s|\s(?:ist|war|hat|hatte|wurde|heißt)\s|\s\w+t\sseit\s"
)
_PARTS = ("accused_verb", "victim_verb", "witness_verb")
_OFTEN = 3
"""Names of somebody from which on a report is about them."""


def named_below(
    parsed: ParsedText, discourse: Discourse, introduced: Mapping[str, Mention]
) -> dict[str, str]:
    """For people without a name whom the opening of a report introduces, the keys of those named below who they are.

    Args:
        parsed: The text.
        discourse: Everybody mentioned.
        introduced: For people without a name, the mention that introduces them.
    """
    story = [
        number
        for number, block in enumerate(parsed.blocks)
        if block.kind is BlockKind.PARAGRAPH and parsed.is_story(block.start)
    ]
    taken: set[str] = set()
    found: dict[str, str] = {}
    for key, mention in sorted(introduced.items(), key=lambda item: item[1].start):
        block = parsed.block_at(mention.start)
        person = discourse.persons[key]
        if block not in story[:_OPENING_BLOCKS] or not discourse.is_subject(mention):
            continue
        if _speaks_for(parsed, mention):
            continue
        at = story.index(block)
        below = story[at : at + 1 + _NAMED_WITHIN]
        holder = next(_holders(parsed, discourse, person, mention, below, taken), None)
        if holder is not None:
            found[key] = holder
            taken.add(holder)
    return found


def bearers_below(
    parsed: ParsedText, discourse: Discourse, introduced: Mapping[str, Mention], speaking: Collection[str]
) -> dict[str, str]:
    """The same for German: "Ein Bäcker hat gewonnen", then "Bo Lind, 58, sagt …".

    Whoever is introduced by an indefinite article is the one of that sex whom the next paragraphs name as their
    subject, or the only one of that sex whom they name and the report is about. `speaking` are those who say
    something: they are named because they speak, unless the one described speaks as well.
    """
    story = [number for number, block in enumerate(parsed.blocks) if parsed.is_running_text(block.start)]
    dated = next((k for k, number in enumerate(story) if parsed.blocks[number].dateline is not None), 0)
    story = story[dated:]
    opening = parsed.blocks[story[0]].start if story else 0
    often = Counter(mention.actor for mention in discourse.mentions if mention.form is Form.NAME)
    found: dict[str, str] = {}
    for key, mention in sorted(introduced.items(), key=lambda item: item[1].start):
        person, block = discourse.persons[key], parsed.block_at(mention.start)
        indefinite = _INDEFINITE.match(parsed.text, mention.start)
        if block not in story[:_OPENING_BLOCKS] or indefinite is None or person.owned or not person.gender:
            continue
        at = story.index(block)
        end = parsed.blocks[story[min(at + _NAMED_WITHIN, len(story) - 1)]].end
        there = _named(discourse, opening, end, person.gender)
        new = [each for each in there if each.start > mention.end]
        names = [
            each for each in new if not any(o.actor == each.actor for o in there if o.start < mention.end)
        ]
        for name in names[:1]:
            other = discourse.persons[name.actor or ""]
            same = any(same_role(one, office) for one in person.called for office in other.called)
            barred = name.actor in found.values() or not _agree(person, other) or (other.roles and not same)
            if barred or (name.actor in speaking and key not in speaking):
                continue
            leads = discourse.is_subject(mention) and discourse.is_subject(name)
            introduces = leads and _AGED_GERMAN.match(parsed.after(name.end)) is not None
            alone = {each.actor for each in there} == {name.actor} and often[name.actor] >= _OFTEN
            if same or introduces or alone:
                found[key] = name.actor or ""
    return found


def only_ones(
    parsed: ParsedText, discourse: Discourse, described: Iterable[Mention], meant: Mapping[str, str]
) -> dict[str, str]:
    """For "der Mann" and "die junge Frau" that introduce nobody, whom they mean: the one person of that sex who is
    mentioned in their paragraph before them and in the one above. `meant` says who others without a name are."""
    persons = discourse.persons
    known = sorted(described)
    found: dict[str, str] = {}
    for mention in known:
        key = mention.actor or ""
        person, block = persons.get(key), parsed.block_at(mention.start)
        if person is None or block is None or key in found or key in meant:
            continue
        if person.named or not (person.general and person.taken_as_known) or discourse.is_said(mention.start):
            continue
        first = next(each for each in known if each.actor == key)
        start = parsed.blocks[max(0, block - 1)].start
        there = {
            meant.get(each.actor or "", each.actor or "")
            for each in [*discourse.mentions, *known]
            if start <= each.start < mention.start and each.actor in persons and each.actor != key
        }
        alike = {each for each in there if persons[each].gender in (None, person.gender)}
        holder = next(iter(alike), "")
        if first is mention and len(alike) == 1 and persons[holder].named and _agree(person, persons[holder]):
            found[key] = holder
    return {key: holder for key, holder in found.items() if persons[holder].gender == persons[key].gender}


def _named(discourse: Discourse, start: int, end: int, gender: str) -> list[Mention]:
    """The mentions by name of people of one sex between two offsets, direct speech left aside."""
    return [
        mention
        for mention in discourse.mentions
        if start <= mention.start < end
        and mention.form is Form.NAME
        and mention.actor in discourse.persons
        and discourse.persons[mention.actor].gender == gender
        and not discourse.is_said(mention.start)
    ]


def _speaks_for(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a description is of somebody by whom they belong to: "a spokesman for the port", "her lawyer"."""
    head = parsed.head_of(mention.start, mention.end)
    if head is None or dependent(parsed, head, "nmod:poss") is not None:
        return True
    behind = (dependent(parsed, child, "case") for child in dependents(parsed, head, "nmod"))
    return any(case is not None and parsed.low[case] == "for" for case in behind)


def _holders(
    parsed: ParsedText,
    discourse: Discourse,
    person: Person,
    mention: Mention,
    below: list[int],
    taken: set[str],
) -> Iterator[str]:
    """The people first named in some paragraphs who may be the one described, in text order."""
    seen = {each.actor for each in discourse.mentions if each.start < mention.start}
    for name in discourse.mentions:
        if name.start < mention.end or name.actor in seen or name.form is not Form.NAME:
            continue
        seen.add(name.actor)
        other = discourse.persons.get(name.actor or "")
        if other is None or name.actor in taken or parsed.block_at(name.start) not in below:
            continue
        if discourse.is_said(name.start) or not _agree(person, other):
            continue
        roles = other.classes & person.classes or any(
            same_role(one, office) for one in person.called for office in other.called
        )
        accused = "accused_verb" in _parts(parsed, mention.span) & _parts(parsed, name.span)
        leads = discourse.is_subject(name) and (accused or _AGED.match(parsed.after(name.end)) is not None)
        if roles or (leads and not other.roles and not _play_different_parts(parsed, mention, name)):
            yield name.actor or ""


def _play_different_parts(parsed: ParsedText, one: Mention, other: Mention) -> bool:
    """Whether the one is accused of something and the other suffered it, or the one it befell and the other saw it."""
    befallen, parts = _parts(parsed, one.span), _parts(parsed, other.span)
    if not befallen & {"accused_verb", "victim_verb"}:
        return False
    return "witness_verb" in parts or bool(parts and not befallen & parts)


def is_against(parsed: ParsedText, one: Span, other: Span) -> bool:
    """Whether by their verbs or nouns one of two people is accused of what the other suffered."""
    first, second = (_parts_of(parsed, each) & {"accused_verb", "victim_verb"} for each in (one, other))
    return bool(first and second and not first & second)


def _parts_of(parsed: ParsedText, span: Span) -> set[str]:
    """The parts that the verbs around a phrase tell, or else its noun: "the suspect", "the victim"."""
    head = parsed.head_of(*span)
    for part in ("accused", "victim"):
        if head is not None and parsed.lexicon.has(parsed.low[head], f"{part}_noun"):
            return {f"{part}_verb"}
    return _parts(parsed, span)


def _parts(parsed: ParsedText, span: Span) -> set[str]:
    """What the verbs around a phrase say that somebody did or that befell them, as classes of words."""
    head = parsed.head_of(*span)
    if head is None:
        return set()
    verbs = [parsed.head[head], *dependents(parsed, head, "acl:relcl")]
    if parsed.dep[parsed.head[head]] in ("xcomp", "ccomp"):
        verbs.append(parsed.head[parsed.head[head]])
    words = [parsed.low[k] for verb in verbs for k in (verb, *dependents(parsed, verb, "conj", "xcomp"))]
    return {name for name in _PARTS for word in words if parsed.lexicon.has(word, name)}


def _agree(person: Person, other: Person) -> bool:
    """Whether sex and age, as far as they are known, are the same."""
    genders = {person.gender, other.gender} - {None}
    ages = {person.age, other.age} - {None}
    return len(genders) < 2 and len(ages) < 2
