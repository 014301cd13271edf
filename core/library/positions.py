"""Where a reader left off in each article: a small file each, which the first paint reads before all else."""

import contextlib
from pathlib import Path

from core.library import durable_files
from core.library.errors import LibraryError

_POSITION = "position"


def files(folder: Path, key: str) -> tuple[Path, Path]:
    """Where the position in an article of a library is kept, and where the copy of that file is."""
    name = f"{key}.json"
    return folder / "positions" / name, folder / "backup" / "positions" / name


def load(path: Path, backup: Path | None = None) -> int:
    """The position in a file, a code point offset; 0 when it is not known.

    A file that is missing or damaged is stood in for by its `backup`.
    """
    for each in (path, backup):
        if each is not None and (offset := _read(each)) is not None:
            return offset
    return 0


def _read(path: Path) -> int | None:
    """The position in one file; None if it is not there or damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    from core.library.file_format import UnsoundError, unpack

    try:
        offset = unpack(_POSITION, content)[_POSITION]["1"]["offset"]
    except (LookupError, UnsoundError, LibraryError):
        return None
    return offset if type(offset) is int and offset >= 0 else None


def keep(path: Path, offset: int, backup: Path | None = None) -> None:
    """Remember a position, if that can be done, through a power cut as well; `backup` is a second copy."""
    from core.library.file_format import pack

    content = pack(_POSITION, {_POSITION: {"1": {"offset": offset}}})
    with contextlib.suppress(OSError):
        durable_files.write(path, content)
        if backup is not None:
            durable_files.write(backup, content, durable=False)
