"""Who somebody is whom a sentence introduces and the next one names: "Hinten weint eine Frau. Es ist Ada Lind."."""

import re
from collections.abc import Mapping

from core.actors.coreference.discourse import Discourse
from core.analysis.analysis import Form, Mention
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import either

_REVEALS = re.compile(rf"\s*(?:{either('reveals')})\s")
_OFFICE = re.compile(r"(?:(?:der|die|den)\s)?(?:[a-zäöüß][\w-]*e[nr]?\s)?(?P<noun>[A-ZÄÖÜ][\w-]+\s)?")


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
