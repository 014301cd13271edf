"""To whom something is said: the object of the verb of saying, or who follows "gegenüber"."""

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.quotes.cues.cue import Cue
from core.quotes.finding import Spans

_TELLING = frozenset(
    "sagen versprechen drohen werfen sichern raten bitten fordern beschuldigen empfehlen tell".split()
)
_SAYING = frozenset(("sagen", "erklären", "berichten"))


def addressee(parsed: ParsedText, sentence: Sentence, cue: Cue, speaker: Phrase | None) -> Spans:
    """The spans of whom the words are said to; empty where the clause of the cue does not say."""
    clause = sentence.clauses[cue.clause]
    inside = [
        p for p in sentence.phrases if clause.first <= p.start and p.end <= _opening(parsed, cue, clause.end)
    ]
    for phrase in inside:
        if phrase.preposition is not None and parsed.low[phrase.preposition] == "gegenüber":
            return (parsed.span(phrase.start, phrase.end),)
    if not (cue.may("a") or cue.verb.lemma in _TELLING):
        return ()
    if cue.passive:
        first = inside[0] if inside and inside[0].preposition is None else None
        return (parsed.span(first.start, first.end),) if first is not None and cue.may("a") else ()
    for phrase in inside:
        objective = phrase.start > cue.finite and phrase.preposition is None and not phrase.pronoun
        if not objective or phrase == speaker or (speaker is not None and phrase.start == speaker.start):
            continue
        if parsed.lexicon.has(parsed.words[phrase.end - 1], "weekday"):
            continue
        oblique = parsed.lexicon.has(parsed.low[phrase.start], "oblique") or parsed.low[phrase.start] == "der"
        if cue.verb.lemma in _SAYING and not oblique:
            return ()
        return (parsed.span(phrase.start, phrase.end),)
    return ()


def _opening(parsed: ParsedText, cue: Cue, end: int) -> int:
    """Where a that-clause opens behind the verb, which English sets apart by no comma; `end` where none does."""
    return next(
        (i for i in range(cue.finite + 1, end) if parsed.lexicon.has(parsed.low[i], "clause_opener")), end
    )
