"""Numbers as the interface shows them."""

from core.translation import pgettext


def number_words(number: int) -> str:
    """A whole number with its thousands set off: "10,000"."""
    return f"{number:,}".replace(",", pgettext("between thousands", ","))
