"""What the commands share: parsing arguments and reporting errors."""

import sys
from typing import TYPE_CHECKING

from tui.text import drawable

if TYPE_CHECKING:
    from argparse import ArgumentParser

FAILED = 1
SOURCES = "an address, a file (text, Markdown, web page, PDF, EPUB, mail), or - for standard input"
"""What the help of commands says about their sources."""


def parser(command: str, description: str, epilog: str = "") -> "ArgumentParser":
    """A parser whose help keeps the line breaks of `description` and `epilog`."""
    import argparse  # only here: an article that is opened without options does not wait for it

    return argparse.ArgumentParser(
        prog=command,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def complain(sentence: str) -> int:
    """Report an error on standard error; returns the exit status for it."""
    print(f"lesart: {drawable(sentence)}", file=sys.stderr)
    return FAILED


def inform(sentence: str) -> None:
    """Print a notice on standard error, if there is one; it is no error."""
    if sentence:
        print(f"lesart: {drawable(sentence)}", file=sys.stderr)
