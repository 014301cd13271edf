"""What the commands share: parsing arguments and reporting errors."""

import sys
from typing import TYPE_CHECKING

from core.translation import N_
from tui.text import drawable

if TYPE_CHECKING:
    from argparse import ArgumentParser

FAILED = 1
SOURCES = N_("an address, a file (text, Markdown, web page, PDF, EPUB, mail), or - for standard input")
IDS = N_("{sources}, or an id as lesart export --list shows them")
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


def typed(word: str) -> str:
    """Words from the command line as text: bytes that are not in the terminal's encoding are read as in a file."""
    if not any("\ud800" <= char <= "\udfff" for char in word):
        return word
    import os

    from core.articles.decoding import decode

    return decode(os.fsencode(word))


def print_json(data: object) -> None:
    """Write a value to standard output as JSON."""
    import json

    print_json_line(json.dumps(data, ensure_ascii=False, indent=2))


def print_json_line(written: str) -> None:
    """Write what is JSON already to standard output, made harmless where that is a terminal."""
    sys.stdout.write(f"{escaped(written) if sys.stdout.isatty() else written}\n")


def escaped(json: str) -> str:
    """JSON as it may reach a terminal: what has no picture, or turns a line around, as an escape sequence of JSON."""
    import re
    from unicodedata import category

    def escape(match: re.Match[str]) -> str:
        char = match[0]
        if not category(char).startswith("C"):
            return char
        units = char.encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))

    return re.sub("[^\n -~]", escape, json)


def complain(sentence: str) -> int:
    """Report an error on standard error; returns the exit status for it."""
    print(f"lesart: {drawable(sentence)}", file=sys.stderr)
    return FAILED


def inform(sentence: str) -> None:
    """Print a notice on standard error, if there is one; it is no error."""
    if sentence:
        print(f"lesart: {drawable(sentence)}", file=sys.stderr)
