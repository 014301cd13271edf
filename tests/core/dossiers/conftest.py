"""The library of these tests is that of the library's own."""

from tests.core.library.conftest import folder, library, quick

__all__ = ["folder", "library", "quick"]
