"""What the library hands out, and how articles and annotations stand in its files."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.annotations.anchor import anchor_from_dict, anchor_to_dict
from core.annotations.annotation import Annotation
from core.articles import Article
from core.articles.serialise import article_from_dict, article_to_dict
from core.library.damage import Damage

if TYPE_CHECKING:
    from core.annotations.corrections import Correction

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
    previous: str = ""
    """Key of the version of the article that this one came after; empty for a first one."""
    versions: int = 1
    """How many versions of the article there are up to this one."""
    published: str = ""
    """The day it was published, as ISO 8601; empty where the source did not tell."""

    @property
    def dated(self) -> str:
        """When the article is from, as far as that is known: published, or else opened first."""
        return self.published or self.first_opened


@dataclass(frozen=True, slots=True)
class Deletion:
    """An annotation that was deleted, and can be brought back."""

    key: str
    """The article it was on."""
    annotation: Annotation
    deleted: str
    """When, as ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class TagChange:
    """A change of tags across the library, and what it takes to take it back."""

    id: str
    moment: str
    """When it was asked for, as ISO 8601 in UTC."""
    words: str
    """What it does, for people: "#hafen renamed to #kai"."""
    old: tuple[str, ...]
    """The tags changed, with all below them."""
    new: str
    """What they become; empty where they are taken off."""
    done: bool
    """Whether it has been carried out everywhere."""
    before: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]
    """Article key, annotation id, tags before and tags after, of each annotation changed."""
    colours: tuple[tuple[str, str], ...] = ()
    """Tags with the colours they had before."""

    @property
    def annotations(self) -> int:
        """How many annotations it changes; one carried over to a later version of its article counts once."""
        return len({id for _, id, *_ in self.before})


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
    notice: str | None = None
    """One sentence on what is worth knowing beside: that the text has changed since it was read last."""


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
        # Imported where there is one: most articles have none, and all are opened in a hurry.
        from core.annotations.serialise import correction_to_dict

        document["correction"] = correction_to_dict(annotation.correction)
    return document


def annotation_from_document(data: dict[str, Any]) -> Annotation:
    """The annotation in a file. Raises KeyError, TypeError or ValueError when it is none."""
    anchor, correction = data["anchor"], data.get("correction")
    return Annotation(
        _text(data["id"]),
        None if anchor is None else anchor_from_dict(anchor),
        _texts(data["tags"]),
        _text(data["note"]),
        _text(data["created"]),
        _text(data["modified"]),
        None if correction is None else _correction(correction),
    )


def _correction(data: dict[str, Any]) -> "Correction":
    from core.annotations.serialise import correction_from_dict

    return correction_from_dict(data)


def deletion_to_document(annotation: Annotation, deleted: str) -> dict[str, Any]:
    """A deleted annotation as it stands in a file."""
    return {**annotation_to_document(annotation), "deleted": deleted}


def deletion_from_document(data: dict[str, Any]) -> tuple[Annotation, str]:
    """A deleted annotation and when it was deleted. Raises KeyError, TypeError or ValueError when it is none."""
    return annotation_from_document(data), _text(data["deleted"])


def article_to_document(
    article: Article, sources: list[str], first_opened: str, previous: str = "", following: str = ""
) -> dict[str, Any]:
    """An article as it stands in its file; `sources` are all places it was read from, the latest last.

    `previous` and `following` are the keys of the versions before and after it, empty where there is none.
    """
    return {
        "key": article.key,
        "first_opened": first_opened,
        "previous": previous,
        "following": following,
        "sources": sources,
        **article_to_dict(article),
    }


def article_from_document(data: dict[str, Any]) -> Article:
    """The article in a file. Raises KeyError, TypeError or ValueError when it is none, or not the one it says."""
    _text(data["first_opened"])
    _key_or_none(data["previous"])
    _key_or_none(data["following"])
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
        "previous": record.previous,
        **({"published": record.published} if record.published else {}),
    }


def record_from_document(data: dict[str, Any], annotations: int = 0) -> ArticleRecord:
    """The line of the library in the index. Raises KeyError, TypeError or ValueError when it is none."""
    # Ten thousand of them are read before a library is on the screen.
    key, previous = data["key"], data["previous"]
    title, source, language = data["title"], data["source"], data["language"]
    first, last, published = data["first_opened"], data["last_opened"], data.get("published", "")
    if {*map(type, (key, previous, title, source, language, first, last, published))} != {str}:
        raise TypeError("text expected")
    if not KEY.fullmatch(key) or (previous and not KEY.fullmatch(previous)):
        raise ValueError("no article key")
    return ArticleRecord(key, title, source, language, first, last, annotations, previous, 1, published)


def colour_from_document(data: dict[str, Any]) -> tuple[str, str]:
    """A tag and its colour. Raises KeyError or TypeError when it is none."""
    return _text(data["tag"]), _text(data["colour"])


def tag_change_to_document(change: TagChange) -> dict[str, Any]:
    """A change of tags as it stands in a file."""
    return {
        "id": change.id,
        "moment": change.moment,
        "words": change.words,
        "old": list(change.old),
        "new": change.new,
        "done": change.done,
        "before": [[key, id, list(before), list(after)] for key, id, before, after in change.before],
        "colours": [list(each) for each in change.colours],
    }


def tag_change_from_document(data: dict[str, Any]) -> TagChange:
    """A change of tags from a file. Raises KeyError, TypeError or ValueError when it is none."""
    return TagChange(
        _text(data["id"]),
        _text(data["moment"]),
        _text(data["words"]),
        _texts(data["old"]),
        _text(data["new"]),
        bool(data["done"]),
        tuple(
            (_text(key), _text(id), _texts(before), _texts(after))
            for key, id, before, after in data["before"]
        ),
        tuple((_text(tag), _text(colour)) for tag, colour in data["colours"]),
    )


def _texts(values: Any) -> tuple[str, ...]:
    """`values`, which must be a list of texts."""
    if not isinstance(values, list):
        raise TypeError("list expected")
    return tuple(_text(value) for value in values)


def _key_or_none(value: Any) -> str:
    """`value`, which must be an article key or empty."""
    if _text(value) and not KEY.fullmatch(value):
        raise ValueError("no article key")
    return str(value)


def _text(value: Any) -> str:
    """`value`, which must be text."""
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value
