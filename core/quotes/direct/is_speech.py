"""Which words in quotation marks are speech, and which are names, titles or words kept at a distance."""

import re
from dataclasses import replace
from itertools import pairwise

from core.parsed_text.noun_phrase import names_things
from core.parsed_text.parsed_text import ParsedText
from core.quotes.cues import around_marks as around
from core.quotes.cues.around_marks import LONG, MIDDLE, SAID, SHORT
from core.quotes.cues.characterising import characterises
from core.quotes.speakers.texts import is_written, points_at
from core.text.quotation_marks import Marked

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_UTTERED = frozenset(word for word in SAID if word.startswith("ge")) - {"genannt", "geschrieben"}
_ENDS_SENTENCE = (".", "!", "?", "…")
_SHORTEST_UNCLOSED = 8
_LONGEST_UNCLOSED = 80
_JOINTS = frozenset(
    ("und", "oder", "sowie", "aber", "noch", "und auch", "sondern", ", sondern", ", sondern auch", ", aber")
)
_LONGEST_JOINT = 20
_LONGEST_INSERTION = 120
"""Characters between two parts of one quotation."""


def judge(parsed: ParsedText) -> None:
    """Fill `parsed.speech` with the outermost stretches in marks that are speech."""
    last: Marked | None = None
    for marked in parsed.outer:
        if marked.closed and (
            is_speech(parsed, marked) or (last is not None and _continues(parsed, last, marked))
        ):
            parsed.speech.add(marked)
            last = marked
    for one, other in pairwise(marked for marked in parsed.outer if marked.closed):
        if (one in parsed.speech) != (other in parsed.speech) and coordinated(parsed, one, other):
            parsed.speech.update(marked for marked in (one, other) if not names_by_form(parsed, marked))


def coordinated(parsed: ParsedText, one: Marked, other: Marked) -> bool:
    """Whether nothing but "und", "oder" or the like stands between two stretches: „teuer“ und „überflüssig“."""
    between = parsed.text[one.end : other.start]
    return len(between) < _LONGEST_JOINT and " ".join(between.split()) in _JOINTS


def unclosed(parsed: ParsedText) -> list[Marked]:
    """Stretches whose closing mark is missing and that are speech by what stands around, cut where speech must end.

    That is before ", sagte X", else at the end of the paragraph behind a colon or where the next paragraph opens with
    the same mark; else nothing can be said.
    """
    found: list[Marked] = []
    for marked in parsed.outer:
        if marked.closed or marked.inner_end - marked.inner_start < _SHORTEST_UNCLOSED:
            continue
        first, end = parsed.token_at(marked.start), parsed.token_from(marked.end)
        cut = next(
            (
                i
                for i in range(first + 2, end - 1)
                if parsed.words[i] == "," and around.introduces(parsed, i + 1)
            ),
            None,
        )
        if cut is not None and cut - first < _LONGEST_UNCLOSED:
            found.append(replace(marked, end=parsed.starts[cut], inner_end=parsed.starts[cut]))
        elif (
            around.colon_before(parsed, first) or _opened_anew(parsed, marked)
        ) and end - first < _LONGEST_UNCLOSED:
            found.append(marked)
    return found


def _opened_anew(parsed: ParsedText, marked: Marked) -> bool:
    """Whether a stretch reaches the end of its paragraph, and the next one begins with the same mark or goes on with
    what is closed only there."""
    gap = parsed.text[marked.end : marked.end + 8]
    behind = gap.lstrip()
    following = parsed.stretch_at(parsed.token_at(marked.end + len(gap) - len(behind)))
    goes_on = following is not None and following.start == following.inner_start
    return "\n" in gap and (behind[:1] == parsed.text[marked.start] or goes_on)


def is_speech(parsed: ParsedText, marked: Marked) -> bool:
    """Whether a stretch in marks is something said: by its length, its verb, its end, and what stands around it."""
    inner = parsed.text[marked.inner_start : marked.inner_end].strip()
    words = _WORD.findall(inner)
    if not words:
        return False
    first, end = parsed.token_at(marked.start), parsed.token_from(marked.end)
    ends = inner.endswith(_ENDS_SENTENCE)
    count = len(words)
    if around.cue_follows(parsed, marked, end):
        return count > 1 or ends or parsed.words[end : end + 1] == [","]
    if around.colon_before(parsed, first):
        if around.translates(parsed, first):
            return False
        told = around.has_finite(parsed, first, end) or count >= MIDDLE
        return ends or (count >= SHORT and told) or around.cue_in_unit(parsed, first, end)
    if around.whole_unit(parsed, first):
        return (
            count >= MIDDLE
            or (ends and count >= 2)
            or (count >= SHORT and around.has_finite(parsed, first, end))
        )
    if around.opens_inverted(parsed, first, end, count):
        return True
    if around.uttered(parsed, first, end) or around.in_brackets(parsed, first, end):
        return True
    behind = parsed.low[end] if end < len(parsed.words) else ""
    if behind in SAID and count > 1 and around.has_finite(parsed, first, end):
        return not around.named_by_what_precedes(parsed, first)
    if behind in _UTTERED:
        named = around.named_by_what_precedes(parsed, first) or around.passive(parsed, end)
        if ends or (count > 1 and not named):
            return True
    if around.shown(parsed, first, end) or around.held_true(parsed, first, end):
        return True
    if around.talked_of(parsed, first, end):
        return True
    if points_at(parsed, first, end):
        return True
    told = ends or count >= MIDDLE or (count > 1 and around.has_finite(parsed, first, end))
    if told and is_written(parsed, first, end):
        return True
    if around.called_from(parsed, end) is not None:
        return True
    if characterises(parsed, first, end) or around.slogan(parsed, first, count):
        return True
    has_verb = around.has_finite(parsed, first, end)
    capital = inner[:1].isupper()
    if count >= SHORT and inner[:1].islower() and around.fills_a_place(parsed, first):
        return True
    if count >= SHORT and around.opens_with_article(parsed, marked):
        return True
    if (
        count >= MIDDLE
        and has_verb
        and around.governed(parsed, first)
        and around.cue_in_unit(parsed, first, end)
    ):
        return True
    if around.named_by_what_precedes(parsed, first) and (count < LONG or not (has_verb or ends)):
        return False
    if count >= LONG:
        return True
    if count >= SHORT and capital and around.is_object(parsed, first, around.TELLING):
        return True
    if around.is_object(parsed, first, around.VOICING):
        return True
    if count >= MIDDLE:
        return has_verb or ends or not capital or around.cue_in_unit(parsed, first, end)
    if count == SHORT - 1:
        return not capital and around.reports(parsed, first, end)
    if count >= SHORT:
        if not capital and has_verb:
            return True
        if not capital and (around.cue_in_unit(parsed, first, end) or around.reports(parsed, first, end)):
            return parsed.low[parsed.token_from(marked.inner_start)] != "wie"
        return has_verb and capital and ends and around.cue_in_unit(parsed, first, end)
    return False


def names_by_form(parsed: ParsedText, marked: Marked) -> bool:
    """Whether the words before the marks say that they enclose a name or a term: "Film", "Operation", "sogenannte"."""
    first = parsed.token_at(marked.start)
    if first == 0 or parsed.unit_of[first] != parsed.unit_of[first - 1]:
        return False
    low, word = parsed.low[first - 1], parsed.words[first - 1]
    if low.startswith(("sogenannt", "genannt")):
        return True
    return word[:1].isupper() and (bool(parsed.entity[first]) or names_things(parsed, low))


def word_count(parsed: ParsedText, marked: Marked) -> int:
    """The words between the marks."""
    return len(_WORD.findall(parsed.text[marked.inner_start : marked.inner_end]))


def _continues(parsed: ParsedText, last: Marked, marked: Marked) -> bool:
    """Whether a stretch is the second part of a quotation: "…“, sagte X, „…"."""
    between = parsed.text[last.end : marked.start]
    if len(between) > _LONGEST_INSERTION or "\n" in between or not between.rstrip().endswith((",", ":")):
        return False
    first = parsed.token_at(last.start)
    return (
        around.cue_follows(parsed, last, parsed.token_from(last.end))
        and parsed.unit_of[first] == parsed.unit_of[parsed.token_at(marked.start)]
    )
