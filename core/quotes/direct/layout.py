"""Speech by the layout of the page: turns of an interview, and quotations with a name on a line beside them.

Where paragraphs open with a name or initials and a colon, again and again, each is a turn of whoever is named there.
Questions without a name belong to the paper. Answers in marks below questions are those of the person interviewed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.analysis.analysis import QuoteType
from core.parsed_text.parsed_text import ParsedText
from core.quotes import rules
from core.quotes.cues.marks_of_speakers import NAMED_BEHIND, named_at_end
from core.quotes.direct.introduced import introduced
from core.quotes.finding import Finding
from core.text.spans import Span
from core.text.tables import either, listed

BESIDE = "direct, named beside"

_LABEL = re.compile(r"((?:[A-ZÄÖÜ][\w.’'&/-]*\s?){1,5})(?:(?<=\s)\([a-zäöüß][^()\n]{1,30}\))?:\s+(?=\S)")
"""Who speaks before a colon, and what they do beside it: "Lind (lacht): "."""
_LETTER = re.compile(r"([QA])\.\s+(?=\S)")
"""The same where a letter and a full stop stand for who asks and who answers."""
_LONGEST_LABEL = 40
FEWEST_TURNS = 3
"""Paragraphs with a label; fewer are a list, or one remark behind a name."""
_QUESTION_LABELS = frozenset(listed("question_label"))
_ANSWER_LABELS = frozenset(listed("answer_label"))
_ADDRESSED = re.compile(rf"\b(?:{either('addressed')})\b")
_QUESTION = re.compile(r"\?[\"“”»«’‘)\]]*$")
_MARKED = re.compile(r"[„“\"»«‚].*[“”\"»«‘]\.?$", re.DOTALL)
_NAMED_BEFORE = re.compile(
    r"(?:(?:Und|Auch|So|Dazu)\s+)?(?:(?:von|vom|Von|Vom)\s+(?:der\s+|dem\s+|den\s+)?)?(?P<name>[^.!?„“»«\"]{3,80}?)"
    r"(?:\s+(?:dazu|weiter|zufolge))?:$"
)
_INITIALS = re.compile(r"(?:[A-ZÄÖÜ]\.?\s?){2,3}$")
_BETWEEN_NAMES = re.compile(r"(?:[,/&\s]|\b[a-zäöü]{2,5}\b)*")
"""What stands between the names in a credit."""
SPOKEN_KINDS = ("paragraph", "subheading", "list item")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of an interview: its paragraph, who is named there, and what is said."""

    paragraph: int
    label: Span | None
    speech: Span
    answers: bool = False
    """Whether it is the turn of the person interviewed, without a label."""


def turns(parsed: ParsedText) -> list[Turn]:
    """The turns of an interview whose speakers are named before a colon; empty for other texts."""
    labels = dict(_labels(parsed))
    named = Counter(_words(parsed, span) for span in labels.values())
    if len(labels) < FEWEST_TURNS or max(named.values()) < 2:
        return []
    kept = {number: span for number, span in labels.items() if _is_label(parsed, labels, number, named)}
    if len(kept) < FEWEST_TURNS:
        return []
    found: list[Turn] = []
    speaker: Span | None = None
    for number in range(min(kept), max(kept) + 1):
        start, end = parsed.paragraphs[number]
        if number in kept:
            speaker = kept[number]
            found.append(Turn(number, speaker, _without_label(parsed, number)))
        elif not _is_remark(parsed, number) and parsed.kinds[number] in SPOKEN_KINDS:
            found.append(Turn(number, None, (start, end)))
    return found


def turn_findings(parsed: ParsedText, found: Sequence[Turn]) -> list[Finding]:
    """Each turn as direct speech of whoever is named there; questions of the paper are nobody's."""
    rule = rules.RULES[rules.TURN]
    person = interviewed(parsed, found[0].paragraph)
    findings = []
    for turn in found:
        words = _words(parsed, turn.label).casefold() if turn.label else ""
        if turn.answers and (person is not None or parsed.by_parse):
            findings.append(_answer(turn, person))
        if turn.label is None or words in _QUESTION_LABELS:
            continue
        speaker = person if words in _ANSWER_LABELS else _by_initials(parsed, turn.label) or turn.label
        findings.append(
            Finding(
                QuoteType.DIRECT,
                (turn.speech,),
                rule.name,
                rule.confidence,
                (speaker,) if speaker else (),
                carried=speaker != turn.label,
            )
        )
    return findings


def _answer(turn: Turn, person: Span | None) -> Finding:
    rule = rules.RULES[rules.ANSWER]
    who = () if person is None else (person,)
    return Finding(QuoteType.DIRECT, (turn.speech,), rule.name, rule.confidence, who, carried=bool(who))


def with_layout(parsed: ParsedText, found: list[Finding], interview: Sequence[Turn] = ()) -> list[Finding]:
    """The findings, those without a speaker of their own with one that the layout names: beside them, or as the person
    who answers questions; also in the headline of an `interview`."""
    answers = _answers(parsed, found)
    asked = len(answers) >= FEWEST_TURNS or any(turn.answers for turn in interview)
    person = (
        interviewed(parsed, interview[0].paragraph if interview else _first_asked(parsed)) if asked else None
    )
    result = []
    for place, finding in enumerate(found):
        beside = _named_beside(parsed, finding) if _lacks_speaker(finding) else None
        if beside is not None:
            finding = _said_by(finding, beside, BESIDE, carried=False)
        elif person is not None and (place in answers or _is_headline(parsed, finding)):
            finding = _said_by(finding, person, rules.ANSWER, carried=True)
        result.append(finding)
    return result


def interviewed(parsed: ParsedText, first: int) -> Span | None:
    """The name of the person interviewed, in turns that begin with paragraph `first`: whoever is addressed in the first
    question, else named most in the text; in English whoever is introduced above the turns."""
    people = list(_people(parsed))
    if not people:
        return None
    if parsed.by_parse:
        return introduced(parsed, people, first)
    counted = Counter(parsed.text[slice(*span)].split()[-1] for span in people)
    for number in range(len(parsed.paragraphs)):
        if is_question(parsed, number):
            start, end = parsed.paragraphs[number]
            addressed = [
                span
                for span in people
                if start <= span[0] < end
                and re.search(r"\b(?:Herr|Frau)\s(?:Dr\.\s|Prof\.\s)*$", parsed.text[: span[0]])
            ]
            if addressed:
                surname = parsed.text[slice(*addressed[0])].split()[-1]
                return next((span for span in people if parsed.text[slice(*span)].endswith(surname)), None)
    surname = counted.most_common(1)[0][0]
    return next(span for span in people if parsed.text[slice(*span)].split()[-1] == surname)


def _first_asked(parsed: ParsedText) -> int:
    return next((number for number in range(len(parsed.paragraphs)) if is_asked(parsed, number)), 0)


def _by_initials(parsed: ParsedText, label: Span) -> Span | None:
    """The name in full of whoever is named by initials: "A. L." for Ada Lind; None where they fit nobody."""
    if not _INITIALS.match(parsed.text, *label):
        return None
    letters = [letter for letter in parsed.text[slice(*label)] if letter.isalpha()]
    for span in _people(parsed):
        name = re.split(r"[\s-]+", parsed.text[slice(*span)])
        if len(name) > 1 and [part[:1] for part in name] == letters:
            return span
    return None


def _labels(parsed: ParsedText) -> Iterator[tuple[int, Span]]:
    for number, (start, end) in enumerate(parsed.paragraphs):
        match = _label(parsed, start, end)
        if match and match.end(1) - start <= _LONGEST_LABEL and parsed.kinds[number] in SPOKEN_KINDS:
            yield number, match.span(1)


def _label(parsed: ParsedText, start: int, end: int) -> re.Match[str] | None:
    found = _LABEL.match(parsed.text, start, end)
    return found or (_LETTER.match(parsed.text, start, end) if parsed.by_parse else None)


def _is_label(parsed: ParsedText, labels: dict[int, Span], number: int, named: Counter[str]) -> bool:
    """Whether a label names who speaks: it comes up again, or it is one of few among those that do, and no credit."""
    if named[_words(parsed, labels[number])] > 1:
        return True
    return len(named) <= 4 and not _is_credit(parsed, number)


def _is_credit(parsed: ParsedText, number: int) -> bool:
    """Whether nothing but names of people stands behind a label: "Interview: Lea Sommer und Jon Varga"."""
    start, end = _without_label(parsed, number)
    rest = parsed.text[start:end]
    for first, last in _people(parsed):
        if start <= first and last <= end:
            rest = rest.replace(parsed.text[first:last], "")
    return rest != parsed.text[start:end] and _BETWEEN_NAMES.fullmatch(rest) is not None


def said_in(parsed: ParsedText, number: int) -> Span:
    """A paragraph without the name of whoever speaks before a colon: "Lind: Nein." """
    start, end = parsed.paragraphs[number]
    match = _label(parsed, start, end)
    named = match is not None and any(match.start() <= first < match.end() for first, _ in _people(parsed))
    return _without_label(parsed, number) if named else (start, end)


def _without_label(parsed: ParsedText, number: int) -> Span:
    start, end = parsed.paragraphs[number]
    match = _label(parsed, start, end)
    return (match.end() if match else start), end


def _words(parsed: ParsedText, span: Span) -> str:
    return " ".join(parsed.text[slice(*span)].split())


def is_question(parsed: ParsedText, number: int) -> bool:
    """Whether a paragraph outside of marks ends with a question mark."""
    start, end = parsed.paragraphs[number]
    words = parsed.text[start:end]
    return bool(_QUESTION.search(words)) and not _MARKED.match(words)


def _is_remark(parsed: ParsedText, number: int) -> bool:
    """Whether a paragraph between turns tells what happens, and is nobody's turn: it has its speech in marks."""
    start, end = parsed.paragraphs[number]
    return any(start <= marked.start < end for marked in parsed.speech)


def _answers(parsed: ParsedText, found: Sequence[Finding]) -> set[int]:
    """The places of quotations without a speaker that fill a paragraph below a question to somebody.

    Between two of them, what fills a paragraph is an answer too, whatever the paper puts before it.
    """
    starts = {start: number for number, (start, _) in enumerate(parsed.paragraphs)}
    whole = [
        place
        for place, finding in enumerate(found)
        if finding.start in starts
        and (_lacks_speaker(finding) or finding.carried)
        and _MARKED.match(parsed.text[slice(*parsed.paragraphs[starts[finding.start]])])
    ]
    asked = [place for place in whole if is_asked(parsed, starts[found[place].start] - 1)]
    if not asked:
        return set()
    return {place for place in whole if asked[0] <= place <= asked[-1]}


def _is_headline(parsed: ParsedText, finding: Finding) -> bool:
    """Whether a quotation without a speaker is the headline: above an interview, it is what the person said in it."""
    number = next(
        (k for k, (start, end) in enumerate(parsed.paragraphs) if start <= finding.start < end), None
    )
    return number is not None and parsed.kinds[number] == "headline" and _lacks_speaker(finding)


def is_asked(parsed: ParsedText, number: int) -> bool:
    """Whether a paragraph outside of marks asks or addresses somebody."""
    if number < 0:
        return False
    words = parsed.text[slice(*parsed.paragraphs[number])]
    return not _MARKED.match(words) and bool(_QUESTION.search(words) or _ADDRESSED.search(words))


def _lacks_speaker(finding: Finding) -> bool:
    return finding.type is QuoteType.DIRECT and not finding.cue and (not finding.speaker or finding.carried)


def _named_beside(parsed: ParsedText, finding: Finding) -> Span | None:
    """Who is named on a line of its own beside a quotation that fills a paragraph, or alone at the end of that."""
    number = next(
        (k for k, (start, end) in enumerate(parsed.paragraphs) if start <= finding.start < end), None
    )
    if number is None or parsed.text[parsed.paragraphs[number][0] : finding.start].strip():
        return None
    behind = named_at_end(parsed, parsed.token_at(finding.start), finding.end)
    if behind is not None:
        return behind
    end = parsed.paragraphs[number][1]
    if parsed.text[finding.end : end].strip(" .\n"):
        return None
    if number + 1 < len(parsed.paragraphs):
        following = NAMED_BEHIND.match(parsed.text, *parsed.paragraphs[number + 1])
        if following:
            return _name(parsed, following.span(following.lastgroup or 0))
    if number:
        before = _NAMED_BEFORE.match(parsed.text, *parsed.paragraphs[number - 1])
        if before and not _has_verb(parsed, before.span("name")):
            return _name(parsed, before.span("name"))
    return None


def _name(parsed: ParsedText, span: Span) -> Span | None:
    """The words that name somebody, up to the first comma, which what he is may follow; None where nobody is named."""
    start, end = span
    comma = parsed.text.find(",", start, end)
    end = comma if comma > start else end
    words = parsed.text[start:end].rstrip()
    capital = any(word[:1].isupper() for word in words.split())
    return (start, start + len(words)) if capital and not _has_verb(parsed, (start, end)) else None


def _has_verb(parsed: ParsedText, span: Span) -> bool:
    tokens = range(parsed.token_from(span[0]), parsed.token_from(span[1]))
    return any(parsed.is_finite(i) and parsed.words[i][:1].islower() for i in tokens)


def _people(parsed: ParsedText) -> Iterator[Span]:
    """Names of people in text order, as the pipeline has found them."""
    first: int | None = None
    for i, label in enumerate([*parsed.entity, ""]):
        goes_on = i < len(parsed.entity) and parsed.continues_entity[i]
        if first is not None and not goes_on:
            yield parsed.span(first, i)
            first = None
        if label in ("PER", "PERSON") and not goes_on:
            first = i


def _said_by(finding: Finding, speaker: Span, name: str, *, carried: bool) -> Finding:
    rule = rules.RULES[name]
    return replace(
        finding, rule=rule.name, confidence=rule.confidence, speaker=(speaker,), carried=carried, holder=()
    )
