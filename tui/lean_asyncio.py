"""asyncio without TLS, which the reader's event loop never speaks.

Loading it takes a thirtieth of the time to the first paint. Python can be built without it, so asyncio does without
where there is none; what fetches pages and feeds speaks TLS by other means.
"""

import sys
from importlib import import_module


def leave_out_tls() -> None:
    """Import asyncio as where Python has no TLS; without effect where either is imported already."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # The documented way to have an import not find a module.
    try:
        import_module("asyncio")
    finally:
        del sys.modules["ssl"]
