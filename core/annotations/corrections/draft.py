"""An analysis under correction: each correction is applied completely, or refused with nothing changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.analysis import (
    Actor,
    ActorKind,
    Analysis,
    Form,
    Label,
    Mention,
    Quote,
    QuoteType,
    Speaker,
)
from core.annotations.anchor import Anchor
from core.annotations.annotation import Annotation
from core.annotations.correction import (
    AddAlias,
    AddQuote,
    Assign,
    Dismiss,
    Merge,
    Move,
    Rename,
    SetKind,
    SetLabel,
    SetSpeaker,
    SetType,
    Subject,
    Who,
)
from core.annotations.corrections.finding import Stretches, nearest, occurrences, span_of
from core.annotations.corrections.speaking import going_on, hull, spoken_by, who_speaks
from core.text.spans import Span, overlaps
from core.translation import _

LABELS = {
    ActorKind.PERSON: Label.PER,
    ActorKind.UNNAMED: Label.PER,
    ActorKind.ORGANISATION: Label.ORG,
    ActorKind.GROUP: Label.ORG,
    ActorKind.PLACE: Label.LOC,
}
"""The label of a name, by the kind of its actor."""

NAMES = (Form.NAME, Form.DERIVED, Form.PART)
"""Forms of mentions that never overlap each other."""

RULE = "reader"
"""The value for the rule in a quotation that a reader added."""


class UnfitError(ValueError):
    """The correction does not fit; the message says why, as a clause for the reader."""


class Draft:
    """The mentions, actors and quotations of an analysis, mutable."""

    def __init__(self, analysis: Analysis, text: str) -> None:
        self._base = analysis
        self._text = text
        self._mentions = list(analysis.mentions)
        self._actors = {actor.id: actor for actor in analysis.actors}
        self._quotes = list(analysis.quotes)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The current actors."""
        return tuple(self._actors.values())

    def analysis(self, done: Sequence[str]) -> Analysis:
        """The analysis in its current state, with the ids of the corrections applied."""
        mentions = sorted(self._mentions, key=lambda mention: mention.span)
        place: dict[str | None, int] = {}
        for mention in mentions:
            place.setdefault(mention.actor, len(place))
        return replace(
            self._base,
            mentions=tuple(mentions),
            actors=tuple(sorted(self._actors.values(), key=lambda actor: place.get(actor.id, len(place)))),
            quotes=tuple(sorted(self._quotes, key=lambda quote: quote.spans[:1])),
            corrected=(*self._base.corrected, *done),
        )

    def make(self, annotation: Annotation) -> None:
        """Apply the correction in an annotation. Raises UnfitError, with nothing changed, if it does not fit."""
        anchor = annotation.anchor
        match annotation.correction:
            case Merge(name, into):
                self.merge(self._actor(anchor, name), self._actor(into.anchor, into.name))
            case Assign(kind, to, everywhere):
                self._assign(annotation.id, self._span(anchor), kind, to, everywhere)
            case Rename(name, to):
                self.rename(self._actor(anchor, name), to)
            case SetKind(name, kind):
                self.set_kind(self._actor(anchor, name), kind)
            case AddAlias(name, alias):
                self.add_alias(self._actor(anchor, name), alias)
            case Dismiss(Subject.MENTION):
                self._dismiss_mention(self._mention(anchor))
            case Dismiss(Subject.ACTOR, name):
                self._dismiss_actor(self._actor(anchor, name))
            case Dismiss(Subject.QUOTE):
                self._dismiss_quote(self._quote(anchor))
            case SetLabel(label):
                mention = self._mention(anchor)
                self._put(mention, replace(mention, label=label))
            case Move(to):
                self._move(self._mention(anchor), self._span(to))
            case SetSpeaker(speaker):
                self._set_speaker(self._quote(anchor), self._voice(annotation.id, speaker))
            case SetType(type):
                quote = self._quote(anchor)
                self._replace_quote(quote, replace(quote, type=type, confidence=1.0))
            case AddQuote(type, speaker):
                self._add_quote(annotation.id, self._span(anchor), type, speaker)
            case None:
                raise UnfitError(_("there is nothing to correct"))

    # Finding

    def _span(self, anchor: Anchor | None) -> Span:
        span = span_of(anchor, self._text) if anchor is not None else None
        if span is None:
            raise UnfitError(_("its words are gone"))
        return span

    def _mention(self, anchor: Anchor | None) -> Mention:
        span = nearest(self._span(anchor), (mention.span for mention in self._mentions))
        if span is None:
            raise UnfitError(_("nothing is marked there"))
        return next(mention for mention in self._mentions if mention.span == span)

    def _quote(self, anchor: Anchor | None) -> Quote:
        hulls = {hull(quote): quote for quote in reversed(self._quotes)}
        span = nearest(self._span(anchor), hulls)
        if span is None:
            raise UnfitError(_("there is no quotation there"))
        return hulls[span]

    def _actor(self, anchor: Anchor | None, name: str) -> str:
        """The id of a referenced actor: one with that name mentioned at the anchor, else any with that name.

        If no actor has that name any more, it is the one mentioned at the anchor under another name.
        """
        mentioned = self._mentioned(anchor)
        if any(name in (self._actors[id].name, *self._actors[id].aliases) for id in mentioned[:1]):
            return mentioned[0]
        by_name = self.named(name)
        if by_name is not None:
            return by_name
        if mentioned:
            return mentioned[0]
        raise UnfitError(_("nobody here is called “{name}”").format(name=name))

    def _mentioned(self, anchor: Anchor | None) -> list[str]:
        """Ids of the actors mentioned at an anchor: by exactly those words, else by the most similar mention."""
        span = span_of(anchor, self._text) if anchor is not None else None
        if span is None:
            return []
        here = [each for each in self._mentions if each.actor is not None and overlaps(each.span, span)]
        near = nearest(span, (each.span for each in here))
        return [each.actor for each in here if each.span == near and each.actor is not None]

    def named(self, name: str) -> str | None:
        """The id of the only actor with that name, else of the only one with that alias, or None."""
        for fits in (lambda actor: actor.name == name, lambda actor: name in actor.aliases):
            found = [actor.id for actor in self._actors.values() if fits(actor)]
            if len(found) == 1:
                return found[0]
        return None

    def _voice(self, annotation: str, who: Who | None) -> str | None:
        """The id of the speaker; a typed name that no actor has yet becomes a new actor."""
        if who is None:
            return None
        if who.anchor is None and self.named(who.name) is None:
            id = f"r{annotation}"
            self._actors[id] = Actor(id, who.name, ActorKind.PERSON)
            return id
        return self._actor(who.anchor, who.name)

    # Actors

    def merge(self, one: str, other: str) -> None:
        """Transfer everything from the actor `one` to `other`."""
        if one == other:
            return
        former, kept = self._actors.pop(one), self._actors[other]
        aliases = _united(kept.aliases, (former.name, *former.aliases), without=kept.name)
        self._actors[other] = replace(
            kept,
            aliases=aliases,
            roles=_united(kept.roles, former.roles),
            age=kept.age if kept.age is not None else former.age,
            affiliations=_united(kept.affiliations, former.affiliations),
        )
        self._mentions = [
            replace(each, actor=other) if each.actor == one else each for each in self._mentions
        ]
        self._quotes = [spoken_by(each, other, former=one) for each in self._quotes]

    def rename(self, id: str, name: str) -> None:
        """Rename an actor; the former name becomes an alias."""
        actor = self._actors[id]
        aliases = _united((actor.name,), actor.aliases, without=name)
        self._actors[id] = replace(actor, name=name, aliases=aliases)

    def add_alias(self, id: str, alias: str) -> None:
        """Give an actor another name: an actor known only by it is merged in, and its occurrences become mentions."""
        actor = self._actors[id]
        if alias != actor.name:
            self._actors[id] = replace(actor, aliases=_united(actor.aliases, (alias,)))
        for other in [each.id for each in self._actors.values() if each.id != id and each.name == alias]:
            self.merge(other, id)
        self._mark(alias, id)

    def set_kind(self, id: str, kind: ActorKind) -> None:
        """Set the kind of an actor; its names get the matching label."""
        actor = self._actors[id]
        if kind is actor.kind:
            return
        self._actors[id] = replace(actor, kind=kind)
        label = LABELS[kind]
        self._mentions = [
            replace(each, label=label) if each.actor == id and each.form is Form.NAME else each
            for each in self._mentions
        ]

    def _dismiss_actor(self, id: str) -> None:
        del self._actors[id]
        self._mentions = [each for each in self._mentions if each.actor != id]
        self._quotes = [spoken_by(each, None, former=id) for each in self._quotes]

    def _release(self, ids: Iterable[str | None]) -> None:
        """Remove actors that are no longer mentioned and do not speak."""
        for id in set(ids):
            mentioned = any(each.actor == id for each in self._mentions)
            speaks = any(id in who_speaks(each) for each in self._quotes)
            if id is not None and not mentioned and not speaks:
                self._actors.pop(id, None)

    # Mentions

    def _assign(self, annotation: str, span: Span, kind: ActorKind, to: Who | None, everywhere: bool) -> None:
        words = " ".join(self._text[slice(*span)].split())
        if to is not None:
            id = self._actor(to.anchor, to.name)
        else:
            id = f"r{annotation}"
            self._actors[id] = Actor(id, words, kind)
        self._stand_for(id, span)
        if everywhere:
            self._mark(words, id, taking=True)

    def _mark(self, words: str, id: str, taking: bool = False) -> None:
        """Make every occurrence of these words a mention of an actor; those of other actors only if `taking`."""
        names = {mention.span: mention for mention in self._mentions}
        taken = Stretches(names)
        theirs: set[Span] = set()
        for span in occurrences(words, self._text):
            known = names.get(span)
            if known is None and not taken.touch(span):
                self._mentions.append(self._mention_of(id, span))
            elif known is not None and (known.actor is None or (taking and known.actor != id)):
                theirs.add(span)
        if theirs:
            self._give(id, theirs)

    def _stand_for(self, id: str, span: Span) -> None:
        """Make the words at `span` a mention of an actor, whether they were a mention before or not."""
        known = next((each for each in self._mentions if each.span == span), None)
        if known is None:
            self._place(self._mention_of(id, span))
        elif known.actor != id:
            self._give(id, {span})

    def _mention_of(self, id: str, span: Span) -> Mention:
        """A new mention: a name if one of its words is in the actor's names, else a description."""
        actor = self._actors[id]
        own = " ".join((actor.name, *actor.aliases)).casefold().split()
        named = any(word in own for word in self._text[slice(*span)].casefold().split())
        return Mention(*span, LABELS[actor.kind], Form.NAME if named else Form.NOMINAL, id)

    def _give(self, id: str, spans: set[Span]) -> None:
        """Assign the mentions at some spans to an actor, and the quotations whose speaker they name."""
        former = {each.actor for each in self._mentions if each.span in spans}
        label = LABELS[self._actors[id].kind]
        self._mentions = [
            replace(each, label=label, actor=id, confidence=1.0) if each.span in spans else each
            for each in self._mentions
        ]
        said = Stretches(spans)
        self._quotes = [
            replace(each, speaker=replace(each.speaker, actor=id))
            if each.speaker and each.speaker.actor in former and any(map(said.touch, each.speaker.spans))
            else each
            for each in self._quotes
        ]
        self._release(former - {id})

    def _move(self, mention: Mention, span: Span) -> None:
        self._mentions.remove(mention)
        self._place(replace(mention, start=span[0], end=span[1]))

    def _place(self, mention: Mention) -> None:
        """Insert a mention; overlapping names are removed."""
        former = [
            each
            for each in self._mentions
            if each.span == mention.span
            or (mention.form in NAMES and each.form in NAMES and overlaps(each.span, mention.span))
        ]
        self._mentions = [each for each in self._mentions if each not in former] + [mention]
        self._release(each.actor for each in former)

    def _put(self, former: Mention, mention: Mention) -> None:
        self._mentions[self._mentions.index(former)] = mention

    def _dismiss_mention(self, mention: Mention) -> None:
        self._mentions.remove(mention)
        self._release([mention.actor])

    # Quotations

    def _replace_quote(self, former: Quote, quote: Quote) -> None:
        self._quotes[self._quotes.index(former)] = quote

    def _set_speaker(self, quote: Quote, id: str | None) -> None:
        """Make an actor the speaker of a quotation, of what goes on with it, and of what they hold by the same one."""
        former = quote.speaker.actor if quote.speaker else None
        whole = [quote, *(going_on(quote, self._quotes) if quote.within is None else ())]
        ids = {each.id for each in whole}
        for each in list(self._quotes):
            own = each.speaker.actor if each.speaker else None
            if each.id in ids or (each.within in ids and own == former):
                speaker = self._speaker_of(each, id)
                self._replace_quote(each, replace(each, speaker=speaker, confidence=1.0, candidates=()))
        self._release([former])

    def _speaker_of(self, quote: Quote, id: str | None) -> Speaker | None:
        """An actor as the speaker of a quotation, with the existing words unless they name another actor."""
        if id is None:
            return None
        if quote.speaker is not None and not self._names_another(quote.speaker, id):
            return replace(quote.speaker, actor=id, confidence=1.0)
        return Speaker((), self._actors[id].name, id)

    def _names_another(self, speaker: Speaker, id: str) -> bool:
        """Whether the words that name the speaker name another actor."""
        return not speaker.spans or any(
            each.form is Form.NAME and each.actor != id and overlaps(each.span, part)
            for each in self._mentions
            for part in speaker.spans
        )

    def _add_quote(self, annotation: str, span: Span, type: QuoteType, who: Who | None) -> None:
        if any(hull(each) == span for each in self._quotes):
            raise UnfitError(_("it is a quotation already"))
        id = self._voice(annotation, who)
        speaker = Speaker((), self._actors[id].name, id) if id is not None else None
        self._quotes.append(Quote(f"r{annotation}", type, (span,), RULE, 1.0, speaker))

    def _dismiss_quote(self, quote: Quote) -> None:
        """Remove a quotation; those nested in it move up one level, and none counts as its repetition any more."""
        self._quotes.remove(quote)
        self._quotes = [
            replace(
                each,
                within=quote.within if each.within == quote.id else each.within,
                repeats=quote.repeats if each.repeats == quote.id else each.repeats,
            )
            for each in self._quotes
        ]
        self._release([quote.speaker.actor if quote.speaker else None])


def _united(one: Sequence[str], other: Sequence[str], without: str = "") -> tuple[str, ...]:
    return tuple(word for word in dict.fromkeys((*one, *other)) if word != without)
