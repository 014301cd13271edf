"""Files of lines that are only ever added to, each with a check sum: a torn or damaged line is skipped."""

import mmap
import zlib
from collections.abc import Iterator

_SUM = 8
"""Hexadecimal digits of a check sum."""

Bytes = bytes | mmap.mmap
"""Bytes in memory, or a file mapped into it."""


def seal(content: bytes) -> bytes:
    """A line with its check sum before it; `content` holds no line end."""
    return b"%08x %b\n" % (zlib.crc32(content), content)


def sound_lines(data: Bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """The lines that are as they were written: where the content of each begins, and the content."""
    while (end := data.find(b"\n", start)) >= 0:
        line = data[start:end]
        content = line[_SUM + 1 :]
        if line[_SUM : _SUM + 1] == b" " and line[:_SUM] == b"%08x" % zlib.crc32(content):
            yield start + _SUM + 1, content
        start = end + 1
