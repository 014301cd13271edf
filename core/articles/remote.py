"""Reading a source in a process of its own, so that nobody's keys wait for a page.

What tells an article on a page takes a second to import and works on whatever a server sends; in a process apart it
cannot stall the screen, and leaves off the moment its reader does.
"""

import asyncio
import json
import sys

from core.articles.article import Article
from core.articles.serialise import MalformedError, article_from_dict
from core.articles.sources import SourceError

MODULE = "core.articles"


async def read_apart(source: str) -> Article:
    """The article at an address or in a file, read by a child process. Cancelling ends the child.

    Raises SourceError.
    """
    # -P keeps the folder the reader happens to be in from lending its own "core" to the child.
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        MODULE,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        output, _ = await child.communicate(json.dumps(source).encode("ascii"))
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    try:
        answer = json.loads(output)
        if "error" in answer:
            raise SourceError(str(answer["error"]))
        return article_from_dict(answer["article"])
    except (ValueError, KeyError, TypeError, MalformedError):
        raise SourceError(f"Cannot read {source}: reading it broke off; try again.") from None
