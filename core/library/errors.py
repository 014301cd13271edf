"""What can go wrong with the library, said in one sentence each."""

import errno
from pathlib import Path

from core.system_errors import cause
from core.translation import _

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


class LibraryError(Exception):
    """Something was not kept or could not be read. Its text is one sentence for the reader."""


class NewerFormatError(LibraryError):
    """A file was written by a newer Lesart than this one; it is left as it is."""


def shown(path: Path) -> str:
    """A path as it may be printed: what is no printable character becomes a replacement character."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in str(path))


def explain(error: OSError, path: Path) -> LibraryError:
    """What an operating system error met while writing `path` means to the reader."""
    if error.errno in _FULL:
        return LibraryError(
            _(
                "The disk is full, so nothing was saved in {parent}: make room and save again; what was "
                "saved before is unharmed."
            ).format(parent=shown(path.parent))
        )
    if error.errno in _FORBIDDEN:
        return LibraryError(
            _(
                "The library folder {parent} cannot be written, so nothing was saved: change its "
                "permissions, or set LESART_HOME to another folder."
            ).format(parent=shown(path.parent))
        )
    reason = cause(error)
    return LibraryError(
        _("The library file {path} could not be written, so nothing was saved ({reason}).").format(
            path=shown(path), reason=reason
        )
    )
