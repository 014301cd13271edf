"""What Lesart reads and knows: articles, their language, the analysis, annotations and the library. No terminal."""

import os
from importlib import import_module
from typing import TYPE_CHECKING

from core.lean_spacy import leave_out_command_line

if TYPE_CHECKING:
    from core.api import Read, analyze

__all__ = ["Read", "analyze"]

# The matrices of the German pipeline are small: threads of the linear algebra library would only wait for each other,
# and on a busy machine a hundred times as long as the work takes. It must be said before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Official builds of onnxruntime tell their maker of each run and keep an id of the device in the user's cache, from its
# import on. Said here it holds for whatever is imported later, and for every child process.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

leave_out_command_line()


def __getattr__(name: str) -> object:
    """`core.analyze` and `core.Read`, which bring spaCy, are imported when they are asked for."""
    if name in ("Read", "analyze"):
        return getattr(import_module("core.api"), name)
    raise AttributeError(f"module 'core' has no attribute {name!r}")
