"""All that refers to somebody and is no name, in text order: descriptions, pronouns, and the phrases of speakers."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from core.actors.coreference.bare_offices import holders_of_bare_offices
from core.actors.coreference.compare_roles import same_role
from core.actors.coreference.description import Description
from core.actors.coreference.descriptions_by_parse import descriptions_by_parse
from core.actors.coreference.discourse import Body, Discourse
from core.actors.coreference.find_descriptions import descriptions, owned_descriptions
from core.actors.coreference.gather import Gatherer
from core.actors.coreference.leads import named_below, only_ones, others_named_below
from core.actors.coreference.link import Link
from core.actors.coreference.link_bodies import BY_TOPIC
from core.actors.coreference.link_descriptions import DescriptionLinker
from core.actors.coreference.link_places import PlaceLinker
from core.actors.coreference.nameless_bodies import NamelessBodies
from core.actors.coreference.names_of_nameless import leads_and_tells, name_of_unnamed
from core.actors.coreference.offices import Offices
from core.actors.coreference.pronouns import CLEAR, learn_gender, subject_pronouns
from core.actors.coreference.revealed import told_below
from core.actors.coreference.same_person import Described, Question, SamePerson
from core.actors.coreference.speakers import Reference, SpeakerResolver, UnnamedSpeaker
from core.actors.coreference.told_of_them import learn_what_is_told, tells_of
from core.analysis.analysis import Actor, ActorKind, Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span

_READ = {"Masc": "m", "Fem": "f", "Neut": "n"}
NAMED_LATER = 0.8
"""How sure it is that somebody named is the one whose office was spoken of before."""
_INSTITUTIONS = frozenset("authority council court forces government justice management police town".split())
"""Classes of bodies that are actors wherever they are spoken of."""
_DESCRIPTION, _PRONOUN, _SPEAKER = range(3)
"""In which order what ends at the same place is read."""


def _descriptions(
    parsed: ParsedText, tables: Tables, discourse: Discourse, starts: Collection[int]
) -> Iterator[Description]:
    if parsed.by_parse:
        yield from descriptions_by_parse(parsed, tables, discourse.mentions, starts)
        return
    yield from descriptions(parsed, tables, discourse.mentions, starts)
    yield from owned_descriptions(parsed, tables, discourse.mentions)


class References:
    """Who each speaker is, the mentions that are not names, and the actors that have no name.

    People and bodies without a name can be referred to from where they are introduced; they are actors if they speak,
    act, or are described more than once, and then all that refers to them is kept.
    """

    def __init__(
        self, parsed: ParsedText, tables: Tables, discourse: Discourse, speakers: Sequence[Sequence[Span]]
    ) -> None:
        self.actors: dict[str, Actor] = {}
        """The actors without a name, by key."""
        self.answers: list[str | None] = [None] * len(speakers)
        """The key of each speaker's actor."""
        self._parsed = parsed
        self._tables = tables
        self._discourse = discourse
        self._described: dict[int, Link] = {}
        self._linker = DescriptionLinker(parsed, tables, discourse)
        self._offices = Offices(parsed, tables, discourse)
        self._places = PlaceLinker(parsed, tables, discourse)
        self._resolver = SpeakerResolver(discourse, self._described, tables)
        self._found: dict[Span, Mention] = {}
        self._bodies = NamelessBodies(parsed, tables, discourse)
        self._acting: set[str] = set()  # The keys of groups that act.
        self._texts: set[str] = set()
        """The keys of texts that speak: "eine Studie"."""
        self._namesakes: dict[frozenset[str], bool] = {}
        """Whether the text names a body that nouns of these classes may be said of."""
        self._speakers = [spans[0] if spans else None for spans in speakers]
        self._speaking = {span for span in self._speakers if span is not None}
        self._same = SamePerson(parsed, tables, discourse)
        self._read: list[Described] = []
        starts = {start for start, _ in self._speaking}
        events: list[tuple[int, int, int, Description | Span]] = [
            (each.end, _DESCRIPTION, each.start, each)
            for each in _descriptions(parsed, tables, discourse, starts)
        ]
        events += [(span[1], _PRONOUN, span[0], span) for span in subject_pronouns(parsed)]
        events += [(spans[0][1], _SPEAKER, k, spans[0]) for k, spans in enumerate(speakers) if spans]
        for _, kind, number, what in sorted(events, key=lambda event: event[:3]):
            if isinstance(what, Description):
                self._describe(what, what.start in starts)
            elif kind == _PRONOUN:
                self._note_pronoun(what)
            else:
                self.answers[number] = self._answer(what)
        asked = zip(self._speakers, self.answers, strict=True)
        self._spoken = sorted((span, answer) for span, answer in asked if span and answer)
        """The words for those who speak, with their keys, in text order, as long as the nameless are nobody else."""
        self._name_the_nameless()
        self._linker.roles.settle(self._same, self._spoken)
        self._gather()
        self.mentions = self._kept()
        self.pronouns = [each for each in self._found.values() if each.form is Form.PRONOUN]
        """All that refer to somebody, those among them that are no mentions."""

    def _describe(self, found: Description, speaking: bool) -> None:
        place = None if found.person else self._places.link(found)
        if found.place and place is None:
            return
        link = place or self._linker.link(found, speaking)
        if link is not None:
            self._described[found.start] = link
            person = found.person and link.actor not in self._discourse.bodies
            ours = found.owner == "" and not self._parsed.lexicon.has(found.noun.lower(), "client")
            if person and not (found.of_the_last or ours):
                self._read.append(Described(found, speaking, link.actor))
            label = Label.PER if person else Label.LOC if place else Label.ORG
            self._note(Mention(*found.span, label, Form.NOMINAL, link.actor, confidence=link.confidence))
        elif found.owner is None:
            self._note(Mention(*found.span, Label.ORG, Form.NOMINAL, self._bodies.meant_by(found)))

    def _note_pronoun(self, span: Span) -> None:
        if self._discourse.is_said(span[0]):
            return
        reference = self._resolver.resolve(span)
        if reference is not None and isinstance(reference.to, str):
            self._note(self._mention(reference, reference.to))
            person = self._discourse.persons.get(reference.to)
            if person is not None:
                learn_what_is_told(self._parsed, self._tables, person, span, reference.confidence)
            if person is not None and self._parsed.by_parse and reference.confidence >= CLEAR:
                learn_gender(self._discourse, reference.to, span)

    def _answer(self, span: Span) -> str | None:
        """The key of who speaks, and the mention noted that says so."""
        reference = self._resolver.resolve(span)
        if reference is None or reference.to is None:
            return None
        target = reference.to
        if isinstance(target, UnnamedSpeaker) and not target.is_text:
            described_body = self._body_at(reference.span[0])
            if described_body is not None and described_body.actor is not None:
                target = described_body.actor
                if self._parsed.text[described_body.end + 1 : described_body.end + 2].isupper():
                    # A noun that is right behind another is no part of its phrase.
                    return target
        if isinstance(target, UnnamedSpeaker):
            key = "n" + target.key
            self.actors.setdefault(key, Actor(key, target.name, target.kind))
            if target.is_text:
                self._texts.add(key)
            self._discourse.bodies.setdefault(key, Body(gender=self._gender_of(reference.span)))
            if target.kind is ActorKind.ORGANISATION:
                self._bodies.take_in(key, reference.span)
            target = key
        if reference.form is Form.NAME:
            return target
        mention = self._mention(reference, target)
        described = [at for at in range(*reference.span) if at in self._described]
        own = described and described[0] == mention.start and self._is_unnamed(target)
        new = described and described[0] != mention.start and isinstance(reference.to, UnnamedSpeaker)
        if described and not (own or new):
            return target
        same = [
            span for span, other in self._found.items() if span[0] == mention.start and other.actor == target
        ]
        for span in same:
            mention = replace(mention, confidence=self._found.pop(span).confidence)
        if same:
            self._found[mention.span] = mention
        else:
            self._note(mention)
        return target

    def _body_at(self, start: int) -> Mention | None:
        """The description of a body without a name that begins at an offset."""
        return next(
            (
                mention
                for span, mention in self._found.items()
                if span[0] == start and mention.label is Label.ORG and (mention.actor or "").startswith("n")
            ),
            None,
        )

    def _mention(self, reference: Reference, actor: str) -> Mention:
        person = actor in self._discourse.persons
        if actor in self.actors:
            person = self.actors[actor].kind is ActorKind.UNNAMED
        label = Label.MISC if actor in self._texts else Label.PER if person else Label.ORG
        return Mention(*reference.span, label, reference.form, actor, confidence=reference.confidence)

    def _note(self, mention: Mention) -> None:
        if mention.span not in self._found:
            self._discourse.note(mention)
        self._found[mention.span] = mention

    def _gender_of(self, span: Span) -> str | None:
        head = self._parsed.head_of(*span)
        if head is None:
            return None
        if self._parsed.number[head] == "Plur":
            return "p"
        return _READ.get(self._parsed.gender[head]) or ("n" if self._parsed.by_parse else None)

    def _is_unnamed(self, actor: str) -> bool:
        person = self._discourse.persons.get(actor)
        return person is not None and not person.named

    def _name_the_nameless(self) -> None:
        """Give what is said of somebody without a name to the one whom the text names: whose office it is, who is named
        below, or who most likely is meant."""
        persons = self._discourse.persons
        new = frozenset() if self._parsed.by_parse else self._new_speakers()
        meant = self._by_office(new)
        meant = {**self._named_below(new), **meant}
        if self._parsed.by_parse:
            for key, holder in meant.items():
                persons[holder].described_as = persons[holder].described_as or persons[key].described_as
                persons[holder].age = persons[holder].age or persons[key].age
        else:
            meant |= only_ones(self._parsed, self._discourse, self._found.values(), meant)
        sure = dict.fromkeys(meant, NAMED_LATER)
        left = [
            each
            for each in self._read
            if self._is_unnamed(each.actor) and each.actor not in meant and each.actor not in new
        ]
        for key, (holder, likely) in self._same.meant(left, self._spoken).items():
            meant[key], sure[key] = holder, likely
        if not self._parsed.by_parse:
            meant = {
                key: holder for key, holder in meant.items() if not tells_of(self._discourse, key, holder)
            }
            sure = {key: sure[key] for key in meant}
        bare = holders_of_bare_offices(self._parsed, self.actors, self._found.values(), self._read, meant)
        meant |= bare
        sure |= dict.fromkeys(bare, NAMED_LATER)
        for key in meant.keys() & persons.keys() if not self._parsed.by_parse else ():
            named = persons[meant[key]]
            named.age = named.age or persons[key].age
            if sure[key] >= NAMED_LATER:
                named.described_as = named.described_as or persons[key].described_as
        for span, mention in self._found.items():
            if mention.actor in meant:
                confidence = min(mention.confidence, sure[mention.actor])
                self._found[span] = replace(mention, actor=meant[mention.actor], confidence=confidence)
        self.answers = [meant.get(answer or "", answer) for answer in self.answers]

    def _new_speakers(self) -> frozenset[str]:
        """People introduced without a name because they say something: "sagte eine Sprecherin". The text would name
        them there if it named them at all, unless it names somebody who has the same office of the same body."""
        named = [person for person in self._discourse.persons.values() if person.named]
        return frozenset(
            each.actor
            for each in self._read
            if each.speaks and not each.found.definite
            if not any(self._offices.is_of_same(each.found, person) for person in named)
        )

    def _by_office(self, new: frozenset[str]) -> dict[str, str]:
        """Whom those without a name are whose office only one person holds, named only later; no `new` speaker is one
        of these."""
        persons = self._discourse.persons
        named = {key: person for key, person in persons.items() if person.named}
        first = {
            key: mention.start for mention in reversed(self._discourse.mentions) if (key := mention.actor)
        }
        offices: dict[str, list[str]] = {}
        for key, person in named.items():
            for office in person.called:
                offices.setdefault(office, []).append(key)
        introduced: dict[str, int] = {}
        for span, mention in self._found.items():
            introduced[mention.actor or ""] = min(span[0], introduced.get(mention.actor or "", span[0]))
        meant: dict[str, str] = {}
        for key, person in persons.items():
            if person.named or person.general or key not in introduced:
                continue
            known = self._parsed.by_parse and person.taken_as_known
            same = {
                holder
                for one in person.called
                for office, holders in offices.items()
                if same_role(one, office) and len(one) <= len(office)
                for holder in holders
                if persons[holder].gender == person.gender or (known and not person.gender)
            }
            holder = next(iter(same), "")
            ahead = introduced[key] < first.get(holder, 0)
            if len(same) == 1 and (person.taken_as_known or (ahead and not person.owned and key not in new)):
                meant[key] = holder
        return meant

    def questions(self) -> list[Question]:
        """All descriptions of people as questions of whom they mean, those included that the rules have linked."""
        return self._same.questions(self._read, self._spoken)

    def _named_below(self, new: frozenset[str]) -> dict[str, str]:
        """For people without a name whom the report opens with, who they are; in German not for `new` speakers."""
        persons = self._discourse.persons
        introduced: dict[str, Mention] = {}
        for mention in sorted(self._found.values()):
            person = persons.get(mention.actor or "")
            if person is not None and not person.named and mention.form is Form.NOMINAL:
                introduced.setdefault(mention.actor or "", mention)
        if self._parsed.by_parse:
            below = named_below(self._parsed, self._discourse, introduced, self._offices.sides)
            return below | others_named_below(self._parsed, self._discourse, introduced, below)
        for key in new:
            introduced.pop(key, None)
        speaking = {answer for answer in self.answers if answer is not None}
        return told_below(self._parsed, self._discourse, introduced, speaking)

    def _gather(self) -> None:
        """Take in every other mention of those without a name who speak."""
        if not self._parsed.has_parse or self._parsed.by_parse:
            return
        speaking = {answer for answer in self.answers if answer is not None and answer.startswith("n")}
        gatherer = Gatherer(self._parsed, self._tables, self._discourse.mentions, self._found)
        gatherer.learn(
            [mention for mention in self._found.values() if mention.actor in speaking],
            self._discourse.persons,
        )
        self._acting.update(gatherer.learn_groups(self._discourse.is_said))
        for mention in gatherer.gather(self._discourse.is_said):
            self._found[mention.span] = mention
        self.answers = [gatherer.same.get(answer or "", answer) for answer in self.answers]
        for span, mention in self._found.items():
            if mention.actor in gatherer.same:
                self._found[span] = replace(mention, actor=gatherer.same[mention.actor])
        self._rename(speaking)

    def _rename(self, keys: set[str]) -> None:
        """Show those who were first mentioned in another case by a mention in the nominative, if there is one."""
        for key in keys & self.actors.keys():
            mine = sorted(mention for mention in self._found.values() if mention.actor == key)
            leading = [each for each in mine if leads_and_tells(self._parsed, each)]
            if leading and leading[0] != mine[0]:
                self.actors[key] = replace(self.actors[key], name=name_of_unnamed(self._parsed, leading))

    def _nameless_actors(self) -> set[str]:
        """Whoever speaks, is described twice, or is the subject of a sentence; no body that may be one with a name."""
        found = {answer for answer in self.answers if answer is not None} | self._acting
        described = Counter(mention.actor for mention in self._found.values() if mention.form is Form.NOMINAL)
        for mention in self._found.values():
            actor = mention.actor or ""
            if mention.form is not Form.NOMINAL or self._may_have_a_name(mention):
                continue
            if (
                described[mention.actor] > 1
                or self._discourse.is_subject(mention)
                or self._is_institution(mention)
            ):
                found.add(actor)
        return found

    def _is_institution(self, mention: Mention) -> bool:
        """Whether a noun is for one of those who govern, judge or run things, so that one mention makes it an actor.

        Without a parse none is, for then articles may belong to other words.
        """
        if not self._parsed.has_parse:
            return False
        return mention.label is Label.ORG and bool(self._bodies.classes_of(mention) & _INSTITUTIONS)

    def _may_have_a_name(self, mention: Mention) -> bool:
        """Whether a noun for a body may as well be said of one that the text names."""
        if mention.label is not Label.ORG:
            return False
        classes = self._bodies.classes_of(mention)
        if classes not in self._namesakes:
            loose = bool(classes & BY_TOPIC) and not classes & _INSTITUTIONS
            self._namesakes[classes] = any(
                body.classes & classes or (loose and not body.classes)
                for key, body in self._discourse.bodies.items()
                if not key.startswith("n")
            )
        return self._namesakes[classes]

    def _kept(self) -> list[Mention]:
        """The mentions of actors; pronouns only where they speak or refer to somebody without a name."""
        actors = self._nameless_actors()
        kept: list[Mention] = []
        unnamed: dict[str, list[Mention]] = {}
        for span, mention in self._found.items():
            actor = mention.actor or ""
            nameless = self._is_unnamed(actor) or actor.startswith("n")
            if nameless and actor in actors:
                unnamed.setdefault(actor, []).append(mention)
            if actor in actors if nameless else mention.form is not Form.PRONOUN or span in self._speaking:
                kept.append(mention)
        for key, mentions in unnamed.items():
            single = key in self._discourse.persons or key in self._acting
            kind = ActorKind.UNNAMED if single else ActorKind.ORGANISATION
            self.actors.setdefault(key, Actor(key, name_of_unnamed(self._parsed, sorted(mentions)), kind))
        return kept
