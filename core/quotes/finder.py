"""Runs the rules over a document, sentence by sentence, and remembers who spoke last."""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import ClauseKind, Sentence, read_sentence
from core.parsed_text.parsed_text import ParsedText, Unit
from core.quotes import rules
from core.quotes.cues.around_marks import behind_speech
from core.quotes.cues.cue import Cue
from core.quotes.cues.unlisted_verbs import unlisted_cues
from core.quotes.cues.verbs import cues, stances
from core.quotes.direct.attribution import broken_finding, direct_findings
from core.quotes.direct.interviews import unlabelled_turns
from core.quotes.direct.is_speech import judge, unclosed
from core.quotes.direct.layout import turn_findings, turns, with_layout
from core.quotes.direct.nested import with_enclosing, with_nested
from core.quotes.direct.paragraphs import across_paragraphs
from core.quotes.direct.passed_on import with_passed_on
from core.quotes.direct.repeats import with_repeats
from core.quotes.direct.unknown_language import by_marks_alone
from core.quotes.finding import Finding, Spans
from core.quotes.indirect.anaphoric import anaphoric_finding
from core.quotes.indirect.clauses import indirect_findings
from core.quotes.indirect.continued_speech import (
    GOES_ON,
    before_colon,
    behind_colon,
    continued_speech,
    named_behind,
)
from core.quotes.indirect.frames import is_all_of_clause
from core.quotes.indirect.hearsay import claimed, hearsay
from core.quotes.indirect.nouns import headline_before_colon, noun_before_colon, noun_findings
from core.quotes.indirect.reported_acts import behind_act, reported_acts
from core.quotes.indirect.within_speech import Passages, passed_on, said_in_turn
from core.quotes.speakers.implicit import actor_in_paragraph, is_in_konjunktiv, speaker_before
from core.quotes.speakers.own_words import with_holder
from core.quotes.speakers.sources import Source, sources
from core.quotes.speakers.texts import is_own_text, is_there, place_before, refers_to_text
from core.text.spans import contains, overlaps
from core.text.tables import LANGUAGES

_EMBEDDED = frozenset((rules.WITHIN_A_SENTENCE, rules.CARRIED_OVER, rules.ALONE))
"""Rules for words in marks that leave it open whether the sentence around them is said as well."""

_SILENT = frozenset(("credit", "teaser", "dateline"))


def find_quotes(parsed: ParsedText) -> list[Finding]:
    """All quotations in text order, an outer one before one inside it. Time is linear in the number of sentences.

    In a language without tables only direct speech is found, by its marks.
    """
    if parsed.language not in LANGUAGES:
        return by_marks_alone(parsed)
    judge(parsed)
    interview = turns(parsed) or unlabelled_turns(parsed)
    spoken = {turn.paragraph for turn in interview}
    finder = _Finder(parsed)
    for number, unit in enumerate(parsed.units):
        if not (0 <= unit.paragraph < len(parsed.kinds) and parsed.kinds[unit.paragraph] in _SILENT):
            finder.read(number, unit, within_turn=unit.paragraph in spoken)
    found = with_layout(parsed, across_paragraphs(parsed, finder.found), interview)
    if interview:
        found = sorted([*turn_findings(parsed, interview), *found], key=lambda each: (each.start, -each.end))
    return with_repeats(parsed.text, with_enclosing(found))


class _Finder:
    """What was found so far in a document, and who said the last of it."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed
        self.passages = Passages(parsed)
        self.found: list[Finding] = []
        self.broken = {parsed.unit_of[parsed.token_at(marked.start)]: marked for marked in unclosed(parsed)}
        self.last: Finding | None = None
        """The last finding with a speaker, and below the sentence and the paragraph it is in."""
        self.last_unit = -1
        self.paragraph = -1
        self.asked_unit = -1
        """The last sentence that only asks somebody, who may go on behind it."""

    def read(self, number: int, unit: Unit, *, within_turn: bool = False) -> None:
        """Add what is found in one sentence. In a turn of an interview only what that person quotes in marks counts."""
        if within_turn:
            self._read_turn(unit)
            return
        parsed = self.parsed
        sentence = read_sentence(parsed, unit)
        verbs = cues(parsed, sentence)
        verbs.extend(stances(parsed, sentence, verbs))
        verbs.extend(unlisted_cues(parsed, sentence, verbs))
        previous = parsed.units[number - 1] if number else None
        pointed = anaphoric_finding(parsed, sentence, verbs, previous, self.found[-1] if self.found else None)
        if pointed is None:
            for finding in self._findings(number, sentence, verbs, sources(parsed, sentence)):
                self._add(finding, number, unit)
            return
        if self.found and self.found[-1].spans[0] == pointed.spans[0]:
            self.found.pop()
        self.found.append(pointed)
        self.last, self.last_unit, self.paragraph = pointed, number, unit.paragraph

    def _read_turn(self, unit: Unit) -> None:
        """Add the quotations in marks of a sentence that is itself spoken; nothing goes on in the next turn."""
        sentence = read_sentence(self.parsed, unit)
        verbs = cues(self.parsed, sentence)
        found = direct_findings(self.parsed, sentence, verbs, sources(self.parsed, sentence), None, ())
        found.extend(passed_on(self.parsed, sentence, self.parsed.span(unit.first, unit.end)))
        self.found.extend(sorted(found, key=lambda finding: (finding.start, -finding.end)))
        self.last = None

    def _findings(
        self, number: int, sentence: Sentence, verbs: list[Cue], named: list[Source]
    ) -> list[Finding]:
        """What the rules find in a sentence, in text order; those for free speech come last."""
        parsed = self.parsed
        before = self._before(sentence.unit)
        silent = self.last is None or max(self.last_unit, self.asked_unit) < number - 1
        between = speaker_before(parsed, sentence, named_only=before is not None) if silent else ()
        if silent and before is None and not between:
            between = actor_in_paragraph(parsed, sentence)
        chain = continued_speech(parsed, sentence, self.last, before is not None, between)
        if before is None and not between:
            chain = named_behind(parsed, sentence) or chain
        if chain is not None and _ends_in_attribution(parsed, sentence, verbs):
            chain = None
        spoken = every = verbs
        if chain is not None:
            verbs = [cue for cue in verbs if not parsed.is_subjunctive(cue.finite)]
            spoken = [cue for cue in spoken if cue in verbs or _beside_speech(parsed, sentence, cue)]
        said = self.last if before is None and is_in_konjunktiv(parsed, sentence) else before
        direct = direct_findings(parsed, sentence, spoken, named, said, between)
        indirect = indirect_findings(parsed, sentence, verbs, named)
        if number in self.broken:
            span = self.broken[number].span
            direct.append(broken_finding(parsed, sentence, self.broken[number], verbs, before))
            indirect = [finding for finding in indirect if not overlaps(finding.spans[0], span)]
        nouns = [] if parsed.by_parse else noun_findings(parsed, sentence, indirect)
        if chain is not None:
            # "So gebe es Hinweise, dass …" is said as a whole.
            nouns = [finding for finding in nouns if finding.speaker]
        found = [*(finding for finding in direct if not _is_name(finding)), *indirect, *nouns]
        for finding in _free_speech(parsed, sentence, chain, before or self._source(number), found):
            _add_or_join(found, finding)
        if chain in found:
            found.extend(said_in_turn(parsed, sentence, every, chain))
        acts = reported_acts(parsed, sentence, found)
        found = [*(behind_act(parsed, finding, acts) for finding in found), *acts]
        found = with_passed_on(parsed, sentence, verbs, with_nested(parsed, found))
        found = [with_holder(parsed, sentence, finding) for finding in found]
        found = [self._pointed(sentence, finding, silent) for finding in found]
        for finding in [finding for finding in found if finding.type is QuoteType.DIRECT]:
            found.extend(self.passages.in_marks(finding))
        return sorted(found, key=lambda finding: (finding.start, -finding.end))

    def _pointed(self, sentence: Sentence, finding: Finding, silent: bool) -> Finding:
        """A finding with the source that its "demnach" or "darin" points back to; others are unchanged."""
        if is_there(self.parsed, finding):
            return replace(finding, holder=self._place(sentence))
        points = finding.rule == rules.POINTS_BACK and finding.speaker == finding.cue
        points = points or is_own_text(self.parsed, finding)
        if not points and not refers_to_text(self.parsed, finding):
            return finding
        before = self._before(sentence.unit)
        source = speaker_before(self.parsed, sentence) if silent else ()
        source = source or (before.speaker_words if before is not None else ())
        if not source:
            return finding
        return replace(finding, holder=source) if points else replace(finding, speaker=source, carried=True)

    def _place(self, sentence: Sentence) -> Spans:
        """The body or place that the sentence before names, in the same paragraph."""
        number = self.parsed.unit_of[sentence.unit.first]
        earlier = self.parsed.units[number - 1] if number else None
        if earlier is None or earlier.paragraph != sentence.unit.paragraph:
            return ()
        return place_before(self.parsed, read_sentence(self.parsed, earlier))

    def _asks(self, finding: Finding) -> bool:
        """Whether somebody asks another, who goes on then: "Ob er trank, wollte die Richterin wissen. „Zwei Bier.“"."""
        low = self.parsed.low[self.parsed.token_at(finding.start)]
        cue = [word for start, end in finding.cue for word in self.parsed.text[start:end].split()]
        question = self.parsed.lexicon.has(low, "question") or low in ("ob", "whether", "if")
        return (
            finding.type is QuoteType.INDIRECT
            and question
            and any(self.parsed.lexicon.has(word, "asking") for word in cue)
        )

    def _before(self, unit: Unit) -> Finding | None:
        """The last finding with a speaker, if it is in the same paragraph."""
        return self.last if unit.paragraph == self.paragraph else None

    def _source(self, number: int) -> Finding | None:
        """What was found in the sentence right before, in another paragraph, if a source is named for it."""
        sourced = self.last is not None and rules.RULES[self.last.rule].family in rules.SOURCED
        return self.last if sourced and self.last_unit == number - 1 else None

    def _add(self, finding: Finding, number: int, unit: Unit) -> None:
        self.found.append(finding)
        asks = self._asks(finding)
        if asks and self._before(unit) is not None:
            self.asked_unit = number
            return
        if not finding.speaker and finding.rule == GOES_ON:
            self.asked_unit = number
        if not finding.speaker or finding.inner:
            return
        if self._is_within_last(finding):
            return
        if finding.holder:
            finding = replace(finding, speaker=finding.holder)
        if asks and finding.addressee:
            finding = replace(finding, speaker=finding.addressee)
        self.last, self.last_unit, self.paragraph = finding, number, unit.paragraph

    def _is_within_last(self, finding: Finding) -> bool:
        """Whether a finding is a part of what somebody said just before, who goes on, and not the one told of in it."""
        last = self.last
        if last is None or last.type is not QuoteType.INDIRECT:
            return False
        if finding.type is not QuoteType.INDIRECT and finding.speaker == last.speaker:
            return False
        return last.start < finding.start and finding.end <= last.end


def _is_name(finding: Finding) -> bool:
    """Whether words in marks are a part of the words for who is said to speak them: "der Chef der „Post“, meint"."""
    return any(contains(who, span) for who in finding.speaker for span in finding.spans)


def _free_speech(
    parsed: ParsedText,
    sentence: Sentence,
    chain: Finding | None,
    before: Finding | None,
    found: list[Finding],
) -> list[Finding]:
    """What is said in a sentence without a cue, beside what other rules `found` there; `chain` is the sentence as what
    the last speaker goes on with."""
    cut = chain is not None and found and all(each.type is QuoteType.DIRECT for each in found)
    free = before_colon(parsed, sentence, chain, found) if cut and chain is not None else None
    if free is None and all(finding.rule in _EMBEDDED for finding in found):
        free = chain or hearsay(parsed, sentence, before) or claimed(parsed, sentence)
        free = free or noun_before_colon(parsed, sentence) or headline_before_colon(parsed, sentence)
    elif free is None and all(finding.type is QuoteType.DIRECT for finding in found):
        free = hearsay(parsed, sentence, before)
    behind = behind_colon(parsed, sentence, found)
    added = [finding for finding in (free, behind) if finding is not None]
    if behind is not None and any(
        overlaps(behind.spans[0], span)
        and not (each.type is QuoteType.DIRECT and contains(behind.spans[0], span))
        for each in (*found, *added[:-1])
        for span in each.spans
    ):
        added.pop()
    return added


def _add_or_join(found: list[Finding], more: Finding) -> None:
    """Add a finding, or join what goes on behind a semicolon to the indirect speech before it."""
    last = found[-1] if found else None
    goes_on = more.rule == rules.COLON_THEN_KONJUNKTIV and more.carried
    if last is not None and goes_on and last.type is QuoteType.INDIRECT and last.end <= more.start:
        found[-1] = replace(last, spans=(*last.spans, *more.spans))
    else:
        found.append(more)


def _ends_in_attribution(parsed: ParsedText, sentence: Sentence, verbs: list[Cue]) -> bool:
    """Whether a sentence in the Konjunktiv ends in who says so: "Dass sie gehe, sei falsch, findet die Wirtin"."""
    last = len(sentence.clauses) - 1
    if any(clause.separator == ";" for clause in sentence.clauses):
        return False
    return any(
        cue.clause == last
        and sentence.clauses[last].kind is ClauseKind.VERB_FIRST
        and (not cue.passive or is_all_of_clause(parsed, sentence, cue))
        and not parsed.is_subjunctive(cue.finite)
        and (cue.may("q") or cue.may("c"))
        for cue in verbs
    )


def _beside_speech(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a part of a verb comes right behind speech in marks, or its clause ends with a colon before such: what
    somebody said is passed on with it, though the sentence goes on with what another says."""
    end = sentence.clauses[cue.clause].end
    behind = any(behind_speech(parsed, i) for i in cue.tokens)
    return behind or (end < sentence.end and parsed.words[end] == ":")
