"""What the commands share: how they parse their words and how they say that something went wrong."""

import argparse
import sys

from tui.text import drawable

FAILED = 1


def parser(command: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
    """A parser whose help keeps the line breaks of `description` and `epilog`."""
    return argparse.ArgumentParser(
        prog=command,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def complain(sentence: str) -> int:
    """Say on standard error what went wrong; returns the exit status for it."""
    print(f"lesart: {drawable(sentence)}", file=sys.stderr)
    return FAILED
