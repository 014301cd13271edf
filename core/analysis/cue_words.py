"""The word that introduces a statement, beside the statement itself.

Away from its article, “that the site would be sold” reads like a promise of somebody who denied it.
"""

from core.analysis.analysis import Quote, QuoteType
from core.text.spans import text_of

_BY_ITSELF = frozenset({QuoteType.DIRECT, QuoteType.REPORTED})
"""Here somebody is heard, or the verb is among the words."""


def cue_beside(quote: Quote, text: str) -> str:
    """What introduces a statement in somebody else's words, such as “denied”; empty where nothing does."""
    if quote.cue is None or quote.type in _BY_ITSELF:
        return ""
    return text_of(quote.cue.spans, text)


def with_cue(cue: str, words: str) -> str:
    """The words of a statement after what introduces them."""
    return f"{cue}: {words}" if cue else words
