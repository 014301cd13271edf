"""`python -m core.articles` reads a source, a JSON string, from standard input and writes its article as JSON."""

import json
import sys
from typing import Any

from core.articles.errors import SourceError
from core.articles.serialise import article_to_dict
from core.articles.sources import read_article


def main() -> None:
    """Read the source and write its article, or the reason why it cannot be read."""
    try:
        answer: dict[str, Any] = {"article": article_to_dict(read_article(json.load(sys.stdin)))}
    except SourceError as error:
        answer = {"error": str(error)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
