"""Which name in a speaker phrase is that of the speaker, rather than that of an employer, an office or a home."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from core.actors.attributes.roles import heads_a_body
from core.actors.coreference.abstract_nouns import is_abstract
from core.actors.coreference.discourse import Discourse
from core.actors.names.named_firms import is_firm
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.relations import APPOSED, SUBJECTS
from core.text.spans import Span
from core.text.tables import listed

_WORD = re.compile(r"\w[\w.'’-]*")
_OPENING = tuple("„“\"»«‚‘'")
_HEAD_BEHIND = re.compile(r"\s((?:[a-zäöüß][\w-]+\s){0,3})([A-ZÄÖÜ][\w-]+)")
_COMPOUND = re.compile(r"[“”«‹‘\"]-([A-ZÄÖÜ]\w+)")
_APPOSED = re.compile(r"(?:\s(?:des|der|von|vom|für|im|in|am|an)\s[^,.;:!?„“\"»«]{2,40})?,\s(?=[A-ZÄÖÜ])")
_WHERE = re.compile(
    r"[A-ZÄÖÜ][\w-]+[“\"»«]?(?:\s[^,.;:!?]{1,40})?\s(?:in|aus|bei|nahe|im|am|an|auf|nach)\s(?:der\s|dem\s|den\s)?$"
)
"""What comes before a place that only says where somebody is: "die Firma mit Sitz in"."""
_FROM = (" aus ", " nahe ")
"""What comes before a place, whatever the network took its name for."""
_OF = re.compile(r"\w\s(?:des|der|von|vom)\s[^,]*$")
"""What opens a complement that says whose somebody is."""
_PLACES = listed("noun_before_place")
"""Nouns before a place that are what it is, also at the end of others: "die Hansestadt Bremen"."""
_BETWEEN = re.compile(r"\w\s+(?:von|vom|des|der|of|for)\s+(?:[\w-]+\s+){0,2}[„“\"»«]?$")


class NamedSpeakers:
    """Finds the name of who speaks among the mentions of an article."""

    def __init__(self, discourse: Discourse, tables: Tables) -> None:
        self.parsed = discourse.parsed
        self._tables = tables
        self.mentions = discourse.mentions
        self.persons = discourse.persons
        self._starts = [mention.start for mention in self.mentions]

    def in_phrase(self, span: Span) -> Mention | None:
        """The person, else the body named as the head of the phrase; not one named only to say whose speaker speaks."""
        start, end = span
        if self.parsed.by_parse:
            return self._by_parse(span)
        at = bisect_left(self._starts, start)
        inside = []
        while at < len(self.mentions) and self.mentions[at].start < end:
            mention = self.mentions[at]
            if mention.actor is not None and mention.end <= end + 1 and mention.form is Form.NAME:
                inside.append(mention)
            at += 1
        for wanted in ((Label.PER,), (Label.ORG, Label.LOC, Label.MISC)):
            for mention in inside:
                before = self.parsed.text[start : mention.start]
                if mention.label not in wanted or self._only_owner(before, mention, wanted[0] is Label.PER):
                    continue
                if self._opens_compound(mention):
                    continue
                if self._owns_the_head(mention, end) or (wanted[0] is not Label.PER and before.endswith("(")):
                    continue
                if wanted[0] is Label.PER and self._is_named_behind(before, mention, inside):
                    continue
                return mention
        return None

    def _by_parse(self, span: Span) -> Mention | None:
        """The name that is the head of the phrase, or in apposition to it."""
        head = self.parsed.head_of(*span)
        if head is None:
            return None
        tokens = [head]
        for token in tokens:
            tokens.extend(k for k in self.parsed.children(token) if self.parsed.dep[k] in APPOSED)
        inside = [k for k in tokens if span[0] <= self.parsed.starts[k] < span[1]]
        for wanted in ((Label.PER,), (Label.ORG, Label.LOC, Label.MISC)):
            for token in inside:
                mention = self._name_at(token)
                if mention is not None and mention.label in wanted:
                    return mention
        return None

    def _name_at(self, token: int) -> Mention | None:
        """The name that a token lies in."""
        at = bisect_left(self._starts, self.parsed.ends[token]) - 1
        mention = self.mentions[at] if at >= 0 else None
        if mention is None or mention.form is not Form.NAME or mention.actor is None:
            return None
        return mention if self.parsed.starts[token] < mention.end else None

    def _only_owner(self, before: str, mention: Mention, person: bool) -> bool:
        """Whether the words before a name make somebody else the head: "ein Sprecher von", "der Anwalt"."""
        before = self._behind_nouns_of_saying(before)
        town = mention.label is Label.LOC or before.endswith(_FROM)
        if town and _WHERE.search(before):
            return True
        nouns = [word for word in _WORD.findall(before) if word[:1].isupper()]
        cue_nouns = self.parsed.lexicon.cue_nouns
        heads = [word for word in nouns if word not in cue_nouns and word.rpartition("-")[2] not in cue_nouns]
        if not heads:
            return False
        between = _BETWEEN.search(before)
        if person and heads_a_body(self.parsed, before):
            return False
        if between is not None and not (person and self._thing_between(between.group())):
            return True
        text = self.parsed.text[mention.start : mention.end]
        if not person and mention.label is not Label.LOC and before[-1:] in _OPENING:
            return False
        if not person and (
            self._same_body(before, heads[-1], mention) or is_firm(self.parsed, self._tables, heads[-1])
        ):
            return False
        if not person:
            able = self.parsed.lexicon.role(heads[-1]) is not None or self.parsed.lexicon.is_body(heads[-1])
            return able or self._is_seat(before, heads[-1], mention)
        known = self.persons.get(mention.actor or "")
        genitive = known is not None and text not in known.forms
        return genitive and self.parsed.lexicon.role(heads[-1]) is not None

    def _behind_nouns_of_saying(self, before: str) -> str:
        """The words behind the last noun of saying: of "nach Angaben des Hafenchefs" the last two."""
        cue_nouns = self.parsed.lexicon.cue_nouns
        last = next(
            (match.end() for match in reversed([*_WORD.finditer(before)]) if match.group() in cue_nouns), 0
        )
        return before[last:]

    def _is_named_behind(self, before: str, mention: Mention, inside: Sequence[Mention]) -> bool:
        """Whether a name says whose somebody is who is named behind it: "der Nachfolger des im Mai entlassenen Trainers
        Ole Brand, Karl Ohm"."""
        if not _OF.search(before):
            return False
        gaps = (self.parsed.text[mention.end : other.start] for other in inside if other.label is Label.PER)
        return ", " in gaps

    def _owns_the_head(self, mention: Mention, end: int) -> bool:
        """Whether a name in the genitive comes before the noun for who speaks: "Hessens Feuerwehrchef"."""
        text = self.parsed.text[mention.start : mention.end]
        head = _HEAD_BEHIND.match(self.parsed.text[mention.end : end])
        if head is None or not text.endswith(("s", "'", "’")):
            return False
        lexicon = self.parsed.lexicon
        small = ("preposition", "contracted", "conjunction", "determiner", "adverb")
        if any(lexicon.has(word, *small) for word in head.group(1).split()):
            # "Ole Peters vom Institut" is no genitive.
            return False
        return not is_abstract(lexicon, head.group(2))

    def _opens_compound(self, mention: Mention) -> bool:
        """Whether a name in marks is a part of the noun for who speaks: "die „Echo“-Reporterin"."""
        noun = _COMPOUND.match(self.parsed.text, mention.end)
        return noun is not None and self.parsed.lexicon.role(noun.group(1)) is not None

    def _thing_between(self, words: str) -> bool:
        """Whether the genitive before a name is complete, so that the name is who has the role: "Vorsitzende des
        Umweltausschusses Karl Weiss", but not "Anwalt des Angeklagten Karl Weiss"."""
        nouns = [word for word in _WORD.findall(words)[1:] if word[:1].isupper()]
        return bool(nouns) and all(self.parsed.lexicon.role(noun) is None for noun in nouns)

    def _same_body(self, before: str, head: str, mention: Mention) -> bool:
        """Whether a name right behind a noun for a body is that body's: "die Gewerkschaft Erle", not "der Vorstand
        Erles"."""
        if mention.label is not Label.ORG or not before.endswith(f"{head} "):
            return False
        text = self.parsed.text[mention.start : mention.end]
        bare = text[:-1] if text.endswith("s") else ""
        owner = bool(bare) and any(
            self.parsed.text[other.start : other.end] == bare
            for other in self.mentions
            if other.actor == mention.actor
        )
        return self.parsed.lexicon.is_body(head) and not owner

    def _is_seat(self, before: str, head: str, mention: Mention) -> bool:
        """Whether a place right behind a common noun says where that is: "das Tierheim Kiel", not "die Insel Sylt"."""
        if mention.label is not Label.LOC or not before.endswith(f"{head} "):
            return False
        token = self.parsed.parsed_at(mention.start - len(head) - 1)
        common = token is not None and self.parsed.pos[token] == "NOUN"
        low = head.lower()
        body = low not in _PLACES and self._tables.body_noun(head) == low
        return common and (body or not low.endswith(_PLACES))

    def ends_in_place(self, span: Span) -> bool:
        """Whether a phrase ends in the name of a place: "des Frauenhauses Kiel"."""
        at = bisect_left(self._starts, span[1]) - 1
        return at >= 0 and self.mentions[at].end == span[1] and self.mentions[at].label is Label.LOC

    def behind_phrase(self, span: Span) -> Mention | None:
        """The person whose name follows what the phrase says of them: "der Leiter der Klinik" before ", Rolf Tamm,"."""
        gap = _APPOSED.match(self.parsed.text, span[1])
        at = bisect_left(self._starts, span[1])
        while gap is not None and at < len(self.mentions) and self.mentions[at].start < gap.end():
            at += 1
        if gap is None or at == len(self.mentions):
            return None
        mention = self.mentions[at]
        between = self.parsed.text[gap.end() : mention.start].split()
        titles = all(self.parsed.lexicon.role(word) is not None for word in between)
        named = mention.label is Label.PER and mention.form is Form.NAME and titles
        if self.parsed.by_parse and self._acts_beside(mention, span):
            return None
        return mention if named and mention.actor else None

    def _acts_beside(self, mention: Mention, span: Span) -> bool:
        """Whether a name behind a phrase is the subject of another verb: "According to a memo, Ada Lind had left"."""
        name, head = self.parsed.head_of(mention.start, mention.end), self.parsed.head_of(*span)
        if name is None or head is None or self.parsed.dep[name] not in SUBJECTS:
            return False
        if not self.parsed.lexicon.has(self.parsed.low[head], "text"):
            return False
        return (
            self.parsed.governor(name) != self.parsed.governor(head) or self.parsed.dep[head] not in SUBJECTS
        )
