"""Words in marks inside attributed speech: quotations of their own within it, or marked words of it.

„…“ inside "sie sagte, dass …" gives the speaker's own words. Where these say something (a clause, a longer stretch, a
judgement that is passed on something), they are direct speech within the indirect. A short phrase is so only where the
sentence renders a statement as a clause, and stays close to its words, or where it reports a speech act and the words
begin small; where it compresses an act into an infinitive ("drohte, „…“ abzuwehren") or passes on hearsay, the phrase
is only marked as verbatim. Names are neither.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from core.analysis.analysis import QuoteType
from core.parsed_text.parsed_text import ParsedText
from core.quotes import rules
from core.quotes.cues.around_marks import MIDDLE, SAID, SHORT, VOICING, is_object
from core.quotes.cues.characterising import characterises, offers_as
from core.quotes.direct.is_speech import names_by_form, word_count
from core.quotes.finding import Finding
from core.text.marked_spans import Marked
from core.text.spans import Span, contains

_RULE = "direct, within speech"
_PHRASE = "direct, a phrase within speech"
_COMPRESSED = frozenset((rules.PROMISED_TO, rules.HEARSAY, rules.REPORTED_ACT))
"""Rules for sentences that say what somebody did with words, and do not render the words as a clause."""
_PREDICATES = frozenset(("ADJ", "ADV", "VERB", "AUX", "PART"))


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch in marks as token range of what it encloses, the marks left out."""

    marked: Marked
    first: int
    end: int


def with_nested(parsed: ParsedText, here: list[Finding]) -> list[Finding]:
    """The findings of one sentence, with the words in marks inside the indirect ones judged and attributed."""
    direct = {finding.spans[0]: finding for finding in here if finding.type is QuoteType.DIRECT}
    outer = [finding for finding in here if finding.type is not QuoteType.DIRECT]
    outer.sort(key=lambda finding: sum(end - start for start, end in finding.spans))
    nested: list[Finding] = []
    marked: list[Finding] = []
    taken: set[Span] = set()
    for finding in outer:
        verbatim: list[Span] = []
        for place in _places(parsed, finding):
            span = place.marked.span
            attributed = _innermost_attributed(finding, outer, span)
            if span in direct:
                inner = direct.pop(span)
                taken.update(inner.spans)
                own = _brings_its_own(parsed, place, inner, attributed)
                nested.append(inner if own else _attributed(inner, attributed, _RULE))
            elif span not in taken:
                if _is_name(parsed, place):
                    continue
                rule = _rule(parsed, place, finding)
                if rule is not None:
                    nested.append(_attributed(_finding(span, rule), attributed, rule))
            taken.add(span)
            verbatim.append(span)
        marked.append(replace(finding, verbatim=tuple(verbatim)) if verbatim else finding)
    return [*marked, *nested, *direct.values()]


def with_enclosing(found: list[Finding]) -> list[Finding]:
    """The findings, each with the place in the list of the smallest earlier one that encloses its words."""
    result: list[Finding] = []
    open_ones: list[int] = []
    for finding in found:
        open_ones = [k for k in open_ones if found[k].end > finding.start]
        around = [k for k in open_ones if finding.is_inside(found[k])]
        inner = min(around, key=lambda k: found[k].end - found[k].start, default=None)
        result.append(replace(finding, within=inner))
        open_ones.append(len(result) - 1)
    return result


def _places(parsed: ParsedText, outer: Finding) -> Iterator[_Place]:
    """The closed stretches inside a finding, without one that is all of it."""
    for span in outer.spans:
        i, end = parsed.token_at(span[0]), parsed.token_from(span[1])
        while i < end:
            marked = parsed.stretch_at(i)
            if marked is None:
                i += 1
                continue
            behind = max(parsed.token_from(marked.end), i + 1)
            if contains(span, marked.span) and (len(outer.spans) > 1 or not contains(marked.span, span)):
                yield _Place(
                    marked, parsed.token_from(marked.inner_start), parsed.token_from(marked.inner_end)
                )
            i = behind


def _finding(span: Span, rule: str) -> Finding:
    return Finding(QuoteType.DIRECT, (span,), rule, rules.RULES[rule].confidence)


def _rule(parsed: ParsedText, place: _Place, outer: Finding) -> str | None:
    """The rule by which words in marks within `outer` are a quotation of their own; None where they are not."""
    if not (outer.speaker or outer.cue) or _is_asked_about(parsed, place, outer):
        return None
    if _says_something(parsed, place):
        return _RULE
    if word_count(parsed, place.marked) != SHORT - 1 or parsed.low[place.first] == "wie":
        return None
    judging = outer.rule == rules.REPORTED_ACT and parsed.words[place.first][:1].islower()
    return _PHRASE if judging or outer.rule not in _COMPRESSED else None


def _is_asked_about(parsed: ParsedText, place: _Place, outer: Finding) -> bool:
    """Whether words in marks stand in what leads up to an act, and are others': "Auf den „Esel“ angesprochen, wollte X
    nichts sagen"."""
    if outer.rule != rules.REPORTED_ACT or not outer.cue or outer.cue[0][0] < place.marked.end:
        return False
    between = range(parsed.token_from(place.marked.end), parsed.token_at(outer.cue[0][0]))
    return any(parsed.words[i] == "," for i in between)


def _innermost_attributed(finding: Finding, outer: list[Finding], span: Span) -> Finding:
    """The smallest finding around a span that has a speaker, else this one: the words there are its speaker's."""
    if finding.speaker:
        return finding
    return next((o for o in outer if o.speaker and any(contains(part, span) for part in o.spans)), finding)


def _brings_its_own(parsed: ParsedText, place: _Place, inner: Finding, outer: Finding) -> bool:
    """Whether a quotation within another has a speaker of its own, whose words the outer one passes on: "X habe gesagt:
    „…“", "X habe von „…“ gesprochen"; but not "dass er die Vorwürfe „in aller Form“ bestreite"."""
    if not inner.cue or not any(contains(span, part) for part in inner.cue for span in outer.spans):
        return False
    start, end = parsed.token_at(place.marked.start), parsed.token_from(place.marked.end)
    set_off = (start > 0 and parsed.words[start - 1] == ":") or parsed.words[end : end + 1] == [","]
    words = [i for i in range(place.first, place.end) if parsed.words[i][:1].isalnum()]
    said = end < len(parsed.words) and parsed.low[end] in SAID
    if set_off or said or _has_verb(parsed, words) or characterises(parsed, start, end):
        return True
    return is_object(parsed, start, VOICING)


def _attributed(inner: Finding, outer: Finding, rule: str) -> Finding:
    """The inner quotation with the speaker, the cue and the frame of the outer one."""
    return replace(
        inner,
        rule=rule,
        confidence=rules.RULES[rule].confidence,
        speaker=outer.speaker,
        cue=outer.cue,
        frame=outer.frame,
        addressee=outer.addressee,
        carried=outer.carried,
    )


def _is_name(parsed: ParsedText, place: _Place) -> bool:
    """Whether the words in marks are a name, a title or a term: so called before, an entity, or capitals throughout."""
    first, end = place.first, place.end
    start, behind = parsed.token_at(place.marked.start), parsed.token_from(place.marked.end)
    if names_by_form(parsed, place.marked) or offers_as(parsed, start, behind):
        return True
    words = [i for i in range(first, end) if parsed.words[i][:1].isalnum()]
    if not words or all(parsed.entity[i] for i in words):
        return True
    if _has_verb(parsed, words):
        return False
    if sum(bool(parsed.entity[i]) for i in words) * 2 > len(words):
        return True
    before = parsed.low[parsed.token_at(place.marked.start) - 1] if place.marked.start else ""
    definite = parsed.lexicon.has(before, "definite")
    return definite and parsed.words[words[0]][:1].isupper() and len(words) < MIDDLE


def _says_something(parsed: ParsedText, place: _Place) -> bool:
    """Whether the words are more than a phrase that fills a place: a longer stretch, a clause, or a judgement."""
    words = [i for i in range(place.first, place.end) if parsed.words[i][:1].isalnum()]
    verb = _has_verb(parsed, words)
    if not verb and parsed.low[words[0]] == "wie":
        return False
    if word_count(parsed, place.marked) >= SHORT:
        return True
    return verb or _judges(parsed, place, words)


def _judges(parsed: ParsedText, place: _Place, words: list[int]) -> bool:
    """Whether one or two words are what something is said to be: „inakzeptabel“, ein „Skandal“ behind "sei"."""
    last = words[-1]
    if parsed.words[last][:1].islower():
        following = parsed.token_from(place.marked.end)
        before_noun = following < len(parsed.words) and parsed.words[following][:1].isupper()
        return parsed.pos[last] in _PREDICATES and not before_noun
    if parsed.lexicon.has(parsed.low[words[0]], "determiner", "negation"):
        return True
    return any(
        parsed.dep[child] == "cop"
        or (parsed.dep[child] == "nsubj" and parsed.dep[last] in ("ROOT", "ccomp", "parataxis"))
        for child in parsed.children(last)
    )


def _has_verb(parsed: ParsedText, words: Iterable[int]) -> bool:
    return any(parsed.pos[i] in ("VERB", "AUX") or parsed.is_finite(i) for i in words)
