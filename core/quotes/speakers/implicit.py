"""Who speaks where no verb of saying shows it: who acts around the words in marks or before them."""

from dataclasses import replace

from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence, read_sentence
from core.parsed_text.dependencies import has_fronted_object, main_subject, parsed_subject
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import is_bare_thing, may_speak
from core.parsed_text.relations import OBJECTS, PASSIVE_SUBJECTS
from core.parsed_text.word_order import subject_of
from core.quotes.cues.around_marks import IS
from core.quotes.cues.verbs import cues
from core.quotes.finding import Spans
from core.quotes.speakers.sayings_by_parse import whose_saying
from core.quotes.speakers.subjects import speaker_of
from core.quotes.speakers.texts import is_text
from core.text.spans import Span
from core.text.tables import listed

_COMES = frozenset(listed("verb_of_origin"))
_FROM = frozenset(("von", "vom", "aus"))
_GOVERNS = frozenset(("von", "vom", "als"))
_BESIDE = 3
"""Words that may stand between who speaks and "von": "Ärzte vor Ort von „…“"."""
_NOBODY = frozenset(("es", "man", "wir", "ich"))
_REACH = 3
"""Sentences of the paragraph in which it is looked for who acts."""


def speaker_of_omitted_verb(
    parsed: ParsedText, sentence: Sentence, left: int, first: int, end: int
) -> Phrase | None:
    """Who is named where the verb of the clause before is left out: "X sprach von „…“, die Gegner von „…“", "X nannte
    es „…“, die Gegner „…“", "von „…“ sprach X, von „…“ die Gegner"."""
    clause = sentence.clauses[sentence.clause_of(first)]
    if clause.kind is not ClauseKind.FRAGMENT or clause.first < left or clause.separator != ",":
        return None
    if parsed.low[clause.first] in _GOVERNS:
        behind = next((p for p in sentence.phrases if p.start == end), None)
        return behind if behind is not None and behind.subject and behind.end == clause.end else None
    opening = next((p for p in sentence.phrases if p.start == clause.first), None)
    if opening is None or not opening.subject:
        return None
    if opening.end == first:
        return opening if left > sentence.unit.first else None
    of = next((i for i in range(opening.head + 1, first) if parsed.low[i] in _GOVERNS), None)
    if of is None or of > opening.end + _BESIDE:
        return None
    return replace(opening, end=min(opening.end, of))


def inverted_subject(parsed: ParsedText, sentence: Sentence, end: int) -> Phrase | None:
    """Who comes right behind the verb that follows a closing mark: "„…“, wollen die Fischer wissen"."""
    verb = end + 1 if end < sentence.end and parsed.words[end] == "," else end
    if verb >= sentence.end or not parsed.is_finite(verb):
        return None
    return next((p for p in sentence.phrases if p.start == verb + 1 and may_speak(parsed, p)), None)


def holder_of_opinion(parsed: ParsedText, sentence: Sentence, first: int) -> Phrase | None:
    """For whom something is what the marks say, or from whom it comes: "Für den Minister ist die Lage „alarmierend“",
    "von ihm stammt der Satz „…“", "in den Augen der Ministerin war es „…“"."""
    clause = sentence.clauses[sentence.clause_of(first)]
    if clause.kind is ClauseKind.QUOTED and sentence.clauses[0] is not clause:
        clause = sentence.clauses[sentence.clause_of(first - 2)]
    plain = [i for i in range(clause.first, clause.end) if parsed.stretch_at(i) is None]
    words = {parsed.low[i] for i in plain}
    told = any(parsed.low[i] in IS and not parsed.is_subjunctive(i) for i in plain)
    wanted = {"für"} if told else set()
    if words & _COMES:
        wanted |= _FROM
    for phrase in sentence.phrases:
        if phrase.preposition is None or not clause.first <= phrase.start < clause.end:
            continue
        if parsed.is_speech(phrase.start):
            continue
        preposition = parsed.low[phrase.preposition]
        colon = parsed.words[first - 1] == ":" and preposition in _FROM
        if preposition in wanted and (colon or may_speak(parsed, phrase)):
            return phrase
        if parsed.low[phrase.preposition] == "in" and parsed.words[phrase.head] == "Augen":
            return phrase
    return None


def subject_around(
    parsed: ParsedText, sentence: Sentence, left: int, first: int, end: int, right: int
) -> Phrase | None:
    """Who by word order is the subject of a verb between `left` and `right` outside the marks, if somebody."""
    for clause in sentence.clauses:
        verb = clause.finite
        if verb is None or not left <= verb < right or first <= verb < end or parsed.is_subjunctive(verb):
            continue
        phrase = subject_of(parsed, sentence, verb)
        if phrase is not None and may_speak(parsed, phrase):
            return phrase
    return None


def speaker_before_colon(parsed: ParsedText, sentence: Sentence, left: int, right: int) -> Phrase | None:
    """Who acts before a colon, or which text does: the subject of the last main clause whose subject can
    speak, else of the clause that the colon ends. None where the first verb is a Konjunktiv."""
    clauses = [c for c in sentence.clauses if left <= c.first < right and c.finite is not None]
    if not clauses:
        return first_subject(parsed, sentence, left, right)
    if clauses[0].finite is None or parsed.is_subjunctive(clauses[0].finite):
        return None
    main = [c for c in reversed(clauses) if c.kind in MAIN]
    for clause in (*main, clauses[-1]):
        assert clause.finite is not None
        for phrase in (
            subject_of(parsed, sentence, clause.finite),
            parsed_subject(parsed, sentence, clause.finite),
        ):
            if phrase is None or phrase.end > right:
                continue
            if may_speak(parsed, phrase) or (not phrase.pronoun and _is_text_or_saying(parsed, phrase)):
                return phrase
    return None


def is_done_to(parsed: ParsedText, sentence: Sentence, first: int) -> bool:
    """Whether the clause that a colon ends before token `first` tells what is done to its subject: "Sie werden
    angeschrien: „…“"."""
    clause = sentence.clauses[sentence.clause_of(first - 2)]
    subject = None if clause.finite is None else subject_of(parsed, sentence, clause.finite)
    if subject is None or clause.finite is None:
        return False
    return parsed.dep[subject.head] in PASSIVE_SUBJECTS or parsed.dep[clause.finite] == "aux:pass"


def is_said_by_anybody(parsed: ParsedText, sentence: Sentence, first: int) -> bool:
    """Whether "man" is the subject of the clause that a colon ends before token `first`: "Man verlangte Ruhe: „…“"."""
    clause = sentence.clauses[sentence.clause_of(first - 2)]
    subject = None if clause.finite is None else subject_of(parsed, sentence, clause.finite)
    return subject is not None and parsed.low[subject.head] == "man"


def agent_before(parsed: ParsedText, sentence: Sentence, first: int) -> Phrase | None:
    """Who does it in such a clause: "Sie werden vom Förster angeschrien: „…“"."""
    clause = sentence.clauses[sentence.clause_of(first - 2)]
    return next(
        (
            p
            for p in sentence.phrases
            if clause.first <= p.start < clause.end
            and p.preposition is not None
            and parsed.lexicon.has(parsed.low[p.preposition], "agent_preposition")
            and may_speak(parsed, p)
        ),
        None,
    )


def author_before_colon(parsed: ParsedText, sentence: Sentence, first: int) -> Span | None:
    """Whose words a colon comes before, where they are an object with their author: "teilte einen Aufruf der
    Initiative: „…“", "Dann die Stimme des Fahrers: „…“"."""
    if parsed.by_parse:
        return whose_saying(parsed, sentence, first)
    end = first - 1
    if parsed.lexicon.has(parsed.low[end - 1], "separable"):
        end -= 1
    colon = end
    named = parsed.stretch_at(end - 1)
    if named is not None and not parsed.is_speech(end - 1):
        end = parsed.token_at(named.start)
    phrase = next((p for p in sentence.phrases if end <= p.end <= colon), None)
    if phrase is None or phrase.preposition is not None or phrase.end <= phrase.head + 2:
        return None
    acts = phrase.subject and parsed.dep[phrase.head] == "nsubj"
    noun, verb = parsed.words[phrase.head], sentence.clauses[sentence.clause_of(phrase.head)].finite
    acts |= verb is not None and parsed.lexicon.has(parsed.low[verb], "replying")
    if acts or not (parsed.lexicon.cue_nouns.get(noun) or parsed.lexicon.has(noun, "letter", "voice")):
        return None
    if not parsed.lexicon.has(parsed.low[phrase.head + 1], "genitive"):
        return None
    return parsed.span(phrase.head + 1, phrase.end)


def true_for(parsed: ParsedText, sentence: Sentence, first: int) -> Span | None:
    """For whom something is clear before a colon, where the verb is left out: "Für die Wirtin keine Frage: „…“", or
    whose mood is told: "Ärger bei Lind: „…“"."""
    clause = sentence.clauses[sentence.clause_of(first - 2)]
    if clause.finite is not None:
        return None
    inside = [
        p for p in sentence.phrases if clause.first < p.start and p.end < first and p.preposition is not None
    ]
    clear = [p for p in inside if p.preposition == clause.first and parsed.low[clause.first] == "für"]
    felt = [
        p for p in inside if p.end == first - 1 and _is_house(parsed, p) and p.preposition != clause.first
    ]
    phrase = next((p for p in clear if p.end < first - 1), None) or next(iter(felt), None)
    if phrase is None or not may_speak(parsed, phrase):
        return None
    return parsed.span(phrase.start, phrase.end)


def _is_house(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase says with whom something is, and not where: "bei der Wirtin"."""
    if phrase.preposition is None or parsed.entity[phrase.head] == "LOC":
        return False
    return parsed.lexicon.has(parsed.low[phrase.preposition], "with_whom")


def only_one_named(parsed: ParsedText, sentence: Sentence, first: int) -> Phrase | None:
    """Who is named in the main clause before a colon, if it is only one, in whatever case: "Dem Torwart fiel nur eines
    ein", "bei der Wirtin klingt das anders"; but not whom or what it is about."""
    clause = sentence.clauses[sentence.clause_of(first - 2)]
    # "Dem Minister schallte es entgegen": he hears it.
    if clause.kind not in MAIN or "entgegen" in parsed.low[clause.first : clause.end]:
        return None
    named = [
        p
        for p in sentence.phrases
        if clause.first <= p.start
        and p.end <= first
        and not p.pronoun
        and may_speak(parsed, p)
        and not parsed.lexicon.has(parsed.words[p.head], "weekday", "month", "duration")
    ]
    if len(named) != 1 or (named[0].preposition is not None and _acts_as_pronoun(parsed, sentence, clause)):
        return None
    preposition = named[0].preposition
    if preposition is None:
        return named[0]
    where = parsed.entity[named[0].head] == "LOC"
    return None if where or parsed.lexicon.has(parsed.low[preposition], "about") else named[0]


def _acts_as_pronoun(parsed: ParsedText, sentence: Sentence, clause: Clause) -> bool:
    """Whether somebody named before acts in a clause: "Lob hatte sie für Lind: „…“"."""
    return any(
        p.pronoun
        and parsed.lexicon.has(parsed.low[p.head], "person_pronoun")
        and (parsed.dep[p.head] == "nsubj" or p.start - 1 == clause.finite)
        for p in sentence.phrases
        if clause.first <= p.start and p.end <= clause.end
    )


def _is_text_or_saying(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase names a text or something said: "ein Zettel", "die Antwort der Kämmerin"."""
    said = any(parsed.lexicon.cue_nouns.get(parsed.words[i]) for i in range(phrase.start, phrase.head + 1))
    return said or is_text(parsed, phrase)


def first_subject(parsed: ParsedText, sentence: Sentence, left: int, right: int) -> Phrase | None:
    """The first phrase that can be a subject between two tokens, speech left out; of objects only texts, not as in
    "Man wollte Gewissheit: „…“"."""
    return next(
        (
            p
            for p in sentence.phrases
            if p.subject
            and left <= p.start
            and p.end <= right
            and not parsed.is_speech(p.start)
            and not (p.pronoun and parsed.low[p.start] in _NOBODY)
            and not parsed.lexicon.has(parsed.low[p.start], "negation")
            and not (
                (parsed.dep[p.head] in OBJECTS or is_bare_thing(parsed, p))
                and not _is_text_or_saying(parsed, p)
            )
        ),
        None,
    )


def speaker_before(parsed: ParsedText, sentence: Sentence, named_only: bool = False) -> Spans:
    """Who speaks or acts in the sentence before, if it is in the same paragraph: the subject of a verb of saying,
    of the main verb, or the first that names somebody. A sentence without a verb is passed over, one in the Konjunktiv,
    and one about several where one goes on. With `named_only`, people in general ("Rentner fahren gern mit") do not
    count."""
    number = parsed.unit_of[sentence.unit.first]
    earlier = _sentence_before(parsed, sentence, number)
    back = 1
    while earlier is not None and (_lists(parsed, earlier) or is_in_konjunktiv(parsed, earlier)):
        if back == _REACH:
            return ()
        earlier = _sentence_before(parsed, sentence, number - back)
        back += 1
    who = None if earlier is None else _who_acts(parsed, earlier, named_only)
    if who is None:
        return ()
    if _are_several(parsed, who) and _is_of_one(parsed, sentence):
        return actor_in_paragraph(parsed, sentence)
    return (parsed.span(who.start, who.end),)


def _who_acts(parsed: ParsedText, sentence: Sentence, named_only: bool) -> Phrase | None:
    speaker = next(
        (speaker_of(parsed, sentence, cue) for cue in cues(parsed, sentence) if not cue.passive), None
    )
    plain = speaker is not None and not speaker.pronoun and speaker.preposition is None
    if speaker is not None and plain and may_speak(parsed, speaker) and not _are_things(parsed, speaker):
        return speaker
    subject = main_subject(parsed, sentence)
    if has_fronted_object(parsed, sentence):
        actor = _actor(parsed, sentence)
        person = actor is not None and (actor.pronoun or parsed.entity[actor.head] == "PER")
        return actor if person else None
    if subject is not None and named_only and _is_general(parsed, subject):
        return None
    leading = (p for p in sentence.phrases if p.subject and parsed.dep[p.head] not in OBJECTS)
    found = (subject, *leading) if subject is not None else leading
    able = (p for p in found if may_speak(parsed, p) and not _are_things(parsed, p))
    who = next((p for p in able if not parsed.lexicon.has(parsed.words[p.head], "victim")), None)
    return who or _text_told_of(parsed, sentence)


def _text_told_of(parsed: ParsedText, sentence: Sentence) -> Phrase | None:
    """The text that a sentence tells of, which goes on to speak: "Das Gutachten liegt vor. Der Hang sei instabil"."""
    actor = _actor(parsed, sentence)
    told = actor is not None and not actor.pronoun and actor.preposition is None
    return actor if actor is not None and told and is_text(parsed, actor) else None


def is_in_konjunktiv(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether the main verb of a sentence is in the Konjunktiv: its subject is spoken of, and does not speak."""
    main = next((c for c in sentence.clauses if c.kind in MAIN and c.finite is not None), None)
    return main is not None and main.finite is not None and parsed.is_subjunctive(main.finite)


def actor_in_paragraph(parsed: ParsedText, sentence: Sentence) -> Spans:
    """The person who acts in one of the last sentences of the paragraph, the nearest first; by name or pronoun."""
    number = parsed.unit_of[sentence.unit.first]
    for back in range(_REACH):
        earlier = _sentence_before(parsed, sentence, number - back)
        if earlier is None:
            return ()
        actor = main_subject(parsed, earlier)
        if actor is not None and (actor.pronoun or parsed.entity[actor.head] == "PER"):
            return (parsed.span(actor.start, actor.end),)
    return ()


def _actor(parsed: ParsedText, sentence: Sentence) -> Phrase | None:
    finite = sentence.clauses[0].finite if sentence.clauses else None
    return None if finite is None else subject_of(parsed, sentence, finite)


def _sentence_before(parsed: ParsedText, sentence: Sentence, number: int) -> Sentence | None:
    if number < 1 or parsed.units[number - 1].paragraph != sentence.unit.paragraph:
        return None
    return read_sentence(parsed, parsed.units[number - 1])


def _lists(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether a sentence only names circumstances, without a verb: "Januar 1963, Hochwasser, die Wege weg"."""
    stops = {parsed.words[i] for i in range(sentence.end, sentence.unit.end)}
    inside = range(sentence.unit.first, sentence.end)
    silent = not any(parsed.is_finite(i) or parsed.stretch_at(i) is not None for i in inside)
    return silent and len(sentence.clauses) > 1 and stops == {"."}


def _is_general(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase is a bare plural, and no name: "Rentner", "junge Leute"."""
    bare = not parsed.lexicon.has(parsed.low[phrase.start], "determiner")
    plain = not any(parsed.entity[i] for i in range(phrase.start, phrase.head + 1))
    return bare and plain and not phrase.pronoun and parsed.number[phrase.head] == "Plur"


def _are_things(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a bare plural is for nobody whom tables know: "Sirenen heulten"."""
    noun = parsed.words[phrase.head]
    known = parsed.lexicon.role(noun) is not None or parsed.lexicon.is_body(noun)
    return _is_general(parsed, phrase) and phrase.head == phrase.start and not known


def _are_several(parsed: ParsedText, phrase: Phrase) -> bool:
    return parsed.number[phrase.head] == "Plur" and not parsed.entity[phrase.head]


def _is_of_one(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether a sentence begins with what one person does, by a pronoun and a verb in the singular: "Er nehme"."""
    first = sentence.unit.first
    verb = sentence.clauses[0].finite if sentence.clauses else None
    personal = parsed.lexicon.has(parsed.low[first], "person_pronoun") and parsed.low[first] in ("er", "sie")
    one = verb is not None and (parsed.low[first] == "er" or parsed.number[verb] == "Sing")
    return personal and one


def whose_words(parsed: ParsedText, sentence: Sentence, end: int) -> Span | None:
    """Whose words a sentence says those in marks before token `end` to be: "„…“, waren seine letzten Worte"."""
    verb = end + 1 if parsed.words[end : end + 1] == [","] else end
    if verb + 1 >= sentence.end or parsed.low[verb] not in IS:
        return None
    phrase = next((p for p in sentence.phrases if p.start == verb + 1), None)
    if phrase is None or "w" not in parsed.lexicon.cue_nouns.get(parsed.words[phrase.head], ""):
        return None
    if parsed.low[phrase.start].startswith(("sein", "ihr")):
        return parsed.span(phrase.start, phrase.start + 1)
    return parsed.span(phrase.head + 1, phrase.end) if phrase.end > phrase.head + 1 else None
