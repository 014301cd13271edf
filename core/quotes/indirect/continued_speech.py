"""What goes on without a new cue: sentences in the Konjunktiv after something said."""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.lexicon.inflection import VerbForm
from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence, read_sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.parsed_text.word_order import subject_of
from core.quotes import rules
from core.quotes.cues.speech_acts import load_acts
from core.quotes.cues.verbs import cues
from core.quotes.finding import Finding, Spans
from core.quotes.indirect.continued_by_parse import goes_on_with_would
from core.quotes.indirect.frames import is_ambiguous, is_question
from core.quotes.indirect.statement_behind import joined_by_writer, turns_to_writer
from core.quotes.speakers.sources import sources
from core.quotes.speakers.subjects import speaker_of
from core.text.spans import strip

GOES_ON = "Konjunktiv goes on"
"""The rule for a sentence in the Konjunktiv after something said."""
_REACH = 700
"""Characters after which a Konjunktiv no longer belongs to what was said before."""
_OBJECTS = ("akk", "dat", "adj")
"""What the table of speech acts has for words that it does not name."""
_ONLY_PLURAL = frozenset(("hätten",))
"""Forms that stand for the Konjunktiv I in the plural, where that is no different from the indicative."""
_ENDINGS_OF_PAST = ("te", "ten")
_BESIDE = 160
"""Characters over which such a form still belongs to what was said."""
_AHEAD = 3
"""Sentences behind one without a speaker in which its speaker may be named."""
_LEADING = 2
"""Clauses that may lead up to the main one behind a colon."""
_ADJACENT = 60
"""Characters that may lie between the end of what was said and a sentence that goes on with it."""


def continued_speech(
    parsed: ParsedText, sentence: Sentence, before: Finding | None, same_paragraph: bool, between: Spans
) -> Finding | None:
    """The sentence as free indirect speech, if its main clause is in the Konjunktiv and somebody spoke before.

    A Konjunktiv that may be the writer's own ("könnte") counts only right behind it. `between` is who acts in the
    sentence before, where that came after what was found last: "X wies das zurück. Man habe nichts gewusst."
    """
    if parsed.by_parse:
        return goes_on_with_would(parsed, sentence, before if same_paragraph else None)
    verb = _subjunctive(parsed, sentence) or _asked(parsed, sentence)
    if verb is None or not ((before is not None and before.speaker) or between):
        return None
    first = sentence.unit.first
    gap = parsed.starts[first] - before.end if before is not None else _REACH
    weak = parsed.lexicon.has(parsed.low[verb], "weak_subjunctive")
    if weak and (_is_guess(parsed, sentence) or _is_of_another(parsed, sentence, verb, before)):
        return None
    reach = _BESIDE if parsed.low[verb] in _ONLY_PLURAL else _ADJACENT
    if (
        weak
        and not (same_paragraph and gap <= reach)
        and not (between and _is_gone_on_with(parsed, sentence))
    ):
        return None
    span = strip(parsed.span(first, _end(parsed, sentence)), parsed.text)
    rule = GOES_ON
    speaker = between or (before.speaker if before is not None else ())
    if _is_reporters(parsed, sentence):
        speaker = ()
    return Finding(
        QuoteType.INDIRECT_FREE_INDIRECT,
        (span,),
        rule,
        rules.RULES[rule].confidence,
        speaker=speaker,
        carried=bool(speaker),
    )


def _is_gone_on_with(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether the next sentence of the paragraph is in a Konjunktiv that no writer uses for himself: "Die Nachbarn
    hätten nie geholfen. Der Vermieter sei verschwunden"."""
    number = parsed.unit_of[sentence.unit.first] + 1
    if number >= len(parsed.units) or parsed.units[number].paragraph != sentence.unit.paragraph:
        return False
    verb = _subjunctive(parsed, read_sentence(parsed, parsed.units[number]))
    return verb is not None and not parsed.lexicon.has(parsed.low[verb], "weak_subjunctive")


def named_behind(parsed: ParsedText, sentence: Sentence) -> Finding | None:
    """A sentence in the Konjunktiv whose speaker is named only behind one that follows in the paragraph: "Nie sei so
    viel los gewesen. Man brauche Helfer, sagt X"."""
    verb = _subjunctive(parsed, sentence)
    if verb is None or parsed.lexicon.has(parsed.low[verb], "weak_subjunctive"):
        return None
    number = parsed.unit_of[sentence.unit.first]
    for unit in parsed.units[number + 1 : number + 1 + _AHEAD]:
        if unit.paragraph != sentence.unit.paragraph:
            return None
        later = read_sentence(parsed, unit)
        if _subjunctive(parsed, later) is None:
            return None
        speaker = _speaker_at_end(parsed, later)
        if speaker is not None:
            rule = "Konjunktiv, named behind"
            return Finding(
                QuoteType.INDIRECT_FREE_INDIRECT,
                (strip(parsed.span(sentence.unit.first, sentence.unit.end), parsed.text),),
                rule,
                rules.RULES[rule].confidence,
                speaker=(parsed.span(speaker.start, speaker.end),),
            )
    return None


def _speaker_at_end(parsed: ParsedText, sentence: Sentence) -> Phrase | None:
    """Who says so in a last clause that a verb of saying opens."""
    last = len(sentence.clauses) - 1
    clause = sentence.clauses[last]
    named = next((each for each in sources(parsed, sentence) if each.end == sentence.end), None)
    if named is not None and named.rule == rules.SO:
        who = next((p for p in sentence.phrases if (parsed.span(p.start, p.end),) == named.speaker), None)
        return None if who is None or who.pronoun else who
    if clause.kind is not ClauseKind.VERB_FIRST or clause.separator != ",":
        return None
    cue = next(
        (cue for cue in cues(parsed, sentence) if cue.clause == last and cue.finite == clause.first), None
    )
    if cue is None or cue.passive or parsed.is_subjunctive(cue.finite) or not (cue.may("c") or cue.may("q")):
        return None
    speaker = speaker_of(parsed, sentence, cue)
    return None if speaker is None or speaker.pronoun else speaker


def _is_guess(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether a sentence with a Konjunktiv that a writer also uses says that it guesses: "ohne Zaun wäre er wohl
    fort"."""
    low = parsed.low[sentence.unit.first : sentence.end]
    return low[0] == "ohne" or any(parsed.lexicon.has(word, "guess") for word in low)


def _is_of_another(parsed: ParsedText, sentence: Sentence, verb: int, before: Finding | None) -> bool:
    """Whether the writer says what somebody else, by name, would have done, after what was reported without its words:
    "Die Leiterin bedauerte den Ton. Lind hätte ihn behalten". With a modal verb it is a reproach, which may go on."""
    if before is None or before.type is not QuoteType.REPORTED or not before.speaker:
        return False
    if parsed.lexicon.has(parsed.low[sentence.end - 1], "modal"):
        return False
    who = subject_of(parsed, sentence, verb)
    if who is None or who.pronoun or parsed.entity[who.head] != "PER":
        return False
    said_by = {word for start, end in before.speaker for word in parsed.text[start:end].split()}
    return parsed.words[who.head] not in said_by


def before_colon(
    parsed: ParsedText, sentence: Sentence, chain: Finding, found: list[Finding]
) -> Finding | None:
    """What of a sentence that goes on in the Konjunktiv stands before a colon, if only words in marks follow it."""
    number = next((k for k, clause in enumerate(sentence.clauses) if clause.separator == ":"), None)
    if number is None or all(clause.finite is None for clause in sentence.clauses[:number]):
        return None
    first = sentence.clauses[number].first
    if any(finding.start < parsed.starts[first] for finding in found):
        return None
    span = strip(parsed.span(sentence.unit.first, first - 1), parsed.text)
    return replace(chain, spans=(span,))


def behind_colon(parsed: ParsedText, sentence: Sentence, found: list[Finding]) -> Finding | None:
    """What is in the Konjunktiv behind a colon or a semicolon, with whoever acts before it, or who is `found` to have
    said what is before it: "Die Kritik fällt hart aus: Man habe geschlafen". Behind "anders sieht das
    X" any past is one."""
    number = next((k for k, clause in enumerate(sentence.clauses) if clause.separator in (":", ";")), None)
    clause = _stated_from(sentence, number) if number is not None else None
    if number is None or clause is None or clause.finite is None:
        return None
    main = next((c for c in sentence.clauses[:number] if c.finite is not None and c.kind in MAIN), None)
    if main is None or main.finite is None:
        return None
    viewed = _is_viewed_so(parsed, sentence, main, clause)
    if not (viewed or parsed.is_subjunctive(clause.finite)):
        return None
    first = sentence.clauses[number].first
    rule = rules.RULES[rules.COLON_THEN_KONJUNKTIV]
    span = strip(parsed.span(first, sentence.end), parsed.text)
    frame = (strip(parsed.span(sentence.unit.first, first), parsed.text),)
    speaker = _speaker_before(parsed, sentence, number, found)
    if speaker is not None:
        if parsed.lexicon.has(parsed.low[clause.finite], "weak_subjunctive"):
            return None
        return Finding(
            QuoteType.INDIRECT, (span,), rule.name, rule.confidence, speaker, frame=frame, carried=True
        )
    if parsed.is_subjunctive(main.finite):
        return None
    who = subject_of(parsed, sentence, main.finite)
    if who is None or (who.pronoun and parsed.low[who.start] in ("es", "man")):
        return None
    past = VerbForm.PAST in parsed.lexicon.verb_forms(parsed.low[clause.finite])
    plural = parsed.low[clause.finite] in _ONLY_PLURAL and may_speak(parsed, who)
    doubtful = past or parsed.lexicon.has(parsed.low[clause.finite], "weak_subjunctive")
    # "Die Stadt lehnt das ab: Das würde zu teuer": whoever does that in words says why.
    acts = not past and _acts_in_words(parsed, main) and may_speak(parsed, who)
    if doubtful and not ((plural or viewed or acts) and not _is_guess(parsed, sentence)):
        return None
    return Finding(
        QuoteType.INDIRECT,
        (span,),
        rule.name,
        rule.confidence,
        (parsed.span(who.start, who.end),),
        frame=frame,
    )


def _acts_in_words(parsed: ParsedText, clause: Clause) -> bool:
    """Whether the verb of a clause, with the words that it needs there, is a speech act: "lehnt das ab"."""
    assert clause.finite is not None
    acts, low = load_acts(parsed.lexicon.language), set(parsed.low[clause.first : clause.end])
    for form in acts.forms.get(parsed.low[clause.finite], ()):
        act = acts.of(form.verb)
        if act is None or (form.verb.particle and form.verb.particle not in low):
            continue
        needed = ({w.lower() for w in words if w not in _OBJECTS and w[0] != "!"} for words in act.needs)
        if any(words <= low for words in needed):
            return True
    return False


def _is_viewed_so(parsed: ParsedText, sentence: Sentence, main: Clause, stated: Clause) -> bool:
    """Whether somebody who can speak is told in the present to see it so, and the past behind the colon says how:
    "Anders sieht das die Wirtin: Die Gäste fehlten"."""
    assert main.finite is not None
    assert stated.finite is not None
    at = main.finite + 1
    if not parsed.lexicon.has(parsed.low[at], "viewed") or main.first == main.finite:
        return False
    told = VerbForm.PAST in parsed.lexicon.verb_forms(parsed.low[main.finite])
    verb = stated.finite
    past = VerbForm.PAST in parsed.lexicon.verb_forms(parsed.low[verb]) or (
        parsed.tag[verb] == "VVFIN" and parsed.low[verb].endswith(_ENDINGS_OF_PAST)
    )
    who = next((p for p in sentence.phrases if at < p.start < main.end and p.subject), None)
    return past and not told and who is not None and may_speak(parsed, who)


def _stated_from(sentence: Sentence, number: int) -> Clause | None:
    """The main clause that clause `number` is or leads up to: "Geld, das man nicht habe, könne man nicht geben"."""
    for clause in sentence.clauses[number : number + _LEADING + 1]:
        if clause.kind in MAIN:
            return clause
        if clause.kind is ClauseKind.QUOTED:
            return None
    return None


def _speaker_before(
    parsed: ParsedText, sentence: Sentence, number: int, found: list[Finding]
) -> Spans | None:
    """Who says what is before the semicolon at clause `number`, by what was found there."""
    if sentence.clauses[number].separator != ";":
        return None
    end = parsed.starts[sentence.clauses[number].first]
    said = [
        each
        for each in found
        if each.speaker and each.end <= end and each.start >= parsed.starts[sentence.unit.first]
    ]
    return said[-1].speaker if said else None


def _subjunctive(parsed: ParsedText, sentence: Sentence) -> int | None:
    """The finite verb of the first main clause, if it is a Konjunktiv form."""
    for number, clause in enumerate(sentence.clauses):
        if clause.kind in MAIN and clause.finite is not None and not _leads_up(parsed, sentence, number):
            return clause.finite if _is_subjunctive(parsed, sentence, clause.finite) else None
    return None


def _asked(parsed: ParsedText, sentence: Sentence) -> int | None:
    """The verb of a question that somebody asks, in the Konjunktiv: "Ob man das wolle?"."""
    if not sentence.clauses:
        return None
    clause = sentence.clauses[0]
    asks = parsed.low[clause.first] == "ob" and "?" in parsed.words[sentence.end : sentence.unit.end]
    verbs = range(clause.first, clause.end) if asks else range(0)
    return next((i for i in verbs if parsed.is_subjunctive(i)), None)


def _end(parsed: ParsedText, sentence: Sentence) -> int:
    """Where what goes on in the Konjunktiv ends: where the writer speaks again, else with the sentence."""
    main = next((k for k, clause in enumerate(sentence.clauses) if clause.kind in MAIN), None)
    for number in range(0 if main is None else main, len(sentence.clauses)):
        if number > (main or 0) and turns_to_writer(parsed, sentence, number):
            return sentence.clauses[number].first - 1
        joined = joined_by_writer(parsed, sentence.clauses[number])
        if joined is not None:
            return joined
    return sentence.unit.end


def _is_reporters(parsed: ParsedText, sentence: Sentence) -> bool:
    """Whether a sentence is what the writer asks somebody, who answers behind it: "Ob er heute feiere?"."""
    if "?" not in parsed.words[sentence.end : sentence.unit.end] or len(sentence.clauses) > 1:
        return False
    first = sentence.unit.first
    asks = parsed.low[first] == "ob" or parsed.lexicon.has(parsed.low[first], "question")
    return asks and parsed.lexicon.has(parsed.low[first + 1], "person_pronoun")


def _leads_up(parsed: ParsedText, sentence: Sentence, number: int) -> bool:
    """Whether a clause read as a main one leaves the mood of its sentence to a later one: a question or a condition
    before it ("Weshalb er ging, sei offen", "Sollte es regnen, werde man helfen"), or a verb whose past and Konjunktiv
    are the same, beside one in a clear Konjunktiv."""
    clause, later = sentence.clauses[number], sentence.clauses[number + 1 : number + 2]
    if not later:
        return False
    resumed = later[0].kind is ClauseKind.VERB_FIRST and later[0].separator == ","
    condition = clause.kind is ClauseKind.VERB_FIRST and number == 0
    if resumed and (condition or is_question(parsed, clause)):
        return True
    return (is_ambiguous(parsed, clause) or _looks_past(parsed, clause)) and any(
        other.kind in MAIN
        and other.finite is not None
        and parsed.is_subjunctive(other.finite)
        and VerbForm.PAST not in parsed.lexicon.verb_forms(parsed.low[other.finite])
        and not parsed.lexicon.has(parsed.low[other.finite], "weak_subjunctive")
        for other in sentence.clauses[number + 1 :]
    )


def _looks_past(parsed: ParsedText, clause: Clause) -> bool:
    """Whether the verb of a clause is a weak one in the plural, whose past and Konjunktiv are the same: "sparten"."""
    return (
        clause.finite is not None
        and parsed.tag[clause.finite] == "VVFIN"
        and parsed.low[clause.finite].endswith("ten")
    )


def _is_of_third_person(parsed: ParsedText, sentence: Sentence, verb: int) -> bool:
    """Whether a verb that no table knows ends in -e though its subject is a noun in the singular, as no indicative of
    the present does: "vereinfache das Gesetz vieles"."""
    low = parsed.low[verb]
    if parsed.tag[verb] != "VVFIN" or not low.endswith("e") or low.endswith("te"):
        return False
    subject = subject_of(parsed, sentence, verb)
    return subject is not None and not subject.pronoun and parsed.number[subject.head] == "Sing"


def _is_subjunctive(parsed: ParsedText, sentence: Sentence, verb: int) -> bool:
    """Whether a verb is a Konjunktiv, also one that looks like the first person, beside "er" or "sie": "sie bitte"."""
    if parsed.is_subjunctive(verb):
        return True
    beside = [parsed.low[verb - 1], *parsed.low[verb + 1 : verb + 2]] if verb else []
    forms = parsed.lexicon.verb_forms(parsed.low[verb])
    past = VerbForm.PAST in forms or VerbForm.PRESENT in forms
    third = any(parsed.lexicon.has(word, "person_pronoun") or word == "man" for word in beside)
    if not forms and _is_of_third_person(parsed, sentence, verb):
        return True
    return third and parsed.low[verb].endswith("e") and VerbForm.SUBJUNCTIVE in forms and not past
