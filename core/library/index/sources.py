"""Which sources of an article are the same."""

from core.articles.source_names import is_address
from core.library.index.terms import sound


def plain_address(source: str) -> str:
    """An address without what makes no difference; any other source as it is."""
    if not is_address(source):
        return sound(source)
    from core.articles.web.addresses import tidy

    try:
        return sound(tidy(source).split("//", 1)[1].removeprefix("www.").rstrip("/"))
    except ValueError:
        return sound(source)
