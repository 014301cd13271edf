"""Pages as Safari saves them: a property list with the page and all it consists of."""

import plistlib

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.files.saved_page import saved_page_article
from core.articles.source_names import spoken
from core.translation import _


def web_archive_articles(data: bytes, source: str) -> list[Article]:
    """The article on the main page of the archive. Raises SourceError."""
    try:
        main = plistlib.loads(data)["WebMainResource"]
        page = bytes(main["WebResourceData"])
        address = str(main.get("WebResourceURL", ""))
        charset = str(main.get("WebResourceTextEncodingName", ""))
    except Exception:  # plistlib raises whatever a damaged file leads it to
        raise SourceError(
            _("Cannot read {source}: it is not a page saved by Safari, or damaged.").format(
                source=spoken(source)
            )
        ) from None
    return [saved_page_article(page, source, address, charset)]
