"""Ages and roles that a text gives somebody by way of a pronoun or a description: "Sie ist 74", "Er ist Bäcker"."""

from core.actors.attributes.ages import age_told
from core.actors.attributes.english_ages import age_of_pronoun
from core.actors.attributes.roles_predicated import role_told
from core.actors.coreference.compare_roles import NO_ROLES, WITNESS
from core.actors.coreference.discourse import Discourse, Person
from core.analysis.analysis import Form
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span

_SURE = 0.75
"""How sure it must be whom a pronoun means for an office to be theirs."""


def learn_what_is_told(
    parsed: ParsedText, tables: Tables, person: Person, span: Span, confidence: float
) -> None:
    """Take in the age, and in German the office, that the words around a pronoun tell of the person it means.

    Args:
        parsed: The text.
        tables: The tables of its language.
        person: The person, who is changed where age or office have not been told before.
        span: Where the pronoun is.
        confidence: How sure it is that the person is meant.
    """
    if person.age is None and parsed.by_parse:
        person.age = age_of_pronoun(parsed, tables, span)
    elif person.age is None:
        person.age = age_told(parsed.before(span[0]), parsed.after(span[1]))
    if not (parsed.by_parse or person.described_as) and confidence >= _SURE:
        person.described_as = office_told(parsed, tables, person, span)


def office_told(parsed: ParsedText, tables: Tables, person: Person, span: Span) -> str:
    """What a German text says that somebody is for whom a description or a pronoun stands; "" where it says nothing, or
    only what they are in one matter."""
    told = role_told(parsed, span)
    if told is None or (person.gender and told.gender not in (None, person.gender)):
        return ""
    return "" if tables.classes_of_role(told.noun) & (NO_ROLES | WITNESS) else told.words


def tells_of(discourse: Discourse, teller: str, actor: str) -> bool:
    """Whether what somebody says, in the reporter's words, has the name of somebody, who then is another."""
    names = (each for each in discourse.mentions if each.actor == actor and each.form is Form.NAME)
    return any(teller in discourse.tellers(each.start) for each in names)
