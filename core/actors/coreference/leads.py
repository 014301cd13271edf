"""Whom a report opens with and names only below: "A baker has won …", then "Ada Lind, 58, said …"."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from core.actors.coreference.compare_roles import IN_COURT, OF_THE_BENCH, other_office, same_role
from core.actors.coreference.discourse import Discourse, Person
from core.actors.coreference.parts_played import (
    accuses,
    others_beside,
    parts_played,
    play_different_parts,
    points_elsewhere,
    share_a_part,
)
from core.actors.coreference.sides import Sides
from core.analysis.analysis import Form, Mention
from core.articles.article import BlockKind
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents

_OPENING_BLOCKS = 2
"""Paragraphs of the story that may open it, the standfirst among them."""
_NAMED_WITHIN = 2
"""Paragraphs behind that one within which the name must come."""
_AGED = re.compile(r",\s(?:aged\s)?\d{1,3}[,.]")
_INTRODUCED = re.compile(
    r",\s(?:aged\s)?\d{1,3}[,.]|,\s(?:who\s(?:is|comes)\s)?(?:of|from)\s[A-Z]|,\swho\slives\s"
)
"""What introduces somebody: an age, or where they live."""
_WITHHELD = re.compile(
    r"\s(?:close to|familiar with|with (?:direct |first-hand )?knowledge|briefed on"
    r"|who (?:asked|wished|wanted|requested|declined|spoke on condition|did not want)\s)"
)
"""What follows a noun for a source that is not to be named."""
_WHO = re.compile(r",\s(?:an?|the|who|whose)\s")
_IS = re.compile(r"\s(?:is|was|has|had)\s")
"""What may introduce them: a description, or what they are or have done."""
_MOST_TOLD = 2
"""Names of somebody beside which the text tells who they are."""
_INDEFINITE = re.compile(r"[Ee]ine?[mnr]?\s")
_AGED_GERMAN = re.compile(
    r"\s?\(\d{1,3}\)|,\s\d{1,3}[,.]|,\s(?:der|die|eine?)\s|\s(?:ist|war|hat|hatte|wurde|heißt)\s|\s\w+t\sseit\s"
)
_TELLS_OFFICE = re.compile(r"(?:,\s\d{1,3},|\s\(\d{1,3}\))?\s(?:ist|war)\s")
"""Behind a name, what goes on to tell which office somebody has."""
_CLAUSE_END = re.compile(r"[,;:–—.!?](?=\s)")
_OFTEN = 3
"""Names of somebody from which on a report is about them."""


def named_below(
    parsed: ParsedText, discourse: Discourse, introduced: Mapping[str, Mention], sides: Sides
) -> dict[str, str]:
    """For people without a name whom the opening of a report introduces, the keys of those named below who they are.

    Args:
        parsed: The text.
        discourse: Everybody mentioned.
        introduced: For people without a name, the mention that introduces them.
        sides: Of which clubs or places people have their offices.
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
        if block not in story[:_OPENING_BLOCKS]:
            continue
        if not (discourse.is_subject(mention) or _is_acted_on(parsed, mention)):
            continue
        if _speaks_for(parsed, mention) or _is_withheld(parsed, mention):
            continue
        at = story.index(block)
        below = story[at : at + 1 + _NAMED_WITHIN]
        holders = _holders(parsed, discourse, person, mention, below, taken)
        holder = next((key for key in holders if not sides.is_of_other(mention.span, key)), None)
        if holder is not None:
            found[key] = holder
            taken.add(holder)
    return found


def others_named_below(
    parsed: ParsedText, discourse: Discourse, introduced: Mapping[str, Mention], meant: Mapping[str, str]
) -> dict[str, str]:
    """For people without a name of whose age the opening tells beside somebody, who they are: "A man who robbed a
    91-year-old woman has been jailed", then "Bo Quill took Ada Lind's purse".

    `meant` says who the somebody is. The name must be the only new one in a sentence of which they are the subject.
    """
    persons = discourse.persons
    firsts: dict[str, Mention] = {}
    for each in discourse.mentions:
        if each.form is Form.NAME and each.actor in persons:
            firsts.setdefault(each.actor or "", each)
    found: dict[str, str] = {}
    for key, mention in introduced.items():
        number, person = parsed.sentence_at(mention.start), persons[key]
        if key in meant or person.age is None or number < 0 or discourse.is_subject(mention):
            continue
        beside = {
            each.actor or ""
            for each in discourse.between(*parsed.sentences[number])
            if each.actor in persons and each.actor != key and each.form is Form.NOMINAL
        }
        known = [meant.get(each, each) for each in beside]
        if len(known) != 1 or not persons[known[0]].named:
            continue
        new = [each for other, each in firsts.items() if other != known[0] and each.start > mention.end]
        name = min(new, key=lambda each: each.start, default=None)
        if name is not None and _is_acted_on_by(parsed, discourse, known[0], name):
            other = persons[name.actor or ""]
            first = parsed.token_from(name.start)
            titled = first > 0 and parsed.pos[first - 1] in ("NOUN", "PROPN")
            if _agree(person, other) and other.gender and not (titled or other.classes & IN_COURT):
                found[key] = name.actor or ""
    return found


def _is_acted_on_by(parsed: ParsedText, discourse: Discourse, actor: str, name: Mention) -> bool:
    """Whether somebody named does something to whom a name means, or takes it from them."""
    sentence = parsed.sentence_at(name.start)
    head = discourse.head_of(name)
    if sentence < 0 or head is None or discourse.is_said(name.start):
        return False
    if parsed.dep[head] in ("nmod:poss", "nmod"):
        case = dependent(parsed, head, "case")
        if parsed.dep[head] == "nmod" and (
            case is None or not parsed.lexicon.has(parsed.low[case], "affecting")
        ):
            return False
        head = parsed.head[head]
    verb = parsed.governor(head)
    while verb is not None and parsed.dep[head] == "nmod":
        head, verb = verb, parsed.governor(verb)
    case = dependent(parsed, head, "case")
    affected = parsed.dep[head] in ("obj", "iobj") or (
        parsed.dep[head] == "obl" and case is not None and parsed.lexicon.has(parsed.low[case], "affecting")
    )
    return affected and any(
        each.actor == actor
        and parsed.governor(discourse.head_of(each) or 0) == verb
        and discourse.is_subject(each)
        for each in discourse.between(*parsed.sentences[sentence])
    )


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
        if block not in story or indefinite is None or person.owned or not person.gender:
            continue
        at = story.index(block)
        opens = at < _OPENING_BLOCKS
        end = parsed.blocks[story[min(at + _NAMED_WITHIN, len(story) - 1) if opens else at]].end
        there = _named(discourse, opening, end, person.gender)
        if not opens and any(
            discourse.persons[each.actor or ""].gender in (None, person.gender)
            for each in discourse.between(mention.end, end)
            if each.actor in introduced and each.actor != key
        ):
            continue
        new = [each for each in there if each.start > mention.end]
        names = [
            each for each in new if not any(o.actor == each.actor for o in there if o.start < mention.end)
        ]
        for name in names[:1]:
            other = discourse.persons[name.actor or ""]
            same = any(same_role(one, office) for one in person.called for office in other.called)
            told = person.general and _TELLS_OFFICE.match(parsed.after(name.end))
            barred = name.actor in found.values() or not _agree(person, other)
            barred = barred or bool(other.roles and not (same or told))
            barred = barred or _is_another_nearer(parsed, discourse, introduced, mention, name)
            if barred or (name.actor in speaking and key not in speaking):
                continue
            leads = discourse.is_subject(mention) and discourse.is_subject(name)
            introduces = leads and _AGED_GERMAN.match(parsed.after(name.end)) is not None
            alone = opens and {each.actor for each in there} == {name.actor} and often[name.actor] >= _OFTEN
            if (same and opens) or introduces or alone:
                found[key] = name.actor or ""
    return found


def _is_another_nearer(
    parsed: ParsedText,
    discourse: Discourse,
    introduced: Mapping[str, Mention],
    mention: Mention,
    name: Mention,
) -> bool:
    """Whether somebody else of that sex is introduced without a name in the paragraph of a name, before it."""
    start = parsed.blocks[parsed.block_at(name.start) or 0].start
    gender = discourse.persons[mention.actor or ""].gender
    between = discourse.between(max(start, mention.end), name.start)
    others = {each.actor for each in between if each.actor in introduced} - {mention.actor}
    return any(discourse.persons[other or ""].gender == gender for other in others)


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
        fits = len(alike) == 1 and persons[holder].named and _agree(person, persons[holder])
        if first is mention and fits and not _is_told_by_or_of(parsed, discourse, mention, holder):
            found[key] = holder
    return {key: holder for key, holder in found.items() if persons[holder].gender == persons[key].gender}


def _is_told_by_or_of(parsed: ParsedText, discourse: Discourse, mention: Mention, holder: str) -> bool:
    """Whether a description is another than somebody named: who says so, who is named in the same clause ("Lind sah den
    Mann"), who holds an office where a child is spoken of, or who judges somebody of whom an age is told."""
    head = parsed.head_of(mention.start, mention.end)
    child = head is not None and parsed.lexicon.has(parsed.low[head], "child")
    person, other = (discourse.persons[each] for each in (mention.actor or "", holder))
    if holder in discourse.tellers(mention.start) or (child and other.called):
        return True
    if person.age is not None and other.classes & OF_THE_BENCH:
        return True
    number = parsed.sentence_at(mention.start)
    start = parsed.sentences[number][0] if number >= 0 else mention.start
    return any(
        each.actor == holder
        and each.form is Form.NAME
        and not _CLAUSE_END.search(parsed.text, each.end, mention.start)
        for each in discourse.between(start, mention.start)
    )


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


def _is_withheld(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a description is of a source whom no report names: "a person close to the band", "an insider"."""
    head = parsed.head_of(mention.start, mention.end)
    noun = head is not None and parsed.lexicon.has(parsed.low[head], "withheld_noun")
    told = _WITHHELD.search(parsed.text, mention.start, mention.end)
    return noun or told is not None or _WITHHELD.match(parsed.after(mention.end)) is not None


def _is_acted_on(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a description is the object of who accuses: "Police have charged a man"."""
    head = parsed.head_of(mention.start, mention.end)
    return head is not None and parsed.dep[head] == "obj" and bool(parts_played(parsed, mention.span))


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
        told_by = mention.actor in discourse.tellers(name.start)
        if told_by or discourse.is_said(name.start) or not _agree(person, other):
            continue  # "A nurse said Lind had boasted": nobody is named in what they say themselves.
        roles = other.classes & person.classes and not other_office(frozenset(person.classes), other.classes)
        roles = roles or any(same_role(one, office) for one in person.called for office in other.called)
        if roles or _is_called(parsed, mention, name) or _is_told_on(parsed, discourse, mention, name):
            yield name.actor or ""


def _is_called(parsed: ParsedText, mention: Mention, name: Mention) -> bool:
    """Whether the noun of a description is right before a name: "a freshman", then "Freshman Bo Quill"."""
    noun, first = parsed.head_of(mention.start, mention.end), parsed.token_from(name.start)
    return noun is not None and first > 0 and parsed.low[first - 1] == parsed.low[noun]


def _is_told_on(parsed: ParsedText, discourse: Discourse, mention: Mention, name: Mention) -> bool:
    """Whether the text goes on about somebody described when it names somebody: the name is a subject with what
    introduces people, or has the same part in the story, and nothing beside it points to somebody else."""
    if accuses(parsed, mention.span):
        return False
    mine = [each for each in discourse.mentions if each.actor == name.actor and each.form is Form.NAME]
    told = [each for each in mine[:_MOST_TOLD] if discourse.is_subject(each)]
    if mine[0] not in told or any(play_different_parts(parsed, mention.span, each.span) for each in told):
        return False
    if any(points_elsewhere(parsed, discourse, mention, each) for each in told):
        return False
    places = {_place(parsed, each) for each in told} - {""}
    if places and _place(parsed, mention) not in places:
        return False
    person, other = (discourse.persons[each.actor or ""] for each in (mention, name))
    if other.roles and (not person.general or other.classes & IN_COURT):
        return False
    if any(share_a_part(parsed, mention.span, each.span) for each in told):
        return True
    after = [parsed.after(each.end) for each in told]
    if other.roles or ("victim_verb" in parts_played(parsed, mention.span) and not _AGED.match(after[0])):
        return False
    if any(_INTRODUCED.match(words) for words in after):
        return True
    agrees = person.gender in (None, other.gender) and not others_beside(parsed, discourse, mention, other)
    told_of = _WHO.match(after[0]) or (_IS.match(after[0]) and _tells(parsed, mention))
    return agrees and told_of is not None and bool(told_of)


def _place(parsed: ParsedText, mention: Mention) -> str:
    """As which of several somebody finishes, by the verb of which they are the subject: "came second"; or nothing."""
    head = parsed.head_of(mention.start, mention.end)
    verb = None if head is None else parsed.governor(head)
    if verb is None or not parsed.lexicon.has(parsed.lemma[verb], "placing_verb"):
        return ""
    behind = (parsed.low[k] for k in parsed.children(verb) if k > verb)
    return next((low for low in behind if parsed.lexicon.has(low, "placing")), "")


def _tells(parsed: ParsedText, mention: Mention) -> bool:
    """Whether whoever is described tells something, so that the report is what happened to them."""
    head = parsed.head_of(mention.start, mention.end)
    return head is not None and parsed.low[parsed.head[head]] in parsed.lexicon.cues


def _agree(person: Person, other: Person) -> bool:
    """Whether sex and age, as far as they are known, are the same."""
    genders = {person.gender, other.gender} - {None}
    ages = {person.age, other.age} - {None}
    return len(genders) < 2 and len(ages) < 2
