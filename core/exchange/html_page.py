"""One page of HTML with everything in it: the article with names, quotations and marks, and beside it who and what.

The page needs nothing from elsewhere and runs nothing: its policy forbids both. It is light or dark as its reader's
system is, and prints with the lists behind the text. Every sign of colour has another beside it, and every number and
sign in the text is a link to its entry and back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from core.analysis import Actor, ActorKind, Form, Label, Mention, Quote, QuoteType
from core.annotations.anchoring import How, Placed
from core.articles import Block, BlockKind
from core.exchange.characters import harmless, one_line, utf8
from core.exchange.formats import Written
from core.exchange.nesting import Closing, Event, Opening, Words, nest_all
from core.exchange.reading import Reading, is_gone, span_of
from core.locations import ASSETS
from core.text.spans import Span, text_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
CLASSES: Mapping[Label, str] = {
    Label.PER: "person",
    Label.ORG: "organisation",
    Label.LOC: "place",
    Label.MISC: "other",
}
LEGEND = (
    'Names: <span class="person">person</span>, <span class="organisation">organisation</span>,'
    ' <span class="place">place</span>, <span class="other">other</span>. Quotes:'
    ' <span class="quote direct">“direct”</span>, <span class="quote indirect">indirect</span>.'
    ' <mark>Marked by the reader</mark><span class="sign" aria-hidden="true">●</span>'
)
KINDS: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANISATION: "organisation",
    ActorKind.PLACE: "place",
    ActorKind.GROUP: "group",
    ActorKind.UNNAMED: "unnamed",
}


@dataclass(frozen=True, slots=True)
class _Element:
    """What stands around a stretch of the text, and the link behind its last part."""

    span: Span
    tag: str
    attributes: str
    rank: int
    """Who is cut where two cross: marks before quotations before names."""
    id: str = ""
    """Of the first part."""
    link: str = ""


def write(readings: Sequence[Reading]) -> Written:
    """The page of one article."""
    (reading,) = readings
    return Written({".html": utf8("\n".join(_page(reading)) + "\n")})


def _page(reading: Reading) -> Iterator[str]:
    article = reading.article
    text = _Text(reading)
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="generator" content="Lesart">'
    yield f"<title>{_words(article.title)}</title>"
    yield f"<style>\n{_style()}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield f'<article lang="{_text(reading.analysis.language)}">'
    if all(block.kind is not BlockKind.HEADLINE for block in article.blocks):
        yield f'<h1 class="unseen">{_words(article.title)}</h1>'
    yield from text.blocks
    yield from _origin(reading)
    yield "</article>"
    yield '<div class="beside">'
    yield from _actors(reading)
    yield from _quotes(reading, text.ids)
    yield from _notes(reading, text.ids)
    yield "</div>"
    yield "</main>"
    yield "</body>"
    yield "</html>"


@cache
def _style() -> str:
    return (ASSETS / "exchange" / "page.css").read_text(encoding="utf-8")


# The article


class _Text:
    """The blocks as HTML, and the ids of what stands in them."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._elements = list(_elements(reading))
        spans = [element.span for element in self._elements]
        ranks = [element.rank for element in self._elements]
        blocks = [block for block in reading.article.blocks if block.repeats is None]
        events = nest_all([(block.start, block.end) for block in blocks], spans, ranks)
        self._left: dict[str, int] = {}
        for event in (event for each in events for event in each):
            if isinstance(event, Opening) and (id := self._elements[event.index].id):
                self._left[id] = self._left.get(id, 0) + 1
        self.ids = frozenset(self._left)
        """What can be linked to."""
        self._begun: set[str] = set()
        self.blocks = list(_gathered(blocks, ["".join(map(self._markup, each)) for each in events]))

    def _markup(self, event: Event) -> str:
        match event:
            case Words(start, end):
                return _text(self._text[start:end])
            case Opening(index):
                element = self._elements[index]
                first = element.id and element.id not in self._begun
                self._begun.add(element.id)
                id = f' id="{element.id}"' if first else ""
                return f"<{element.tag}{id}{element.attributes}>"
            case Closing(index):
                element = self._elements[index]
                if element.id:
                    self._left[element.id] -= 1
                return f"</{element.tag}>{element.link if self._left.get(element.id) == 0 else ''}"


def _gathered(blocks: Sequence[Block], words: Sequence[str]) -> Iterator[str]:
    """The blocks, list items within lists."""
    items = False
    headed = False
    for block, said in zip(blocks, words, strict=True):
        if items != (block.kind is BlockKind.LIST_ITEM):
            items = not items
            yield "<ul>" if items else "</ul>"
        match block.kind:
            case BlockKind.HEADLINE:
                # A page has one title; a second headline ranks below it.
                yield f"<h2>{said}</h2>" if headed else f"<h1>{said}</h1>"
                headed = True
            case BlockKind.SUBHEADING:
                yield f"<h2>{said}</h2>"
            case BlockKind.PARAGRAPH:
                yield f"<p>{said}</p>"
            case BlockKind.LIST_ITEM:
                yield f"<li>{said}</li>"
            case _:
                yield f'<p class="{block.kind.value}">{said}</p>'
    if items:
        yield "</ul>"


def _elements(reading: Reading) -> Iterator[_Element]:
    """All that is marked, the outermost first where spans are equal."""
    for number, placed in enumerate(reading.marks, 1):
        if (span := span_of(placed)) is not None:
            sign = f'<a class="sign" href="#note-{number}" aria-label="your mark {number}">●</a>'
            yield _Element(span, "mark", "", 2, f"mark-{number}", sign)
    for number, quote in enumerate(reading.analysis.quotes, 1):
        link = f'<a class="number" href="#said-{number}" aria-label="quote {number}">{number}</a>'
        kind = "direct" if quote.type is QuoteType.DIRECT else "indirect"
        for span in quote.spans:
            yield _Element(span, "span", f' class="quote {kind}"', 1, f"quote-{number}", link)
    for mention in reading.analysis.mentions:
        if mention.label in CLASSES and mention.form in (Form.NAME, Form.PART, Form.DERIVED):
            yield _mention(mention, reading)


def _mention(mention: Mention, reading: Reading) -> _Element:
    actor = reading.analysis.actor(mention.actor)
    words = " ".join(reading.article.text[mention.start : mention.end].split())
    title = f' title="{_words(actor.name)}"' if actor and actor.name != words else ""
    return _Element(mention.span, "span", f' class="{CLASSES[mention.label]}"{title}', 0)


def _origin(reading: Reading) -> Iterator[str]:
    """Where the article is from and what the signs mean, at its foot."""
    opened = reading.opened[:10]
    about = reading.publication
    parts = [", ".join(map(_words, about.authors)), _words(about.site)]
    if about.published:
        parts.append(f'<time datetime="{_text(about.published)}">{_text(about.published)}</time>')
    parts = [part for part in parts if part]
    if reading.address:
        parts.append(f'<a href="{_words(reading.address)}" rel="noreferrer">{_words(reading.address)}</a>')
    if opened:
        parts.append(f'read <time datetime="{_text(opened)}">{_text(opened)}</time>')
    yield '<footer lang="en">'
    yield f"<p>{' · '.join(parts)}</p>" if parts else ""
    yield f"<p>{LEGEND}</p>"
    yield "</footer>"


# Beside it


def _section(name: str, title: str, count: int, entries: Iterator[str], numbered: bool) -> Iterator[str]:
    if not count:
        return
    tag = "ol" if numbered else "ul"
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title">{title} <span class="count">{count}</span></h2>'
    yield f"<{tag}>"
    yield from entries
    yield f"</{tag}>"
    yield "</section>"


def _actors(reading: Reading) -> Iterator[str]:
    analysis = reading.analysis
    entries = sorted(analysis.actors, key=lambda actor: -len(analysis.mentions_of(actor.id)))
    yield from _section(
        "actors", "Actors", len(entries), (_actor(actor, reading) for actor in entries), numbered=False
    )


def _actor(actor: Actor, reading: Reading) -> str:
    analysis = reading.analysis
    mentions = analysis.mentions_of(actor.id)
    said = sum(quote.speaker is not None and quote.speaker.actor == actor.id for quote in analysis.quotes)
    age = f' <span class="age">{actor.age}</span>' if actor.age is not None else ""
    facts = [_words(role) for role in actor.roles]
    others = [_words(alias) for alias in actor.aliases if alias != actor.name]
    counts = [_counted(len(mentions), "mention")] + ([_counted(said, "quote")] if said else [])
    told = [
        f'<span class="name {KINDS[actor.kind]}">{_words(actor.name)}</span>{age}'
        f' <span class="kind">{KINDS[actor.kind]}</span>',
        f'<span class="roles">{", ".join(facts)}</span>' if facts else "",
        f'<span class="aliases">also {", ".join(others)}</span>' if others else "",
        f'<span class="counts">{_ticks(mentions, len(reading.article.text))}{", ".join(counts)}</span>',
    ]
    return f"<li>{''.join(filter(None, told))}</li>"


def _ticks(mentions: Sequence[Mention], length: int) -> str:
    """A picture of where in the article the mentions stand; the count beside it says as much in words."""
    strokes = "".join(f"M{100 * mention.start / length:.1f} 0v8" for mention in mentions)
    box = 'viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"'
    return f'<svg class="ticks" {box}><path d="{strokes}"/></svg>'


def _quotes(reading: Reading, ids: frozenset[str]) -> Iterator[str]:
    quotes = reading.analysis.quotes
    entries = (_quote(number, quote, reading, ids) for number, quote in enumerate(quotes, 1))
    yield from _section("quotes", "Quotes", len(quotes), entries, numbered=True)


def _quote(number: int, quote: Quote, reading: Reading, ids: frozenset[str]) -> str:
    text, actor = reading.article.text, reading.speaker(quote)
    words = " ".join(quote.speaker.text.split()) if quote.speaker else ""
    who = actor.name if actor else words or "nobody named"
    aside = (
        f" (“{_words(words)}”)" if actor and words and words != actor.name and words not in actor.name else ""
    )
    cue = f", “{_words(text_of(quote.cue.spans, text))}”" if quote.cue else ""
    kind = actor.kind if actor else None
    language = _text(reading.analysis.language)
    return (
        f'<li id="said-{number}"><span class="name {KINDS[kind] if kind else ""}">{_words(who)}</span>{aside}'
        f' <span class="kind">{quote.type.value}{cue}</span>'
        f'<blockquote lang="{language}"><p>{_words(text_of(quote.spans, text))}'
        f"{_back(f'quote-{number}', ids)}</p></blockquote></li>"
    )


def _notes(reading: Reading, ids: frozenset[str]) -> Iterator[str]:
    entries = (_note(number, placed, ids) for number, placed in enumerate(reading.marks, 1))
    yield from _section("notes", "Notes", len(reading.marks), entries, numbered=True)


def _note(number: int, placed: Placed, ids: frozenset[str]) -> str:
    annotation = placed.annotation
    tags = "".join(f'<span class="tag">#{_words(tag)}</span> ' for tag in annotation.tags)
    note = (
        f'<div class="note">{_markdown().render(harmless(annotation.note))}</div>' if annotation.note else ""
    )
    if annotation.anchor is None:
        passage = '<span class="kind">on the whole article</span>'
    else:
        place = {How.ORPHAN: " (no longer in the text)", How.APPROXIMATE: " (place uncertain)"}
        told = place.get(placed.located.how, "") if placed.located else ""
        gone = ' class="gone"' if is_gone(placed) else ""
        passage = (
            f"<blockquote{gone}><p>{_words(annotation.anchor.exact)}{_back(f'mark-{number}', ids)}</p></blockquote>"
            f'<span class="kind">{told}</span>'
        )
    return f'<li id="note-{number}">{passage}<p class="tags">{tags}</p>{note}</li>'


@cache
def _markdown() -> "MarkdownIt":
    """Notes as their writer meant them; HTML in them shows as it was typed, and no picture is fetched."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable("image")


def _back(id: str, ids: frozenset[str]) -> str:
    return (
        f'&nbsp;<a class="back" href="#{id}" aria-label="to its place in the text">↑</a>' if id in ids else ""
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _words(text: str) -> str:
    return _text(one_line(text))


def _text(text: str) -> str:
    return escape(harmless(text))
