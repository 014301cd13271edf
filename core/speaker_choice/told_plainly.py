"""English: who cannot be the speaker, because the text plainly says what kind of speaker it is."""

from collections.abc import Mapping

from core.analysis.analysis import Actor, ActorKind, Form, Label
from core.quotes import rules
from core.speaker_choice.candidates import NOBODY, WORDS, Asked, Known

_OTHER_KINDS = {
    Label.ORG: (ActorKind.PERSON, ActorKind.UNNAMED),
    Label.PER: (ActorKind.ORGANISATION, ActorKind.PLACE),
}
"""Kinds of actors that a description of a body, or of a person, means none of."""


def is_ruled_out(known: Known, asked: Asked, option: str, actors: Mapping[str, Actor]) -> bool:
    """Whether somebody is another than the text plainly says: any but the source behind "according to", a person where
    "the company" speaks, a body where "the officer" does."""
    plain = known.parsed.by_parse and asked.speaker and not asked.carried
    if not plain or option in (WORDS, asked.proposed):
        return False
    if asked.rule == rules.ACCORDING_TO and (asked.proposed is None or option != NOBODY):
        return True
    if option not in actors:
        return False
    start, end = asked.speaker[0]
    there = known.by_sentence.get(known.parsed.sentence_at(start), ())
    described = (
        each
        for each in there
        if each.actor == asked.proposed and each.form is Form.NOMINAL and start <= each.start < end
    )
    mention = next(described, None)
    return mention is not None and actors[option].kind in _OTHER_KINDS.get(mention.label, ())
