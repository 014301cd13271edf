"""One text as the pipeline has parsed it, for the rules that find quotes and actors.

`tokens` and `parsed_text` hold it as plain data, and `from_doc` builds it from a spaCy document; in languages that are
read by the parse, `mending` first sets right what the parser gets wrong. `phrases` reads noun phrases by form (their
core in `noun_phrase`, what follows it in `postmodifiers`) or by the parse (`tree_phrases`), and `clauses` cuts
sentences at commas. The subject of a verb is found by `word_order`, or by the parse in `dependencies`; `trees` asks the
parse what hangs on a word.
"""
