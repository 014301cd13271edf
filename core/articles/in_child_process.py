"""Read a source in a child process, so that the user interface stays responsive and the costs stay within limits.

The code that extracts an article from a page takes a second to import and has to handle whatever a server sends. In a
process of its own it cannot block the screen, and it can be stopped at any moment.
"""

from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from core.articles.article import Article
from core.articles.limits import SECONDS, articles_in_reply, too_slow
from core.articles.numbering import first_of
from core.articles.obtaining import Obtained
from core.child_process import ask_child, ask_child_and_wait

MODULE = "core.articles"


async def read_apart(source: str) -> Article:
    """Read the article at an address or in a file in a child process, as `read_article` does.

    Cancelling ends the child. Raises SourceError.
    """
    return first_of(articles_in_reply(source, await ask_child(MODULE, {"source": source})))


def read_obtained_apart(found: Obtained) -> list[Article]:
    """The articles in what was obtained from a source, read in a child process that is handed the data as a file.

    Raises SourceError, also if more time or memory is needed than the limits allow.
    """
    with TemporaryDirectory(prefix="lesart-") as folder:
        path = Path(folder) / "data"
        path.write_bytes(found.data)
        about = asdict(replace(found, data=b""))
        reply = ask_child_and_wait(MODULE, {**about, "data": str(path)}, SECONDS)
    if reply is None:
        raise too_slow(found.source)
    return articles_in_reply(found.source, reply)
