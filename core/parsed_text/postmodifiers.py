"""Postmodifiers of a noun phrase: a genitive, "von …", a bracket, an age, an apposition between commas."""

from core.parsed_text.noun_phrase import LONGEST, core_end, is_adjective
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import PLAIN_SUBJECTS

_LINKING = frozenset(("von", "vom", "aus", "für", "of", "for", "from"))
"""Prepositions by which a modifier follows its noun."""
_OBJECTS = ("obl:arg", "iobj", "obl")
_AGENT = "obl:agent"
"""What the parse calls who does something in the passive."""
_FROM = frozenset(("von", "vom"))
_AND = frozenset(("und", "sowie", "and"))
_MOST = 8
"""Modifiers of one phrase."""


def extend(parsed: ParsedText, first: int, stop: int, end: int) -> int:
    """The end of a phrase with its postmodifiers. It begins at token `first`; its core ends at `stop`."""
    at = stop
    if parsed.lexicon.has(parsed.words[stop - 1], "weekday"):
        return at
    for _ in range(_MOST):
        if at >= end or at - first > LONGEST:
            return at
        further = _next_end(parsed, first, stop, at, end)
        if further is None:
            return _behind_comma(parsed, first, at, end)
        at = further
    return at


def _next_end(parsed: ParsedText, first: int, stop: int, at: int, end: int) -> int | None:
    """The end of one modifier that begins at token `at`: a bracket, a genitive, "von …", what a name owns, "und …"."""
    low, lexicon = parsed.low[at], parsed.lexicon
    if low == "(":
        return _bracket_end(parsed, at, end)
    genitive = lexicon.has(low, "genitive")
    if genitive and _is_name(parsed, stop - 1, first):
        return None
    if low.endswith("er") and _is_bare_genitive(parsed, first, at, end):
        return core_end(parsed, at, end)
    if at == stop and _owns(parsed, first, at, end):
        return core_end(parsed, at, end)
    if low == "für" and parsed.entity[stop - 1] == "PER":
        return None
    if genitive or low in _LINKING:
        inner = core_end(parsed, at if lexicon.has(low, "determiner") else at + 1, end)
        elsewhere = inner is not None and (
            _modifies_verb(parsed, first, at, inner)
            if low in _FROM
            else genitive and (_is_subject(parsed, first, at, inner) or _is_object(parsed, first, at, inner))
        )
        return None if elsewhere or inner is None else _list_end(parsed, at, inner, end)
    if low in _AND and at + 1 < end and not lexicon.has(parsed.low[at + 1], "preposition"):
        inner = core_end(parsed, at + 1, end)
        return inner if inner is not None and parsed.verb_near(inner, end) else None
    return None


def _list_end(parsed: ParsedText, first: int, at: int, end: int) -> int:
    """The end of a row of nouns of which the first one ends at token `at`: "aus Ärzten, Eltern und Kirchen"; `at` where
    none begins."""
    reached = at
    while reached < end and (parsed.words[reached] == "," or parsed.low[reached] in _AND):
        closes = parsed.low[reached] in _AND
        further = core_end(parsed, reached + 1, end)
        if further is None or not any(
            parsed.dep[k] == "conj" and first <= parsed.head[k] < reached for k in range(reached + 1, further)
        ):
            return at
        reached = further
        if closes:
            return reached
    return at


def _is_subject(parsed: ParsedText, first: int, at: int, end: int) -> bool:
    """Whether what may be a genitive is the subject of the sentence: "der Fahrer" in "laut Polizei der Fahrer"."""
    if parsed.case[at] not in ("", "Nom"):
        return False
    heads = (k for k in range(at, end) if parsed.dep[k] in PLAIN_SUBJECTS)
    return any(not first <= parsed.head[k] < end for k in heads)


def _is_object(parsed: ParsedText, first: int, at: int, end: int) -> bool:
    """Whether what may be a genitive is a dative that hangs on the verb: "der Presse" in "sagte in Ulm der Presse"."""
    if parsed.case[at] != "Dat":
        return False
    heads = (k for k in range(at, end) if parsed.dep[k] in _OBJECTS and parsed.case[k] == "Dat")
    return any(not first <= parsed.head[k] < end and parsed.pos[parsed.head[k]] == "VERB" for k in heads)


def _behind_comma(parsed: ParsedText, first: int, at: int, end: int) -> int:
    """The end of an age or an apposition behind a comma at token `at`; `at` where there is none."""
    if parsed.words[at] != ",":
        return at
    if at + 1 < end and parsed.words[at + 1].isdigit() and _is_age(parsed, at + 1, end):
        return min(at + 3, end)
    return _apposition(parsed, first, at, end) or at


def _bracket_end(parsed: ParsedText, opening: int, end: int) -> int | None:
    """The end of a short bracket; None where it is not closed."""
    inside = range(opening + 1, min(opening + 9, end))
    return next((k + 1 for k in inside if parsed.words[k] == ")"), None)


def _is_age(parsed: ParsedText, i: int, end: int) -> bool:
    """Whether a number between commas is an age before a verb: "Morna Shaw, 62, said"."""
    closed = (
        i + 2 < end
        and parsed.words[i + 1] == ","
        and (parsed.is_finite(i + 2) or parsed.low[i + 2] in parsed.lexicon.cues)
    )
    return closed and len(parsed.words[i]) <= 3 and parsed.words[i - 2][:1].isupper()


def _owns(parsed: ParsedText, first: int, at: int, end: int) -> bool:
    """Whether a name in the genitive is followed by what it owns: "Bergs langjähriger Mitarbeiter"."""
    if (
        parsed.lexicon.language != "de"
        or at >= end
        or at - first > 2
        or not parsed.words[at - 1].endswith("s")
    ):
        return False
    bare = parsed.words[first][:1].isupper() and not parsed.lexicon.has(parsed.low[first], "determiner")
    return (
        bare
        and parsed.words[at].islower()
        and is_adjective(parsed, at, False)
        and core_end(parsed, at, end) is not None
    )


def _is_bare_genitive(parsed: ParsedText, first: int, at: int, end: int) -> bool:
    """Whether an adjective opens a genitive without an article: "Schätzungen unabhängiger Fachleute"."""
    if not parsed.has_parse or not is_adjective(parsed, at, False):
        return False
    noun = parsed.head[at]
    return (
        at < noun < end
        and parsed.case[noun] == "Gen"
        and parsed.dep[noun] == "nmod"
        and first <= parsed.head[noun] < at
    )


def _is_name(parsed: ParsedText, head: int, first: int) -> bool:
    """Whether a phrase ends in a person's name, which takes no genitive: what follows is a dative then."""
    if parsed.entity[head] == "PER":
        return True
    run = head
    while run > first and parsed.words[run - 1][:1].isupper() and parsed.words[run - 1].isalpha():
        run -= 1
    return head > run and any(
        parsed.lexicon.gender_of_name(parsed.words[i]) is not None
        or parsed.lexicon.role(parsed.words[i]) is not None
        for i in range(run, head)
    )


def _apposition(parsed: ParsedText, first: int, comma: int, end: int) -> int | None:
    """End of an apposition behind a comma, closed by a comma, a verb or the end: ", Senator aus X,"."""
    if parsed.lexicon.has(parsed.low[comma + 1] if comma + 1 < end else "", "preposition", "subordinator"):
        return None
    inner = core_end(parsed, comma + 1, end) if comma + 1 < end else None
    if inner is None:
        return None
    at = inner
    for _ in range(3):
        if at < end and (
            parsed.lexicon.has(parsed.low[at], "genitive")
            or parsed.low[at] in _LINKING | {"im", "in", "bei", "beim", "at"}
        ):
            start = at if parsed.lexicon.has(parsed.low[at], "determiner") else at + 1
            further = core_end(parsed, start, end)
            if further is None:
                break
            at = further
        elif at < end and parsed.words[at] == "(":
            closed = _bracket_end(parsed, at, end)
            if closed is None:
                break
            at = closed
        else:
            break
    named = _is_somebody(parsed, comma + 1, at) and _is_somebody(parsed, first, comma)
    if not (named or _parsed_apposition(parsed, first, comma, inner)):
        return None
    if at < end and parsed.is_finite(at) and parsed.lexicon.has(parsed.low[comma + 1], "determiner"):
        return None
    if at >= end or parsed.words[at] in (".", ":", "!", "?") or parsed.closes_clause(at):
        return at
    if parsed.words[at] != ",":
        return None
    if at + 1 >= end:
        return at
    last_particle = parsed.lexicon.has(parsed.low[at + 1], "separable") and (
        at + 2 >= end or parsed.words[at + 2] in (",", ":", ".")
    )
    return at + 1 if last_particle or parsed.is_finite(at + 1) else at


def _parsed_apposition(parsed: ParsedText, first: int, comma: int, end: int) -> bool:
    """Whether the parse makes a noun behind the comma the apposition of the name before it."""
    if not parsed.has_parse:
        return False
    return any(
        parsed.dep[k] == "appos" and first <= parsed.head[k] < comma and parsed.entity[parsed.head[k]]
        for k in range(comma + 1, end)
    )


def _is_somebody(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether a phrase names a person or body: an entity, a role, or two capitals in a row as names are written."""
    if any(parsed.entity[k] or parsed.lexicon.role(parsed.words[k]) is not None for k in range(first, end)):
        return True
    bare = end - first >= 2 and all(parsed.words[k][:1].isupper() for k in range(first, first + 2))
    return bare and not parsed.lexicon.has(parsed.low[first], "determiner", "preposition")


def _modifies_verb(parsed: ParsedText, first: int, preposition: int, end: int) -> bool:
    """Whether in the parse the noun behind a preposition depends on a verb before the phrase: "verabschiedete sich der
    Sänger von seinem Publikum"."""
    if not parsed.has_parse:
        return False
    noun = parsed.head[preposition]
    verb = parsed.head[noun]
    before = verb < first and parsed.dep[noun] == "obl"
    return (
        preposition < noun < end
        and (before or (parsed.dep[noun] == _AGENT and not _is_of_saying(parsed, preposition - 1)))
        and parsed.pos[verb] in ("VERB", "AUX")
    )


def _is_of_saying(parsed: ParsedText, i: int) -> bool:
    """Whether a noun is one of saying, whose source follows: "Angaben von der Wache"."""
    return parsed.words[i] in parsed.lexicon.cue_nouns
