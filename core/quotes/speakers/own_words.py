"""Whose words "eigenen Angaben" are: nach eigenen Angaben, laut eigener Aussage, eigenem Bekunden zufolge.

The phrase stays the speaker, for these are the words that name the source; but who says so is the subject.
"""

from dataclasses import replace

from core.parsed_text.clauses import Sentence
from core.parsed_text.dependencies import main_subject
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.parsed_text.word_order import subject_of
from core.quotes.finding import Finding
from core.quotes.speakers.sources import OWN


def with_holder(parsed: ParsedText, sentence: Sentence, finding: Finding) -> Finding:
    """A finding whose speaker is given as somebody's own words, together with whose they are; others are unchanged."""
    if not finding.speaker or finding.carried:
        return finding
    at = parsed.token_at(finding.speaker[0][0])
    if parsed.low[at] not in OWN:
        return finding
    holder = _subject_around(parsed, sentence, at)
    if holder is None or holder.start <= at < holder.end:
        return finding
    return replace(finding, holder=(parsed.span(holder.start, holder.end),))


def _subject_around(parsed: ParsedText, sentence: Sentence, at: int) -> Phrase | None:
    """The subject of the clause around a token, or of the main clause where that has none: "Die Firma, nach eigenen
    Angaben die größte, wächst."."""
    finite = sentence.clauses[sentence.clause_of(at)].finite
    found = subject_of(parsed, sentence, finite) if finite is not None else None
    if found is None or not may_speak(parsed, found):
        found = _to_whom(parsed, sentence) or found
    return found or main_subject(parsed, sentence)


def _to_whom(parsed: ParsedText, sentence: Sentence) -> Phrase | None:
    """Who opens a sentence in the dative: "Dem Leiter war das nach eigener Aussage nicht bewusst"."""
    opening = next((p for p in sentence.phrases if p.start == sentence.unit.first), None)
    if opening is None or opening.preposition is not None or not may_speak(parsed, opening):
        return None
    return opening if "Dat" in parsed.case[opening.start : opening.head + 1] else None
