"""A second look at names with the whole text in view: certain mentions of a name decide doubtful ones."""

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.names.entities import LOC, MISC, entity_tokens, put
from core.language.ner.component import SCORE
from core.language.stateless import Stateless

CERTAIN, DOUBTFUL = 0.9, 0.8
"""From which probability on a mention decides others, and below which it is decided by them."""
_PLACING = frozenset("in aus nach".split())
_SHORTEST = 5


@Language.factory("lesart_recurring", requires=["doc.ents"], assigns=["doc.ents"])
def make_recurring(nlp: Language, name: str) -> "Recurring":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Recurring()


class Recurring(Stateless):
    """Gives doubtful mentions the label that certain ones of the same words have, and finds works and events again.

    Where certain mentions differ, the more frequent label decides if it is twice as frequent; a place behind "in" and
    the like stays one. Names of works, events and products (MISC) are found again where they recur unseen if their
    form says that they are names: several words, or a hyphen or a figure in one. Bodies, places and people that
    recur are the business of actor resolution.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Look at the names of a document again."""
        certain = _certain(doc)
        changed = []
        for ent in doc.ents:
            score = ent._.get(SCORE)
            label = certain.get(ent.text)
            if label is None or label == ent.label_ or score is None or score >= DOUBTFUL:
                continue
            if ent.label_ == LOC and ent.start and doc[ent.start - 1].lower_ in _PLACING:
                continue
            changed.append(Span(doc, ent.start, ent.end, label=label))
        put(doc, changed)
        put(doc, _again(doc))
        return doc


def _certain(doc: Doc) -> dict[str, str]:
    """The label that certain mentions give to a name; a rule's, which has no probability, is certain."""
    labels: dict[str, Counter[str]] = {}
    for ent in doc.ents:
        score = ent._.get(SCORE)
        if score is None or score >= CERTAIN:
            labels.setdefault(ent.text, Counter())[ent.label_] += 1
    decided = {}
    for text, counts in labels.items():
        (label, most), *others = counts.most_common()
        if all(most >= 2 * count for _, count in others):
            decided[text] = label
    return decided


def _again(doc: Doc) -> list[Span]:
    """Names of works, events and products where they recur unseen."""
    names = {ent.text: tuple(token.text for token in ent) for ent in doc.ents if ent.label_ == MISC}
    distinct = [words for text, words in names.items() if len(text) >= _SHORTEST and _is_distinct(text)]
    if not distinct:
        return []
    taken = entity_tokens(doc)
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(distinct, key=len, reverse=True):
        firsts.setdefault(words[0], []).append(words)
    found = []
    for token in doc:
        for words in firsts.get(token.text, ()):
            run = range(token.i, token.i + len(words))
            same = tuple(other.text for other in doc[run.start : run.stop]) == words
            if same and taken.keys().isdisjoint(run):
                found.append(Span(doc, run.start, run.stop, label=MISC))
                break
    return found


def _is_distinct(text: str) -> bool:
    return text[0].isupper() and (" " in text or "-" in text or any(sign.isdecimal() for sign in text))
