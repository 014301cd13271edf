"""The articles in a mailbox (mbox): one for each mail that holds text."""

import re
from contextlib import suppress

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.files.messages import message_article
from core.articles.source_names import spoken
from core.translation import _

_BEGINNING = re.compile(rb"(?:\A|(?<=\n))From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n(?=[!-9;-~]+:)")
_QUOTED = re.compile(rb"(?m)^>(>*From )")


def mailbox_articles(data: bytes, source: str) -> list[Article]:
    """The article in each mail, in order; mails without text are left out. Raises SourceError if all are."""
    beginnings = list(_BEGINNING.finditer(data))
    starts = [match.end() for match in beginnings] or [
        0
    ]  # Without any, the file is a mail under another name.
    ends = [*[match.start() for match in beginnings][1:], len(data)]
    articles: list[Article] = []
    for start, end in zip(starts, ends, strict=True):
        with suppress(SourceError):
            articles.append(message_article(_QUOTED.sub(rb"\1", data[start:end]), source))
    if not articles:
        raise SourceError(
            _("Nothing to read in {source}: the mailbox holds no mail with text.").format(
                source=spoken(source)
            )
        )
    return articles
