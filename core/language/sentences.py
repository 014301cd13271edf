"""Sentence boundaries by rules: where a full stop ends a sentence, and where it only looks like it.

The tables know abbreviations and what follows an ordinal number; blocks of the article always end a sentence, because
headlines and captions come without a full stop.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from core.language.lexicon import Lexicon, load_lexicon

BLOCKS = "blocks"
"""Name of the span group that holds the blocks of the article, if it is known."""

_STOP = re.compile(r"[.!?…]+$")
_ORDINAL = re.compile(r"\d{1,3}\.$")
_ROMAN = re.compile(r"[IVX]{1,5}$")
_CLOSERS = frozenset("\"'“”’‘»«›‹)]")
_OPENERS = frozenset("\"'„“‚‘»«›‹([–—-•·*▶►■➤→")
_FUNCTION_CLASSES = (
    "determiner",
    "preposition",
    "subject_pronoun",
    "conjunction",
    "subordinator",
    "adverb",
    "question",
)


@Language.factory("lesart_sentences")
def make_sentences(nlp: Language, name: str) -> "Sentences":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Sentences(load_lexicon(nlp.lang))


class Sentences:
    """Sets `is_sent_start` of every token, by rules only. Reads the span group "blocks" where there is one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of `doc` in place; it must not be parsed."""
        starts = np.full((len(doc), 1), -1, dtype=np.int64)
        starts[list(sentence_starts(doc, self.lexicon))] = 1
        # setting it token by token asks the whole document each time
        return doc.from_array(["SENT_START"], starts.astype(np.uint64)) if len(doc) else doc  # type: ignore[arg-type]

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is learnt, so nothing is written."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: Any) -> "Sentences":
        """Nothing is learnt, so nothing is read."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing is learnt, so nothing is written."""

    def from_disk(self, _path: Any, **_: Any) -> "Sentences":
        """Nothing is learnt, so nothing is read."""
        return self


def sentence_starts(doc: Doc, lexicon: Lexicon) -> Iterator[int]:
    """Indices of the tokens that begin a sentence, in order; the first token always does."""
    if not len(doc):
        return
    breaks = _block_breaks(doc)
    yield 0
    pending = False
    behind_closers: set[int] = set()
    for i in range(len(doc)):
        token = doc[i]
        if pending and not token.is_space:
            yield i
            pending = False
        elif i > 0 and (i in breaks or i in behind_closers) and not token.is_space:
            yield i
        if i + 1 < len(doc) and (_breaks_line(token, breaks) or i + 1 in breaks):
            pending = True
            continue
        end = _end_of_sentence(doc, i, lexicon)
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


def _end_of_sentence(doc: Doc, i: int, lexicon: Lexicon) -> int | None:
    """Index of the token that begins the next sentence if one ends with token `i` and what closes behind it."""
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
    return after if _stop_counts(doc, i, following, lexicon, quoted) else None


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
    return bool(first) and not first.islower() and first not in ",;:)]%"


def _stop_counts(doc: Doc, i: int, following: int, lexicon: Lexicon, quoted: bool) -> bool:
    """Whether the stop in token `i` ends a sentence, given that the next one could begin one."""
    text = doc[i].text
    next_word = doc[following].text
    word = next_word.lower()
    function_word = next_word[:1].isupper() and lexicon.has(word, *_FUNCTION_CLASSES)
    if text.endswith(("!", "?", "…", "..")):
        return True
    if text != "." and _ORDINAL.match(text):
        return _ordinal_ends(doc, i, next_word, lexicon, function_word)
    whole = text if text != "." else (doc[i - 1].text + "." if i and not doc[i - 1].whitespace_ else "")
    if whole in lexicon.abbreviations or whole.lower() in lexicon.abbreviations:
        may_end = lexicon.abbreviations.get(whole, lexicon.abbreviations.get(whole.lower(), False))
        return may_end and (function_word or quoted)
    name = whole[:-1]
    if text == "." and whole and _ORDINAL.match(whole):
        return _ordinal_ends(doc, i - 1, next_word, lexicon, function_word)
    if len(name) == 1 and name.isupper():
        return function_word
    if _ROMAN.match(name) and len(name) > 1:
        return function_word
    return True


def _ordinal_ends(doc: Doc, i: int, next_word: str, lexicon: Lexicon, function_word: bool) -> bool:
    """Whether a number with a stop ends its sentence: not before a month or the like, nor after "am" or "der"."""
    if function_word:
        return True
    if next_word in lexicon.words.get("ordinal_follower", frozenset()) or next_word[:1].isdigit():
        return False
    before = doc[i - 1].text.lower() if i else ""
    return not lexicon.has(before, "determiner", "contracted")
