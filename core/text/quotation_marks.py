"""The quotation marks of news: which open, which close, and which are alike.

Any of them can be an apostrophe or stand alone; `core.text.marked_spans` pairs them in a text.
"""

OUTER_OPENING = '„“»«"'
INNER_OPENING = "‚‘›‹'"
OUTER_CLOSING = '“”»«"'
INNER_CLOSING = "‘’›‹'"
OPENING = OUTER_OPENING + INNER_OPENING
"""Marks that open a quotation in some language; many of them close one in another."""
CLOSING = OUTER_CLOSING + INNER_CLOSING
DOUBLE = "„“”‟«»"
SINGLE = "‘’‚‛‹›`´"
"""Marks typed as " and as ', for searches that treat all marks alike."""
PAIRS = {"„": "“", "»": "«", "‚": "‘", "›": "‹"}
"""The marks of German, opening and closing."""
