"""Files of lines that are only ever added to, each with a check sum: a torn or damaged line is skipped."""

import zlib
from collections.abc import Iterable, Iterator

_SUM = 8
"""Hexadecimal digits of a check sum."""


def seal(content: bytes) -> bytes:
    """A line with its check sum before it; `content` holds no line end."""
    return b"%08x %b\n" % (zlib.crc32(content), content)


def sound_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The content of those lines of a file that are as they were written."""
    for line in lines:
        content = line[_SUM + 1 : -1]
        if (
            line[:_SUM] == b"%08x" % zlib.crc32(content)
            and line[_SUM : _SUM + 1] == b" "
            and line[-1:] == b"\n"
        ):
            yield content
