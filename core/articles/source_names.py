"""How a reader names a source: an address, a path, or "-" for standard input."""

import contextlib
from pathlib import Path
from urllib.parse import unquote

STANDARD_INPUT = "-"
MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")


def is_address(source: str) -> bool:
    """Whether a source is an address on the web and no path."""
    return source[:8].casefold().startswith(("http://", "https://"))


def takes_time(source: str) -> bool:
    """Whether reading a source may take so long that a screen should not wait for it: web pages do."""
    return is_address(source) or source.lower().endswith(PAGES)


def as_typed(words: str) -> str:
    """The source that somebody meant who typed or pasted it: without quotation marks, an address with its https://."""
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
