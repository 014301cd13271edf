"""The panel of quotes: who said what, in which kind of speech, and how sure that is."""

from core.analysis import Actor, Analysis, Quote
from core.text.spans import text_of
from core.translation import N_, _
from tui.model.describe import KIND_COLOURS, UNCLEAR, named_speaker, perhaps, quote_sureness, speaker_sureness
from tui.model.speech import NOBODY, QUOTE_SIGNS, type_words
from tui.widgets.panel import Entry, Line, Panel, Row

DOUBT = "?"
"""The sign before a speaker who is not sure."""


class QuotesPanel(Panel):
    """Every quote in text order, or grouped by speaker."""

    NAME = N_("quotes")
    EMPTY = N_("Who said what is shown when the article has been read through.")
    ORDERS = ("order", "speaker")
    ORDER_WORDS = (N_("in order"), N_("by speaker"))

    _analysis: Analysis | None = None
    _text = ""
    _in_part = False

    def show_quotes(self, analysis: Analysis | None, text: str, *, in_part: bool = False) -> None:
        """Show the quotes of an analysis of `text`, or of a part of it."""
        self._analysis, self._text, self._in_part = analysis, text, in_part
        if analysis is None:
            self.show_rows(())
            return
        actors = {actor.id: actor for actor in analysis.actors}
        quotes = sorted(analysis.quotes, key=lambda quote: quote.spans[0])
        rows = [
            self._row(quote, actors.get(quote.speaker.actor or "") if quote.speaker else None)
            for quote in quotes
        ]
        if self.by == "speaker":
            rows = _together(rows)
        nobody = (
            _("No quotes yet: only a part has been read.")
            if in_part
            else _("Nobody is quoted in this article.")
        )
        self.show_rows(rows, nobody)

    def sort_by(self, by: str) -> None:
        """In the order of the text, or by speaker."""
        super().sort_by(by)
        self.show_quotes(self._analysis, self._text, in_part=self._in_part)

    def _row(self, quote: Quote, actor: Actor | None) -> Row:
        colour = KIND_COLOURS[actor.kind] if actor else "$faint"
        speaker, said = named_speaker(quote, actor), text_of(quote.spans, self._text)
        who = speaker
        if speaker_sureness(quote) == "likely":
            who = f"{DOUBT} {speaker}"
        elif quote.candidates and self._analysis is not None:
            who = f"{DOUBT} {perhaps(quote, self._analysis)}"
        sign = f"{QUOTE_SIGNS[quote.type]} "
        kind = type_words(quote.type)
        how = f"{kind}, {_(quote_sureness(quote))}"
        if self.by == "speaker":
            head: Line = ([(sign, "$faint"), (how, "$faint")], [])
            entry = Entry(
                quote.id,
                ([(sign, "$faint"), (said, "")], []),
                ([(how, "$faint")], []),
                whole=[(said, "")],
                head=head,
            )
            return Row(entry, f"{speaker} {said}", (kind,), speaker, f"bold {colour}")
        entry = Entry(
            quote.id,
            ([(sign, "$faint"), (who, colour)], [(how, "$faint")]),
            ([(said, "")], []),
            whole=[(said, "")],
            brief=[(_(quote_sureness(quote)), "$faint")],
        )
        return Row(entry, f"{who} {said}", (kind,))


def _together(rows: list[Row]) -> list[Row]:
    """The rows by group: who speaks most comes first, whoever spoke first among equals, nobody in particular last."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return [row for group in sorted(groups.values(), key=_rank) for row in group]


def _rank(group: list[Row]) -> tuple[bool, int]:
    return group[0].group in (_(NOBODY), _(UNCLEAR)), -len(group)
