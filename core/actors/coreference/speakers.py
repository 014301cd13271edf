"""Who a speaker phrase refers to: a named actor, a pronoun's person, or a speaker without a name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.actors.coreference.abstract_nouns import is_abstract
from core.actors.coreference.compare_roles import OF_STATE, same_role
from core.actors.coreference.discourse import Discourse
from core.actors.coreference.link import Link
from core.actors.coreference.named_speakers import NamedSpeakers
from core.actors.coreference.names_of_nameless import nominative_phrase, without_genitive_ending
from core.actors.coreference.offices import is_lesser
from core.actors.coreference.pronouns import referent
from core.analysis.analysis import ActorKind, Form, Mention
from core.lexicon.world import Tables, role_stem
from core.parsed_text.relations import NOUN_SUBJECTS
from core.parsed_text.trees import dependent, subtree
from core.text.personal_names import fold
from core.text.spans import Span

_WORD = re.compile(r"\w[\w.'’-]*")
_WORD_WITH_COMMA = re.compile(r"\w[\w.'’-]*,?")
_POINTING_ADVERB = "PAV"
"""The tag of "darauf", where something stands and nobody speaks."""
_BARE_ROLE = 0.8
"""How sure a role without an article is that only one person in the text has."""
_SHORT_OFFICE = 3
"""Words of an office without an article, as headlines have it."""
_AGE_BEHIND = re.compile(r",\s\d{1,3}$")
"""An age that is no part of what somebody is called: "Mum, 34"."""
_COORDINATED = re.compile(r"(?:,\s[\w-]+-)*\s(?:und|oder|sowie)\s[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w'’-]+){0,3}")


_OWNING = {"its": "it", "their": "they", "his": "he", "her": "she"}
"""English words for whose something is, with the pronouns for the owner."""
_SENTENCES_BACK = 2
_SEVERAL_SURE = 0.8
_PEOPLE = frozenset(
    "members people men women children residents officials owners tenants neighbours neighbors relatives families "
    "parents pupils students fans passengers customers workers staff crews scientists researchers".split()
)
"""Plurals for people that may be no roles."""


@dataclass(frozen=True, slots=True)
class UnnamedSpeaker:
    """A speaker without a name, to become an actor: "die Polizei", "Augenzeugen"."""

    key: str
    name: str
    kind: ActorKind
    is_text: bool = False
    """Whether it is something written that speaks: "eine Studie"."""


Referent = str | UnnamedSpeaker | None
"""The key of a known actor, a new nameless one, or nothing."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a speaker phrase refers to, and in which form. The span is that of the reference itself."""

    to: Referent
    form: Form
    span: Span
    confidence: float = 1.0


class SpeakerResolver:
    """Resolves speaker phrases against the mentions of an article; it asks about each phrase once."""

    def __init__(self, discourse: Discourse, described: Mapping[int, Link], tables: Tables) -> None:
        self.discourse = discourse
        self.parsed = discourse.parsed
        self.mentions = discourse.mentions
        self.persons = discourse.persons
        self._tables = tables
        self._described_at = described
        """Descriptions that were linked so far, by where they begin."""
        self._names = NamedSpeakers(discourse, tables)
        self._answers: dict[Span, Reference | None] = {}
        self._last: str | None = None

    def resolve(self, span: Span) -> Reference | None:
        """What the speaker phrase at `span` refers to; None where that cannot be said."""
        if span not in self._answers:
            self._answers[span] = self._resolve(span)
        found = self._answers[span]
        if found is not None and isinstance(found.to, str):
            self._last = found.to
        return found

    def _resolve(self, span: Span) -> Reference | None:
        start, end = span = self._with_coordinated(span)
        text = self.parsed.text[start:end]
        words = _WORD.findall(text)
        if not words:
            return None
        lexicon = self.parsed.lexicon
        low = words[0].lower()
        if len(words) == 1 and lexicon.has(
            low, "person_pronoun", "dative_pronoun", "accusative_pronoun", "owning_pronoun", "pointing"
        ):
            return self._pronoun(span, low)
        if len(words) == 1 and self.parsed.by_parse and lexicon.has(low, "object_pronoun"):
            return self._pronoun(span, low)
        if len(words) == 1 and (
            lexicon.has(low, "subject_pronoun", "relative") or lexicon.sources.get(low) == "alone"
        ):
            if lexicon.has(low, "somebody"):
                return Reference(UnnamedSpeaker(low, low, ActorKind.UNNAMED), Form.NOMINAL, span)
            return (
                Reference(self._last, Form.PRONOUN, span) if self._last and low in lexicon.sources else None
            )
        if len(words) == 1 and self.parsed.tag[self.parsed.token_at(start)] == _POINTING_ADVERB:
            return None
        if len(words) == 2 and lexicon.has(words[1].lower(), "one_more"):
            name = f"{low} {words[1].lower()}"
            return Reference(UnnamedSpeaker(f"{name} {start}", name, ActorKind.UNNAMED), Form.NOMINAL, span)
        named = _by_name(self._names.in_phrase(span)) or self._possessive(words, span)
        if named is not None:
            return named
        return self._described(span)

    def _with_coordinated(self, span: Span) -> Span:
        """A phrase that ends in a cut compound, with the rest: "der Bau-" with " und Umweltdirektor Urs Lind"."""
        rest = _COORDINATED.match(self.parsed.text, span[1]) if self.parsed.text[span[1] - 1] == "-" else None
        return (span[0], rest.end()) if rest else span

    def _pronoun(self, span: Span, low: str) -> Reference | None:
        found = referent(self.discourse, span[0], low)
        if found is None and low == "they" and self.parsed.by_parse:
            return self._several(span)
        return Reference(found[0], Form.PRONOUN, span, found[1]) if found else None

    def _several(self, span: Span) -> Reference | None:
        """The people without a name whom "they" refers to: the subject in the plural of a sentence shortly before."""
        number = self.parsed.sentence_at(span[0])
        for back in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1):
            start, end = self.parsed.sentences[back]
            first, last = self.parsed.token_from(start), self.parsed.token_from(end)
            for token in range(first, last):
                plural = self.parsed.number[token] == "Plur" and self.parsed.pos[token] == "NOUN"
                if plural and self.parsed.dep[token] in NOUN_SUBJECTS and self._are_people(token):
                    phrase = subtree(
                        self.parsed, token, without=("acl:relcl", "appos", "punct", "conj", "cc")
                    )
                    text = self.parsed.text[slice(*self.parsed.span(phrase[0], phrase[-1] + 1))]
                    name = " ".join(text.split())
                    who = UnnamedSpeaker(fold(name), name, ActorKind.UNNAMED)
                    return Reference(who, Form.PRONOUN, span, _SEVERAL_SURE)
        return None

    def _are_people(self, token: int) -> bool:
        """Whether a plural is for people: "firefighters", "members of the choir"."""
        lexicon, low = self.parsed.lexicon, self.parsed.low[token]
        role = lexicon.role(low) or lexicon.role(self.parsed.lemma[token])
        return role is not None or low in _PEOPLE

    def _described(self, span: Span) -> Reference | None:
        """A phrase without a name: a known person by role, or a new speaker."""
        start, end = span
        lexicon = self.parsed.lexicon
        if (owner := self._owner_of_text(span)) is not None:
            return owner
        words = _WORD.findall(_AGE_BEHIND.sub("", self.parsed.text[start:end]))
        core_start = self._core_start(words)
        core = words[core_start:]
        article = words[core_start - 1].lower() if core_start else ""
        if article == "des":
            seated = self._names.ends_in_place(span)
            leading = len(core) > 1 and (seated or lexicon.is_body(without_genitive_ending(core[0])))
            at = 0 if leading else -1
            core[at] = without_genitive_ending(core[at]) if leading or len(core) < 4 else core[at]
        by = ("by", "from", "of") if self.parsed.by_parse else ()  # "a report by the Elm Trust"
        author = any(word in by for word in words[:core_start])
        known = (
            (_by_name(self._names.in_phrase(self._core_span(span, core_start))) if author else None)
            or _by_name(self._names.behind_phrase(span))
            or self._link_of_head(span, core_start)
            or self._by_bare_role(core, span)
            or self._by_bare_body(core, span)
        )
        if known is not None:
            return known
        dated = ("weekday", "month")
        head = next(
            (
                word
                for word in core
                if word[:1].isupper() and not word.endswith("-") and not lexicon.has(word, *dated)
            ),
            None,
        )
        if lexicon.language != "de":
            parsed_head = self.parsed.head_of(*span) if self.parsed.by_parse else None
            known_head = self.parsed.words[parsed_head] if parsed_head is not None else None
            head = next(
                (word for word in core if lexicon.role(word) or lexicon.is_body(word)), head or core[-1]
            )
            head = known_head if known_head in core else head
        if head is None:
            return None
        role = lexicon.role(head)
        sits = self._is_council(article, head)
        written = role is None and not (sits or lexicon.is_body(head))
        is_text = written and self._is_text(span, head)
        if (
            written
            and not is_text
            and is_abstract(self.parsed.lexicon, head)
            and not (article in ("the", "this") and core == [head] and lexicon.has(head, "text"))
            and not words[0].lower().startswith("beide")
        ):
            return None
        span = self._core_span(span, core_start)
        proper = (
            len(core) > 1
            and not self.parsed.by_parse
            and core[0][:1].isupper()
            and core[0].endswith(("e", "en", "es", "er"))
            and not (written and self.parsed.begins_sentence(self.parsed.token_at(span[0])))
            and role is None
            and lexicon.role(core[-1]) is None
        )
        if proper or ((sits or lexicon.is_body(head)) and role is None):
            spelt = self._with_commas(core, span)
            name = " ".join(core) if proper else self._name_of(spelt, article if core_start == 1 else "")
            return Reference(
                UnnamedSpeaker(fold(" ".join(core)), name, ActorKind.ORGANISATION), Form.NOMINAL, span
            )
        nominative = article if core_start == 1 else ""
        first = self.parsed.token_at(span[0])
        if (
            not self.parsed.by_parse
            and self.parsed.begins_sentence(first)
            and self.parsed.pos[first] == "ADJ"
        ):
            core = [core[0].lower(), *core[1:]]
        token = self.parsed.head_of(*span) if lexicon.language == "de" else None
        oblique = token is not None and not lexicon.has(nominative, "nominative")
        shown = nominative_phrase(self.parsed, token, core) if oblique and token is not None else core
        name = self._name_of(shown, nominative)
        speaker = UnnamedSpeaker(fold(" ".join(core)), name, ActorKind.UNNAMED, is_text)
        return Reference(speaker, Form.NOMINAL, span)

    def _with_commas(self, core: Sequence[str], span: Span) -> list[str]:
        """The words of a phrase with the commas of a row in it: "Bündnis aus Ärzten, Eltern und Kirchen"."""
        spelt = [*_WORD_WITH_COMMA.findall(self.parsed.text[slice(*span)].rstrip(","))][-len(core) :]
        return spelt if [word.rstrip(",") for word in spelt] == list(core) else list(core)

    def _owner_of_text(self, span: Span) -> Reference | None:
        """English: whose a text is that speaks, where a pronoun says so: "Its report found …"."""
        first = self.parsed.token_at(span[0])
        head = self.parsed.head_of(*span) if self.parsed.by_parse else None
        low = _OWNING.get(self.parsed.low[first])
        if head is None or low is None or not self.parsed.lexicon.has(self.parsed.low[head], "text"):
            return None
        return self._pronoun(self.parsed.span(first, first + 1), low)

    def _is_text(self, span: Span, head: str) -> bool:
        """Whether the head of a phrase is for something written: "Studie", "Medienberichten"."""
        token = self.parsed.head_of(*span)
        lemma = self.parsed.lemma[token] if token is not None and self.parsed.words[token] == head else head
        return bool(self._tables.classes_of_document(lemma or head))

    def _link_of_head(self, span: Span, core_start: int) -> Reference | None:
        """Whom the description means that the phrase is, past nouns of saying; not one that only hangs on its head."""
        start, end = span
        core = self._core_span(span, core_start)[0] if core_start > 1 else start
        at = next((at for at in range(start, end) if at in self._described_at), None)
        if at is None or self._is_office_of(span):
            return None
        nouns = [word for word in _WORD.findall(self.parsed.text[core:at]) if word[:1].isupper()]
        if not all(self.parsed.lexicon.has(word.lower(), "determiner", "preposition") for word in nouns):
            return None
        link = self._described_at[at]
        return Reference(link.actor, Form.NOMINAL, (min(at, core), end), link.confidence)

    def _is_office_of(self, span: Span) -> bool:
        """English: whether a phrase is for the body of somebody who holds an office: "the mayor's office"."""
        parsed = self.parsed
        head = parsed.head_of(*span) if parsed.by_parse else None
        holder = None if head is None else dependent(parsed, head, "nmod:poss")
        body = head is not None and parsed.lexicon.is_body(parsed.low[head])
        return body and holder is not None and parsed.lexicon.role(parsed.low[holder]) is not None

    def _by_bare_role(self, core: Sequence[str], span: Span) -> Reference | None:
        """For a role without an article, as headlines have it: the one person in the text who has it."""
        if self.parsed.by_parse:
            return self._by_bare_office(core, span)
        role = self.parsed.lexicon.role(core[0])
        if self.parsed.lexicon.language != "de" or len(core) > 1 or role is None or role.kind != "role":
            return None
        if _WORD.match(self.parsed.text, span[0]).group() != core[0]:  # type: ignore[union-attr]
            return None
        stem = role_stem(core[0].rpartition("-")[2])
        named = {
            key: person
            for key, person in self.persons.items()
            if person.named and not is_lesser(self.parsed, core[0], person)
        }
        called = [key for key, person in named.items() if stem in person.called]
        if not called and self._tables.classes_of_role(core[0]) & OF_STATE:
            called = [
                key for key, person in named.items() if any(same_role(stem, other) for other in person.called)
            ]
        return Reference(called[0], Form.NOMINAL, span, _BARE_ROLE) if len(called) == 1 else None

    def _by_bare_body(self, core: Sequence[str], span: Span) -> Reference | None:
        """For a noun for a body without an article in a headline: the one body with a name that the report calls so."""
        first = _WORD.match(self.parsed.text, span[0])
        bare = len(core) == 1 and first is not None and first.group() == core[0]
        if self.parsed.by_parse or not bare or self.parsed.is_running_text(span[0]):
            return None
        low, bodies = core[0].lower(), self.discourse.bodies
        called = [key for key, body in bodies.items() if body.name and low in body.nouns]
        return Reference(called[0], Form.NOMINAL, span, _BARE_ROLE) if len(called) == 1 else None

    def _by_bare_office(self, core: Sequence[str], span: Span) -> Reference | None:
        """The same where the office is the last of a few words without an article: "outgoing UN envoy"."""
        role = self.parsed.lexicon.role(core[-1])
        opens = _WORD.match(self.parsed.text, span[0])
        bare = opens is not None and opens.group() == core[0] and len(core) <= _SHORT_OFFICE
        if not bare or role is None or role.kind != "role":
            return None
        stem = role_stem(core[-1])
        called = [
            key
            for key, person in self.persons.items()
            if person.named and any(other == stem for other in person.called)
        ]
        return Reference(called[0], Form.NOMINAL, span, _BARE_ROLE) if len(called) == 1 else None

    def _possessive(self, words: Sequence[str], span: Span) -> Reference | None:
        """ "seinen Angaben zufolge": the person whose words they are."""
        low = words[0].lower()
        gender = "m" if low.startswith("sein") else "f" if low.startswith("ihr") else None
        lexicon = self.parsed.lexicon
        if gender is None or not (
            lexicon.has(low, "determiner") if len(words) == 1 else is_abstract(self.parsed.lexicon, words[1])
        ):
            return None
        actor = self.discourse.antecedent(span[0], gender)
        if actor is None or (gender == "f" and self.persons[actor].gender != "f"):
            return None
        at = self.parsed.text.index(words[0], span[0])
        return Reference(actor, Form.PRONOUN, (at, at + len(words[0])))

    def _core_start(self, words: Sequence[str]) -> int:
        """Index of the first word behind articles and nouns of saying: of "Angaben der Polizei" that of Polizei."""
        lexicon = self.parsed.lexicon
        at = (
            1
            if lexicon.has(words[0].lower(), "determiner", "contracted", "preposition") and len(words) > 1
            else 0
        )
        sits = at == 1 and self._is_council(words[0], words[1])
        while (
            not sits
            and at < len(words) - 1
            and (words[at] in lexicon.cue_nouns or lexicon.has(words[at], "abstract"))
        ):
            at += 1
            while at < len(words) - 1 and lexicon.has(words[at].lower(), "determiner", "preposition"):
                at += 1
        return at

    def _is_council(self, article: str, noun: str) -> bool:
        """Whether a noun for a body that is also one for a statement is the body: "der Rat", not "ihr Rat"."""
        return (
            self.parsed.lexicon.has(article.lower(), "definite") and noun.lower() in self._tables.bodies_alone
        )

    def _core_span(self, span: Span, core_start: int) -> Span:
        """The part of a phrase without nouns of saying before it; a single article stays."""
        if core_start <= 1:
            return span
        starts = [match.start() for match in _WORD.finditer(self.parsed.text, *span)]
        return starts[core_start], span[1]

    def _name_of(self, core: Sequence[str], article: str) -> str:
        """What to call a speaker without a name: its words, with the article where that is in the nominative."""
        joined = " ".join(core)
        role = self.parsed.lexicon.role(core[0])
        masculine = role is not None and role.gender == "m"
        if article == "der" and not masculine:
            return joined
        return f"{article} {joined}" if self.parsed.lexicon.has(article, "nominative") else joined


def _by_name(mention: Mention | None) -> Reference | None:
    return Reference(mention.actor, Form.NAME, mention.span) if mention is not None else None
