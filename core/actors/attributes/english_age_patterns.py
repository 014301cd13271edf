"""The shapes in which English reports give ages, as patterns for the words behind or before a name."""

import re

from core.actors.attributes.english_numbers import NUMBER, SMALL, TENS
from core.text.late_patterns import LatePattern

ONLY = r"(?:(?:now|only|just|still|already|barely|also|himself|herself|a\s(?:mere|sprightly|youthful)|all\sof)\s){0,2}"
OF_NOW = r"(?:on|in(?!\s(?:1[89]|20)\d\d)|last|this|today|yesterday|earlier|at\sthe\sweekend)\b"
"""What follows an age that somebody has reached of late: "turned 40 in March", not "in 1998"."""
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = (
    r"(?:today|yesterday|tonight|last\s(?:night|week|weekend|month)|this\s(?:week|weekend|month|morning)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""What says that a report tells of something new."""
KILLED = r"(?:died|passed|was\s(?:killed|murdered|shot|stabbed|attacked)|disappeared|vanished|went\smissing)"
MAN = r"(?:man|woman|lady|gentleman|bachelor|spinster|widow|widower|pensioner|youth|lad|lass|boy|girl)"
AGE = LatePattern(
    rf",?\s(?:and\s)?(?:is\s|was\s)?{ONLY}aged?\s(?:of\s)?{ONLY}{NUMBER}\b(?!\s(?:and|or|to)\s\d|[-–/]\d)"
    rf"|,\s(?:and\s)?{ONLY}{NUMBER}(?:[\s-]years?[\s-]old|\s?yrs)?(?=\s\([a-z]+\)|[,;:](?!\s(?:\d|and\s\d))|\s[–—]\s|\sand\s(?:an?|from|lives)\s|\syears\sold|[.]?[)”\"]?$|[.]\s)"
    rf"|,\s(?:who\s)?at\s(?:the\sage\sof\s)?{ONLY}{NUMBER}(?:\syears\sof\sage)?"
    r"(?=,\s(?:is|has|still|remains|can|will|may|the)\b|\s(?:is\s)?(?:still\s)?(?:the|one|a|an)\s|(?<=who\sat\s\d\d)\s(?:is|has|still|[a-z]{2,}[^s\W]s)\s)"
    rf"|(?:(?:,\swho|,)?\s(?:is|was)|,\swho[’']s)\s{ONLY}(?:aged\s)?{NUMBER}(?=[,.;](?!\d)|\syears\s(?:old|of\sage)(?!\sat\sthe\stime)|\sand\s(?!a\s)[a-z]"
    rf"|\s(?:on|last)\s[A-Z]?[a-z]|\sin\s{MONTH}(?!\s\d)|\swhen\s(?:he|she|they)\s{KILLED})"
    rf"|[.,;]?\s+Age:\s{NUMBER}\b"
    rf"|,\san?\s(?:[a-z-]+\s)?{MAN}\sof\s([2-9]\d)(?=[,.])"
    rf"|,\s(?:of|from)\s[A-Z][^,.;:()]{{1,30}}\sand\saged\s{ONLY}{NUMBER}(?=[,.;])"
    rf"|,\swhose\sage\s(?:is|was|was\sgiven\sas)\s{NUMBER}(?=[,.;])"
    rf"|(?:,\swho)?\sgave\s(?:his|her|their)\sage\sas\s{NUMBER}\b"
    rf"|[’']s?\sage\s(?:(?:was|is)\s)?(?:(?:given|listed|recorded)\s)?as\s{NUMBER}\b"
    rf"|(?:,\swho)?\sis\san?\s(?:[a-z-]+\s){{0,2}}{NUMBER}-year-old\s[a-z]"
    rf"|\s-\s(?:aged\s)?{ONLY}{NUMBER}(?=\s-\s)"
    rf"|\s[–—]\s(?:at\s|aged\s|(?:who|he|she)\sis\s)?{ONLY}{NUMBER}"
    rf"(?=\s[–—]|\slast\s|\s(?:today|yesterday)\s|\sthe\s|,?\s(?:and|but)\s(?!\d)(?:[\w-]+\s){{1,4}}[–—])"
    rf"|,\s{ONLY}{NUMBER}\s(?:last\s\w+|on\s[A-Z][a-z]+day|today|yesterday)(?=,)"
    rf"|,\s{NUMBER}-year-old\s[a-z][a-z\s’'-]{{1,40}}(?:\s(?:at|for|from|in|of|with)\s[A-Z][^,.;:()]{{1,40}})?(?=[,.])"
    rf"|(?:,\swho)?(?:\shas|\shad)?(?:\s(?:just|recently))?\sturned\s{NUMBER}(?:[,.;]|\s{OF_NOW}|\sand\s(?:is|has|still)\b)"
    rf"|(?:,\swho)?\sturns\s{NUMBER}(?=\stoday)"
    rf"|(?:,\swho)?(?:\shas|\shad)?(?:\sjust|\srecently)?\s(?:celebrated|celebrates|is\scelebrating|marked|marks)\s"
    rf"(?:turning\s{NUMBER}\b|(?:his|her|their)\s(\d{{1,3}})(?:st|nd|rd|th)\sbirthday)(?!\sin\s(?:{MONTH}\s)?(?:1[89]|20)\d\d)"
    rf"|,\sat\s(?:just|only|still\sonly)\s{NUMBER}(?=,)"
    rf"|,\s(?:now\s|himself\s|herself\s)?(?:an?|the)\s(?:(?!of\b|to\b|and\b)[a-z’'-]+\s){{0,2}}{NUMBER}-year-old\b(?![’'])"
    rf"|,\s(?:his|her|their|[^,.;:()]{{1,30}}(?:[’']s|s[’']))\s(?:[a-z-]+\s)?{NUMBER}-year-old\s[a-z\s’'-]{{1,30}},"
)
"""Behind a name or what is said of it: ", aged 54", ", who is 54", " turned 40 on", ", the 19-year-old winger"."""
DIED = LatePattern(
    rf"(?:,(?=\shas)|,[^.;:!?]{{0,80}}(?:,|\swho)|\s(?!said|says|saw|that)[a-z]+(?:\s[a-z]+){{0,5}}\sand|,[^.;:!?]{{0,80}};)?(?:\shas|\shad)?(?:\s(?!who)[a-z]+ly)?"
    rf"\s(?:dies|died|(?:is\s|was\s(?:found|shot)\s)?dead|was\s(?:killed|murdered))"
    rf"(?:\s(?:last|this)\s[a-z]+|(?:\son)?(?:\s\d{{1,2}})?\s[A-Z][a-z]+(?:\s\d{{1,2}})?|\s(?:of|from|in|at|by)\s[\w\s-]{{1,30}}?|\s[a-z]+ly){{0,3}}"
    rf",?\s(?:at|aged)\s(?:the\sage\sof\s|age\s)?{NUMBER}\b(?!\s[A-Z])"
)
_STEP = (
    r"(?:dies|retires|quits|resigns|becomes|marries|graduates|steps\sdown|wins|(?:has|have)\s"
    r"(?:retired|quit|resigned|become|married|graduated|stepped\sdown|won|been\s(?:elected|appointed|called\sup)))"
)
_STEPPED = (
    r"(?:retired|quit|resigned|became|married|graduated|stepped\sdown|won|scored|made"
    r"|was\s(?:elected|appointed|sworn\sin))"
)
DEATH_OF = LatePattern(
    rf"[’']s?\sdeath,?\s(?:[a-z]+\s){{0,3}}?(?:at|aged)\s(?:just\s|only\s)?(?:the\sage\sof\s)?{NUMBER}\b(?!\s[A-Z])"
)
BEHIND_DEATH = LatePattern(rf",?\s(?:at|aged)\s(?:just\s|only\s)?(?:the\sage\sof\s)?{NUMBER}\b(?!\s[A-Z])")
BEFORE_DEAD = LatePattern(rf"\bdeath(?:\s(?:at|aged)\s{NUMBER})?\sof\s(?:[A-Z]\w+\s)?$")
"""The same told by the noun: "Ada Lind’s death at 41", "the death of Ada Lind, at 41,", "the death at 41 of …"."""
STEPS = LatePattern(
    rf"(?:,[^.;:!?]{{0,80}}(?:,|\swho))?\s{_STEP}\b[^.;:!?,]{{0,50}}?,?\s(?:aged|at)\s(?:the\sage\sof\s|only\s|just\s)?{NUMBER}(?=[,.;:]|$|\s(?:after|to|following|and|in)\s)"
    rf"|(?:,[^.;:!?]{{0,80}}(?:,|\swho))?\s{_STEPPED}\b[^.;:!?,]{{0,50}}?,?\s(?:aged|at)\s(?:the\sage\sof\s|only\s|just\s)?{NUMBER}\s(?:on\s)?{DAY}"
)
"""What somebody does at an age that is theirs now: "retires at 62", "became mayor at 22 on Monday"."""
BIRTHDAY = LatePattern(
    rf"(?:,\swho)?\s(?:(?!\b(?:his|her|him|them|their)\b)[^.;:!?,]){{1,60}}\son\s(?:his|her)\s(\d{{1,3}})(?:st|nd|rd|th)\sbirthday(?=\s(?:on\s)?{DAY})"
    r"|(?:,\swho)?\s(?:died|was\skilled|was\sshot\sdead)\s(?:[a-z]+\s){0,4}on\s(?:his|her)\s(\d{1,3})(?:st|nd|rd|th)\sbirthday"
)
"""What somebody does or suffers on a birthday that is not long ago."""
AGED_NOUN = LatePattern(
    rf",\s(?:an?|the)\s(?:[A-Z]{{2,}}\s)?[a-z][^,.;:()]{{1,50}}\s(?:aged|who\s(?:is|was)|who\s(?:has\s)?(?:just\s)?turned)\s{ONLY}{NUMBER}"
    r"(?=[,.;]|\s(?:on|in|last|this|who)\s)"
    rf"|,\swho\s[a-z][^,.;:()]{{1,60}}\sand\s(?:is|turned)\s{ONLY}{NUMBER}(?=[,.;]|\s(?:on|last|in\s{MONTH}(?!\s\d))\b)"
)
IN_BRACKET = LatePattern(r"\s?\((?:[A-Z][^(),;\d]{1,30},\s)?(?:aged\s)?(\d{1,3})(?:\)|[,;]\s?[^()]{1,30}\))")
LETTERS = LatePattern(r"(?:\s(?:[A-Z]{2,4}|[JS]r\.?|[‘’'\"“][^‘’'\"“”]{1,20}[’'\"”]|\([^()\d]{1,30}\)))+")
"""Right behind a name, where its age may still follow: "Ada Lind OBE", "Ada Lind (née Orr)"."""
SAID_OF = LatePattern(
    r",\s(?:\d(?:ft|[.]\d\d?m)[\w\s]{0,12}|(?!(?:and|or|but|who|whose|which|where|when|while|with|then|\w+ed|\w+ing)\b)[a-z][^,.;:()]{0,60}"
    r"|known\s[^,.;:()]{0,60}|pictured(?:\s[a-z]+){0,3}|who\s(?:lives|works|plays|teaches|comes|is\sfrom)\b[^,.;:()]{0,60}"
    r"|(?:MP|MSP|MEP|MS)\s[^,.;:()]{0,60}|(?:[A-Z][\w’'.-]*\s){1,4}(?:for|of|in|at|and)\s[^,.;:()\d]{1,60}|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})(?=,)"
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
    rf"(?:\b[Aa]n?|\b[Tt]he|\b[Hh]is|\b[Hh]er|\b[Tt]heir|[’']s|s[’'])\s(?:[a-z]+\s)?{NUMBER}-year-old(?:\s[a-z][a-z\s’'-]{{1,40}})?,\s$"
    rf"|\ban?\s(?:[\w’'-]+\s){{1,4}}aged\s{NUMBER},\s$",
    re.IGNORECASE,
)
NAMED_AS = LatePattern(
    rf"(?:{NUMBER}-year-old\b|\b[a-z]+,\s(?:aged\s)?{NUMBER},)[^.;:!?“”\"]{{0,60}}?"
    r"\b(?:named|identified)(?:\s[a-z]+){0,4}\sas\s$"
    rf"|{NUMBER}-year-old(?:\s[a-z]+){{0,3}}\s(?:named|called)\s$"
    rf"|\b[Aa]\s{NUMBER}-year-old\s[a-z]+\b[^.;:!?“”\"]{{0,80}}[.]\s(?:He|She)\s(?:was|has\sbeen)\s(?:[a-z]+\s)?"
    r"(?:named|identified)(?:\s\w+){0,4}\sas\s$",
    re.IGNORECASE,
)
"""Before a name: "A 34-year-old man has been named by police as "."""
NAMED_TOGETHER = LatePattern(
    rf",\s(?:aged\s)?{NUMBER}\sand\s{NUMBER},[^.;:!?“”\"]{{0,60}}?\b(?:named|identified)(?:\s[a-z]+){{0,4}}\sas\s$"
)
AT = LatePattern(
    rf"(?:^|[.!?]\s|[“\"])(?:At(?:\sthe\sage\sof)?|Aged|Now|Now\saged|Only|Just|Still|Still\sonly)\s(?:just\s|only\s)?{NUMBER}(?:\syears(?:\sold|\sand\s\d+\s(?:days|months))?)?,?\s(?:the\s(?:(?!(?:of|for|with|by|to)\b)[a-z-]+\s){{1,3}})?$"
)
"""Before a name that begins what is said: "At 54, Ada Lind still bakes". Of a past age only in the past."""
FOR_ONE = LatePattern(rf"\b[Ff]or\san?\s(?:[a-z-]+\s)?{MAN}\sof\s{NUMBER},\s$")
"""Before a name: "For a man of 64, Ada Lind is light on her feet"."""
OF_RELATIVE = LatePattern(
    r"\b(?:mother|father|mum|mom|dad|parents?|sister|brother|grandmother|grandfather|aunt|uncle|guardian|widow|wife|husband"
    r"|partner|teacher|coach|lawyer|solicitor|barrister|doctor|carer|owner)\s(?:of|for|to)\s$"
)
"""Before an age that is of somebody else than the name behind it: "the mother of a 12-year-old, Ada Lind"."""
NOT_OF_NAME = LatePattern(
    r"\b(?:if|when|until|till|once|unless|by\sthe\stime)\s$"
    r"|\b(?:sons?|daughters?|child|children|mother|father|mum|mom|dad|parents?|sister|brother|wife|husband|widow|partner"
    r"|girlfriend|boyfriend|grandson|granddaughter|niece|nephew|cousin|friend)\sof\s$",
    re.IGNORECASE,
)
"""Before a name that "is 19" is not said of: "the daughter of Ada Lind is 19", "when Ada Lind is 90"."""
OF_THE_DAY = LatePattern(rf"\s[^.!?]{{1,100}}\b{DAY}")
"""What follows where an age given at the front of a sentence in the past is one of now."""
PRESENT = LatePattern(r"\s(?:(?:is|has|still|remains|can|says|(?!was\b)[a-z]{2,}[^s\W]s)\s|(?:says|said),\s)")
LONG_AGO = LatePattern(r"\b(?:in|In|by|By|until|since)\s(?:\w+\s)?(?:1[89]|20)\d\d\b[^.!?]*$")
SHARED = LatePattern(
    rf",?\s(?:[–—]\s|\()?(?:who\sare\s)?(?:both\s|all\s)?(?:now\s)?(?:aged\s)?({NUMBER}(?:,?\s(?:and\s)?{NUMBER})*)\b"
)
ALL = LatePattern(rf",?\s\(?(?:who\sare\s)?(?:both|all)\s(?:aged\s)?{NUMBER}(?=[,.;)]|$)")
NUMBERS = LatePattern(NUMBER)
JOINT = LatePattern(r",?\s(?:and|&)\s(?:(?:his|her|their)\s(?:[a-z-]+\s){1,2})?|,\s")
TWINS = LatePattern(r"\b(?:[Tt]wins?|[Tt]riplets)(?:\s(?:brothers|sisters|boys|girls))?,?\s$")
OF_TWINS = LatePattern(rf",?\s\(?(?:now\s)?(?:aged\s)?{NUMBER}(?=[,.;)]|$)")
BEFORE_ALL = LatePattern(rf"\b{NUMBER}-year-olds\s(?:[a-z]+\s){{0,2}}$", re.IGNORECASE)
PRONOUN_AGED = LatePattern(
    rf"(?:\s(?:is|was|turned|turns|had\sjust\sturned)|[’']s)\s{ONLY}{NUMBER}"
    rf"(?=[.,;]|\sand\s|\syears\s(?:old|of\sage)|\swhen\s(?:he|she|they)\s{KILLED}|(?:(?<=turned\s\d\d)|(?<=turned\s\d\d\d))\s{OF_NOW})"
)
BEHIND_NOUN = LatePattern(
    rf",?\s(?:who\s(?:is|was)\s)?{ONLY}aged\s(?:just\s|only\s)?(\d{{1,2}})\b(?!\s(?:and|or|to)\s\d|[-–/]\d)"
    rf"|,\s(?:who\s(?:is|was)\s)?{ONLY}(1[1-9]|[2-9]\d)(?=[,.])|\sis\s{ONLY}(1[1-9]|[2-9]\d)(?=[.;]|,\s[a-z])"
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
    r"|(?:^|[.!?“\"]\s?)(?:At|Aged)\s(?:just\s|only\s)?(1[2-9]|[2-9]\d),?\sI(?:[’'](?:m|ve|ll)|\s(?:am|can|have|still|feel|know|want|need))\b"
    r"|\bI(?:[’']m|\sam)\san?\s(1[2-9]|[2-9]\d)-year-old\b"
    rf"|\bI(?:[’']ve|\shave)?(?:\s(?:just|only\sjust|recently))?\sturned\s(1[2-9]|[2-9]\d)(?:\s(?:on\s)?{DAY}|\sin\s{MONTH}(?!\s\d))"
    r"|\bI[’']ve\s(?:just|recently)\sturned\s(1[2-9]|[2-9]\d)\b"
)
"""Somebody's age in their own words: "I’m 29 and I have six jobs", not "when I’m 64"."""
IS_ONE = LatePattern(rf"(?:,\swho|,)?(?:\s(?:is|was)|[’']s)\s{ONLY}{NUMBER}$")
"""What may be a score or a place as well as an age: "Ada Lind was ten"."""
COUNTED = LatePattern(
    rf"\b{NUMBER}\s(?:points?|shots?|strokes?|seconds?|lengths?|runs|goals)\s(?:behind|clear|ahead|adrift|back|off|up|down)\b"
    rf"|\b{NUMBER}\s(?:under|over)\b|\b(?:shot|carded|scored|managed|made|hit|signed\sfor)\s(?:an?\s)?{NUMBER}(?=[,.;]|\sand\b|$)"
)
"""Beside such words it is a score."""
CHILDHOOD = LatePattern(
    r"\b(?:girls?|boys?|child|children|daughters?|sons?|pupils?|school\w*|youngsters?|birthday|twins?|brothers?|sisters?|mother"
    r"|father|mum|mom|dad|parents|died|killed|drowned|missing)\b"
)
"""Without such words nobody is said to be twelve or younger by a number alone."""
SCORES = LatePattern(
    r"\(\d{1,3}(?:\s?(?:not\sout|mins?|pens?|og|lbw|pts|runs|goals|st|nd|rd|th)\b|[’'*])|\bfor\sthe\s\w+\swicket\b"
    r"|^(?:Goals?|Goalscorers?|Scorers?|Tries|Points|Booked|Bookings|Subs?|Substitutes|Sent\soff|Yellow\scards?|Ratings)\b[^:]{0,20}:"
)
"""Beside such words numbers in brackets are minutes, scores or marks: "Lind (34 mins), Orr (78)"."""
SMALL_IN_BRACKET = LatePattern(r"\((?:\d|10)\)")
DEATH = LatePattern(r"\b(?:died|dies|death|dead|killed)\b")
WAS = LatePattern(rf"\swas\s{ONLY}([2-9]\d)(?=[.;]|\sand\s)")
"""Behind a noun for somebody of whose death the text tells: "The former mayor was 83."."""
