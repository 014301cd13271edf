"""Texts as sources: where words in marks can be read, and which text says something where no person does."""

from core.parsed_text.clauses import Clause, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import names_somebody, phrases
from core.parsed_text.word_order import subject_of
from core.quotes.finding import Finding, Spans
from core.text.spans import Span
from core.text.tables import listed

_HEARD = frozenset(listed("verb_of_hearing"))
_NEAR = 12
"""Tokens behind the marks among which the place is named."""
_ENDINGS = ("", "s", "es", "e", "en", "n")


def is_text(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase names something that can say things: a report, a letter, what has a name in marks."""
    if parsed.stretch_at(phrase.head) is not None and not parsed.is_speech(phrase.head):
        return True
    return any(_is_text_noun(parsed, parsed.words[i]) for i in range(phrase.start, phrase.head + 1))


def _is_text_noun(parsed: ParsedText, noun: str) -> bool:
    """Whether a noun is one for a text, also as the end of a compound and in an inflected form."""
    if not noun[:1].isupper():
        return False
    if "p" in parsed.lexicon.cue_nouns.get(noun, ""):
        return True
    low, texts = noun.lower(), tuple(parsed.lexicon.words.get("text", ()))
    return any(low.endswith(ending) and low.removesuffix(ending).endswith(texts) for ending in _ENDINGS)


def is_written(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the sentence says that the words in marks can be read on something ("„…“ stand auf einem
    Transparent")."""
    number = parsed.unit_of[first]
    if parsed.lexicon.language != "de" or number < 0:
        return False
    unit = parsed.units[number]
    stands = (end < unit.end and parsed.lexicon.has(parsed.low[end], "stands")) or (
        first > unit.first and parsed.lexicon.has(parsed.low[first - 1], "stands")
    )
    if not stands:
        return False
    around = phrases(parsed, unit.first, first) + phrases(parsed, end, min(unit.end, end + _NEAR))
    return any(
        p.preposition is not None
        and parsed.lexicon.has(parsed.low[p.preposition], "on")
        and is_text(parsed, p)
        for p in around
    )


def is_referred_to(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether words in marks open a sentence that then points at them as words: "„…“, mit diesem Satz begann es"."""
    number = parsed.unit_of[first]
    if parsed.lexicon.language != "de" or number < 0 or first != parsed.units[number].first:
        return False
    unit = parsed.units[number]
    behind = end
    while behind < unit.end and parsed.words[behind] in (",", "–", "—"):
        behind += 1
    return behind > end and refers_to_words(parsed, behind, unit.end)


def refers_to_words(parsed: ParsedText, i: int, end: int) -> bool:
    """Whether "dieser" and a noun for words are at token `i`, with a preposition or without: "mit diesen Worten"."""
    at = i + 1 if i < end and parsed.lexicon.has(parsed.low[i], "preposition") else i
    return (
        at + 1 < end
        and parsed.lexicon.has(parsed.low[at], "this")
        and "w" in parsed.lexicon.cue_nouns.get(parsed.words[at + 1], "")
    )


def where_written(parsed: ParsedText, sentence: Sentence, left: int, first: int, end: int) -> Span | None:
    """Where words in marks are written or heard: "Auf dem Plakat stand „…“", "im Brief war von „…“ die Rede".

    The place is a phrase behind in, auf or an, or a word like "darauf", in the clause around the marks or before their
    colon.
    """
    number = sentence.clause_of(first - 1 if first > left and parsed.words[first - 1] == ":" else first)
    clause = sentence.clauses[number]
    if clause.kind is ClauseKind.QUOTED and number + 1 < len(sentence.clauses):
        clause = sentence.clauses[number + 1]
    words = [i for i in range(clause.first, clause.end) if parsed.stretch_at(i) is None]
    heard = {parsed.low[i] for i in words[-2:]} & _HEARD and ("zu" in parsed.low[clause.first : clause.end])
    talk = any(parsed.words[i] == "Rede" and parsed.low[i - 1] == "die" for i in words if i)
    stands = next((i for i in words if parsed.lexicon.has(parsed.low[i], "stands")), None)
    if not (heard or talk or stands is not None):
        return None
    who = subject_of(parsed, sentence, stands) if stands is not None else None
    if who is not None and names_somebody(parsed, who):
        return None
    opening = _before_relative_clause(sentence, sentence.clauses.index(clause))
    for phrase in sentence.phrases:
        if phrase.preposition is None or not parsed.lexicon.has(parsed.low[phrase.preposition], "on"):
            continue
        noun = parsed.words[phrase.head]
        dated = parsed.lexicon.has(noun, "weekday") or noun[0].isdigit() or noun.endswith(("montag", "tag"))
        here = any(part.first <= phrase.start < part.end for part in (clause, opening))
        if here and not first <= phrase.start < end and not dated:
            return parsed.span(phrase.start, phrase.end)
    there = next((i for i in words if parsed.lexicon.has(parsed.low[i], "there")), None)
    return None if there is None else parsed.span(there, there + 1)


def _before_relative_clause(sentence: Sentence, number: int) -> Clause:
    """The opening words that a clause goes on with behind a relative clause: "In dem Brief, der vorliegt, ist …"."""
    clauses = sentence.clauses
    resumed = number > 1 and clauses[number - 1].kind is ClauseKind.RELATIVE
    whole = resumed and clauses[number].kind is ClauseKind.VERB_FIRST
    return clauses[number - 2] if whole and clauses[number - 2].finite is None else clauses[number]


def is_own_text(parsed: ParsedText, finding: Finding) -> bool:
    """Whether a source is only what somebody wrote, who is not named beside it: "heißt es in einer Stellungnahme"."""
    if not finding.speaker or finding.holder or finding.carried:
        return False
    start, end = finding.speaker[0]
    last = parsed.token_from(end) - 1
    capitals = [i for i in range(parsed.token_at(start), last + 1) if parsed.words[i][:1].isupper()]
    return capitals == [last] and parsed.lexicon.ends_in(parsed.low[last], "own_text")


def is_there(parsed: ParsedText, finding: Finding) -> bool:
    """Whether the source is only "dort", a place named before."""
    return [parsed.text[slice(*span)].lower() for span in finding.speaker] == ["dort"]


def place_before(parsed: ParsedText, earlier: Sentence) -> Spans:
    """The body that an earlier sentence names last, else the place."""
    bodies = [p for p in earlier.phrases if parsed.lexicon.is_body(parsed.words[p.head])]
    places = [p for p in earlier.phrases if parsed.entity[p.head] in ("LOC", "ORG")]
    named = [p for p in (bodies or places) if not parsed.is_speech(p.start)]
    return (parsed.span(named[-1].start, named[-1].end),) if named else ()


def refers_to_text(parsed: ParsedText, finding: Finding) -> bool:
    """Whether the frame of a finding without a speaker says that it is in a text named before: "heißt es darin"; or
    that its source goes on: "hieß es weiter"."""
    if finding.speaker or not finding.cue or not finding.frame:
        return False
    return any(
        parsed.lexicon.has(parsed.low[i], "in_it") or parsed.low[i - 1 : i + 1] == ["es", "weiter"]
        for start, end in finding.frame
        for i in range(parsed.token_at(start), parsed.token_from(end))
    )
