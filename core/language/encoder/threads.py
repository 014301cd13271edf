"""How many threads the encoder may use."""

import os

THREADS = "LESART_THREADS"
"""Variable of the environment with the most threads that a process may use for the model's arithmetic."""


def most_threads() -> int:
    """The value of `THREADS`; as many as there are processors where it is not set or no number."""
    value = os.environ.get(THREADS, "")
    return max(1, int(value)) if value.isdecimal() else os.cpu_count() or 1
