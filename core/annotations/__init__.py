"""What a reader adds to an article, and how it is located in the text again."""

from core.annotations.anchor import Anchor
from core.annotations.anchoring import How, Located, Placed, locate, place
from core.annotations.annotation import Annotation
from core.annotations.tags import normalise, normalise_tags, parse

__all__ = [
    "Anchor",
    "Annotation",
    "How",
    "Located",
    "Placed",
    "locate",
    "normalise",
    "normalise_tags",
    "parse",
    "place",
]
