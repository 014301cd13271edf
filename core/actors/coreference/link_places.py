"""Which place a description means: "die Halbinsel", "die Hauptstadt", "die Stadt"."""

from collections import Counter

from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Discourse
from core.actors.coreference.link import CLASS, TOPIC, Link
from core.analysis.analysis import Form, Label
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents

_LISTED = frozenset(("capital", "island", "peninsula", "river", "lake", "state"))
"""Kinds of which the table has the names, so that no other place can be meant."""


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
        self._counts = Counter(mention.actor for mention in self._places)

    def link(self, found: Description) -> Link | None:
        """The place that a noun means; None where it may be another, or the noun is for no place."""
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
