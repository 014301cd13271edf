"""Replace entities in `doc.ents`."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span

PER, LOC, ORG, MISC = "PER", "LOC", "ORG", "MISC"


def put(doc: Doc, spans: Iterable[Span], without: Iterable[Span] = ()) -> None:
    """Make spans entities of a document; entities that overlap one of them, and those of `without`, are removed.

    Of spans that overlap each other the first is taken.
    """
    new: list[Span] = []
    taken: set[int] = set()
    for span in spans:
        places = range(span.start, span.end)
        if taken.isdisjoint(places):
            new.append(span)
            taken.update(places)
    gone = {(span.start, span.end) for span in without}
    if not new and not gone:
        return
    kept = [
        ent
        for ent in doc.ents
        if (ent.start, ent.end) not in gone and taken.isdisjoint(range(ent.start, ent.end))
    ]
    doc.ents = tuple(sorted([*kept, *new], key=lambda span: span.start))


def entity_tokens(doc: Doc) -> dict[int, Span]:
    """The entity that each token belongs to, by the token's position."""
    return {i: ent for ent in doc.ents for i in range(ent.start, ent.end)}


def word_behind(doc: Doc, ent: Span) -> str:
    """The word behind an entity, "" at the end and for a verb: not "’s" in "Ada’s going"."""
    return doc[ent.end].text if ent.end < len(doc) and doc[ent.end].pos_ != "AUX" else ""
