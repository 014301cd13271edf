"""Which body a description means: "der Konzern", "seine Partei", "die Behörde"."""

import re
from collections import Counter
from collections.abc import Sequence

from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Body, Discourse
from core.actors.coreference.link import CLASS, TOPIC, Link, one_of
from core.actors.coreference.surroundings import Surroundings
from core.analysis.analysis import Form
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText

BY_TOPIC = frozenset(
    ("company", "bank", "fund", "club", "association", "union", "institute", "media", "stage", "authority")
)
"""Classes of bodies whose nouns may be said of a body of which nothing else is known."""
_OFTEN, _CLEARLY = 2, 2
"""How often a body must have been named to be what a report is about, and how many times as often as the next."""
_SAY_IT = frozenset(("union", "authority"))
"""Classes whose bodies say in their names what they are, but for those of one word: "Verdi", "BSI"."""
_DISTINCT = frozenset(("authority", "council", "court", "forces", "justice", "police", "school"))
"""Classes of which each noun is for another body: a "Landtag" is no "Stadtrat", and neither is a "Kongress"."""
_BY_THEIR_NOUN = _DISTINCT | {"institute"}
"""English: classes of which "the university" means one that is called so before a college."""

_TRADE = 4
"""Letters by which a noun for a firm is known again in a name."""
_SHORT = 3
"""Letters of words in names that say nothing."""


def _may_be_said_of(body: Body, classes: frozenset[str]) -> bool:
    """Whether a noun of some classes may be said of a body of which nothing else is known."""
    one_word = body.name[:1].isupper() and body.name.isalnum()
    return not body.classes and bool(classes) and classes <= BY_TOPIC and (one_word or not classes <= _SAY_IT)


def _is_open_to(body: Body, classes: frozenset[str]) -> bool:
    return bool(body.classes & classes) or _may_be_said_of(body, classes)


class BodyLinker:
    """Links descriptions, in text order, to bodies known so far."""

    def __init__(
        self, parsed: ParsedText, tables: Tables, discourse: Discourse, around: Surroundings
    ) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self._around = around

    def link(self, found: Description) -> Link | None:
        """The body that a noun means: one whose name or noun goes with it, else the one the paragraph is about."""
        if found.owner:
            own = self._body_of_owner(found)
            if own is not None or self._parsed.by_parse:
                return own  # "her side" is hardly the one that was spoken of last
        several = self._tables.body_genders.get(found.noun) == "p"
        if found.complement or several or self._discourse.is_said(found.start):
            return None
        bodies = self._discourse.bodies
        classes = self._classes(found)
        without = self._around.excluded(found, clause=True)
        start = self._around.start_of_block(found)
        ranked = [key for key in self._discourse.bodies_before(found.start) if bodies[key].name]
        open_to_it = [key for key in ranked if key not in without]
        known = self._kept_to_noun(found, classes, open_to_it)
        if found.compound:
            loose = self._is_loose(found) or self._parsed.lexicon.has(found.noun, "firm_figure")
            known = [key for key in known if loose or self._goes_by_compound(found, bodies[key])]
        near = [
            key
            for key in open_to_it
            if any(mention.actor == key for mention in self._discourse.between(start, found.start))
        ]
        topic = self._leading(near, start, found.start) or next(iter(near), None)
        if known and topic is not None and self._outweighs(topic, known[0], found) and classes & BY_TOPIC:
            return Link(topic, TOPIC)
        only = self._parsed.by_parse and len(known) == 1
        if known and (
            only
            or topic is None
            or not _may_be_said_of(bodies[topic], classes)
            or self._around.is_near(found, known[0])
        ):
            return one_of(known, CLASS)
        loose_topic = not found.compound or self._is_loose(found)
        if not loose_topic and "company" in classes and found.noun not in self._tables.bodies_special:
            # "der Spielzeug-Riese": a company by what it makes
            loose_topic = not known and len(near) == 1 and topic == ranked[0]
        if topic is None and not known:
            topic = self._told_of(found, ranked) if loose_topic else None
            below = self._elsewhere(found, ranked, open_to_it, loose_topic) if topic is None else None
            if below is not None:
                bodies[below].classes |= classes
                return Link(below, TOPIC)
        if topic is None or not loose_topic or not _may_be_said_of(bodies[topic], classes):
            return None
        bodies[topic].classes |= classes
        return Link(topic, TOPIC)

    def _leading(self, near: Sequence[str], start: int, end: int) -> str | None:
        """English: of the bodies named in the last sentence that names any, the one that is its main subject."""
        named = [each for each in self._discourse.between(start, end) if each.actor in near]
        if not (self._parsed.by_parse and named):
            return None
        last = self._parsed.sentence_at(named[-1].start)
        leads = {
            each.actor
            for each in named
            if self._parsed.sentence_at(each.start) == last and self._around.leads_at(each.span)
        }
        return next(iter(leads)) if len(leads) == 1 else None

    def _classes(self, found: Description) -> frozenset[str]:
        """The classes of a noun; in English of two words, where the table has both as one: "civicbody"."""
        noun = found.compound if self._parsed.by_parse and found.compound else found.noun
        return self._tables.classes_of_body(noun)

    def _is_loose(self, found: Description) -> bool:
        """Whether what comes before a noun says nothing of which body it is: "Mutterkonzern", "the civic body"."""
        first = found.compound.removesuffix(found.noun)
        return self._parsed.lexicon.has(first, "any_body") or self._is_kind(found)

    def _is_kind(self, found: Description) -> bool:
        """Whether two English words say of what kind a body is, and not which one: "the civic body"."""
        return self._parsed.by_parse and found.compound in self._tables.body_classes

    def _goes_by_compound(self, found: Description, body: Body) -> bool:
        """Whether the text has the noun of a description for a body, or in English what comes before it in a name or
        beside one: "the rail union" of the Rail Workers' Union."""
        if any(found.compound.startswith(noun) for noun in body.nouns):
            return True
        first = found.compound.removesuffix(found.noun)
        beside = [noun for noun in body.nouns if noun not in self._tables.body_classes]
        words = [word for word in re.findall(r"\w+", body.name.lower()) if len(word) > _SHORT]
        return self._parsed.by_parse and any(
            each.startswith(first) or first.endswith(each.removesuffix("s")) for each in (*beside, *words)
        )

    def _kept_to_noun(self, found: Description, classes: frozenset[str], keys: Sequence[str]) -> list[str]:
        """The bodies that a noun may mean; of schools and the like those that are called by it, if there is one, and of
        firms in English the one with a name of that trade: "the steelmaker" of Tarn Steel."""
        bodies = self._discourse.bodies
        known = [key for key in keys if self._may_be(found, bodies[key], classes)]
        if self._parsed.by_parse and self._parsed.lexicon.has(found.noun, "trade_noun"):
            trade = found.noun[:_TRADE]
            named = [key for key in keys if trade in bodies[key].name.lower()]
            if len(named) == 1 and _is_open_to(bodies[named[0]], classes):
                return named
        if not (self._parsed.by_parse and (classes <= _BY_THEIR_NOUN or len(classes) > 1)):
            return known
        return [key for key in known if found.noun in bodies[key].nouns] or known

    def _told_of(self, found: Description, ranked: list[str]) -> str | None:
        """The one body of no known kind named before a description, or named much more often than others."""
        if not self._parsed.by_parse and self._tables.classes_of_body(found.noun) <= _SAY_IT:
            return None  # "die Gewerkschaft": a firm named before is none.
        bodies = self._discourse.bodies
        often = Counter(mention.actor for mention in self._discourse.between(0, found.start))
        open_to_it = sorted((key for key in ranked if not bodies[key].classes), key=lambda key: -often[key])
        if not open_to_it:
            return None
        clear = len(open_to_it) == 1 or often[open_to_it[0]] >= _CLEARLY * often[open_to_it[1]]
        alone = self._parsed.by_parse and len(ranked) == 1  # No other body has been named at all.
        alone = alone and "company" in self._tables.classes_of_body(found.noun)
        return open_to_it[0] if clear and (alone or often[open_to_it[0]] >= _OFTEN) else None

    def _elsewhere(
        self, found: Description, ranked: list[str], open_to_it: list[str], loose: bool
    ) -> str | None:
        """English: the body of no known kind that a description takes up though it is not named in its paragraph."""
        classes = self._classes(found)
        below = self._opens_below(found, ranked, classes)
        firm = below is None and loose and "company" in classes
        return self._only_firm(open_to_it) if firm else below

    def _only_firm(self, keys: Sequence[str]) -> str | None:
        """English: the one body of no known kind whose name of two words or more is a firm's, by its end or a sign:
        "Elm Valley Power", "Hale & Orme"."""
        firms = []
        for key in keys if self._parsed.by_parse else ():
            words = self._discourse.bodies[key].name.lower().split()
            named = "&" in words or self._parsed.lexicon.has(words[-1], "firm_ending")
            if len(words) > 1 and named and not self._discourse.bodies[key].classes:
                firms.append(key)
        return firms[0] if len(firms) == 1 else None

    def _opens_below(self, found: Description, ranked: list[str], classes: frozenset[str]) -> str | None:
        """English: for a description that opens a paragraph, the one body of no known kind that is the subject in the
        one above, "Helvar said it would recall vans", then "The carmaker …"; for a company the only one named there."""
        start, number = self._around.start_of_block(found), self._parsed.block_at(found.start)
        opens = found.start == start and self._around.leads(found)
        if not (self._parsed.by_parse and number and opens):
            return None
        above = self._parsed.blocks[number - 1]
        bodies = self._discourse.bodies
        told = [
            each
            for each in self._discourse.between(above.start, above.end)
            if each.actor in ranked and _is_open_to(bodies[each.actor or ""], classes)
        ]
        subjects = {each.actor for each in told if self._discourse.is_subject(each)}
        only = subjects or ({each.actor for each in told} if "company" in classes else set())
        return next(iter(only)) if len(only) == 1 else None

    def _may_be(self, found: Description, body: Body, classes: frozenset[str]) -> bool:
        """Whether a body is of a noun's classes, and goes by no other noun of them that is for something else."""
        lexicon, shared = self._parsed.lexicon, classes & body.classes
        if self._parsed.by_parse and not found.compound and found.noun in body.nouns:
            return True
        if not shared or not shared <= _DISTINCT or lexicon.has(found.noun, "common_body"):
            return bool(shared)
        nouns = [noun for noun in body.nouns if self._tables.classes_of_body(noun) & classes]
        return not nouns or any(
            noun.removesuffix("s").endswith((found.noun, found.compound or found.noun))
            or found.noun.endswith(noun)
            or lexicon.has(noun, "common_body")
            for noun in nouns
        )

    def _outweighs(self, topic: str, known: str, found: Description) -> bool:
        """Whether of two bodies last named in one sentence the first is its subject, of a kind not told, and the other
        only an object: "Norlicht kauft den Hersteller Sonnwerk. Der Konzern …"."""
        if topic == known or self._discourse.bodies[topic].classes or found.compound:
            return False
        last = {
            mention.actor: mention
            for mention in self._discourse.between(self._around.start_of_block(found), found.start)
            if mention.actor in (topic, known)
        }
        if len(last) < 2:
            return False
        at = {self._parsed.sentence_at(mention.start) for mention in last.values()}
        subject = self._discourse.is_subject
        below = self._parsed.by_parse and not self._around.leads_at(last[known].span)
        return len(at) == 1 and subject(last[topic]) and (below or not subject(last[known]))

    def _body_of_owner(self, found: Description) -> Link | None:
        """For "seine Partei", "ihr Verein": the body of that kind that the owner belongs to."""
        owner = self._discourse.antecedent(found.start, found.owner)
        if owner is None:
            return None
        classes = self._tables.classes_of_body(found.noun)
        belongs = self._discourse.persons[owner].belongs
        own = [
            key
            for key, body in self._discourse.bodies.items()
            if body.name in belongs and self._fits(key, classes)
        ]
        if self._parsed.by_parse:
            own = own or [key for key in self._described_by(owner, found.start) if self._fits(key, classes)]
        return Link(own[0], CLASS) if len(own) == 1 else None

    def _fits(self, key: str, classes: frozenset[str]) -> bool:
        body = self._discourse.bodies[key]
        return bool(body.classes & classes) or not body.classes

    def _described_by(self, owner: str, start: int) -> list[str]:
        """The bodies named in descriptions of somebody: "the Corby manager"."""
        before = self._discourse.between(0, start)
        spans = [each.span for each in before if each.actor == owner and each.form is Form.NOMINAL]
        named = (
            each.actor or ""
            for each in before
            if each.form is Form.NAME and any(first <= each.start < end for first, end in spans)
        )
        return [key for key in dict.fromkeys(named) if key in self._discourse.bodies]
