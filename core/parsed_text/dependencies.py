"""What the pipeline's parse adds to word order: the subject of a verb, and the noun phrase around a word.

Word order finds more subjects than the parse does where the two disagree, so the parse is consulted only where word
order finds nothing, or nothing that can speak. Without a parse (blank pipelines) nothing is found here.
"""

from collections.abc import Iterator

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import names_somebody
from core.parsed_text.word_order import agrees

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubjpass", "sb"))
_AUXILIARIES = frozenset(("aux", "aux:pass", "auxpass", "cop"))
_OUTSIDE = frozenset(("acl", "acl:relcl", "relcl", "advcl", "parataxis", "ccomp", "csubj", "cc"))
"""Dependents of a noun that are not read as part of its phrase: clauses and conjunctions."""
_DEPTH = 60
"""Dependents looked at for one phrase; more would be a damaged parse."""


def parsed_subject(parsed: ParsedText, sentence: Sentence, verb: int) -> Phrase | None:
    """What the parse makes the subject of the verb at a token, or of the verb that it is the auxiliary of."""
    if not parsed.has_parse:
        return None
    head = parsed.head[verb] if parsed.dep[verb] in _AUXILIARIES else verb
    subject = _subject(parsed, head)
    if subject is None and parsed.dep[head] == "conj":
        subject = _subject(parsed, parsed.head[head])
    if subject is None or not sentence.unit.first <= subject < sentence.end or parsed.is_speech(subject):
        return None
    return phrase_around(parsed, sentence, subject)


def main_subject(parsed: ParsedText, sentence: Sentence) -> Phrase | None:
    """The subject of the sentence's main verb, if it names somebody who can speak."""
    if not parsed.has_parse:
        return None
    for i in range(sentence.unit.first, sentence.end):
        if parsed.dep[i] == "ROOT" and parsed.stretch_at(i) is None:
            phrase = parsed_subject(parsed, sentence, i)
            finite = sentence.clauses[sentence.clause_of(i)].finite
            if phrase is None or not names_somebody(parsed, phrase):
                return None
            return phrase if finite is None or agrees(parsed, phrase, finite) else None
    return None


def has_fronted_object(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether the phrase that opens a sentence is its object, by number: "Hunde schickt die Bergwacht"."""
    finite = sentence.clauses[0].finite if sentence.clauses else None
    opening = next((p for p in sentence.phrases if p.start == sentence.unit.first), None)
    if finite is None or opening is None or opening.pronoun or not opening.subject or opening.end > finite:
        return False
    return not agrees(parsed, opening, finite)


def phrase_around(parsed: ParsedText, sentence: Sentence, noun: int) -> Phrase | None:
    """The noun phrase with a word at its head: as read by form if there is one, else as the parse gives it."""
    known = next((p for p in sentence.phrases if p.start <= noun < p.end), None)
    if known is not None:
        return known if known.preposition is None and noun <= known.head else None
    inside = sorted(_dependents(parsed, noun))
    at = inside.index(noun)
    first = last = at
    while first and inside[first - 1] == inside[first] - 1:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1] == inside[last] + 1:
        last += 1
    start, end = inside[first], inside[last] + 1
    while end > noun + 1 and not (parsed.words[end - 1][:1].isalnum() or parsed.words[end - 1] == ")"):
        end -= 1
    start, end = max(start, sentence.unit.first), min(end, sentence.end)
    return Phrase(start, end, noun, None, True, parsed.pos[noun] == "PRON")


def _subject(parsed: ParsedText, verb: int) -> int | None:
    subjects = (child for child in parsed.children(verb) if parsed.dep[child] in _SUBJECTS)
    return next((child for child in subjects if not parsed.opens_with_manner(child)), None)


def _dependents(parsed: ParsedText, noun: int) -> Iterator[int]:
    stack, seen = [noun], 0
    while stack and seen < _DEPTH:
        token = stack.pop()
        seen += 1
        yield token
        stack.extend(child for child in parsed.children(token) if parsed.dep[child] not in _OUTSIDE)
