"""What is said in dossiers, in time order: each statement once, with all articles that have it.

Statements whose words are the same or nearly so (`core.text.wordings`) are one, at the place of the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, zip_longest

from core.library.dossiers import Appearance, Dossier
from core.library.index.actors import Said
from core.library.records import ArticleRecord
from core.text.wordings import grouped, repeated


class Part(StrEnum):
    """What an entry tells of somebody."""

    BY = "by"
    """Something they say."""
    ABOUT = "about"
    """Something others say of them."""
    MENTION = "mention"
    """That they are mentioned in an article in which nothing is said by them or of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A statement in one article, or a mention there."""

    record: ArticleRecord
    words: str
    start: int
    """Where it begins, a code point offset."""
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement or mention, with all places where it is."""

    part: Part
    whose: int
    """Which of the dossiers it belongs to, from 0."""
    places: tuple[Place, ...]
    """At least one, in time order."""
    mentions: int = 0
    """How often somebody who only is mentioned is."""

    @property
    def first(self) -> Place:
        """Where it was first."""
        return self.places[0]

    @property
    def articles(self) -> tuple[Place, ...]:
        """Its first place in each article."""
        first: dict[str, Place] = {}
        for place in self.places:
            first.setdefault(place.record.key, place)
        return tuple(first.values())

    @property
    def wordings(self) -> tuple[str, ...]:
        """The different wordings, in time order; the same but for blanks and outer quotation marks is one."""
        return tuple(
            {_plain(place.words): " ".join(place.words.split()) for place in self.places[::-1]}.values()
        )[::-1]


def chronicle(dossiers: Sequence[Dossier]) -> tuple[Entry, ...]:
    """All that some dossiers have, in time order. What one of them says of another is the one's alone."""
    entries: list[Entry] = []
    spoken: set[tuple[int, str]] = set()
    for whose, dossier in enumerate(dossiers):
        by = list(_places(dossier, Part.BY))
        spoken.update((place.record.number, place.said.quote) for place in by if place.said is not None)
        entries += _once(Part.BY, whose, by)
    for whose, dossier in enumerate(dossiers):
        about = [
            place
            for place in _places(dossier, Part.ABOUT)
            if place.said is None or (place.record.number, place.said.quote) not in spoken
        ]
        entries += _once(Part.ABOUT, whose, about)
        entries += [
            Entry(Part.MENTION, whose, (Place(each.record, each.sentence, each.start),), each.mentions)
            for each in dossier.appearances
            if not each.statements and not each.about
        ]
    return tuple(sorted(entries, key=_order))


def side_by_side(entries: Sequence[Entry], people: int) -> tuple[tuple[Entry | None, ...], ...]:
    """Rows of entries with a place for each of so many people: what they have on the same day is in the same rows."""
    rows: list[tuple[Entry | None, ...]] = []
    for _day, some in groupby(entries, key=lambda entry: entry.first.record.dated[:10]):
        same_day = list(some)
        rows += zip_longest(*([each for each in same_day if each.whose == one] for one in range(people)))
    return tuple(rows)


def _order(entry: Entry) -> tuple[str, str, str, int]:
    record = entry.first.record
    return record.dated, record.first_opened, record.key, entry.first.start


def _places(dossier: Dossier, part: Part) -> Iterator[Place]:
    for each in dossier.appearances:
        for said in _said(each, part):
            yield Place(each.record, said.words, said.spans[0][0], said)


def _said(appearance: Appearance, part: Part) -> tuple[Said, ...]:
    return appearance.statements if part is Part.BY else appearance.about


def _once(part: Part, whose: int, places: Sequence[Place]) -> Iterator[Entry]:
    """Entries for statements, those that are the same together."""
    groups = grouped([place.words for place in places])
    together = {at for group in groups for at in group}
    alone = [at for at in range(len(places)) if at not in together]
    groups += [[alone[at] for at in group] for group in repeated([_by(places[at]) for at in alone])]
    together = {at for group in groups for at in group}
    for group in groups:
        yield Entry(part, whose, tuple(places[at] for at in group))
    for at, place in enumerate(places):
        if at not in together:
            yield Entry(part, whose, (place,))


def _by(place: Place) -> tuple[str, str]:
    """Who says something, and the words."""
    return place.said.speaker if place.said is not None else "", place.words


def _plain(words: str) -> str:
    return " ".join(words.split()).strip("„“”‚‘’»«›‹\"'")
