"""Anchors: where an annotation belongs, given by position and words, and their form in files."""

from dataclasses import dataclass
from typing import Any

CONTEXT = 32
"""Characters of context kept on either side of an anchored passage."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation belongs: a position, the words there, and their context.

    Follows the TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model (2017), with offsets
    in code points and up to 32 characters of context.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Anchor":
        """The anchor of a passage of `text`. Raises ValueError if the passage is empty or outside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no passage {start}:{end} in a text of {len(text)} characters")
        return cls(
            start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        )


def anchor_to_dict(anchor: Anchor) -> dict[str, Any]:
    """The form of an anchor in files."""
    return {
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def anchor_from_dict(data: dict[str, Any]) -> Anchor:
    """The anchor from a file. Raises KeyError, TypeError or ValueError if the data is not an anchor."""
    anchor = Anchor(
        _whole(data["start"]),
        _whole(data["end"]),
        text_in(data["exact"]),
        text_in(data["prefix"]),
        text_in(data["suffix"]),
    )
    if not anchor.exact or anchor.end - anchor.start != len(anchor.exact):
        raise ValueError("the passage is not as long as its words")
    return anchor


def text_in(value: Any) -> str:
    """`value`, which must be a string. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def texts_in(values: Any) -> tuple[str, ...]:
    """`values`, which must be a list of strings. Raises TypeError."""
    if not isinstance(values, list):
        raise TypeError("list expected")
    return tuple(text_in(value) for value in values)


def _whole(value: Any) -> int:
    """`value`, which must be a non-negative integer."""
    if type(value) is not int or value < 0:
        raise TypeError("whole number expected")
    return value
