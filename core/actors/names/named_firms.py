"""German firms that are called like people, known by the noun before the name: "der Pharmakonzern Kirsch"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText

_FIRMS = frozenset(("bank", "company", "insurance", "media", "press"))
"""Classes of nouns for bodies behind which a name is that of the body."""


def with_named_firms(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """The names, with those of one word as a firm's where such a noun stands before them somewhere.

    A name in full stays a person's ("Autobauer Henry Kolb"), and so does a surname that the text has in full as well.
    """
    if parsed.by_parse or not parsed.has_parse:
        return list(mentions)
    firms = dict(_named(parsed, tables))
    called = {parsed.words[token] for token in firms}
    full = {
        part
        for each in mentions
        if each.label is Label.PER and each.form is Form.NAME
        for part in parsed.text[each.start : each.end].split()[1:]
    }
    kept: list[Mention] = []
    for each in mentions:
        text = parsed.text[each.start : each.end]
        before = parsed.token_at(each.start) in firms
        base = text if text in called else text.removesuffix("s")
        again = base in called and base not in full
        one = each.form is Form.NAME and each.label is not Label.ORG and " " not in text
        kept.append(replace(each, label=Label.ORG) if one and (before or again) else each)
    known = {parsed.token_at(each.start) for each in mentions}
    added = (Mention(*span, Label.ORG) for token, span in firms.items() if token not in known)
    return sorted([*kept, *added], key=lambda each: (each.start, each.end))


def _named(parsed: ParsedText, tables: Tables) -> Iterator[tuple[int, tuple[int, int]]]:
    """The tokens that are the name of a firm in one word, right behind the noun for it, with their spans."""
    for i in range(1, len(parsed.words)):
        word = parsed.words[i]
        if not word[:1].isupper() or parsed.parsed_at(parsed.starts[i]) is None or not word.isalpha():
            continue
        if parsed.ends[i - 1] + 1 != parsed.starts[i] or not is_firm(parsed, tables, parsed.words[i - 1]):
            continue
        longer = i + 1 < len(parsed.words) and (parsed.entity[i + 1] or parsed.words[i + 1][:1].isupper())
        name = parsed.entity[i] == "PER" or (parsed.pos[i] == "PROPN" and not parsed.entity[i])
        if name and not longer and parsed.lexicon.role(word) is None and not tables.is_town(word):
            yield i, (parsed.starts[i], parsed.ends[i])


def is_firm(parsed: ParsedText, tables: Tables, noun: str) -> bool:
    """Whether a noun is one for a firm, and not for a person or a place as well, as "Weinhändler" and "Werk" are."""
    if not noun[:1].isupper() or not tables.classes_of_body(noun) & _FIRMS:
        return False
    low = noun.lower()
    if parsed.lexicon.has(low, "site_or_trader"):
        return False
    return parsed.lexicon.role(noun) is None or low in tables.body_classes
