"""Whether somebody only disputes what others claim: "wies den Vorwurf zurück, er habe gelogen"."""

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText


def disputes(parsed: ParsedText, sentence: Sentence, first: int, end: int) -> bool:
    """Whether a verb of a sentence, outside the tokens first..end of the claim, disputes it."""
    around = [i for i in range(sentence.unit.first, sentence.end) if not first <= i < end]
    low = {parsed.low[i] for i in around if parsed.stretch_at(i) is None}
    split = "zurück" in low and any(word.startswith(("weis", "wies")) for word in low)
    return split or any(parsed.lexicon.has(word, "disputing") for word in low)
