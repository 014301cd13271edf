"""Run the analysis in a child process, so that the user interface never waits for a language model.

Loading spaCy and a model holds Python's interpreter lock for long periods. A process of its own cannot block the
screen, can be stopped at any moment, and releases its memory when it ends.
"""

import json

from core.analysis.analysis import Analysis
from core.analysis.serialise import analysis_from_dict
from core.articles import Article
from core.articles.serialise import MalformedError, article_to_dict
from core.child_process import ask_child

MODULE = "core.analyzer"


class AnalysisError(Exception):
    """The analysis failed. The message is one sentence for the reader."""


async def analyze_apart(article: Article) -> Analysis:
    """Analyse an article in a child process. Cancelling ends the child. Raises AnalysisError."""
    reply = await ask_child(MODULE, article_to_dict(article))
    if reply.status:
        last = reply.complaints.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it gave no reason"]
        raise AnalysisError(f"The analysis failed: {last[0]}.")
    try:
        return analysis_from_dict(json.loads(reply.output))
    except (ValueError, MalformedError) as error:
        raise AnalysisError(f"The analysis came back damaged: {error}.") from None
