"""Run the analysis in a child process, so that the user interface never waits for a language model.

Loading spaCy and a model holds Python's interpreter lock for long periods. A process of its own cannot block the
screen, can be stopped at any moment, and releases its memory when it ends.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from core.analysis.analysis import Analysis
from core.analysis.serialise import analysis_from_dict
from core.articles import Article
from core.articles.serialise import MalformedError, article_to_dict
from core.child_process import Child, ask_child
from core.translation import _

MODULE = "core.analyzer"
PROGRESS = "progress "
"""What a line on the child's standard error begins with that says what share of an analysis is done."""
_HEAR: ContextVar[Callable[[float], None] | None] = ContextVar("hear", default=None)


class AnalysisError(Exception):
    """The analysis failed. The message is one sentence for the reader."""


@contextmanager
def hearing(hear: Callable[[float], None]) -> Iterator[None]:
    """Have `hear` told what share of an analysis is done, from 0 to 1, for all that begin in the block."""
    before = _HEAR.set(hear)
    try:
        yield
    finally:
        _HEAR.reset(before)


def tell_progress(share: float) -> None:
    """Tell whoever hears it what share of an analysis is done."""
    if (hear := _HEAR.get()) is not None:
        hear(share)


def _heard(line: bytes) -> bool:
    """Tell the progress that a line of the child is about; False if it is about something else."""
    if not line.startswith(PROGRESS.encode()):
        return False
    with suppress(ValueError):
        tell_progress(float(line.removeprefix(PROGRESS.encode())))
    return True


async def analyze_apart(article: Article) -> Analysis:
    """Analyse an article in a child process. Cancelling ends the child. Raises AnalysisError."""
    reply = await ask_child(MODULE, article_to_dict(article), _heard)
    if reply.status:
        last = reply.complaints.decode("utf-8", "replace").strip().splitlines()[-1:] or [
            _("it gave no reason")
        ]
        raise AnalysisError(_("The analysis failed: {last}.").format(last=last[0]))
    try:
        return analysis_from_dict(json.loads(reply.output))
    except (ValueError, MalformedError) as error:
        raise AnalysisError(_("The analysis came back damaged: {error}.").format(error=error)) from None


class PatientAnalyzer:
    """Analyses one article after the other in one child process, which gives way to whatever else is to be done."""

    def __init__(self) -> None:
        self._child = Child(MODULE, "--each")

    async def analyze(self, article: Article) -> Analysis | None:
        """The analysis of an article; None if it failed. Cancelling ends the child."""
        answer = await self._child.ask(article_to_dict(article))
        try:
            found = json.loads(answer or b"null")
            return analysis_from_dict(found) if found is not None else None
        except (ValueError, MalformedError):
            return None

    async def end(self) -> None:
        """End the child; the next article begins another."""
        await self._child.end()
