"""Where a statement that follows its verb of saying begins and ends."""

from dataclasses import replace

from core.lexicon.inflection import VerbForm
from core.parsed_text.clauses import DEPENDENT, MAIN, Clause, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.word_order import subject_of
from core.quotes import rules
from core.quotes.cues.cue import Cue
from core.quotes.cues.marks_in_headlines import is_headline
from core.quotes.indirect.frames import (
    follows_from,
    holds_subjunctive,
    is_ambiguous,
    is_asked,
    is_framed,
    is_of_noun,
    is_question,
    says_elsewhere,
    says_otherwise,
)
from core.text.tables import listed


def statement_behind(parsed: ParsedText, sentence: Sentence, cue: Cue) -> tuple[int, str] | None:
    """Index of the clause that begins what the cue introduces, and the rule; None if nothing of the kind follows."""
    number = cue.clause + 1
    fragment: int | None = None
    while number < len(sentence.clauses) and number <= cue.clause + 3:
        clause = sentence.clauses[number]
        if clause.separator not in (",", ":", "–", "—") or clause.kind is ClauseKind.QUOTED:
            return None
        if clause.kind in (*MAIN, ClauseKind.FRAGMENT) and is_framed(parsed, sentence, number):
            return None
        if clause.kind is ClauseKind.VERB_FIRST and fragment is not None and cue.may("c"):
            return (fragment, rules.CLAUSE_FOLLOWS) if holds_subjunctive(parsed, clause) else None
        if clause.kind is ClauseKind.CLAUSE:
            of_noun = is_of_noun(parsed, sentence, clause) and not _is_subject(parsed, sentence, cue, clause)
            if (
                of_noun
                or follows_from(parsed, sentence, cue)
                or _is_pointed_at(parsed, sentence, cue, number)
            ):
                return None
            return (number, rules.SAID_THAT) if cue.may("c") or cue.may("q") else None
        if clause.kind is ClauseKind.INFINITIVE:
            if parsed.lexicon.has(parsed.low[clause.first], "purpose"):
                number += 1
                continue
            if not (cue.may("z") or cue.may("a") or (cue.may("c") and _is_told(parsed, clause))):
                return None
            parted = fragment == cue.clause + 1 and _is_complete(sentence, cue)
            return fragment if parted and fragment is not None else number, rules.PROMISED_TO
        if _hangs_on_noun(parsed, cue, clause):
            return None
        asked = is_asked(parsed, clause) or _asks(parsed, cue, clause)
        if clause.kind is ClauseKind.RELATIVE and cue.may("i") and asked:
            return number, rules.SAID_THAT
        if clause.kind is ClauseKind.FRAGMENT and cue.may("c") and _verb_in_marks(parsed, clause):
            return number, rules.CLAUSE_FOLLOWS
        if compares(parsed, clause):
            number += 1
            continue
        if clause.kind is ClauseKind.RELATIVE or (
            clause.kind is ClauseKind.FRAGMENT
            and number + 1 < len(sentence.clauses)
            and clause.separator in (",", "–", "—")
        ):
            if clause.kind is ClauseKind.FRAGMENT and clause.separator == "," and fragment is None:
                fragment = number
            number += 1
            continue
        if clause.kind is ClauseKind.SUBORDINATE or is_question(parsed, clause):
            later = sentence.clauses[number + 1] if number + 1 < len(sentence.clauses) else None
            if cue.may("c") and (
                parsed.lexicon.has(parsed.low[clause.first], "question") or is_asked(parsed, clause)
            ):
                fits = cue.may("i") or holds_subjunctive(parsed, clause)
                return (number, rules.SAID_THAT) if fits else None
            if later is not None and later.kind is ClauseKind.VERB_FIRST and cue.may("c"):
                return number, rules.CLAUSE_FOLLOWS
            return None
        if clause.kind is ClauseKind.MAIN and cue.may("c"):
            of_noun = is_of_noun(parsed, sentence, clause) and not _is_subject(parsed, sentence, cue, clause)
            if of_noun or _is_called(parsed, sentence, cue):
                return None
            plain = not holds_subjunctive(parsed, clause) and not is_ambiguous(parsed, clause)
            if plain and clause.separator == "," and says_otherwise(parsed, sentence, cue):
                return None
            if plain and clause.separator != ":" and _only_follows(parsed, sentence, cue, clause):
                return None
            if plain and says_elsewhere(parsed, sentence, cue, clause):
                return None
            if (
                cue.passive
                and clause.separator == ","
                and holds_subjunctive(parsed, sentence.clauses[cue.clause])
            ):
                return (
                    None  # What is reported goes on: "Die Gäste seien gewarnt worden, der Steg sei morsch".
                )
            if plain and (cue.passive or not _is_said_in_indicative(parsed, cue, clause)):
                return None
            if parsed.lexicon.has(parsed.low[clause.first], "conjunction"):
                return None
            return number, rules.CLAUSE_FOLLOWS
        return None
    return None


def _is_told(parsed: ParsedText, clause: Clause) -> bool:
    """Whether an infinitive says of the speaker what dass would: "gewusst zu haben", "helfen zu wollen"."""
    verb = parsed.low[clause.end - 1]
    if verb in listed("modal_with_zu"):
        return parsed.low[clause.end - 2] == "zu"
    return verb in ("haben", "sein")


def _is_complete(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb ends its clause, so that no noun behind the comma is beside one before it: "sagte zu, mit allen,
    auch mit Lind, zu reden", but not "sagte Lind, die Wirtin, zu"."""
    return max(cue.tokens) == sentence.clauses[cue.clause].end - 1


def _is_subject(parsed: ParsedText, sentence: Sentence, cue: Cue, clause: Clause) -> bool:
    """Whether the noun before a clause is who says it by a verb: "meldeten die Nachrichten des Senders, …"."""
    subject = subject_of(parsed, sentence, cue.finite)
    return subject is not None and subject.end == clause.first - 1 and cue.may("q")


def _is_pointed_at(parsed: ParsedText, sentence: Sentence, cue: Cue, number: int) -> bool:
    """Whether a relative clause between points at clause `number`: "wurde gemessen, was darauf hinweist, dass"."""
    before = sentence.clauses[number - 1]
    between = before.kind is ClauseKind.RELATIVE and number - 1 > cue.clause
    return between and any(
        parsed.lexicon.has(parsed.low[i], "link_word") for i in range(before.first, before.end)
    )


def compares(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause says only what something is like: "(er lief), als gehe es um sein Leben"."""
    at = clause.first
    return parsed.low[at] == "als" and at + 1 < clause.end and parsed.is_finite(at + 1)


def _only_follows(parsed: ParsedText, sentence: Sentence, cue: Cue, clause: Clause) -> bool:
    """Whether a headline tells of two things beside each other, in the indicative: "Kämmerer warnt, Rat bleibt hart",
    "Lind erklärt sich zum Sieger – Gegner klagen". Only behind the plainest verbs of saying and a comma does it drop
    the "dass"."""
    if not is_headline(parsed, sentence.unit):
        return False
    return clause.separator != "," or cue.verb.lemma not in listed("verb_before_indicative")


def _asks(parsed: ParsedText, cue: Cue, clause: Clause) -> bool:
    """Whether a verb of asking comes before a question in the indicative: "fragte Lind, wo sie war"."""
    asking = not cue.passive and any(parsed.lexicon.has(parsed.low[i], "asking") for i in cue.tokens)
    low = parsed.low[clause.first]
    return asking and parsed.lexicon.has(low, "question") and not parsed.lexicon.has(low, "determiner")


def _hangs_on_noun(parsed: ParsedText, cue: Cue, clause: Clause) -> bool:
    """Whether a clause is what rumours or reports say that are only answered: "bestritt Gerüchte, wonach er gehe"."""
    asking = any(parsed.lexicon.has(parsed.low[i], "asking") for i in cue.tokens)
    return not asking and parsed.low[clause.first] in listed("of_what_is_told")


def _is_said_in_indicative(parsed: ParsedText, cue: Cue, clause: Clause) -> bool:
    """Whether a clause without Konjunktiv may still be what is said: behind a verb of speaking, no afterthought."""
    low = parsed.low[clause.first]
    if "t" in cue.verb.frames and not cue.may("q"):
        return False
    if low in ("dies", "das", "so"):
        return False
    return not parsed.lexicon.has(low, "adverb", "negation", "preposition", "question")


def _is_called(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether "heißt" only gives somebody a name: "„Freie Ufer“ heißt sie, 3000 haben unterschrieben"."""
    clause = sentence.clauses[cue.clause]
    return cue.verb.lemma == "heißen" and "es" not in parsed.low[clause.first : clause.end]


def _verb_in_marks(parsed: ParsedText, clause: Clause) -> bool:
    """Whether the verb of a clause is in marks: "der Hafen „ist und bleibt“ sicher"."""
    return any(
        parsed.stretch_at(i) is not None and parsed.opens_stretch(i - 1) and parsed.is_finite(i)
        for i in range(clause.first + 1, clause.end)
    )


def message_end(parsed: ParsedText, sentence: Sentence, cue: Cue, first: int) -> int:
    """Where a statement ends: at speech in marks, or where the sentence goes on that the cue is only a clause of."""
    dependent = sentence.clauses[cue.clause].kind in DEPENDENT
    infinitive = sentence.clauses[first].kind is ClauseKind.INFINITIVE
    joined = joined_by_writer(parsed, sentence.clauses[first])
    if joined is not None:
        return joined
    for number, clause in enumerate(sentence.clauses[first + 1 :], first + 1):
        if infinitive and clause.separator == ":" and holds_subjunctive(parsed, clause):
            return clause.first - 1
        if clause.kind is ClauseKind.QUOTED and clause.separator == ":":
            return clause.first - 1
        if _says_another(parsed, clause) or turns_to_writer(parsed, sentence, number):
            return clause.first - 1
        if _comments(parsed, clause):
            return clause.first - 1
        joined = joined_by_writer(parsed, clause)
        if joined is not None:
            return joined
        if clause.kind is ClauseKind.VERB_FIRST and clause.finite is not None:
            past = VerbForm.PAST in parsed.lexicon.verb_forms(parsed.low[clause.finite])
            if not parsed.is_subjunctive(clause.finite) and (dependent or past):
                return clause.first - 1
    return sentence.end


def joined_by_writer(parsed: ParsedText, clause: Clause) -> int | None:
    """The "und" of a clause in the Konjunktiv behind which the writer tells what else the speaker did: "(sie sagte,) er
    sei fort und verwies auf die Tür"."""
    said = False
    for i in range(clause.first, clause.end - 2):
        if parsed.stretch_at(i) is not None:
            continue
        said = said or parsed.is_subjunctive(i)
        if said and parsed.lexicon.has(parsed.low[i], "joining") and _tells_in_indicative(parsed, i + 1):
            return i
    return None


def _tells_in_indicative(parsed: ParsedText, i: int) -> bool:
    """Whether a verb can only be an indicative: one in the past, or one of saying."""
    if not parsed.is_finite(i) or parsed.is_subjunctive(i) or parsed.stretch_at(i) is not None:
        return False
    forms = parsed.lexicon.verb_forms(parsed.low[i])
    told = VerbForm.PAST in forms or (VerbForm.PRESENT in forms and parsed.low[i] in parsed.lexicon.cues)
    told = told or (not forms and parsed.mood[i] == "Ind")
    return told and VerbForm.SUBJUNCTIVE not in forms and parsed.mood[i] != "Sub"


def is_the_writers(parsed: ParsedText, clause: Clause) -> bool:
    """Whether the writer speaks again in a clause: behind a semicolon, in the indicative."""
    return (
        clause.separator == ";"
        and clause.finite is not None
        and not holds_subjunctive(parsed, clause)
        and not is_ambiguous(parsed, clause)
    )


def turns_to_writer(parsed: ParsedText, sentence: Sentence, number: int) -> bool:
    """Whether the writer speaks again from clause `number` on: behind a semicolon, also with an infinitive first
    ("; ihn zu flicken, kostet Geld"), or telling in the past what happened all the same (", doch er ging")."""
    clause = sentence.clauses[number]
    if is_the_writers(parsed, clause) or _tells_against(parsed, clause):
        return True
    main = sentence.clauses[number + 1 : number + 2]
    leads = clause.separator == ";" and clause.kind is ClauseKind.INFINITIVE
    return leads and bool(main) and is_the_writers(parsed, replace(main[0], separator=";"))


def _tells_against(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause tells in the past what stands against what was said: ", doch das Bußgeld musste er zahlen"."""
    if clause.separator != "," or clause.kind is not ClauseKind.MAIN or clause.finite is None:
        return False
    past = VerbForm.PAST in parsed.lexicon.verb_forms(parsed.low[clause.finite])
    told = past and not holds_subjunctive(parsed, clause) and not is_ambiguous(parsed, clause)
    return told and parsed.low[clause.first] in listed("contrast")


def _comments(parsed: ParsedText, clause: Clause) -> bool:
    """Whether the writer remarks on what was said in marks or with "zu": "gab an, da gewesen zu sein, was nicht
    stimmte"."""
    if clause.separator != "," or not parsed.lexicon.has(parsed.low[clause.first], "continuing"):
        return False
    last = clause.first - 2
    compressed = parsed.stretch_at(last) is not None or parsed.low[last] in ("haben", "sein")
    indicative = clause.finite is not None and not holds_subjunctive(parsed, clause)
    return (compressed or parsed.low[last - 1] == "zu") and indicative


def _says_another(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause turns to what somebody else said: ", doch der Sprecher erklärte"."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or parsed.is_subjunctive(clause.finite):
        return False
    return parsed.low[clause.first] in listed("contrast") and parsed.low[clause.finite] in parsed.lexicon.cues
