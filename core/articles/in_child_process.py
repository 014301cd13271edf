"""Read a source in a child process, so that the user interface stays responsive.

The code that extracts an article from a page takes a second to import and has to handle whatever a server sends. In a
process of its own it cannot block the screen, and it can be stopped at any moment.
"""

import json

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.serialise import MalformedError, article_from_dict
from core.child_process import ask_child

MODULE = "core.articles"


async def read_apart(source: str) -> Article:
    """Read the article at an address or in a file in a child process. Cancelling ends the child.

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
