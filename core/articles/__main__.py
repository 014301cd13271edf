"""`python -m core.articles`: a source as a JSON string on standard input, its article as JSON on standard output."""

import json
import sys
from typing import Any

from core.articles.errors import SourceError
from core.articles.serialise import article_to_dict
from core.articles.sources import read_article


def main() -> None:
    """Read it, and write it or why it cannot be read."""
    try:
        answer: dict[str, Any] = {"article": article_to_dict(read_article(json.load(sys.stdin)))}
    except SourceError as error:
        answer = {"error": str(error)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
