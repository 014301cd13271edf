"""Whose saying words in marks are that come behind a colon, by the parse: "Her motto was simple: “…”"."""

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, subtree
from core.text.spans import Span

_LEADING = ("nsubj", "nsubj:pass", "ROOT")
_SAYING = ("w", "p", "c")


def whose_saying(parsed: ParsedText, sentence: Sentence, first: int) -> Span | None:
    """The owner of a noun of saying that the sentence before the colon at token `first` - 1 is about."""
    for noun in range(sentence.unit.first, first - 1):
        frames = parsed.lexicon.cue_nouns.get(parsed.low[noun], "")
        if parsed.dep[noun] not in _LEADING or not any(frame in frames for frame in _SAYING):
            continue
        owner = dependent(parsed, noun, "nmod:poss")
        if owner is None or parsed.stretch_at(owner) is not None:
            return None
        tokens = subtree(parsed, owner, without=("case", "acl:relcl", "punct"))
        return parsed.span(tokens[0], tokens[-1] + 1)
    return None
