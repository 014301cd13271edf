"""Who said what, by rules: quotation marks, cues, clauses, speakers. One file holds one idea.

`marks` pairs quotation marks, `direct` tells speech from names in marks, `view` shows a document as the rules see it,
`phrases` and `clauses` read it without a parser, `cues` and `sources` find what says that something is said,
`attribution`, `indirect` and `chains` are the rules, `rules` names them for the reader, and `component` runs them.
"""

from core.language.quotes.finding import Finding
from core.language.quotes.rules import RULES, Rule

__all__ = ["RULES", "Finding", "Rule"]
