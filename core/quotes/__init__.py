"""Who said what, by rules: quotation marks, cues, clauses, speakers. One file holds one idea.

`marks` pairs quotation marks, `direct` tells speech from names in marks, `view` shows a document as the rules see it,
`phrases` and `clauses` read it by word order, `grammar` by the parse; `cues` and `sources` find what says that
something is said, `guessed` finds verbs that no table knows, and `speakers` who is meant by one. The rules are in
`attribution` (speech in marks), `parts` (marks within speech), `passed_on` (words quoted from another), `indirect`,
`nouns`, `pointing`, `chains` and `reported`, and in `foreign` for languages without tables; `addressees` tells to whom,
`paragraphs` and `repeats` what belongs together. `rules` names them for the reader, `finder` runs them, `component` is
for spaCy. `README.md` beside this file gives the figures.
"""

from core.quotes.finding import Finding
from core.quotes.rules import RULES, Rule

__all__ = ["RULES", "Finding", "Rule"]
