"""What the library hands out, and how articles and annotations stand in its files."""

import re
from dataclasses import dataclass
from typing import Any

from core.analysis.serialise import article_from_dict, article_to_dict
from core.annotations.annotation import Annotation
from core.annotations.corrections.serialise import (
    anchor_from_dict,
    anchor_to_dict,
    correction_from_dict,
    correction_to_dict,
)
from core.articles import Article
from core.library.errors import Damage

KEY = re.compile("[0-9a-f]{64}")
"""What an article key looks like."""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One line of the library: an article without its text. Dates are ISO 8601 in UTC."""

    key: str
    title: str
    source: str
    """Where it was last read from."""
    language: str
    first_opened: str
    last_opened: str
    annotations: int = 0


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the library knows of an article that is being opened."""

    record: ArticleRecord
    annotations: tuple[Annotation, ...] = ()
    position: int = 0
    """Where the reader left off, a code point offset."""
    damage: tuple[Damage, ...] = ()
    """Files found damaged on the way, for the reader to be told."""
    warning: str | None = None
    """One sentence when the library cannot be used now: the article can be read, nothing can be kept."""


def annotation_to_document(annotation: Annotation) -> dict[str, Any]:
    """An annotation as it stands in a file; "correction" is there only where it holds one."""
    document: dict[str, Any] = {
        "id": annotation.id,
        "anchor": annotation.anchor and anchor_to_dict(annotation.anchor),
        "tags": list(annotation.tags),
        "note": annotation.note,
        "created": annotation.created,
        "modified": annotation.modified,
    }
    if annotation.correction is not None:
        document["correction"] = correction_to_dict(annotation.correction)
    return document


def annotation_from_document(data: dict[str, Any]) -> Annotation:
    """The annotation in a file. Raises KeyError, TypeError or ValueError when it is none."""
    anchor, correction = data["anchor"], data.get("correction")
    return Annotation(
        _text(data["id"]),
        None if anchor is None else anchor_from_dict(anchor),
        tuple(_text(tag) for tag in data["tags"]),
        _text(data["note"]),
        _text(data["created"]),
        _text(data["modified"]),
        None if correction is None else correction_from_dict(correction),
    )


def article_to_document(article: Article, sources: list[str], first_opened: str) -> dict[str, Any]:
    """An article as it stands in its file; `sources` are all places it was read from, the latest last."""
    return {"key": article.key, "first_opened": first_opened, "sources": sources, **article_to_dict(article)}


def article_from_document(data: dict[str, Any]) -> Article:
    """The article in a file. Raises KeyError, TypeError or ValueError when it is none, or not the one it says."""
    _text(data["first_opened"])
    for source in data["sources"]:
        _text(source)
    article = article_from_dict(data)
    if article.key != data["key"]:
        raise ValueError("the text is not the one that the file is named after")
    return article


def record_to_document(record: ArticleRecord) -> dict[str, Any]:
    """A line of the library as it stands in the index."""
    return {
        "key": record.key,
        "title": record.title,
        "source": record.source,
        "language": record.language,
        "first_opened": record.first_opened,
        "last_opened": record.last_opened,
    }


def record_from_document(data: dict[str, Any], annotations: int = 0) -> ArticleRecord:
    """The line of the library in the index. Raises KeyError, TypeError or ValueError when it is none."""
    if not KEY.fullmatch(data["key"]):
        raise ValueError("no article key")
    return ArticleRecord(
        _text(data["key"]),
        _text(data["title"]),
        _text(data["source"]),
        _text(data["language"]),
        _text(data["first_opened"]),
        _text(data["last_opened"]),
        annotations,
    )


def _text(value: Any) -> str:
    """`value`, which must be text."""
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value
