"""CoNLL-2003: one token per line with its IOB2 tag, a blank line after each sentence, "-DOCSTART-" before each article.

The columns are those of the shared task (Tjong Kim Sang and De Meulder 2003): token, part of speech, chunk, name. The
two in the middle are not available and contain "-X-", as in that corpus before each document.
"""

from collections.abc import Iterator, Sequence

from core.exchange.characters import utf8
from core.exchange.formats import Written
from core.exchange.reading import Reading
from core.exchange.research.tokens import left_out, name_spans, tokenise

START = "-DOCSTART-"


def write(readings: Sequence[Reading]) -> Written:
    """All articles in one file."""
    lines: list[str] = []
    remarks: list[str] = []
    for reading in readings:
        lines += [f"{START} -X- -X- O", ""]
        tokens = tokenise(reading)
        spans, skipped = name_spans(reading, tokens)
        remarks += left_out(reading, skipped)
        tags = {
            number: (span.start == number, span.label_)
            for span in spans
            for number in range(span.start, span.end)
        }
        for sentence in tokens.doc.sents:
            rows = list(_rows([(token.i, token.text) for token in sentence if not token.is_space], tags))
            if rows:
                lines += [*rows, ""]
    return Written({".conll": utf8("\n".join(lines) + "\n")}, tuple(remarks))


def _rows(tokens: Sequence[tuple[int, str]], tags: dict[int, tuple[bool, str]]) -> Iterator[str]:
    """The lines of one sentence; a name that crosses its start begins anew."""
    inside = False
    for number, text in tokens:
        first, label = tags.get(number, (True, ""))
        tag = f"{'I' if inside and not first else 'B'}-{label}" if label else "O"
        inside = bool(label)
        yield f"{_word(text)} -X- -X- {tag}"


def _word(token: str) -> str:
    """A token in a form valid in a column: without spaces, and not mistakable for the start of a document."""
    word = "_".join(token.split()) or "_"
    return word.strip("-") if word == START else word
