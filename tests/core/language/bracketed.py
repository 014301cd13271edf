"""Documents with hand-made names: "[PER Ada Lind] sagte …" becomes a Doc in which Ada Lind is an entity."""

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.articles.article import Block, BlockKind
from core.language.document import make_doc

_BRACKET = re.compile(r"\[(PER|LOC|ORG|MISC|DATE|QUANTITY) ([^\]]+)\]")


@cache
def rules_pipeline(language: str = "de") -> Language:
    """A pipeline with the rule components and no model."""
    nlp = spacy.blank(language)
    nlp.add_pipe("lesart_sentences")
    nlp.add_pipe("lesart_quotes")
    return nlp


def unbracket(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without brackets, and the names in it as (start, end, label)."""
    text, names, last = "", [], 0
    for match in _BRACKET.finditer(marked):
        text += marked[last : match.start()]
        names.append((len(text), len(text) + len(match.group(2)), match.group(1)))
        text += match.group(2)
        last = match.end()
    return text + marked[last:], names


def paragraph_blocks(text: str) -> tuple[Block, ...]:
    """One paragraph a line; a line that begins with "Foto:" is a credit, one with "Bild zeigt" a caption."""
    blocks, start = [], 0
    for line in text.split("\n"):
        kind = BlockKind.PARAGRAPH
        if line.startswith("Foto:"):
            kind = BlockKind.CREDIT
        elif line.startswith("Bild zeigt"):
            kind = BlockKind.CAPTION
        if line.strip():
            blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return tuple(blocks)


def read(marked: str, language: str = "de") -> Doc:
    """The document of a bracketed text, with sentences and quotations."""
    text, names = unbracket(marked)
    nlp = rules_pipeline(language)
    doc = make_doc(nlp, text, paragraph_blocks(text))
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in names]
    doc.ents = tuple(span for span in spans if span is not None)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def said(marked: str, language: str = "de") -> list[tuple[str, str, str, str]]:
    """Every quotation of a bracketed text as (type, words, speaker, cue); parts of one are joined by " … "."""
    doc = read(marked, language)

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(doc.text[start:end] for start, end in spans)

    return [
        (finding.type.value, words(finding.spans), words(finding.speaker), words(finding.cue))
        for finding in doc._.findings
    ]
