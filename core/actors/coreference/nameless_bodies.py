"""Bodies without a name, each by its noun and by what is told of it: "die russische Armee", "die Polizei in Kiel"."""

import re
from dataclasses import dataclass

from core.actors.coreference.description import Description
from core.actors.coreference.discourse import Body, Discourse
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import fold
from core.text.spans import Span

_WHERE = re.compile(r"\s(?:in|von|der|des|aus)\s(?:der\s|den\s)?(?=[A-ZÄÖÜ])")
"""What comes between a body's noun and the place or body it is of."""


@dataclass(slots=True)
class _Nameless:
    key: str
    noun: str
    classes: frozenset[str]
    told: frozenset[str]
    """The places and states of which the text says that it is theirs."""
    last: int
    """Where it was last mentioned."""


class NamelessBodies:
    """Tells which body without a name a description means, and introduces those that are new."""

    def __init__(self, parsed: ParsedText, tables: Tables, discourse: Discourse) -> None:
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self._known: list[_Nameless] = []
        self._names = {
            mention.start: parsed.text[mention.start : mention.end]
            for mention in discourse.mentions
            if mention.form is Form.NAME and mention.label in (Label.LOC, Label.ORG)
        }

    def meant_by(self, found: Description) -> str:
        """The key of the body that a description means, the latest where there are several.

        A general noun may mean one by a longer noun: "das Ministerium" the Innenministerium that was spoken of before.
        """
        noun, told = found.compound or found.noun, self._told(found)
        same = [each for each in self._known if each.noun == fold(noun)] or self._by_other_noun(
            noun, found.start
        )
        open_to_it = [each for each in same if not each.told or not told or each.told & told]
        equal = [each for each in open_to_it if each.told == told]
        meant = next(iter((equal or open_to_it)[::-1]), None)
        if meant is not None:
            meant.told |= told
            meant.last = found.start
            self._known.remove(meant)
            self._known.append(meant)
            if (gender := self._tables.body_genders.get(found.noun)) is not None:
                self._discourse.bodies[meant.key].gender = gender  # By the noun used last a pronoun follows.
            return meant.key
        key = " ".join(["n" + fold(noun), *(sorted(told) if same else ())])
        self._known.append(_Nameless(key, fold(noun), self._tables.classes_of_body(noun), told, found.start))
        self._discourse.bodies.setdefault(key, Body(gender=self._tables.body_genders.get(found.noun)))
        return key

    def classes_of(self, mention: Mention) -> frozenset[str]:
        """The classes of the noun for a body, its genitive heeded: "des Landtags"."""
        noun = self._parsed.text[mention.start : mention.end].split()[-1]
        base = None if self._parsed.by_parse else self._tables.body_noun(noun)
        return self._tables.classes_of_body(base or noun)

    def take_in(self, key: str, span: Span) -> None:
        """Let descriptions mean a body that only what it says has introduced: "laut Bauamt", then "die Behörde"."""
        if any(each.key == key for each in self._known):
            return
        noun = self._parsed.text[slice(*span)].split()[-1].removesuffix("s")
        if self._tables.body_noun(noun) is not None:
            classes = self._tables.classes_of_body(noun)
            self._known.append(_Nameless(key, fold(noun), classes, frozenset(), span[0]))

    def _by_other_noun(self, noun: str, start: int) -> list[_Nameless]:
        """The one body that goes by a longer noun with this at its end, or that a general noun may mean; of several the
        only one in this paragraph, or in the sentence before."""
        classes = self._tables.classes_of_body(noun)
        general = self._parsed.lexicon.has(noun.lower(), "general_body")
        meant = [
            each
            for each in self._known
            if each.noun.endswith(fold(noun)) or (general and each.classes & classes)
        ]
        block = self._parsed.block_at(start)
        here = [each for each in meant if self._parsed.block_at(each.last) == block]
        sentence = self._parsed.sentence_at(start)
        just = [each for each in here if self._parsed.sentence_at(each.last) == sentence - 1]
        return next((each for each in (meant, here, just) if len(each) == 1), [])

    def _told(self, found: Description) -> frozenset[str]:
        """Whose body it is, as far as the phrase says: states, the place in an adjective, the name behind it."""
        words = self._parsed.text[found.start : found.end].split()[1:-1]
        places = {
            fold(word).removesuffix("er") for word in words if word[:1].isupper() and word.endswith("er")
        }
        where = _WHERE.match(self._parsed.text, found.end)
        name = self._names.get(where.end()) if where else None
        if name is not None:
            places.add(self._tables.country(name) or fold(name))
        return frozenset(places | found.countries)
