"""What a source says of an article: who published it, and which other sources are the same."""

from pathlib import PurePath

from core.articles.source_names import STANDARD_INPUT, is_address
from core.library.index.terms import sound


def outlet_of(source: str) -> str:
    """Who published what was read from a source, as far as that says: the host of an address, the name of a file."""
    if is_address(source):
        host = source.split("//", 1)[1].split("/", 1)[0].split("?", 1)[0].rsplit("@", 1)[-1].casefold()
        return host.removeprefix("www.")
    return "standard input" if source == STANDARD_INPUT else PurePath(source.replace("\\", "/")).name


def plain_address(source: str) -> str:
    """An address without what makes no difference; any other source as it is."""
    if not is_address(source):
        return sound(source)
    from core.articles.web.addresses import tidy

    try:
        return sound(tidy(source).split("//", 1)[1].removeprefix("www.").rstrip("/"))
    except ValueError:
        return sound(source)
