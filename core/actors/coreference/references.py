"""All that refers to somebody and is no name, in text order: descriptions, pronouns, and the phrases of speakers."""

from collections.abc import Sequence
from dataclasses import replace

from core.actors.coreference.discourse import Body, Discourse
from core.actors.coreference.find_descriptions import Description, descriptions, owned_descriptions
from core.actors.coreference.link_descriptions import DescriptionLinker, Link
from core.actors.coreference.pronouns import subject_pronouns
from core.actors.coreference.speakers import Reference, SpeakerResolver, UnnamedSpeaker, name_of_unnamed
from core.analysis.analysis import Actor, ActorKind, Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import fold
from core.text.spans import Span

_READ = {"Masc": "m", "Fem": "f", "Neut": "n"}
_DESCRIPTION, _PRONOUN, _SPEAKER = range(3)
"""In which order what ends at the same place is read."""


class References:
    """Who each speaker is, the mentions that are not names, and the actors that have no name.

    People and bodies without a name can be referred to from where they are introduced; they are actors only if they
    speak, and then all that refers to them is kept.
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
        self._resolver = SpeakerResolver(discourse, self._described)
        self._found: dict[Span, Mention] = {}
        self._speaking = {spans[0] for spans in speakers if spans}
        starts = {start for start, _ in self._speaking}
        events: list[tuple[int, int, int, Description | Span]] = [
            (each.end, _DESCRIPTION, each.start, each)
            for each in (
                *descriptions(parsed, tables, discourse.mentions, starts),
                *owned_descriptions(parsed, tables, discourse.mentions),
            )
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
        self.mentions = self._kept()

    def _describe(self, found: Description, speaking: bool) -> None:
        link = self._linker.link(found, speaking)
        if link is not None:
            self._described[found.start] = link
            label = Label.PER if found.person else Label.ORG
            self._note(Mention(*found.span, label, Form.NOMINAL, link.actor, confidence=link.confidence))
        elif found.owner is None:
            noun = found.compound or found.noun
            gender = self._tables.body_genders.get(found.noun)
            self._note(Mention(*found.span, Label.ORG, Form.NOMINAL, self._body_called(noun, gender)))

    def _body_called(self, noun: str, gender: str | None) -> str:
        """The key of the body without a name that goes by a noun: "die Stadt"."""
        key = "n" + fold(noun)
        self._discourse.bodies.setdefault(key, Body(gender=gender))
        return key

    def _note_pronoun(self, span: Span) -> None:
        if self._discourse.is_said(span[0]):
            return
        reference = self._resolver.resolve(span)
        if reference is not None and isinstance(reference.to, str):
            self._note(self._mention(reference, reference.to))

    def _answer(self, span: Span) -> str | None:
        """The key of who speaks, and the mention noted that says so."""
        reference = self._resolver.resolve(span)
        if reference is None or reference.to is None:
            return None
        target = reference.to
        if isinstance(target, UnnamedSpeaker):
            key = "n" + target.key
            self.actors.setdefault(key, Actor(key, target.name, target.kind))
            self._discourse.bodies.setdefault(key, Body(gender=self._gender_of(reference.span)))
            target = key
        if reference.form is Form.NAME:
            return target
        mention = self._mention(reference, target)
        described = [at for at in range(*reference.span) if at in self._described]
        if described and not (described[0] == mention.start and self._is_unnamed(target)):
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

    def _mention(self, reference: Reference, actor: str) -> Mention:
        person = actor in self._discourse.persons
        if actor in self.actors:
            person = self.actors[actor].kind is ActorKind.UNNAMED
        label = Label.PER if person else Label.ORG
        return Mention(*reference.span, label, reference.form, actor, confidence=reference.confidence)

    def _note(self, mention: Mention) -> None:
        if mention.span not in self._found:
            self._discourse.note(mention)
        self._found[mention.span] = mention

    def _gender_of(self, span: Span) -> str | None:
        head = self._parsed.head_of(*span)
        if head is None:
            return None
        return "p" if self._parsed.number[head] == "Plur" else _READ.get(self._parsed.gender[head])

    def _is_unnamed(self, actor: str) -> bool:
        person = self._discourse.persons.get(actor)
        return person is not None and not person.named

    def _kept(self) -> list[Mention]:
        """The mentions of actors; pronouns only where they speak or refer to somebody without a name."""
        spoken = {answer for answer in self.answers if answer is not None}
        kept: list[Mention] = []
        unnamed: dict[str, list[Mention]] = {}
        for span, mention in self._found.items():
            actor = mention.actor or ""
            nameless = self._is_unnamed(actor) or actor.startswith("n")
            if nameless and actor in spoken:
                unnamed.setdefault(actor, []).append(mention)
            if actor in spoken if nameless else mention.form is not Form.PRONOUN or span in self._speaking:
                kept.append(mention)
        for key, mentions in unnamed.items():
            kind = ActorKind.UNNAMED if key in self._discourse.persons else ActorKind.ORGANISATION
            self.actors.setdefault(key, Actor(key, name_of_unnamed(self._parsed, sorted(mentions)), kind))
        return kept
