"""Articles: their texts, the blocks they consist of, and the sources they are read from."""

from core.articles.article import Article, Block, BlockKind, Publication, Turn

__all__ = ["Article", "Block", "BlockKind", "Publication", "Turn"]
