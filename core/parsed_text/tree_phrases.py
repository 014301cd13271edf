"""Noun phrases by the parse, for languages in which nouns have no capitals."""

from collections.abc import Sequence

from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.relations import JOINED, SUBJECTS
from core.parsed_text.trees import dependent

_HEADS = frozenset(("NOUN", "PROPN", "PRON"))
_PLACES = frozenset((*SUBJECTS, "obj", "iobj", "obl", "obl:agent", "nmod", "conj", "appos"))
"""Relations by which also a number or an article is a phrase: "One said", "Others doubted"."""
_SMALL = frozenset(("NUM", "DET", "ADJ", "SYM", "X"))
_NEVER = frozenset((*JOINED, "det", "amod", "case", "mark", "discourse", "vocative", "cc", "nmod:desc"))
_INSIDE = frozenset(
    (
        *JOINED,
        *("det", "det:predet", "amod", "nummod", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "appos"),
        *("conj", "cc", "cc:preconj", "punct", "acl", "obl", "case", "advmod", "obj", "mark"),
    )
)
"""Dependents that may belong to a phrase, those of its participles included."""
_OF_HEAD = frozenset(("case", "mark", "punct", "cc", "advmod", "obl", "obj"))
"""Dependents of the head itself that do not belong to it, but to the clause."""
_TIMES = frozenset(("obl:unmarked", "obl:tmod", "nmod:tmod", "advmod"))
_LONGEST = 40


def tree_phrases(parsed: ParsedText, first: int, end: int) -> list[Phrase]:
    """The noun phrases among the tokens first..end, left to right, without overlap; what modifies a noun belongs to its
    phrase, a relative clause does not."""
    found: list[Phrase] = []
    spans = sorted(
        (start, -stop, head)
        for head in range(first, end)
        if _is_head(parsed, head)
        for start, stop in (_extent(parsed, head, first, end),)
    )
    reached = first
    for start, stop, head in spans:
        if start >= reached:
            found.append(_phrase(parsed, start, -stop, head))
            reached = -stop
    return found


def _is_head(parsed: ParsedText, i: int) -> bool:
    relation = parsed.dep[i]
    if parsed.space[i] or relation in _NEVER:
        return False
    if relation == "nmod:poss" and parsed.pos[i] == "PRON":
        return False
    return parsed.pos[i] in _HEADS or (parsed.pos[i] in _SMALL and relation in _PLACES)


def _extent(parsed: ParsedText, head: int, first: int, end: int) -> tuple[int, int]:
    """The unbroken run of tokens around a head that belong to its phrase."""
    predicate = dependent(parsed, head, "cop", *SUBJECTS) is not None
    inside = {head}
    stack = [child for child in parsed.children(head) if _belongs(parsed, head, child, predicate)]
    while stack and len(inside) < _LONGEST:
        token = stack.pop()
        inside.add(token)
        # An amended parse may go in a circle, "88-year-old man wins".
        inner = (child for child in parsed.children(token) if parsed.dep[child] in _INSIDE)
        stack.extend(child for child in inner if child not in inside)
    stretch = parsed.stretch_at(head)
    start, stop = head, head + 1
    while start > first and _goes_on(parsed, start - 1, inside) and parsed.stretch_at(start - 1) is stretch:
        start -= 1
    while stop < end and _goes_on(parsed, stop, inside) and _is_same(parsed, stop, stretch):
        stop += 1
    while start < head and not (start in inside and parsed.pos[start] != "PUNCT"):
        start += 1
    while stop > head + 1 and not (stop - 1 in inside and _may_end(parsed, stop - 1)):
        stop -= 1
    return start, stop


def _belongs(parsed: ParsedText, head: int, child: int, predicate: bool) -> bool:
    relation = parsed.dep[child]
    if relation in _OF_HEAD and not (relation == "case" and child > head) and not _is_short(parsed, child):
        return False
    if predicate and relation in ("conj", "cc", "acl", "punct", "advmod", "obl"):
        return False
    if relation == "nmod" and parsed.dep[head] in SUBJECTS and _is_day(parsed, child):
        return False  # "A spokesman for the club on Friday denied it"
    if relation in ("conj", "appos"):
        clause = dependent(parsed, child, "cop", "aux", *SUBJECTS) is not None
        return parsed.pos[child] in ("NOUN", "PROPN", "PRON", "NUM", "SYM") and not clause
    if relation == "cc":
        return True
    if relation == "acl":
        return parsed.words[child - 1] != "," and not parsed.low[child].endswith("ing")
    return relation in _INSIDE


def _is_day(parsed: ParsedText, i: int) -> bool:
    """Whether a word says on which day of the week something was."""
    case = dependent(parsed, i, "case")
    return parsed.lexicon.has(parsed.words[i], "weekday") and case is not None and parsed.low[case] == "on"


def _is_short(parsed: ParsedText, child: int) -> bool:
    """Whether a dependent is a conjunction or an adverb of quantity that stays within the phrase: "nearly 40"."""
    return parsed.dep[child] == "cc" and child > parsed.head[child] - _LONGEST


def _goes_on(parsed: ParsedText, i: int, inside: set[int]) -> bool:
    """Whether a run goes on over token `i`: it belongs to the phrase, or is a comma or bracket with more behind it."""
    return i in inside or (parsed.pos[i] == "PUNCT" and parsed.words[i] in (",", "(", ")", "-", "–", "&"))


def _is_same(parsed: ParsedText, i: int, stretch: object) -> bool:
    return parsed.stretch_at(i) is stretch or not parsed.is_speech(i)


def _may_end(parsed: ParsedText, i: int) -> bool:
    return parsed.words[i][:1].isalnum() or parsed.words[i] in (")", "'", "’", "'s", "’s", "%")


def _phrase(parsed: ParsedText, start: int, end: int, head: int) -> Phrase:
    core = head
    while core + 1 < end and parsed.dep[core + 1] in JOINED and start <= parsed.head[core + 1] <= core:
        core += 1
    preposition = _preposition(parsed, start, head)
    pronoun = parsed.pos[head] == "PRON" and end == start + 1
    subject = preposition is None and parsed.dep[head] not in _TIMES
    return Phrase(start, end, core, preposition, subject, pronoun)


def _preposition(parsed: ParsedText, start: int, head: int) -> int | None:
    before: Sequence[int] = [
        child for child in parsed.children(head) if parsed.dep[child] == "case" and child < start
    ]
    return before[-1] if before else None
