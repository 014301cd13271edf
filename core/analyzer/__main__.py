"""`python -m core.analyzer`: an article as JSON on standard input, its analysis as JSON on standard output."""

import json
import sys

from core.analysis.serialise import analysis_to_dict
from core.analyzer.analyze import analyze
from core.articles.serialise import article_from_dict


def main() -> None:
    """Read the article, analyse it, and write the analysis."""
    article = article_from_dict(json.load(sys.stdin))
    json.dump(analysis_to_dict(analyze(article)), sys.stdout)


if __name__ == "__main__":
    main()
