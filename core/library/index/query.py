"""What a reader asks of the library: which articles, in which order, and with which words."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from core.analysis import QuoteType
from core.annotations.tags import same
from core.library.index.days import day_of
from core.library.states import State
from core.translation import _, pgettext


class Order(StrEnum):
    """What a list of articles may be sorted by."""

    DAY = "day"
    OPENED = "last opened"
    TITLE = "title"
    SOURCE = "source"
    LENGTH = "length"
    STATEMENTS = "statements"
    MARKS = "marks"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which articles a list has, and in which order."""

    states: tuple[State, ...] = ()
    """All states if empty; archived articles only where they are named."""
    outlet: str = ""
    """A part of the name of who published it."""
    feed: str = ""
    """The address or a part of the name of a feed that it came from."""
    folder: str = ""
    """A folder of feeds, or a part of the name of one, from one of which it came."""
    site: str = ""
    """The name of who published it, in full."""
    tag: str = ""
    """A tag on it or in it, or one below that."""
    speaker: str = ""
    """Words of the name of somebody who speaks in it."""
    author: str = ""
    """Words of the name of somebody who wrote it."""
    since: str = ""
    """The first day, as ISO 8601, or its beginning."""
    until: str = ""
    """The last day, or its beginning."""
    kind: str = ""
    """A kind of statement in it."""
    order: Order = Order.DAY


@dataclass(frozen=True, slots=True)
class Query:
    """A line like `hafen "rote Linie" -streik speaker:lind since:2026-01`."""

    words: tuple[str, ...] = ()
    """Each has to be there, within a word too."""
    phrases: tuple[str, ...] = ()
    """Words that have to follow one another."""
    without: tuple[str, ...] = ()
    """None of these may be there."""
    choice: Choice = Choice()
    """Which articles are looked through."""

    @property
    def plain(self) -> str:
        """The words without filters, as they were typed."""
        return " ".join((*self.words, *self.phrases))

    @property
    def is_blank(self) -> bool:
        """Whether it asks for nothing at all."""
        return self == Query()


FILTERS = ("speaker", "tag", "author", "source", "feed", "folder", "since", "until", "kind", "state")
"""The names of filters."""
_PART = re.compile(r'(?P<minus>-)?(?:(?P<name>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<word>\S+))')
_MARKS = str.maketrans(dict.fromkeys("„“”«»", '"'))


def parse(line: str) -> Query:
    """The query in a line of words, phrases and filters. Raises ValueError with a sentence for a filter of no sense."""
    query = Query()
    for match in _PART.finditer(line.translate(_MARKS)):
        value = match["quoted"] if match["quoted"] is not None else match["word"]
        name = match["name"] or ""
        if name in FILTERS:
            query = replace(query, choice=_narrowed(query.choice, name, value))
        elif value.startswith("#") and len(value) > 1 and match["quoted"] is None:
            query = replace(query, choice=_narrowed(query.choice, "tag", value))
        elif match["minus"] and not name:
            query = replace(query, without=(*query.without, value))
        elif match["quoted"] is not None and " " in value.strip():
            query = replace(query, phrases=(*query.phrases, value))
        elif value.strip():
            query = replace(query, words=(*query.words, f"{name}:{value}" if name else value))
    return query


def in_codes(line: str) -> str:
    """A line with its states and kinds by their codes, which it can be kept with whatever the language is later."""
    return _retold(line, {"state": _states(), "kind": _kinds()})


def in_words(line: str) -> str:
    """The same line with the words for states and kinds that the language in use has."""
    pairs = (("state", _states()), ("kind", _kinds()))
    return _retold(line, {name: {code: word for word, code in codes.items()} for name, codes in pairs})


def _retold(line: str, words: dict[str, dict[str, str]]) -> str:
    """A line with other words as values of some filters."""

    def retold(match: re.Match[str]) -> str:
        value = match["quoted"] if match["quoted"] is not None else match["word"]
        word = words.get(match["name"] or "", {}).get(value)
        return match[0] if word is None else f"{match['minus'] or ''}{match['name']}:{word}"

    return _PART.sub(retold, line.translate(_MARKS))


def _states() -> dict[str, str]:
    """The codes of states by the words for them in the language in use."""
    return {pgettext("state", state.value): state.value for state in State}


def _kinds() -> dict[str, str]:
    """The codes of kinds of statements by the words for them, as one word."""
    return {_(kind.in_words).replace(" ", "-"): kind.value for kind in QuoteType}


def faults(query: Query) -> str:
    """Why a query cannot find what is meant by it, in a sentence: a filter without a value, or one that is none."""
    for word in query.words:
        name, colon, value = word.partition(":")
        if colon and value and name.isalpha():
            return _("Nothing found; “{name}:” is no filter, the filters are {known}.").format(
                name=name, known=", ".join(f"{each}:" for each in FILTERS)
            )
        if colon and not value and name in FILTERS:
            return _("“{word}” is empty; write what it is to be, as in {word}WORD.").format(word=word)
    return ""


def _narrowed(choice: Choice, name: str, value: str) -> Choice:
    if not value:
        return choice
    if name in ("since", "until"):
        if not (day := day_of(value)):
            raise ValueError(
                _("“{name}:{value}” is no day; write {name}:2026-01, {name}:2026-01-31 or {name}:7d.").format(
                    name=name, value=value
                )
            )
        return replace(choice, since=day) if name == "since" else replace(choice, until=day)
    if name == "kind":
        kinds = _kinds()
        _one_of(name, value, list(kinds), [kind.value for kind in QuoteType])
        return replace(choice, kind=kinds.get(value, value))
    if name == "state":
        named = _states()
        _one_of(name, value, list(named), [state.value for state in State])
        return replace(choice, states=(*choice.states, State(named.get(value, value))))
    if name == "tag":
        return replace(choice, tag=same(value))
    if name in ("source", "feed"):
        return replace(choice, outlet=value) if name == "source" else replace(choice, feed=value)
    if name == "folder":
        return replace(choice, folder=value)
    if name == "author":
        return replace(choice, author=f"{choice.author} {value}".strip())
    return replace(choice, speaker=f"{choice.speaker} {value}".strip())


def _one_of(name: str, value: str, known: list[str], others: list[str]) -> None:
    if value not in (*known, *others):
        raise ValueError(
            _("“{name}:{value}” is none that there is; write {name}: and one of {known}.").format(
                name=name, value=value, known=", ".join(known)
            )
        )
