"""Why a passage was recognised as a quote: the rule in words, its confidence, and the words it is based on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from core.analysis import Analysis, Part, Quote
from core.quotes import RULES
from core.text.spans import text_of
from core.translation import _
from tui.keymap import Keys, bindings
from tui.model.describe import speaker_sureness, speaker_words, sureness
from tui.model.speech import quoted, type_words
from tui.screens.sheets.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Hanging, Lines

NAMES = 12
"""Columns for what a line is about."""


class Reasons(Lines):
    """Pairs of a name and a sentence; the sentences are wrapped."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def lines(self, width: int) -> list[Content]:
        """Each name with its sentence beside it."""
        pairs = (Hanging(name.ljust(NAMES), words) for name, words in self._pairs)
        return [drawn for pair in pairs for drawn in pair.lines(width)]


def reasons(
    quote: Quote, analysis: Analysis, text: str, found: Analysis | None = None
) -> list[tuple[str, str]]:
    """Everything known about a quote, as pairs of a name and a sentence; `found` is what no reader has corrected."""
    kind, speaker = _corrected(quote, found)
    rule = RULES.get(quote.rule)
    facts = [
        (_("Kind"), _as_corrected(type_words(quote.type)) if kind else type_words(quote.type)),
        (_("Why"), _(rule.says) if rule else quote.rule),
        (_("How sure"), _trust(quote.confidence, _(sureness(quote.confidence)))),
        (_("Speaker"), _speaker(quote, analysis, is_corrected=speaker)),
        (_("Cue"), _part(quote.cue, text)),
        (_("Frame"), _part(quote.frame, text)),
        (_("Said to"), _part(quote.addressee, text)),
    ]
    return [(name, words) for name, words in facts if words]


def _corrected(quote: Quote, found: Analysis | None) -> tuple[bool, bool]:
    """Whether the reader said what kind of speech a quote is, and who speaks."""
    if found is None or quote.confidence < 1:
        return False, False
    was = next((each for each in found.quotes if each.id == quote.id), None)
    if was is None:
        return True, True
    is_other_kind = quote.type is not was.type
    is_certain = quote.speaker is None or quote.speaker.confidence == 1
    # Who was found, and was confirmed, is the same as before; only that it is certain now is new.
    is_confirmed = was.confidence < 1 and not is_other_kind
    return is_other_kind, is_certain and (is_confirmed or quote.speaker != was.speaker)


def _as_corrected(words: str) -> str:
    return _("{what}, as you corrected it").format(what=words)


def _trust(confidence: float, word: str) -> str:
    if confidence == 1:
        return word  # said by the reader
    words = _("{sure}; of 100 like this, about {n} are right")
    return words.format(sure=word, n=round(confidence * 100))


def _speaker(quote: Quote, analysis: Analysis, *, is_corrected: bool) -> str:
    name = speaker_words(quote, analysis)
    if is_corrected:
        return _as_corrected(name)
    if quote.speaker is None:
        return name
    if quote.speaker.text != name:
        name = _("{name}, in the text “{words}”").format(name=name, words=quote.speaker.text)
    return f"{name}; {_trust(quote.speaker.confidence, _(speaker_sureness(quote)))}"


def _part(part: Part | None, text: str) -> str:
    return quoted(text_of(part.spans, text)) if part else ""


class ReasonScreen(Dialog[None]):
    """The reasons on a sheet at the foot; the text above stays in sight."""

    DEFAULT_CSS = """
    ReasonScreen Static { height: auto; }
    ReasonScreen VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("reason")
    MOST = 40

    page = query_one(VerticalScroll)

    def __init__(
        self, quote: Quote, analysis: Analysis, text: str, own: Keys, found: Analysis | None = None
    ) -> None:
        """`found` is the analysis as it was made, without the reader's corrections."""
        super().__init__(own)
        self._quote, self._analysis, self._text, self._found = quote, analysis, text, found

    def compose(self) -> ComposeResult:
        """What was said, why it is taken for a quote, the keys."""
        said = text_of(self._quote.spans, self._text)
        with Vertical(id="sheet"):
            yield from self.head(_("Why this is a quote"), said)
            with VerticalScroll(can_focus=False):
                yield Static(Reasons(reasons(self._quote, self._analysis, self._text, self._found)))
            yield KeyLine(("reason-leave",), self.own)

    def action_scroll(self, by: int) -> None:
        """Scroll the reasons by lines."""
        self.page.scroll_relative(y=by, animate=False)
