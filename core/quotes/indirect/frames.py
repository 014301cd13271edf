"""What the clauses around a verb of saying show: whether it frames one of them or is only beside it."""

from core.lexicon.inflection import VerbForm
from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrases import may_speak
from core.parsed_text.relations import OBJECTS
from core.parsed_text.word_order import subject_of
from core.quotes.cues.cue import Cue
from core.quotes.cues.disputing import is_put_to_somebody
from core.quotes.cues.speech_acts import is_about_others, load_acts
from core.quotes.speakers.subjects import house_of, speaker_of
from core.quotes.speakers.texts import is_text
from core.text.tables import listed

_FAR = 9
"""Tokens behind a verb among which it is said that nobody says so."""
_REFLEXIVE = frozenset(("melden",))
"""Verbs that say nothing of what is said with "sich"."""


def is_inserted(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether "klagt X" lies between two main clauses of which the first is in the Konjunktiv: both are said."""
    number = cue.clause
    clauses = sentence.clauses
    if not number or number + 1 >= len(clauses) or clauses[number].kind is not ClauseKind.VERB_FIRST:
        return False
    before, own, behind = clauses[number - 1], clauses[number], clauses[number + 1]
    commas = own.separator == behind.separator == ","
    said = behind.kind is ClauseKind.MAIN and holds_subjunctive(parsed, behind)
    return (
        commas
        and said
        and cue.finite == own.first
        and (cue.may("c") or cue.may("q"))
        and not cue.passive
        and before.kind in MAIN
        and holds_subjunctive(parsed, before)
        and not goes_on(parsed, sentence, cue)
        and not (number > 1 and _follows_what_is_put(parsed, sentence))
    )


def is_aside(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether "so viel verrät X" or "so berichtet es X" is inserted behind the opening of what is said."""
    number, clauses = cue.clause, sentence.clauses
    own = clauses[number]
    if not number or number + 1 >= len(clauses) or own.separator not in (",", "–", "—"):
        return False
    opening = parsed.low[own.first : cue.finite]
    return (
        opening in (["so"], ["so", "viel"])
        and clauses[number + 1].separator == own.separator
        and clauses[number + 1].kind is ClauseKind.VERB_FIRST
        and clauses[0].finite is None
        and (cue.may("c") or cue.may("q"))
        and (not cue.passive or is_all_of_clause(parsed, sentence, cue))
    )


def is_all_of_clause(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause is nothing but a verb of saying, and at most "so": ", wird vermutet", ", so wird gesagt"."""
    clause = sentence.clauses[cue.clause]
    others = [i for i in range(clause.first, clause.end) if i not in cue.tokens]
    return all(i == clause.first and parsed.low[i] == "so" for i in others)


def points_back(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause that ends the sentence says of the main clause before it that somebody said so: "Das Brot wird
    teurer, das sagte der Verband"."""
    number, clauses = cue.clause, sentence.clauses
    own = clauses[number]
    if number != len(clauses) - 1 or not number or own.separator != "," or cue.finite != own.first + 1:
        return False
    before = [clause for clause in clauses[:number] if clause.finite is not None]
    subject = speaker_of(parsed, sentence, cue)
    return (
        parsed.low[own.first] in ("das", "dies")
        and bool(before)
        and before[0].kind is ClauseKind.MAIN
        and (cue.may("c") or cue.may("q"))
        and not cue.passive
        and not is_about_others(parsed, cue)
        and subject is not None
        and subject.start > cue.finite
    )


def goes_on(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb behind a comma has the subject of the indicative clause before it: "Die Stadt räumte Fehler ein,
    wies den Vorwurf aber zurück", or stands in a clause that an infinitive opens: "entschuldigen mag er sich nicht"."""
    clause, before = sentence.clauses[cue.clause], sentence.clauses[cue.clause - 1]
    if parsed.low[clause.first] != "so" and cue.finite != clause.first:
        return True
    named = parsed.low[sentence.unit.first] in ("was", "wo", "wer") and not holds_subjunctive(parsed, before)
    if cue.verb.lemma == "heißen" and (named or "es" not in (parsed.low[i] for i in cue.tokens)):
        return True
    if before.kind is not ClauseKind.MAIN or any(
        holds_subjunctive(parsed, c) for c in sentence.clauses[: cue.clause]
    ):
        return False
    if cue.passive or parsed.low[cue.finite + 1 : cue.finite + 2] == ["es"]:
        return False
    shared = subject_of(parsed, sentence, before.finite) if before.finite is not None else None
    acts = shared is not None and may_speak(parsed, shared)
    return not any(
        cue.finite < p.start < clause.end
        and p.subject
        and (p.pronoun or may_speak(parsed, p))
        and not (acts and parsed.dep[p.head] in OBJECTS)
        for p in sentence.phrases
    )


def holds_subjunctive(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause holds a Konjunktiv form outside of marks."""
    return any(
        parsed.stretch_at(i) is None and parsed.is_subjunctive(i) for i in range(clause.first, clause.end)
    )


def is_ambiguous(parsed: ParsedText, clause: Clause) -> bool:
    """Whether the verb of a clause has the same form in the past and the Konjunktiv: "sollte", "wollten"."""
    return clause.finite is not None and {VerbForm.PAST, VerbForm.SUBJUNCTIVE} <= parsed.lexicon.verb_forms(
        parsed.low[clause.finite]
    )


def _follows_what_is_put(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether what comes before a verb of saying is what somebody replies to: "Auf den Vorwurf, er habe gelogen, …"."""
    opening = sentence.clauses[0]
    phrase = next((p for p in sentence.phrases if p.end == opening.end), None)
    return phrase is not None and is_put_to_somebody(parsed, sentence, phrase)


def is_of_noun(parsed: ParsedText, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause depends on a noun of saying with its owner: "die Behauptung der Werft, dass …"."""
    phrase = next((p for p in sentence.phrases if p.end == clause.first - 1), None)
    if phrase is None or phrase.end <= phrase.head + 1:
        return False
    return "c" in parsed.lexicon.cue_nouns.get(parsed.words[phrase.head], "")


def belongs_to_noun(parsed: ParsedText, sentence: Sentence, number: int) -> bool:
    """Whether a noun with its owner and what it says comes before clause `number`, as the object of the verb there:
    "Die Behauptung von X, er rauche nicht, bezweifelt Y", "Die Sorge der Eltern, …, teilt Y nicht"."""
    if number < 2:
        return False
    opening, said = sentence.clauses[0], sentence.clauses[1]
    if is_of_noun(parsed, sentence, said):
        return True
    phrase = next((p for p in sentence.phrases if (p.start, p.end) == (opening.first, opening.end)), None)
    if number != 2 or phrase is None or phrase.end <= phrase.head + 1:
        return False
    common = parsed.pos[phrase.head] == "NOUN" and parsed.lexicon.role(parsed.words[phrase.head]) is None
    genitive = parsed.lexicon.has(parsed.low[phrase.head + 1], "genitive")
    return common and genitive and said.kind in (ClauseKind.MAIN, ClauseKind.CLAUSE)


def follows_from(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause with dass says what came of something: "warf den Ball derart heftig, dass er platzte", "daraus
    ergibt sich, dass er platzt"."""
    clause = sentence.clauses[cue.clause]
    if cue.verb.lemma in listed("verb_of_result") and any(
        parsed.lexicon.has(parsed.low[i], "reflexive") for i in range(clause.first, clause.end)
    ):
        return True
    return any(
        parsed.low[i] in ("derart", "dermaßen") or (parsed.low[i] == "so" and parsed.tag[i + 1] == "ADJD")
        for i in range(cue.finite, clause.end - 1)
    )


def is_asked(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause read as relative is an indirect question: in the Konjunktiv ("was mit den Kähnen geschehe"), or
    with "welcher" before its noun ("mit welchem Messer er schneidet"), as no relative clause has it."""
    question = parsed.lexicon.has(parsed.low[clause.first], "question")
    article = parsed.lexicon.has(parsed.low[clause.first], "determiner")
    return _asks_which(parsed, clause) or (question and not article and holds_subjunctive(parsed, clause))


def _asks_which(parsed: ParsedText, clause: Clause) -> bool:
    """Whether "welcher" before a noun opens a clause, also behind a preposition."""
    governed = parsed.lexicon.has(parsed.low[clause.first], "preposition")
    which = clause.first + governed
    return (
        which + 1 < clause.end
        and parsed.lexicon.has(parsed.low[which], "question")
        and parsed.dep[which] == "det"
        and parsed.head[which] > which
    )


def is_question(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause taken for a main one is an indirect question, by the verb at its end: "weshalb sie ging"."""
    which = _asks_which(parsed, clause)
    question = which or parsed.lexicon.has(parsed.low[clause.first], "question")
    last = clause.end - 1
    if clause.kind is not ClauseKind.MAIN or not question or clause.finite is None:
        return False
    return last > clause.first + 1 and clause.finite >= last - which


def is_framed(parsed: ParsedText, sentence: Sentence, number: int) -> bool:
    """Whether what begins with a clause ends in a verb of saying of its own: "…: Das Holz sei morsch, schrieb sie"."""
    last = sentence.clauses[-1]
    return (
        len(sentence.clauses) - 1 > number
        and last.kind is ClauseKind.VERB_FIRST
        and last.finite == last.first
        and not parsed.is_subjunctive(last.first)
        and parsed.low[last.first] in parsed.lexicon.cues
        and any(last.first < phrase.start for phrase in sentence.phrases)
    )


def says_otherwise(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb is no frame for a plain main clause behind it: it has an object of its own ("lassen sich Märchen
    erzählen"), or it is a way of making a noise ("jubeln")."""
    if cue.may("k"):
        return True
    clause = sentence.clauses[cue.clause]
    if any(parsed.lexicon.has(parsed.low[i], "said_object") for i in range(clause.first, clause.end)):
        return True
    if _has_prepositional_object(parsed, clause, cue):
        return True
    subject = speaker_of(parsed, sentence, cue)
    return any(
        p.preposition is None
        and not p.pronoun
        and cue.finite < p.start < clause.end
        and (subject is None or not (p.start < subject.end and subject.start < p.end))
        and parsed.dep[p.head] == "obj"
        for p in sentence.phrases
    )


def _has_prepositional_object(parsed: ParsedText, clause: Clause, cue: Cue) -> bool:
    """Whether a verb has what it says behind a preposition: "droht mit Streik"."""
    act = load_acts(parsed.lexicon.language).of(cue.verb)
    needed = {need for needs in act.needs for need in needs} if act is not None else set()
    return any(
        parsed.low[i] in needed and parsed.lexicon.has(parsed.low[i], "preposition")
        for i in range(cue.finite + 1, clause.end)
    )


def says_elsewhere(parsed: ParsedText, sentence: Sentence, cue: Cue, clause: Clause) -> bool:
    """Whether a verb has said its own before a clause in the indicative, or cannot say it: behind words in marks
    ("„…“, sagt X, mehr will sie nicht verraten"), with a thing before a colon ("Streik droht: …"), "meldete sich"."""
    own = sentence.clauses[cue.clause]
    if cue.clause and sentence.clauses[cue.clause - 1].kind is ClauseKind.QUOTED and own.first == cue.finite:
        return True
    if cue.verb.lemma in _REFLEXIVE and any(parsed.low[i] == "sich" for i in range(own.first, own.end)):
        return True
    subject = subject_of(parsed, sentence, cue.finite) if clause.separator == ":" else None
    bare = subject is not None and not subject.pronoun and parsed.pos[subject.head] == "NOUN"
    return subject is not None and bare and not (may_speak(parsed, subject) or is_text(parsed, subject))


def is_own_voice(parsed: ParsedText, sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether a verb of saying with a clause in the indicative is the writer's own ("Wir zeigen, wie …", "man darf
    fragen, ob …"), or one of whoever it may be ("Wer glaubt, dass …, irrt")."""
    subject = subject_of(parsed, sentence, cue.finite)
    if subject is None or not subject.pronoun or not parsed.lexicon.has(parsed.low[subject.start], "writer"):
        return False
    if parsed.low[subject.start] == "wer" and _takes_up(parsed, sentence, first):
        return True
    if parsed.low[subject.start] == "man" and house_of(parsed, sentence, cue) is not None:
        return False
    return not any(holds_subjunctive(parsed, clause) for clause in sentence.clauses[first:])


def is_said_by_nobody(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb of saying tells that hardly anybody says so: "Das glaubt hier kaum jemand"."""
    clause = sentence.clauses[cue.clause]
    last = clause.kind is ClauseKind.SUBORDINATE and cue.finite == clause.end - 1
    return any(
        parsed.lexicon.has(parsed.low[i], "nobody")
        or (parsed.low[i] == "jemand" and i > clause.first and parsed.low[i - 1] == "kaum")
        for i in range(
            clause.first if last else max(clause.first, cue.finite - 2), min(clause.end, cue.finite + _FAR)
        )
        if parsed.stretch_at(i) is None
    )


def _takes_up(parsed: ParsedText, sentence: Sentence, first: int) -> bool:
    """Whether the sentence says behind clause `first` what is so of whoever does that: "Wer glaubt, …, der irrt"."""
    return any(
        clause.finite is not None
        and not parsed.is_subjunctive(clause.finite)
        and (
            clause.kind is ClauseKind.VERB_FIRST
            or (
                parsed.lexicon.has(parsed.low[clause.first], "taken_up") and clause.finite <= clause.first + 1
            )
        )
        for clause in sentence.clauses[first + 1 :]
    )


def is_short_answer(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a noun phrase alone is said, and nothing follows: "Neun Minuten, sagt er"."""
    clauses = sentence.clauses
    opening = clauses[0]
    if len(clauses) != 2 or opening.kind is not ClauseKind.FRAGMENT or not cue.may("q"):
        return False
    speaker = speaker_of(parsed, sentence, cue)
    if clauses[1].first != min(cue.tokens) or speaker is None or speaker.start < cue.finite:
        return False
    if not (speaker.pronoun or may_speak(parsed, speaker)):
        return False
    low = parsed.low[opening.first]
    noun = any(p.start == opening.first or p.end == opening.end for p in sentence.phrases)
    return noun and not parsed.lexicon.has(low, "preposition", "contracted", "subordinator", "conjunction")


def resumes(sentence: Sentence, number: int) -> bool:
    """Whether a clause is the rest of one that a relative clause comes before: "X, der im Hafen steht, sagte", also
    where what somebody says lies between: "X, der sagte, er habe Zeit, lachte"."""
    clauses = sentence.clauses
    if number > 1 and clauses[number - 1].kind is ClauseKind.RELATIVE and clauses[number - 2].finite is None:
        return True
    opens = len(clauses) > 1 and clauses[0].finite is None and clauses[1].kind is ClauseKind.RELATIVE
    own = clauses[number]
    return opens and not any(
        own.finite is not None and own.finite < p.start < own.end and p.subject for p in sentence.phrases
    )


def states(parsed: ParsedText, clauses: tuple[Clause, ...], resumed: bool) -> bool:
    """Whether clauses before the verb hold a statement, and not just "auf die Frage, ob …".

    A mere noun phrase is the beginning of one if it is `resumed` with a verb: "Der Hafen, sagte X, sei zu". A noun of
    saying has the statement to itself: "Den Vorwurf, er habe gelogen, wies X zurück".
    """
    opening = clauses[0]
    aside = opening.kind is ClauseKind.SUBORDINATE
    noun = parsed.words[opening.end - 1]
    if (
        opening.kind is ClauseKind.FRAGMENT
        and len(clauses) > 1
        and clauses[1].separator != ":"
        and "c" in parsed.lexicon.cue_nouns.get(noun, "")
    ):
        return False
    if any(c.kind in MAIN and not (aside and c.separator in ("–", "—")) for c in clauses):
        return True
    if len(clauses) == 1 and resumed and not parsed.lexicon.has(parsed.low[opening.first], "preposition"):
        return True
    if opening.kind is ClauseKind.FRAGMENT and parsed.lexicon.has(parsed.low[opening.first], "preposition"):
        return False
    if any(c.kind is ClauseKind.CLAUSE for c in clauses):
        return True
    return any(holds_subjunctive(parsed, c) for c in clauses)


def last_conjunct(parsed: ParsedText, clause: Clause) -> int | None:
    """The verb behind "und" that ends a clause which the writer begins: "Er war Koch und lebt, wie er sagt, hier gern".
    What comes before it is not said; None where the clause has no such verb, or a Konjunktiv."""
    verb = clause.end - 1
    shared = clause.finite is not None and clause.finite < verb - 1 and parsed.is_finite(verb)
    told = shared and parsed.low[verb - 1] == "und" and not holds_subjunctive(parsed, clause)
    return verb if told else None
