"""Whom a report opens with and names only below: "A baker has won …", then "Ada Lind, 58, said …"."""

import re
from collections.abc import Iterator, Mapping

from core.actors.coreference.compare_roles import same_role
from core.actors.coreference.discourse import Discourse, Person
from core.analysis.analysis import Form, Mention
from core.articles.article import BlockKind
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents

_OPENING_BLOCKS = 2
"""Paragraphs of the story that may open it, the standfirst among them."""
_NAMED_WITHIN = 2
"""Paragraphs behind that one within which the name must come."""
_AGED = re.compile(r",\s(?:aged\s)?\d{1,3}[,.]|,\s(?:an?|the)\s|\s(?:is|was|has|had)\s")
"""What introduces somebody: an age, a description, or what they are or have done."""


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
        leads = discourse.is_subject(name) and _AGED.match(parsed.after(name.end)) is not None
        if roles or (leads and not other.roles):
            yield name.actor or ""


def _agree(person: Person, other: Person) -> bool:
    """Whether sex and age, as far as they are known, are the same."""
    genders = {person.gender, other.gender} - {None}
    ages = {person.age, other.age} - {None}
    return len(genders) < 2 and len(ages) < 2
