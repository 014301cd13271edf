"""Which words in quotation marks are speech, and which are names, titles or words kept at a distance."""

import re
from dataclasses import replace
from itertools import pairwise

from core.parsed_text.noun_phrase import names_things
from core.parsed_text.parsed_text import View
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


def judge(view: View) -> None:
    """Fill `view.speech` with the outermost stretches in marks that are speech."""
    last: Marked | None = None
    for marked in view.outer:
        if marked.closed and (
            is_speech(view, marked) or (last is not None and _continues(view, last, marked))
        ):
            view.speech.add(marked)
            last = marked
    for one, other in pairwise(marked for marked in view.outer if marked.closed):
        if (one in view.speech) != (other in view.speech) and coordinated(view, one, other):
            view.speech.update(marked for marked in (one, other) if not names_by_form(view, marked))


def coordinated(view: View, one: Marked, other: Marked) -> bool:
    """Whether nothing but "und", "oder" or the like stands between two stretches: „teuer“ und „überflüssig“."""
    between = view.text[one.end : other.start]
    return len(between) < _LONGEST_JOINT and " ".join(between.split()) in _JOINTS


def unclosed(view: View) -> list[Marked]:
    """Stretches whose closing mark is missing and that are speech by what stands around, cut where speech must end.

    That is before ", sagte X", else at the end of the paragraph behind a colon or where the next paragraph opens with
    the same mark; else nothing can be said.
    """
    found: list[Marked] = []
    for marked in view.outer:
        if marked.closed or marked.inner_end - marked.inner_start < _SHORTEST_UNCLOSED:
            continue
        first, end = view.token_at(marked.start), view.token_from(marked.end)
        cut = next(
            (i for i in range(first + 2, end - 1) if view.words[i] == "," and around.introduces(view, i + 1)),
            None,
        )
        if cut is not None and cut - first < _LONGEST_UNCLOSED:
            found.append(replace(marked, end=view.starts[cut], inner_end=view.starts[cut]))
        elif (
            around.colon_before(view, first) or _opened_anew(view, marked)
        ) and end - first < _LONGEST_UNCLOSED:
            found.append(marked)
    return found


def _opened_anew(view: View, marked: Marked) -> bool:
    """Whether a stretch reaches the end of its paragraph, and the next one begins with the same mark or goes on with
    what is closed only there."""
    gap = view.text[marked.end : marked.end + 8]
    behind = gap.lstrip()
    following = view.stretch_at(view.token_at(marked.end + len(gap) - len(behind)))
    goes_on = following is not None and following.start == following.inner_start
    return "\n" in gap and (behind[:1] == view.text[marked.start] or goes_on)


def is_speech(view: View, marked: Marked) -> bool:
    """Whether a stretch in marks is something said: by its length, its verb, its end, and what stands around it."""
    inner = view.text[marked.inner_start : marked.inner_end].strip()
    words = _WORD.findall(inner)
    if not words:
        return False
    first, end = view.token_at(marked.start), view.token_from(marked.end)
    ends = inner.endswith(_ENDS_SENTENCE)
    count = len(words)
    if around.cue_follows(view, marked, end):
        return count > 1 or ends or view.words[end : end + 1] == [","]
    if around.colon_before(view, first):
        if around.translates(view, first):
            return False
        told = around.has_finite(view, first, end) or count >= MIDDLE
        return ends or (count >= SHORT and told) or around.cue_in_unit(view, first, end)
    if around.whole_unit(view, first):
        return (
            count >= MIDDLE
            or (ends and count >= 2)
            or (count >= SHORT and around.has_finite(view, first, end))
        )
    if around.opens_inverted(view, first, end, count):
        return True
    if around.uttered(view, first, end) or around.in_brackets(view, first, end):
        return True
    behind = view.low[end] if end < len(view.words) else ""
    if behind in SAID and count > 1 and around.has_finite(view, first, end):
        return not around.named_by_what_precedes(view, first)
    if behind in _UTTERED:
        named = around.named_by_what_precedes(view, first) or around.passive(view, end)
        if ends or (count > 1 and not named):
            return True
    if around.shown(view, first, end) or around.held_true(view, first, end):
        return True
    if around.talked_of(view, first, end):
        return True
    if points_at(view, first, end):
        return True
    told = ends or count >= MIDDLE or (count > 1 and around.has_finite(view, first, end))
    if told and is_written(view, first, end):
        return True
    if around.called_from(view, end) is not None:
        return True
    if characterises(view, first, end) or around.slogan(view, first, count):
        return True
    has_verb = around.has_finite(view, first, end)
    capital = inner[:1].isupper()
    if count >= SHORT and inner[:1].islower() and around.fills_a_place(view, first):
        return True
    if count >= SHORT and around.opens_with_article(view, marked):
        return True
    if count >= MIDDLE and has_verb and around.governed(view, first) and around.cue_in_unit(view, first, end):
        return True
    if around.named_by_what_precedes(view, first) and (count < LONG or not (has_verb or ends)):
        return False
    if count >= LONG:
        return True
    if count >= SHORT and capital and around.is_object(view, first, around.TELLING):
        return True
    if around.is_object(view, first, around.VOICING):
        return True
    if count >= MIDDLE:
        return has_verb or ends or not capital or around.cue_in_unit(view, first, end)
    if count == SHORT - 1:
        return not capital and around.reports(view, first, end)
    if count >= SHORT:
        if not capital and has_verb:
            return True
        if not capital and (around.cue_in_unit(view, first, end) or around.reports(view, first, end)):
            return view.low[view.token_from(marked.inner_start)] != "wie"
        return has_verb and capital and ends and around.cue_in_unit(view, first, end)
    return False


def names_by_form(view: View, marked: Marked) -> bool:
    """Whether the words before the marks say that they enclose a name or a term: "Film", "Operation", "sogenannte"."""
    first = view.token_at(marked.start)
    if first == 0 or view.unit_of[first] != view.unit_of[first - 1]:
        return False
    low, word = view.low[first - 1], view.words[first - 1]
    if low.startswith(("sogenannt", "genannt")):
        return True
    return word[:1].isupper() and (view.entity[first] or names_things(view, low))


def word_count(view: View, marked: Marked) -> int:
    """The words between the marks."""
    return len(_WORD.findall(view.text[marked.inner_start : marked.inner_end]))


def _continues(view: View, last: Marked, marked: Marked) -> bool:
    """Whether a stretch is the second part of a quotation: "…“, sagte X, „…"."""
    between = view.text[last.end : marked.start]
    if len(between) > _LONGEST_INSERTION or "\n" in between or not between.rstrip().endswith((",", ":")):
        return False
    first = view.token_at(last.start)
    return (
        around.cue_follows(view, last, view.token_from(last.end))
        and view.unit_of[first] == view.unit_of[view.token_at(marked.start)]
    )
