"""Whether a clause has what a verb of a speech act needs: objects, a preposition, a noun ("Kritik" üben)."""

from core.parsed_text.clauses import ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.quotes.cues.cue import Cue
from core.quotes.cues.speech_acts import Act
from core.quotes.indirect.parts_of_acts import Part

_CASES = frozenset(("akk", "dat"))


def complements(
    parsed: ParsedText, sentence: Sentence, part: Part, cue: Cue, act: Act, speaker: Phrase
) -> tuple[int, ...] | None:
    """The nouns that belong to the verb ("Kritik" üben), if the clause has all that one way of using it needs."""
    free = [
        i
        for i in range(part.first, part.end)
        if i not in cue.tokens and not speaker.start <= i < speaker.end and parsed.stretch_at(i) is None
    ]
    objects = _objects(parsed, sentence, part, speaker)
    for needs in act.needs:
        nouns: list[int] = []
        wanted = 0
        for need in needs:
            if need in _CASES:
                wanted += 1
                continue
            if need.startswith("!"):
                if any(parsed.words[i].rpartition("-")[2] == need[1:] for i in free):
                    break
                continue
            place = _place(parsed, free, need)
            if place is None:
                break
            if need[:1].isupper():
                nouns.append(place)
        else:
            if objects >= wanted:
                return tuple(nouns)
    return None


def _place(parsed: ParsedText, free: list[int], need: str) -> int | None:
    """Where a word that a verb needs stands among the free tokens: -1 for "-", None where it is missing."""
    if need == "adj":
        return next((i for i in free if parsed.tag[i] == "ADJD"), None)
    return next(
        (
            i
            for i in free
            if (parsed.low[i] == need.lower() or parsed.lexicon.has(parsed.low[i], f"forms_of_{need}"))
            and not _is_date(parsed, i)
        ),
        None,
    )


def _is_date(parsed: ParsedText, i: int) -> bool:
    """Whether a preposition begins a date: "am Montag", "im Mai", "vor kurzem"."""
    if parsed.low[i] not in ("am", "im", "vor") or i + 1 >= len(parsed.words):
        return False
    following = parsed.words[i + 1]
    return (
        parsed.lexicon.has(following, "weekday", "month")
        or following[:1].isdigit()
        or parsed.lexicon.has(following, "ago")
    )


def _objects(parsed: ParsedText, sentence: Sentence, part: Part, speaker: Phrase) -> int:
    """How many objects without a preposition there may be in a part; a clause before or behind it is one too."""
    number = 0
    for phrase in sentence.phrases:
        if not part.first <= phrase.start < part.end or phrase.preposition is not None:
            continue
        dated = parsed.lexicon.has(parsed.words[phrase.head], "weekday", "month")
        # In "gelobt wurde der Plan vom Verband" who acts is read as a part of the phrase for what it is done to.
        own = phrase.start < speaker.end and speaker.start < phrase.end and phrase.head >= speaker.start
        if (
            not own
            and not dated
            and not (phrase.pronoun and not parsed.lexicon.has(parsed.low[phrase.start], "object_word"))
        ):
            number += 1
    inside = range(part.first, part.end)
    taken = {i for phrase in sentence.phrases for i in range(phrase.start, phrase.end)}
    number += sum(
        parsed.lexicon.has(parsed.low[i], "object_word")
        and i not in taken
        and not speaker.start <= i < speaker.end
        for i in inside
    )
    number += sum(parsed.opens_stretch(i) and i not in taken for i in inside)
    around = sentence.clauses[max(0, part.clause - 1) : part.clause] + sentence.clauses[part.clause + 1 :][:1]
    headed = part.clause and sentence.clauses[part.clause].separator in ("–", "—")
    fragment = headed and sentence.clauses[part.clause - 1].kind is ClauseKind.FRAGMENT
    return (
        number
        + fragment
        + any(
            c.kind is ClauseKind.CLAUSE or parsed.lexicon.has(parsed.low[c.first], "question") for c in around
        )
    )
