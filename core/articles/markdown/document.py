"""The blocks of a Markdown text, and its plain text without the markup."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from core.articles.article import Block, BlockKind
from core.articles.blocks import CREDIT, without_trailing_credit
from core.articles.composing import Composition, paragraph_kind
from core.articles.decoding import normalise
from core.articles.hyphens import joined as mended_lines
from core.articles.links.link import Link
from core.articles.links.linked import Linked, Piece, linked
from core.articles.links.resolving import resolved
from core.articles.links.tags import is_link_tag, tagged, target_of
from core.articles.markdown.front_matter import Stated, taken_off
from core.articles.table_rows import row_of

_EMBEDDED = re.compile(r"!\[\[[^\]\n]{1,300}\]\]")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]\[|\n]{1,300}\|)?([^\]\[\n]{1,300})\]\]")
_HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]{1,2000}?)(?<=\S)==")
_COMMENT = re.compile(r"%%.{0,4000}?%%", re.DOTALL)
_BLOCK_NAME = re.compile(r"\s\^[A-Za-z0-9-]{3,40}$")
"""What note programs write behind a block in order to link to it."""
_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_CAPTION_LENGTH = 300
_LINKS = ("link_open", "link_close")


def from_markdown(
    markdown: str, read_from: str = ""
) -> tuple[str, tuple[Block, ...], tuple[Link, ...], Stated]:
    """The plain text of a Markdown document, its blocks and links, and what it states about itself before the text.

    Links are relative to `read_from`, else to the address that it states as its own.
    The title that is stated is the headline, else the first heading of the highest level that is used; other headings
    are subheadings. Tables are one block per row; the description of an image is a caption; footnotes come last.
    """
    text, stated = taken_off(markdown)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    own = stated.publication.address if stated.publication else ""
    page = _Rendering(stated.title, read_from or own)
    return *page.of(parser.parse(_EMBEDDED.sub("", _COMMENT.sub("", text)))), stated


@dataclass(slots=True)
class _Rendering:
    _title: str
    _base: str
    _page: Composition = field(default_factory=Composition)

    def of(self, tokens: Sequence[Token]) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
        """The text, the blocks and the links of a document."""
        headline = self._headline(tokens)
        if headline is None and self._title:
            self._page.add(BlockKind.HEADLINE, self._title)
        heading, lists, number = "", 0, ""
        cells: list[Linked] | None = None
        for index, token in enumerate(tokens):
            if token.type == "heading_open":
                heading = token.tag
            elif token.type == "heading_close":
                heading = ""
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                lists += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                lists -= 1
            elif token.type == "list_item_open":
                number = f"{token.info}{token.markup} " if token.info else ""
            elif token.type == "list_item_close":
                number = ""  # Of an item without words.
            elif token.type == "tr_open":
                cells = []
            elif token.type == "tr_close":
                row = row_of(cells or [])
                self._page.add(BlockKind.LIST_ITEM, row.words, told=row)
                cells = None
            elif token.type in ("fence", "code_block"):
                self._page.add(BlockKind.PARAGRAPH, normalise(token.content))
            elif token.type == "html_block":
                words = " ".join(unescape(_TAG.sub(" ", token.content)).split())
                self._page.add(paragraph_kind(words), words, told=tagged(token.content, self._base))
            elif token.type == "inline" and cells is not None:
                told = self._told(token.children or ())
                cells.append(told.rewritten(" ".join(told.words.split())))
            elif token.type == "inline" and heading:
                kind = BlockKind.HEADLINE if index == headline else BlockKind.SUBHEADING
                told = self._told(token.children or ())
                self._page.add(kind, told.words, told=told)
            elif token.type == "inline":
                self._paragraph(token.children or (), lists > 0, number)
                number = ""
        return *self._page.finished(), tuple(self._page.links)

    def _told(self, tokens: Iterable[Token]) -> Linked:
        return _told(tokens, self._base)

    def _headline(self, tokens: Sequence[Token]) -> int | None:
        """The index of the words of the heading that is the headline.

        If a title is stated, that is only a heading with the same words, or one of the first level above all text.
        """
        headings = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
        highest = min((tokens[index].tag for index in headings), default="")
        for index in headings:
            same = _key(_plain(tokens[index + 1].children or ())) == _key(self._title)
            above = tokens[index].tag == "h1" and not any(
                each.type == "paragraph_open" for each in tokens[:index]
            )
            if (same or above) if self._title else tokens[index].tag == highest:
                return index + 1
        return None

    def _paragraph(self, children: Sequence[Token], in_list: bool, number: str) -> None:
        """Add a paragraph, or an item of a list with its `number`, if it has one."""
        images = [child for child in children if child.type == "image"]
        told = self._told(child for child in children if child.type != "image")
        words = _BLOCK_NAME.sub("", told.words)
        shown = bool(images) and children[0].type == "image" and 0 < len(words.strip()) <= _CAPTION_LENGTH
        if not shown:
            for image in images:
                self._page.add(BlockKind.CAPTION, _plain(image.children or ()))
        if in_list:
            item = told.rewritten(_CHECKBOX.sub("", words, count=1))
            self._page.add(BlockKind.LIST_ITEM, number + item.words, told=item)
        elif shown:
            words = words.strip()
            for start, end in without_trailing_credit((0, len(words)), words):
                is_credit = CREDIT.match(words[start:end]) is not None
                kind = BlockKind.CREDIT if is_credit else BlockKind.CAPTION
                self._page.add(kind, words[start:end], told=told)
        else:
            self._page.add(paragraph_kind(words), words, told=told)


def _plain(tokens: Iterable[Token]) -> str:
    return _told(tokens, "").words


def _told(tokens: Iterable[Token], base: str) -> Linked:
    """The words of inline tokens; struck words are left out, wrapped lines and parted words joined."""
    lines: list[list[list[Piece]]] = [[[]]]
    struck = 0
    link: tuple[Token | None, str] = None, ""
    for token in tokens:
        if token.type in ("s_open", "s_close"):
            struck += 1 if token.type == "s_open" else -1
        elif token.type in _LINKS or (token.type == "html_inline" and is_link_tag(token.content)):
            target = str(token.attrGet("href") or "") if token.type in _LINKS else target_of(token.content)
            link = token, resolved(target, base)
        elif struck:
            continue
        elif token.type in ("text", "code_inline", "text_special"):
            lines[-1][-1].append((normalise(token.content), *link))
        elif token.type == "softbreak":
            lines[-1][-1].append(("\n", *link))
            lines[-1].append([])
        elif token.type == "hardbreak" or (
            token.type == "html_inline" and token.content.lower().startswith("<br")
        ):
            lines[-1][-1].append(("\n", *link))
            lines.append([[]])
    written = linked(piece for parts in lines for part in parts for piece in part)
    words = "\n".join(
        mended_lines(["".join(words for words, *_ in part) for part in parts]) for parts in lines
    )
    return written.rewritten(words).without(_WIKI_LINK).without(_HIGHLIGHT)


def _key(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
