"""Divide a plain text into blocks and classify them.

A plain text keeps nothing of the page but its line breaks, so every rule here goes by form: length, end punctuation,
neighbouring lines, and the few fixed phrases that newsrooms use for credits and teasers.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.articles.article import Block, BlockKind
from core.articles.captions import fold
from core.articles.datelines import with_datelines
from core.articles.turns import LABEL, with_turns
from core.articles.writer_credits import is_writer_credit
from core.text.quotation_marks import OUTER_CLOSING, OUTER_OPENING
from core.text.spans import Span, strip
from core.text.tables import either, listed

CREDIT = re.compile(rf"[(\[]?(?:©|(?:{either('credit')})s?\s?:)\s*\S")
BYLINE = re.compile(r"(?:Von|By)\s+[A-ZÄÖÜ][^.!?:]*$")
TEASERS = listed("teaser")
"""How lines begin that lead to other articles, in small letters."""
BULLETS = tuple("-*•‣▪◦·")
BLANK = re.compile(r"\s+\S")
NUMBER = re.compile(r"(\d{1,2})[.)]\s+\S")
SENTENCE_ENDS = tuple(".!?:;…")
BEHIND_END = OUTER_CLOSING + "'’‘)]"
"""What may follow the end of a sentence and belongs to it."""
SENTENCES = re.compile(rf"[.!?…][{re.escape(BEHIND_END)}]*\s+(?=[{OUTER_OPENING}'‚‘(]?[A-ZÄÖÜ])")

NAMED_BESIDE = re.compile(r"[–—]\s+\S|\([^()]+\)$")
"""Who said the quotation above, on a line of its own: "– Ida Morgen, Lotsin", "(Nils Otter, Hafenamt)"."""
PARTED = re.compile(r"[^\W\d_][-‐]$")
NEARLY_FULL = 0.75
"""Share of the width from which on a line that breaks off in a sentence was wrapped."""

HEADLINE_LENGTH = 160
_CALLED_LENGTH = 120
"""Characters of a headline of two sentences, the first of which calls out or asks: "Rente mit 69? Bäcker klagen"."""
SUBHEADING_LENGTH = 100
STANDFIRST_LENGTH = 220
"""Characters of what stands between the headline and the text, and is no whole sentence."""
CAPTION_LENGTH = 300
BYLINE_LENGTH = 90
CREDIT_LENGTH = 160
TEASER_LENGTH = 160
WRAPPED_WIDTH = 120
"""Characters; a text with longer lines was not wrapped by hand."""


def is_byline(words: str) -> bool:
    """Whether a credit names who wrote the article, not whose picture it shows."""
    return BYLINE.match(words) is not None or is_writer_credit(words)


def segment(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order and without overlap; white space between them belongs to no block."""
    spans = [part for span in paragraphs(text) for part in without_trailing_credit(span, text)]
    kinds = _kinds([text[start:end] for start, end in spans])
    blocks = [Block(kind, start, end) for kind, (start, end) in zip(kinds, spans, strict=True)]
    folded = fold(_with_captions_corrected(blocks), text)
    return tuple(with_turns(with_datelines(folded, text), text))


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends where `text` ends, apart from closing marks and brackets."""
    return text.rstrip(BEHIND_END).endswith(SENTENCE_ENDS)


def has_bullet(text: str, at: int = 0) -> bool:
    """Whether an item of a list begins at an offset: a bullet, a space, words."""
    return text.startswith(BULLETS, at) and BLANK.match(text, at + 1) is not None


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: separated by blank lines, or by line breaks that are not mere wrapping."""
    chunks = _chunks(text)
    width = _wrapped_width(text, chunks)
    spans: list[Span] = []
    for lines in chunks:
        start, end = line = lines[0]
        for following in lines[1:]:
            if not _is_wrapped(text, line, following, width):
                spans.append((start, end))
                start = following[0]
            end = following[1]
            line = following
        spans.append((start, end))
    return spans


def _chunks(text: str) -> list[list[Span]]:
    """The lines of the text, grouped by the blank lines between them."""
    chunks: list[list[Span]] = [[]]
    for match in re.finditer(r"[^\n]*(?:\n|$)", text):
        line = strip(match.span(), text)
        if line[0] < line[1]:
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [lines for lines in chunks if lines]


def _wrapped_width(text: str, chunks: Sequence[Sequence[Span]]) -> int | None:
    """The width at which a text was wrapped, or None if every line is a paragraph."""
    inner = [line for lines in chunks for line in lines[:-1]]
    width = max((end - start for lines in chunks if len(lines) > 1 for start, end in lines), default=0)
    broken = sum(1 for start, end in inner if not ends_sentence(text[start:end]))
    return width if width <= WRAPPED_WIDTH and 2 * broken > len(inner) else None


def _is_wrapped(text: str, line: Span, following: Span, width: int | None) -> bool:
    """Whether the break between two lines only kept a line short.

    A line that breaks off in a word, or before a small letter without the end of a sentence, never ends a paragraph.
    """
    open_ended = not ends_sentence(text[slice(*line)])
    if has_bullet(text, following[0]):
        return False
    if NUMBER.match(text, following[0]):
        # "… bis zum / 12. Dezember": a full line that breaks off in a sentence goes on with a day, not with an item.
        full = width is not None and line[1] - line[0] > NEARLY_FULL * width
        return open_ended and full and not NUMBER.match(text, line[0])
    if open_ended and (PARTED.search(text, *line) or text[following[0]].islower()):
        return True
    if width is None:
        return False
    length = line[1] - line[0]
    word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return length + 1 + len(word) > width or (open_ended and length > NEARLY_FULL * width)


def without_trailing_credit(span: Span, text: str) -> list[Span]:
    """Split a caption from the credit on the same line ("… in Kiel. Foto: A. Nord/dpa") into two spans."""
    start, end = span
    match = re.compile(r"\s(?=(?:Foto|Fotos|Bild|Photo|Credit)s?:\s*\S[^.!?]{0,80}\)?$)").search(
        text, start, end
    )
    if match is None or not text[start : match.start()].strip():
        return [span]
    return [strip((start, match.start()), text), strip((match.end(), end), text)]


def _kinds(texts: Sequence[str]) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    for index, text in enumerate(texts):
        following = texts[index + 1] if index + 1 < len(texts) else None
        before = kinds[-1] if kinds else None
        kinds.append(_kind(text, index, before, following, texts[index - 1] if index else None))
    return kinds


def _kind(
    text: str, index: int, before: BlockKind | None, following: str | None, preceding: str | None
) -> BlockKind:
    if _is_credit(text, index, before):
        return BlockKind.CREDIT
    if len(text) <= TEASER_LENGTH and is_teaser(text):
        return BlockKind.TEASER
    if has_bullet(text) or _is_numbered(text, preceding, following):
        return BlockKind.LIST_ITEM
    pictured = (
        following is not None and _is_credit(following, index + 1, None) and not is_writer_credit(following)
    )
    if pictured and _could_be_caption(text, index):
        return BlockKind.CAPTION
    open_ended = not ends_sentence(text)
    if following is not None and _could_be_headline(text, index, before, following):
        return BlockKind.HEADLINE
    if open_ended and following is not None and text == following:
        return BlockKind.CAPTION
    longest = STANDFIRST_LENGTH if index == 1 and before is BlockKind.HEADLINE else SUBHEADING_LENGTH
    if following is not None and _could_be_subheading(text, following, open_ended, longest):
        return BlockKind.SUBHEADING
    return BlockKind.PARAGRAPH


def _is_credit(text: str, index: int, before: BlockKind | None) -> bool:
    if len(text) <= CREDIT_LENGTH and CREDIT.match(text) and not SENTENCES.search(text):
        return True
    if index and is_writer_credit(text):
        return True
    near_top = index <= 3 and before in (BlockKind.HEADLINE, BlockKind.SUBHEADING)
    return near_top and len(text) <= BYLINE_LENGTH and BYLINE.match(text) is not None


def is_teaser(text: str) -> bool:
    """Whether a line begins like those that lead to other articles."""
    folded = text.casefold()
    return any(
        folded.startswith(lead) and not folded[len(lead) : len(lead) + 1].isalnum() for lead in TEASERS
    )


def _is_quoted(text: str) -> bool:
    return len(text) > 1 and text[0] in OUTER_OPENING + "‚" and text[-1] in OUTER_CLOSING + "‘"


def _is_numbered(text: str, preceding: str | None, following: str | None) -> bool:
    """Whether `text` is one of several numbered lines; on its own, "3. Oktober" and the like begin a sentence."""
    match = NUMBER.match(text)
    if match is None:
        return False
    number = int(match[1])
    neighbours = ((preceding, number - 1), (following, number + 1))
    return any(
        other and (near := NUMBER.match(other)) and int(near[1]) == wanted for other, wanted in neighbours
    )


def _could_be_caption(text: str, index: int) -> bool:
    """Whether a block directly before a credit could be a caption: a line, or one short sentence."""
    if len(text) > CAPTION_LENGTH or (
        index == 0 and len(text) <= SUBHEADING_LENGTH and not ends_sentence(text)
    ):
        return False
    return not ends_sentence(text) or len(SENTENCES.findall(text)) <= 1


def _could_be_headline(text: str, index: int, before: BlockKind | None, following: str) -> bool:
    first = index == 0 or (index == 1 and before is BlockKind.SUBHEADING)
    ends = [found.group()[0] for found in SENTENCES.finditer(text)]
    called = len(ends) == 1 and ends[0] in "!?" and len(text) <= _CALLED_LENGTH
    short = len(text) <= HEADLINE_LENGTH and (not ends or called)
    return first and short and not text.endswith((".", ":", ";", ",", "…")) and len(following) > 0


def _could_be_subheading(text: str, following: str, open_ended: bool, longest: int) -> bool:
    if len(text) > longest or text.endswith((",", "–", "-")):
        return False
    if LABEL.match(text) or NAMED_BESIDE.match(text):
        return False
    if text[0].islower() or len(following) <= len(text) // 2 or CREDIT.match(following):
        return False
    if open_ended:
        return not _is_quoted(text) or len(following) > 2 * len(text)
    return (
        text.endswith(("!", "?"))
        and len(text) <= 60
        and len(following) > 2 * len(text)
        and not _is_quoted(text)
    )


def _with_captions_corrected(blocks: list[Block]) -> list[Block]:
    """Turn subheadings directly before a caption or a credit into captions: they belong to the picture."""
    corrected = list(blocks)
    for index in range(len(corrected) - 2, 0, -1):
        if corrected[index].kind is BlockKind.SUBHEADING and corrected[index + 1].kind is BlockKind.CREDIT:
            corrected[index] = replace(corrected[index], kind=BlockKind.CAPTION)
    return corrected
