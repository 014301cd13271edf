"""The card of an actor: who it is, where it is mentioned, its statements and what is said about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from core.analysis import Analysis, Form, Mention, Quote
from core.analysis.cards import Card
from core.analysis.cue_words import according_to, cue_beside, introduction, with_cue
from core.articles import Article, Block, BlockKind
from core.text.spans import Span, text_of
from core.translation import N_, _
from tui.keymap import Keys, bindings
from tui.model.describe import KIND_COLOURS, SURE, kind_words, speaker_words, spread
from tui.model.speech import QUOTE_SIGNS, type_words
from tui.screens.sheets.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import Lines, OneLine, Piece, line
from tui.widgets.picks import Choices

AROUND = 60
"""Characters of context shown on either side of a mention."""
NAMES = 7
"""Columns for what a fact is about."""
STRIP = 60
"""Columns that the strip which shows where in the article the actor comes up takes at most."""
FORM_WORDS = {
    Form.NAME: "",
    Form.DERIVED: N_("adjective"),
    Form.PART: N_("in a compound"),
    Form.NOMINAL: N_("description"),
    Form.PRONOUN: N_("pronoun"),
}
"""What a mention is where it is no name."""

BLOCK_WORDS = {
    BlockKind.HEADLINE: N_("headline"),
    BlockKind.SUBHEADING: N_("subheading"),
    BlockKind.PARAGRAPH: N_("paragraph"),
    BlockKind.LIST_ITEM: N_("list item"),
    BlockKind.CAPTION: N_("caption"),
    BlockKind.CREDIT: N_("credit"),
    BlockKind.TEASER: N_("teaser"),
}
"""What a part of an article is."""


class Way(StrEnum):
    """What one left a card for."""

    MENTION = "mention"
    QUOTE = "quote"
    PASSAGE = "passage"
    CORRECT = "correct"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was chosen on a card."""

    way: Way
    span: Span = (0, 0)
    """Of a mention or a passage."""
    quote: str = ""
    """Id of a quote."""


class CardDialog(Dialog[Taken | None]):
    """A sheet with the facts at the top and everything one can go to below them."""

    DEFAULT_CSS = """
    CardDialog {
        .card--fact { height: 1; }
        #facts { height: auto; margin-bottom: 1; }
        Choices > .option-list--option-disabled { color: $faint; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("card")
    MOST = 100

    listing = query_one(Choices)

    def __init__(self, card: Card, article: Article, analysis: Analysis, own: Keys) -> None:
        super().__init__(own)
        self._card = card
        self._article = article
        self._analysis = analysis
        self._places: list[Taken | None] = []
        """What each line of the list leads to; None for headings."""

    def compose(self) -> ComposeResult:
        """Facts, list, keys."""
        with Vertical(id="sheet"):
            with Vertical(id="facts"):
                for fact in self._facts():
                    yield Static(fact, classes="card--fact")
            yield Choices(*self._options(), markup=False)
            yield KeyLine(("card-go", "card-section", "card-correct", "card-dossier", "card-leave"), self.own)

    def on_mount(self) -> None:
        """Begin with the first line that leads anywhere."""
        self.listing.action_first()

    # The facts

    def _facts(self) -> list[Lines]:
        card, actor = self._card, self._card.actor
        age = f" · {actor.age}" if actor.age is not None else ""
        name: Piece = (actor.name, f"bold {KIND_COLOURS[actor.kind]}")
        facts: list[Lines] = [OneLine([name], [(f"{kind_words(actor.kind)}{age}", "$faint")])]
        for title, words in (
            (_("role"), ", ".join(each.what for each in card.roles)),
            (_("also"), ", ".join(alias for alias in actor.aliases if alias != actor.name)),
            (_("called"), ", ".join(each.what for each in card.descriptions)),
            (_("with"), ", ".join(each.what for each in card.ties)),
        ):
            if words:
                facts.append(OneLine([(f"{title:<{NAMES}}", "$faint"), (words, "")]))
        if card.mentions:
            facts.append(_Where([mention.start for mention in card.mentions], len(self._article.text)))
        return facts

    # The list

    def _options(self) -> Iterator[Option]:
        card = self._card
        self._places = []
        for heading, passages in (
            (_("statements"), [self._quote(quote, own=True) for quote in card.statements]),
            (_("spoken of by others"), [self._quote(quote, own=False) for quote in card.about]),
            (_("roles and age"), list(self._roles())),
            (_("mentions"), [self._mention(mention) for mention in card.mentions]),
        ):
            if not passages:
                continue
            self._places.append(None)
            words = [(heading, "bold $faint"), (f"  {len(passages)}", "$faint")]
            yield Option(OneLine(words), disabled=True)
            for passage, taken in passages:
                self._places.append(taken)
                yield Option(passage)

    def _quote(self, quote: Quote, own: bool) -> tuple[Lines, Taken]:
        speaker = "" if own else f"{speaker_words(quote, self._analysis)}: "
        text = self._article.text
        how = introduction(cue_beside(quote, text), according_to(quote, self._analysis))
        words = with_cue(how, text_of(quote.spans, text))
        pieces = [(f"{QUOTE_SIGNS[quote.type]} ", "$faint"), (speaker, "$faint"), (words, "")]
        return OneLine(pieces, [(type_words(quote.type), "$faint")], 2), Taken(Way.QUOTE, quote=quote.id)

    def _roles(self) -> Iterator[tuple[Lines, Taken]]:
        facts = (*self._card.roles, *((self._card.age,) if self._card.age else ()))
        for each in facts:
            if each.span is not None:
                yield OneLine(self._around(each.span), indent=2), Taken(Way.PASSAGE, each.span)

    def _mention(self, mention: Mention) -> tuple[Lines, Taken]:
        place = self._place(mention)
        words = OneLine(self._around(mention.span), [(place, "$faint")] if place else (), 2)
        return words, Taken(Way.MENTION, mention.span)

    def _place(self, mention: Mention) -> str:
        """A word about a mention: the kind of block that contains it, else its form."""
        block = self._block(mention.start)
        plain = block is None or block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        words = _(FORM_WORDS[mention.form] if plain or block is None else BLOCK_WORDS[block.kind])
        if mention.confidence >= SURE:
            return words
        return _("{what}, a guess").format(what=words) if words else _("a guess")

    def _block(self, offset: int) -> Block | None:
        return next((each for each in self._article.blocks if each.start <= offset < each.end), None)

    def _around(self, span: Span) -> list[Piece]:
        """A passage between the words around it, within its block."""
        start, end = span
        text = self._article.text
        block = self._block(start)
        low, high = (block.start, block.end) if block else (0, len(text))
        before = text[max(low, start - AROUND // 3) : start]
        after = text[end : min(high, end + AROUND)]
        if start - AROUND // 3 > low:
            before = f"…{before.partition(' ')[2] or before}"
        if end + AROUND < high:
            after = f"{after.rpartition(' ')[0] or after}…"
        return [
            (" ".join(before.split()) + (" " if before[-1:].isspace() else ""), "$faint"),
            (" ".join(text[start:end].split()), "bold"),
            ((" " if after[:1].isspace() else "") + " ".join(after.split()), "$faint"),
        ]

    # The keys

    def action_go(self) -> None:
        """Go to what is under the cursor."""
        at = self.listing.highlighted
        if at is not None and self._places[at] is not None:
            self.dismiss(self._places[at])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to what was clicked."""
        event.stop()
        self.dismiss(self._places[event.option_index])

    def action_cursor(self, to: str) -> None:
        """Move the cursor: down, up, first, last, page_down, page_up."""
        getattr(self.listing, f"action_{to if to in ('first', 'last') or 'page' in to else f'cursor_{to}'}")()

    def action_section(self) -> None:
        """Go on to the next heading, round the end."""
        at = self.listing.highlighted or 0
        heads = [index for index, place in enumerate(self._places) if place is None]
        if heads:
            self.listing.highlighted = next((index for index in heads if index > at), heads[0]) + 1

    def action_take(self, way: str) -> None:
        """Leave the card to correct the actor, or for what other articles tell of him."""
        self.dismiss(Taken(Way(way)))


class _Where(Lines):
    """Where in the article the actor comes up, from its beginning to its end."""

    def __init__(self, places: list[int], length: int) -> None:
        self._places, self._length = places, length

    def lines(self, width: int) -> list[Content]:
        """The one line."""
        columns = max(1, min(STRIP, width - NAMES - 1))
        bars = spread(self._places, self._length, columns)
        return [line([(_("where").ljust(NAMES), "$faint"), (bars, "$accent"), ("▏", "$faint")], [], width)]
