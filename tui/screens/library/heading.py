"""What the library screen says of its list: how it is narrowed and sorted, and why there is nothing in it."""

from datetime import date

from core.library.index.facets import Field, value_in
from core.library.index.query import Order
from core.library.index.searching import MOST
from core.library.states import State
from core.translation import _, number_words
from tui.keymap import Keys, key
from tui.model.days import long_day_words
from tui.model.library_words import articles_words, order_words, state_words, value_words
from tui.screens.library.interface import Listed
from tui.widgets.article_entry import found_words


def heading_words(state: Listed, ahead: str) -> str:
    """How the list is narrowed and sorted; `ahead` says how far the analysis of what is in it is."""
    parts = state.search.line, *_narrowed(state), order_words(state.choice.order), ahead
    return " · ".join(filter(None, parts))


def listed_words(state: Listed) -> str:
    """How many articles are listed, and how many of them are new."""
    count = state.contents.articles
    new = _("{n} new").format(n=number_words(state.new)) if state.new else ""
    return " · ".join(filter(None, (articles_words(count) if count else "", new)))


def group_words(group: str, order: Order, today: date) -> str:
    """The heading over the articles of one day, source or state."""
    if order is Order.DAY:
        return long_day_words(group, today)
    is_state = order is Order.STATE and group in tuple(State)
    return (state_words(State(group)) if is_state else group).capitalize()


def found_heading(state: Listed) -> str:
    """How much was found, how that is narrowed, and in which order it is."""
    search = state.search
    found, choice = found_words(search.hits), search.query.choice
    if len(search.hits) >= MOST:
        found = _("the first {n}").format(n=number_words(len(search.hits)))
    order = _("latest first") if choice.speaker or choice.kind else _("best first")
    return " · ".join(filter(None, (found, *_narrowed(state), order if len(search.hits) > 1 else "")))


def _narrowed(state: Listed) -> list[str]:
    """How many are chosen, and what the keys narrow the list to."""
    chosen = _("{n} chosen").format(n=number_words(len(state.chosen))) if state.chosen else ""
    values = [value_words(field, value_in(state.choice, field)) for field in Field]
    return [chosen, *values, *(state_words(each) for each in state.choice.states)]


def empty_words(state: Listed, own: Keys) -> str:
    """Why no article is listed; empty if there is none in the library."""
    if state.search.line:
        return _("Nothing found.")
    if state.choice.states:
        return _("Nothing is {state} here.").format(state=state_words(state.choice.states[0]))
    if not state.is_everything:
        return _("No such articles.")
    words = _("Everything is archived; “{key}” shows it.").format(key=key("library-narrow", own))
    return words if state.counts.get(State.ARCHIVED) else ""
