"""Unpack what a server sent compressed, as it arrives."""

import zlib


class CutShortError(Exception):
    """The compressed data ended before its end: what came out is only a part."""


class Unpacker:
    """Unpacks gzip (all its members) or deflate, piece by piece, and never more than it is asked for."""

    def __init__(self, deflate: bool) -> None:
        self._stream = zlib.decompressobj(47)  # gzip or zlib, whichever it is
        self._may_be_raw = deflate
        self._begun = False

    def unpack(self, piece: bytes, most: int) -> bytes:
        """What `piece` adds, at most about `most` bytes. Raises zlib.error for damaged data."""
        unpacked = b""
        while piece and len(unpacked) < most:
            if self._stream.eof:
                if not piece.startswith(b"\x1f"):
                    break  # Padding behind the last member.
                self._stream = zlib.decompressobj(47)
            try:
                unpacked += self._stream.decompress(piece, most - len(unpacked))
            except zlib.error:
                if self._begun or not self._may_be_raw:
                    raise
                self._stream = zlib.decompressobj(-15)  # Some servers send "deflate" without its header.
                unpacked += self._stream.decompress(piece, most)
            self._begun = True
            piece = self._stream.unused_data
        return unpacked

    def finish(self) -> None:
        """Raises CutShortError unless the data was complete."""
        if self._begun and not self._stream.eof:
            raise CutShortError
