"""Which words in quotation marks are speech, and which are names, titles or words kept at a distance."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from core.parsed_text.noun_phrase import names_things
from core.parsed_text.parsed_text import ParsedText
from core.quotes.cues import around_marks as around
from core.quotes.cues import marks_of_speakers as marks
from core.quotes.cues.around_marks import LONG, MIDDLE, SAID, SHORT
from core.quotes.cues.characterising import characterises
from core.quotes.speakers.texts import is_referred_to, is_written
from core.text.marked_spans import Marked

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_UTTERED = frozenset(word for word in SAID if word.startswith("ge")) - {"genannt", "geschrieben"}
_ENDS_SENTENCE = (".", "!", "?", "…")
_SHORTEST_UNCLOSED = 8
_LONGEST_UNCLOSED = 80
_JOINTS = frozenset(
    (
        ",",
        "und",
        "oder",
        "sowie",
        "aber",
        "noch",
        "und auch",
        "sondern",
        ", sondern",
        ", sondern auch",
        ", aber",
    )
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
    pairs = list(pairwise(marked for marked in parsed.outer if marked.closed))
    for one, other in (*pairs, *reversed(pairs)):
        if (one in parsed.speech) != (other in parsed.speech) and coordinated(parsed, one, other):
            parsed.speech.update(marked for marked in (one, other) if not names_by_form(parsed, marked))


def coordinated(parsed: ParsedText, one: Marked, other: Marked) -> bool:
    """Whether nothing but "und", "oder" or the like is between two stretches: „teuer“ und „überflüssig“."""
    between = parsed.text[one.end : other.start]
    return len(between) < _LONGEST_JOINT and " ".join(between.split()) in _JOINTS


def unclosed(parsed: ParsedText) -> list[Marked]:
    """Stretches whose closing mark is missing and that are speech by the words around them, cut where speech must end.

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
    """Whether a stretch in marks is something said: by its length, its verb, its end, and the words around it."""
    inner = parsed.text[marked.inner_start : marked.inner_end].strip()
    count = len(_WORD.findall(inner))
    if not count:
        return False
    first, end = parsed.token_at(marked.start), parsed.token_from(marked.end)
    words = _Words(parsed, marked, first, end, inner, count)
    by_place = _by_place(words)
    if by_place is not None:
        return by_place
    return _by_what_precedes_or_follows(words) or _by_kind(words)


@dataclass(frozen=True)
class _Words:
    """The words in one pair of marks."""

    parsed: ParsedText
    marked: Marked
    first: int
    """The token with the opening mark."""
    end: int
    """The first token behind the closing mark."""
    inner: str
    """The text between the marks."""
    count: int
    """How many words that is."""

    @property
    def ends(self) -> bool:
        """Whether they end as a sentence does."""
        return self.inner.endswith(_ENDS_SENTENCE)

    @property
    def capital(self) -> bool:
        """Whether they begin with a capital."""
        return self.inner[:1].isupper()

    @cached_property
    def has_verb(self) -> bool:
        """Whether a finite verb is among them."""
        return around.has_finite(self.parsed, self.first, self.end)

    @cached_property
    def cue_around(self) -> bool:
        """Whether a verb of saying is in the sentence around them."""
        return around.cue_in_unit(self.parsed, self.first, self.end)


def _by_place(words: _Words) -> bool | None:
    """What is certain where a cue follows, a colon precedes, or there is nothing around; None elsewhere."""
    parsed, first, end, count = words.parsed, words.first, words.end, words.count
    if around.cue_follows(parsed, words.marked, end):
        return count > 1 or words.ends or parsed.words[end : end + 1] == [","]
    if around.colon_before(parsed, first):
        if around.is_translated(parsed, first):
            return False
        says_something = words.has_verb or count >= MIDDLE
        return words.ends or (count >= SHORT and says_something) or words.cue_around
    if around.colon_behind_list(parsed, first) is not None:
        return True
    if around.is_whole_unit(parsed, first):
        return count >= MIDDLE or (words.ends and count >= 2) or (count >= SHORT and words.has_verb)
    if around.opens_inverted(parsed, first, end, count):
        return True
    if marks.is_verdict(parsed, first, end):
        return True
    if around.is_uttered(parsed, first, end) or marks.is_in_brackets(parsed, first, end):
        return True
    if end < len(parsed.words) and parsed.low[end] in SAID and count > 1 and words.has_verb:
        return not around.named_by_what_precedes(parsed, first)
    return None


def _by_what_precedes_or_follows(words: _Words) -> bool:
    """Whether a word close to the marks shows that they enclose speech."""
    parsed, first, end, count = words.parsed, words.first, words.end, words.count
    if end < len(parsed.words) and parsed.low[end] in _UTTERED:
        named = around.named_by_what_precedes(parsed, first) or around.is_passive(parsed, end)
        if words.ends or (count > 1 and not named):
            return True
    if count > 1 and marks.speaks_of_itself(parsed, first, end):
        return True
    if around.is_attitude(parsed, first, end) or around.is_opinion(parsed, first, end):
        return True
    if around.is_talked_of(parsed, first, end) or is_referred_to(parsed, first, end):
        return True
    says_something = words.ends or count >= MIDDLE or (count > 1 and words.has_verb)
    if says_something and is_written(parsed, first, end):
        return True
    if around.called_from(parsed, end) is not None:
        return True
    if characterises(parsed, first, end) or around.is_slogan(parsed, first, count):
        return True
    if count < SHORT:
        return False
    if words.inner[:1].islower() and around.fills_a_place(parsed, first):
        return True
    if around.opens_with_article(parsed, words.marked):
        return True
    return count >= MIDDLE and words.has_verb and around.is_governed(parsed, first) and words.cue_around


def _by_kind(words: _Words) -> bool:
    """Whether words are speech by how many they are, how they are written, and what the sentence does with them."""
    parsed, first, end, count = words.parsed, words.first, words.end, words.count
    if around.named_by_what_precedes(parsed, first) and (count < LONG or not (words.has_verb or words.ends)):
        return False
    if count >= LONG:
        return True
    if count >= SHORT and words.capital and around.is_object(parsed, first, around.TELLING):
        return True
    if around.is_object(parsed, first, around.VOICING):
        return True
    if count >= MIDDLE:
        return words.has_verb or words.ends or not words.capital or words.cue_around
    if count == SHORT - 1:
        return not words.capital and around.reports(parsed, first, end)
    if count < SHORT:
        return False
    if words.capital:
        return words.has_verb and words.ends and words.cue_around
    if words.has_verb:
        return True
    says = words.cue_around or around.reports(parsed, first, end)
    return says and parsed.low[parsed.token_from(words.marked.inner_start)] != "wie"


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
