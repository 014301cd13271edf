"""A program that writes the name of every key it is sent to a file: python -m tests.tui.keys.echo FILE."""

import sys
from pathlib import Path

from textual import events
from textual.app import App
from textual.screen import Screen


class Bare(Screen[None], inherit_bindings=False):
    """A screen that answers no key."""


class Echo(App[None], inherit_bindings=False):
    """Answers no key, and writes down each."""

    ENABLE_COMMAND_PALETTE = False

    def get_default_screen(self) -> Screen[None]:
        return Bare()

    def on_ready(self) -> None:
        self._write("ready")

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self._write(event.key)
        else:
            await super().on_event(event)

    def _write(self, word: str) -> None:
        with Path(sys.argv[1]).open("a", encoding="utf-8") as file:
            file.write(f"{word}\n")


if __name__ == "__main__":
    Echo().run()
