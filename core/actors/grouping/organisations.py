"""Which names are one body's or place's: by their words, short forms, acronyms, and tables of states and bodies."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from core.actors.grouping.groups import Group, label_of
from core.actors.names.span_extension import is_distinct, nominative_of_body
from core.analysis.analysis import ActorKind, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import initials, is_acronym_of, organisation_key, without_genitive

_PLACE_BEFORE = re.compile(
    r"^$|\b(?:[Ii]n|[Nn]ach|[Aa]us|[Bb]ei|[Ii]m|[Uu]m|[Nn]ear|[Aa]cross|[Aa]round|[Oo]utside)\s$"
)
_OF = re.compile(r"\b(?:des|eines)\s[„“\"»]?$")
_NO_GENITIVE = ("ss", "es", "is", "us", "as", "os", "fonds")
"""Endings in which a name may well end by itself."""
_HAS_COMPLEMENT = re.compile(r"\s(?:des|der)\s\S")
_BEHIND_HEAD = frozenset("für der des von in im zur zum am an und".split())
"""Words before which the noun stands that a long name declines: "Bundesministeriums" in "… für Verkehr"."""
_OF_PLACE = frozenset("of von vom de di du der in im für am".split())
_COUNTRY = re.compile(r"\w+sch")
"""The stem of a country's adjective."""
_BRACKETED = re.compile(r"\s?\(([A-ZÄÖÜ][\w-]*(?:\s[A-ZÄÖÜ][\w-]*)?)\)")


def organisations(
    parsed: ParsedText,
    tables: Tables,
    mentions: Sequence[Mention],
    indices: Sequence[int],
    words: dict[int, str],
) -> list[Group]:
    """Group the names of bodies and places, given by index."""
    keys = {organisation_key(words[i]) for i in indices}
    words = {i: _nominative(parsed, tables, mentions[i], words[i], keys) for i in indices}
    keys = {organisation_key(words[i]) for i in indices}
    words = {i: _nominative(parsed, tables, mentions[i], words[i], keys) for i in indices}
    acronyms = _acronyms(parsed, mentions, indices, words)
    short = _short_forms(parsed, tables, mentions, indices, words)
    by_initials: dict[str, set[str]] = defaultdict(set)
    for i in indices:
        if " " in words[i]:
            by_initials[initials(words[i])].add(organisation_key(words[i]))
            by_initials["".join(word[0] for word in words[i].split())].add(organisation_key(words[i]))
    places = {
        organisation_key(words[i])
        for i in indices
        if mentions[i].label is Label.LOC and _PLACE_BEFORE.search(parsed.before(mentions[i].start, 8))
    }
    groups: dict[str, Group] = {}
    for i in indices:
        text = words[i]
        key = organisation_key(text)
        key = acronyms.get(key, key)
        country = tables.country(text) or tables.countries.get(key)
        body = tables.known_body(text) or tables.known_bodies.get(key)
        national = _national(body, keys) if body else ""
        if national:
            key, text, body = national, body or text, tables.known_bodies.get(national)
        known = body or country
        if known is not None:
            found = groups.setdefault(f"known:{known}", Group(person=False, known_as=known))
            found.kind = ActorKind.ORGANISATION if body else ActorKind.PLACE
            shorter = without_genitive(text)
            found.add(i, shorter if shorter and shorter in (known, *found.forms) else text)
            continue
        capitals = sum(letter.isupper() for letter in text)
        if capitals > 1 and text.isalpha() and len(by_initials.get(text, ())) == 1:
            key = next(iter(by_initials[text]))
        if mentions[i].label is not Label.LOC or not (
            key in places or _is_beside(parsed, key, short.get(key, ""))
        ):
            key = short.get(key, key)
        groups.setdefault(key, Group(person=False)).add(i, text)
    return [found for found in groups.values() if label_of(found, mentions) is not Label.MISC]


def _is_beside(parsed: ParsedText, place: str, body: str) -> bool:
    """Whether an English place with which a body's name begins is not called for the body: "Elm Coast" for "Elm Coast
    Water", "Selby" for "Selby School of Art"."""
    return parsed.by_parse and (" " in place or any(parsed.lexicon.is_body(word) for word in body.split()))


def country_group(name: str) -> Group:
    """A group for a state that a text never names by itself."""
    return Group(person=False, known_as=name, kind=ActorKind.PLACE)


def _national(body: str, keys: set[str]) -> str:
    """The one body of a country that a known body is short for, by its key: the "Rotes Kreuz" of the German one."""
    tail = f" {organisation_key(body)}"
    found = [key for key in keys if key.endswith(tail) and _COUNTRY.fullmatch(key.removesuffix(tail))]
    return found[0] if len(found) == 1 and " " in body else ""


def _nominative(parsed: ParsedText, tables: Tables, mention: Mention, text: str, keys: set[str]) -> str:
    """A name without its genitive or dative ending, where the text shows that it is one. `keys` are of all names."""
    shorter = None if text.lower().endswith("fonds") else without_genitive(text)
    if shorter is not None and (owns_what_follows(parsed, mention) or organisation_key(shorter) in keys):
        return shorter
    genitive = mention.label is Label.ORG and bool(_OF.search(parsed.before(mention.start, 8)))
    if mention.label is Label.ORG and " " in text:
        first, _, rest = text.partition(" ")
        noun = nominative_of_body(parsed, tables, first) if genitive else None
        if genitive and (noun is not None or tables.gender_of_body(first) in ("m", "n")):
            return f"{noun or first} {rest}"  # "Landgerichts Kiel"
        text = _with_nominative_head(tables, text)
        if _HAS_COMPLEMENT.search(text):
            return text
        shorter = None if text.lower().endswith("fonds") else without_genitive(text)
    # No noun for a body ends so in the nominative: "Rathauses" is a genitive wherever it occurs.
    if text.endswith("es") and (
        organisation_key(text[:-2]) in keys or tables.gender_of_body(text[:-2]) in ("m", "n")
    ):
        return text[:-2]
    if genitive and shorter is not None and not text.endswith(_NO_GENITIVE):
        return shorter
    token = parsed.parsed_at(mention.start)
    alone = token is not None and parsed.case[token] == "Gen" and " " not in text and not text.isupper()
    if alone and shorter is not None and not text.endswith(_NO_GENITIVE):
        return shorter
    if text.endswith("n") and organisation_key(text[:-1]) in keys:
        return text[:-1]
    return text


def _with_nominative_head(tables: Tables, text: str) -> str:
    """A long name with its first noun in the nominative: "Bundesministerium für Verkehr" for "Bundesministeriums …"."""
    words = text.split()
    head = next((k - 1 for k, word in enumerate(words) if k and word in _BEHIND_HEAD), None)
    if head is None or not words[head].endswith("s"):
        return text
    forms = [words[head][:-length] for length in (1, 2) if words[head][-length:] in ("s", "es")]
    known = next((form for form in reversed(forms) if tables.gender_of_body(form) in ("m", "n")), None)
    return " ".join([*words[:head], known or words[head], *words[head + 1 :]])


def owns_what_follows(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a name in -s is a genitive by its place: right before a noun, as in "Brandenburgs Minister".

    No article precedes such a genitive: "die Elbe Times".
    """
    text = parsed.text[mention.start : mention.end]
    following = parsed.after(mention.end, 2)
    before = parsed.before(mention.start, 8).lower().split()[-1:]
    if " " in text and before and parsed.lexicon.has(before[0], "definite"):
        return False
    token = parsed.parsed_at(mention.start)
    return (
        text.endswith("s")
        and (
            text[-2:-1] not in "iuaos"
            or (token is not None and parsed.case[token] == "Gen" and text[-2:-1] != "s")
        )
        and following[:1] == " "
        and following[1:2].isupper()
    )


def _acronyms(
    parsed: ParsedText, mentions: Sequence[Mention], indices: Sequence[int], words: dict[int, str]
) -> dict[str, str]:
    """Keys of short names in brackets behind a long one, with the key of that."""
    found: dict[str, str] = {}
    for i in indices:
        match = _BRACKETED.match(parsed.text, mentions[i].end)
        if match is None or mentions[i].label is Label.PER:
            continue
        long, short = words[i], match.group(1)
        shared = set(organisation_key(long).split()) & set(organisation_key(short).split())
        long_enough = " " in long or "-" in long
        if shared or is_acronym_of(short, long) or (long_enough and short.isupper()):
            found[organisation_key(short)] = organisation_key(long)
    return found


def _short_forms(
    parsed: ParsedText,
    tables: Tables,
    mentions: Sequence[Mention],
    indices: Sequence[int],
    words: dict[int, str],
) -> dict[str, str]:
    """Keys of what only one body is called for short: its first or last word, its name without legal form."""
    owners: dict[str, set[str]] = defaultdict(set)
    full: Counter[str] = Counter(organisation_key(words[i]) for i in indices)
    for i in indices:
        parts = words[i].split()
        if len(parts) < 2 or mentions[i].label is not Label.ORG:
            continue
        key = organisation_key(words[i])
        for length in range(1, len(parts)):
            for piece in (parts[:length], parts[len(parts) - length :]):
                text = " ".join(piece)
                if piece[-1] is parts[-1] and _is_seated(parsed, tables, parts):
                    continue
                first_of_club = piece[0] is parts[0] and parsed.lexicon.has(text.lower(), "club_word")
                alone = is_distinct(parsed, tables, text) or text in parsed.lexicon.bodies or first_of_club
                if length > 1 or alone:
                    owners[organisation_key(text)].add(key)
        for part in parts[1:-1]:
            if is_distinct(parsed, tables, part):
                owners[organisation_key(part)].add(key)
    chosen: dict[str, str] = {}
    for short, keys in owners.items():
        longest = max(keys, key=lambda key: (len(key), full[key]))
        if all(key == longest or key in longest for key in keys):
            chosen[short] = longest
    return {short: chosen.get(long, long) for short, long in chosen.items()}


def _is_seated(parsed: ParsedText, tables: Tables, words: Sequence[str]) -> bool:
    """Whether a name ends in the place where the body sits, which alone means the place: "Universität Kiel"."""
    return words[-2] in _OF_PLACE or any(
        tables.body_noun(word) not in (None, "team") or parsed.lexicon.is_body(word) for word in words[:-1]
    )
