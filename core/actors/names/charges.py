"""What people are accused of, where the model takes it for their name: "Sie warfen dem Abt Simonie vor"."""

from core.analysis.analysis import Mention
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents, infinitive

_TO_WHOM = frozenset(("obl", "obl:arg", "iobj", "obj"))
_CLAUSES = ("ccomp", "parataxis", "xcomp", "advcl")


def is_charge(parsed: ParsedText, mention: Mention) -> bool:
    """Whether one word behind the noun for somebody in the dative is what a verb such as "vorwerfen" blames him for:
    there is nothing else in the clause for it to blame."""
    token = parsed.parsed_at(mention.start)
    if token is None or " " in parsed.text[mention.start : mention.end] or parsed.dep[token] != "appos":
        return False
    whom = parsed.head[token]
    verb = parsed.head[whom]
    if parsed.dep[whom] not in _TO_WHOM or not parsed.lexicon.has(
        infinitive(parsed, verb), "verb_of_blaming"
    ):
        return False
    article = dependent(parsed, whom, "det")
    if article is None or parsed.case[article] != "Dat":
        return False
    nouns = [
        child
        for child in parsed.children(verb)
        if parsed.pos[child] in ("NOUN", "PROPN", "PRON")
        and child != whom
        and not parsed.dep[child].startswith("nsubj")
        and dependent(parsed, child, "case") is None
    ]
    return not nouns and dependent(parsed, verb, *_CLAUSES) is None and not _goes_on(parsed, verb, token)


def _goes_on(parsed: ParsedText, verb: int, token: int) -> bool:
    """Whether a comma behind the verb opens what the blame is: "warf dem Abt Lind vor, er sei geizig"."""
    parts = [verb, token, *dependents(parsed, verb, "compound:prt")]
    behind = max(parts) + 1
    infinitive = parsed.verb_form[verb] == "Inf"
    return not infinitive and behind < len(parsed.words) and parsed.words[behind] == ","
