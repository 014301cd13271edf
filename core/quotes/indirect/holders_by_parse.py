"""Statements that hang on no verb, by the parse: "her claim that …", "is confident that …", "Hale: I will go"."""

import re
from collections.abc import Iterable

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import names_somebody
from core.parsed_text.trees import dependent, dependents, is_negated, own_subject, subject_token, subtree
from core.quotes import rules
from core.quotes.finding import Finding
from core.quotes.indirect.clause_findings import finding_of
from core.quotes.indirect.speech_by_source import FEWEST
from core.quotes.speakers.subjects_by_parse import phrase_with

_WRITER = frozenset(("i", "we", "you", "one", "it"))
HEADLINES = frozenset(("headline", "subheading", "kicker"))
CLOSING = ("”", "’", '"', "'", "»", "“", ")")
"""Marks that end words in marks."""
_LATER = ("after", "as", "when", "before")
_RESULT = re.compile(r"\s\d{1,3}[-–]\d{1,3}\s")
"""What makes a headline tell a result before its colon: "Elm Town 0-3 Corby: Lund scores again"."""
_MAKING = frozenset(
    "make makes made making repeat repeats repeated issue issued voice voiced raise raised reiterate reiterated give "
    "gave gives sent send renew renewed".split()
)
"""Verbs whose subject has said what their object, a noun of saying, says."""


def from_adjectives(parsed: ParsedText, sentence: Sentence) -> Iterable[Finding]:
    """ "is confident that …": a clause on an adjective for what somebody holds."""
    for i in range(sentence.unit.first, sentence.end):
        if parsed.lexicon.stances.get(parsed.low[i]) != "adjective" or parsed.stretch_at(i) is not None:
            continue
        clause = dependent(parsed, i, "ccomp")
        subject = subject_token(parsed, i)
        who = phrase_with(sentence, subject) if subject is not None else None
        if clause is None or who is None or (who.pronoun and parsed.low[who.start] in _WRITER):
            continue
        if is_negated(parsed, i):
            continue
        copulas = list(dependents(parsed, i, "cop"))
        yield from finding_of(parsed, [*copulas, i], who, subtree(parsed, clause), rules.SAID_THAT)


def from_impersonal(parsed: ParsedText, sentence: Sentence) -> Iterable[Finding]:
    """ "It is understood the bridge will close": a clause on a participle with "it", where nobody is named."""
    for i in range(sentence.unit.first, sentence.end):
        if not parsed.lexicon.has(parsed.low[i], "impersonal") or parsed.stretch_at(i) is not None:
            continue
        clause = dependent(parsed, i, "ccomp", "csubj")
        subject = dependent(parsed, i, "expl", "nsubj", "nsubj:pass")
        copulas = list(dependents(parsed, i, "cop", "aux:pass"))
        if clause is None or clause < i or subject is None or parsed.low[subject] != "it" or not copulas:
            continue
        yield from finding_of(parsed, [*copulas, i], None, subtree(parsed, clause), rules.SAID_THAT)


def from_nouns(parsed: ParsedText, sentence: Sentence) -> Iterable[Finding]:
    """ "her claim that …", "a promise to …": a clause on a noun of saying."""
    for i in range(sentence.unit.first, sentence.end):
        frames = parsed.lexicon.cue_nouns.get(parsed.low[i], "")
        if "c" not in frames or parsed.stretch_at(i) is not None or parsed.pos[i] != "NOUN":
            continue
        for clause in _of_noun(parsed, i):
            marks = {parsed.low[mark] for mark in dependents(parsed, clause, "mark")}
            said = marks & {"that", "whether"} or ("z" in frames and "to" in marks)
            if said and clause > i:
                who = _holder(parsed, sentence, i)
                yield from finding_of(parsed, [i], who, subtree(parsed, clause), rules.CLAIM_THAT)


def _of_noun(parsed: ParsedText, noun: int) -> list[int]:
    """The clauses that hang on a noun, and one that "that" opens right behind it, wherever the parser hangs it."""
    clauses = list(dependents(parsed, noun, "acl", "ccomp", "appos"))
    for whose in dependents(parsed, noun, "nmod"):  # "complaints from tenants that the lift had stuck"
        clauses.extend(
            clause
            for clause in dependents(parsed, whose, "acl", "acl:relcl", "ccomp")
            if any(parsed.low[mark] == "that" for mark in dependents(parsed, clause, "mark"))
        )
    if parsed.low[noun + 1 : noun + 2] == ["that"] and parsed.dep[noun + 1] == "mark":
        clauses.append(parsed.head[noun + 1])
    return list(dict.fromkeys(clauses))


def _holder(parsed: ParsedText, sentence: Sentence, noun: int) -> Phrase | None:
    """Whose claim it is: the owner, who it comes from, or the subject of the verb that makes it."""
    owner = dependent(parsed, noun, "nmod:poss")
    if owner is not None:
        known = phrase_with(sentence, owner)
        end = next((k for k in range(owner, noun) if parsed.low[k] in ("'s", "’s", "'", "’")), owner + 1)
        start = owner if known is None else min(known.start, owner)
        return Phrase(start, end, owner, None, True, parsed.pos[owner] == "PRON")
    for child in dependents(parsed, noun, "nmod"):
        if any(parsed.low[case] in ("by", "from", "of") for case in dependents(parsed, child, "case")):
            tokens = subtree(parsed, child, without=("case", "acl", "acl:relcl"))
            return Phrase(tokens[0], tokens[-1] + 1, child, None, True, False)
    verb = parsed.head[noun]
    if parsed.dep[noun] == "obj" and parsed.low[verb] in _MAKING:
        subject = subject_token(parsed, verb)
        return phrase_with(sentence, subject) if subject is not None else None
    return None


def from_headline(parsed: ParsedText, sentence: Sentence) -> Iterable[Finding]:
    """ "Marsh: I will go": what follows the name of somebody and a colon in a headline."""
    unit = sentence.unit
    if not (0 <= unit.paragraph < len(parsed.kinds) and parsed.kinds[unit.paragraph] in HEADLINES):
        return
    colon = next((i for i in range(unit.first, sentence.end) if parsed.words[i] == ":"), None)
    if colon is None or sentence.end - colon <= FEWEST:
        return
    who = next((p for p in sentence.phrases if p.start == unit.first and p.end == colon), None)
    tokens = list(range(colon + 1, sentence.end))
    if who is None or not names_somebody(parsed, who) or parsed.stretch_at(colon + 1) is not None:
        return
    if colon == unit.first + 1 and parsed.lexicon.has(parsed.low[unit.first], "genre"):
        return  # "Review: The lead is out of breath" says what kind of text it is.
    if _RESULT.search(parsed.text, parsed.starts[unit.first], parsed.starts[colon]):
        return
    if parsed.lexicon.has(parsed.low[colon + 1], "question") and parsed.pos[who.head] != "PROPN":
        return  # "Rents: What you will pay" says what it is about.
    yield from finding_of(parsed, [], who, tokens, rules.NAMED_COLON)


def told_meanwhile(parsed: ParsedText, clause: int) -> list[int]:
    """Clauses in what somebody says in a headline that the paper adds to it."""
    inside = (child for i in subtree(parsed, clause) for child in dependents(parsed, i, "advcl", "ccomp"))
    return [child for child in inside if child > clause and is_told_meanwhile(parsed, child)]


def is_told_meanwhile(parsed: ParsedText, clause: int) -> bool:
    """Whether a clause with "as" in a headline tells what happens besides: "Mayor says plan is dead as rival vows to
    fight"."""
    block = parsed.block_at(parsed.starts[clause])
    if block is None or parsed.kinds[block] not in HEADLINES or own_subject(parsed, clause) is None:
        return False
    return any(parsed.low[mark] == "as" for mark in dependents(parsed, clause, "mark"))


def told_afterwards(parsed: ParsedText, infinitive: int) -> list[int]:
    """Finite verbs joined to an infinitive, with the conjunctions before them, and clauses right behind words in marks
    that tell when it was said: those go on with what happened."""
    past = [child for child in dependents(parsed, infinitive, "conj") if parsed.verb_form[child] == "Fin"]
    later = [
        child
        for child in dependents(parsed, infinitive, "advcl")
        if (first := subtree(parsed, child)[0]) > infinitive
        and parsed.low[first] in _LATER
        and parsed.words[first - 1] in CLOSING
    ]
    return [*past, *(i - 1 for i in past if parsed.dep[i - 1] == "cc"), *later]
