"""Forms of German verbs by the mood they show, made from the tables of the lexicon."""

from dataclasses import dataclass
from functools import cache

from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import load_lexicon, rows

_PREFIXED = 2
"""Characters that a verb must have behind its prefix at least."""


@dataclass(frozen=True, slots=True)
class VerbTables:
    """Lower-case forms of verbs without their prefixes; `has` looks a form up with any prefix."""

    past_subjunctives: frozenset[str]
    """Konjunktiv II of strong verbs where no other form is like it: "käme", "ginge", "fänden"; not "gingen"."""
    imperatives: frozenset[str]
    """Imperatives that are no other form: "nimm", "gib", "lasst", "nehmt"."""
    prefixes: frozenset[str]
    longest_prefix: int

    def has(self, forms: frozenset[str], word: str) -> bool:
        """Whether a lower-case word, or what is left of it behind a prefix of verbs, is one of `forms`."""
        if word in forms:
            return True
        longest = min(self.longest_prefix, len(word) - _PREFIXED - 1)
        return any(
            word[length:] in forms and word[:length] in self.prefixes for length in range(1, longest + 1)
        )


@cache
def verb_tables() -> VerbTables:
    """The tables, made on the first call."""
    subjunctives: set[str] = set()
    imperatives: set[str] = {"sei", "seid", "lass", "vergiss", "vergesst"}
    lexicon = load_lexicon("de")
    for infinitive, present, past, _, subjunctive in rows("de", "verbs"):
        if subjunctive != "-" and VerbForm.PLURAL not in lexicon.verb_forms(subjunctive + "n"):
            subjunctives.update({subjunctive, subjunctive + "st"})
            if past == "-" or subjunctive + "n" != past + "en":
                subjunctives.update({subjunctive + "n", subjunctive + "t"})
        stem = infinitive.removesuffix("en")
        if present == "-" or stem == infinitive:
            continue
        plural = stem + ("et" if stem.endswith(("t", "d")) else "t")
        if plural != present:
            imperatives.add(plural)
        singular = present.removesuffix("t")
        if "e" in stem and "i" in singular and present not in (singular, singular + "tt"):
            imperatives.add(singular)
    prefixes = lexicon.words.get("inseparable", frozenset()) | lexicon.words.get("separable", frozenset())
    return VerbTables(
        frozenset(subjunctives),
        frozenset(imperatives),
        frozenset(prefixes),
        max(map(len, prefixes), default=0),
    )
