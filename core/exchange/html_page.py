"""A self-contained HTML page: the article with names, quotations and marks, and lists of them beside it.

The page follows the system's light or dark setting, and is printed with the lists after the text. Nothing is conveyed
by colour alone, and every number and sign in the text links to its entry and back. The page itself is a template,
`assets/exchange/page.html.jinja`; this module provides its data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markdown_it import MarkdownIt
from markupsafe import Markup

from core.analysis import Actor, Form, Label, Mention, Quote, QuoteType
from core.annotations.anchoring import How, Placed
from core.articles import Block, BlockKind, Turn
from core.articles.written_links import links_of
from core.exchange.characters import harmless, one_line, utf8
from core.exchange.formats import Written
from core.exchange.nesting import Event, Opening, Words, nest_all
from core.exchange.reading import Reading, is_gone, span_of
from core.locations import ASSETS
from core.text.spans import Span, text_of
from core.translation import N_, _, language, ngettext, number_words, pgettext

FOLDER = ASSETS / "exchange"
CLASSES: Mapping[Label, str] = {
    Label.PER: "person",
    Label.ORG: "organisation",
    Label.LOC: "place",
    Label.MISC: "other",
}
TAGS: Mapping[BlockKind, str] = {
    BlockKind.SUBHEADING: "h2",
    BlockKind.LIST_ITEM: "li",
}
"""HTML tags by kind of block; all other blocks are paragraphs."""
LINKS = 3
"""The rank of links, which hold nothing but words: the number behind a quotation leads somewhere itself."""
PLACES: Mapping[How, str] = {
    How.ORPHAN: N_("(no longer in the text)"),
    How.APPROXIMATE: N_("(place uncertain)"),
}


@dataclass(frozen=True, slots=True)
class _Element:
    """An element around a span of the text."""

    span: Span
    tag: str
    rank: int
    """Which of two crossing elements is split: links before marks before quotations before names."""
    classes: str = ""
    title: str | None = None
    number: int = 0
    """Id of the entry beside the text; the last part of the element links to it."""
    address: str = ""
    """Where a link of the article leads."""

    @property
    def id(self) -> str:
        """Id of the first part; empty if nothing links to it."""
        kind = "mark" if self.tag == "mark" else "quote"
        return f"{kind}-{self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a block, or the start or end of a part of an element."""

    text: str = ""
    element: _Element | None = None
    opens: bool = False
    edge: bool = False
    """Whether the whole element, not just a part, starts or ends here, so that it can be linked to."""
    numbers: tuple[int, ...] = ()
    """The quotes that end here, in order."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A block as it is shown."""

    tag: str
    classes: str
    pieces: Sequence[_Piece]


def write(readings: Sequence[Reading]) -> Written:
    """The page of one article."""
    (reading,) = readings
    return Written({".html": utf8(_template().render(**_context(reading)))})


@cache
def _template() -> Template:
    """The page."""
    return html_environment().from_string((FOLDER / "page.html.jinja").read_text(encoding="utf-8"))


def html_environment() -> Environment:
    """For templates of HTML: all but `Markup` is escaped, and characters that HTML does not allow are replaced."""
    environment = Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markup) else _escaped(str(value)),
    )
    environment.filters["words"] = lambda text: _escaped(one_line(text))
    return environment


def _escaped(text: str) -> Markup:
    return Markup(escape(harmless(text)))


@cache
def _markdown() -> MarkdownIt:
    """Notes rendered as Markdown; HTML in them is shown as typed, and no images are fetched."""
    return MarkdownIt("commonmark", {"html": False}).disable("image")


def _context(reading: Reading) -> dict[str, Any]:
    """The data for the template."""
    analysis = reading.analysis
    blocks = [block for block in reading.article.blocks if block.repeats is None]
    shown, ids = _blocks(reading, blocks)
    actors = sorted(analysis.actors, key=lambda actor: -len(analysis.mentions_of(actor.id)))
    return {
        "style": Markup((FOLDER / "page.css").read_text(encoding="utf-8")),
        "article": reading.article,
        "language": analysis.language,
        "page_language": language(),
        "say": _words(),
        "headed": any(block.kind is BlockKind.HEADLINE for block in reading.article.blocks),
        "blocks": shown,
        "ids": ids,
        "about": reading.publication,
        "address": reading.address,
        "opened": reading.opened[:10],
        "actors": [_actor(actor, reading) for actor in actors],
        "quotes": [_quote(quote, reading) for quote in analysis.quotes],
        "notes": [_note(placed) for placed in reading.marks],
    }


def _words() -> Mapping[str, str]:
    """What the page says of its own, in the language of the interface."""
    return {
        "quote": _("quote {number}"),
        "mark": _("your mark {number}"),
        "back": _("to its place in the text"),
        "read": pgettext("before a day", "read"),
        "names": _("Names:"),
        "person": _("person"),
        "organisation": _("organisation"),
        "place": _("place"),
        "other": pgettext("a name", "other"),
        "quotes": _("Quotes:"),
        "direct": _("“{words}”").format(words=_("direct")),
        "indirect": _("indirect"),
        "marked": _("Marked by the reader"),
        "actors_head": _("Actors"),
        "quotes_head": _("Quotes"),
        "notes_head": _("Notes"),
        "whole": _("on the whole article"),
    }


# The article


def _blocks(reading: Reading, blocks: Sequence[Block]) -> tuple[list[_Shown], frozenset[str]]:
    """The blocks with their elements, and the ids of everything that can be linked to."""
    elements = list(_elements(reading))
    windows = [(block.start, block.end) for block in blocks]
    spans, ranks = [element.span for element in elements], [element.rank for element in elements]
    events = nest_all(windows, spans, ranks, shut=frozenset((LINKS,)))
    openings = [event.index for each in events for event in each if isinstance(event, Opening)]
    left: dict[str, int] = {}
    for index in openings:
        id = elements[index].id
        left[id] = left.get(id, 0) + 1
    begun: set[str] = set()

    def piece(event: Event) -> _Piece:
        if isinstance(event, Words):
            return _Piece(reading.article.text[event.start : event.end])
        element = elements[event.index]
        if isinstance(event, Opening):
            first = element.id not in begun
            begun.add(element.id)
            return _Piece(element=element, opens=True, edge=bool(element.id) and first)
        left[element.id] -= 1
        return _Piece(element=element, edge=bool(element.id) and left[element.id] == 0)

    tags = list(_tags(blocks))
    shown = [
        _Shown(tag, _classes(block), _numbered([piece(event) for event in each]))
        for block, tag, each in zip(blocks, tags, events, strict=True)
    ]
    return shown, frozenset(left) - {""}


def _numbered(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces of a block, with the numbers of all quotes that end in one place together behind the last of them."""
    shown: list[_Piece] = []
    ended: list[int] = []
    for piece in (*pieces, _Piece()):
        element = piece.element
        closes = element is not None and not piece.opens
        if ended and not closes:
            shown.append(_Piece(numbers=tuple(sorted(ended))))
            ended.clear()
        if closes and element is not None and piece.edge and element.tag != "mark":
            ended.append(element.number)
        shown.append(piece)
    return shown[:-1]


def _tags(blocks: Sequence[Block]) -> Iterator[str]:
    """The tag of each block. A page has one title; a second headline ranks below it."""
    headed = False
    for block in blocks:
        if block.kind is BlockKind.HEADLINE:
            yield "h2" if headed else "h1"
            headed = True
        else:
            yield TAGS.get(block.kind, "p")


def _classes(block: Block) -> str:
    """What the style sheet tells apart: what stands beside the report, and the questions of an interview."""
    if _is_aside(block):
        return block.kind.value
    return Turn.QUESTION.value if block.turn is Turn.QUESTION else ""


def _is_aside(block: Block) -> bool:
    return block.kind in (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.TEASER)


def _elements(reading: Reading) -> Iterator[_Element]:
    """All elements; of equal spans, the outermost first."""
    for number, placed in enumerate(reading.marks, 1):
        if (span := span_of(placed)) is not None:
            yield _Element(span, "mark", 2, number=number)
    for number, quote in enumerate(reading.analysis.quotes, 1):
        kind = "direct" if quote.type is QuoteType.DIRECT else "indirect"
        for span in quote.spans:
            yield _Element(span, "span", 1, f"quote {kind}", number=number)
    for mention in reading.analysis.mentions:
        if mention.label in CLASSES and mention.form in (Form.NAME, Form.PART, Form.DERIVED):
            yield _mention(mention, reading)
    for link in links_of(reading.article):
        yield _Element(link.span, "a", LINKS, address=link.address)


def _mention(mention: Mention, reading: Reading) -> _Element:
    actor = reading.analysis.actor(mention.actor)
    words = " ".join(reading.article.text[mention.start : mention.end].split())
    title = actor.name if actor and actor.name != words else None
    return _Element(mention.span, "span", 0, CLASSES[mention.label], title)


# Beside it


def _actor(actor: Actor, reading: Reading) -> dict[str, Any]:
    analysis = reading.analysis
    mentions = analysis.mentions_of(actor.id)
    said = sum(quote.speaker is not None and quote.speaker.actor == actor.id for quote in analysis.quotes)
    others = [one_line(alias) for alias in actor.aliases if alias != actor.name]
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "kind_words": _(actor.kind.value),
        "age": actor.age,
        "roles": actor.roles,
        "also": _("also {names}").format(names=", ".join(others)) if others else "",
        "counts": ", ".join(_counts(len(mentions), said)),
        "strokes": _strokes(mentions, len(reading.article.text)),
    }


def _counts(mentions: int, said: int) -> Iterator[str]:
    yield ngettext("{number} mention", "{number} mentions", mentions).format(number=number_words(mentions))
    if said:
        yield ngettext("{n} quote", "{n} quotes", said).format(n=number_words(said))


def _strokes(mentions: Sequence[Mention], length: int) -> str:
    """An SVG path, 100 wide, that shows where the mentions are; the count beside it is its text alternative."""
    return "".join(f"M{100 * mention.start / length:.1f} 0v8" for mention in mentions)


def _quote(quote: Quote, reading: Reading) -> dict[str, Any]:
    text, actor = reading.article.text, reading.speaker(quote)
    words = " ".join(quote.speaker.text.split()) if quote.speaker else ""
    return {
        "who": actor.name if actor else words or _("nobody named"),
        "kind": actor.kind.value if actor else "",
        "aside": words if actor and words not in actor.name else "",
        "type": _(quote.type.in_words),
        "cue": text_of(quote.cue.spans, text) if quote.cue else None,
        "words": text_of(quote.spans, text),
    }


def _placed(placed: Placed) -> str:
    """How surely a mark was found in the text, where that is to be said."""
    words = PLACES.get(placed.located.how, "") if placed.located else ""
    return f" {_(words)}" if words else ""


def _note(placed: Placed) -> dict[str, Any]:
    annotation = placed.annotation
    return {
        "passage": annotation.anchor.exact if annotation.anchor else None,
        "gone": is_gone(placed),
        "place": _placed(placed),
        "tags": annotation.tags,
        "note": Markup(_markdown().render(harmless(annotation.note))) if annotation.note else "",
    }
