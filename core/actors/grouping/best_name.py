"""The name an actor goes by: the fullest of a person, the one used most of others, in the nominative."""

import re
from collections.abc import Sequence

from core.actors.grouping.groups import Group
from core.analysis.analysis import ActorKind, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import fold

_WEAK = re.compile(r"([A-ZÄÖÜ]\w{2,}?)en?")
"""An adjective as behind an article: "Freien" in "der Freien Universität"."""
_STRONG = {"m": "er", "f": "e", "n": "es", "p": "e", "Masc": "er", "Fem": "e", "Neut": "es"}


def best_name(parsed: ParsedText, tables: Tables, found: Group, mentions: Sequence[Mention]) -> str:
    """The fullest form of a person's name; for others the one used most, the earlier and longer before the rest."""
    forms = list(found.forms)
    # A body that the text has only abbreviated is called so, and not by a full name that a reader does not find in it.
    if found.known_as is not None:
        shouted = any(fold(found.known_as) in fold(form) for form in forms)
        body = found.kind is ActorKind.ORGANISATION and bool(forms) and not shouted
        abbreviated = body and all(map(str.isupper, forms))
        return forms[0] if abbreviated else found.known_as
    if found.person:
        return max(forms, key=lambda form: (len(re.split(r"[\s-]", form)), found.forms[form]))
    long_forms = [form for form in forms if not form.isupper()] or forms
    best = max(long_forms, key=lambda form: (" " in form, found.forms[form], len(form)))
    if tables.is_town(best) and best.endswith("s") and best not in tables.towns:
        return best.removesuffix("s")
    places = [mentions[i].start for i in found.members if parsed.text.startswith(best, mentions[i].start)]
    return in_the_nominative(parsed, tables, best, places[0]) if places and " " in best else best


def in_the_nominative(parsed: ParsedText, tables: Tables, name: str, start: int) -> str:
    """A name that opens with adjectives as it is without an article: "Freie Universität", "Bayerisches Rotes Kreuz"."""
    before = parsed.before(start, 12).lower().strip(' „“"»«').split()[-1:]
    if not before or not parsed.lexicon.has(before[0], "determiner", "contracted"):
        return name
    words = name.split()
    adjectives = 0
    offset = start
    for word in words[:-1]:
        if not _is_adjective(parsed, tables, word, offset):
            break
        adjectives += 1
        offset = parsed.text.find(words[adjectives], offset + len(word))
    if not adjectives:
        return name
    head = words[adjectives]
    last = parsed.parsed_at(offset)
    read = ""
    if last is not None:
        read = "p" if parsed.number[last] == "Plur" else parsed.gender[last]
    gender = tables.gender_of_body(head) or tables.gender_of_body(words[-1]) or read
    ending = _STRONG.get(gender, "e")
    strong = [_WEAK.fullmatch(word) for word in words[:adjectives]]
    return " ".join([*(found.group(1) + ending for found in strong if found), *words[adjectives:]])


def _is_adjective(parsed: ParsedText, tables: Tables, word: str, offset: int) -> bool:
    found = _WEAK.fullmatch(word)
    if found is None:
        return False
    token = parsed.parsed_at(offset)
    if token is None:
        return True
    stem = found.group(1).lower()
    known = (
        parsed.lexicon.has(stem, "naming_adjective")
        or parsed.lexicon.ends_in(stem, "ending_of_adjectives")
        or word.lower() in tables.country_words
    )
    return known or parsed.pos[token] == "ADJ"
