"""What the pipeline's parse adds to word order: the subject of a verb, and the noun phrase around a word.

Word order finds more subjects than the parse does where the two disagree, so the parse is asked where word order finds
nothing, or nothing that can speak. Without a parse (blank pipelines) nothing is found here.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import View
from core.parsed_text.phrases import Phrase, names_somebody

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubjpass", "sb"))
_AUXILIARIES = frozenset(("aux", "aux:pass", "auxpass", "cop"))
_OUTSIDE = frozenset(("acl", "acl:relcl", "relcl", "advcl", "parataxis", "ccomp", "csubj"))
"""Clauses that hang on a noun but are not read as part of its phrase."""
_DEPTH = 60
"""Dependents looked at for one phrase; more would be a damaged parse."""


def parsed_subject(view: View, sentence: Sentence, verb: int) -> Phrase | None:
    """What the parse makes the subject of the verb at a token, or of the verb that it stands beside."""
    if not view.parsed:
        return None
    head = view.doc[verb]
    if head.dep_ in _AUXILIARIES:
        head = head.head
    subject = _subject(head) or (_subject(head.head) if head.dep_ == "conj" else None)
    if subject is None or not sentence.unit.first <= subject.i < sentence.end or view.is_speech(subject.i):
        return None
    return phrase_around(view, sentence, subject.i)


def main_subject(view: View, sentence: Sentence) -> Phrase | None:
    """The subject of the sentence's main verb, if it names somebody who can speak."""
    if not view.parsed:
        return None
    for i in range(sentence.unit.first, sentence.end):
        token = view.doc[i]
        if token.dep_ == "ROOT" and view.stretch_at(i) is None:
            phrase = parsed_subject(view, sentence, i)
            return phrase if phrase is not None and names_somebody(view, phrase) else None
    return None


def phrase_around(view: View, sentence: Sentence, noun: int) -> Phrase | None:
    """The noun phrase with a word at its head: as read by form if there is one, else as the parse gives it."""
    known = next((p for p in sentence.phrases if p.start <= noun < p.end), None)
    if known is not None:
        return known if known.preposition is None and noun <= known.head else None
    inside = sorted(token.i for token in _dependents(view.doc[noun]))
    at = inside.index(noun)
    first = last = at
    while first and inside[first - 1] == inside[first] - 1:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1] == inside[last] + 1:
        last += 1
    start, end = inside[first], inside[last] + 1
    while end > noun + 1 and not (view.words[end - 1][:1].isalnum() or view.words[end - 1] == ")"):
        end -= 1
    start, end = max(start, sentence.unit.first), min(end, sentence.end)
    return Phrase(start, end, noun, None, True, view.doc[noun].pos_ == "PRON")


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _dependents(noun: Token) -> Iterator[Token]:
    stack, seen = [noun], 0
    while stack and seen < _DEPTH:
        token = stack.pop()
        seen += 1
        yield token
        stack.extend(child for child in token.children if child.dep_ not in _OUTSIDE and child.dep_ != "cc")
