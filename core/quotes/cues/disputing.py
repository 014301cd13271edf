"""Whether somebody only meets what others claim: "wies den Vorwurf zurück, er habe gelogen", "kennt den Vorwurf, …"."""

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.trees import infinitive
from core.text.tables import listed


def disputes(parsed: ParsedText, sentence: Sentence, first: int, end: int) -> bool:
    """Whether a verb of a sentence, outside the tokens first..end of the claim, disputes it."""
    around = [i for i in range(sentence.unit.first, sentence.end) if not first <= i < end]
    low = {parsed.low[i] for i in around if parsed.stretch_at(i) is None}
    split = "zurück" in low and any(word.startswith(("weis", "wies")) for word in low)
    return split or any(parsed.lexicon.has(word, "disputing") for word in low)


def meets_claim(parsed: ParsedText, sentence: Sentence, claim: Phrase, first: int, end: int) -> bool:
    """Whether a noun says that others claim what stands in the tokens first..end, and no verb around it makes the claim
    its subject's own, as "erhob den Vorwurf" does, or "kam mit dem Vorwurf"."""
    if is_put_to_somebody(parsed, sentence, claim):
        return True
    if parsed.words[claim.head] not in listed("others_claim"):
        return False
    verbs = [
        infinitive(parsed, i)
        for i in range(sentence.unit.first, sentence.end)
        if not first <= i < end and parsed.pos[i] == "VERB" and parsed.stretch_at(i) is None
    ]
    if claim.preposition is not None and parsed.low[claim.preposition] == "mit":
        return any(verb in listed("met_with") for verb in verbs)
    return all(verb not in listed("claiming_verb") for verb in verbs)


def is_put_to_somebody(parsed: ParsedText, sentence: Sentence, claim: Phrase) -> bool:
    """Whether a noun for what others say opens the sentence as that to which somebody replies: "Auf den Einwand, dass
    es zu spät sei, entgegnete X"."""
    at = claim.preposition
    if at is None or at != sentence.unit.first or parsed.low[at] not in listed("before_what_is_put"):
        return False
    return "c" in parsed.lexicon.cue_nouns.get(parsed.words[claim.head], "")
