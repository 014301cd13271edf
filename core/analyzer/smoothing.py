"""An article as it is read aloud: without the line breaks of hard-wrapped text, parted words, gender signs and signs
without a width, and with the hyphens that English sets in ages.

What only the layout or the spelling put into the words would mislead the language model: a line that was wrapped at 72
columns, a word parted at its end ("ge-" and "kämpft"), a sign between the genders ("Kund:innen", "jede:r"), a soft
hyphen or a zero-width space inside a word. The model reads a text without them, and what it finds is carried back to
the text as it is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from core.analysis.analysis import Actor, Analysis, Part, Quote, Speaker
from core.articles import Article
from core.text.spans import Span

_BREAK = re.compile(
    r"(?P<parted>(?<=[^\W\d_])[-‐\u00ad]\s*\n\s*(?=(?!(?:und|oder|bzw|bis|sowie)\b)[a-zäöüß]))|\s*\n\s*"
)
"""A line break, with the hyphen of a word that is parted there: "ge-" and "kämpft", but not "Haupt-" and "und"."""
_GENDER_SIGN = re.compile(
    r"(?<=[a-zäöüß])[:*_·/](?=in(?:nen)?(?![a-zäöüß]*:)|(?:e|r|n|s|m|er|en|es|em|frau)\b)(?!/)", re.UNICODE
)
_INVISIBLE = re.compile(r"(?<=\S)[\u00ad\u200b\u200e\u200f\u2060\ufeff]+(?!\s*\n)")
"""Signs that only say where a line may break or which way it runs. What comes before them keeps a block from ending up
empty."""
_AGE_WITH_BLANKS = re.compile(r"(?<=\d) (?=year[ -]olds?\b)|(?<=\d[ -]year) (?=olds?\b)")
"""Where "34 year old" has a blank and not its hyphen."""
_WORD = re.compile(r"[^\W\d_]+(?:[:*_·/][^\W\d_]+)*(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the text and what replaces it."""

    start: int
    end: int
    put: str


@dataclass(frozen=True, slots=True)
class Smoothed:
    """An article for the model to read, with the way back to the text it was made from."""

    article: Article
    original: Article
    edits: tuple[Edit, ...]

    def carried_back(self, analysis: Analysis) -> Analysis:
        """What was found, with its offsets and words as they are in the original text."""
        if not self.edits:
            return analysis
        way = _WayBack(self)
        return replace(
            analysis,
            mentions=tuple(
                replace(each, start=way.span(each.span)[0], end=way.span(each.span)[1])
                for each in analysis.mentions
            ),
            actors=tuple(way.actor(each) for each in analysis.actors),
            quotes=tuple(way.quote(each) for each in analysis.quotes),
        )


def smoothed(article: Article) -> Smoothed:
    """The article without line breaks in blocks, parted words and such signs; the same where there is none to mend."""
    edits = tuple(_edits(article))
    if not edits:
        return Smoothed(article, article, ())
    text: list[str] = []
    at = 0
    for edit in edits:
        text.extend((article.text[at : edit.start], edit.put))
        at = edit.end
    text.append(article.text[at:])
    forward = _Forward(edits)
    blocks = tuple(
        replace(
            block,
            start=forward(block.start),
            end=forward(block.end),
            dateline=None if block.dateline is None else forward(block.dateline),
        )
        for block in article.blocks
    )
    return Smoothed(replace(article, text="".join(text), blocks=blocks), article, edits)


def _edits(article: Article) -> Iterator[Edit]:
    for block in article.blocks:
        found = [
            *_breaks(article.text, block.start, block.end),
            *(
                Edit(*match.span(), put)
                for pattern, put in ((_GENDER_SIGN, ""), (_INVISIBLE, ""), (_AGE_WITH_BLANKS, "-"))
                for match in pattern.finditer(article.text, block.start, block.end)
            ),
        ]
        yield from sorted(found, key=lambda edit: edit.start)


def _breaks(text: str, start: int, end: int) -> Iterator[Edit]:
    for match in _BREAK.finditer(text, start, end):
        behind_hyphen = match.start() > start and text[match.start() - 1] in "-‐"
        compound = behind_hyphen and text[match.end() : match.end() + 1].isupper()
        yield Edit(*match.span(), "" if match["parted"] or compound else " ")


class _Forward:
    """From offsets in the original text to offsets in the smoothed one."""

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        self._ends = [edit.end for edit in edits]
        self._shift = [0, *accumulate(len(edit.put) - (edit.end - edit.start) for edit in edits)]

    def __call__(self, offset: int) -> int:
        return offset + self._shift[bisect_right(self._ends, offset)]


class _WayBack:
    """From the smoothed text to the original: offsets, and words by the spelling that they have there."""

    def __init__(self, smoothed: Smoothed) -> None:
        edits = smoothed.edits
        shifts = [0, *accumulate(len(edit.put) - (edit.end - edit.start) for edit in edits)]
        self._starts = [edit.end + shift for edit, shift in zip(edits, shifts[1:], strict=True)]
        self._shifts = shifts
        signed = (match.group() for match in _WORD.finditer(smoothed.original.text))
        self._spelled = {_GENDER_SIGN.sub("", word): word for word in signed if _GENDER_SIGN.search(word)}

    def _at(self, offset: int) -> int:
        return offset - self._shifts[bisect_right(self._starts, offset)]

    def span(self, span: Span) -> Span:
        """A span of the smoothed text in the original one; it ends behind its last character."""
        return self._at(span[0]), self._at(span[1] - 1) + 1

    def _spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(map(self.span, spans))

    def words(self, words: str) -> str:
        """Words with the gender signs that they have in the text."""
        return _WORD.sub(lambda match: self._spelled.get(match.group(), match.group()), words)

    def actor(self, actor: Actor) -> Actor:
        """An actor by the words of the original text."""
        return replace(
            actor,
            name=self.words(actor.name),
            aliases=tuple(map(self.words, actor.aliases)),
            roles=tuple(map(self.words, actor.roles)),
            affiliations=tuple(map(self.words, actor.affiliations)),
        )

    def quote(self, quote: Quote) -> Quote:
        """A quote with its parts in the original text."""
        return replace(
            quote,
            spans=self._spans(quote.spans),
            speaker=quote.speaker and self._speaker(quote.speaker),
            cue=self._part(quote.cue),
            frame=self._part(quote.frame),
            addressee=self._part(quote.addressee),
            verbatim=self._spans(quote.verbatim),
        )

    def _speaker(self, speaker: Speaker) -> Speaker:
        return replace(speaker, spans=self._spans(speaker.spans), text=self.words(speaker.text))

    def _part(self, part: Part | None) -> Part | None:
        return part and Part(self._spans(part.spans))
