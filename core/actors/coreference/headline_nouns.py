"""Whom nouns without an article mean in headlines: "Baker wins prize", "School board shuts library"."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from core.actors.coreference.compare_roles import same_role
from core.actors.coreference.descriptions_by_parse import Kind, kind_of, named_beside
from core.actors.coreference.discourse import Body, Person
from core.analysis.analysis import Form, Label, Mention
from core.articles.article import BlockKind
from core.lexicon.world import Tables, role_stem
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents
from core.text.spans import overlaps

_PARTS = ("compound", "flat", "nmod:desc", "appos", "nmod:poss", "amod")
_BEFORE = ("compound", "amod", "nmod:desc", "nummod")
_OFTEN = 3
"""Names of somebody from which on a report may be about them."""
_CLEARLY = 1.5
"""How many times as often they are named as the next."""


def headline_nouns(
    parsed: ParsedText,
    tables: Tables,
    mentions: Sequence[Mention],
    persons: Mapping[str, Person],
    bodies: Mapping[str, Body],
) -> Iterator[Mention]:
    """The nouns for one person or body in the headline that have no article, where it is clear who is meant."""
    names = [mention for mention in mentions if mention.form is Form.NAME and mention.actor is not None]
    often = Counter(mention.actor or "" for mention in names)
    starts = [mention.start for mention in mentions]
    for block in parsed.blocks:
        if block.kind is not BlockKind.HEADLINE:
            continue
        for noun in range(parsed.token_from(block.start), parsed.token_from(block.end)):
            kind = kind_of(parsed, tables, noun, False, False) if _is_bare(parsed, noun) else None
            if kind is None or named_beside(parsed, noun, mentions, starts) is not None:
                continue
            span = _span(parsed, noun)
            if any(overlaps(span, mention.span) for mention in mentions):
                continue
            low = parsed.low[noun]
            actor = (
                _person(tables, low, kind, persons, often)
                if kind.person
                else _body(tables, low, bodies, often)
            )
            if actor is not None:
                yield Mention(
                    *span, Label.PER if kind.person else Label.ORG, Form.NOMINAL, actor, confidence=0.8
                )


def _is_bare(parsed: ParsedText, noun: int) -> bool:
    """Whether a token is a noun in the singular, no part of another, that nothing determines."""
    if parsed.pos[noun] not in ("NOUN", "PROPN") or parsed.entity[noun] or parsed.number[noun] == "Plur":
        return False
    if noun + 1 < len(parsed.words) and parsed.pos[noun + 1] in ("NOUN", "PROPN"):
        return False
    return parsed.dep[noun] not in _PARTS and dependent(parsed, noun, "det", "nmod:poss") is None


def _span(parsed: ParsedText, noun: int) -> tuple[int, int]:
    first, last = noun, noun
    before = set(dependents(parsed, noun, *_BEFORE))
    while first - 1 in before:
        first -= 1
    if parsed.low[noun + 1 : noun + 4] == ["-", "of", "-"]:
        last = min(noun + 4, len(parsed.words) - 1)
    return parsed.span(first, last + 1)


def _person(
    tables: Tables, low: str, kind: Kind, persons: Mapping[str, Person], often: Counter[str]
) -> str | None:
    """The one person whom the text calls so, else for a word for anybody of a sex whom the report is about."""
    stem = role_stem(low)
    named = {key: person for key, person in persons.items() if person.named}
    called = [key for key, each in named.items() if any(same_role(stem, other) for other in each.called)]
    if len(called) == 1:
        return called[0]
    if called or not (low in tables.kin or low in tables.humans):
        return None
    return _chief([key for key, each in named.items() if kind.gender in (None, each.gender)], often)


def _body(tables: Tables, low: str, bodies: Mapping[str, Body], often: Counter[str]) -> str | None:
    """The one body that goes by the noun, or by one for such bodies, else whom nothing is known of and all is about."""
    named = {key: body for key, body in bodies.items() if body.name and often[key]}
    classes = tables.classes_of_body(low)
    for fitting in (
        [key for key, body in named.items() if low in body.nouns],
        [key for key, body in named.items() if body.classes & classes],
    ):
        if fitting:
            return fitting[0] if len(fitting) == 1 else _chief(fitting, often)
    if "company" not in classes:
        return None
    return _chief([key for key, body in named.items() if not body.classes], often)


def _chief(keys: Collection[str], often: Counter[str]) -> str | None:
    """Whoever of some is named much more often than the others."""
    ranked = sorted(keys, key=lambda key: -often[key])
    if not ranked or often[ranked[0]] < _OFTEN:
        return None
    clear = len(ranked) == 1 or often[ranked[0]] >= _CLEARLY * often[ranked[1]]
    return ranked[0] if clear else None
