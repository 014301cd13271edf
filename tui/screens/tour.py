"""The tour: five tasks, each described in a sentence at the bottom of the page and completed by doing it."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static

from core.translation import N_, _
from tui.keymap import Keys, key
from tui.model.lens import Kind


@dataclass(frozen=True, slots=True)
class Progress:
    """What the reader has done so far, as the steps ask for it."""

    kind: Kind | None = None
    """What was stepped to."""
    part: str = "text"
    """The panel one is in, or "map", or "text"."""
    has_asked_why: bool = False
    """Whether a reason was asked for since the tour began."""
    has_annotated: bool = False
    """Whether a mark was added since the step that asks for one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    name: str
    sentence: str
    """What to press and what comes of it; ids of commands in braces are replaced by their keys."""
    is_done: Callable[[Progress], bool]

    def words(self, own: Keys) -> str:
        """The sentence with the keys as the reader has them."""
        return _(self.sentence).format_map(_KeysOf(own))


class _KeysOf(dict[str, str]):
    """Keys by command, looked up as they are asked for."""

    def __init__(self, own: Keys) -> None:
        super().__init__()
        self._own = own

    def __missing__(self, id: str) -> str:
        return key(id, self._own)


STEPS = (
    Step(
        N_("who is who"),
        N_(
            "{go-actors} goes to all who are named, those who speak first. Enter opens the card of one, Esc leads back."
        ),
        lambda done: done.part == "actors",
    ),
    Step(
        N_("who is named"),
        N_(
            "{next-name} goes to the next name, {previous-name} to the one before. The foot of the page says who it is."
        ),
        lambda done: done.kind is Kind.NAMES,
    ),
    Step(
        N_("who said what"),
        N_("{next-quote} goes to the next quote; its speaker and the word that introduces it light up too."),
        lambda done: done.kind is Kind.QUOTES,
    ),
    Step(
        N_("why"),
        N_("{reason} says why this is a quote and how sure that is; Esc closes it again."),
        lambda done: done.has_asked_why,
    ),
    Step(
        N_("what is yours"),
        N_("{tag} tags what you stand on: type a word, then Enter. {note} writes a note, {undo} takes back."),
        lambda done: done.has_annotated,
    ),
)

FAREWELL = N_(
    "That was the tour. {go-quotes} goes to the quotes, {go-notes} to your notes. {keys} shows the keys here, "
    "{palette} finds any command by name, {leave} leaves."
)


class TourStrip(Static):
    """The step one is at, above the line at the foot."""

    DEFAULT_CSS = """
    TourStrip {
        height: auto; width: 100%; padding: 0 2; background: $panel; border-top: solid $rule;
    }
    """

    def __init__(self, own: Keys) -> None:
        super().__init__()
        self._own = own

    def show_step(self, index: int) -> None:
        """Say what to do now."""
        step = STEPS[index]
        title = _("Tour, {step} of {steps}: {name}").format(
            step=index + 1, steps=len(STEPS), name=_(step.name)
        )
        aside = "   " + _("{key} ends it").format(key=key("leave-target", self._own))
        self.update(Content.assemble((title, "bold"), (aside, "$faint"), "\n", step.words(self._own)))

    def say_farewell(self) -> None:
        """Say that it is over, and how to go on."""
        words = _(FAREWELL).format_map(_KeysOf(self._own))
        aside = "   " + _("{key} closes this").format(key=key("leave-target", self._own))
        self.update(Content.assemble((_("Well done."), "bold"), (aside, "$faint"), "\n", words))
