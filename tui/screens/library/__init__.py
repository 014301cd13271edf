"""The library: every article, sorted, narrowed, searched, and what is done with them.

article_list (looked up as drawn) -> interface (the state) -> lister, finder, opener, filer (the keys) -> screen
"""

from tui.screens.library.screen import EMPTY, LibraryScreen

__all__ = ["EMPTY", "LibraryScreen"]
