"""Relations of a parse, as Universal Dependencies name them, that many rules ask for together."""

NOUN_SUBJECTS = ("nsubj", "nsubj:pass")
"""By which a noun is the subject of a verb."""
PLAIN_SUBJECTS = (*NOUN_SUBJECTS, "csubj")
SUBJECTS = (*PLAIN_SUBJECTS, "nsubj:outer")
"""With that of a clause which is the predicate of another: "The trouble is, nobody knows"."""
PASSIVE_SUBJECTS = ("nsubj:pass", "nsubjpass")
"""Those of a verb in the passive, also as the older models of spaCy name them."""
OBJECTS = ("obj", "iobj")
AUXILIARIES = ("aux", "aux:pass", "cop")
JOINED = ("flat", "flat:name", "fixed", "goeswith", "compound")
"""That make one word of several."""
APPOSED = ("appos", "flat", "flat:name")
"""By which a name hangs on the noun before it, or on another name."""
MAIN_CLAUSES = ("ROOT", "conj", "parataxis")
"""By which the verb of a main clause hangs on another, or on none."""
