"""Who said what, by rules: quotation marks, cues, clauses, speakers. One file holds one idea.

`marks` pairs quotation marks, `direct` tells speech from names in marks, `view` shows a document as the rules see it,
`phrases` and `clauses` read it without a parser, `cues` and `sources` find what says that something is said. The rules
are in `attribution` (speech in marks), `indirect`, `nouns`, `pointing`, `chains` and `reported`; `addressees` tells to
whom. `rules` names them for the reader, and `component` runs them.
"""

from core.language.quotes.finding import Finding
from core.language.quotes.rules import RULES, Rule

__all__ = ["RULES", "Finding", "Rule"]
