"""How a user names a source: an address, a path, or "-" for standard input."""

import contextlib
import re
from pathlib import Path, PurePath
from urllib.parse import unquote

from core.translation import N_, _

STANDARD_INPUT = "-"
MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
DOCUMENTS = (".pdf", ".epub", ".eml", ".emlx", ".mbox", ".mbx", ".mht", ".mhtml", ".webarchive")
"""Endings of other files that articles are read from."""
_BY_STANDARD_INPUT = N_("standard input")
_ID = re.compile("[0-9a-f]{6,64}")
_LONGEST_ADDRESS = 4000
"""Bytes."""
_NUMBERED = re.compile(r"(.+)#([1-9]\d{0,5})", re.DOTALL)


def is_address(source: str) -> bool:
    """Whether a source is a web address rather than a path."""
    return source[:8].casefold().startswith(("http://", "https://"))


def is_id(source: str) -> bool:
    """Whether a source may be the id of an article in the library, or its beginning: no file is called so."""
    return _ID.fullmatch(source) is not None and not Path(source).exists()


def takes_time(source: str) -> bool:
    """Whether reading a source may take too long for a screen to wait for it, as with web pages and books."""
    found = _NUMBERED.fullmatch(source)
    name = found[1] if found else source
    return is_address(source) or name.lower().endswith((*PAGES, *DOCUMENTS))


def spoken(source: str) -> str:
    """The source as sentences name it."""
    return _("standard input") if source == STANDARD_INPUT else source


def numbered(source: str, number: int) -> str:
    """The name of one article in a file of several, counted from 1: "book.epub#3"."""
    return f"{source}#{number}"


def without_number(source: str) -> tuple[str, int | None]:
    """The file that a source is in, and its number there; None for the file as a whole.

    A file that is really called like that is meant as a whole.
    """
    found = _NUMBERED.fullmatch(source)
    if found is None:
        return source, None
    with contextlib.suppress(OSError, ValueError):
        if not is_address(source) and Path(source).exists():
            return source, None
    return found[1], int(found[2])


def whole_path(source: str) -> str:
    """The source by which it is found from any folder: a file that is there by its whole path, all others as named."""
    if source == STANDARD_INPUT or is_address(source):
        return source
    name, number = without_number(source)
    with contextlib.suppress(OSError, ValueError):
        if Path(name).is_file():
            whole = str(Path(name).absolute())
            return whole if number is None else numbered(whole, number)
    return source


def as_typed(words: str) -> str:
    """The source meant by what was typed or pasted: without quotation marks, and https:// added to an address."""
    source = words.strip()
    if len(source) > 1 and source[0] == source[-1] and source[0] in "\"'":
        source = source[1:-1].strip()
    if source.casefold().startswith("file://"):
        source = unquote(source[len("file://") :])
    if source.startswith("~"):
        with contextlib.suppress(RuntimeError):
            source = str(Path(source).expanduser())
    return (
        f"https://{source}" if source.casefold().startswith("www.") and not Path(source).exists() else source
    )


def address_alone(data: bytes) -> str:
    """The address that is all some data hold; empty if they hold anything else."""
    words = data[: _LONGEST_ADDRESS + 1].split()
    source = as_typed(words[0].decode("utf-8", "replace")) if len(words) == 1 else ""
    return source if len(data) <= _LONGEST_ADDRESS and is_address(source) else ""


def outlet_of(source: str) -> str:
    """Who published what was read from a source, as far as that says: the host of an address, the name of a file."""
    if is_address(source):
        host = source.split("//", 1)[1].split("/", 1)[0].split("?", 1)[0].rsplit("@", 1)[-1].casefold()
        return host.removeprefix("www.")
    return _BY_STANDARD_INPUT if source == STANDARD_INPUT else PurePath(source.replace("\\", "/")).name


def outlet_words(outlet: str) -> str:
    """What `outlet_of` says, or a page says of itself, as it is shown: a name, but for standard input."""
    return _(outlet) if outlet == _BY_STANDARD_INPUT else outlet
