"""Markdown articles: their plain text without the markup, divided into blocks."""

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.articles.article import Block, BlockKind
from core.articles.composing import Composition, paragraph_kind
from core.articles.decoding import normalise


def from_markdown(markdown: str) -> tuple[str, tuple[Block, ...]]:
    """The plain text of a CommonMark document and its blocks.

    The first heading of the highest level used is the headline, other headings are subheadings; the description of an
    image becomes a caption. Front matter between `---` lines at the top is left out.
    """
    tokens = MarkdownIt("commonmark").enable("table").parse(_without_front_matter(markdown))
    levels = [int(token.tag[1:]) for token in tokens if token.type == "heading_open"]
    page = Composition()
    headline_wanted = bool(levels)
    container, lists = "", 0
    for token in tokens:
        if token.type == "heading_open":
            container = token.tag
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif token.type.endswith("_close") and token.type != "paragraph_close":
            container = ""
        elif token.type in ("fence", "code_block"):
            page.add(BlockKind.PARAGRAPH, normalise(token.content))
        elif token.type == "inline":
            captions = [
                _plain(child.children or ()) for child in token.children or () if child.type == "image"
            ]
            words = _plain(child for child in token.children or () if child.type != "image")
            kind = BlockKind.LIST_ITEM if lists else paragraph_kind(words)
            if container.startswith("h"):
                kind = BlockKind.SUBHEADING
                if headline_wanted and int(container[1:]) == min(levels):
                    kind, headline_wanted = BlockKind.HEADLINE, False
            for caption in captions:
                page.add(BlockKind.CAPTION, caption)
            page.add(kind, words)
    return page.finished()


def _plain(tokens: Iterable[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(normalise(token.content))
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)


def _without_front_matter(markdown: str) -> str:
    if not markdown.startswith("---\n"):
        return markdown
    end = markdown.find("\n---\n", 3)
    return markdown if end < 0 else markdown[end + 5 :]
