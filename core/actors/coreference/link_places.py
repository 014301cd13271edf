"""Which place a description means: "die Halbinsel", "die Hauptstadt", "die Stadt"."""

from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse
from core.actors.coreference.link import CLASS, TOPIC, Link
from core.analysis.analysis import Form, Label
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents

_LISTED = frozenset(("capital", "island", "peninsula", "river", "lake", "state"))
"""Kinds of which the table has the names, so that no other place can be meant."""

_GOVERNED = ("municipality", "district", "of_canton")
"""Kinds of places that are governed, as classes of words for them and for those who run them."""
_NOUN_REACH = 30
"""Characters before a name within which the noun for its kind stands."""


class PlaceLinker:
    """Links descriptions to places that the article names."""

    def __init__(self, parsed: ParsedText, tables: Tables, discourse: Discourse) -> None:
        self._parsed = parsed
        self._tables = tables
        self._places = [
            mention
            for mention in discourse.mentions
            if mention.label is Label.LOC and mention.form is Form.NAME and mention.actor is not None
        ]
        self._names = {
            mention.actor or "": parsed.text[mention.start : mention.end]
            for mention in reversed(self._places)
        }
        self._called = {} if parsed.by_parse else self._called_by_kind()

    def link(self, found: Description) -> Link | None:
        """The place that a noun means; None where it may be another, or the noun is for no place."""
        if (governed := self._governed(found)) is not None:
            return Link(governed, CLASS)
        kind = self._tables.place_noun(found.noun)
        if kind is None or found.owner is not None or not found.definite or found.complement:
            return None
        fitting = [mention for mention in self._places if self._is_of(mention.actor or "", kind, found.noun)]
        keys = {mention.actor for mention in fitting}
        if kind in _LISTED:
            return Link(fitting[0].actor or "", CLASS) if len(keys) == 1 else None
        before = [mention for mention in fitting if mention.end <= found.start]
        if not before or self._acts(found):
            return None
        block = self._parsed.block_at(found.start)
        here = {mention.actor for mention in before if self._parsed.block_at(mention.start) == block}
        last = before[-1].actor or ""
        near = self._parsed.sentence_at(found.start) - self._parsed.sentence_at(before[-1].start) <= 1
        if len(keys) == 1 or (near and here == {last}):
            return Link(last, TOPIC)
        return None

    def _governed(self, found: Description) -> str | None:
        """The one place that is called by a noun of the same kind: "die Kommune" of "Gemeinde Tannau", and "die
        Kreisverwaltung" of "Landkreis Tannau"."""
        kinds = [kind for kind in _GOVERNED if self._parsed.lexicon.has(found.noun.lower(), kind)]
        if not kinds or found.owner is not None or not found.definite or found.complement:
            return None
        called = [actor for actor, first in self._called.get(kinds[0], {}).items() if first < found.start]
        return called[0] if len(called) == 1 else None

    def _called_by_kind(self) -> dict[str, dict[str, int]]:
        """For each kind of what is governed the places called so, with where they are first."""
        called: dict[str, dict[str, int]] = {}
        for mention in self._places:
            before = self._parsed.before(mention.start, _NOUN_REACH).split()
            noun = before[-1].lower() if before else ""
            for kind in _GOVERNED:
                if self._parsed.lexicon.has(noun, kind):
                    called.setdefault(kind, {}).setdefault(mention.actor or "", mention.start)
        return called

    def _is_of(self, actor: str, kind: str, noun: str) -> bool:
        name = self._names[actor]
        if kind in _LISTED:
            return any(name in (each, each + "s") for each in self._tables.place_names(noun))
        adjective = " " in name and name.split()[0].endswith(("er", "e", "en", "es", "em"))
        return not adjective and self._tables.country(name) is None and not self._tables.is_no_town(name)

    def _acts(self, found: Description) -> bool:
        """Whether a town does something, so that those who run it are meant: "die Stadt will sparen"."""
        head = self._parsed.head_of(found.start, found.end)
        if head is None or self._parsed.dep[head] != "nsubj":
            return False
        verb = self._parsed.governor(head)
        if verb is None or dependent(self._parsed, verb, "cop", "aux:pass") is not None:
            return False
        return not any(self._parsed.lemma[k] == "sein" for k in dependents(self._parsed, verb, "aux"))
