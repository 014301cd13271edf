"""Slips of the parser in reports, set right before the rules read the tree.

`mend` says in which order: first what the words right around a slip show (`word_groups`), then, around each verb of
saying, who says it (`subjects`), what is said (`clauses`), and a verb that stands between the parts of what is said
(`asides`). Reports put a subject and a verb of saying beside a clause that has both as well, mostly without "that": the
parser, which chooses a head for each word by itself, gives subjects to the wrong one of the two verbs.
"""
