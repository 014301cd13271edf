"""What the library screen says of its list: how it is narrowed and sorted, and why there is nothing in it."""

from core.library.index.facets import Field, value_in
from core.library.states import State
from core.translation import _, number_words
from tui.keymap import Keys, key
from tui.model.library_words import order_words, state_words, value_words
from tui.screens.library.interface import Listed


def heading_words(state: Listed, ahead: str) -> str:
    """How the list is narrowed and sorted; `ahead` says how far the analysis of what is in it is."""
    chosen = _("{n} chosen").format(n=number_words(len(state.chosen))) if state.chosen else ""
    values = [value_words(field, value_in(state.choice, field)) for field in Field]
    states = [state_words(each) for each in state.choice.states]
    parts = state.search.line, chosen, *values, *states, order_words(state.choice.order), ahead
    return " · ".join(filter(None, parts))


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
