"""The analysis in a process of its own, so that a reader's keys never wait for a language model.

Loading spaCy and a model holds Python's interpreter lock for long stretches; in a process apart it cannot stall the
screen, it can be stopped at any moment, and its memory is given back when it ends.
"""

import asyncio
import json
import sys

from core.analysis.analysis import Analysis
from core.analysis.serialise import analysis_from_dict
from core.articles import Article
from core.articles.serialise import MalformedError, article_to_dict

MODULE = "core.analysis"


class AnalysisError(Exception):
    """The analysis could not be made. The message is one sentence for the reader."""


async def analyze_apart(article: Article) -> Analysis:
    """The analysis of an article, made by a child process. Cancelling ends the child. Raises AnalysisError."""
    # -P keeps the folder the reader happens to be in from lending its own "core" to the child.
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        MODULE,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        output, complaints = await child.communicate(json.dumps(article_to_dict(article)).encode("ascii"))
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode:
        last = complaints.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it gave no reason"]
        raise AnalysisError(f"The analysis failed: {last[0]}.")
    try:
        return analysis_from_dict(json.loads(output))
    except (ValueError, MalformedError) as error:
        raise AnalysisError(f"The analysis came back damaged: {error}.") from None
