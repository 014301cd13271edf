"""Places taken for people: "Torvenien" where the text has "torvenisch", the "Nachbarland Meledin", "in Tannau"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.actors.names.patterns import NOUN_BEFORE, TITLE_BEFORE
from core.analysis.analysis import Form, Label, Mention
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import without_genitive
from core.text.tables import either

_ADJECTIVE = re.compile(r"(?<![\w-])([a-zäöüß]{4,})isch(?:e[nrms]?)?(?![\w-])")
_OF_COUNTRY = ("ien", "a")
"""What an adjective drops of the name of a country, and hardly ever of somebody's: "torvenisch" for Torvenien."""
_PLACE_BEFORE = re.compile(rf"(?<!\w)(?:[\w-]*(?:{either('noun_before_place')}))\s$", re.IGNORECASE)
_IN = re.compile(rf"(?<!\w)(?:{either('in_a_place')})\s$", re.IGNORECASE)
_AGE = re.compile(r"\s?\(\d{1,3}\)|,\s\d{1,3},")
_DATELINE = re.compile(r"(?:\s\([^()\n]{2,20}\)\s?[-–.]|\.|\s\|)\s(?=[A-ZÄÖÜ„»«])")


def with_told_places(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """The names with people of one word made places, where the text says somewhere that the word is one.

    A word stays as it is that is part of a longer name, is a first name, or somewhere follows a title or an office
    or bears an age.
    """
    if parsed.by_parse:
        return list(mentions)
    names = [mention for mention in mentions if mention.form is Form.NAME]
    words = {mention.span: parsed.text[mention.start : mention.end] for mention in names}
    in_full = {
        part
        for name in names
        if name.label in (Label.PER, Label.ORG) and " " in words[name.span]
        for part in words[name.span].split()
    }
    people = {words[name.span] for name in names if name.label is Label.PER and _is_person(parsed, name)}
    doubtful = {
        words[name.span]
        for name in names
        if name.label is Label.PER and " " not in words[name.span] and parsed.is_story(name.start)
    }
    doubtful = {
        word
        for word in doubtful
        if not {word, without_genitive(word)} & (in_full | people)
        and parsed.lexicon.gender_of_name(word) is None
    }
    places = {word for word in doubtful if _is_place(parsed, word, names)}
    forms = places | {form for word in doubtful if (form := without_genitive(word)) in places}
    stems = tuple(stem for word in forms if word for stem in _stems(word))
    return [
        replace(mention, label=Label.LOC)
        if mention.label is Label.PER and _names_one(parsed, mention, forms, stems)
        else mention
        for mention in mentions
    ]


def _names_one(parsed: ParsedText, mention: Mention, places: set[str], stems: tuple[str, ...]) -> bool:
    """Whether a mention is a place by name, or made from its name."""
    text = parsed.text[mention.start : mention.end]
    if mention.form is Form.DERIVED:
        adjective = _ADJECTIVE.fullmatch(text)
        return adjective is not None and adjective.group(1) in stems
    return text in places or without_genitive(text) in places


def _is_person(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a title, an office or an age beside a name shows that somebody is called so."""
    before = parsed.before(mention.start, 40)
    noun = NOUN_BEFORE.search(before)
    office = noun is not None and parsed.lexicon.role(noun.group(1)) is not None
    return bool(office or TITLE_BEFORE.search(before) or _AGE.match(parsed.after(mention.end)))


def _is_place(parsed: ParsedText, word: str, names: Sequence[Mention]) -> bool:
    """Whether the text has an adjective for a word, a noun for a place before it, or says that something is in it."""
    stems = {match.group(1) for match in _ADJECTIVE.finditer(parsed.text)}
    if any(stem != word.lower() and stem in stems for stem in _stems(word)):
        return True
    found = list(_occurrences(parsed, word))
    if any(_PLACE_BEFORE.search(parsed.before(at, 40)) or _opens_report(parsed, at, word) for at in found):
        return True
    elsewhere = [
        name
        for name in names
        if name.label is Label.LOC and parsed.text[name.start : name.end] in (word, f"{word}s")
    ]
    return any(word.lower() in stems or _IN.search(parsed.before(name.start, 10)) for name in elsewhere)


def _opens_report(parsed: ParsedText, start: int, word: str) -> bool:
    """Whether a word opens the report as the place it comes from: "Tannau. Die Nachricht kam …"."""
    story = next((block for block in parsed.blocks if parsed.is_running_text(block.start)), None)
    opens = story is not None and story.start == start
    return opens and _DATELINE.match(parsed.after(start + len(word))) is not None


def _stems(word: str) -> Iterator[str]:
    """What may precede "-isch" in an adjective made from a name."""
    low = word.lower()
    yield low
    for ending in _OF_COUNTRY:
        if low.endswith(ending):
            yield low.removesuffix(ending)


def _occurrences(parsed: ParsedText, word: str) -> Iterator[int]:
    return (match.start() for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", parsed.text))
