"""Whether a description is beside the name it belongs to, and so refers to nobody by itself."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from core.actors.attributes.roles import heads_a_body
from core.actors.coreference.agreement import ending_of
from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse
from core.actors.coreference.link import ROLE, Link
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.noun_phrase import is_beside_another
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import NOUN_SUBJECTS
from core.text.tables import either

_APPOSED_NAME = re.compile(r"(?:\s(?:des|der|von|vom|für|aus|in|im)\s[^,.;:!?]{2,60})?,\s")
_TITLES = rf"(?:(?:Dr|Prof)\.\s|(?:{either('title_of_office')})(?:in)?\s)"
_APPOSED_TITLES = re.compile(rf"(?:\s(?:des|der|von|vom|für|aus|in|im)\s[^.;:!?,]{{2,60}})?,\s{_TITLES}+")
"""Between a description and the name of whom it is said: "Der Leiter", " der Klinik, Professor ", "Bo Berg"."""
_APPOSED_RANKS = re.compile(
    r"(?:\s(?:des|der|von|vom|für|aus|in|im)\s[^.;:!?,]{2,60})?,\s((?:[A-ZÄÖÜ][\w-]+\s){1,2})"
)
"""The same with an office before the name: "Der Befehlshaber", " der Armee, General ", "Bo Berg"."""
_TITLED = re.compile(rf"\s{_TITLES}+")
_APPOSED_PHRASE = re.compile(
    r"(?:\s(?:des|der|von|vom|für|aus|in|im|am|beim)\s[^,.;:!?]{2,60})?,"
    r"\s([a-zäöüß]{3,5})\s((?:[\w-]+\s|(?:Dr|Prof)\.\s){0,5})"
)
"""The same with a phrase of its own around the name: "Ihr Anwalt", ", der Kieler Jurist ", "Bo Berg"."""
_JOINED = re.compile(r"\sund\s(?:[a-zäöüß][\w-]+\s)?([A-ZÄÖÜ][\w-]+)\s")
_CASES = (("er", "es", "e", ""), ("en", "es", "e", ""), ("em", "er"), ("es", "er"))
"""Endings of articles in each case of the singular, of any gender."""
_CLOSED = re.compile(r"\s?(?:[,.:;()–]|$)|\s[a-zäöüß]{2,4}\s[^,.;:!?]{2,50},")
"""What ends an apposition, behind the name or what belongs to it: "von der Werft,"."""
_APPOSED_REACH = 90
"""Characters within which that name follows."""
_APPOSED_IN_HOUSE = re.compile(r"\s(?:am|beim|im|an der|bei der)\s[A-ZÄÖÜ][\w-]+\s")
BEHIND_NAME = re.compile(r"\s?(?:\([^()]{1,30}\))?,\s(?:zugleich\s)?$")
_COMPARED = re.compile(r"\b(?:als|wie)\s$")


def stands_alone(
    parsed: ParsedText, mentions: Sequence[Mention], starts: Sequence[int], found: Description
) -> bool:
    """Whether no name covers the phrase or is in apposition to it."""
    at = bisect_left(starts, found.start)
    if at and mentions[at - 1].end > found.start:
        return False
    noun_start = found.end - 1
    index = at
    while index < len(mentions) and mentions[index].start < found.end:
        mention = mentions[index]
        if mention.form is Form.NAME and mention.end > noun_start:
            return False
        index += 1
    if at:
        before = mentions[at - 1]
        gap = parsed.text[before.end : found.start]
        if before.form is Form.NAME and before.label is not Label.LOC and BEHIND_NAME.fullmatch(gap):
            return False
    if _COMPARED.search(parsed.text, max(0, found.start - 5), found.start) and not _is_subject_of_as(
        parsed, found
    ):
        return False
    if is_beside_another(parsed, parsed.token_from(found.end)):
        return True
    if index < len(mentions) and mentions[index].form is Form.NAME:
        name = mentions[index]
        gap = parsed.text[found.end : name.start]
        if gap in (" ", " „", " “", ' "') or (name.label is Label.PER and _TITLED.fullmatch(gap)):
            return False
        if name.label is Label.PER and _APPOSED_NAME.fullmatch(gap):
            return False
    while index < len(mentions) and mentions[index].start < found.end + _APPOSED_REACH:
        name = mentions[index]
        between = parsed.text[found.end : name.start]
        if name.form is Form.NAME and name.label is Label.PER:
            if _names_its_bearer(parsed, found, between):
                return False
            break
        index += 1
    apposed = _APPOSED_NAME.match(parsed.text, found.end)
    if apposed:
        later = bisect_left(starts, apposed.end())
        if later < len(mentions) and mentions[later].start == apposed.end():
            name = mentions[later]
            closed = parsed.text[name.end : name.end + 2]
            return not (name.label is Label.PER and (closed[:1] in ",.;:" or closed == " ("))
    return True


def _names_its_bearer(parsed: ParsedText, found: Description, between: str) -> bool:
    """Whether what is between a phrase and a person's name makes the name that of whom the phrase describes: a title,
    the house where an office is held."""
    if _is_joined(parsed, found, between):
        return True
    ranked = _APPOSED_RANKS.fullmatch(between)
    if ranked and all(parsed.lexicon.role(word) for word in ranked.group(1).split()):
        return True
    if _APPOSED_TITLES.fullmatch(between) or _APPOSED_IN_HOUSE.fullmatch(between):
        return True
    noun = parsed.text[found.start : found.end].split()[-1]
    heading = heads_a_body(parsed, noun + between)
    return heading is not None and heading.group() == noun + between


def _is_joined(parsed: ParsedText, found: Description, between: str) -> bool:
    """Whether a second office before the name is of the same person: "Die Wirtin", " und Jägerin ", "Ada Lind"."""
    match = None if parsed.by_parse else _JOINED.fullmatch(between)
    role = parsed.lexicon.role(match.group(1)) if match else None
    head = parsed.head_of(found.start, found.end)
    verb = None if head is None else parsed.governor(head)
    if role is None or role.kind != "role" or role.gender not in (None, found.gender) or verb is None:
        return False
    finite = [verb, *parsed.children(verb)]
    return not any(parsed.is_finite(k) and parsed.number[k] == "Plur" for k in finite)


def _is_subject_of_as(parsed: ParsedText, found: Description) -> bool:
    """Whether "wie" or "als" before a phrase opens a clause of which it is the subject: "wie der Konzern mitteilte"."""
    word = parsed.parsed_at(found.start - 2)
    noun = parsed.parsed_at(found.end - 1)
    opens = word is not None and parsed.pos[word] == "SCONJ" and parsed.dep[word] == "mark"
    return opens and noun is not None and parsed.dep[noun] in NOUN_SUBJECTS


def named_in_apposition(
    parsed: ParsedText, tables: Tables, discourse: Discourse, found: Description
) -> Link | None:
    """Whoever is named in a phrase in apposition to a description: "Ihr Anwalt, der Kieler Jurist Bo Berg, …"."""
    behind = discourse.between(found.end, found.end + _APPOSED_REACH)
    name = next((each for each in behind if each.form is Form.NAME), None)
    if parsed.by_parse or name is None or name.actor is None:
        return None
    return Link(name.actor, ROLE) if _is_apposed(parsed, tables, name, found) else None


def _is_apposed(parsed: ParsedText, tables: Tables, name: Mention, found: Description) -> bool:
    """Whether the phrase around a name has the case of the description before it, and is closed behind the name."""
    if name.label not in (Label.PER, Label.ORG):
        return False
    phrase = _APPOSED_PHRASE.fullmatch(parsed.text, found.end, name.start)
    if phrase is None or not parsed.lexicon.has(phrase.group(1), "definite"):
        return False
    own, other = (
        ending_of(parsed.text[found.start : found.end].split()[0].lower()),
        ending_of(phrase.group(1)),
    )
    of_one = own == other or {own, other} == {"", "er"}
    person = name.label is Label.PER
    if not (of_one if person else any(own in case and other in case for case in _CASES)):
        return False
    if _CLOSED.match(parsed.text, name.end) is None:
        return False
    words = phrase.group(2).split()
    if words and parsed.lexicon.has(words[-1], "determiner", "preposition", "contracted"):
        return False  # "Der Wirt, der für die SPD im Rat sitzt,"
    last = parsed.text[name.start : name.end].rpartition(" ")[2]
    if parsed.lexicon.has(last.lower(), "legal_form"):
        return True
    says = _says_who if person else _says_what
    return all(word[:1].islower() or says(parsed, tables, word) for word in words)


def _says_who(parsed: ParsedText, tables: Tables, word: str) -> bool:
    """Whether a capitalised word in a phrase around a person's name may say who that is, or from where."""
    told = parsed.lexicon.role(word) is not None or word in tables.people or word in tables.humans
    return told or word.endswith((".", "er", "erin"))


def _says_what(parsed: ParsedText, tables: Tables, word: str) -> bool:
    """The same for a body."""
    return tables.body_noun(word) is not None or parsed.lexicon.is_body(word) or word.endswith("er")
