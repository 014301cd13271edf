"""Whom nouns without an article mean in headlines: "Baker wins prize", "School board shuts library"."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from core.actors.attributes.english_ages import age_beside_bare_noun
from core.actors.coreference.compare_roles import same_role
from core.actors.coreference.descriptions_by_parse import Kind, kind_of, named_beside
from core.actors.coreference.discourse import Body, Discourse, Person
from core.actors.coreference.parts_played import play_different_parts, share_a_part
from core.analysis.analysis import Form, Label, Mention
from core.articles.article import BlockKind
from core.lexicon.world import Tables, role_stem
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents
from core.text.spans import Span, overlaps

_PARTS = ("compound", "flat", "nmod:desc", "appos", "nmod:poss", "amod")
_BEFORE = ("compound", "amod", "nmod:desc", "nummod")
_OPENING_BLOCKS = 3
"""Paragraphs of the story in which whoever is in the headline is introduced."""
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
    for noun, kind in _bare_nouns(parsed, tables, mentions):
        span = _span(parsed, noun)
        if any(overlaps(span, mention.span) for mention in mentions):
            continue
        low = parsed.low[noun]
        actor = (
            _person(tables, low, kind, persons, often) if kind.person else _body(tables, low, bodies, often)
        )
        if actor is not None:
            label = Label.PER if kind.person else Label.ORG
            yield Mention(*span, label, Form.NOMINAL, actor, confidence=0.8)


def _bare_nouns(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]
) -> Iterator[tuple[int, Kind]]:
    """The nouns for somebody in the headline that have no article and no name beside them."""
    starts = [mention.start for mention in mentions]
    for block in parsed.blocks:
        if block.kind is not BlockKind.HEADLINE:
            continue
        for noun in range(parsed.token_from(block.start), parsed.token_from(block.end)):
            kind = kind_of(parsed, tables, noun, False, False) if _is_bare(parsed, noun) else None
            if kind is not None and named_beside(parsed, noun, mentions, starts) is None:
                yield noun, kind


def nameless_in_headlines(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention], discourse: Discourse
) -> dict[str, str]:
    """For those who speak in the headline without a name or article, "Driver, 24, admits theft", whom the story
    introduces as the same."""
    found: dict[str, str] = {}
    for noun, kind in _bare_nouns(parsed, tables, mentions):
        start = parsed.starts[noun]
        nameless = [
            mention
            for mention in mentions
            if mention.start <= start < mention.end and mention.actor not in discourse.persons
        ]
        if len(nameless) == 1 and kind.person and nameless[0].form is Form.NOMINAL:
            holders = _introduced_as(parsed, tables, discourse, mentions, (start, parsed.ends[noun]))
            if len(holders) == 1:
                found[nameless[0].actor or ""] = holders[0]
    return found


def ages_in_headlines(
    parsed: ParsedText, tables: Tables, mentions: Sequence[Mention], discourse: Discourse
) -> dict[str, int]:
    """The ages that the headline gives of those whom the story introduces as the same: "Teacher, 34, banned"."""
    found: dict[str, set[int]] = {}
    for noun, kind in _bare_nouns(parsed, tables, mentions):
        span = _span(parsed, noun)
        age = age_beside_bare_noun(parsed.before(parsed.starts[noun]), parsed.after(span[1]))
        if age is None or not kind.person:
            continue
        holders = _introduced_as(
            parsed, tables, discourse, mentions, (parsed.starts[noun], parsed.ends[noun])
        )
        taken = {mention.actor for mention in mentions if overlaps(mention.span, span)}
        if len(holders) == 1 and not taken - {holders[0]} & discourse.persons.keys():
            found.setdefault(holders[0], set()).add(age)
    return {key: ages.pop() for key, ages in found.items() if len(ages) == 1}


def _introduced_as(
    parsed: ParsedText, tables: Tables, discourse: Discourse, mentions: Sequence[Mention], span: Span
) -> list[str]:
    """The people named whom the opening of the story calls by a noun of the headline, or of whom it says at once that
    the same befell them; whoever has another part in the story is nobody of them."""
    noun = parsed.text[slice(*span)].lower()
    stem = role_stem(noun)
    story = [
        block for block in parsed.blocks if block.kind is BlockKind.PARAGRAPH and parsed.is_story(block.start)
    ]
    opening = story[min(_OPENING_BLOCKS, len(story)) - 1].end if story else 0
    wanted = tables.kin.get(noun) or tables.humans.get(noun)
    found = []
    for key, person in discourse.persons.items():
        mine = [mention for mention in mentions if mention.actor == key and mention.start > span[1]]
        names = [mention for mention in mine if mention.form is Form.NAME]
        if not person.named or not names or (wanted and person.gender not in (None, wanted)):
            continue
        if any(play_different_parts(parsed, span, each.span) for each in names[:2]):
            continue
        described = [
            parsed.head_of(*each.span) for each in mine if each.form is Form.NOMINAL and each.end < opening
        ]
        same = any(same_role(stem, other) for other in person.called) or any(
            each is not None and same_role(stem, role_stem(parsed.low[each])) for each in described
        )
        leads = names[0].end < story[0].end and discourse.is_subject(names[0]) and not person.roles
        if same or (leads and share_a_part(parsed, span, names[0].span)):
            found.append(key)
    return found


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
