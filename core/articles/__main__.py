"""`python -m core.articles` reads a source and writes its articles, or the reason why it cannot be read.

The question, on standard input, and the answer are JSON. The question names a source, and in "data" the file with what
was obtained from it, if that has been done already. What is read here stays within the limits of `limits`.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from core.articles import limits
from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.interpreting import articles_of
from core.articles.numbering import selected
from core.articles.obtaining import Obtained, obtain
from core.articles.source_names import without_number
from core.translation import language_of, use_language


def main() -> None:
    """Read the source and write its articles."""
    use_language(language_of(os.environ))  # the reason is for the user
    question: dict[str, str] = json.load(sys.stdin)
    limits.limit_memory()
    try:
        answer = limits.written(_read(question))
    except SourceError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": str(limits.too_large(question["source"]))}
    json.dump(answer, sys.stdout)


def _read(question: dict[str, Any]) -> list[Article]:
    name, number = without_number(question["source"])
    if "data" in question:
        found = Obtained(**{**question, "data": Path(question["data"]).read_bytes()})
    else:
        found = obtain(name)
    limits.start_clock()
    return selected(articles_of(found), name, number)


if __name__ == "__main__":
    main()
