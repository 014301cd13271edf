"""Ages in English: beside a name, shared by several names, behind a pronoun or a description.

An age of long ago is none: "then 22", "at the age of nine", "who was 17 at the time".
"""

import re
from collections.abc import Sequence

from core.actors.attributes.ages import OLDEST
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents
from core.text.late_patterns import LatePattern
from core.text.spans import Span

_GENDERS = {"he": "m", "she": "f"}
_AGE_REACH = 40
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
_IN_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL[:9])}))?|{'|'.join(_TEENS + _SMALL)})"
_NUMBER = rf"(\d{{1,3}}|{_IN_WORDS})"
_ONLY = r"(?:(?:now|only|just|still|already|barely|a\smere|all\sof)\s){0,2}"
_OF_NOW = r"(?:on|in(?!\s(?:1[89]|20)\d\d)|last|this|today|yesterday|earlier|at\sthe\sweekend)\b"
"""What follows an age that somebody has reached of late: "turned 40 in March", not "in 1998"."""
_KILLED = r"(?:died|passed|was\s(?:killed|murdered|shot|stabbed|attacked)|disappeared|vanished|went\smissing)"
_AGE = LatePattern(
    rf",?\s(?:and\s)?(?:is\s|was\s)?{_ONLY}aged?\s(?:of\s)?{_ONLY}{_NUMBER}\b(?!\s(?:and|or|to)\s\d|[-–/]\d)"
    rf"|,\s(?:and\s)?{_ONLY}{_NUMBER}(?:[\s-]years?[\s-]old|\s?yrs)?(?=\s\([a-z]+\)|[,;:](?!\s(?:\d|and\s\d))|\sand\s(?:an?|from|lives)\s|\syears\sold|[.]?[)”\"]?$|[.]\s)"
    rf"|,\s(?:who\s)?at\s{_ONLY}{_NUMBER}(?=,\s(?:is|has|still|remains|can|will|may)\b|\s(?:is\s)?(?:still\s)?(?:the|one|a|an)\s)"
    rf"|(?:,\swho|,)?\s(?:is|was)\s{_ONLY}(?:aged\s)?{_NUMBER}(?=[,.;](?!\d)|\syears\s(?:old|of\sage)(?!\sat\sthe\stime)|\sand\s(?!a\s)[a-z]|\swhen\s(?:he|she|they)\s{_KILLED})"
    rf"|,\s(?:of|from)\s[A-Z][^,.;:()]{{1,30}}\sand\saged\s{_ONLY}{_NUMBER}(?=[,.;])"
    rf"|,\swhose\sage\s(?:is|was|was\sgiven\sas)\s{_NUMBER}(?=[,.;])"
    rf"|(?:,\swho)?\sis\san?\s(?:[a-z-]+\s){{0,2}}{_NUMBER}-year-old\s[a-z]"
    rf"|\s-\s(?:aged\s)?{_ONLY}{_NUMBER}(?=\s-\s)"
    rf"|\s[–—]\s(?:at\s|aged\s)?{_ONLY}{_NUMBER}(?=\s[–—]|\slast\s|\s(?:today|yesterday)\s|\sthe\s)"
    rf"|,\s{_ONLY}{_NUMBER}\s(?:last\s\w+|on\s[A-Z][a-z]+day|today|yesterday)(?=,)"
    rf"|,\s{_NUMBER}-year-old\s[a-z][a-z\s’'-]{{1,40}}(?:\s(?:at|for|from|in|of|with)\s[A-Z][^,.;:()]{{1,40}})?(?=[,.])"
    rf"|(?:,\swho)?(?:\shas|\shad)?(?:\s(?:just|recently))?\sturned\s{_NUMBER}(?:[,.;]|\s{_OF_NOW})"
    rf"|(?:,\swho)?(?:\shas|\shad)?(?:\sjust|\srecently)?\s(?:celebrated|celebrates|is\scelebrating|marked)\s"
    rf"(?:his|her|their)\s(\d{{1,3}})(?:st|nd|rd|th)\sbirthday"
    rf"|,\sat\s(?:just|only|still\sonly)\s{_NUMBER}(?=,)"
    rf"|,\s(?:an?|the)\s(?:(?!of\b|to\b|and\b)[a-z’'-]+\s){{0,2}}{_NUMBER}-year-old\b"
    rf"|,\s(?:his|her|their|[^,.;:()]{{1,30}}(?:[’']s|s[’']))\s(?:[a-z-]+\s)?{_NUMBER}-year-old\s[a-z\s’'-]{{1,30}},"
)
"""Behind a name or what is said of it: ", aged 54", ", who is 54", " turned 40 on", ", the 19-year-old winger"."""
_DIED = LatePattern(
    rf"[^.;:!?]{{0,60}}\s(?:dies|died|dead)(?:\s(?:last|this)\s[a-z]+|\son\s[A-Z][a-z]+|\s(?:of|from|in)\s[\w\s-]{{1,30}}?){{0,3}}"
    rf",?\s(?:at|aged)\s(?:the\sage\sof\s|age\s)?{_NUMBER}\b"
)
_AGED_NOUN = LatePattern(
    rf",\s(?:an?|the)\s[a-z][^,.;:()]{{1,50}}\s(?:aged|who\s(?:is|was)|who\s(?:has\s)?(?:just\s)?turned)\s{_ONLY}{_NUMBER}"
    r"(?=[,.;]|\s(?:on|in|last|this)\s)"
)
_IN_BRACKET = LatePattern(r"\s?\((?:[A-Z][^(),;\d]{1,30},\s)?(?:aged\s)?(\d{1,3})(?:\)|[,;]\s?[^()]{1,30}\))")
_LETTERS = LatePattern(r"(?:\s(?:[A-Z]{2,4}|[JS]r\.?|[‘’'\"“][^‘’'\"“”]{1,20}[’'\"”]|\([^()\d]{1,30}\)))+")
"""Right behind a name, where its age may still follow: "Ada Lind OBE", "Ada Lind (née Orr)"."""
_SAID_OF = LatePattern(
    r",\s(?:(?!(?:and|or|but|who|whose|which|where|when|while|with|then|\w+ed|\w+ing)\b)[a-z][^,.;:()]{0,60}"
    r"|known\s[^,.;:()]{0,60}|pictured(?:\s[a-z]+){0,3}|who\s(?:lives|works|plays|teaches|comes|is\sfrom)\b[^,.;:()]{0,60}"
    r"|(?:MP|MSP|MEP|MS)\s[^,.;:()]{0,60}|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})(?=,)"
)
"""Between commas behind a name, before its age: ", of Mill Lane", ", Cardiff", ", a nurse and mother of two"."""
_LONGEST_SAID = 4
"""Pieces between commas before an age."""
_OTHERS = LatePattern(
    r"\b(?:his|her|their|whose|with|boys|girls|sons?|daughters?|children|twins|wife|husband|brothers?|sisters?)\b"
    r"|\b(?:mother|father|parents?|grandmother|grandfather)\s(?:of|to)\s(?!(?:\w+$|\d|\w+\swho\sis\s))"
)
"""Who in such a piece may be somebody else with an age of their own: ", a father of twin girls, 12,"."""
_CALLED = LatePattern(r",\s(?:also\s|better\s|formerly\s)?known\s(?:as|to)\b")
_FROM = LatePattern(r"\s(?:of|from)\s[A-Z][^,.;:()\d]{1,30}(?=,)")
"""Right behind a name: "Ada Lind of Hull, 66,"."""
_COMPLETE = LatePattern(r"$|[,.;:]")
_YEARS_OLD = LatePattern(rf"\b{_NUMBER}[-‐‑]year[-‐‑]old(?=\s|,)", re.IGNORECASE)
_APPOSED = LatePattern(
    rf"(?:\b[Aa]n?|\b[Tt]he|\b[Hh]is|\b[Hh]er|\b[Tt]heir|[’']s|s[’'])\s(?:[a-z]+\s)?{_NUMBER}-year-old(?:\s[a-z][a-z\s’'-]{{1,40}})?,\s$",
    re.IGNORECASE,
)
_NAMED_AS = LatePattern(
    rf"(?:{_NUMBER}-year-old\b|\b[a-z]+,\s(?:aged\s)?{_NUMBER},)[^.;:!?“”\"]{{0,60}}?"
    r"\b(?:named|identified)(?:\s[a-z]+){0,4}\sas\s$"
    rf"|{_NUMBER}-year-old(?:\s[a-z]+){{0,3}}\s(?:named|called)\s$",
    re.IGNORECASE,
)
"""Before a name: "A 34-year-old man has been named by police as "."""
_NAMED_TOGETHER = LatePattern(
    rf",\s(?:aged\s)?{_NUMBER}\sand\s{_NUMBER},[^.;:!?“”\"]{{0,60}}?\b(?:named|identified)(?:\s[a-z]+){{0,4}}\sas\s$"
)
_AT = LatePattern(
    rf"(?:^|[.!?]\s|[“\"])(?:At(?:\sthe\sage\sof)?|Aged|Now|Now\saged|Only|Just|Still|Still\sonly)\s(?:just\s|only\s)?{_NUMBER}(?:\syears\sold)?,?\s$"
)
"""Before a name that begins what is said: "At 54, Ada Lind still bakes". Of a past age only in the past."""
_PRESENT = LatePattern(r"\s(?:is|has|still|remains|can|says|(?!was\b)[a-z]{2,}[^s\W]s)\s")
_LONG_AGO = LatePattern(r"\b(?:in|In|by|By|until|since)\s(?:\w+\s)?(?:1[89]|20)\d\d\b[^.!?]*$")
_RUN = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_LONGEST_RUN = 14
"""Tokens of a description before a name: "34-year-old former Leeds and England winger"."""
_SHARED = LatePattern(
    rf",?\s\(?(?:who\sare\s)?(?:both\s|all\s)?(?:now\s)?(?:aged\s)?({_NUMBER}(?:,?\s(?:and\s)?{_NUMBER})*)\b"
)
_ALL = LatePattern(rf",?\s\(?(?:who\sare\s)?(?:both|all)\s(?:aged\s)?{_NUMBER}(?=[,.;)]|$)")
_NUMBERS = LatePattern(_NUMBER)
_JOINT = LatePattern(r",?\s(?:and|&)\s(?:(?:his|her|their)\s(?:[a-z-]+\s){1,2})?|,\s")
_BEFORE_ALL = LatePattern(rf"\b{_NUMBER}-year-olds\s(?:[a-z]+\s){{0,2}}$", re.IGNORECASE)
_MOST_SHARING = 6
_PRONOUN_AGED = LatePattern(
    rf"(?:\s(?:is|was|turned|turns|had\sjust\sturned)|[’']s)\s{_ONLY}{_NUMBER}"
    rf"(?=[.,;]|\sand\s|\syears\s(?:old|of\sage)|\swhen\s(?:he|she|they)\s{_KILLED}|(?<=turned\s\d\d)\s{_OF_NOW})"
)
_BEHIND_NOUN = LatePattern(
    rf",?\s(?:who\s(?:is|was)\s)?{_ONLY}aged\s(?:just\s|only\s)?(\d{{1,2}})\b(?!\s(?:and|or|to)\s\d|[-–/]\d)"
    rf"|,\s(?:who\s(?:is|was)\s)?(1[1-9]|[2-9]\d)(?=[,.])|\sis\s{_ONLY}(1[1-9]|[2-9]\d)(?=[.;]|,\s[a-z])"
)
_BEHIND_BARE = LatePattern(
    r"(?:,\s(?:aged\s)?|\s\(|\saged\s)(\d{1,3})(?=[,):;.]|$|\s(?!and\b|or\b|to\b|\d|per\b|percent\b)[a-z])"
)
"""An age behind a noun without an article, in a headline: "Teacher, 34, banned", "Boy aged 7 wins race"."""
_OF_AGE = LatePattern(
    r"\sof\s(1[89]|[2-9]\d)(?=[,.]|\s(?:has|is|was|who|and|had|will|says|said|tells|told)\b)"
)
_OF_OLD_AGE = LatePattern(r"\sof\s([5-9]\d)(?=[,.]|\s(?:has|is|was|who|and|had|will|says|said|tells|told)\b)")
"""The same where the number may also be one of grandchildren: "a gran of 81"."""
_GRAND = ("gran", "nan")
_BEFORE_BARE = LatePattern(rf"(?:^|\s){_NUMBER}-year-old\s(?:[A-Za-z-]+\s){{0,3}}$", re.IGNORECASE)

_OWN = LatePattern(
    rf"(?<!\bwhen\s)(?<!\bif\s)(?<!\buntil\s)(?<!\btill\s)(?<!\bonce\s)(?<!\bbefore\s)(?<!\btime\s)(?<!\bsaid\s)(?<!\blike\s)"
    rf"\bI(?:[’']m|\sam)\s{_ONLY}(1[2-9]|[2-9]\d|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL[:9])}))?)"
    r"(?:\syears\sold)?(?=$|[.!?;:”\"]|,(?!\s?\d)|\s(?:and|but|now|today|with|this)\b(?!\sa\shalf))"
)
"""Somebody's age in their own words: "I’m 29 and I have six jobs", not "when I’m 64"."""


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
    found = _behind(after, [start - mention.end for start, _ in others])
    if found is None:
        found = _before(parsed, mention, before, after)
    if found is None or not 0 < found <= OLDEST or (after.startswith(" was ") and _LONG_AGO.search(before)):
        return None
    return found


def age_of_pronoun(parsed: ParsedText, tables: Tables, span: Span) -> int | None:
    """An age that is all that is said of a pronoun, or stands before it: "She was 91.", "At 54, she still bakes".

    None in a clause that tells of another time, and where a relative named just before may be meant: "She lost her
    son. He was 19.".
    """
    before, after = parsed.before(span[0]), parsed.after(span[1], _AGE_REACH)
    at = _AT.search(before) if _PRESENT.match(after) else None
    age = _value(at or _PRONOUN_AGED.match(after))
    if age is None:
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


def age_behind_description(noun: str, after: str) -> int | None:
    """An age behind a noun: "the swimmer, 19,", "the swimmer, who is 19,", "a plumber aged 52", "a mum of 36"."""
    counted = _OF_OLD_AGE if noun.startswith(_GRAND) else _OF_AGE
    return _value(_BEHIND_NOUN.match(after) or counted.match(after))


def age_beside_bare_noun(before: str, after: str) -> int | None:
    """An age beside a noun without an article: "Teacher, 34, banned", "34-year-old teacher banned"."""
    age = _value(_BEHIND_BARE.match(after) or _BEFORE_BARE.search(before))
    return age if age and age <= OLDEST else None


def age_told(words: str) -> int | None:
    """The age that somebody gives of themselves in their own words, if one alone."""
    ages = {_value(found) for found in _OWN.finditer(words)}
    return ages.pop() if len(ages) == 1 else None


def _behind(after: str, others: Sequence[int]) -> int | None:
    """The age behind a name, perhaps behind more that is said of it; `others` is where other names begin."""
    bracket = _IN_BRACKET.match(after)
    if bracket:
        return int(bracket.group(1))
    for pattern in (_DIED, _AGED_NOUN):
        found = pattern.match(after)
        if found and not _is_anothers(found, others):
            return _value(found)
    letters = _LETTERS.match(after)
    at = letters.end() if letters else 0
    home = _FROM.match(after, at)
    if home is not None and not _is_anothers(home, others):
        at = home.end()
    for _ in range(_LONGEST_SAID):
        found = _AGE.match(after, at)
        if found:
            return _value(found)
        said = _SAID_OF.match(after, at)
        if said is None or _is_anothers(said, others):
            return None
        at = said.end()
    return None


def _is_anothers(said: re.Match[str], others: Sequence[int]) -> bool:
    """Whether an age in or behind a piece may be that of somebody else who is in it."""
    if _CALLED.match(said.group()):
        return False
    return bool(_OTHERS.search(said.group())) or any(said.start() <= each < said.end() for each in others)


def _before(parsed: ParsedText, mention: Mention, before: str, after: str) -> int | None:
    apposed = _APPOSED.search(before)
    if apposed and _COMPLETE.match(after):
        return _value(apposed)
    named = _NAMED_AS.search(before)
    if named:
        return _value(named)
    at = _AT.search(before)
    if at and _PRESENT.match(after):
        return _value(at)
    first = parsed.token_from(mention.start)
    if first == len(parsed.words):
        return None  # The name is within the last token, as in an address.
    run = first
    while run > 0 and first - run < _LONGEST_RUN and _in_run(parsed, run - 1):
        run -= 1
    if run == first:
        return None
    return _value(_YEARS_OLD.search(parsed.text, parsed.starts[run], mention.start))


def _in_run(parsed: ParsedText, i: int) -> bool:
    """Whether a token may be part of a description right before a name."""
    if parsed.sentence_start[i + 1]:
        return False
    if parsed.low[i] == "of":
        return parsed.pos[i + 1] == "NUM" or parsed.words[i + 1] == "-"
    if parsed.pos[i] == "CCONJ":
        return parsed.words[i - 1][:1].isupper() and parsed.words[i + 1][:1].isupper()
    return parsed.pos[i] in _RUN or parsed.words[i] in ("-", "‐", "‑")


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
    named = _NAMED_TOGETHER.search(parsed.before(mentions[first].start))
    if named and last - first == 1:
        return _number(named.group(i - first + 1))
    same = _ALL.match(after) or _BEFORE_ALL.search(parsed.before(mentions[first].start))
    if same:
        return _value(same)
    listed = _SHARED.match(after)
    numbers = list(_NUMBERS.finditer(listed.group(1))) if listed else []
    if len(numbers) != last - first + 1:
        return None
    return _number(numbers[i - first].group())


def _joint(parsed: ParsedText, mentions: Sequence[Mention], i: int) -> bool:
    """Whether two people's names follow one another with a comma or "and" between them."""
    one, two = mentions[i], mentions[i + 1]
    people = all(each.label is Label.PER and each.form is Form.NAME for each in (one, two))
    return people and _JOINT.fullmatch(parsed.text[one.end : two.start]) is not None


def _value(found: re.Match[str] | None) -> int | None:
    """The number in whichever group of a match has one."""
    return _number(next(filter(None, found.groups()))) if found else None


def _number(written: str) -> int:
    """A number in figures or words: "sixty-two" is 62."""
    if written.isdigit():
        return int(written)
    tens, _, ones = written.lower().partition("-")
    if tens in _TENS:
        return (_TENS.index(tens) + 2) * 10 + (_SMALL.index(ones) + 1 if ones else 0)
    return (_SMALL + _TEENS).index(tens) + 1
