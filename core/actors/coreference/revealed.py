"""People whom one sentence introduces and the next one names: "Hinten weint eine Frau. Es ist Ada Lind."."""

import re
from collections.abc import Collection, Mapping

from core.actors.coreference.discourse import Discourse
from core.actors.coreference.leads import bearers_below
from core.analysis.analysis import Form, Mention
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import either

_REVEALS = re.compile(rf"\s*(?:{either('reveals')})\s")
_GENDERS = {"er": "m", "der": "m", "sie": "f", "die": "f"}
_IS_CALLED = re.compile(rf"\s(?:{either('is_called')})\s(er|sie)\b")
_CALLED_AHEAD = re.compile(rf"(?:^|[.!?:“«]\s|\n)((?:Er|Sie|Der|Die))\s(?:{either('is_called')})\s$")
_REACH = 20
"""Characters before a name within which "Sie heißt" stands."""
_OFFICE = re.compile(r"(?:(?:der|die|den)\s)?(?:[a-zäöüß][\w-]*e[nr]?\s)?(?P<noun>[A-ZÄÖÜ][\w-]+\s)?")


def told_below(
    parsed: ParsedText, discourse: Discourse, introduced: Mapping[str, Mention], speaking: Collection[str]
) -> dict[str, str]:
    """For people without a name in a German report, the keys of those whom it names as them further on.

    `speaking` are those who say something; the other arguments are those of `revealed`.
    """
    below = bearers_below(parsed, discourse, introduced, speaking)
    return below | revealed(parsed, discourse, introduced) | called(parsed, discourse)


def revealed(parsed: ParsedText, discourse: Discourse, introduced: Mapping[str, Mention]) -> dict[str, str]:
    """For people without a name, the keys of those whom the sentence behind theirs says they are.

    Args:
        parsed: The text.
        discourse: Everybody mentioned.
        introduced: For people without a name, the mention that introduces them.
    """
    persons = discourse.persons
    names = {
        each.start: each for each in discourse.mentions if each.form is Form.NAME and each.actor in persons
    }
    found: dict[str, str] = {}
    for key, mention in introduced.items():
        number = parsed.sentence_at(mention.start)
        if not 0 <= number < len(parsed.sentences) - 1 or discourse.is_said(mention.start):
            continue
        start, end = parsed.sentences[number + 1]
        opening = _REVEALS.match(parsed.text, start, end)
        office = _OFFICE.match(parsed.text, opening.end(), end) if opening else None
        if opening is None or office is None:
            continue
        noun = (office.group("noun") or "").strip()
        at = office.end() if noun and parsed.lexicon.role(noun) else opening.end()
        name = names.get(at)
        if (
            name is None
            or name.actor is None
            or persons[name.actor].gender not in (None, persons[key].gender)
        ):
            continue
        beside = {
            each.actor
            for each in discourse.between(*parsed.sentences[number])
            if each.actor in persons and persons[each.actor or ""].gender == persons[key].gender
        }
        if beside == {key}:
            found[key] = name.actor
    return found


def called(parsed: ParsedText, discourse: Discourse) -> dict[str, str]:
    """For people without a name, the keys of those by whose name a sentence says that they are called: "Sie heißt Ada
    Lind", "Ada Lind heißt sie"."""
    persons = discourse.persons
    meant: dict[str, str] = {}
    for name in discourse.mentions:
        other = persons.get(name.actor or "")
        if name.form is not Form.NAME or other is None or name.actor is None:
            continue
        behind = _IS_CALLED.match(parsed.text, name.end)
        ahead = _CALLED_AHEAD.search(parsed.before(name.start, _REACH))
        pronoun = behind.group(1) if behind else ahead.group(1).lower() if ahead else ""
        start = (
            behind.start(1)
            if behind
            else name.start - len(ahead.group()) + ahead.start(1) - ahead.start()
            if ahead
            else -1
        )
        gender = _GENDERS.get(pronoun)
        if gender is None or not (other.gender_guessed or other.gender in (None, gender)):
            continue
        beside = discourse.last_beside_subject(start, gender) if pronoun in ("der", "die") else None
        actor = beside or discourse.antecedent(start, gender, frozenset((name.actor,)))
        if actor is not None and not persons[actor].named:
            other.gender, other.gender_guessed = gender, False
            meant[actor] = name.actor
    return meant
