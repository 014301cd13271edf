"""Who says the words in quotation marks, by the words before, behind and around them and by what was said before."""

from dataclasses import dataclass, replace
from functools import cached_property

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import ClauseKind, Sentence
from core.parsed_text.dependencies import main_subject
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import is_bare_thing, may_speak
from core.parsed_text.word_order import subject_of
from core.quotes import rules
from core.quotes.cues.around_marks import colon_behind_list
from core.quotes.cues.cue import Cue
from core.quotes.cues.marks_in_headlines import is_headline, set_off_before_colon, speaker_behind
from core.quotes.cues.marks_of_speakers import is_in_brackets, named_in_brackets
from core.quotes.cues.verbs import HEARD
from core.quotes.direct.cue_clauses import (
    goes_with_next,
    inserted,
    is_beside,
    is_writers,
    left_behind,
    named_beside,
    nearest,
    nearest_around,
    shares_subject,
)
from core.quotes.direct.is_speech import coordinated
from core.quotes.finding import Finding, Spans
from core.quotes.speakers import implicit
from core.quotes.speakers.addressees import addressee, turned_to
from core.quotes.speakers.sources import Source
from core.quotes.speakers.subjects import speaker_of
from core.quotes.speakers.texts import is_text, where_written
from core.text.dialogue import is_answer
from core.text.marked_spans import Marked
from core.text.spans import Span, strip

_NEAR = 600
"""Characters within which the speaker before goes on speaking."""


def direct_findings(
    parsed: ParsedText,
    sentence: Sentence,
    found: list[Cue],
    sources: list[Source],
    before: Finding | None,
    between: Spans = (),
) -> list[Finding]:
    """The direct quotations of one sentence. `before` is the last finding of the same paragraph, if any; `between` who
    acts in the sentence before, if nothing is said there."""
    found = [cue for cue in found if cue.verb is not HEARD]
    stretches = parsed.speech_in(sentence.unit)
    results: list[Finding] = []
    for number, marked in enumerate(stretches):
        left = parsed.token_from(stretches[number - 1].end) if number else sentence.unit.first
        right = parsed.token_at(stretches[number + 1].start) if number + 1 < len(stretches) else sentence.end
        if number and results and _goes_on(parsed, stretches[number - 1], marked, results[-1]):
            results[-1] = replace(results[-1], spans=(*results[-1].spans, marked.span))
            continue
        joined = bool(number and results and coordinated(parsed, stretches[number - 1], marked))
        if joined and results[-1].cue:
            results.append(replace(results[-1], spans=(marked.span,)))
            continue
        last = results[-1] if results else before
        stretch = _Stretch(
            parsed, sentence, marked, left, right, found, sources, last, () if results else between
        )
        results.append(stretch.attributed())
        listed = number
        while (
            joined and results[-1].cue and listed and coordinated(parsed, *stretches[listed - 1 : listed + 1])
        ):
            listed -= 1
            place = listed - number - 1
            results[place] = replace(results[-1], spans=results[place].spans)
    return results


def broken_finding(
    parsed: ParsedText, sentence: Sentence, marked: Marked, found: list[Cue], before: Finding | None
) -> Finding:
    """The direct quotation whose closing mark is missing, with the speaker named behind it or before it."""
    unit = sentence.unit
    finding = _Stretch(parsed, sentence, marked, unit.first, sentence.end, found, [], before).attributed()
    rule = rules.MARK_MISSING
    return replace(finding, rule=rule, confidence=rules.RULES[rule].confidence)


def _goes_on(parsed: ParsedText, one: Marked, other: Marked, finding: Finding) -> bool:
    """Whether a second stretch continues the first after "…“, sagte X, „…": what was said between ends with a comma."""
    if not finding.rule.startswith(rules.CUE_AFTER) or finding.spans[-1] != one.span:
        return False
    between = parsed.text[one.end : other.start].strip()
    return between.endswith(",") and ";" not in between and len(between) > 2


@dataclass(frozen=True)
class _Stretch:
    """One stretch of speech in marks within its sentence, with everything that may say who speaks."""

    parsed: ParsedText
    sentence: Sentence
    marked: Marked
    left: int
    """The first token behind the stretch before this one, or of the sentence."""
    right: int
    """The token that the next stretch begins with, or the end of the sentence."""
    cues: list[Cue]
    sources: list[Source]
    before: Finding | None
    """The last finding of the same paragraph."""
    between: Spans = ()
    """Who acts in the sentence before, if nothing is said there."""

    def attributed(self) -> Finding:
        """The quotation with its speaker, by the first kind of evidence that suffices."""
        kinds = (
            self._by_colon_behind,
            self._by_cue_behind,
            self._by_source_behind,
            self._by_cue_before_colon,
            self._by_cue_that_was_left_out,
            self._by_brackets,
            self._by_what_holds_the_words,
            self._by_colon,
            self._by_cue_or_source_before,
            self._by_cue_in_what_follows,
            self._by_subject_around,
            self._by_what_was_said_before,
        )
        return next(filter(None, (kind() for kind in kinds)), None) or self._finding(rules.ALONE)

    @cached_property
    def first(self) -> int:
        """The token with the opening mark."""
        return self.parsed.token_at(self.marked.start)

    @cached_property
    def end(self) -> int:
        """The first token behind the closing mark."""
        return self.parsed.token_from(self.marked.end)

    @cached_property
    def frame(self) -> Spans:
        """The words around the stretch, up to the next stretches or the ends of the sentence."""
        parsed = self.parsed
        spans = []
        if self.first > self.left:
            spans.append(strip(parsed.span(self.left, self.first), parsed.text))
        if self.right > self.end:
            spans.append(strip(parsed.span(self.end, self.right), parsed.text))
        return tuple(span for span in spans if any(char.isalpha() for char in parsed.text[span[0] : span[1]]))

    @cached_property
    def colon(self) -> bool:
        """Whether a colon comes right before the opening mark."""
        return self.first > self.left and self.parsed.words[self.first - 1] == ":"

    @cached_property
    def named(self) -> list[Source]:
        """Sources that direct speech can have."""
        return [source for source in self.sources if source.direct]

    @cached_property
    def cues_before(self) -> list[Cue]:
        """Cues before the marks that go with direct speech, or with anything before a colon."""
        return [
            cue
            for cue in self.cues
            if self.left <= cue.finite < self.first and (cue.may("q") or cue.may("n") or self.colon)
        ]

    @cached_property
    def preceding(self) -> list[Cue]:
        """Cues in the frame before the marks; none before a colon, where they have been tried already."""
        if self.colon:
            return []
        main = [cue for cue in self.cues_before if not inserted(self.sentence, cue, self.first)]
        return main or self.cues_before

    def _by_colon_behind(self) -> Finding | None:
        """ "„…“, „…“: X ist wütend", "„…“: Wirte klagen"; not whom a headline tells of: "„…“: Mann raubt Bank"."""
        if (colon := colon_behind_list(self.parsed, self.first)) is None:
            return None
        who = speaker_behind(self.parsed, self.sentence.phrases, self.first, colon)
        speakers = () if who is None or self._is_thing(who) else (self._span(who),)
        return self._finding(rules.WITHIN_A_SENTENCE, speakers)

    def _by_cue_behind(self) -> Finding | None:
        """ "„…“, sagte X"."""
        sentence = self.sentence
        behind = (cue for cue in self.cues if cue.finite >= self.end and self._follows(cue))
        cue = next((c for c in behind if sentence.clauses[c.clause].kind is not ClauseKind.RELATIVE), None)
        next_one = cue is None or (self.colon and goes_with_next(self.parsed, sentence, cue))
        if cue is None or next_one or shares_subject(sentence, cue, self.cues, self.left, self.first):
            return None
        return self._with_cue(cue, rules.CUE_AFTER)

    def _by_source_behind(self) -> Finding | None:
        """ "„…“, so X"."""
        alone = self.parsed.words[self.end : self.end + 1] and self.parsed.words[self.end][0].isalnum()
        near = self.end if alone else self.end + 1
        so = next((s for s in self.named if s.rule == rules.SO and self.end <= s.first <= near), None)
        return None if so is None else self._with_source(so, rules.CUE_AFTER)

    def _by_cue_before_colon(self) -> Finding | None:
        """ "X sagte: „…“", "… – X: „…“"."""
        if not self.colon:
            return None
        if alone := set_off_before_colon(self.parsed, self.sentence.phrases, self.first):
            return self._finding(rules.COLON_BEFORE, (self._span(alone),))
        leading = [
            cue
            for cue in self.cues_before
            if not left_behind(self.sentence, cue, self.first)
            and not is_writers(self.parsed, self.sentence, cue)
            and not is_beside(self.sentence, cue)
        ]
        return self._with_cue(nearest(leading), rules.CUE_BEFORE) if leading else None

    def _by_cue_that_was_left_out(self) -> Finding | None:
        """ "X nannte es „…“, Y „…“"."""
        speaker = implicit.speaker_of_omitted_verb(
            self.parsed, self.sentence, self.left, self.first, self.end
        )
        cue = next((cue for cue in reversed(self.cues) if cue.finite < self.first), None)
        if speaker is None or cue is None:
            return None
        return self._finding(rules.WITHIN_A_SENTENCE, (self._span(speaker),), self._words(cue))

    def _by_brackets(self) -> Finding | None:
        """ "X („…“)", "„…“ (X)"."""
        behind = named_in_brackets(self.parsed, self.end)
        if behind is not None:
            return self._finding("direct, source named", (behind,))
        if not is_in_brackets(self.parsed, self.first, self.end):
            return None
        phrases = reversed(self.sentence.phrases)
        owner = next((p for p in phrases if p.start < self.first <= p.end + 2), None)
        if not (owner and may_speak(self.parsed, owner)):
            return None
        before = self.parsed.span(owner.start, max(owner.start + 1, min(owner.end, self.first - 1)))
        return self._finding(rules.WITHIN_A_SENTENCE, (before,))

    def _by_what_holds_the_words(self) -> Finding | None:
        """Whose words they are said to be, the text they are written in, or who they are true for."""
        parsed, sentence, rule = self.parsed, self.sentence, "direct, source named"
        owner = implicit.whose_words(parsed, sentence, self.end)
        if owner is not None:
            return self._finding(rule, (owner,))
        if self.preceding:
            return None
        text = where_written(parsed, sentence, self.left, self.first, self.end)
        if text is not None:
            return self._finding(rule, (text,))
        holder = None if self.named else implicit.holder_of_opinion(parsed, sentence, self.first)
        return self._finding(rule, (self._span(holder),)) if holder else None

    def _by_colon(self) -> Finding | None:
        """Who is named before a colon without a cue."""
        if not self.colon:
            return None
        parsed, sentence = self.parsed, self.sentence
        author = implicit.author_before_colon(parsed, sentence, self.first)
        author = author or implicit.true_for(parsed, sentence, self.first)
        if author is not None:
            return self._finding(rules.COLON_BEFORE, (author,))
        if implicit.is_done_to(parsed, sentence, self.first):
            agent = implicit.agent_before(parsed, sentence, self.first)
            return self._finding(rules.COLON_BEFORE, () if agent is None else (self._span(agent),))
        if implicit.is_said_by_anybody(parsed, sentence, self.first):
            named = implicit.only_one_named(parsed, sentence, self.first)
            return self._finding(rules.COLON_BEFORE, () if named is None else (self._span(named),))
        speaker = implicit.speaker_before_colon(parsed, sentence, self.left, self.first)
        speaker = speaker or implicit.only_one_named(parsed, sentence, self.first)
        if speaker is None and self.before is not None and self.before.speaker:
            return self._carried(self.before.speaker)
        speaker = speaker or implicit.first_subject(parsed, sentence, self.left, self.first)
        if speaker is None or self._is_thing(speaker):
            return None
        return self._finding(rules.COLON_BEFORE, (self._span(speaker),))

    def _by_cue_or_source_before(self) -> Finding | None:
        """A cue in the frame before the marks, or a source; the source first where the cue is not one for speech."""
        cue = nearest_around(self.sentence, self.preceding, self.cues, self.first)
        if self.named and (cue is None or not cue.may("q")):
            return self._with_source(self.named[0], "direct, source named")
        if cue is None:
            return None
        return self._with_cue(cue, rules.CUE_BEFORE if cue.may("q") else rules.WITHIN_A_SENTENCE)

    def _by_cue_in_what_follows(self) -> Finding | None:
        """A cue anywhere in the frame behind the marks."""
        following = (cue for cue in self.cues if self.end <= cue.finite < self.right + 1)
        cue = next((cue for cue in following if cue.may("q") or cue.may("n")), None)
        return None if cue is None else self._with_cue(cue, rules.WITHIN_A_SENTENCE)

    def _by_subject_around(self) -> Finding | None:
        """Who acts in the sentence that the words are part of."""
        if not self.frame:
            return None
        parsed, sentence = self.parsed, self.sentence
        if implicit.is_in_konjunktiv(parsed, sentence):
            return None
        subject = (
            main_subject(parsed, sentence)
            or implicit.inverted_subject(parsed, sentence, self.end)
            or implicit.subject_around(parsed, sentence, self.left, self.first, self.end, self.right)
        )
        if subject is None or not self.left <= subject.start < self.right or self._is_thing(subject):
            return None
        return self._finding(rules.WITHIN_A_SENTENCE, (self._span(subject),))

    def _is_thing(self, subject: Phrase) -> bool:
        """Whether a subject is nobody who can speak: a bare noun ("Kreißsaal schließt: „…“"), or that of an English
        headline ("‘Not a penny more’: Fury over rents")."""
        parsed, unit = self.parsed, self.sentence.unit
        if not parsed.by_parse:
            words = parsed.opens_stretch(subject.start) and parsed.entity[subject.head] not in ("ORG", "PER")
            return words or (is_bare_thing(parsed, subject) and not is_text(parsed, subject))
        if not (parsed.by_parse and is_headline(parsed, unit)):
            return False
        stirs = parsed.lexicon.has(parsed.low[subject.head], "stir")
        return stirs or not (may_speak(parsed, subject) or is_text(parsed, subject))

    def _by_what_was_said_before(self) -> Finding | None:
        """Who acts or spoke in an earlier sentence; before somebody earlier than that, who is named first here."""
        parsed, before = self.parsed, self.before
        asked = before if before and before.type is QuoteType.DIRECT else None
        if asked and is_answer(parsed.text, asked.end, self.marked.start):
            return self._finding(rules.ALONE, asked.addressee)
        if self.between and not self.frame:
            return self._carried(self.between)
        if before is not None and before.speaker and parsed.starts[self.first] - before.end < _NEAR:
            return self._carried(before.speaker)
        if self.frame and not implicit.is_in_konjunktiv(parsed, self.sentence):
            subject = implicit.first_subject(parsed, self.sentence, self.left, self.first)
            if subject is not None and not self._is_thing(subject):
                return self._finding(rules.WITHIN_A_SENTENCE, (self._span(subject),))
        earlier = implicit.speaker_before(parsed, self.sentence)
        return self._carried(earlier) if earlier else None

    def _follows(self, cue: Cue) -> bool:
        """Whether a cue comes right behind the closing mark, also as "wie X sagte", or as "X said"; not "as X said"."""
        parsed, end = self.parsed, self.end
        i = end
        while (
            i < len(parsed.words)
            and i < end + 3
            and (parsed.space[i] or parsed.words[i] in (",", "–", "—", "."))
        ):
            i += 1
        if i >= len(parsed.words):
            return False
        if i in (cue.finite, min(cue.tokens)) or (parsed.low[i] == "so" and cue.finite == i + 1):
            return True
        if parsed.low[i] == "wie":
            return cue.finite < i + 25 and not any(
                parsed.words[k] in (":", ";") for k in range(i, cue.finite)
            )
        if not parsed.lexicon.reads_by_parse or parsed.lexicon.has(parsed.low[i], "conjunction"):
            return False
        if i == end and self.first > self.left and parsed.lexicon.has(parsed.low[i], "meanwhile"):
            return False
        subject = subject_of(parsed, self.sentence, cue.finite)
        straight = "," not in parsed.words[i : cue.finite] or (subject is not None and subject.start == i)
        return straight and ";" not in parsed.words[i : cue.finite] and cue.finite < i + 10

    def _with_cue(self, cue: Cue, rule: str) -> Finding:
        parsed, sentence = self.parsed, self.sentence
        has_speaker = not cue.passive and not cue.may("s")
        speaker = speaker_of(parsed, sentence, cue)
        if speaker is None and has_speaker:
            speaker = named_beside(parsed, sentence, cue)
        to = addressee(parsed, sentence, cue, speaker)
        spans: Spans = (self._span(speaker),) if speaker is not None else ()
        return replace(self._finding(rule, spans, self._words(cue)), addressee=to)

    def _with_source(self, source: Source, rule: str) -> Finding:
        clause = self.sentence.clauses[self.sentence.clause_of(source.first)]
        inside = [p for p in self.sentence.phrases if clause.first <= p.start and p.end <= clause.end]
        finding = self._finding(rule, source.speaker, source.cue)
        return replace(finding, addressee=turned_to(self.parsed, inside))

    def _carried(self, speaker: Spans) -> Finding:
        return replace(self._finding(rules.CARRIED_OVER, speaker), carried=True)

    def _finding(self, rule: str, speaker: Spans = (), cue: Spans = ()) -> Finding:
        sure = rules.RULES[rule].confidence
        return Finding(QuoteType.DIRECT, (self.marked.span,), rule, sure, speaker, cue, self.frame)

    def _words(self, cue: Cue) -> Spans:
        return self.parsed.spans_of(cue.tokens)

    def _span(self, phrase: Phrase) -> Span:
        return self.parsed.span(phrase.start, phrase.end)
