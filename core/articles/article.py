"""An article: one text, divided into blocks."""

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from math import ceil

from core.articles.links.link import Link
from core.text.spans import Span
from core.translation import N_

PACE = 1300
"""Characters read in a minute: 200 words of German, with the spaces after them."""
_AT_ONCE = 1 << 16
"""Characters that are hashed at a time."""


class BlockKind(StrEnum):
    """What purpose a block serves for the reader."""

    HEADLINE = N_("headline")
    SUBHEADING = N_("subheading")
    PARAGRAPH = N_("paragraph")
    LIST_ITEM = N_("list item")
    CAPTION = N_("caption")
    CREDIT = N_("credit")
    TEASER = N_("teaser")

    @property
    def is_story(self) -> bool:
        """Whether the block is part of the report itself (people in credits and teasers are not actors in it)."""
        return self not in (BlockKind.CREDIT, BlockKind.TEASER)


class Turn(StrEnum):
    """What a paragraph of an interview is part of."""

    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article. Offsets are code points into the article's text, the end exclusive."""

    kind: BlockKind
    start: int
    end: int
    repeats: int | None = None
    """Index of the earlier block that this one says again: a reader needs to see it once only."""
    dateline: int | None = None
    """Where the opening dateline ends ("Berlin (dpa) – "), if the block begins with one."""
    entry: str | None = None
    """The time as the page writes it ("11.20 Uhr"), on the subheading that opens an entry of a live ticker."""
    turn: Turn | None = None
    """Whether the block asks or answers, in an interview."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What a source states about its article; fields it says nothing about are empty."""

    authors: tuple[str, ...] = ()
    published: str = ""
    """The day it first appeared, as ISO 8601."""
    site: str = ""
    """Newspaper, broadcaster or other publisher."""
    address: str = ""
    """The permanent address of the article, as given by the page itself."""
    partial: bool = False
    """Whether it is only a part: the page says that the rest is not free, or a feed had no more of it."""
    modified: str = ""
    """The day of the last change after that, as ISO 8601; "" where there was none."""
    message: str = ""
    """The id of a mail, which no other mail has."""
    moment: str = ""
    """When on that first day it appeared, as ISO 8601 in UTC; "" where only the day is known."""

    def completed(self, other: "Publication", address: str = "") -> "Publication":
        """With what `other` says where this says nothing; for a site, the host of its `address` says nothing."""
        is_same_day = not self.published or self.published == other.published
        own_site = self.site if self.site and self.site not in (address or self.address) else ""
        return Publication(
            self.authors or other.authors,
            self.published or other.published,
            own_site or other.site or self.site,
            self.address or other.address,
            self.partial,
            self.modified or other.modified,
            self.message or other.message,
            self.moment or (other.moment if is_same_day else ""),
        )


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its blocks, in order and without overlap. White space between blocks belongs to no block."""

    source: str
    """Where it was read from: a path, an address on the web, or "-" for standard input.

    In a file of several articles, with a number: "book.epub#3".
    """
    text: str
    blocks: tuple[Block, ...]
    language: str
    """ISO 639-1 code, or "und" if the language could not be determined."""
    title: str
    publication: Publication | None = None
    """None for a source that states nothing about it."""
    notice: str = ""
    """A sentence for the reader about how it was read, such as that its letters had to be mended; not kept."""
    links: tuple[Link, ...] = ()
    """Those that the source marks as such, in order and without overlap; `links_of` adds the addresses in the text."""

    @property
    def key(self) -> str:
        """The key of the article in the library: the SHA-256 of its text in hex, independent of the file's name."""
        found = sha256()
        for at in range(0, len(self.text), _AT_ONCE):  # Avoids a second copy of a long text in memory.
            found.update(self.text[at : at + _AT_ONCE].encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def published_as(self, known: Publication | None) -> "Article":
        """With what is known of its publication where it says nothing of that itself."""
        if known is None:
            return self
        own = self.publication
        return replace(self, publication=own.completed(known, self.source) if own is not None else known)

    @property
    def is_headline(self) -> bool:
        """Whether no more of it could be had than its headline."""
        is_part = self.publication is not None and self.publication.partial
        return is_part and all(block.kind is BlockKind.HEADLINE for block in self.blocks)

    def block_at(self, offset: int) -> int | None:
        """Index of the block that holds the character at `offset`, or None between blocks."""
        for index, block in enumerate(self.blocks):
            if block.start <= offset < block.end:
                return index
        return None

    @property
    def repeated(self) -> tuple[Span, ...]:
        """The blocks that say again what an earlier one says, which a reader need not see."""
        return tuple((block.start, block.end) for block in self.blocks if block.repeats is not None)


def minutes_to_read(characters: int) -> int:
    """How long a text of so many characters takes to read, in whole minutes, at least one."""
    return max(1, ceil(characters / PACE))
