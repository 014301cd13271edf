"""Sentence boundaries by rules: where a full stop ends a sentence, and where it only looks like it.

The tables know abbreviations and what follows an ordinal number; blocks of the article always end a sentence, because
headlines and captions come without a full stop. `core.text.segments` finds sentences before any of this is loaded, by
form alone and in any language; both go by the same abbreviations.
"""

import re
from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from core.language.stateless import Stateless
from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import Lexicon, load_lexicon
from core.text.quotation_marks import CLOSING, OPENING, PAIRS

BLOCKS = "blocks"
"""Name of the span group that holds the blocks of the article, if it is known."""

_STOP = re.compile(r"[.!?…]+$")
_ORDINAL = re.compile(r"\d{1,3}\.$")
_ROMAN = re.compile(r"[IVX]{1,5}$")
_LETTER = re.compile(r"[A-Z]\.$")
_DOTTED = re.compile(r"(?:-?[^\W\d_]\.)+$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*$")
_LOWER_CAMEL = re.compile(r"[a-z]{1,2}[A-ZÄÖÜ]")
_CLOSERS = frozenset(CLOSING + ")]")
_OPENERS = frozenset(OPENING + "([–—-•·*▶►■➤→")
_FUNCTION_CLASSES = (
    "determiner",
    "preposition",
    "subject_pronoun",
    "conjunction",
    "subordinator",
    "adverb",
    "question",
    "opener",
)
_CHAINED = frozenset({"und", "oder", "bis", "sowie", "bzw.", ",", "–", "-"})
_LONGEST_SIGNATURE = 8
"""Tokens of brackets that say where a report is from."""
_LOOK_BACK = 40
"""Tokens; no sentence needs to be read further to see whether it has a verb or an opening mark."""


_OPENERS_OF_ONE = ("“", "‘", '"', "„", "«", "»")
"""Marks in which one word may be all that is said: “No.”"""


@Language.factory("lesart_sentences")
def make_sentences(nlp: Language, name: str) -> "Sentences":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Sentences(load_lexicon(nlp.lang))


class Sentences(Stateless):
    """Sets `is_sent_start` of every token, by rules only. Reads the span group "blocks" where there is one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of `doc` in place; it must not be parsed."""
        starts = np.full((len(doc), 1), -1, dtype=np.int64)
        starts[list(sentence_starts(doc, self.lexicon))] = 1
        # setting it token by token asks the whole document each time
        return doc.from_array(["SENT_START"], starts.astype(np.uint64)) if len(doc) else doc  # type: ignore[arg-type]


def sentence_starts(doc: Doc, lexicon: Lexicon) -> Iterator[int]:
    """Indices of the tokens that begin a sentence, in order; the first token always does."""
    if not len(doc):
        return
    breaks = _block_breaks(doc)
    yield 0
    start = 0
    pending = False
    behind_closers: set[int] = set()
    for i in range(len(doc)):
        token = doc[i]
        if not token.is_space and (pending or (i > 0 and (i in breaks or i in behind_closers))):
            yield i
            start = i
            pending = False
        if i + 1 < len(doc) and (_breaks_line(token, breaks) or i + 1 in breaks):
            pending = True
            continue
        end = _end_of_sentence(doc, i, start, lexicon)
        if end is not None and end < len(doc) and not _before_break(doc, i, end, breaks):
            if end == i + 1:
                pending = True
            else:
                behind_closers.add(end)


def _block_breaks(doc: Doc) -> set[int]:
    """First tokens of blocks, and the tokens right behind them."""
    if BLOCKS not in doc.spans:
        return set()
    breaks: set[int] = set()
    for span in doc.spans[BLOCKS]:
        breaks.add(span.start)
        if span.end < len(doc):
            breaks.add(span.end)
    return breaks


def _breaks_line(token: Token, breaks: set[int]) -> bool:
    """Whether a white-space token ends a sentence: a blank line always, a single line feed where blocks are unknown."""
    if not token.is_space:
        return False
    feeds = token.text.count("\n")
    return feeds > 1 or (feeds == 1 and not breaks)


def _before_break(doc: Doc, i: int, end: int, breaks: set[int]) -> bool:
    """Whether a line or block ends between a stop and the sentence start found behind it: then that one decides."""
    return any(k in breaks or _breaks_line(doc[k], breaks) for k in range(i + 1, end))


def _end_of_sentence(doc: Doc, i: int, start: int, lexicon: Lexicon) -> int | None:
    """Index of the token that begins the next sentence if one ends with token `i` and what closes behind it.

    `start` is where the sentence of token `i` began.
    """
    token = doc[i]
    text = token.text
    if not _STOP.search(text):
        return None
    after, quoted = i + 1, False
    while after < len(doc) and after - i <= 6 and doc[after].text in _CLOSERS:
        if doc[after].text in "\"'" and doc[after - 1].whitespace_:
            break
        if doc[after].text in ("„", "‚") or (_opens(doc, after)):
            break
        quoted = quoted or doc[after].text not in ")]"
        after += 1
    following = after
    while following < len(doc) and doc[following].is_space:
        if "\n" in doc[following].text:
            return None
        following += 1
    if following >= len(doc):
        return None
    if _STOP.match(doc[following].text):
        return None
    if not _may_begin(doc, following):
        return None
    return after if _stop_counts(doc, i, start, following, lexicon, quoted) else None


def _opens(doc: Doc, i: int) -> bool:
    """Whether a two-faced mark (“ » « " ') opens here: space before it, none behind it."""
    return (
        i > 0
        and bool(doc[i - 1].whitespace_)
        and not doc[i].whitespace_
        and doc[i].text not in ")]"
        and i + 1 < len(doc)
    )


def _may_begin(doc: Doc, i: int) -> bool:
    """Whether a sentence can begin with this token: a capital, a figure, an opening mark or a bullet."""
    if _signs(doc, i):
        return True
    text = doc[i].text
    while text and text[0] in _OPENERS:
        if len(text) > 1:
            text = text[1:]
            continue
        if text in "–—-":
            return False
        i += 1
        if i >= len(doc):
            return False
        text = doc[i].text
    first = text[:1]
    if first.islower():
        return bool(_LOWER_CAMEL.match(text))
    return bool(first) and first not in ",;:)]%"


def _signs(doc: Doc, i: int) -> bool:
    """Whether brackets that end a line open here, as those with an agency or the writer's initials do: "(dpa/mk)"."""
    if doc[i].text != "(":
        return False
    closing = next(
        (k for k in range(i + 1, min(i + _LONGEST_SIGNATURE, len(doc))) if doc[k].text == ")"), None
    )
    if closing is None:
        return False
    return closing + 1 == len(doc) or "\n" in doc[closing + 1].text


def _stop_counts(doc: Doc, i: int, start: int, following: int, lexicon: Lexicon, quoted: bool) -> bool:
    """Whether the stop in token `i` ends a sentence, given that the next one could begin one."""
    text = doc[i].text
    next_word = doc[following].text
    opens = next_word[:1].isupper() and lexicon.has(next_word.lower(), *_FUNCTION_CLASSES)
    if _within_a_name(doc, i, start):
        return False
    if text.endswith(("!", "?", "…", "..")):
        return True
    first = i - 1 if text == "." and i > start and not doc[i - 1].whitespace_ else i
    whole = text if first == i else doc[first].text + text
    if _ORDINAL.match(whole):
        return _ordinal_ends(doc, first, start, next_word, lexicon, opens)
    if _is_unit(doc, first, whole[:-1], lexicon):
        return True
    if doc[first].text.lower().endswith(("str", "str.")) and next_word[:1].isdigit():
        return False
    if lexicon.has(whole.lower(), "before_number"):
        return not (next_word[:1].isdigit() or _ROMAN.match(next_word))
    if quoted and first > start and doc[first - 1].text in _OPENERS_OF_ONE:
        return True
    for name in _abbreviations(doc, first, start, whole):
        if lexicon.has(name.lower(), "closing_abbreviation"):
            return True
        may_end = lexicon.abbreviations.get(name)
        if may_end is None and len(name) > 2:  # "Ca." at the start of a sentence, but "B." is not "b."
            may_end = lexicon.abbreviations.get(name.lower())
        if may_end is not None:
            return may_end and (opens or quoted or _begins_a_clause(doc, start, i, following, lexicon))
    if _LETTER.match(whole) and first > start and lexicon.has(doc[first - 1].text.lower(), "lettered"):
        return True
    if whole == "X." and first > start and lexicon.has(doc[first - 1].text.lower(), "posted_on"):
        return True
    if _DOTTED.match(whole) or (_ROMAN.match(whole[:-1]) and len(whole) > 2):
        return opens
    return True


def _within_a_name(doc: Doc, i: int, start: int) -> bool:
    """Whether marks that open behind a word and close before a lower-case one hold the stop in token `i`.

    Such is a title or a motto, and a part of its sentence: Der Band „Wind. Wasser. Sand.“ erscheint im Mai.
    """
    opening = i - 1
    while opening > max(start, i - _LOOK_BACK) and doc[opening].text not in PAIRS:
        if doc[opening].text in PAIRS.values():
            return False
        opening -= 1
    closing = PAIRS.get(doc[opening].text) if opening > start else None
    if closing is None or not doc[opening - 1].text[-1:].isalnum() or not doc[opening - 1].whitespace_:
        # Right behind a word it closes: «Mut» in Swiss papers, »Mut« in others.
        return False
    for k in range(i + 1, min(i + _LOOK_BACK, len(doc) - 1)):
        if doc[k].text == closing:
            return doc[k + 1].text[:1].islower()
        if doc[k].text in PAIRS or "\n" in doc[k].text:
            return False
    return False


def _is_unit(doc: Doc, i: int, name: str, lexicon: Lexicon) -> bool:
    """Whether token `i` is the sign of a unit, which takes no full stop of its own: "3,5 t.", "110 km/h."."""
    if i == 0 or not lexicon.has(name, "unit"):
        return False
    return doc[i - 1].text == "/" or bool(_NUMBER.match(doc[i - 1].text))


def _abbreviations(doc: Doc, i: int, start: int, whole: str) -> Iterator[str]:
    """What the stop may belong to, longest first: "u.v.m." of "u. v. m.", then "m."; "Ing." of "Dipl.-Ing."."""
    if _DOTTED.match(whole):
        first, joined = i, whole
        while first > start and len(joined) < 12 and _DOTTED.match(doc[first - 1].text):
            first -= 1
            joined = doc[first].text + joined
        if joined != whole:
            yield joined
    yield whole
    if "-" in whole:
        yield whole.rpartition("-")[2]


def _begins_a_clause(doc: Doc, start: int, i: int, following: int, lexicon: Lexicon) -> bool:
    """Whether a noun and its verb follow ("… 2,9 Mio. Kritik kam …") though the clause before has its verb already."""
    if following + 1 >= len(doc) or not _is_finite(doc[following + 1], lexicon):
        return False
    for k in range(i - 1, max(start, i - _LOOK_BACK) - 1, -1):
        if doc[k].text in ",;:":
            return False
        if _is_finite(doc[k], lexicon):
            return True
    return False


def _is_finite(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word can only be a finite verb; "kommen" may be an infinitive, "bekommt" nothing else."""
    forms = lexicon.verb_forms(token.text) if token.text[:1].islower() else frozenset()
    return bool(forms & {VerbForm.PRESENT, VerbForm.PAST}) and not forms & {
        VerbForm.PLURAL,
        VerbForm.PARTICIPLE,
    }


def _ordinal_ends(doc: Doc, i: int, start: int, next_word: str, lexicon: Lexicon, opens: bool) -> bool:
    """Whether a number with a stop ends its sentence.

    It does not as the number of a list item, nor before a month or the like, nor where an ordinal belongs: behind
    "am" or "der", or as one of several ("2. und 3. Lesung"). Elsewhere it does,
    and always behind a noun that is numbered: "auf Platz 3."
    """
    if all(doc[k].text in _OPENERS for k in range(start, i)) or doc[i - 1].text == ":":
        return False
    if opens or lexicon.has(doc[i - 1].text.lower(), "numbered"):
        return True
    if next_word[:1].isdigit() or next_word in lexicon.words.get("ordinal_follower", frozenset()):
        return False
    before = i - 1
    while before > start + 1 and doc[before].text in _CHAINED and _ORDINAL.match(doc[before - 1].text):
        before -= 2
    return not lexicon.has(doc[before].text.lower(), "determiner", "contracted", "before_ordinal")
