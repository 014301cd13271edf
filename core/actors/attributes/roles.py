"""The office or profession that a text gives a person beside the name, in the nominative.

A role is taken only where it can be nobody else's: better none than somebody else's.
"""

import re
from collections.abc import Sequence

from core.actors.attributes.role import Role
from core.actors.attributes.role_nouns import RoleNoun, role_noun
from core.analysis.analysis import Mention
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span
from core.text.tables import either, listed

_TITLE = re.compile(r"(?:Dr|Prof|med|jur|phil|h\.c)\.\s*|Herrn?\s|Frau\s|Mrs?\.?\s|Ms\.?\s")
_ARTICLES = r"(?:der|die|das|dem|den|des|ein|eine|einem|einen|einer|the|a|an)"
_STRETCH = r"(?:[^,.:;!?()„“\"»«\n]|(?<=\d)\.(?=\s)|(?<=\b[A-Z])\.(?=\s)){3,80}"
_MARKED = r"(?:[„“\"»«][^„“”\"»«,.:;!?\n]{2,40}[“”\"«»])?"
"""The name of a body in marks, behind the noun for it: "Chefin des Vereins „Rettet das Watt“"."""
_AGED = r"(?:\s?\([^()]{1,30}\)|,\s\d{1,3}(?:\sJahre(?:\salt)?)?)?"
_PARTICLE = rf"(?:\s(?:{either('particle_of_saying')})(?=,))?"
_BEHIND = re.compile(
    rf"{_PARTICLE}{_AGED},\s(?:(?:{either('of_profession')})\s)?(?:{_ARTICLES}\s)?({_STRETCH}{_MARKED})(?=[,.:;!?(“\"»]|$)"
)
_BRACKETED = re.compile(r"\s\(([A-ZÄÖÜ][\w-]{3,}(?:\s(?:von|aus|des|der|im|in|am)\s[\w\s-]{3,40})?)[,;)]")
"""A role in brackets behind the name: "Ada Lind (Regie)" has none, "Ada Lind (Regisseurin)" has."""
_WEAK = re.compile(rf"{_AGED},\s(?:der|die|das|dem|den|des|einem|einen|einer)\s")
_BEFORE = re.compile(
    r"(?:^|(?<=[\s„“\"»«(–-]))(?:[Dd]er|[Dd]ie|[Dd]em|[Dd]en|[Ee]in|[Ee]ine|[Ee]inem|[Ee]inen|[Ee]iner)\s"
    r"((?:[\w-]+\s){0,2}[A-ZÄÖÜ][\w-]+(?:\s(?:des|der|von|vom|für|im|in|am|an|bei|beim|zu|zur)\s[\w\s.-]{2,60}"
    rf"{_MARKED})?)(?:\s\([^()]{{1,12}}\))?,\s$"
)
_IN_OFFICE = re.compile(r"([A-ZÄÖÜ][\w-]+)\s((?:am|beim|bei der|an der|im)\s(?:[A-ZÄÖÜ][\w-]+\s){1,2})$")
_HEADING = re.compile(
    r"([A-ZÄÖÜ][\w-]+)\s((?:des|der|vom)\s(?:[A-ZÄÖÜa-zäöü][\w-]+e[nr]\s)?([A-ZÄÖÜ][\w-]+)\s)$"
)
"""An office and the body it is held in right before a name: "Chefin des Betriebsrats"."""
_LEFT_OUT = re.compile(r"(?:[A-ZÄÖÜ][\w-]*-,\s)*[A-ZÄÖÜ][\w-]*-\s(?:und|oder|sowie)\s$")
"""Parts of an office before its last noun: "Bau-, Verkehrs- und Umweltdirektor"."""
_JOINED = re.compile(
    r"(?:^|\s)(?:[Dd]er|[Dd]ie|[Dd]em|[Dd]en|[Dd]es)\s((?:[a-zäöüß]\w+\s)?(?:[A-ZÄÖÜ][\wäöü]+er\s)?)([A-ZÄÖÜ][\w-]+)\sund\s"
    r"(?:[a-zäöüß]\w+\s)?$"
)
"""The first of two offices with one article: "der Walliser Staatsrat und Gesundheitsdirektor"."""
_JOINED_BARE = re.compile(r"(?:^|[.!?:“«»]\s|\n)()([A-ZÄÖÜ][\w-]+)\sund\s$")
"""The same where the two open a sentence: "Autor und Regisseur"."""
_OF_SEVERAL = re.compile(r"([A-ZÄÖÜ][\w-]*in)nen\s((?:[A-ZÄÖÜ][\w.-]+\s[A-ZÄÖÜ][\w-]+(?:,\s|\sund\s))*)$")
"""An office that several hold who are named one after another: "Ministerinnen Ada Lind und "."""
_NEXT_OF_SEVERAL = re.compile(r"(?:\sund|,)\s([A-ZÄÖÜ][\w-]+)\s[A-ZÄÖÜ]")
_WHEN = re.compile(
    rf"(?:(?:{either('when_in_office')}|(?:seit|bis|ab)\s\d{{4}}|von\s\d{{4}}\sbis\s\d{{4}}"
    r"|bis\svor\s(?:\w+\s){1,2}(?:Jahren|Monaten|Wochen|Tagen))\s)+"
)
"""What says when somebody held an office, before the office: "bis vor zwei Jahren"."""
_SINCE = re.compile(r"\s(?:seit|bis|ab|von\s\d|im\sJahr)\b")
"""Where an office ends and its dates begin."""
_MOST_WORDS = 10
_AGED_ADJECTIVE = re.compile(r"\d{1,3}[-‐‑]?jährig")


def role_before(parsed: ParsedText, before: str, mention: Mention) -> Role | None:
    """The office or title directly before a name with its adjectives: "russischer General"."""
    several = _OF_SEVERAL.search(before)
    if several is not None and parsed.lexicon.role(several.group(1)) is not None:
        return _shared_role(parsed, several, mention)
    rest, gender = _without_titles(parsed, before)
    words = rest.split(" ")
    if len(words) < 2 or words[-1] != "":
        return Role("", gender) if gender else None
    if heads_a_body(parsed, rest):
        return None
    word = words[-2].strip('("„“»«‚')
    found = role_noun(parsed, word, mention.start - len(before) + len(rest) - 1 - len(word), mention)
    if found is None or found.kind != "role":
        told = found.gender if found is not None else None
        return Role("", told or gender) if told or gender else None
    gender = gender or found.gender
    left_out = _LEFT_OUT.search(rest[: len(rest) - len(words[-2]) - 1])
    if left_out is not None:
        whole = left_out.group() + found.base
        return Role(whole, gender, found.base, len(before) - left_out.start())
    tables = load_tables(parsed.lexicon.language)
    is_shown = found.base not in tables.kin and tables.companions.get(found.base, True)
    reach = len(before) - len(rest) + len(words[-2]) + 1
    adjectives: list[str] = []
    at = mention.start - len(before) + len(rest) - len(words[-2]) - 1
    for word in reversed(words[:-2][-4:]):
        at -= len(word) + 1
        adjective = _adjective(parsed, word, found, at)
        if adjective is None:
            break
        reach += len(word) + 1
        if _of_office(parsed, word):
            adjectives.insert(0, adjective)
    if not is_shown:
        return Role("", gender, reach=reach)
    return Role(" ".join([*adjectives, found.base]), gender, found.base, reach)


def role_joined(parsed: ParsedText, before: str, reach: int, mention: Mention) -> Role | None:
    """The first of two offices that one article and the name share: "Der frühere Torwart und heutige Trainer Ada Lind"
    is both; not where the verb behind the name says that two act."""
    rest = before[: len(before) - reach]
    match = _JOINED.search(rest) or _JOINED_BARE.search(rest)
    if match is None or _act_several(parsed, mention):
        return None
    at = mention.start - len(before)
    found = role_noun(parsed, match.group(2), at + match.start(2), mention)
    if found is None or found.kind != "role":
        return None
    adjective = match.group(1).split()[:1]
    kept = _adjective(parsed, adjective[0], found, at + match.start(1)) if adjective else None
    shown = f"{kept} {found.base}" if kept and _of_office(parsed, adjective[0]) else found.base
    return Role(shown, found.gender, found.base, len(before) - match.start())


def _act_several(parsed: ParsedText, mention: Mention) -> bool:
    """Whether the finite verb next to a name in its sentence is in the plural."""
    last = parsed.parsed_at(mention.end - 1)
    if last is None:
        return True
    sentence = parsed.unit_of[last]
    unit = parsed.units[sentence] if sentence >= 0 else None
    if unit is None:
        return True
    verbs = [k for k in range(unit.first, unit.end) if parsed.is_finite(k)]
    nearest = min(verbs, key=lambda k: abs(k - last), default=None)
    return nearest is None or parsed.number[nearest] == "Plur"


def _shared_role(parsed: ParsedText, several: re.Match[str], mention: Mention) -> Role:
    """An office in the feminine plural: the singular if all its holders are women, else the word as it is."""
    behind = _NEXT_OF_SEVERAL.match(parsed.text, mention.end)
    names = [*re.split(r",\s|\sund\s", several.group(2)), parsed.text[mention.start : mention.end]]
    firsts = [name.split()[0] for name in names if name] + ([behind.group(1)] if behind else [])
    all_women = all(parsed.lexicon.gender_of_name(first) == "f" for first in firsts)
    return Role(several.group(1) if all_women else several.group(1) + "nen", None, several.group(1))


def role_behind(parsed: ParsedText, after: str, mention: Mention, others: Sequence[Span]) -> Role | None:
    """ ", Senator aus Oklahoma," behind a name, in whatever case. `others` are the names of other people."""
    for pattern in (_BRACKETED, _BEHIND):
        match = pattern.match(after)
        if match is None:
            continue
        weak = pattern is _BEHIND and _WEAK.match(match.group()) is not None
        found = _as_role(parsed, match.group(1), mention.end + match.start(1), mention, others, weak)
        if found is not None:
            return Role(found.words, found.gender, found.noun, match.end())
    return None


def role_apposed(
    parsed: ParsedText, before: str, after: str, mention: Mention, others: Sequence[Span]
) -> Role | None:
    """ "der Vorsitzende des Verbandes, " before a name; none where that is said of somebody named before it."""
    rest, _ = _without_titles(parsed, before)
    if heads_a_body(parsed, rest):
        return _in_office(parsed, rest, mention)
    first = rest.rstrip().rpartition(" ")[2]
    if rest.endswith(" ") and parsed.lexicon.role(first) is not None and ", " in rest:
        rest = rest[: len(rest) - len(first) - 1]
    match = _BEFORE.search(rest)
    if match is None:
        return _in_office(parsed, rest, mention)
    if after[:1] not in (",", ".", ":", ";", "!", "?", "", "“", '"', "»", "«", ")") and not after.startswith(
        " ("
    ):
        return None
    start = mention.start - len(before) + match.start()
    if rest[: match.start()].endswith(", ") and any(start - 45 < end <= start for _, end in others):
        return None
    found = _as_role(
        parsed, match.group(1), start + match.start(1) - match.start(), mention, others, weak=True
    )
    return Role(found.words, found.gender, found.noun, len(before) - match.start()) if found else None


def role_described(parsed: ParsedText, adjectives: Sequence[str], noun: str, gender: str | None) -> str:
    """A role of a description in the nominative, with the adjectives that belong to an office: "früherer Minister"."""
    kept = [
        adjective
        for word in adjectives
        if _of_office(parsed, word) and (adjective := _nominative_adjective(parsed, word, gender)) is not None
    ]
    return " ".join([*kept, noun])


def _in_office(parsed: ParsedText, rest: str, mention: Mention) -> Role | None:
    """A role with the house where it is held right before a name: "Direktor am Amtsgericht"."""
    name = parsed.text[mention.start : mention.end]
    heading = heads_a_body(parsed, rest) if " " in name else None
    if heading is not None:
        base = parsed.lexicon.role_noun(heading.group(1))
        office = parsed.lexicon.role(base)
        words = f"{base} {heading.group(2).strip()}"
        return Role(words, office.gender if office else None, base, len(rest) - heading.start())
    match = _IN_OFFICE.search(rest)
    if match is None or " " not in name or parsed.lexicon.role(match.group(1)) is None:
        return None
    last = match.group(2).split()[-1]
    if not parsed.lexicon.is_body(last) or parsed.lexicon.role(match.group(1)).kind != "role":  # type: ignore[union-attr]
        return None
    base = parsed.lexicon.role_noun(match.group(1))
    role = parsed.lexicon.role(base)
    words = f"{base} {match.group(2).strip()}"
    return Role(words, role.gender if role else None, base, len(rest) - match.start())


def heads_a_body(parsed: ParsedText, before: str) -> re.Match[str] | None:
    """An office with the body it is held in at the end of some words: "der Vorsitzende des Umweltausschusses "."""
    found = _HEADING.search(before)
    if found is None or not parsed.lexicon.has(found.group(1).lower(), "leading_noun"):
        return None
    tables = load_tables(parsed.lexicon.language)
    noun = found.group(3)
    body = tables.body_noun(noun) is not None or parsed.lexicon.is_body(noun.removesuffix("s"))
    return found if body else None


def _without_titles(parsed: ParsedText, before: str) -> tuple[str, str | None]:
    """The words before a name without "Dr.", "Frau" and the like, and the gender that these tell."""
    rest = before
    gender: str | None = None
    while True:
        tail = rest[-12:]
        title = next((m for m in reversed(list(_TITLE.finditer(tail))) if m.end() == len(tail)), None)
        if title is None:
            return rest, gender
        role = parsed.lexicon.role(title.group().strip())
        gender = gender or (role.gender if role else None)
        rest = rest[: len(rest) - len(title.group())]


def _declined_as(noun: RoleNoun) -> str | None:
    """The gender in which a noun's adjectives are declined: a man may be "eine Legende"."""
    if noun.base.lower().endswith(listed("feminine_of_anybody")):
        return "f"
    return noun.gender or noun.declined or (None if noun.base[-1:] in "en" else "m")


def _of_office(parsed: ParsedText, word: str) -> bool:
    """Whether an adjective belongs to an office ("frühere"); one of judgement or of the moment does not."""
    stem = re.sub(r"(?:en|em|er|es|e)$", "", word)
    tables = load_tables(parsed.lexicon.language)
    if parsed.lexicon.has(stem, "judging_adjective"):
        return False
    return (
        word in tables.country_words
        or stem.endswith(listed("office_adjective_end"))
        or parsed.lexicon.has(stem, "office_adjective")
    )


def _adjective(parsed: ParsedText, word: str, noun: RoleNoun, offset: int) -> str | None:
    """An attributive adjective in the strong nominative, or None if the word is none."""
    token = parsed.parsed_at(offset)
    if token is not None and parsed.pos[token] not in ("ADJ", ""):
        return None
    declined = _declined_as(noun)
    return _nominative_adjective(parsed, word, declined)


def _nominative_adjective(parsed: ParsedText, word: str, gender: str | None) -> str | None:
    """A lower-case word that can be an adjective in the strong nominative; without a gender, as behind "der"."""
    if parsed.lexicon.language != "de" or not word[:1].islower() or len(word) < 4 or not word.isalpha():
        return None
    small = ("determiner", "preposition", "adverb", "conjunction", "subordinator", "negation", "relative")
    if parsed.lexicon.has(word, *small):
        return None
    stem = re.sub(r"(?:en|em|er|e)$", "", word)
    if stem == word or parsed.lexicon.verb_forms(word) or word in parsed.lexicon.cues:
        return None
    return stem + {"m": "er", "f": "e"}.get(gender or "", "e")


def _as_role(
    parsed: ParsedText, phrase: str, start: int, mention: Mention, others: Sequence[Span], weak: bool = False
) -> Role | None:
    """A phrase as a role if one of its first words names one, it has no verb, and the role is no other person's.

    `weak` where its adjectives decline as behind "der": they are given as without an article.
    """
    when = _WHEN.match(phrase)
    skipped = when.end() if when else 0
    phrase = _SINCE.split(phrase[skipped:])[0]
    words = phrase.split()
    if not words or len(words) > _MOST_WORDS or parsed.lexicon.has(words[0].lower(), "determiner"):
        return None
    german = parsed.lexicon.language == "de"
    at = next((k for k, word in enumerate(words[:3]) if word[:1].isupper() or not german), None)
    if at is None:
        return None
    offsets = [start + skipped + match.start() for match in re.finditer(r"\S+", phrase)]
    near = [
        (word, found)
        for word, offset in zip(words[at : at + 2], offsets[at : at + 2], strict=True)
        if (found := role_noun(parsed, word, offset, mention)) is not None
    ]
    if not near or near[0][1].kind != "role":
        return None
    head = words.index(near[0][0])
    behind_head = offsets[head] + len(words[head]) + 1
    if any(begin == behind_head and not _possesses(parsed, end) for begin, end in others):
        return None
    base = near[0][1].base
    if base in load_tables(parsed.lexicon.language).kin:
        whose = any(offsets[0] < begin < offsets[-1] + len(words[-1]) for begin, _ in others)
        if len(words) == 1 or whose:
            return Role("", near[0][1].gender, words[head]) if whose else None
    named = next((k for k, word in enumerate(words) if word[0] in '„“"»«'), len(words))
    if any(_is_verb(parsed, *each) for each in zip(words[:named], offsets[:named], strict=True)):
        return None
    gender = near[0][1].gender
    declined = _declined_as(near[0][1])
    adjectives = [
        _nominative_adjective(parsed, word, declined) if weak else word
        for word in words[:at]
        if not parsed.lexicon.has(re.sub(r"(?:en|em|er|es|e)$", "", word), "judging_adjective")
        and not _AGED_ADJECTIVE.match(word)
    ]
    kept = [adjective or word for adjective, word in zip(adjectives, words, strict=False)]
    nominative = [base if k == head and weak else word for k, word in enumerate(words[at:], at)]
    return Role(" ".join([*kept, *nominative]), gender, words[head])


def _possesses(parsed: ParsedText, end: int) -> bool:
    """Whether a name that ends there has the ending of a genitive: "ein Trainer Vollmers"."""
    return parsed.text[end - 1 : end] in ("s", "’", "'")


def _is_verb(parsed: ParsedText, word: str, offset: int) -> bool:
    """Whether a lower-case word in a phrase is a verb, so that the phrase is a clause."""
    if not word.islower():
        return False
    token = parsed.parsed_at(offset)
    if token is not None:
        finite = parsed.pos[token] in ("VERB", "AUX") and parsed.verb_form[token] != "Part"
        return finite or parsed.dep[token] in ("ROOT", "cop", "aux", "compound:prt")
    if parsed.lexicon.has(word, "determiner", "preposition", "conjunction", "adverb"):
        return False
    return bool(parsed.lexicon.verb_forms(word) or word in parsed.lexicon.cues)
