"""Words taken for people's names although the text speaks of a plant or a substance throughout."""

import re
from collections.abc import Iterator, Sequence

from core.actors.names.patterns import AGE_BEHIND, TITLE_BEFORE
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import without_genitive
from core.text.tables import listed

_DOES, _HAS, _IS = "does", "has", "is"
"""Signs of a thing: it grows; it has pollen; it is called a plant."""
_ENOUGH = 2
"""Signs from which on a word is a thing, if nothing shows a person; one is enough where it is called a plant."""
_PLACING = ("in", "nach", "aus", "bei")
_OF_PEOPLE = frozenset(listed("particle_of_people"))
"""What parts from a verb that then speaks of people: "wuchs in Ulm auf"."""


def without_things(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those of one word that is subject of "wächst", "ein Kraut", or has pollen and leaves.

    A word that is part of a longer name, follows a title, an office or a kinship, bears an age or says something
    anywhere in the text stays a name everywhere in it. Without a parse, all stay.
    """
    if parsed.by_parse:
        return _without_nouns(parsed, tables, mentions)
    if not parsed.has_parse or not parsed.lexicon.words.get("thing_noun"):
        return list(mentions)
    alone: dict[str, list[Mention]] = {}
    in_full: set[str] = set()
    for mention in mentions:
        if mention.form is not Form.NAME or mention.label not in (Label.PER, Label.LOC):
            continue
        words = parsed.text[mention.start : mention.end].split()
        if len(words) == 1:
            alone.setdefault(words[0], []).append(mention)
        else:
            in_full.update(words)
    things = {
        word
        for word, found in alone.items()
        if word not in in_full
        and without_genitive(word) not in in_full
        and not any(_is_person(parsed, tables, mention) or _is_place(parsed, mention) for mention in found)
        and _is_thing(parsed, word, all(mention.label is Label.LOC for mention in found))
    }
    dropped = {mention.span for word in things for mention in alone[word]}
    return [mention for mention in mentions if mention.span not in dropped]


def _without_nouns(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """English names without nouns taken for them: relatives, "Nan said no", and what headlines begin with, "Fury over
    huts"; those that are part of a longer name anywhere stay."""
    in_full = {
        word
        for mention in mentions
        if len(words := parsed.text[mention.start : mention.end].split()) > 1
        for word in words
    }

    def is_noun(mention: Mention) -> bool:
        word = parsed.text[mention.start : mention.end]
        listed_so = word.lower() in tables.kin or parsed.lexicon.has(word.lower(), "stir")
        return mention.label is Label.PER and word not in in_full and listed_so

    return [mention for mention in mentions if not is_noun(mention)]


def _is_person(parsed: ParsedText, tables: Tables, mention: Mention) -> bool:
    """Whether a title, an office, a relative, an age or a verb of saying shows that somebody is called so."""
    before = parsed.before(mention.start, 40)
    noun = re.search(r"(?<!\w)([A-ZÄÖÜ][\w-]+)\s$", before)
    if TITLE_BEFORE.search(before) or AGE_BEHIND.match(parsed.text, mention.end):
        return True
    if noun and (parsed.lexicon.role(noun.group(1)) is not None or noun.group(1) in tables.kin):
        return True
    token = parsed.parsed_at(mention.start)
    if token is None or parsed.dep[token] != "nsubj":
        return False
    return bool(parsed.lexicon.cues.get(parsed.low[parsed.head[token]]))


def _is_place(parsed: ParsedText, mention: Mention) -> bool:
    """Whether the word before a mention shows a place: "in Husum"."""
    return parsed.before(mention.start, 8).lower().split()[-1:] in [[word] for word in _PLACING]


def _is_thing(parsed: ParsedText, word: str, maybe_place: bool) -> bool:
    """Whether enough is said of a word that is said of things; towns grow and bloom as well."""
    signs = [_sign(parsed, i, word) for i in _occurrences(parsed, word)]
    does, has, is_called = (signs.count(sign) for sign in (_DOES, _HAS, _IS))
    return is_called > 0 or has + (0 if maybe_place else does) >= _ENOUGH


def _occurrences(parsed: ParsedText, word: str) -> Iterator[int]:
    forms = (word, f"{word}s")
    return (i for i, text in enumerate(parsed.words) if text in forms or text.startswith(f"{word}-"))


def _sign(parsed: ParsedText, i: int, word: str) -> str:
    """Which sign of a thing there is at a token, if any."""
    text, children = parsed.words[i], parsed.children(i)
    if text.startswith(f"{word}-"):
        return _HAS if _ends_as(parsed, text, "thing_part", "thing_noun") else ""
    if i and parsed.pos[i - 1] == "NOUN" and _ends_as(parsed, parsed.words[i - 1], "thing_noun"):
        return _IS
    if any(parsed.dep[k] == "appos" and _ends_as(parsed, parsed.words[k], "thing_noun") for k in children):
        return _IS
    head, relation = parsed.head[i], parsed.dep[i]
    if relation == "nmod":
        return _HAS if _ends_as(parsed, parsed.words[head], "thing_part") else ""
    if relation != "nsubj":
        return ""
    beside = parsed.children(head)
    if any(parsed.dep[k] == "cop" for k in beside):
        return _IS if _ends_as(parsed, parsed.words[head], "thing_noun") else ""
    apart = any(parsed.dep[k] == "compound:prt" and parsed.low[k] in _OF_PEOPLE for k in beside)
    return "" if apart or not parsed.lexicon.has(parsed.lemma[head].lower(), "thing_verb") else _DOES


def _ends_as(parsed: ParsedText, word: str, *classes: str) -> bool:
    """Whether a noun is in one of the classes, or a compound with such a noun at its end."""
    low = word.lower()
    return any(low.endswith(tuple(parsed.lexicon.words.get(each, ()))) for each in classes)
