"""Patterns of English dates and quantities: "on Monday, May 5, 2031", "5 p.m.", "about $1.5 million", "two thirds"."""

from collections.abc import Iterator, Mapping

from core.language.figures.tables import any_of

Words = Mapping[str, tuple[str, ...]]

_GAP = "[ \u00a0]"
_BEGINS = r"(?<![\w.,:$€£¥-])"
_ENDS = r"(?![\w-])"
_YEAR = r"(?:1\d|20|21)\d\d(?:/\d\d)?\b(?![.,]\d|-\w*[a-z])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_TO = rf"(?:{_GAP}?[-–—]{_GAP}?|{_GAP}(?:to|and|or|through|until){_GAP})"
_SMALL = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen)"
)
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_WORD = rf"(?:{_TENS}(?:[- ]{_SMALL})?|{_SMALL}|half an?|half|a|an)"
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_FIGURE = rf"(?:{_GROUPED}|\d+:\d\d(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|[mM]n|bn|tn)"
_JOINED = r"(?:k|m|bn|tn|M|B|K|mn)"
_PLAIN = rf"(?:(?:minus |plus |[-−+])?{_FIGURE}|(?i:{_WORD}))"
_LARGE = rf"(?:{_PLAIN}[ \u00a0-]{_MAGNITUDE}(?:[ \u00a0]{_MAGNITUDE})?(?!\w))"
_NUMBER = rf"(?:{_LARGE}|{_PLAIN})"
_BETWEEN = r"(?:[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:to|or|and)[ \u00a0])"
_RANGE = rf"{_NUMBER}(?:{_BETWEEN}{_NUMBER})?"
_VAGUE = (
    r"(?i:about|around|roughly|approximately|some|nearly|almost|at least|at most|up to|over|under|more than|less than"
    r"|fewer than|as many as|as much as|as few as|just over|just under|close to|an estimated|as little as|only)"
)
_STARTS = (
    r"(?=[\d.+−-]|(?i:ab|ar|ro|app|so|ne|al|at|up|ov|un|mo|le|fe|as|ju|cl|an|on|tw|th|fo|fi|si|se|ei|ni|te|el|ha|a"
    r"|mi|pl))"
)
_ALSO_VERBS = ("May", "March")
_SIGNS = r"(?:US\$|C\$|A\$|NZ\$|HK\$|S\$|[€$£¥₹])"


def date_patterns(words: Words) -> Iterator[str]:
    """The patterns of dates; where a part of the match is the date, its group is called so."""
    yield from _days(words)
    yield from _years(words)
    yield from _relative(words)
    yield from _hours()


def quantity_patterns(kinds: Words) -> Iterator[str]:
    """The patterns of quantities."""
    unit = any_of(form for forms in kinds.values() for form in forms)
    vague = rf"(?:{_VAGUE}{_GAP})?"
    money = rf"{_SIGNS}{_GAP}?{_FIGURE}(?:{_GAP}?{_MAGNITUDE}\b|{_JOINED}\b)?"
    yield rf"{_BEGINS}{_STARTS}{vague}{_RANGE}(?:{_GAP}|-){unit}{_ENDS}"
    yield rf"{_BEGINS}{_STARTS}{vague}(?:{_FIGURE}{_BETWEEN})?{_FIGURE}{unit}{_ENDS}"
    yield rf"(?<![\w.,:-]){vague}{money}(?:{_BETWEEN}(?:{money}|{_FIGURE}(?:{_GAP}{_MAGNITUDE}\b)?))?(?!\w)"
    part = "(?:half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)s?"
    count = "(?i:a|one|two|three|four|five|six|seven|eight|nine)"
    yield rf"{_BEGINS}{vague}{count}[ -]{part}(?={_GAP}of\b)"
    yield rf"{_BEGINS}{vague}(?i:half)(?={_GAP}(?:of|the|a|an|its|their|his|her|all)\b)"
    noun = r"(?:[a-z]{3,}[ \u00a0])?(?:[a-z][a-z-]+s|people|men|women|children)"
    many = rf"(?:(?:{_VAGUE}|(?i:several|many|a few)){_GAP})?"
    figures = rf"(?:{_GROUPED}|(?!(?:1[5-9]|20)\d\d\b)\d{{4,}})"
    yield rf"{_BEGINS}{many}{figures}(?:{_BETWEEN}{figures})?(?:{_GAP}{noun})?{_ENDS}(?![.,:]\d)"
    yield rf"{_BEGINS}{many}{_LARGE}(?:{_GAP}{noun})?{_ENDS}"
    heaps = "(?i:(?:tens|hundreds) of )?(?i:hundreds|thousands|millions|billions|dozens)"
    yield rf"{_BEGINS}{many}{heaps} of{_GAP}{noun}{_ENDS}"
    yield rf"{_BEGINS}(?i:several|many|a few){_GAP}(?:dozen|{_MAGNITUDE})(?:{_GAP}{noun})?{_ENDS}"


def _days(words: Words) -> Iterator[str]:
    month = any_of(words["month"] + words["month_short"])
    weekday = any_of(words["weekday"] + words["weekday_short"])
    part = any_of(words["part_of_day"])
    lead = rf"(?:{weekday},?{_GAP}(?:the{_GAP})?)?"
    year = rf"(?:,?{_GAP}{_YEAR})?"
    yield rf"{_BEGINS}{lead}{month}{_GAP}{_DAY}(?:{_TO}(?:{month}{_GAP})?{_DAY})?(?![\d:]){year}"
    yield rf"{_BEGINS}{lead}(?:{_DAY}(?:{_GAP}{month})?{_TO})?{_DAY}{_GAP}(?:of{_GAP})?{month}{year}{_ENDS}"
    yield rf"{_BEGINS}(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d{_ENDS}"
    yield rf"{_BEGINS}\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d){_ENDS}"
    yield rf"{_BEGINS}(?:(?i:early|late|last|next|this){_GAP})?{any_of(words['weekday'])}(?:{_GAP}{part})?{_ENDS}"
    holiday = any_of(name for names in words["holiday"] for name in names.split(","))
    yield rf"{_BEGINS}{holiday}(?:{_GAP}{_YEAR})?{_ENDS}"
    edge = rf"(?i:early|mid|late)(?:{_GAP}|-)"
    sure = any_of([name for name in words["month"] if name not in _ALSO_VERBS] + list(words["month_short"]))
    to_month = rf"(?:{_TO}{any_of(words['month'])})?"
    unsure = any_of(_ALSO_VERBS)
    yield rf"{_BEGINS}(?:{edge})?{sure}{to_month}(?:,?{_GAP}(?:of{_GAP})?{_YEAR})?{_ENDS}"
    yield rf"{_BEGINS}(?:{edge})?{unsure}{to_month},?{_GAP}(?:of{_GAP})?{_YEAR}{_ENDS}"
    before = "(?i:in|since|by|until|last|next|this|from|to|of|for)"
    yield rf"\b{before}{_GAP}(?P<date>(?:{edge})?{unsure}){_ENDS}(?!{_GAP}[A-Z])"


def _years(words: Words) -> Iterator[str]:
    season = any_of(words["season"])
    edge = r"(?i:early|mid|late|the end of|the beginning of|the start of)(?:[ \u00a0]|-)"
    yield rf"{_BEGINS}(?:(?i:the){_GAP})?(?:{edge})?{season}{_GAP}(?:of{_GAP})?{_YEAR}"
    of_season = rf"(?P<date>(?:(?:the|early|late){_GAP}){{0,2}}{season})"
    yield rf"(?i:\b(?:in|since|until|by|during|this|last|next)){_GAP}{of_season}{_ENDS}"
    before = any_of(words["before_year"])
    yield rf"(?i:\b{before}){_GAP}(?P<date>(?:{edge})?{_YEAR}(?:(?:{_GAP}?[-–]{_GAP}?|{_GAP}(?:to|and){_GAP}){_YEAR})?)"
    yield rf"{_BEGINS}{edge}(?P<date>{_YEAR})"
    yield rf"{_BEGINS}(?P<date>(?:19|20)\d\d){_ENDS}(?![.,:]\d|%|{_GAP}[a-z]+s\b)"
    yield rf"{_BEGINS}(?:(?i:the){_GAP})?(?:{edge})?(?:1[5-9]|20)\d0s{_ENDS}"
    yield rf"{_BEGINS}(?i:the){_GAP}(?:{edge})?(?:['’]?\d0s|{any_of(words['decade'])}){_ENDS}"
    yield rf"{_BEGINS}(?:(?i:the){_GAP})?(?:{edge})?(?:\d{{1,2}}(?:st|nd|rd|th))(?:{_GAP}|-)century{_ENDS}"


def _relative(words: Words) -> Iterator[str]:
    relative, part = any_of(words["relative"]), any_of(words["part_of_day"])
    noun = any_of(
        [*words["period"], *words["season"], *words["month"], *words["weekday"], *words["part_of_day"]]
    )
    lead = rf"(?:(?i:the|early|late){_GAP})?(?:(?i:early|late|later|earlier){_GAP})?"
    yield rf"{_BEGINS}{lead}(?i:{relative}){_GAP}{noun}{_ENDS}"
    yield rf"{_BEGINS}(?i:{any_of(words['adverb'])})(?:{_GAP}{part})?{_ENDS}"
    yield rf"{_BEGINS}(?i:the day (?:before yesterday|after tomorrow)){_ENDS}"
    few = rf"(?:(?:{_VAGUE}{_GAP})?{_RANGE}|(?i:several|many|a few|a couple of|some))"
    unit = any_of(words["unit"])
    yield rf"{_BEGINS}{_STARTS}{few}{_GAP}(?:and a half{_GAP})?{unit}{_GAP}(?:ago|earlier|later){_ENDS}"
    recent = rf"the{_GAP}(?:last|past|next|coming){_GAP}(?:{few}{_GAP})?{unit}"
    yield rf"(?i:\b(?:in|over|during|for|within)){_GAP}(?P<date>{recent}){_ENDS}"
    yield rf"(?i:\b(?:in|over)){_GAP}(?P<date>the{_GAP}(?:morning|afternoon|evening)){_ENDS}"
    share = rf"(?i:the{_GAP}(?:first|second|third|fourth|last|final){_GAP}(?:quarter|half))"
    yield rf"{_BEGINS}{share}{_GAP}of{_GAP}(?:the{_GAP}year|{_YEAR}|last{_GAP}year)"


def _hours() -> Iterator[str]:
    half = r"(?:[ \u00a0]?(?:a\.m\.|p\.m\.|am\b|pm\b|AM\b|PM\b))"
    clock = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
    zone = rf"(?:{_GAP}(?:GMT|BST|UTC|CET|CEST|EST|EDT|ET|CST|CDT|MST|PST|PDT|PT|local time)\b)?"
    yield rf"{_BEGINS}(?:{clock}{half}?{_TO})?{clock}{half}{zone}"
    yield rf"(?i:\b(?:at|by|from|until|around|about|before|after)){_GAP}(?P<date>[01]?\d:[0-5]\d|2[0-3]:[0-5]\d){zone}"
    yield rf"{_BEGINS}(?i:{_SMALL}){_GAP}o['’]clock{_ENDS}"
    yield rf"(?i:\b(?:at|by|until|around|before|after|since)){_GAP}(?P<date>(?:noon|midnight|dawn|dusk)){_ENDS}"
