"""Drawing on a terminal that has gone away."""

import errno
import sys

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from tui.terminal_gone import LastingWriter, outlast_terminal


class Gone:
    """A terminal that takes so many writes, and then is not there any more."""

    def __init__(self, takes: int) -> None:
        self.takes, self.taken = takes, []

    def write(self, text: str) -> None:
        if len(self.taken) == self.takes:
            raise OSError(errno.EIO, "gone")
        self.taken.append(text)

    def flush(self) -> None:
        if len(self.taken) == self.takes:
            raise OSError(errno.EIO, "gone")

    def fileno(self) -> int:
        return 1


def test_what_is_drawn_on_a_terminal_that_is_gone_goes_nowhere_and_holds_up_nothing() -> None:
    file = Gone(takes=2)
    writer = LastingWriter(file)
    writer.start()
    for number in range(3 * MAX_QUEUED_WRITES):
        writer.write(str(number))
    writer.stop()
    assert file.taken == ["0", "1"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another driver")
def test_textuals_driver_draws_with_it(monkeypatch) -> None:
    from textual.drivers import linux_driver

    monkeypatch.setattr(linux_driver, "WriterThread", WriterThread)
    outlast_terminal(linux_driver.LinuxDriver, sys.modules)
    assert linux_driver.WriterThread is LastingWriter
