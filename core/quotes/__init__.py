"""Who said what, by rules: quotation marks, cues, clauses, speakers. One file holds one idea.

`cues` finds what says that something is said, `speakers` who is meant by it. The rules are in `direct`, for words in
quotation marks, and in `indirect`, for everything else. `rules` names them for the reader, `finder` runs them over a
`core.parsed_text`, `component` is for spaCy. `README.md` beside this file describes them and gives the figures.
"""

from core.quotes.finding import Finding
from core.quotes.rules import RULES, Rule

__all__ = ["RULES", "Finding", "Rule"]
