"""What hangs on a noun phrase: a genitive, "von …", a bracket, an age, an apposition between commas."""

from core.parsed_text.noun_phrase import LONGEST, core_end, is_adjective
from core.parsed_text.parsed_text import View

_HANGING = frozenset(("von", "vom", "aus", "für", "of", "for", "from"))

_FROM = frozenset(("von", "vom"))


def extend(view: View, first: int, stop: int, end: int) -> int:
    """End of a phrase together with what hangs on it."""
    at = stop
    if view.lexicon.has(view.words[stop - 1], "weekday"):
        return at
    for _ in range(8):
        if at >= end or at - first > LONGEST:
            break
        low, word = view.low[at], view.words[at]
        if word == "(":
            closing = next((k for k in range(at + 1, min(at + 9, end)) if view.words[k] == ")"), None)
            if closing is None:
                break
            at = closing + 1
            continue
        if view.lexicon.has(low, "genitive") and _is_name(view, stop - 1, first):
            break
        if at == stop and _owns(view, first, at, end):
            at = core_end(view, at, end) or at
            continue
        if low == "für" and view.doc[stop - 1].ent_type_ == "PER":
            break
        if view.lexicon.has(low, "genitive") or (low in _HANGING and view.lexicon.language == "de"):
            inner = core_end(view, at if view.lexicon.has(low, "determiner") else at + 1, end)
            if inner is None or (low in _FROM and _hangs_elsewhere(view, first, at, inner)):
                break
            at = inner
            continue
        if view.lexicon.language == "en" and low in _HANGING:
            inner = core_end(view, at + 1, end)
            if inner is None:
                break
            at = inner
            continue
        if (
            low in ("und", "sowie", "and")
            and at + 1 < end
            and not view.lexicon.has(view.low[at + 1], "preposition")
        ):
            inner = core_end(view, at + 1, end)
            if inner is None or view.verb_near(inner, end) is False:
                break
            at = inner
            continue
        if word == "," and at + 1 < end and view.words[at + 1].isdigit() and _is_age(view, at + 1, end):
            at = min(at + 3, end)
            break
        if word == ",":
            inner = _apposition(view, first, at, end)
            if inner is None:
                break
            at = inner
        break
    return at


def _is_age(view: View, i: int, end: int) -> bool:
    """Whether a number between commas is an age before a verb: "Morna Shaw, 62, said"."""
    closed = (
        i + 2 < end
        and view.words[i + 1] == ","
        and (view.is_finite(i + 2) or view.low[i + 2] in view.lexicon.cues)
    )
    return closed and len(view.words[i]) <= 3 and view.words[i - 2][:1].isupper()


def _owns(view: View, first: int, at: int, end: int) -> bool:
    """Whether a name in the genitive is followed by what it owns: "Bergs langjähriger Mitarbeiter"."""
    if view.lexicon.language != "de" or at >= end or at - first > 2 or not view.words[at - 1].endswith("s"):
        return False
    bare = view.words[first][:1].isupper() and not view.lexicon.has(view.low[first], "determiner")
    return (
        bare
        and view.words[at].islower()
        and is_adjective(view, at, False)
        and core_end(view, at, end) is not None
    )


def _is_name(view: View, head: int, first: int) -> bool:
    """Whether a phrase ends in a person's name, which takes no genitive: what follows is a dative then."""
    if view.doc[head].ent_type_ == "PER":
        return True
    run = head
    while run > first and view.words[run - 1][:1].isupper() and view.words[run - 1].isalpha():
        run -= 1
    return head > run and any(
        view.lexicon.gender_of_name(view.words[i]) is not None or view.lexicon.role(view.words[i]) is not None
        for i in range(run, head)
    )


def _apposition(view: View, first: int, comma: int, end: int) -> int | None:
    """End of an apposition behind a comma, closed by a comma, a verb or the end: ", Senator aus X,"."""
    if view.lexicon.has(view.low[comma + 1] if comma + 1 < end else "", "preposition", "subordinator"):
        return None
    inner = core_end(view, comma + 1, end) if comma + 1 < end else None
    if inner is None:
        return None
    at = inner
    for _ in range(3):
        if at < end and (
            view.lexicon.has(view.low[at], "genitive")
            or view.low[at] in _HANGING | {"im", "in", "bei", "beim", "at"}
        ):
            start = at if view.lexicon.has(view.low[at], "determiner") else at + 1
            further = core_end(view, start, end)
            if further is None:
                break
            at = further
        elif at < end and view.words[at] == "(":
            closing = next((k for k in range(at + 1, min(at + 9, end)) if view.words[k] == ")"), None)
            if closing is None:
                break
            at = closing + 1
        else:
            break
    named = _is_somebody(view, comma + 1, at) and _is_somebody(view, first, comma)
    if not (named or _parsed_apposition(view, first, comma, inner)):
        return None
    if at < end and view.is_finite(at) and view.lexicon.has(view.low[comma + 1], "determiner"):
        return None
    if at >= end or view.words[at] in (".", ":", "!", "?") or view.closes_clause(at):
        return at
    if view.words[at] != ",":
        return None
    if at + 1 >= end:
        return at
    last_particle = view.lexicon.has(view.low[at + 1], "separable") and (
        at + 2 >= end or view.words[at + 2] in (",", ":", ".")
    )
    return at + 1 if last_particle or view.is_finite(at + 1) else at


def _parsed_apposition(view: View, first: int, comma: int, end: int) -> bool:
    """Whether the parse makes a noun behind the comma the apposition of the name before it."""
    if not view.parsed:
        return False
    return any(
        view.doc[k].dep_ == "appos"
        and first <= view.doc[k].head.i < comma
        and view.entity[view.doc[k].head.i]
        for k in range(comma + 1, end)
    )


def _is_somebody(view: View, first: int, end: int) -> bool:
    """Whether a phrase names a person or body: an entity, a role, or two capitals in a row as names are written."""
    if any(view.entity[k] or view.lexicon.role(view.words[k]) is not None for k in range(first, end)):
        return True
    bare = end - first >= 2 and all(view.words[k][:1].isupper() for k in range(first, first + 2))
    return bare and not view.lexicon.has(view.low[first], "determiner", "preposition")


def _hangs_elsewhere(view: View, first: int, preposition: int, end: int) -> bool:
    """Whether the parse hangs what a preposition governs on a verb before the phrase: "verabschiedete sich der Sänger
    von seinem Publikum"."""
    if not view.parsed:
        return False
    noun = view.doc[preposition].head
    verb = noun.head
    return (
        preposition < noun.i < end and verb.i < first and noun.dep_ == "obl" and verb.pos_ in ("VERB", "AUX")
    )
