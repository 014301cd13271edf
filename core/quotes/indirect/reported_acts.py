"""Speech acts reported without their words: "Die Ministerin wies die Vorwürfe zurück." """

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import MAIN, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrases import Phrase, names_somebody
from core.quotes.cues.verbs import Cue
from core.quotes.finding import Finding
from core.quotes.rules import RULES
from core.quotes.speakers.subjects import speaker_of
from core.text.spans import strip

_RULE = "speech act told"
_PREPOSITIONS = {
    "sprechen": frozenset(("von", "vom")),
    "berichten": frozenset(("von", "vom", "über")),
    "warnen": frozenset(("vor", "vorm")),
    "gehen": frozenset(("von", "vom")),
}
_OWN = frozenset(("ich", "wir", "man", "i", "we"))


def reported_act(parsed: ParsedText, sentence: Sentence, verbs: list[Cue]) -> Finding | None:
    """The whole sentence, if its main verb is a speech act of somebody. For where no other rule finds anything."""
    for cue in verbs:
        if cue.passive or sentence.clauses[cue.clause].kind not in MAIN or cue.clause > 1:
            continue
        if not _has_needed_object(parsed, sentence, cue) or _is_another_verb(parsed, cue):
            continue
        speaker = speaker_of(parsed, sentence, cue)
        if speaker is None or not _can_speak(parsed, speaker):
            continue
        span = strip(parsed.span(sentence.unit.first, sentence.unit.end), parsed.text)
        who = (parsed.span(speaker.start, speaker.end),)
        return Finding(QuoteType.REPORTED, (span,), _RULE, RULES[_RULE].confidence, who)
    return None


def _is_another_verb(parsed: ParsedText, cue: Cue) -> bool:
    """Whether the parse gives the verb a particle that the cue has not: "forderte die Nationalgarde an"."""
    if not parsed.has_parse:
        return False
    particles = (c for i in cue.tokens for c in parsed.children(i) if parsed.dep[c] == "compound:prt")
    return any(i not in cue.tokens for i in particles)


def _can_speak(parsed: ParsedText, speaker: Phrase) -> bool:
    """Whether a subject is somebody: no question word, no "ich", no flood that "forderte 40 Opfer"."""
    if speaker.pronoun:
        return (
            not parsed.lexicon.has(parsed.low[speaker.start], "question")
            and parsed.low[speaker.start] not in _OWN
        )
    return names_somebody(parsed, speaker) or parsed.number[speaker.head] == "Plur"


def _has_needed_object(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb has an object that makes it a speech act: its preposition, or "das" where it needs that."""
    clause = sentence.clauses[cue.clause]
    words = parsed.low[clause.first : clause.end]
    if cue.may("r"):
        wanted = _PREPOSITIONS.get(cue.verb.lemma)
        return wanted is None or any(word in wanted for word in words)
    bare = any(
        parsed.low[i] in ("das", "dies") and not parsed.words[i + 1][:1].isupper()
        for i in range(cue.finite + 1, clause.end - 1)
    )
    return cue.may("p") and (bare or words[-1] in ("das", "dies"))
