"""The title of an article in lists."""

from collections.abc import Sequence

from core.articles.article import Block, BlockKind

LONGEST = 80
"""Characters of a title made from the opening words."""


def title_of(text: str, blocks: Sequence[Block]) -> str:
    """The headline, or the opening words of the story if there is no headline."""
    headline = next((block for block in blocks if block.kind is BlockKind.HEADLINE), None)
    if headline is not None:
        return " ".join(text[headline.start : headline.end].split())
    story = next((block for block in blocks if block.kind.is_story), blocks[0] if blocks else None)
    if story is None:
        return ""
    words = text[story.dateline or story.start : story.end].split()
    title = ""
    for word in words:
        if len(title) + len(word) >= LONGEST:
            return f"{title or word[: LONGEST - 1]}…"
        title = f"{title} {word}".strip()
    return title
