"""The parse as a tree: what hangs on a word, and of which verb a word is the subject.

For languages in which neither commas nor capitals tell clauses and noun phrases apart (`ParsedText.by_parse`).
"""

from collections.abc import Collection, Iterator

from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import AUXILIARIES, SUBJECTS

_CONTROLLED = ("xcomp", "advcl", "conj", "parataxis")
_MOST = 500
"""Tokens looked at for one word; more would be a damaged parse."""
_LONGEST_CHAIN = 12


def subtree(
    parsed: ParsedText, i: int, without: Collection[str] = (), cut: Collection[int] = ()
) -> list[int]:
    """Token `i` and all that hangs on it, in text order; dependents by a relation of `without`, and the tokens of
    `cut`, are left out with all that hangs on them."""
    found: list[int] = []
    stack = [i]
    while stack and len(found) < _MOST:
        token = stack.pop()
        found.append(token)
        stack.extend(
            child for child in parsed.children(token) if parsed.dep[child] not in without and child not in cut
        )
    return sorted(found)


def dependents(parsed: ParsedText, i: int, *relations: str) -> Iterator[int]:
    """The dependents of a token by some relations, in text order."""
    return (child for child in parsed.children(i) if parsed.dep[child] in relations)


def dependent(parsed: ParsedText, i: int, *relations: str) -> int | None:
    """The first dependent of a token by one of some relations."""
    return next(dependents(parsed, i, *relations), None)


def infinitive(parsed: ParsedText, verb: int) -> str:
    """The dictionary form of a German verb with the particles parted from it: "vorwerfen" for "wirft … vor"."""
    particles = (parsed.low[k] for k in dependents(parsed, verb, "compound:prt"))
    return "".join(particles) + parsed.lemma[verb].lower()


def full_verb(parsed: ParsedText, i: int) -> int:
    """The verb or predicate that a token is the auxiliary of, else the token."""
    return parsed.head[i] if parsed.dep[i] in AUXILIARIES else i


def is_passive(parsed: ParsedText, verb: int) -> bool:
    """Whether a verb is in the passive, a participle that stands by itself ("Asked about it, …") included; one that is
    joined to another verb shares its voice."""
    if dependent(parsed, verb, "aux:pass") is not None:
        return True
    if dependent(parsed, verb, "nsubj:pass") is not None:
        return not _is_told_plainly(parsed, verb)
    if dependent(parsed, verb, "aux", *SUBJECTS) is not None:
        return False
    joined = dependent(parsed, verb, "cc") is not None or _is_in_row(parsed, verb)
    joined = joined and parsed.dep[verb] == "conj"
    if joined and parsed.head[verb] < verb and parsed.pos[parsed.head[verb]] == "VERB":
        return is_passive(parsed, parsed.head[verb])
    # A relative clause has a subject, or it is a participle: "The man, said to be ill, left".
    participle = parsed.verb_form[verb] == "Part" or parsed.dep[verb] == "acl:relcl"
    return participle and not parsed.low[verb].endswith("ing")


def _is_in_row(parsed: ParsedText, verb: int) -> bool:
    """Whether a verb is one in the middle of a row: "denied it, threatened to sue and left"."""
    behind = (k for k in dependents(parsed, parsed.head[verb], "conj") if k > verb)
    return parsed.by_parse and any(dependent(parsed, k, "cc") is not None for k in behind)


def _is_told_plainly(parsed: ParsedText, verb: int) -> bool:
    """Whether a verb is that of a main clause in running text, where only headlines leave out what makes a passive."""
    plain = parsed.dep[verb] == "ROOT" and dependent(parsed, verb, "aux") is None
    return plain and parsed.is_running_text(parsed.starts[verb])


def own_subject(parsed: ParsedText, verb: int) -> int | None:
    """The subject that hangs on a verb itself; of two, the one that is not in marks which the verb is outside of, and
    no relative pronoun, which is the object then: "an offer, which it called low"."""
    subjects = list(dependents(parsed, verb, *SUBJECTS))
    if len(subjects) > 1 and parsed.by_parse:
        subjects = [k for k in subjects if not parsed.lexicon.has(parsed.low[k], "relative")] or subjects
    if len(subjects) > 1 and parsed.stretch_at(verb) is None:
        subjects = [child for child in subjects if parsed.stretch_at(child) is None] or subjects
    return subjects[0] if subjects else None


def subject_token(parsed: ParsedText, verb: int) -> int | None:
    """The head of the subject of a verb: its own, that of the verb it is joined to or governed by, or the noun that a
    participle or relative clause is about."""
    at = full_verb(parsed, verb)
    for _ in range(_LONGEST_CHAIN):
        subject = own_subject(parsed, at)
        if subject is not None:
            return _antecedent(parsed, at, subject)
        relation = parsed.dep[at]
        if relation.startswith("acl"):
            return parsed.head[at]
        if relation == "xcomp":
            told = dependent(parsed, parsed.head[at], "iobj", "obj")
            if told is not None:
                return told
        if relation not in _CONTROLLED or parsed.head[at] == at:
            return None
        at = parsed.head[at]
    return None


def _antecedent(parsed: ParsedText, verb: int, subject: int) -> int:
    """The noun that a relative pronoun stands for."""
    relative = parsed.lexicon.has(parsed.low[subject], "relative")
    if relative and parsed.dep[verb] == "acl:relcl":
        return parsed.head[verb]
    return subject


def is_negated(parsed: ParsedText, verb: int) -> bool:
    """Whether "not" or "never" hangs on a verb."""
    return any(
        child < verb and parsed.lexicon.has(parsed.low[child], "negation")
        for child in dependents(parsed, verb, "advmod")
    )
