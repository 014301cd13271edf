"""What the keys act on: what was chosen or made last, in the text and in the panels alike."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from core.text.spans import Span, contains, overlaps
from tui.model import lens as lenses
from tui.model.lens import Kind, span_of
from tui.model.reader_state import Position, ReaderState

if TYPE_CHECKING:
    from core.analysis import Actor, Mention, Quote
    from core.annotations import Annotation

PANELS = ("actors", "quotes", "notes")
"""The parts of the page whose entries can be chosen."""


class On(StrEnum):
    """What one stands on."""

    NOTHING = "nothing"
    PASSAGE = "passage"
    """Selected words."""
    NAME = "name"
    FIGURE = "figure"
    """A date or a quantity."""
    QUOTE = "quote"
    MARK = "mark"
    """A tag or note of the reader's own, with or without a place in the text."""
    HIT = "hit"
    ACTOR = "actor"
    """An entry of the panel of actors; in the text it is where the actor is mentioned first."""


class Standing(NamedTuple):
    """What was chosen or made last, and all that is there to be acted on."""

    on: On = On.NOTHING
    id: str = ""
    """The id of the target or of the panel's entry; empty for a selection."""
    spans: tuple[Span, ...] = ()
    """Its passages; empty where it has no place in the text."""
    annotation: Annotation | None = None
    """The reader's own mark: the one chosen, else the one on exactly these words."""
    mention: Mention | None = None
    """The mention chosen, else the one that these words are, or the only one that they touch."""
    quote: Quote | None = None
    """The quote chosen, else the innermost one around these words."""
    actor: Actor | None = None
    """Who is named here, else who speaks."""

    @property
    def span(self) -> Span | None:
        """From the beginning of the first passage to the end of the last."""
        return hull_of(self.spans) if self.spans else None


def hull_of(spans: tuple[Span, ...]) -> Span:
    """From the beginning of the first of several passages to the end of the last, gaps included."""
    return spans[0][0], max(end for _, end in spans)


NOWHERE = Standing()


def standing(state: ReaderState, position: Position) -> Standing:
    """What the keys act on: the panel's entry or the target, whichever was chosen last; a selection before a target."""
    if is_on_row(state, position):
        return _on_row(state, position.part, position.entry or "")
    if position.selection is not None:
        selected = position.selected(state.article.text)
        return _on_words(state, On.PASSAGE, "", (selected,)) if selected is not None else NOWHERE
    target = state.target
    if target is None:
        return NOWHERE
    match target.kind:
        case Kind.QUOTES:
            return _on_quote(state, target.id)
        case Kind.MARKS:
            return _on_mark(state, target.id)
        case Kind.HITS:
            return _on_words(state, On.HIT, target.id, target.spans)
    return _on_mention(state, target.id, target.spans)


def is_on_row(state: ReaderState, position: Position) -> bool:
    """Whether an entry of a panel was chosen last, or is all there is to stand on in a panel."""
    is_chosen = state.on_row or (state.target is None and position.selection is None)
    return position.part in PANELS and is_chosen and position.entry is not None


def _on_row(state: ReaderState, panel: str, id: str) -> Standing:
    match panel:
        case "actors":
            return _on_actor(state, id)
        case "quotes":
            return _on_quote(state, id)
    return _on_mark(state, id)


def _on_actor(state: ReaderState, id: str) -> Standing:
    actor = state.analysis.actor(id) if state.analysis is not None else None
    if actor is None:
        return NOWHERE
    first = next(iter(state.lens_of(Kind.ACTOR, id).targets), None)
    spans = first.spans if first is not None else ()
    return Standing(On.ACTOR, id, spans, mark_on(state, spans), actor=actor)


def _on_quote(state: ReaderState, id: str) -> Standing:
    quote = state.quote(id)
    if quote is None:
        return NOWHERE
    return Standing(
        On.QUOTE, id, quote.spans, mark_on(state, quote.spans), quote=quote, actor=_speaker(state, quote)
    )


def _on_mark(state: ReaderState, id: str) -> Standing:
    placed = next((each for each in state.annotations if each.annotation.id == id), None)
    if placed is None:
        return NOWHERE
    span = span_of(placed)
    if span is None:
        return Standing(On.MARK, id, annotation=placed.annotation)
    return _on_words(state, On.MARK, id, (span,), placed.annotation)


def _on_mention(state: ReaderState, id: str, spans: tuple[Span, ...]) -> Standing:
    analysis = state.analysis
    mention = lenses.mention_at(analysis, spans[0]) if analysis is not None else None
    if analysis is None or mention is None:
        return NOWHERE
    on = On.NAME if mention.label.is_name else On.FIGURE
    quote, actor = quote_around(state, mention.span), analysis.actor(mention.actor)
    return Standing(on, id, spans, mark_on(state, spans), mention, quote, actor)


def _on_words(
    state: ReaderState, on: On, id: str, spans: tuple[Span, ...], annotation: Annotation | None = None
) -> Standing:
    """On words that were selected, searched for or marked: what is found there is found by its place."""
    whole = hull_of(spans)
    mention, quote = _mention_of(state, whole), quote_around(state, whole)
    named = (
        state.analysis.actor(mention.actor) if state.analysis is not None and mention is not None else None
    )
    return Standing(
        on,
        id,
        spans,
        annotation or mark_on(state, spans),
        mention,
        quote,
        named or (_speaker(state, quote) if quote is not None else None),
    )


def _speaker(state: ReaderState, quote: Quote) -> Actor | None:
    return state.analysis.actor(quote.speaker.actor) if state.analysis is not None and quote.speaker else None


def _mention_of(state: ReaderState, span: Span) -> Mention | None:
    """The mention that is exactly these words, else the only one that shares some of them."""
    if state.analysis is None:
        return None
    if (exact := lenses.mention_at(state.analysis, span)) is not None:
        return exact
    touched = [each for each in state.analysis.mentions if overlaps(each.span, span)]
    return touched[0] if len(touched) == 1 else None


def quote_around(state: ReaderState, span: Span) -> Quote | None:
    """The innermost quote that holds a passage; words between its parts, such as its frame, are not in it."""
    quotes = state.analysis.quotes if state.analysis is not None else ()
    around = [
        (hull, quote)
        for quote in quotes
        if contains(hull := hull_of(quote.spans), span) and any(overlaps(part, span) for part in quote.spans)
    ]
    return min(around, key=lambda pair: pair[0][1] - pair[0][0], default=(span, None))[1]


def mark_on(state: ReaderState, spans: tuple[Span, ...]) -> Annotation | None:
    """The reader's own mark on exactly these words."""
    if not spans:
        return None
    whole = hull_of(spans)
    return next((each.annotation for each in state.annotations if span_of(each) == whole), None)


class Opens(Enum):
    """What Enter does."""

    NOTHING = auto()
    CARD = auto()
    """Opens the card of the actor."""
    MARK = auto()
    """Opens the tags and the note to be read."""
    REASON = auto()
    """Says why this is a quote."""
    NOTE = auto()
    """Begins a note on the selected words."""
    PLACE = auto()
    """Goes to the place in the text."""


def opens(here: Standing, in_row: bool) -> Opens:
    """What Enter does where one stands, in an entry of a panel or in the text."""
    if in_row and here.on in (On.QUOTE, On.MARK) and here.spans:
        return Opens.PLACE
    if here.on is On.PASSAGE:
        return Opens.NOTE
    if here.on is On.MARK:
        return Opens.MARK
    if here.actor is not None:
        return Opens.CARD
    if here.annotation is not None:
        return Opens.MARK
    return Opens.REASON if here.quote is not None else Opens.NOTHING
