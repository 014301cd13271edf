"""Quote a passage with its source: its words, the speaker, and where they were published."""

import re

from core.articles import Article, Publication
from core.exchange.characters import harmless, one_line
from core.text.quotation_marks import OUTER_CLOSING, OUTER_OPENING
from core.text.tables import either

_BODY = re.compile(rf"\b(?:{either('no_author')})\b", re.IGNORECASE)


def is_body(name: str) -> bool:
    """Whether an author is a body, such as "Redaktion Küste", which has no surname."""
    return _BODY.search(name) is not None


def cite(words: str, article: Article, speaker: str = "") -> str:
    """The words in quotation marks, and below them the speaker, the title, and where and when the article stood.

    White space is flattened, but paragraphs stay separate. Words already in quotation marks get no second pair.
    """
    paragraphs = [one_line(each) for each in words.split("\n\n")]
    passage = "\n\n".join(each for each in paragraphs if each)
    if not (passage.startswith(tuple(OUTER_OPENING)) and passage.endswith(tuple(OUTER_CLOSING))):
        passage = f"„{passage}“"
    about = article.publication or Publication()
    title = one_line(article.title)
    where = about.address or article.source
    origin = [
        one_line(speaker),
        f"in: {title}" if title else "",
        one_line(about.site),
        about.published,
        _source(where),
    ]
    return f"{passage}\n— {', '.join(part for part in origin if part)}"


def _source(source: str) -> str:
    """The source of an article in a form fit for others: a file by its name, without its folders."""
    source = harmless(source)
    if source == "-":
        return ""
    return source if "://" in source else source.replace("\\", "/").rsplit("/", 1)[-1]
