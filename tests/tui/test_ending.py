"""Ends from outside."""

import os
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")

STUCK = """
import asyncio, os, signal, threading
from tui import ending

ending.LAST = 0.1

async def run():
    ending.EndFromOutside(lambda number: None).heed()
    held = threading.Lock()
    held.acquire()
    print("heeding", flush=True)
    held.acquire()  # As a program does whose terminal takes nothing more.

asyncio.run(run())
"""
IN_ORDER = """
import asyncio, os, signal
from tui import ending

ending.LAST = 1.0

async def run():
    told = asyncio.Future()
    end = ending.EndFromOutside(told.set_result)
    end.heed()
    print("heeding", flush=True)
    number = await told
    end.settle()
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    await asyncio.sleep(1.2)
    print("in order", number)

asyncio.run(run())
"""


def ended(program: str) -> tuple[int, str]:
    """How a program ends that is told to once it heeds it, and what it prints after that."""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "heeding\n"
        running.send_signal(signal.SIGTERM)
        rest = running.stdout.read()
    return running.returncode, rest


def test_a_program_that_is_stuck_ends_all_the_same() -> None:
    assert ended(STUCK) == (128 + signal.SIGTERM, "")


def test_a_program_that_ends_in_order_has_the_time_it_needs_for_the_rest() -> None:
    assert ended(IN_ORDER) == (0, f"in order {int(signal.SIGTERM)}\n")
