"""Take the bytes of a file or of standard input, within limits."""

import os
import re
import select
import stat
import sys
import time
from pathlib import Path

from core.articles.errors import SourceError
from core.articles.source_names import STANDARD_INPUT, spoken
from core.system_errors import cause
from core.translation import _

LARGEST = 50 << 20
"""Bytes of a source."""
PATIENCE = 20.0
"""Seconds that another program may take to write an article into a pipe."""
_PIECE = 1 << 20

_WEB_LIKE = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?/", re.IGNORECASE)
"""What may have been meant as an address."""


def contents(source: str) -> bytes:
    """All bytes of a file, a named pipe, or standard input for "-". Raises SourceError; reads at most LARGEST."""
    if source == STANDARD_INPUT:
        if sys.stdin is None:
            raise SourceError(_("Cannot read standard input: it is closed; give a file instead."))
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        data = _of_file(source)
    if len(data) > LARGEST:
        raise SourceError(
            _("Cannot read {source}: it is larger than {size} MB, and no article is.").format(
                source=spoken(source), size=LARGEST >> 20
            )
        )
    return data


def _of_file(source: str) -> bytes:
    if not source:
        raise SourceError(_("A name is empty; give a file or an address."))
    path = Path(source)
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise SourceError(
                _("Cannot read {source}: it is a folder; give a file in it.").format(source=source)
            )
        if stat.S_ISFIFO(kind):
            return _of_pipe(path, source)
        if not stat.S_ISREG(kind):
            raise SourceError(
                _(
                    "Cannot read {source}: it is a device and no file; give a file, or - for standard input."
                ).format(source=source)
            )
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        missing = (
            _("Cannot find {source}: check the path, or begin an address with https://.")
            if _WEB_LIKE.match(source)
            else _("Cannot find {source}: check the path.")
        )
        raise SourceError(missing.format(source=source)) from None
    except PermissionError:
        raise SourceError(
            _("Cannot read {source}: you have no permission to.").format(source=source)
        ) from None
    except (OSError, ValueError) as error:
        reason = cause(error)
        raise SourceError(_("Cannot read {source}: {reason}.").format(source=source, reason=reason)) from None


def _of_pipe(path: Path, source: str) -> bytes:
    """What another program writes into a pipe; opened so that a pipe without a writer does not block."""
    end = time.monotonic() + PATIENCE
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    data = bytearray()
    try:
        while len(data) <= LARGEST:
            left = end - time.monotonic()
            ready, *_others = select.select([descriptor], [], [], max(0, left))
            if not ready or left <= 0:
                raise SourceError(
                    _("Cannot read {source}: nothing is written into this pipe; give a file instead.").format(
                        source=source
                    )
                )
            try:
                piece = os.read(descriptor, _PIECE)
            except BlockingIOError:
                continue
            if piece:
                data += piece
            elif data:
                break
            else:
                time.sleep(0.05)  # Nobody has opened the other end yet, or it was closed without a word.
        return bytes(data)
    finally:
        os.close(descriptor)
