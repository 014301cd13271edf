"""What a reader adds to an article, and how it finds its place again."""

from core.annotations.annotation import Anchor, Annotation

__all__ = ["Anchor", "Annotation"]
