"""The keys of the text, which its widget brings along."""

from collections.abc import Iterable

from textual.binding import Binding

from tui.keymap.command import READ, Command
from tui.widgets.article import ArticleView


def commands() -> Iterable[Command]:
    """The keys of the text view, which binds them itself."""
    for binding in ArticleView.BINDINGS:
        if isinstance(binding, Binding) and binding.id:
            yield Command(
                binding.id,
                binding.key,
                binding.action,
                binding.description.lower(),
                binding.tooltip,
                "article",
                READ,
                palette=not binding.tooltip.startswith("While selecting"),
            )
