"""The types of speech, as signs and in words: the same everywhere on the screen."""

from core.analysis import QuoteType

QUOTE_SIGNS = {
    QuoteType.DIRECT: "❝",
    QuoteType.INDIRECT: "›",
    QuoteType.FREE_INDIRECT: "~",
    QuoteType.INDIRECT_FREE_INDIRECT: "≈",
    QuoteType.REPORTED: "·",
}
"""A sign for each kind of speech, one cell wide; the word is beside it."""

TYPE_WORDS = {
    QuoteType.DIRECT: "direct",
    QuoteType.INDIRECT: "indirect",
    QuoteType.FREE_INDIRECT: "free indirect",
    QuoteType.INDIRECT_FREE_INDIRECT: "free-standing indirect",
    QuoteType.REPORTED: "reported",
}
"""Each kind of speech in a word or two."""
