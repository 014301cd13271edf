"""Reading a source in a process of its own, so that nobody's keys wait for a page.

What tells an article on a page takes a second to import and works on whatever a server sends; in a process apart it
cannot stall the screen, and leaves off the moment its reader does.
"""

import json

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.serialise import MalformedError, article_from_dict
from core.child_process import ask_child

MODULE = "core.articles"


async def read_apart(source: str) -> Article:
    """The article at an address or in a file, read by a child process. Cancelling ends the child.

    Raises SourceError.
    """
    reply = await ask_child(MODULE, source)
    try:
        answer = json.loads(reply.output)
        if "error" in answer:
            raise SourceError(str(answer["error"]))
        return article_from_dict(answer["article"])
    except (ValueError, KeyError, TypeError, MalformedError):
        raise SourceError(f"Cannot read {source}: reading it broke off; try again.") from None
