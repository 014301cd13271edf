"""Who is meant by a verb of saying, by the parse alone."""

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.trees import dependents, subject_token, subtree
from core.quotes.cues.cue import Cue

_NOBODY = frozenset(("there", "that", "this", "what", "which", "whatever"))

_TEXTS = frozenset(("one", "another", "others", "it", "each"))
"""What stands for texts told of before, where they read so: "One read: “…”"."""


def speaker_by_parse(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """The subject of a verb; in a passive who it is done by, as far as the text says."""
    if cue.passive:
        agent = next(
            (
                child
                for child in dependents(parsed, cue.full, "obl:agent", "obl")
                if any(parsed.low[case] == "by" for case in dependents(parsed, child, "case"))
            ),
            None,
        )
        if agent is None:
            agent = next((i for i in subtree(parsed, cue.full) if parsed.dep[i] == "obl:agent"), None)
        return None if agent is None else phrase_with(sentence, agent)
    token = subject_token(parsed, cue.full)
    phrase = phrase_with(sentence, token) if token is not None else _beside(parsed, sentence, cue)
    if phrase is None or (phrase.pronoun and parsed.low[phrase.start] in _NOBODY):
        return None
    if "whom" in parsed.low[phrase.start : phrase.end] and parsed.dep[cue.full].startswith("acl"):
        before = phrase.start - 2  # "riders, many of whom complained"
        beside = before >= sentence.unit.first and parsed.pos[before] in ("NOUN", "PROPN")
        noun = before if beside else parsed.head[cue.full]
        tokens = subtree(parsed, noun, without=("case", "acl:relcl", "punct"))
        return Phrase(tokens[0], tokens[-1] + 1, noun, None, True, False)
    if cue.verb.lemma == "read" and parsed.low[phrase.head] in _TEXTS:
        return None
    return phrase


def phrase_with(sentence: Sentence, token: int) -> Phrase | None:
    """The noun phrase that a token lies in."""
    return next((p for p in sentence.phrases if p.start <= token < p.end), None)


def _beside(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """Who is named right behind a verb that follows a comma or speech in marks: "…, said Marsh"."""
    i = cue.full
    if i <= sentence.unit.first or not (parsed.words[i - 1] == "," or parsed.is_speech(i - 1)):
        return None
    return next(
        (p for p in sentence.phrases if p.start == cue.tokens[-1] + 1 and p.preposition is None), None
    )
