"""Which words in quotation marks are speech, and which are names, titles or words kept at a distance."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from core.parsed_text.noun_phrase import names_things
from core.parsed_text.parsed_text import ParsedText
from core.quotes.cues import around_marks as around
from core.quotes.cues import marks_of_speakers as marks
from core.quotes.cues.around_marks import LONG, MIDDLE, SAID, SHORT
from core.quotes.cues.characterising import characterises, offers_as
from core.quotes.cues.marks_in_headlines import is_headed_by_somebody
from core.quotes.cues.titles_by_parse import is_title
from core.quotes.speakers.texts import is_referred_to, is_written
from core.text.marked_spans import Marked
from core.text.tables import listed

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_UTTERED = frozenset(listed("participle_of_utterance"))
_ENDS_SENTENCE = (".", "!", "?", "…")
_SHORTEST_UNCLOSED = 8
_LONGEST_UNCLOSED = 80
_JOINTS = frozenset(listed("joint_of_marks"))
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
    """Whether a stretch in marks is something said: the first rule that applies decides, but no title is."""
    if parsed.by_parse and is_title(parsed, marked):
        return False
    words = Words.of(parsed, marked)
    if marks.is_told_of(*words.place) and not words.cue_around:
        return False
    return bool(words.count) and next((rule.then(words) for rule in RULES if rule.when(words)), False)


@dataclass(frozen=True)
class Words:
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

    @classmethod
    def of(cls, parsed: ParsedText, marked: Marked) -> "Words":
        """The words in a pair of marks."""
        inner = parsed.text[marked.inner_start : marked.inner_end].strip()
        first, end = parsed.token_at(marked.start), parsed.token_from(marked.end)
        return cls(parsed, marked, first, end, inner, len(_WORD.findall(inner)))

    @cached_property
    def place(self) -> tuple[ParsedText, int, int]:
        """Where they are."""
        return self.parsed, self.first, self.end

    @property
    def ends(self) -> bool:
        """Whether they end as a sentence does."""
        return self.inner.endswith(_ENDS_SENTENCE)

    @property
    def capital(self) -> bool:
        """Whether they begin with a capital."""
        return self.inner[:1].isupper()

    @property
    def behind(self) -> str:
        """The word behind the closing mark, in small letters."""
        return self.parsed.low[self.end] if self.end < len(self.parsed.low) else ""

    @cached_property
    def has_verb(self) -> bool:
        """Whether a finite verb is among them."""
        return around.has_finite(*self.place)

    @cached_property
    def cue_around(self) -> bool:
        """Whether a verb of saying is in the sentence around them."""
        return around.cue_in_unit(*self.place)

    @cached_property
    def named_before(self) -> bool:
        """Whether the word before the marks shows that they enclose a name."""
        return around.named_by_what_precedes(self.parsed, self.first)


def _yes(_words: Words) -> bool:
    return True


def _no(_words: Words) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class SpeechRule:
    """When it applies to words in marks, and whether they are speech then."""

    name: str
    when: Callable[[Words], bool]
    then: Callable[[Words], bool] = _yes


RULES = (
    SpeechRule("what people say for it", lambda w: marks.is_common_usage(*w.place), _no),
    SpeechRule("told what kind of words", lambda w: marks.is_explained(*w.place), _no),
    SpeechRule(
        "the name of who speaks",
        lambda w: (
            w.behind == ","
            and w.capital
            and not w.ends
            and w.count < LONG
            and names_by_form(w.parsed, w.marked)
        ),
        _no,
    ),
    SpeechRule(
        "a verb of saying follows",
        lambda w: around.cue_follows(w.parsed, w.marked, w.end),
        lambda w: (w.count > 1 or w.ends or "," in (w.behind, w.inner[-1:])) and not offers_as(*w.place),
    ),
    SpeechRule(
        "a translation in brackets",
        lambda w: around.colon_before(w.parsed, w.first) and around.is_translated(w.parsed, w.first),
        _no,
    ),
    SpeechRule(
        "behind a colon",
        lambda w: around.colon_before(w.parsed, w.first),
        lambda w: (
            w.ends
            or w.count >= MIDDLE
            or (w.count >= SHORT and w.has_verb)
            or w.cue_around
            or (w.count > 1 and is_headed_by_somebody(w.parsed, w.first))
        ),
    ),
    SpeechRule("before a colon", lambda w: around.colon_behind_list(w.parsed, w.first) is not None),
    SpeechRule(
        "a sentence of its own",
        lambda w: around.is_whole_unit(w.parsed, w.first),
        lambda w: w.count >= MIDDLE or (w.ends and w.count > 1) or (w.count >= SHORT and w.has_verb),
    ),
    SpeechRule(
        "a name alone follows",
        lambda w: w.ends and w.count > 1 and marks.named_at_end(w.parsed, w.first, w.marked.end) is not None,
    ),
    SpeechRule("the verb of the sentence follows", lambda w: around.opens_inverted(*w.place, w.count)),
    SpeechRule("a verdict", lambda w: marks.is_verdict(*w.place)),
    SpeechRule("an utterance as a noun", lambda w: around.is_uttered(*w.place)),
    SpeechRule("of themselves, in brackets", lambda w: marks.is_in_brackets(*w.place)),
    SpeechRule(
        "object of the verb behind",
        lambda w: w.behind in SAID and w.count > 1 and w.has_verb,
        lambda w: not w.named_before,
    ),
    SpeechRule(
        "object of the participle behind",
        lambda w: (
            w.behind in _UTTERED
            and (w.ends or (w.count > 1 and not (w.named_before or around.is_passive(w.parsed, w.end))))
        ),
    ),
    SpeechRule("of the speaker", lambda w: w.count > 1 and marks.speaks_of_itself(*w.place)),
    SpeechRule("how somebody shows to feel", lambda w: around.is_attitude(*w.place)),
    SpeechRule("what somebody holds of it", lambda w: around.is_opinion(*w.place)),
    SpeechRule("what there is talk of", lambda w: around.is_talked_of(*w.place)),
    SpeechRule("referred to as words", lambda w: is_referred_to(*w.place)),
    SpeechRule(
        "written somewhere",
        lambda w: (w.ends or w.count >= MIDDLE or (w.count > 1 and w.has_verb)) and is_written(*w.place),
    ),
    SpeechRule("called from a place", lambda w: around.called_from(w.parsed, w.end) is not None),
    SpeechRule(
        "the name of who acts",
        lambda w: (
            w.named_before
            and w.capital
            and not w.ends
            and w.parsed.words[w.first - 1][:1].isupper()
            and w.behind != ""
            and w.parsed.is_finite(w.end)
        ),
        _no,
    ),
    SpeechRule("what it is offered as", lambda w: offers_as(*w.place), _no),
    SpeechRule("what somebody calls it", lambda w: characterises(*w.place)),
    SpeechRule("a slogan", lambda w: around.is_slogan(w.parsed, w.first, w.count)),
    SpeechRule(
        "small words behind a preposition or article",
        lambda w: w.count >= SHORT and w.inner[:1].islower() and around.fills_a_place(w.parsed, w.first),
    ),
    SpeechRule(
        "small article in the marks",
        lambda w: w.count >= SHORT and around.opens_with_article(w.parsed, w.marked),
    ),
    SpeechRule(
        "a clause behind a preposition",
        lambda w: w.count >= MIDDLE and w.has_verb and around.is_governed(w.parsed, w.first) and w.cue_around,
    ),
    SpeechRule("a name", lambda w: w.named_before and (w.count < LONG or not (w.has_verb or w.ends)), _no),
    SpeechRule("long", lambda w: w.count >= LONG),
    SpeechRule(
        "object of a verb of saying",
        lambda w: w.count >= SHORT and w.capital and around.is_object(w.parsed, w.first, around.TELLING),
    ),
    SpeechRule("object of a verb of words", lambda w: around.is_object(w.parsed, w.first, around.VOICING)),
    SpeechRule(
        "half a sentence",
        lambda w: w.count >= MIDDLE,
        lambda w: w.has_verb or w.ends or not w.capital or w.cue_around,
    ),
    SpeechRule(
        "two small words in what is reported",
        lambda w: w.count == SHORT - 1 and not w.capital and around.reports(*w.place),
    ),
    SpeechRule("a word or two", lambda w: w.count < SHORT, _no),
    SpeechRule(
        "some words, as a name has them",
        lambda w: w.capital,
        lambda w: w.has_verb and w.ends and w.cue_around,
    ),
    SpeechRule("some small words with a verb", lambda w: w.has_verb),
    SpeechRule(
        "some small words in what is said",
        lambda w: (
            (w.cue_around or around.reports(*w.place))
            and w.parsed.low[w.parsed.token_from(w.marked.inner_start)] != "wie"
        ),
    ),
)
"""What decides whether words in marks are speech, in the order in which it is asked: first what their place makes
certain, then what precedes or follows, last how many they are and how they are written."""


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
