"""The office or profession beside a name where the parse tells what belongs to it: "fire officer Ada Lind", "Ada Lind,
58, a sociologist at Elm College"."""

from collections.abc import Iterator
from dataclasses import replace

from core.actors.attributes.role import Role
from core.analysis.analysis import Mention
from core.lexicon.world import load_tables, role_stem
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents, subtree

_BEFORE = frozenset(("NOUN", "PROPN", "ADJ"))
APPOSED = ("appos", "nmod:desc", "flat", "compound", "nmod", "parataxis", "list")
"""Relations by which a noun and a name beside it are one."""
RANK = "rank"
"""The class of words for titles that are shown as a role where no other is known."""
_INNER = ("compound", "amod", "nmod:desc", "flat", "nummod")
_OF = ("of", "for")
_TRADES = ("man", "woman", "er", "or", "ist", "ian", "smith", "wright", "keeper")
"""Endings of nouns for what somebody does, asked only beside a name."""
_MARKS = {"“": "”", "‘": "’"}
_LONGEST = 6
"""Words of a role before a name."""
_STOPS = ("acl", "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "advcl", "det")


def roles_by_parse(parsed: ParsedText, mention: Mention) -> list[Role]:
    """What somebody is said to be, right before the name, in apposition to it, or as the predicate of which it is the
    subject; titles tell a gender only."""
    first, end = parsed.token_from(mention.start), parsed.token_from(mention.end)
    if first == len(parsed.words):
        return []  # The name is within the last token, as in an address.
    before = _before(parsed, first)
    joined = _joined_before(parsed, first) if before is not None and before.words else None
    found = [joined, before, _honour(parsed, end)]
    head = parsed.head_of(mention.start, mention.end)
    if head is not None:
        found.extend(_apposed(parsed, head, first, end))
    return [role for role in found if role is not None]


def nouns_before(parsed: ParsedText, first: int) -> list[int]:
    """The nouns and adjectives right before a name that begins with a token, titles left out."""
    return list(range(*_run_before(parsed, first)[:2]))


def apposed_nouns(parsed: ParsedText, head: int, first: int, end: int) -> list[int]:
    """The common nouns that say what a name is: in apposition to it on either side, or as its predicate.

    Args:
        parsed: The text.
        head: The token of the name on which the others hang.
        first: Its first token.
        end: The token behind its last.
    """
    return [
        noun for noun in _nouns_apposed(parsed, head, first, end) if parsed.pos[noun] in ("NOUN", "PROPN")
    ]


def is_office(parsed: ParsedText, noun: int) -> bool:
    """Whether a token is a noun for what one person is by office or profession."""
    low = parsed.low[noun]
    known = _role_at(parsed, noun) or (_noun_at(parsed, noun) if low.endswith(_TRADES) else None)
    tables = load_tables(parsed.lexicon.language)
    plain = low not in tables.kin and low not in tables.humans and tables.companions.get(low, True)
    return known is not None and known[1] != "title" and parsed.number[noun] != "Plur" and plain


def _run_before(parsed: ParsedText, first: int) -> tuple[int, int, str | None]:
    """The run of nouns and adjectives before a name as a range of tokens, and the gender that titles behind it tell."""
    at, gender = first, None
    while at > 0 and (title := _role_at(parsed, at - 1)) is not None and title[1] == "title":
        gender = gender or title[0]
        at -= 1
    start = at
    while start > 0 and at - start < _LONGEST and _belongs(parsed, start - 1):
        start -= 1
    return start, at, gender


def _before(parsed: ParsedText, first: int) -> Role | None:
    """The nouns and adjectives right before a name, if the last of them is an office: "retired logger", "Gov."."""
    start, at, gender = _run_before(parsed, first)
    words = list(range(start, at))
    last = _role_at(parsed, at - 1) if words else None
    if words and last is None and _is_one(parsed, at - 1, first):
        last = _noun_at(parsed, at - 1)
    if (
        last is None
        or last[1] != "role"
        or parsed.block_at(parsed.starts[at - 1]) != parsed.block_at(parsed.starts[first])
    ):
        reach = parsed.starts[first] - parsed.starts[at] if at < first else 0
        title = parsed.words[at] if at < first and parsed.lexicon.has(parsed.low[at], RANK) else ""
        return Role(title, gender, reach=reach) if gender or title else None
    tables = load_tables(parsed.lexicon.language)
    noun = _whole_noun(parsed, at - 1)
    words = _of_office(parsed, words)
    of_body = any(parsed.entity[i] == "ORG" for i in words)
    shown = noun.lower() not in tables.kin and (of_body or tables.companions.get(noun.lower(), True))
    text = " ".join(parsed.text[slice(*parsed.span(words[0], words[-1] + 1))].split()) if shown else ""
    return Role(text, gender or last[0], noun, parsed.starts[first] - parsed.starts[start])


def _joined_before(parsed: ParsedText, first: int) -> Role | None:
    """The first of two offices that one article makes one person's: "the chef and critic Ada Lind"."""
    start = _run_before(parsed, first)[0]
    noun = start - 2
    if (
        noun < 1
        or parsed.low[start - 1] != "and"
        or parsed.pos[noun] != "NOUN"
        or not is_office(parsed, noun)
    ):
        return None
    own = [k for k in dependents(parsed, noun, "det", "compound", "amod") if k < noun]
    return _phrase(parsed, noun) if any(parsed.pos[k] == "DET" for k in own) else None


def _honour(parsed: ParsedText, end: int) -> Role | None:
    """The letters for an office behind a name: "Ada Lind MSP"."""
    if end < len(parsed.words) and parsed.lexicon.has(parsed.low[end], "office_letters"):
        return Role(parsed.words[end], None, parsed.words[end])
    return None


def role_of_description(parsed: ParsedText, start: int, end: int) -> str:
    """The office or profession that a description in running text gives: "the former lock keeper" is a lock keeper."""
    head = parsed.head_of(start, end)
    role = _phrase(parsed, head) if head is not None else None
    return role.words if role is not None else ""


def _is_one(parsed: ParsedText, noun: int, name: int) -> bool:
    """Whether the parse makes a noun and the name behind it one."""
    if parsed.head[noun] == name:
        return parsed.dep[noun] in APPOSED
    return parsed.head[name] == noun and parsed.dep[name] in APPOSED


def _belongs(parsed: ParsedText, i: int) -> bool:
    if parsed.low[i] in ("in", "of", "to") and parsed.words[i - 1 : i + 2 : 2] == ["-", "-"]:
        return True
    if parsed.words[i] in ("-", "–") and i:
        return parsed.ends[i] == parsed.starts[i + 1] and parsed.ends[i - 1] == parsed.starts[i]
    rank = parsed.words[i][:1].isupper() and _role_at(parsed, i) is not None
    noun = (rank or parsed.pos[i] in _BEFORE) and parsed.words[i][:1].isalpha() and parsed.entity[i] != "PER"
    return noun and parsed.stretch_at(i) is None and not parsed.lexicon.has(parsed.words[i], "weekday")


def _of_office(parsed: ParsedText, words: list[int]) -> list[int]:
    """The words of a role without adjectives of judgement, a verb read as one, and what is left of a hyphen."""
    hyphen = next((k for k, i in enumerate(words[:-1]) if not parsed.words[i][:1].isalnum()), None)
    if hyphen == 0:
        words = words[2:] if len(words) > 2 else words[1:]
    while len(words) > 1 and (
        parsed.lexicon.has(parsed.low[words[0]], "judging_adjective")
        or parsed.verb_form[words[0]] == "Fin"
        or not parsed.words[words[0]][:1].isalpha()
        or parsed.low[words[0]].endswith("-old")
        or parsed.low[words[0]] in ("old", "year", "years")
    ):
        words = words[1:]
    return words


def _nouns_apposed(parsed: ParsedText, head: int, first: int, end: int) -> list[int]:
    nouns = [
        child
        for child in parsed.children(head)
        if parsed.dep[child] in APPOSED
        and child >= end
        and _is_common(parsed, child)
        and not _is_beside_another(parsed, child)
    ]
    joined = [k for k in dependents(parsed, head, "conj") if nouns and _is_joined(parsed, nouns[-1], k)]
    nouns.extend(joined)
    governor = parsed.head[head]
    common = parsed.pos[governor] == "NOUN" or (
        parsed.pos[governor] == "PROPN" and not parsed.entity[governor]
    )
    cased = dependent(parsed, head, "case") is not None
    if parsed.dep[head] in APPOSED and governor < first - 1 and common and not cased:
        nouns.append(governor)
    if parsed.dep[head] == "appos":
        nouns.extend(k for k in dependents(parsed, governor, "appos") if governor < k < first - 1)
    said_of = head if parsed.dep[head] == "nsubj" else governor  # "Her father, Bo Quill, was gamekeeper"
    apposed = said_of == head or (parsed.dep[head] == "appos" and parsed.dep[governor] == "nsubj")
    if apposed and dependent(parsed, parsed.head[said_of], "cop") is not None:
        nouns.append(parsed.head[said_of])
    if first > 1 and parsed.lexicon.has(parsed.low[first - 1], "naming") and parsed.pos[first - 2] == "NOUN":
        nouns.append(first - 2)
    return nouns


def _is_beside_another(parsed: ParsedText, noun: int) -> bool:
    """Whether a noun is that of the name right behind it: "pilot Ada Lind (44), nurse Bo Orr (31)"."""
    named = noun + 1 < len(parsed.words) and parsed.entity[noun + 1] == "PER"
    return named and dependent(parsed, noun, "det", "nmod:poss") is None


def _is_joined(parsed: ParsedText, noun: int, other: int) -> bool:
    """Whether "and" joins a noun to one in apposition, whatever the parser hangs it on: "CEO and co-founder"."""
    between = range(noun + 1, other)
    joining = any(parsed.pos[k] == "CCONJ" for k in between)
    plain = all(parsed.pos[k] in ("CCONJ", "DET", "ADJ", "PUNCT") or parsed.head[k] == other for k in between)
    return (
        noun < other
        and joining
        and plain
        and "," not in parsed.words[noun:other]
        and _is_common(parsed, other)
    )


def _is_common(parsed: ParsedText, i: int) -> bool:
    """Whether a token is a common noun, or an office in capitals: "a Democrat", but not a party: "(Con)"."""
    if parsed.words[i - 1 : i + 2 : 2] == ["(", ")"] and parsed.words[i][:1].isupper():
        return False
    return parsed.pos[i] == "NOUN" or (
        parsed.pos[i] == "PROPN" and not parsed.entity[i] and _role_at(parsed, i) is not None
    )


def _apposed(parsed: ParsedText, head: int, first: int, end: int) -> Iterator[Role]:
    """Nouns in apposition to a name, on either side, or of which it is the subject."""
    for noun in _nouns_apposed(parsed, head, first, end):
        role = _phrase(parsed, noun)
        if role is not None:
            own = subtree(parsed, noun, without=("acl:relcl", "advcl", "parataxis", "conj"), cut=(head,))
            behind = parsed.ends[own[-1]] - parsed.ends[end - 1] if noun >= end else 0
            ahead = parsed.starts[first] - parsed.starts[own[0]] if noun < first else 0
            yield replace(role, reach=ahead, behind=behind)


def _phrase(parsed: ParsedText, noun: int) -> Role | None:
    """A noun for an office with its own words and an "of …" behind it; None where it is no office of one person."""
    low = parsed.low[noun]
    known = _role_at(parsed, noun) or (_noun_at(parsed, noun) if low.endswith(_TRADES) else None)
    tables = load_tables(parsed.lexicon.language)
    if known is None or known[1] != "role" or parsed.number[noun] == "Plur":
        return None
    if low in tables.kin or not tables.companions.get(low, True) or low in tables.humans:
        return Role("", known[0], parsed.words[noun])
    own = sorted({noun, *(k for child in dependents(parsed, noun, *_INNER) for k in subtree(parsed, child))})
    run = [noun]
    for i in reversed([k for k in own if k < noun]):
        if i == run[0] - 1:
            run.insert(0, i)
    run = _of_office(parsed, run)
    stop = run[-1] + 1
    for child in dependents(parsed, noun, "nmod"):
        case = [k for k in dependents(parsed, child, "case") if parsed.low[k] in _OF]
        if case and case[0] == stop:
            stop = max(subtree(parsed, child, without=_STOPS)) + 1
    text = " ".join(_with_closing_mark(parsed, *parsed.span(run[0], stop)).split())
    return Role(text, known[0], _whole_noun(parsed, noun))


def _with_closing_mark(parsed: ParsedText, start: int, end: int) -> str:
    """The text of a role with the mark that closes a title in it, or without the title: "author of “Rain”"."""
    text = parsed.text[start:end]
    opening = next((mark for mark in _MARKS if text.count(mark) > text.count(_MARKS[mark])), None)
    if opening is None:
        return text
    if parsed.text[end : end + 1] == _MARKS[opening]:
        return text + _MARKS[opening]
    return text[: text.rindex(opening)].rstrip(" ,")


def _whole_noun(parsed: ParsedText, noun: int) -> str:
    """A noun with the word before it where both are one office: "prime-minister"."""
    whole = f"{parsed.low[noun - 1]}-{parsed.low[noun]}" if noun else ""
    tables = load_tables(parsed.lexicon.language)
    return whole if role_stem(whole) in tables.role_classes else parsed.words[noun]


def _noun_at(parsed: ParsedText, i: int) -> tuple[str | None, str] | None:
    """The same of the noun before a name, which is one for what somebody is though no table has it: "lock keeper"."""
    known = _role_at(parsed, i)
    if known is not None:
        return known
    low, tables = parsed.low[i], load_tables(parsed.lexicon.language)
    plain = parsed.words[i].isalpha() and parsed.words[i].islower() and parsed.pos[i] == "NOUN"
    thing = low in tables.body_genders or parsed.lexicon.is_body(low) or low in parsed.lexicon.cue_nouns
    return (None, "role") if plain and not thing and parsed.number[i] != "Plur" else None


def _role_at(parsed: ParsedText, i: int) -> tuple[str | None, str] | None:
    """The gender and kind of the role that a token names, with what a hyphen joins to it: "centre-half"."""
    role = parsed.lexicon.role(parsed.words[i])
    if role is None and i > 1 and parsed.words[i - 1] == "-":
        role = parsed.lexicon.role(parsed.text[parsed.starts[i - 2] : parsed.ends[i]])
    return None if role is None else (role.gender, role.kind)
