"""The reader, built up in steps: what it holds, how one goes about it, how one writes in it, and the screen."""

from tui.screens.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
