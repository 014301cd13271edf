"""Make the spaCy document that the pipeline's components read from an article."""

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.articles.article import Block
from core.language.sentences import BLOCKS
from core.text.surrogates import whole

if not Doc.has_extension("blocks"):
    Doc.set_extension("blocks", default=())

DATELINE = "dateline"
"""Label of the text before a report's first sentence: "Berlin (dpa) – "."""

_PARSING = frozenset(("parser", "senter"))
"""spaCy's components that set sentence starts, and keep those that are set."""
_LONG_RUN = re.compile(r"\S{200,}")
_PIECE = re.compile(r"\w{1,60}|[^\w\s]|\s+")
_WORDS = re.compile(r"\S+|\s+")


def make_doc(nlp: Language, text: str, blocks: Sequence[Block]) -> Doc:
    """Tokenise a text and set its blocks as the span group "blocks", labelled by kind; a dateline is one of its own.

    The blocks themselves are kept in `doc._.blocks`.

    A pipeline that parses gets sentence starts at the beginnings of blocks, since no sentence crosses a block boundary.
    The time is linear in the text; spaCy's tokenizer is not linear on long runs without a space, so those are split.
    """
    text = whole(text)  # spaCy cannot encode halves of characters
    doc = nlp.tokenizer(text) if not _LONG_RUN.search(text) else _with_long_runs(nlp, text)
    spans = set_blocks(doc, blocks)
    if not _PARSING.isdisjoint(nlp.pipe_names):
        for span in spans:
            doc[span.start].is_sent_start = True
    return doc


def set_blocks(doc: Doc, blocks: Sequence[Block]) -> list[Span]:
    """Set the span group "blocks" of a document that has been tokenised, and return the spans."""
    spans = _block_spans(doc, blocks)
    doc.spans[BLOCKS] = spans
    doc._.blocks = blocks
    return spans


def _with_long_runs(nlp: Language, text: str) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    for match in _WORDS.finditer(text):
        run = match.group()
        if run.isspace():
            if run[0] == " " and words and not spaces[-1]:
                spaces[-1], run = True, run[1:]
            if run:
                words.append(run)
                spaces.append(False)
        elif len(run) < 200:
            words.extend(token.text for token in nlp.tokenizer(run))
            spaces.extend([False] * (len(words) - len(spaces)))
        else:
            words.extend(piece for piece in _PIECE.findall(run))
            spaces.extend([False] * (len(words) - len(spaces)))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _block_spans(doc: Doc, blocks: Sequence[Block]) -> list[Span]:
    spans: list[Span] = []
    for block in blocks:
        start = block.start
        if block.dateline is not None and block.start < block.dateline < block.end:
            _append(spans, doc, block.start, block.dateline, DATELINE)
            start = block.dateline
        _append(spans, doc, start, block.end, block.kind.value)
    return spans


def _append(spans: list[Span], doc: Doc, start: int, end: int, label: str) -> None:
    """Add a block as whole tokens; a token that reaches over the edge of two blocks stays with the first."""
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    if span is None:
        return
    first = max(span.start, spans[-1].end) if spans else span.start
    while first < span.end and doc[first].is_space:
        first += 1
    last = span.end
    while last > first and doc[last - 1].is_space:
        last -= 1
    if first < last:
        spans.append(Span(doc, first, last, label=label))
