"""What can be corrected where one stands, and the place after the correction."""

from dataclasses import replace

from core.analysis import Analysis, Mention
from core.annotations import Annotation
from core.annotations.corrections import AddQuote, Assign, Move
from core.annotations.corrections.speaking import hull
from core.text.spans import Span, overlaps
from tui.model.lens import Kind
from tui.model.reader_state import ReaderState
from tui.model.standing import On, Standing
from tui.screens.correct.offers import Here


def corrected_here(state: ReaderState, here: Standing) -> Here | None:
    """What is to be corrected: an actor, a quote, a name or the words one stands on; with a quote around them."""
    analysis, text = state.analysis, state.article.text
    if analysis is None:
        return None
    match here.on:
        case On.ACTOR:
            return on_actor(analysis, here.id)
        case On.QUOTE:
            return on_quote(analysis, text, here.id)
    if here.span is None:
        return None
    if here.on in (On.NAME, On.FIGURE) and here.mention is not None:
        found = on_mention(analysis, text, here.mention)
    else:
        found = on_words(analysis, text, here.span)
    return replace(found, around=here.quote)


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
