"""Measuring who says what against SpkAtt."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from core.language.speech.component import GROUP
from core.language.speech.roles import ROLES
from core.training.scoring import Score
from core.training.spkatt import Speech

BATCH = 64
LINKED = "linked"


def score_speech(nlp: Language, sentences: Sequence[Speech]) -> dict[str, Score]:
    """Score words by role, whichever event they belong to, on given words, one sentence a document.

    "linked" is stricter: it counts pairs of a cue word and a word that has a role towards it.
    """
    docs = [
        Doc(nlp.vocab, words=list(speech.words), sent_starts=[i == 0 for i in range(len(speech.words))])
        for speech in sentences
    ]
    encoded: Iterable[Doc] = nlp.get_pipe("lesart_encoder").pipe(docs, batch_size=BATCH)  # type: ignore[attr-defined]
    pairs, links = [], []
    for speech, doc in zip(sentences, encoded, strict=True):
        found = _events(nlp.get_pipe("lesart_speech")(doc))
        pairs.append((_roles(speech.events, len(doc)), _roles(found, len(doc))))
        links.append((_links(speech.events), _links(found)))
    right, guessed, true = (
        sum(map(len, part))
        for part in ([a & b for a, b in links], [b for _, b in links], [a for a, _ in links])
    )
    return role_scores(pairs) | {LINKED: Score(right, guessed, true)}


def role_scores(pairs: Sequence[tuple[NDArray[np.bool_], NDArray[np.bool_]]]) -> dict[str, Score]:
    """Score words by role over (true, found) arrays of shape (words, roles)."""
    return {
        role: Score(
            sum(int((true[:, i] & found[:, i]).sum()) for true, found in pairs),
            sum(int(found[:, i].sum()) for _, found in pairs),
            sum(int(true[:, i].sum()) for true, _ in pairs),
        )
        for i, role in enumerate(ROLES)
    }


Event = tuple[frozenset[int], ...]


def _events(doc: Doc) -> list[Event]:
    found: dict[str, list[set[int]]] = {}
    for span in doc.spans[GROUP]:
        event = found.setdefault(span.id_, [set() for _ in ROLES])
        event[ROLES.index(span.label_.lower())].update(range(span.start, span.end))
    return [tuple(map(frozenset, event)) for event in found.values()]


def _roles(events: Iterable[Event], words: int) -> NDArray[np.bool_]:
    table = np.zeros((words, len(ROLES)), bool)
    for event in events:
        for role, places in enumerate(event):
            table[list(places), role] = True
    return table


def _links(events: Iterable[Event]) -> set[tuple[int, int, int]]:
    return {
        (cue, role, place)
        for event in events
        for cue in event[0]
        for role, places in enumerate(event)
        if role
        for place in places
    }
