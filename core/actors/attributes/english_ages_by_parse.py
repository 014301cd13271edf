"""Ages that an English sentence tells of its subject in whatever order: "…, a retired seamstress who is 94 and …"."""

from collections.abc import Iterator

from core.actors.attributes.ages import OLDEST
from core.actors.attributes.english_numbers import NUMBER, number_of
from core.analysis.analysis import Mention
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import SUBJECTS
from core.parsed_text.trees import dependent, dependents
from core.text.late_patterns import LatePattern

_YOUNGEST = 13
"""A smaller bare number is seldom an age."""
_ONE = ("appos", "flat", "nmod:desc")
_IS = frozenset(("is", "’s", "'s"))
_STEPS = 3
"""Relations between a name and the noun whose clause tells the age."""
_AGE = LatePattern(
    rf"{NUMBER}(?=[,.;:!?)–—]|\s(?:and|but|or|years|now|today|this|on|last|with)\b|\s[–—]|$)"
    r"(?!,\d|[.]\d|\s(?:and|or)\s(?:\d|counting|a\shalf))"
)
"""A bare number and what may follow where it is an age."""
_NEAR = frozenset("not never nearly almost about around approximately under over".split())


def age_by_parse(parsed: ParsedText, mention: Mention) -> int | None:
    """The age that is said of a person as a predicate, or as the age at which they do what they do now.

    None where the clause is in the past, depends on "when" or "if", or the number may count something.
    """
    first = parsed.token_from(mention.start)
    if first >= len(parsed.words):
        return None
    for word in _words_for(parsed, first):
        for clause in _clauses_of(parsed, word):
            number = _predicate(parsed, clause) or _at_age(parsed, clause)
            if number is not None and not _is_of_other(parsed, mention, number):
                return _age_at(parsed, number)
    return None


def _is_of_other(parsed: ParsedText, mention: Mention, number: int) -> bool:
    """Whether somebody else is named between a name and a number behind it."""
    last = parsed.token_from(mention.end)
    return any(parsed.entity[k] == "PER" for k in range(last, number))


def _words_for(parsed: ParsedText, first: int) -> Iterator[int]:
    """The head of a name and the nouns that are one with it by the parse."""
    above = first
    for _ in range(_STEPS):
        yield above
        yield from (child for child in dependents(parsed, above, "appos") if child > first)
        if parsed.dep[above] not in _ONE:
            return
        above = parsed.head[above]


def _clauses_of(parsed: ParsedText, word: int) -> Iterator[int]:
    """The heads of the clauses of which a word, or a "who" behind it, is the subject, and of those joined to them."""
    heads = [parsed.head[word]] if parsed.dep[word] in SUBJECTS else []
    for clause in dependents(parsed, word, "acl:relcl"):
        subject = dependent(parsed, clause, *SUBJECTS)
        if subject is not None and parsed.low[subject] == "who":
            heads.append(clause)
    for head in heads:
        yield head
        yield from (
            other for other in dependents(parsed, head, "conj") if dependent(parsed, other, *SUBJECTS) is None
        )


def _predicate(parsed: ParsedText, clause: int) -> int | None:
    """The token of the number that a subject is said to be: "is only 23 but"."""
    copula = dependent(parsed, clause, "cop")
    if parsed.pos[clause] != "NUM" or copula is None or parsed.low[copula] not in _IS:
        return None
    if parsed.dep[clause] in ("advcl", "ccomp") and dependent(parsed, clause, "mark", "advmod") is not None:
        return None
    if any(parsed.low[k] in _NEAR for k in range(copula, clause)):
        return None
    return clause


def _at_age(parsed: ParsedText, clause: int) -> int | None:
    """The token of the age at which somebody does what they do now: "and, at 35, knows that"."""
    if parsed.pos[clause] != "VERB" or not _is_present(parsed, clause):
        return None
    for said in dependents(parsed, clause, "obl"):
        number = said
        if parsed.low[said] == "age":
            inner = dependent(parsed, said, "nmod")
            number = said if inner is None else inner
        if parsed.pos[number] != "NUM" or number > clause:
            continue
        case = dependent(parsed, said, "case")
        if case is not None and parsed.low[case] == "at" and parsed.words[number + 1 : number + 2] == [","]:
            return number
    return None


def _is_present(parsed: ParsedText, verb: int) -> bool:
    """Whether a verb is finite and in the present, by its form or that of its auxiliary."""
    auxiliary = dependent(parsed, verb, "aux")
    if auxiliary is not None:
        return parsed.low[auxiliary] in ("is", "has", "can", "will", "does", "may")
    return parsed.low[verb].endswith("s") and not parsed.low[verb].endswith("ss")


def _age_at(parsed: ParsedText, token: int) -> int | None:
    """The age written at a token, perhaps begun before a hyphen: "thirty-six"."""
    while token >= 2 and parsed.words[token - 1] == "-" and parsed.ends[token - 1] == parsed.starts[token]:
        token -= 2
    found = _AGE.match(parsed.text, parsed.starts[token])
    age = number_of(found.group(1)) if found else 0
    return age if _YOUNGEST <= age <= OLDEST else None
