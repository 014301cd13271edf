"""The shapes in which English reports give ages, as patterns for the words behind or before a name."""

import re

from core.text.late_patterns import LatePattern

TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
IN_WORDS = rf"(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(SMALL[:9])}))?|{'|'.join(TEENS + SMALL)})"
NUMBER = rf"(\d{{1,3}}|{IN_WORDS})"
ONLY = r"(?:(?:now|only|just|still|already|barely|a\smere|all\sof)\s){0,2}"
OF_NOW = r"(?:on|in(?!\s(?:1[89]|20)\d\d)|last|this|today|yesterday|earlier|at\sthe\sweekend)\b"
"""What follows an age that somebody has reached of late: "turned 40 in March", not "in 1998"."""
KILLED = r"(?:died|passed|was\s(?:killed|murdered|shot|stabbed|attacked)|disappeared|vanished|went\smissing)"
AGE = LatePattern(
    rf",?\s(?:and\s)?(?:is\s|was\s)?{ONLY}aged?\s(?:of\s)?{ONLY}{NUMBER}\b(?!\s(?:and|or|to)\s\d|[-–/]\d)"
    rf"|,\s(?:and\s)?{ONLY}{NUMBER}(?:[\s-]years?[\s-]old|\s?yrs)?(?=\s\([a-z]+\)|[,;:](?!\s(?:\d|and\s\d))|\sand\s(?:an?|from|lives)\s|\syears\sold|[.]?[)”\"]?$|[.]\s)"
    rf"|,\s(?:who\s)?at\s{ONLY}{NUMBER}(?=,\s(?:is|has|still|remains|can|will|may)\b|\s(?:is\s)?(?:still\s)?(?:the|one|a|an)\s)"
    rf"|(?:,\swho|,)?\s(?:is|was)\s{ONLY}(?:aged\s)?{NUMBER}(?=[,.;](?!\d)|\syears\s(?:old|of\sage)(?!\sat\sthe\stime)|\sand\s(?!a\s)[a-z]|\swhen\s(?:he|she|they)\s{KILLED})"
    rf"|,\s(?:of|from)\s[A-Z][^,.;:()]{{1,30}}\sand\saged\s{ONLY}{NUMBER}(?=[,.;])"
    rf"|,\swhose\sage\s(?:is|was|was\sgiven\sas)\s{NUMBER}(?=[,.;])"
    rf"|(?:,\swho)?\sis\san?\s(?:[a-z-]+\s){{0,2}}{NUMBER}-year-old\s[a-z]"
    rf"|\s-\s(?:aged\s)?{ONLY}{NUMBER}(?=\s-\s)"
    rf"|\s[–—]\s(?:at\s|aged\s)?{ONLY}{NUMBER}(?=\s[–—]|\slast\s|\s(?:today|yesterday)\s|\sthe\s)"
    rf"|,\s{ONLY}{NUMBER}\s(?:last\s\w+|on\s[A-Z][a-z]+day|today|yesterday)(?=,)"
    rf"|,\s{NUMBER}-year-old\s[a-z][a-z\s’'-]{{1,40}}(?:\s(?:at|for|from|in|of|with)\s[A-Z][^,.;:()]{{1,40}})?(?=[,.])"
    rf"|(?:,\swho)?(?:\shas|\shad)?(?:\s(?:just|recently))?\sturned\s{NUMBER}(?:[,.;]|\s{OF_NOW})"
    rf"|(?:,\swho)?(?:\shas|\shad)?(?:\sjust|\srecently)?\s(?:celebrated|celebrates|is\scelebrating|marked)\s"
    rf"(?:his|her|their)\s(\d{{1,3}})(?:st|nd|rd|th)\sbirthday"
    rf"|,\sat\s(?:just|only|still\sonly)\s{NUMBER}(?=,)"
    rf"|,\s(?:an?|the)\s(?:(?!of\b|to\b|and\b)[a-z’'-]+\s){{0,2}}{NUMBER}-year-old\b"
    rf"|,\s(?:his|her|their|[^,.;:()]{{1,30}}(?:[’']s|s[’']))\s(?:[a-z-]+\s)?{NUMBER}-year-old\s[a-z\s’'-]{{1,30}},"
)
"""Behind a name or what is said of it: ", aged 54", ", who is 54", " turned 40 on", ", the 19-year-old winger"."""
DIED = LatePattern(
    rf"[^.;:!?]{{0,60}}\s(?:dies|died|dead)(?:\s(?:last|this)\s[a-z]+|\son\s[A-Z][a-z]+|\s(?:of|from|in)\s[\w\s-]{{1,30}}?){{0,3}}"
    rf",?\s(?:at|aged)\s(?:the\sage\sof\s|age\s)?{NUMBER}\b"
)
AGED_NOUN = LatePattern(
    rf",\s(?:an?|the)\s[a-z][^,.;:()]{{1,50}}\s(?:aged|who\s(?:is|was)|who\s(?:has\s)?(?:just\s)?turned)\s{ONLY}{NUMBER}"
    r"(?=[,.;]|\s(?:on|in|last|this)\s)"
)
IN_BRACKET = LatePattern(r"\s?\((?:[A-Z][^(),;\d]{1,30},\s)?(?:aged\s)?(\d{1,3})(?:\)|[,;]\s?[^()]{1,30}\))")
LETTERS = LatePattern(r"(?:\s(?:[A-Z]{2,4}|[JS]r\.?|[‘’'\"“][^‘’'\"“”]{1,20}[’'\"”]|\([^()\d]{1,30}\)))+")
"""Right behind a name, where its age may still follow: "Ada Lind OBE", "Ada Lind (née Orr)"."""
SAID_OF = LatePattern(
    r",\s(?:(?!(?:and|or|but|who|whose|which|where|when|while|with|then|\w+ed|\w+ing)\b)[a-z][^,.;:()]{0,60}"
    r"|known\s[^,.;:()]{0,60}|pictured(?:\s[a-z]+){0,3}|who\s(?:lives|works|plays|teaches|comes|is\sfrom)\b[^,.;:()]{0,60}"
    r"|(?:MP|MSP|MEP|MS)\s[^,.;:()]{0,60}|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})(?=,)"
)
"""Between commas behind a name, before its age: ", of Mill Lane", ", Cardiff", ", a nurse and mother of two"."""
OTHERS = LatePattern(
    r"\b(?:his|her|their|whose|with|boys|girls|sons?|daughters?|children|twins|wife|husband|brothers?|sisters?)\b"
    r"|\b(?:mother|father|parents?|grandmother|grandfather)\s(?:of|to)\s(?!(?:\w+$|\d|\w+\swho\sis\s))"
)
"""Who in such a piece may be somebody else with an age of their own: ", a father of twin girls, 12,"."""
CALLED = LatePattern(r",\s(?:also\s|better\s|formerly\s)?known\s(?:as|to)\b")
FROM = LatePattern(r"\s(?:of|from)\s[A-Z][^,.;:()\d]{1,30}(?=,)")
"""Right behind a name: "Ada Lind of Hull, 66,"."""
COMPLETE = LatePattern(r"$|[,.;:]")
YEARS_OLD = LatePattern(rf"\b{NUMBER}[-‐‑]year[-‐‑]old(?=\s|,)", re.IGNORECASE)
APPOSED = LatePattern(
    rf"(?:\b[Aa]n?|\b[Tt]he|\b[Hh]is|\b[Hh]er|\b[Tt]heir|[’']s|s[’'])\s(?:[a-z]+\s)?{NUMBER}-year-old(?:\s[a-z][a-z\s’'-]{{1,40}})?,\s$",
    re.IGNORECASE,
)
NAMED_AS = LatePattern(
    rf"(?:{NUMBER}-year-old\b|\b[a-z]+,\s(?:aged\s)?{NUMBER},)[^.;:!?“”\"]{{0,60}}?"
    r"\b(?:named|identified)(?:\s[a-z]+){0,4}\sas\s$"
    rf"|{NUMBER}-year-old(?:\s[a-z]+){{0,3}}\s(?:named|called)\s$",
    re.IGNORECASE,
)
"""Before a name: "A 34-year-old man has been named by police as "."""
NAMED_TOGETHER = LatePattern(
    rf",\s(?:aged\s)?{NUMBER}\sand\s{NUMBER},[^.;:!?“”\"]{{0,60}}?\b(?:named|identified)(?:\s[a-z]+){{0,4}}\sas\s$"
)
AT = LatePattern(
    rf"(?:^|[.!?]\s|[“\"])(?:At(?:\sthe\sage\sof)?|Aged|Now|Now\saged|Only|Just|Still|Still\sonly)\s(?:just\s|only\s)?{NUMBER}(?:\syears\sold)?,?\s$"
)
"""Before a name that begins what is said: "At 54, Ada Lind still bakes". Of a past age only in the past."""
PRESENT = LatePattern(r"\s(?:is|has|still|remains|can|says|(?!was\b)[a-z]{2,}[^s\W]s)\s")
LONG_AGO = LatePattern(r"\b(?:in|In|by|By|until|since)\s(?:\w+\s)?(?:1[89]|20)\d\d\b[^.!?]*$")
SHARED = LatePattern(
    rf",?\s\(?(?:who\sare\s)?(?:both\s|all\s)?(?:now\s)?(?:aged\s)?({NUMBER}(?:,?\s(?:and\s)?{NUMBER})*)\b"
)
ALL = LatePattern(rf",?\s\(?(?:who\sare\s)?(?:both|all)\s(?:aged\s)?{NUMBER}(?=[,.;)]|$)")
NUMBERS = LatePattern(NUMBER)
JOINT = LatePattern(r",?\s(?:and|&)\s(?:(?:his|her|their)\s(?:[a-z-]+\s){1,2})?|,\s")
BEFORE_ALL = LatePattern(rf"\b{NUMBER}-year-olds\s(?:[a-z]+\s){{0,2}}$", re.IGNORECASE)
PRONOUN_AGED = LatePattern(
    rf"(?:\s(?:is|was|turned|turns|had\sjust\sturned)|[’']s)\s{ONLY}{NUMBER}"
    rf"(?=[.,;]|\sand\s|\syears\s(?:old|of\sage)|\swhen\s(?:he|she|they)\s{KILLED}|(?<=turned\s\d\d)\s{OF_NOW})"
)
BEHIND_NOUN = LatePattern(
    rf",?\s(?:who\s(?:is|was)\s)?{ONLY}aged\s(?:just\s|only\s)?(\d{{1,2}})\b(?!\s(?:and|or|to)\s\d|[-–/]\d)"
    rf"|,\s(?:who\s(?:is|was)\s)?(1[1-9]|[2-9]\d)(?=[,.])|\sis\s{ONLY}(1[1-9]|[2-9]\d)(?=[.;]|,\s[a-z])"
)
BEHIND_BARE = LatePattern(
    r"(?:,\s(?:aged\s)?|\s\(|\saged\s)(\d{1,3})(?=[,):;.]|$|\s(?!and\b|or\b|to\b|\d|per\b|percent\b)[a-z])"
)
"""An age behind a noun without an article, in a headline: "Teacher, 34, banned", "Boy aged 7 wins race"."""
OF_AGE = LatePattern(
    r"\sof\s(1[89]|[2-9]\d)(?=[,.]|\s(?:has|is|was|who|and|had|will|says|said|tells|told)\b)"
)
OF_OLD_AGE = LatePattern(r"\sof\s([5-9]\d)(?=[,.]|\s(?:has|is|was|who|and|had|will|says|said|tells|told)\b)")
"""The same where the number may also be one of grandchildren: "a gran of 81"."""
BEFORE_BARE = LatePattern(rf"(?:^|\s){NUMBER}-year-old\s(?:[A-Za-z-]+\s){{0,3}}$", re.IGNORECASE)
OWN = LatePattern(
    rf"(?<!\bwhen\s)(?<!\bif\s)(?<!\buntil\s)(?<!\btill\s)(?<!\bonce\s)(?<!\bbefore\s)(?<!\btime\s)(?<!\bsaid\s)(?<!\blike\s)"
    rf"\bI(?:[’']m|\sam)\s{ONLY}(1[2-9]|[2-9]\d|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(SMALL[:9])}))?)"
    r"(?:\syears\sold)?(?=$|[.!?;:”\"]|,(?!\s?\d)|\s(?:and|but|now|today|with|this)\b(?!\sa\shalf))"
)
"""Somebody's age in their own words: "I’m 29 and I have six jobs", not "when I’m 64"."""
