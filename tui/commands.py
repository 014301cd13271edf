"""The command palette: what can be done in the place one is in, by name, with its key."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from core.translation import N_, _
from tui.keymap import COMMANDS, Command, commands_in, shown_keys
from tui.keymap.synonyms import LOOK, SYNONYMS, TOUR
from tui.themes import NAMES, THEMES

TAKE_THE_TOUR, LOOK_AS = N_("Take the tour"), N_("Look: {name}")

OF_A_LIST = ("screen.", "select", "app.keys", "app.quit")
"""How the actions begin that are offered in a list; the others only move its cursor."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the palette."""

    sentence: str
    keys: str
    run: IgnoreReturnCallbackType
    synonyms: str = ""
    """Other words it is found by, in any language."""


class Commands(Provider):
    """Offers what can be done in the reader, or in a list, in the order of the table."""

    def _offers(self) -> Iterable[Offer]:
        own = getattr(self.app, "own_keys", {})
        for command, run in self._commands():
            synonyms = SYNONYMS.get(command.id, "")
            if command.tooltip_shown != command.tooltip:
                synonyms = f"{synonyms} {command.tooltip}"
            yield Offer(command.tooltip_shown, shown_keys(command.id, own), run, synonyms)
        yield Offer(_(TAKE_THE_TOUR), "", partial(self.app.run_action, "app.tour"), TOUR)
        for theme in THEMES:
            sentence = _(LOOK_AS).format(name=_(NAMES[theme.name]))
            yield Offer(sentence, "", partial(setattr, self.app, "theme", theme.name), LOOK)

    def _commands(self) -> Iterable[tuple[Command, IgnoreReturnCallbackType]]:
        """Each command of the place with what runs it."""
        place = getattr(self.screen, "PLACE", "")
        if place:
            for command in commands_in(place):
                if command.place == place and command.action.startswith(OF_A_LIST):
                    yield command, self._in("LongList", command.action)
            return
        for command in COMMANDS:
            if command.palette:
                in_text = command.place == "article"
                run = self._in("ArticleView", command.action) if in_text else None
                yield command, run or partial(self.screen.run_action, command.action)

    def _in(self, widget: str, action: str) -> IgnoreReturnCallbackType:
        async def run() -> None:
            view = self.screen.query_one(widget)
            view.focus()
            await view.run_action(action)

        return run

    async def discover(self) -> Hits:
        """Everything, before a word is typed."""
        for each in self._offers():
            yield DiscoveryHit(
                Content.assemble(each.sentence, *_aside(each.keys)), each.run, text=each.sentence
            )

    async def search(self, query: str) -> Hits:
        """What matches the words typed, in its sentence or in one of the other words for it."""
        matcher = self.matcher(query)
        for each in self._offers():
            fuzzy, by_words = matcher.match(each.sentence), _score(query, each)
            score = by_words + fuzzy
            if score > 0:
                shown = Content.assemble(matcher.highlight(each.sentence), *_aside(each.keys))
                yield Hit(score, shown, each.run, text=each.sentence)


def _score(query: str, offer: Offer) -> float:
    """How well the words typed begin words of an offer: up to 100, and 0 where one begins none.

    Of the other words for it the first count most; of its sentence all count alike.
    """
    words = {word: 100.0 - place for place, word in reversed([*enumerate(offer.synonyms.casefold().split())])}
    words |= dict.fromkeys(offer.sentence.casefold().split(), 100.0)
    typed = query.casefold().split()
    each = [
        max(
            (worth * len(part) / len(word) for word, worth in words.items() if word.startswith(part)),
            default=0.0,
        )
        for part in typed
    ]
    return sum(each) / len(each) if each and all(each) else 0.0


def _aside(keys: str) -> Iterable[tuple[str, str]]:
    """The keys as they are shown after a command."""
    return [(f"  {keys}", "$faint")] if keys else []
