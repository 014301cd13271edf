"""Descriptions right beside the name they belong to: "der Konzern Nordlicht", "seine Frau Ada"."""

import re
from collections.abc import Iterator, Sequence

from core.actors.coreference.agreement import owner_of
from core.actors.coreference.descriptions_by_parse import apposed_by_parse
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText

_QUOTES = tuple('„“"»«‚‘')
_APPOSED = ("appos", "flat", "flat:name", "compound", "nmod")
_BEHIND = re.compile(r",\s(?:d(?:er|ie|as|em|en)|eine?[mnr]?)\s((?:[a-zäöüß][\w-]+\s){0,3})([A-ZÄÖÜ][\w-]+)")
_AHEAD = re.compile(
    r"(?<![\w-])((?:[Dd](?:er|ie|em|en|essen|eren)|(?:[Ee]in|[Ss]ein|[Ii]hr)(?:e[mnr]?)?)\s(?:[a-zäöüß][\w-]+\s){0,2}([A-ZÄÖÜ][\w-]+))"
    r"(?:\s(?:des|der|von|vom|für|aus|in|im|am|beim)\s[^,.;:!?„“\"]{2,60})?,\s"
    r"((?:(?:Dr|Prof)\.\s|[A-ZÄÖÜ][\w-]+\s){0,2})$"
)
"""A description with its complement and a comma before the name: "Der Leiter der Klinik, Professor "."""
_MOST_ADJECTIVES = 4


def descriptions_beside_names(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Each such noun phrase as a mention of who is named: nouns for bodies, relatives, and what somebody is to another.

    Offices right before a name are left out, as they are roles of the person. Nothing is found without a parse.
    """
    if not parsed.has_parse or not tables.role_classes:
        return
    if parsed.by_parse:
        yield from apposed_by_parse(parsed, mentions)
        return
    forms: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.actor is not None and mention.form is Form.NAME:
            forms.setdefault(mention.actor, set()).add(parsed.text[mention.start : mention.end])
    for mention in mentions:
        if mention.form is not Form.NAME or mention.actor is None or not parsed.is_story(mention.start):
            continue
        if mention.label not in (Label.PER, Label.ORG):
            continue
        text = parsed.text[mention.start : mention.end]
        genitive = text.endswith("s") and text[:-1] in forms[mention.actor]
        if not genitive:
            yield from _before(parsed, tables, mention)
        if mention.label is Label.PER:
            yield from _ahead(parsed, tables, mention)
        if mention.label is Label.ORG:
            yield from _behind(parsed, tables, mention)


def _before(parsed: ParsedText, tables: Tables, name: Mention) -> Iterator[Mention]:
    first = parsed.token_from(name.start)
    noun = first - 1
    if noun >= 0 and parsed.words[noun] in _QUOTES:
        noun -= 1
    if noun < 0 or parsed.block_at(parsed.starts[noun]) != parsed.block_at(name.start):
        return
    word = parsed.words[noun]
    if not word[:1].isupper() or parsed.pos[noun] not in ("NOUN", "") or parsed.entity[noun]:
        return
    start = noun
    while start > 0 and noun - start < _MOST_ADJECTIVES and parsed.pos[start - 1] == "ADJ":
        start -= 1
    article = start > 0 and parsed.lexicon.has(parsed.low[start - 1], "determiner")
    owned = article and owner_of(parsed.low[start - 1]) is not None
    apposed = _are_one(parsed, noun, first, parsed.token_from(name.end))
    is_said = _is_of_person(parsed, tables, word, owned, apposed) if name.label is Label.PER else False
    if name.label is Label.ORG:
        is_said = _is_of_body(parsed, tables, word, apposed and (article or start < noun))
    if is_said:
        yield Mention(parsed.starts[start - article], parsed.ends[noun], name.label, Form.NOMINAL, name.actor)


def _ahead(parsed: ParsedText, tables: Tables, name: Mention) -> Iterator[Mention]:
    before = parsed.before(name.start)
    found = _AHEAD.search(before)
    closed = parsed.text[name.end : name.end + 1] in (",", ".", ":", ";", "!", "?", "(", "")
    if found is None or not closed:
        return
    if not all(word.endswith(".") or parsed.lexicon.role(word) for word in found.group(3).split()):
        return
    noun = found.group(2)
    role = parsed.lexicon.role(noun)
    if (role is not None and role.kind == "role") or noun in tables.companions or noun in tables.kin:
        start = name.start - len(before)
        yield Mention(start + found.start(1), start + found.end(1), Label.PER, Form.NOMINAL, name.actor)


def _behind(parsed: ParsedText, tables: Tables, name: Mention) -> Iterator[Mention]:
    found = _BEHIND.match(parsed.after(name.end))
    if found is not None and _is_of_body(parsed, tables, found.group(2), False):
        yield Mention(name.end + 2, name.end + found.end(), Label.ORG, Form.NOMINAL, name.actor)


def _is_of_body(parsed: ParsedText, tables: Tables, noun: str, apposed: bool) -> bool:
    """Whether a noun says what a body is: by the tables, or by grammar alone if it is none for people or sayings."""
    if tables.body_noun(noun) is not None or parsed.lexicon.is_body(noun):
        return True
    said = noun in parsed.lexicon.cue_nouns or parsed.lexicon.has(noun, "abstract")
    said = said or parsed.lexicon.ends_in(noun.lower(), "calling")
    return apposed and not said and parsed.lexicon.role(noun) is None


def _is_of_person(parsed: ParsedText, tables: Tables, noun: str, owned: bool, apposed: bool) -> bool:
    """Whether a noun says who somebody is without being an office: a relative, "seine Kollegin", "der Kurdin"."""
    if noun in tables.kin or noun in tables.companions:
        return owned or (apposed and noun not in tables.humans)
    return apposed and (noun in tables.people or (owned and parsed.lexicon.role(noun) is not None))


def _are_one(parsed: ParsedText, noun: int, first: int, end: int) -> bool:
    """Whether the parse makes a noun and the name behind it one: the one an apposition of the other."""
    if any(parsed.head[i] == noun and parsed.dep[i] in _APPOSED for i in range(first, end)):
        return True
    return first <= parsed.head[noun] < end and parsed.dep[noun] in _APPOSED
