"""The panel of quotes: who said what, and in which kind of speech."""

from core.analysis import Analysis, Quote
from core.spans import text_of
from tui.widgets.panel import Entry, Panel
from tui.words import KIND_COLOURS, QUOTE_SIGNS, speaker_words


class QuotesPanel(Panel):
    """Every quote in the order of the text."""

    NAME = "quotes"
    EMPTY = "Who said what is shown when the article has been read through."

    def show_quotes(self, analysis: Analysis | None, text: str) -> None:
        """Show the quotes of an analysis of `text`."""
        if analysis is None:
            self.show_entries((), "")
            return
        quotes = sorted(analysis.quotes, key=lambda quote: quote.spans[0])
        entries = [self._entry(quote, analysis, text) for quote in quotes]
        self.show_entries(
            entries, f"{len(entries)} · in order" if entries else "", "Nobody is quoted in this article."
        )

    def _entry(self, quote: Quote, analysis: Analysis, text: str) -> Entry:
        actor = analysis.actor(quote.speaker.actor) if quote.speaker else None
        colour = KIND_COLOURS[actor.kind] if actor else "$faint"
        kind = quote.type.value.replace("-", " ")
        return Entry(
            quote.id,
            (
                [(f"{QUOTE_SIGNS[quote.type]} ", "$faint"), (speaker_words(quote, analysis), colour)],
                [(kind, "$faint")],
            ),
            ([(text_of(quote.spans, text), "")], []),
        )
