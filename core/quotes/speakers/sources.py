"""Sources named without a verb: laut X, X zufolge, nach Angaben von X, …, so X, demnach."""

from dataclasses import dataclass, replace

from core.parsed_text.clauses import MAIN, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import phrase_at, phrases
from core.parsed_text.trees import subtree
from core.quotes.finding import Spans
from core.quotes.rules import ACCORDING_TO, POINTS_BACK, SO
from core.quotes.speakers.texts import is_text
from core.text.tables import listed

OWN = frozenset(listed("own"))
"""Behind "nach" and the like they say that the source is who acts."""
_INSERTED = frozenset(("a", "an", "the", "his", "her", "its", "their", "one"))
_POINTING = "demnach"
_LONGEST_INSERTION = 20
"""Tokens."""


"""The rule for words that name no source, but lead back to one; where a sentence names one they lead nowhere."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source in its place: the words from token `first` up to `end` name it and nothing else."""

    first: int
    end: int
    cue: Spans
    speaker: Spans
    rule: str
    direct: bool = True
    """Whether it may also be the speaker of words in marks."""


def sources(parsed: ParsedText, sentence: Sentence) -> list[Source]:
    """The sources that a sentence names, left to right."""
    found: list[Source] = []
    i, end = sentence.unit.first, sentence.end
    while i < end:
        place = parsed.lexicon.sources.get(parsed.low[i])
        source = None
        if place is not None and parsed.stretch_at(i) is None:
            source = _READERS[place](parsed, sentence, i)
        if source is not None:
            source = _up_to_verb(parsed, sentence, source)
            found.append(source)
            i = max(i + 1, source.end)
        else:
            i += 1
    named = [source for source in found if source.rule != POINTS_BACK]
    return named or found


def _up_to_verb(parsed: ParsedText, sentence: Sentence, source: Source) -> Source:
    """A source that opens a main clause with all that comes before its verb, where German has room for one phrase only:
    "Laut dem Plan aus dem Mai wird gebaut"."""
    clause = sentence.clauses[sentence.clause_of(source.first)]
    opens = clause.first == source.first and clause.kind is ClauseKind.MAIN and source.rule != POINTS_BACK
    if not opens or clause.finite is None or not source.end < clause.finite < clause.end:
        return source
    more = parsed.low[source.end]
    if more.isdigit() or more in listed("part_of_source"):
        source = replace(source, speaker=(parsed.span(source.first + len(source.cue), clause.finite),))
    return replace(source, end=clause.finite)


def _before(parsed: ParsedText, sentence: Sentence, i: int) -> Source | None:
    """laut X, gemäß X."""
    end = phrase_at(parsed, i + 1, sentence.end) if i + 1 < sentence.end else None
    if end is None:
        return None
    if parsed.opens_stretch(i + 1):
        end = min(end, parsed.stretch_end(i + 1))
    if parsed.words[end - 1] == "," and end > i + 2:
        end -= 1
    speaker = (parsed.span(i + 1, end),)
    end = _with_second(parsed, sentence, i, end)
    return Source(i, _with_relative(sentence, end), (parsed.span(i, i + 1),), speaker, "source before (laut)")


def _with_second(parsed: ParsedText, sentence: Sentence, i: int, end: int) -> int:
    """End of a source that opens its clause with a second one joined to it before the verb: "laut dem Amt und dem
    Verband steigt die Zahl"."""
    clause = sentence.clauses[sentence.clause_of(i)]
    if clause.first != i or end >= sentence.end or not parsed.lexicon.has(parsed.low[end], "joining"):
        return end
    second = next((p for p in sentence.phrases if p.start == end + 1 and p.end == clause.finite), None)
    return end if second is None else second.end


def _with_relative(sentence: Sentence, end: int) -> int:
    """End of a source with the relative clause right behind it about it: "laut dem Brief, der vorliegt"."""
    clause = next((c for c in sentence.clauses if c.first == end + 1), None)
    return clause.end if clause is not None and clause.kind is ClauseKind.RELATIVE else end


def _after(parsed: ParsedText, sentence: Sentence, i: int) -> Source | None:
    """X zufolge."""
    phrase = next((p for p in sentence.phrases if p.end == i), None)
    opening = i - 1 == sentence.unit.first and parsed.words[i - 1][:1].isupper()
    if phrase is None and not opening:
        return None
    first = _whole(sentence, phrase).start if phrase is not None else i - 1
    if first - 1 == sentence.unit.first and parsed.words[first - 1] in parsed.lexicon.cue_nouns:
        first -= 1
    return Source(first, i + 1, (parsed.span(i, i + 1),), (parsed.span(first, i),), "source behind (zufolge)")


def _whole(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The phrase that one behind a preposition belongs to: "dem Chip unter der Haut zufolge"."""
    while phrase.preposition is not None:
        before = next((p for p in sentence.phrases if p.end == phrase.preposition), None)
        if before is None:
            break
        phrase = before
    return phrase


def _noun(parsed: ParsedText, sentence: Sentence, i: int) -> Source | None:
    """nach Angaben von X; seiner Meinung nach; Gerüchte, nach denen …"""
    adverb = i + 2 < sentence.end and parsed.tag[i + 1] == "ADV"
    phrase = next((p for p in sentence.phrases if p.start == i + 1 + adverb), None)
    if (phrase is not None and _is_manner(parsed, phrase)) or _is_time(parsed, sentence, i):
        return None
    if phrase is not None and _names_statement(parsed, phrase.start, phrase.head + 1):
        end = phrase.head + 1 if parsed.low[phrase.start] in OWN else _with_seat(parsed, sentence, i, phrase)
        stop = end - (parsed.words[end - 1] == ",")
        return Source(i, end, (parsed.span(i, i + 1),), (parsed.span(phrase.start, stop),), ACCORDING_TO)
    clause = sentence.clauses[sentence.clause_of(i)]
    if clause.first == i and clause.kind is ClauseKind.RELATIVE:
        before = next((p for p in reversed(sentence.phrases) if p.end < i), None)
        if before is None or not parsed.lexicon.cue_nouns.get(parsed.words[before.head]):
            return None
        who = (parsed.span(before.start, before.end),)
        return Source(i, i + 2, (parsed.span(i, i + 1),), who, POINTS_BACK, direct=False)
    behind = next((p for p in sentence.phrases if p.end == i), None)
    if behind is None or _governs(parsed, sentence, i, behind):
        return None
    if _names_statement(parsed, behind.start, behind.end):
        return Source(
            behind.start, i + 1, (parsed.span(i, i + 1),), (parsed.span(behind.start, i),), ACCORDING_TO
        )
    return None


def _is_time(parsed: ParsedText, sentence: Sentence, i: int) -> bool:
    """Whether "nach" says when something was: "zwei Monate nach dem Urteil", "kurz nach der Meldung"."""
    if i == sentence.unit.first:
        return False
    return parsed.lexicon.has(parsed.words[i - 1], "duration") or parsed.low[i - 1] in listed("soon_after")


def _governs(parsed: ParsedText, sentence: Sentence, i: int, before: Phrase) -> bool:
    """Whether "nach" belongs to what comes behind it, and not to the phrase before it: "Studien nach dem Unglück",
    "ihr Wunsch nach Ruhe wuchs"."""
    if before.preposition is not None or parsed.low[before.start] in listed("never_dative"):
        return True
    governed = any(phrase.preposition == i and phrase.start == i + 1 for phrase in sentence.phrases)
    clause = sentence.clauses[sentence.clause_of(i)]
    opens = clause.first == before.start and clause.kind in MAIN
    return governed and (opens or (parsed.dep[i] == "case" and parsed.head[i] > i))


def _is_manner(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether one bare noun without anybody whose it is only tells how: "alles fährt nach Plan"."""
    alone = phrase.start == phrase.head == phrase.end - 1 and parsed.number[phrase.head] == "Sing"
    behind = phrase.end
    owned = behind < len(parsed.words) and parsed.pos[behind] in (
        "DET",
        "ADJ",
        "NOUN",
        "PROPN",
        "ADP",
        "PRON",
    )
    return alone and not owned and parsed.entity[phrase.head] == ""


def _with_seat(parsed: ParsedText, sentence: Sentence, i: int, phrase: Phrase) -> int:
    """The end of a source that opens a sentence, with where it is: before the verb there is room for one phrase only.

    "Nach Angaben der Behörde in Kiel wurde das Schiff geborgen": the statement begins with "wurde".
    """
    clause = sentence.clauses[sentence.clause_of(i)]
    place = next(
        (p for p in sentence.phrases if p.preposition == phrase.end and p.end == clause.finite), None
    )
    return place.end if clause.first == i and place is not None and parsed.entity[place.head] else phrase.end


def _names_statement(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether a phrase holds a noun of saying that goes with "nach"."""
    for i in range(first, min(end, first + 5)):
        word = parsed.words[i]
        frames = parsed.lexicon.cue_nouns.get(word) or parsed.lexicon.cue_nouns.get(
            word.rpartition("-")[2].capitalize()
        )
        if frames is None and word[:1].isupper() and not parsed.lexicon.ends_in(word.lower(), "no_statement"):
            frames = next(
                (
                    f
                    for noun, f in parsed.lexicon.cue_nouns.items()
                    if len(noun) > 4 and word.endswith(noun.lower())
                ),
                None,
            )
        if frames and "p" in frames:
            return True
    return False


def _so(parsed: ParsedText, sentence: Sentence, i: int) -> Source | None:
    """…, so X."""
    if i == sentence.unit.first or i + 1 >= sentence.end:
        return None
    apart = parsed.words[i - 1] in (",", "–", "—")
    if not apart and not (parsed.is_speech(i - 1) and parsed.text[parsed.ends[i - 1] - 2] in ",!?…."):
        return None
    phrase = next((p for p in sentence.phrases if p.start == i + 1), None)
    if phrase is None or not phrase.subject:
        return None
    end = _with_place(parsed, sentence, phrase)
    clause = sentence.clauses[sentence.clause_of(i)]
    if any(parsed.is_finite(k) for k in range(end, clause.end)):
        return None
    first = i - 1 if apart else i
    return Source(first, clause.end, (parsed.span(i, i + 1),), (parsed.span(phrase.start, end),), SO)


def _with_place(parsed: ParsedText, sentence: Sentence, phrase: Phrase) -> int:
    """End of a phrase that names a saying, with the place it is found in: "so die Formulierung in dem Vertrag"."""
    behind = next((p for p in sentence.phrases if p.start == phrase.end + 1), None)
    if (
        behind is None
        or behind.preposition != phrase.end
        or not parsed.lexicon.has(parsed.low[phrase.end], "where")
    ):
        return phrase.end
    return behind.end if parsed.lexicon.cue_nouns.get(parsed.words[phrase.head]) else phrase.end


def _alone(parsed: ParsedText, sentence: Sentence, i: int) -> Source | None:
    """Demnach …; wonach …"""
    word = (parsed.span(i, i + 1),)
    if parsed.low[i] == "wonach":
        clause = sentence.clauses[sentence.clause_of(i)]
        before = next((p for p in reversed(sentence.phrases) if p.end < i), None)
        if clause.first != i or before is None or before.pronoun:
            return None
        if parsed.lexicon.role(parsed.words[before.head]) is not None:
            # "Der Wirt fragte, wonach sie suche."
            return None
        return Source(i, i + 1, word, (parsed.span(before.start, before.end),), POINTS_BACK, direct=False)
    inside = i != sentence.unit.first
    if inside and not (parsed.low[i] == _POINTING and _is_in_main_clause(sentence, i)):
        return None
    said = any(parsed.is_subjunctive(k) for k in range(i, sentence.end))
    if parsed.low[i] == "danach" and not said and not _is_of_text_before(parsed, sentence):
        return None
    if parsed.low[i + 1 : i + 2] in (["gefragt"], ["befragt"]):
        return None
    return Source(i, i + 1, word, word, POINTS_BACK, direct=False)


def _is_of_text_before(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether a sentence gives figures, and the one before it says that something is known from a text: "Das geht aus
    einem Bericht hervor. Danach gab es 812 Fälle"."""
    number = parsed.unit_of[sentence.unit.first]
    earlier = parsed.units[number - 1] if number else None
    if earlier is None or earlier.paragraph != sentence.unit.paragraph:
        return False
    counts = any(parsed.pos[k] == "NUM" for k in range(sentence.unit.first, sentence.end))
    known = "hervor" in parsed.low[earlier.first : earlier.end]
    return counts and known and any(is_text(parsed, p) for p in phrases(parsed, earlier.first, earlier.end))


def _is_in_main_clause(sentence: Sentence, i: int) -> bool:
    """Whether an adverb is in a main clause, behind its verb: "Die Kosten sind demnach gestiegen"."""
    clause = sentence.clauses[sentence.clause_of(i)]
    return clause.kind in MAIN and clause.finite is not None and clause.finite < i


def _view(parsed: ParsedText, sentence: Sentence, i: int) -> Source | None:
    """aus Sicht von X."""
    phrase = next((p for p in sentence.phrases if p.start == i + 1), None)
    if phrase is None or "a" not in parsed.lexicon.cue_nouns.get(parsed.words[phrase.head], ""):
        return None
    return Source(
        i, phrase.end, (parsed.span(i, i + 1),), (parsed.span(phrase.start, phrase.end),), ACCORDING_TO
    )


def _to(parsed: ParsedText, sentence: Sentence, i: int) -> Source | None:
    """according to X; according to X, a Y,"""
    if i + 2 >= sentence.end or parsed.low[i + 1] != "to":
        return None
    end = phrase_at(parsed, i + 2, sentence.end)
    if end is None:
        return None
    end = _with_insertion(parsed, sentence, _with_participle(parsed, sentence, i + 2, end))
    return Source(i, end, (parsed.span(i, i + 2),), (parsed.span(i + 2, end),), ACCORDING_TO)


def _with_participle(parsed: ParsedText, sentence: Sentence, first: int, end: int) -> int:
    """End of a source with all that belongs to a participle at its end: "papers seen by the BBC"."""
    if not parsed.by_parse:
        return end
    for i in range(first, min(end + 1, sentence.end)):
        if parsed.dep[i] == "acl" and parsed.head[i] in range(first, end):
            end = max(end, max(subtree(parsed, i, without=("punct", "conj", "cc", "parataxis"))) + 1)
    return min(end, sentence.end)


def _with_insertion(parsed: ParsedText, sentence: Sentence, end: int) -> int:
    """End of a source with what is inserted between commas behind it: ", a Y," or ", who …,", if a subject follows."""
    if end + 1 >= sentence.end or parsed.words[end] != ",":
        return end
    low = parsed.low[end + 1]
    relative = low in ("who", "which", "whose")
    if not (relative or low in _INSERTED or parsed.words[end + 1].isdigit()):
        return end
    limit = min(sentence.end, end + _LONGEST_INSERTION)
    closing = next((k for k in range(end + 2, limit) if parsed.words[k] == ","), None)
    if closing is None or closing + 1 >= sentence.end:
        return end
    if relative:
        return closing
    inner = range(end + 1, closing)
    counted = low in ("a", "an", "one") or any(
        parsed.lexicon.role(parsed.words[k]) is not None or parsed.words[k][:1].isupper() for k in inner
    )
    if not (counted or parsed.words[end + 1].isdigit()) or any(parsed.is_finite(k) for k in inner):
        return end
    following = closing + 1
    opens = parsed.lexicon.has(parsed.low[following], "subject_pronoun", "determiner")
    return closing if opens or phrase_at(parsed, following, sentence.end) is not None else end


_READERS = {
    "before": _before,
    "after": _after,
    "noun": _noun,
    "view": _view,
    "to": _to,
    "so": _so,
    "alone": _alone,
}
