"""What reading one source may cost, and keeping to it: such a source is read in a child process."""

import json
import signal
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from typing import Any

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.serialise import MalformedError, article_from_dict, article_to_dict
from core.articles.source_names import spoken
from core.child_process import Reply
from core.translation import _

SECONDS = 20
"""Time that reading may take in all, once everything has arrived."""
_WORKING = 18
"""Seconds of it for the child process itself; the rest is for starting it and for taking over what it read."""
MEMORY = 340 << 20
"""Bytes of its own that the process may use; with the libraries it shares, it stays below 400 MB."""


def limit_memory() -> None:
    """Have a MemoryError raised when this process needs more than MEMORY, where the system can do that."""
    with suppress(ImportError, ValueError, OSError):
        resource = import_module("resource")  # not on every system
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def start_clock() -> None:
    """End this process when the time for one source is up, whatever it is doing."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, _WORKING)


def articles_in_reply(source: str, reply: Reply) -> list[Article]:
    """The articles that a child process wrote. Raises SourceError."""
    if hasattr(signal, "SIGALRM") and reply.status == -signal.SIGALRM:
        raise too_slow(source)
    try:
        answer = json.loads(reply.output)
        if "error" in answer:
            raise SourceError(str(answer["error"]))
        return [
            replace(article_from_dict(each["article"]), notice=str(each["notice"]))
            for each in answer["articles"]
        ]
    except (ValueError, KeyError, TypeError, MalformedError):
        raise SourceError(
            _("Cannot read {source}: reading it broke off; the file may be damaged.").format(
                source=spoken(source)
            )
        ) from None


def written(articles: list[Article]) -> dict[str, Any]:
    """The answer that `articles_in_reply` reads."""
    return {"articles": [{"article": article_to_dict(each), "notice": each.notice} for each in articles]}


def too_slow(source: str) -> SourceError:
    """The error for a source that takes too much time."""
    return SourceError(
        _(
            "Cannot read {source}: it would take longer than {seconds} seconds; give a smaller part of it."
        ).format(source=spoken(source), seconds=SECONDS)
    )


def too_large(source: str) -> SourceError:
    """The error for a source that takes too much memory."""
    return SourceError(
        _(
            "Cannot read {source}: it would take more than 400 MB of memory; give a smaller part of it."
        ).format(source=spoken(source))
    )
