"""Functions whose modules are imported only when they are needed, since they would slow down every start."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def late(name: str) -> Callable[..., Any]:
    """The function with a name such as "package.module:function"."""
    module, function = name.split(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
