"""Speech acts told without their words: "Die Ministerin wies die Vorwürfe zurück." """

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import MAIN, Sentence
from core.parsed_text.parsed_text import View
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


def reported(view: View, sentence: Sentence, verbs: list[Cue]) -> Finding | None:
    """The whole sentence, if its main verb tells a speech act by somebody. Asked where no other rule found anything."""
    for cue in verbs:
        if cue.passive or sentence.clauses[cue.clause].kind not in MAIN or cue.clause > 1:
            continue
        if not _tells(view, sentence, cue) or _is_another_verb(view, cue):
            continue
        speaker = speaker_of(view, sentence, cue)
        if speaker is None or not _can_speak(view, speaker):
            continue
        span = strip(view.span(sentence.unit.first, sentence.unit.end), view.text)
        who = (view.span(speaker.start, speaker.end),)
        return Finding(QuoteType.REPORTED, (span,), _RULE, RULES[_RULE].confidence, who)
    return None


def _is_another_verb(view: View, cue: Cue) -> bool:
    """Whether the parse gives the verb a particle that the cue has not: "forderte die Nationalgarde an"."""
    if not view.parsed:
        return False
    particles = (c.i for i in cue.tokens for c in view.doc[i].children if c.dep_ == "compound:prt")
    return any(i not in cue.tokens for i in particles)


def _can_speak(view: View, speaker: Phrase) -> bool:
    """Whether a subject is somebody: no question word, no "ich", no flood that "forderte 40 Opfer"."""
    if speaker.pronoun:
        return (
            not view.lexicon.has(view.low[speaker.start], "question") and view.low[speaker.start] not in _OWN
        )
    return names_somebody(view, speaker) or view.doc[speaker.head].morph.get("Number", []) == ["Plur"]


def _tells(view: View, sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb has an object that makes it a speech act: its preposition, or "das" where it needs that."""
    clause = sentence.clauses[cue.clause]
    words = view.low[clause.first : clause.end]
    if cue.may("r"):
        wanted = _PREPOSITIONS.get(cue.verb.lemma)
        return wanted is None or any(word in wanted for word in words)
    bare = any(
        view.low[i] in ("das", "dies") and not view.words[i + 1][:1].isupper()
        for i in range(cue.finite + 1, clause.end - 1)
    )
    return cue.may("p") and (bare or words[-1] in ("das", "dies"))
