"""What the screens of the library say of articles: how many, in which state, in which order."""

from collections.abc import Mapping

from core.library.index.facets import Field
from core.library.index.query import Order
from core.library.states import State
from core.translation import _, ngettext, number_words, pgettext


def articles_words(number: int) -> str:
    """ "1 article", "10,000 articles"."""
    return ngettext("{n} article", "{n} articles", number).format(n=number_words(number))


def articles_and_new(counts: Mapping[State, int]) -> str:
    """ "37 articles, 3 new": how many there are in all, and how many of them are new."""
    words, new = articles_words(sum(counts.values())), counts.get(State.NEW, 0)
    return _("{articles}, {number} new").format(articles=words, number=number_words(new)) if new else words


def statements_words(number: int) -> str:
    """ "1 statement", "10,000 statements"."""
    return ngettext("{n} statement", "{n} statements", number).format(n=number_words(number))


def marks_words(number: int) -> str:
    """ "1 mark", "10,000 marks"."""
    return ngettext("{n} mark", "{n} marks", number).format(n=number_words(number))


def tags_words(number: int) -> str:
    """ "1 tag", "10,000 tags"."""
    return ngettext("{n} tag", "{n} tags", number).format(n=number_words(number))


def state_words(state: State) -> str:
    """The state of an article in a word."""
    return {
        State.NEW: pgettext("state", "new"),
        State.BEGUN: pgettext("state", "begun"),
        State.READ: pgettext("state", "read"),
        State.LATER: pgettext("state", "later"),
        State.ARCHIVED: pgettext("state", "archived"),
    }[state]


def field_words(field: Field) -> str:
    """What a list is narrowed by."""
    return {
        Field.SOURCE: pgettext("field", "source"),
        Field.TAG: pgettext("field", "tag"),
        Field.SPEAKER: pgettext("field", "speaker"),
        Field.AUTHOR: pgettext("field", "author"),
    }[field]


def value_words(field: Field, value: str) -> str:
    """A value of a field as it is written; empty for none."""
    return f"#{value}" if field is Field.TAG and value else value


def order_words(order: Order) -> str:
    """What a list is sorted by: "by day"."""
    return {
        Order.DAY: _("by day"),
        Order.OPENED: _("by last opened"),
        Order.TITLE: _("by title"),
        Order.SOURCE: _("by source"),
        Order.LENGTH: _("by length"),
        Order.STATEMENTS: _("by statements"),
        Order.MARKS: _("by marks"),
        Order.STATE: _("by state"),
    }[order]
