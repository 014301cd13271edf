"""Where a reader left off in each article: a small file each, which the first paint reads before all else."""

import contextlib
from pathlib import Path

from core.library import durable_files
from core.library.errors import LibraryError

_POSITION = "position"


def load(path: Path) -> int:
    """The position in a file, a code point offset; 0 when it is not known."""
    try:
        content = path.read_bytes()
    except OSError:
        return 0
    from core.library.file_format import UnsoundError, unpack

    try:
        offset = unpack(_POSITION, content)[_POSITION]["1"]["offset"]
    except (LookupError, UnsoundError, LibraryError):
        return 0
    return offset if type(offset) is int and offset > 0 else 0


def keep(path: Path, offset: int) -> None:
    """Remember a position if that can be done; does not wait for the disk."""
    from core.library.file_format import pack

    content = pack(_POSITION, {_POSITION: {"1": {"offset": offset}}})
    with contextlib.suppress(OSError):
        durable_files.write(path, content, durable=False)
