"""Quote a passage with its source: its words, the speaker, and where they were published."""

import re

from core.articles import Article, Publication
from core.articles.source_names import is_address
from core.exchange.characters import harmless, one_line
from core.text.quotation_marks import OUTER_CLOSING, OUTER_OPENING
from core.text.tables import either
from core.translation import _

_BODY = re.compile(rf"\b(?:{either('no_author')})\b", re.IGNORECASE)


def is_body(name: str) -> bool:
    """Whether an author is a body, such as "Redaktion Küste", which has no surname."""
    return _BODY.search(name) is not None


def cite(words: str, article: Article, speaker: str = "", retrieved: str = "") -> str:
    """The words in quotation marks, and below them the speaker, author and title, and where and when the article stood.

    A page from the web has the day on which it was `retrieved`, given as ISO 8601, as pages change.
    White space is flattened, but paragraphs stay separate. Words already in quotation marks get no second pair.
    """
    paragraphs = [one_line(each) for each in words.split("\n\n")]
    passage = "\n\n".join(each for each in paragraphs if each)
    if not (passage.startswith(tuple(OUTER_OPENING)) and passage.endswith(tuple(OUTER_CLOSING))):
        passage = f"„{passage}“"
    about = article.publication or Publication()
    title = one_line(article.title)
    authors = one_line(", ".join(about.authors))
    where = about.address or article.source
    day = _("retrieved {day}").format(day=retrieved[:10]) if retrieved and is_address(where) else ""
    origin = [
        one_line(speaker),
        f"in: {': '.join(filter(None, (authors, title)))}" if authors or title else "",
        one_line(about.site),
        about.published,
        _source(where),
        day,
    ]
    return f"{passage}\n— {', '.join(part for part in origin if part)}"


def _source(source: str) -> str:
    """The source of an article in a form fit for others: a file by its name, without its folders."""
    source = harmless(source)
    if source == "-":
        return ""
    return source if "://" in source else source.replace("\\", "/").rsplit("/", 1)[-1]
