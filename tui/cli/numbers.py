"""Numbers as they are typed."""

from argparse import ArgumentTypeError

from core.translation import _


def at_least_one(word: str) -> int:
    """A number of things to show. Raises the error of argparse for one that shows none."""
    if not word.isdecimal() or not int(word):
        raise ArgumentTypeError(_("“{word}” is no number from 1 on").format(word=word))
    return int(word)
