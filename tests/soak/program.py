"""`python -m tests.soak.program ARTICLE`: Lesart with caches that are soon full.

Those of Textual and Rich hold up to 16,384 entries, which takes 20,000 random keys and some 40 MiB that are no leak.
What still grows with at most 256 entries in each grows for another reason, a cache without a bound among them.
"""

import functools
import sys
from collections.abc import Callable
from typing import Any

MOST = 256
_lru_cache = functools.lru_cache


def _bounded(maxsize: int | Callable[..., Any] | None = 128, typed: bool = False) -> Any:
    return _lru_cache(min(maxsize, MOST) if isinstance(maxsize, int) else maxsize, typed)


if __name__ == "__main__":
    functools.lru_cache = _bounded
    from tui.cli import main

    sys.exit(main())
