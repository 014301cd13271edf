"""Files of lines that are only ever added to, each with a check sum: a torn or damaged line is skipped."""

import zlib
from collections.abc import Iterable, Iterator

_SUM = b"%08x "
"""The check sum that a line begins with."""


def seal(content: bytes) -> bytes:
    """A line with its check sum before it; `content` holds no line end."""
    return b"%b%b\n" % (_SUM % zlib.crc32(content), content)


def sound_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The content of those lines of a file that are as they were written."""
    for line in lines:
        content = line[9:-1]
        if line.startswith(_SUM % zlib.crc32(content)) and line.endswith(b"\n"):
            yield content
