"""Surnames with a particle that open a sentence, where it looks like a preposition: "Von der Aue sagte"."""

from core.parsed_text.parsed_text import ParsedText

_ENDS_WHAT_SAYS = (",", ":")


def surname_end(parsed: ParsedText, i: int, end: int) -> int | None:
    """The end of a surname with a particle that opens a sentence at token `i` before a verb; None where none does.

    It is one if the text has it behind a first name, or if it is read as a name and a verb of saying follows that has
    no other subject.
    """
    if not parsed.words[i][:1].isupper() or not parsed.begins_sentence(i):
        return None
    after = parsed.particle_end(i)
    if after is None or after + 2 >= end or not parsed.is_finite(after):
        return None
    if tuple(parsed.low[i:after]) in parsed.surnames_with_particle:
        return after
    says = parsed.low[after] in parsed.lexicon.cues and parsed.words[after + 1] in _ENDS_WHAT_SAYS
    return after if says and parsed.entity[after - 1] == "PER" else None
