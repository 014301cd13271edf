"""End the process without tearing anything down: the system frees its memory at once, Python object by object.

With spaCy and a model loaded that is a sixth of the time of `lesart analyze` for a short article.
"""

import atexit
import os
import sys
import threading


def quick_exit(status: int) -> None:
    """End the process with that status, after all that is registered for its end and with all output written.

    Returns where it is for Python to end: while another thread is at work, or if output cannot be written.
    """
    current = threading.current_thread()
    if any(not thread.daemon for thread in threading.enumerate() if thread is not current):
        return
    atexit._run_exitfuncs()  # as the interpreter does it, each once and the last one first
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(status)
