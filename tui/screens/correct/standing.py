"""The current place, as far as something can be corrected there, and the place after the correction."""

from core.analysis import Analysis, Mention
from core.annotations import Annotation
from core.annotations.corrections import AddQuote, Assign, Move
from core.annotations.corrections.speaking import hull
from core.text.spans import Span, overlaps
from tui.model.lens import Kind
from tui.model.reader_state import Position, ReaderState
from tui.screens.correct.offers import Here


def standing_on(state: ReaderState, position: Position) -> Here | None:
    """What is to be corrected: an entry of a panel, the selection, or the target."""
    analysis, text, target = state.analysis, state.article.text, state.target
    if analysis is None or position.part == "notes":
        return None
    if position.part == "actors":
        return on_actor(analysis, position.entry)
    if position.part == "quotes":
        return on_quote(analysis, text, position.entry)
    if position.selection is not None:
        span = position.selected(text)
        return on_words(analysis, text, span) if span is not None else None
    if target is None or target.kind is Kind.MARKS:
        return None
    if target.kind is Kind.QUOTES:
        return on_quote(analysis, text, target.id)
    if target.kind is Kind.HITS:
        return on_words(analysis, text, (target.start, target.end))
    mention = state.target_mention
    return on_mention(analysis, text, mention) if mention is not None else None


def on_actor(analysis: Analysis, id: str | None) -> Here | None:
    """On an actor as such, in the panel or on a card."""
    actor = analysis.actor(id)
    return Here(actor=actor) if actor is not None else None


def on_quote(analysis: Analysis, text: str, id: str | None) -> Here | None:
    """On a quotation."""
    quote = next((each for each in analysis.quotes if each.id == id), None)
    return Here(hull(quote), words(text, hull(quote)), quote=quote) if quote is not None else None


def on_mention(analysis: Analysis, text: str, mention: Mention) -> Here:
    """On a name or another mention of an actor."""
    return Here(mention.span, words(text, mention.span), mention, analysis.actor(mention.actor))


def on_words(analysis: Analysis, text: str, span: Span) -> Here:
    """On words that were selected or searched for, which may be a mention, or overlap one."""
    there = next((each for each in analysis.mentions if each.span == span), None)
    touched = [each for each in analysis.mentions if each.span != span and overlaps(each.span, span)]
    within = touched[0] if len(touched) == 1 and there is None else None
    return Here(
        span,
        words(text, span),
        there,
        analysis.actor(there.actor) if there is not None else None,
        selected=True,
        within=within,
        within_words=words(text, within.span) if within is not None else "",
    )


def after(annotation: Annotation) -> tuple[Kind, str] | None:
    """The target that a correction made, as kind and id; None where it made none."""
    match annotation.correction:
        case AddQuote():
            return Kind.QUOTES, f"r{annotation.id}"
        case Move(to):
            return Kind.NAMES, f"{to.start}:{to.end}"
        case Assign() if annotation.anchor is not None:
            return Kind.NAMES, f"{annotation.anchor.start}:{annotation.anchor.end}"
    return None


def words(text: str, span: Span) -> str:
    """The words of a passage in one line."""
    return " ".join(text[slice(*span)].split())
