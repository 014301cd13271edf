"""Halves of characters (lone surrogates), which a text can hold in memory and no file in UTF-8 can."""

import re

SURROGATE = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """`text` with a replacement character for each half of a character, so that offsets stay valid."""
    return SURROGATE.sub("\ufffd", text)
