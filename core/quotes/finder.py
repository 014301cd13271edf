"""Runs the rules over a document, sentence by sentence, and remembers who spoke last."""

from dataclasses import replace

from spacy.tokens import Doc

from core.analysis.analysis import QuoteType
from core.lexicon.lexicon import LANGUAGES, Lexicon
from core.parsed_text.clauses import ClauseKind, Sentence, read_sentence
from core.parsed_text.parsed_text import Unit, View
from core.quotes.cues.around_marks import behind_speech
from core.quotes.cues.unlisted_verbs import guessed
from core.quotes.cues.verbs import Cue, cues, stances
from core.quotes.direct.attribution import broken_finding, direct_findings
from core.quotes.direct.is_speech import judge, unclosed
from core.quotes.direct.nested import with_parts, within
from core.quotes.direct.paragraphs import across_paragraphs
from core.quotes.direct.passed_on import with_passed_on
from core.quotes.direct.repeats import with_repeats
from core.quotes.direct.unknown_language import by_marks_alone
from core.quotes.finding import Finding
from core.quotes.indirect.anaphoric import pointed_at
from core.quotes.indirect.clauses import indirect_findings
from core.quotes.indirect.continued_speech import behind_colon, chained, claimed, hearsay, join, joins
from core.quotes.indirect.nouns import noun_findings
from core.quotes.indirect.reported_acts import reported
from core.quotes.speakers.implicit import speaker_before
from core.quotes.speakers.own_words import with_holder
from core.quotes.speakers.sources import Source, sources
from core.text.spans import overlaps

_EMBEDDED = frozenset(("direct, within a sentence", "direct, speaker carried over", "direct, alone"))
"""Rules for words in marks that leave it open whether the sentence around them is said as well."""
_POINTS_BACK = "points back (demnach)"
_SILENT = frozenset(("credit", "teaser", "dateline"))


def find_quotes(doc: Doc, lexicon: Lexicon) -> list[Finding]:
    """All quotations in text order, an outer one before one inside it. Time is linear in the number of sentences.

    In a language without tables only direct speech is found, by its marks.
    """
    if not len(doc):
        return []
    view = View(doc, lexicon)
    if doc.lang_ not in LANGUAGES:
        return by_marks_alone(view)
    judge(view)
    finder = _Finder(view)
    for number, unit in enumerate(view.units):
        if not (0 <= unit.paragraph < len(view.kinds) and view.kinds[unit.paragraph] in _SILENT):
            finder.read(number, unit)
    return with_repeats(view.text, within(across_paragraphs(view, finder.found)))


class _Finder:
    """What was found so far in a document, and who said the last of it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.found: list[Finding] = []
        self.broken = {view.unit_of[view.token_at(marked.start)]: marked for marked in unclosed(view)}
        self.last: Finding | None = None
        """The last finding with a speaker, and below the sentence and the paragraph it stands in."""
        self.last_unit = -1
        self.paragraph = -1
        self.running: int | None = None
        """The place of the last finding that is not direct, which the next sentence may go on with."""

    def read(self, number: int, unit: Unit) -> None:
        """Add what is found in one sentence."""
        view = self.view
        sentence = read_sentence(view, unit)
        verbs = cues(view, sentence)
        verbs.extend(stances(view, sentence, verbs))
        verbs.extend(guessed(view, sentence, verbs))
        previous = view.units[number - 1] if number else None
        pointed = pointed_at(view, sentence, verbs, previous, self.found[-1] if self.found else None)
        if pointed is None:
            for finding in self._findings(number, sentence, verbs, sources(view, sentence)):
                self._add(finding, number, unit)
            return
        if self.found and self.found[-1].spans[0] == pointed.spans[0]:
            self.found.pop()
            self.running = None
        self.found.append(pointed)
        self.last, self.last_unit, self.paragraph = pointed, number, unit.paragraph

    def _findings(
        self, number: int, sentence: Sentence, verbs: list[Cue], named: list[Source]
    ) -> list[Finding]:
        """What the rules find in a sentence, in text order; those for free speech are asked last."""
        view = self.view
        before = self._before(sentence.unit)
        silent = self.last is None or self.last_unit < number - 1
        between = speaker_before(view, sentence) if silent else ()
        chain = chained(view, sentence, self.last, before is not None, between)
        if chain is not None and _told_at_the_end(view, sentence, verbs):
            chain = None
        spoken = verbs
        if chain is not None:
            verbs = [cue for cue in verbs if not view.is_subjunctive(cue.finite)]
            spoken = [cue for cue in spoken if cue in verbs or _beside_speech(view, sentence, cue)]
        direct = direct_findings(view, sentence, spoken, named, before, between)
        indirect = indirect_findings(view, sentence, verbs, named)
        if number in self.broken:
            span = self.broken[number].span
            direct.append(broken_finding(view, sentence, self.broken[number], verbs, before))
            indirect = [finding for finding in indirect if not overlaps(finding.spans[0], span)]
        found = [*direct, *indirect, *noun_findings(view, sentence, indirect)]
        if all(finding.rule in _EMBEDDED for finding in found):
            free = chain or hearsay(view, sentence, before) or claimed(view, sentence)
            free = free or behind_colon(view, sentence)
            if free is None and not found:
                free = reported(view, sentence, verbs)
            if free is not None:
                found.append(free)
        found = with_passed_on(view, sentence, verbs, with_parts(view, found))
        found = [with_holder(view, sentence, finding) for finding in found]
        return sorted(found, key=lambda finding: (finding.start, -finding.end))

    def _before(self, unit: Unit) -> Finding | None:
        """The last finding with a speaker, if it stands in the same paragraph."""
        return self.last if unit.paragraph == self.paragraph else None

    def _add(self, finding: Finding, number: int, unit: Unit) -> None:
        if self.running is not None and joins(self.view, self.found[self.running], finding):
            self.found[self.running] = join(self.found[self.running], finding)
        else:
            self.found.append(finding)
            if finding.type is not QuoteType.DIRECT:
                self.running = len(self.found) - 1
        if not finding.speaker:
            return
        before = self._before(unit)
        if finding.rule == _POINTS_BACK and before is not None:
            finding = replace(finding, speaker=before.speaker)
        if finding.holder:
            finding = replace(finding, speaker=finding.holder)
        self.last, self.last_unit, self.paragraph = finding, number, unit.paragraph


def _told_at_the_end(view: View, sentence: Sentence, verbs: list[Cue]) -> bool:
    """Whether a sentence in the Konjunktiv ends in who says so: "Dass sie gehe, sei falsch, findet die Wirtin"."""
    last = len(sentence.clauses) - 1
    return any(
        cue.clause == last
        and sentence.clauses[last].kind is ClauseKind.VERB_FIRST
        and not cue.passive
        and not view.is_subjunctive(cue.finite)
        and (cue.may("q") or cue.may("c"))
        for cue in verbs
    )


def _beside_speech(view: View, sentence: Sentence, cue: Cue) -> bool:
    """Whether a part of a verb stands right behind speech in marks, or its clause ends with a colon before such: what
    somebody said is passed on with it, though the sentence goes on with what another says."""
    end = sentence.clauses[cue.clause].end
    behind = any(behind_speech(view, i) for i in cue.tokens)
    return behind or (end < sentence.end and view.words[end] == ":")
