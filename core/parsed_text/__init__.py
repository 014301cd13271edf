"""One text as the pipeline has parsed it, for the rules that find quotes and actors.

`tokens` and `parsed_text` hold it as plain data, and `from_doc` builds it from a spaCy document. `phrases` reads noun
phrases by form (their core in `noun_phrase`, what follows it in `postmodifiers`), `clauses` cuts sentences at commas;
the subject of a verb is found by `word_order`, or by the parse in `dependencies`.
"""
