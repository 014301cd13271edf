"""What nouns for people show about names: who has an office before the name is a person, and a noun is no name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.actors.names.charges import is_charge
from core.actors.names.patterns import AGE_BEHIND
from core.actors.names.span_extension import merged
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import without_genitive
from core.text.tables import either

_FEWEST_SENTENCES = 5
"""Sentences of running text from which on somebody in a headline is named there as well."""
_POSSESSIVE = re.compile(either("possessive"), re.IGNORECASE)
_BESIDE = re.compile(r"(?:\s?\(\d{1,3}\))?,\s(?:\d{1,3},\s)?")
"""What stands between a name and a noun for the same person."""
_PARTS = re.compile(r"[\s-]")


def with_people_by_office(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """The names with those that a noun for a person before a first name shows to be a person's: "Anwältin Ada Lind"."""
    if not parsed.has_parse or parsed.by_parse:
        return list(mentions)
    found = sorted([*_people(parsed, tables), *_relatives(parsed, tables)])
    spans = [mention.span for mention in found]
    people = [mention.span for mention in mentions if mention.label is Label.PER]
    left = [
        mention
        for mention in mentions
        if not any(
            start <= mention.start
            and mention.end <= end
            and (mention.label is not Label.PER or (mention.start == start and mention.end < end))
            for start, end in spans
        )
    ]
    return merged(left, (each for each in found if each.span not in people))


def with_first_names(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """The names with those first names that open a sentence and were taken for nouns there."""
    if not parsed.has_parse or parsed.by_parse:
        return list(mentions)
    return [_with_first_name(parsed, mentions, number) for number in range(len(mentions))]


def _with_first_name(parsed: ParsedText, mentions: Sequence[Mention], number: int) -> Mention:
    mention = mentions[number]
    token = parsed.parsed_at(mention.start)
    if mention.label is not Label.PER or mention.form is not Form.NAME or not token:
        return mention
    start, first = parsed.starts[token - 1], parsed.words[token - 1]
    alone = (
        " " not in parsed.text[mention.start : mention.end] and parsed.ends[token - 1] + 1 == mention.start
    )
    free = number == 0 or mentions[number - 1].end <= start
    known = first[:1].isupper() and parsed.lexicon.gender_of_name(first) is not None
    if not (alone and free and known) or parsed.sentence_at(start) != parsed.sentence_at(mention.start):
        return mention
    return replace(mention, start=start)


def _people(parsed: ParsedText, tables: Tables) -> Iterator[Mention]:
    for i in range(len(parsed.words) - 2):
        noun, first, last = parsed.words[i : i + 3]
        if not (noun[:1].isupper() and first[:1].isupper() and last[:1].isupper() and len(last) > 2):
            continue
        if parsed.lexicon.gender_of_name(first) is None or not _says_who(parsed, tables, noun):
            continue
        apart = parsed.ends[i] + 1 != parsed.starts[i + 1] or parsed.ends[i + 1] + 1 != parsed.starts[i + 2]
        if apart or not _may_be_surname(parsed, i + 2) or parsed.lexicon.is_body(last):
            continue
        yield Mention(parsed.starts[i + 1], parsed.ends[i + 2], Label.PER)


def _may_be_surname(parsed: ParsedText, i: int) -> bool:
    """Whether a word behind a first name is read as a name, or as a noun in the singular that may be one."""
    if parsed.pos[i] == "PROPN":
        return True
    word = parsed.words[i]
    known = word in parsed.lexicon.cue_nouns or parsed.lexicon.role(word) is not None
    return parsed.pos[i] == "NOUN" and parsed.number[i] != "Plur" and not known and parsed.dep[i] != "obj"


def _relatives(parsed: ParsedText, tables: Tables) -> Iterator[Mention]:
    """First names that stand alone behind a relative, or behind an office and before an age: "Ihr Mann Torben", "Wirtin
    Gerti (71)"."""
    for i in range(1, len(parsed.words) - 2):
        word, noun, first = parsed.words[i - 1 : i + 2]
        if parsed.ends[i] + 1 != parsed.starts[i + 1] or not first[:1].isupper():
            continue
        behind, known = parsed.words[i + 2], parsed.lexicon.gender_of_name(first) is not None
        related = noun in tables.kin or noun in tables.humans
        relative = related and _POSSESSIVE.fullmatch(word) and not (behind[:1].isupper() or behind[:1] == "-")
        aged = AGE_BEHIND.match(parsed.text, parsed.ends[i + 1]) and _says_who(parsed, tables, noun)
        noun_too = parsed.lexicon.role(first) is not None or parsed.lexicon.is_body(first)
        if (relative and known) or (aged and not noun_too and "-" not in first):
            yield Mention(parsed.starts[i + 1], parsed.ends[i + 1], Label.PER)


def _says_who(parsed: ParsedText, tables: Tables, noun: str) -> bool:
    """Whether a noun is one for a person: an office, one of a people, a relative."""
    role = parsed.lexicon.role(noun)
    return (role is not None and role.kind == "role") or noun in tables.people or noun in tables.kin


def without_nouns_for_people(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]
) -> list[Mention]:
    """The names without nouns for people taken for one, "Der Finne siegt", "sagen Angler", and in a headline what
    nobody in the report is called: "Super-Bruno wieder da"."""
    if not parsed.has_parse or parsed.by_parse:
        return list(mentions)
    people = [m for m in mentions if m.form is Form.NAME and m.label is Label.PER]
    texts = [parsed.text[mention.start : mention.end] for mention in people]
    in_full = {word for text in texts if " " in text for word in text.split()}
    addressed = {
        _base(text) for mention, text in zip(people, texts, strict=True) if _is_introduced(parsed, mention)
    }
    told = _told(parsed)
    dropped = set()
    for mention, text in zip(people, texts, strict=True):
        base = _base(text)
        if not {text, base} & in_full and is_charge(parsed, mention):
            dropped.add(mention.span)
        if " " in text or {text, base} & in_full or base in addressed:
            continue
        noun = _says_who(parsed, tables, text) and parsed.lexicon.gender_of_name(text) is None
        if _is_byname(parsed, people, mention, noun) or _are_several(parsed, mention, text):
            dropped.add(mention.span)
        if noun and (_is_behind_determiner(parsed, text) or parsed.in_headline(mention.start)):
            dropped.add(mention.span)
        if (noun and _is_apposed(parsed, people, mention)) or _is_one_of_many(parsed, text):
            dropped.add(mention.span)
        if _is_only_in_headline(parsed, mention, told):
            dropped.add(mention.span)
    nouns = {parsed.text[start:end] for start, end in dropped}
    kept = [mention for mention in mentions if mention.span not in dropped]
    left = {parsed.text[mention.start : mention.end] for mention in kept if mention.form is Form.NAME}
    gone = nouns - left
    return [m for m in kept if m.form is not Form.PART or parsed.text[m.start : m.end] not in gone]


def _is_byname(parsed: ParsedText, people: Sequence[Mention], mention: Mention, noun: bool) -> bool:
    """Whether a word is right before the full name of somebody, and so is no name of somebody else: "Buddy Bo Berg". A
    `noun` for what somebody is may be before a surname as well: "Wirt Petersen"."""
    behind = (other for other in people if other.start == mention.end + 1)
    text = parsed.text
    return text[mention.end : mention.end + 1] == " " and any(
        noun or " " in text[o.start : o.end] for o in behind
    )


def _is_apposed(parsed: ParsedText, people: Sequence[Mention], mention: Mention) -> bool:
    """Whether a noun for people is right behind the full name of somebody and a comma: "Ole Lind, Imker aus Au"."""
    text = parsed.text
    between = (text[other.end : mention.start] for other in people if " " in text[other.start : other.end])
    return any(_BESIDE.fullmatch(words) for words in between)


def _is_one_of_many(parsed: ParsedText, word: str) -> bool:
    """Whether a word has an indefinite article anywhere in the text: "Eine Ziege gehört nicht hierher"."""
    return any(
        parsed.words[k] == word
        and any(
            parsed.dep[child] == "det" and parsed.lexicon.has(parsed.low[child], "one_of_many")
            for child in parsed.children(k)
        )
        for k in range(len(parsed.words))
    )


def _are_several(parsed: ParsedText, mention: Mention, word: str) -> bool:
    """Whether a noun for people has a verb in the plural, though nobody is named beside it: "sagen Angler"."""
    token = parsed.parsed_at(mention.start)
    if token is None or parsed.dep[token] != "nsubj" or parsed.lexicon.role(word) is None:
        return False
    joined = any(parsed.dep[child] == "conj" for child in parsed.children(token))
    return not joined and parsed.number[parsed.head[token]] == "Plur"


def _base(name: str) -> str:
    """A name without the ending of a genitive."""
    return without_genitive(name) or name


def _is_introduced(parsed: ParsedText, mention: Mention) -> bool:
    """Whether an office before a name or an age behind it shows that somebody is called so; in a headline an age may
    as well be behind a noun: "Lehrling (19) rettet Rentner"."""
    before = parsed.before(mention.start, 40).split()
    office = bool(before) and parsed.lexicon.role(before[-1].lstrip("„»«(")) is not None
    if office or AGE_BEHIND.match(parsed.text, mention.end) is None:
        return office
    noun = parsed.lexicon.role(parsed.text[mention.start : mention.end]) is not None
    return not (noun and parsed.in_headline(mention.start))


def _is_behind_determiner(parsed: ParsedText, word: str) -> bool:
    """Whether a word is a noun with an article anywhere in the text."""
    return any(
        parsed.words[k] == word and any(parsed.dep[child] == "det" for child in parsed.children(k))
        for k in range(len(parsed.words))
    )


def _told(parsed: ParsedText) -> frozenset[str] | None:
    """The words of the running text and their parts, genitives among them; None where there is too little of it."""
    story = [start for start, _ in parsed.sentences if parsed.is_running_text(start)]
    if len(story) < _FEWEST_SENTENCES:
        return None
    words = {w for k, w in enumerate(parsed.words) if parsed.is_running_text(parsed.starts[k])}
    return frozenset(part for word in words for part in (word, _base(word), *_PARTS.split(word)))


def _is_only_in_headline(parsed: ParsedText, mention: Mention, told: frozenset[str] | None) -> bool:
    if told is None or not parsed.is_story(mention.start) or parsed.is_running_text(mention.start):
        return False
    return _base(parsed.text[mention.start : mention.end]) not in told
