"""How a user names a source: an address, a path, or "-" for standard input."""

import contextlib
from pathlib import Path
from urllib.parse import unquote

STANDARD_INPUT = "-"
MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")


def is_address(source: str) -> bool:
    """Whether a source is a web address rather than a path."""
    return source[:8].casefold().startswith(("http://", "https://"))


def takes_time(source: str) -> bool:
    """Whether reading a source may take too long for a screen to wait for it, as with web pages."""
    return is_address(source) or source.lower().endswith(PAGES)


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
