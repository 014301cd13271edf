"""Where articles come from: files, standard input."""

import sys
from pathlib import Path

from core.articles.article import Article
from core.articles.blocks import segment
from core.articles.decoding import UndecodableError, decode
from core.articles.titles import title_of

STANDARD_INPUT = "-"
MARKDOWN = (".md", ".markdown")


class SourceError(Exception):
    """A source could not be read. The message is one sentence that names it and says what to do."""


def read_article(source: str) -> Article:
    """The article in a file, or on standard input for "-". Raises SourceError where there is none to be had."""
    data = _bytes(source)
    name = "standard input" if source == STANDARD_INPUT else source
    try:
        text = decode(data)
    except UndecodableError as error:
        raise SourceError(f"Cannot read {name}: {error}; give a text or Markdown file.") from None
    if not text.strip():
        raise SourceError(f"Nothing to read in {name}: it is empty.")
    return (
        markdown_article(text, source) if source.lower().endswith(MARKDOWN) else plain_article(text, source)
    )


def plain_article(text: str, source: str) -> Article:
    """The article in a plain text, whose offsets are those of the text as given (see `decoding.normalise`)."""
    blocks = segment(text)
    return Article(source, text, blocks, "und", title_of(text, blocks))


def markdown_article(markdown: str, source: str) -> Article:
    """The article that a Markdown text says; offsets refer to the rendered text, without the marks."""
    from core.articles.markdown import from_markdown  # the parser is a good part of the start-up time

    text, blocks = from_markdown(markdown)
    return Article(source, text, blocks, "und", title_of(text, blocks))


def _bytes(source: str) -> bytes:
    if source == STANDARD_INPUT:
        if sys.stdin is None:
            raise SourceError("Cannot read standard input: it is closed; give a file instead.")
        return sys.stdin.buffer.read()
    path = Path(source)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"Cannot find {source}: check the path.") from None
    except IsADirectoryError:
        raise SourceError(f"Cannot read {source}: it is a folder; give a file in it.") from None
    except PermissionError:
        raise SourceError(f"Cannot read {source}: you have no permission to.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"Cannot read {source}: {reason}.") from None
