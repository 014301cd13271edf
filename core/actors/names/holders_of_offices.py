"""Surnames that are towns too, once an office is before them: "Landrätin Ostendorf", then "Ostendorf"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.analysis.analysis import Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import listed

_OFFICE = re.compile(r"(?<!\w)(\w+\s)?([A-ZÄÖÜ][\w-]+)\s$")


def holder_of_office(parsed: ParsedText, tables: Tables, mention: Mention) -> Mention | None:
    """A name that the network took for a place as that of a person, for an office is before it, behind which no place
    can be. Winners and hosts may be places: "Gastgeber Schweiz"; and a council is none: "im Landrat Baselland"."""
    text = parsed.text[mention.start : mention.end]
    if mention.label is not Label.LOC or " " in text or parsed.by_parse:
        return None
    office = _OFFICE.search(parsed.before(mention.start, 50))
    if office is None or tables.is_town(text) or tables.country(text):
        return None
    before, noun = (office.group(1) or "").strip().lower(), office.group(2)
    if parsed.lexicon.is_body(noun) or parsed.lexicon.has(before, "contracted"):
        return None
    role = parsed.lexicon.role(noun)
    held = tables.classes_of_role(noun) & frozenset(listed("class_of_offices"))
    return replace(mention, label=Label.PER) if role is not None and role.kind == "role" and held else None


def held_names(parsed: ParsedText, tables: Tables, names: Sequence[Mention]) -> frozenset[str]:
    """The names that have an office before them somewhere, in a text which speaks of nothing in or from them."""
    held, somewhere = set(), set()
    for name in names:
        text = parsed.text[name.start : name.end]
        if holder_of_office(parsed, tables, name) is not None:
            held.add(text)
        before = parsed.before(name.start, 12).lower().split()[-1:]
        if before and parsed.lexicon.has(before[0], "preposition", "contracted"):
            somewhere.add(text)
    return frozenset(held - somewhere)
