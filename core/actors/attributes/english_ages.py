"""Ages in English: beside a name, shared by several names, behind a pronoun or a description.

An age of long ago is none: "then 22", "at the age of nine", "who was 17 at the time".
"""

import re
from collections.abc import Sequence

from core.actors.attributes import english_age_patterns as patterns
from core.actors.attributes.ages import OLDEST
from core.actors.attributes.english_ages_by_parse import age_by_parse
from core.actors.attributes.english_numbers import number_of
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.lexicon import load_lexicon
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents
from core.text.spans import Span

_GENDERS = {"he": "m", "she": "f"}
_AGE_REACH = 40
_LONGEST_SAID = 4
"""Pieces between commas before an age."""
_RUN = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_LONGEST_RUN = 14
"""Tokens of a description before a name: "34-year-old former Leeds and England winger"."""
_MOST_SHARING = 6
_GRAND = ("gran", "nan")
_CHILD = 12
_HYPHENS = ("-", "‐", "‑")


def english_age(
    parsed: ParsedText, mentions: Sequence[Mention], i: int, others: Sequence[Span]
) -> int | None:
    """The age that the text around one mention of a person gives.

    Args:
        parsed: The text.
        mentions: All names, of which that with index `i` is meant.
        i: Which mention.
        others: The names of other people around it.
    """
    shared = _shared(parsed, mentions, i)
    if shared is not None:
        return shared
    mention = mentions[i]
    before, after = parsed.before(mention.start), parsed.after(mention.end)
    found = _behind(before, after, [start - mention.end for start, _ in others])
    if after.startswith(" is ") and patterns.NOT_OF_NAME.search(before):
        return None
    if found is None:
        found = _before(parsed, mention, before, after)
    if found is None:
        found = age_by_parse(parsed, mention)
    if (
        found is None
        or not 0 < found <= OLDEST
        or (after.startswith(" was ") and patterns.LONG_AGO.search(before))
    ):
        return None
    return found


def age_of_pronoun(parsed: ParsedText, tables: Tables, span: Span) -> int | None:
    """An age that is all that is said of a pronoun, or stands before it: "She was 91.", "At 54, she still bakes".

    None in a clause that tells of another time, and where a relative named just before may be meant: "She lost her
    son. He was 19.".
    """
    before, after = parsed.before(span[0]), parsed.after(span[1], _AGE_REACH)
    at = patterns.AT.search(before) if patterns.PRESENT.match(after) else None
    found = at or patterns.PRONOUN_AGED.match(after)
    age = _value(found)
    if found is None or age is None or (found is not at and _is_count(found, before, after)):
        return None
    token = parsed.token_from(span[0])
    if token and parsed.lexicon.has(parsed.low[token - 1], "subordinator", "question"):
        return None
    sentence = max(0, parsed.sentence_at(span[0]) - 1)
    first = parsed.token_from(parsed.sentences[sentence][0])
    gender = _GENDERS.get(parsed.low[token])
    relatives = (k for k in range(first, token) if tables.kin.get(parsed.low[k]) == gender)
    return None if any(_is_anothers_relative(parsed, k) for k in relatives) else age


def _is_anothers_relative(parsed: ParsedText, noun: int) -> bool:
    """Whether a noun for a relative says whose, and who it is is not said: "her son"."""
    beside = [parsed.head[noun], *dependents(parsed, noun, "appos", "flat", "nmod:desc")]
    named = any(parsed.entity[k] == "PER" for k in beside if parsed.dep[noun] != "nmod:poss")
    return dependent(parsed, noun, "nmod:poss") is not None and not named


def age_behind_description(noun: str, before: str, after: str) -> int | None:
    """An age behind a noun: "the swimmer, 19,", "the swimmer, who is 19,", "a plumber aged 52", "a mum of 36"; of the
    dead also "the former mayor was 83"."""
    if patterns.DEATH.search(before) and (was := patterns.WAS.match(after)):
        return _value(was)
    counted = patterns.OF_OLD_AGE if noun.startswith(_GRAND) else patterns.OF_AGE
    return _value(patterns.BEHIND_NOUN.match(after) or counted.match(after))


def age_beside_bare_noun(before: str, after: str) -> int | None:
    """An age beside a noun without an article: "Teacher, 34, banned", "34-year-old teacher banned"."""
    age = _value(patterns.BEHIND_BARE.match(after) or patterns.BEFORE_BARE.search(before))
    return age if age and age <= OLDEST else None


def age_told(words: str) -> int | None:
    """The age that somebody gives of themselves in their own words, if one alone."""
    ages = {_value(found) for found in patterns.OWN.finditer(words)}
    return ages.pop() if len(ages) == 1 else None


def _behind(before: str, after: str, others: Sequence[int]) -> int | None:
    """The age behind a name, perhaps behind more that is said of it; `others` is where other names begin."""
    bracket = patterns.IN_BRACKET.match(after)
    if bracket:
        return None if _is_score(before, bracket, after) else int(bracket.group(1))
    letters = patterns.LETTERS.match(after)
    at = letters.end() if letters else 0
    dead = patterns.BEFORE_DEAD.search(before)
    told = dead and (_value(dead) or _value(patterns.BEHIND_DEATH.match(after, at)))
    if told:
        return told
    for pattern in (patterns.DIED, patterns.DEATH_OF, patterns.STEPS, patterns.AGED_NOUN):
        found = pattern.match(after, at)
        if found and not _is_anothers(found, others):
            return _value(found)
    birthday = patterns.BIRTHDAY.match(after, at)
    if birthday and not any(birthday.start() <= each < birthday.end() for each in others):
        return _value(birthday)
    home = patterns.FROM.match(after, at)
    if home is not None and not _is_anothers(home, others):
        at = home.end()
    for _ in range(_LONGEST_SAID):
        found = patterns.AGE.match(after, at)
        if found:
            return None if _is_count(found, before, after) or _is_of_thing(found, after) else _value(found)
        said = patterns.SAID_OF.match(after, at)
        if said is None or _is_anothers(said, others):
            return None
        at = said.end()
    return None


def _is_of_thing(found: re.Match[str], after: str) -> bool:
    """Whether an age is that of an animal, a building or the like: "Rufus, a 14-year-old border collie"."""
    if not found.group().endswith("-year-old"):
        return False
    lexicon = load_lexicon("en")
    noun = ""
    for word in re.findall(r"[\w’']+|[^\w\s]", after[found.end() :]):
        if not word.isalpha() or lexicon.has(word, "preposition", "conjunction", "relative"):
            break
        noun = word
    return lexicon.has(noun, "aged_thing")


def _is_score(before: str, bracket: re.Match[str], after: str) -> bool:
    """Whether a number in brackets is a minute, a score or a mark, by what stands around it."""
    around = (before, bracket.group(), after[bracket.end() :])
    if any(patterns.SCORES.search(each) for each in around):
        return True
    small = patterns.SMALL_IN_BRACKET
    marks = small.search(around[1]) and (small.search(before) or small.search(around[2]))
    return bool(marks) and not any(patterns.CHILDHOOD.search(each) for each in around)


def _is_count(found: re.Match[str], before: str, after: str) -> bool:
    """Whether a bare number that somebody is said to be counts something else: "Quill shot 68 and Orr was 70"."""
    if patterns.IS_ONE.fullmatch(found.group()) is None:
        return False
    if patterns.COUNTED.search(before):
        return True
    young = (_value(found) or 0) <= _CHILD
    return young and not (patterns.CHILDHOOD.search(before) or patterns.CHILDHOOD.search(after))


def _is_anothers(said: re.Match[str], others: Sequence[int]) -> bool:
    """Whether an age in or behind a piece may be that of somebody else who is in it."""
    if patterns.CALLED.match(said.group()):
        return False
    return bool(patterns.OTHERS.search(said.group())) or any(
        said.start() <= each < said.end() for each in others
    )


def _before(parsed: ParsedText, mention: Mention, before: str, after: str) -> int | None:
    apposed = patterns.APPOSED.search(before)
    if apposed and patterns.COMPLETE.match(after):
        return None if patterns.OF_RELATIVE.search(before[: apposed.start()]) else _value(apposed)
    named = patterns.NAMED_AS.search(before)
    if named:
        return _value(named)
    at = patterns.AT.search(before)
    if at and (patterns.PRESENT.match(after) or patterns.OF_THE_DAY.match(after)):
        return _value(at)
    for_one = patterns.FOR_ONE.search(before)
    if for_one and patterns.PRESENT.match(after):
        return _value(for_one)
    first = parsed.token_from(mention.start)
    if first == len(parsed.words):
        return None  # The name is within the last token, as in an address.
    run = first
    while run > 0 and first - run < _LONGEST_RUN and _in_run(parsed, run - 1):
        run -= 1
    if run == first:
        return None
    return _value(patterns.YEARS_OLD.search(parsed.text, parsed.starts[run], mention.start))


def _in_run(parsed: ParsedText, i: int) -> bool:
    """Whether a token may be part of a description right before a name."""
    if parsed.sentence_start[i + 1]:
        return False
    if parsed.low[i] == "of":
        return parsed.pos[i + 1] == "NUM" or parsed.words[i + 1] == "-"
    if parsed.pos[i] == "CCONJ":
        return parsed.words[i - 1][:1].isupper() and parsed.words[i + 1][:1].isupper()
    joined = i > 0 and parsed.words[i - 1] in _HYPHENS and parsed.ends[i - 1] == parsed.starts[i]
    return parsed.pos[i] in _RUN or parsed.words[i] in _HYPHENS or joined


def _shared(parsed: ParsedText, mentions: Sequence[Mention], i: int) -> int | None:
    """The age of one of several names that share what follows: "Tom Lind and Ada Orr, 34 and 36,", "…, both 34,"."""
    first = last = i
    while first > 0 and i - first < _MOST_SHARING and _joint(parsed, mentions, first - 1):
        first -= 1
    while last + 1 < len(mentions) and last - i < _MOST_SHARING and _joint(parsed, mentions, last):
        last += 1
    if first == last:
        return None
    after = parsed.after(mentions[last].end)
    named = patterns.NAMED_TOGETHER.search(parsed.before(mentions[first].start))
    if named and last - first == 1:
        return number_of(named.group(i - first + 1))
    same = patterns.ALL.match(after) or patterns.BEFORE_ALL.search(parsed.before(mentions[first].start))
    if same:
        return _value(same)
    twins = patterns.TWINS.search(parsed.before(mentions[first].start)) and patterns.OF_TWINS.match(after)
    if twins:
        return _value(twins)
    listed = patterns.SHARED.match(after)
    numbers = list(patterns.NUMBERS.finditer(listed.group(1))) if listed else []
    if len(numbers) != last - first + 1:
        return None
    return number_of(numbers[i - first].group())


def _joint(parsed: ParsedText, mentions: Sequence[Mention], i: int) -> bool:
    """Whether two people's names follow one another with a comma or "and" between them."""
    one, two = mentions[i], mentions[i + 1]
    people = all(each.label is Label.PER and each.form is Form.NAME for each in (one, two))
    return people and patterns.JOINT.fullmatch(parsed.text[one.end : two.start]) is not None


def _value(found: re.Match[str] | None) -> int | None:
    """The number in whichever group of a match has one."""
    written = next(filter(None, found.groups()), None) if found else None
    return number_of(written) if written else None
