"""The types of speech, as signs and in words, and quotation marks: the same everywhere on the screen."""

from core.analysis import QuoteType
from core.translation import N_, _

QUOTE_SIGNS = {
    QuoteType.DIRECT: "❝",
    QuoteType.INDIRECT: "›",
    QuoteType.FREE_INDIRECT: "~",
    QuoteType.INDIRECT_FREE_INDIRECT: "≈",
    QuoteType.REPORTED: "·",
}
"""A sign for each kind of speech, one cell wide; the word is beside it."""

NOBODY = N_("nobody named")
"""Who speaks where the text does not say."""


def type_words(type: QuoteType) -> str:
    """The kind of speech in the language in use."""
    return _(type.in_words)


def quoted(words: str) -> str:
    """Words in quotation marks, as the language in use has them."""
    return _("“{words}”").format(words=words)
