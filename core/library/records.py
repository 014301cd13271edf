"""What the library hands out, and how articles and annotations are written in its files."""

from dataclasses import dataclass
from typing import Any

from core.analysis import ActorKind
from core.annotations.anchor import text_in, texts_in
from core.annotations.annotation import Annotation
from core.annotations.corrections.aliases import Alias
from core.annotations.serialise import annotation_from_dict
from core.articles import Article
from core.articles.article import minutes_to_read
from core.articles.serialise import article_from_dict, article_to_dict
from core.library.feed_store import FEEDS
from core.library.file_format import Tables
from core.library.members import Kept
from core.library.states import STATES, State
from core.library.storage import KEY, Damage, Kind
from core.text.spans import whole_words

OPENING = 300
"""Characters of the first words of a report that are kept beside its title."""


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
    """The day it was published, as ISO 8601; empty if the source did not say."""

    state: State = State.NEW
    removed: str = ""
    """When it was removed from the library; empty for one that is there."""
    outlet: str = ""
    """Who published it, as far as that is known: a site, the host of an address, else the name of the file."""
    words: int = 0
    length: int = 0
    """Characters of its text."""
    position: int = 0
    """Where reading stopped, a code point offset."""
    opening: str = ""
    """The first words of the report."""
    analysed: bool = False
    statements: int = 0
    chief: tuple[tuple[str, int], ...] = ()
    """The actors who say most, each with the number of statements."""
    partial: bool = False
    """Whether its text is known to be only a part of the article."""
    number: int = 0
    """Its number in the index, for as long as that is not made anew."""
    authors: tuple[str, ...] = ()
    address: str = ""
    """The permanent address that its page states."""
    moment: str = ""
    """When on the day it was published, as ISO 8601 in UTC; empty if that is not known."""

    @property
    def beginning(self) -> str:
        """The first words of the report, with dots where it goes on."""
        is_all = len(self.opening) < OPENING
        return self.opening if is_all else f"{whole_words(self.opening, OPENING - 1)} …"

    @property
    def is_headline(self) -> bool:
        """Whether no more of it could be had than its headline."""
        return self.partial and not self.opening

    @property
    def dated(self) -> str:
        """When the article is from, as far as that is known: published, or else filed first."""
        return self.published or self.first_opened

    @property
    def minutes(self) -> int:
        """About how long it takes to read."""
        return minutes_to_read(self.length)

    @property
    def progress(self) -> float:
        """The part of the text before where reading stopped, from 0 to 1."""
        return min(1.0, self.position / self.length) if self.length else 0.0


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
    """A change of tags across the library, and what is needed to take it back."""

    id: str
    moment: str
    """When it was asked for, as ISO 8601 in UTC."""
    words: str
    """What it does, for people: "#hafen renamed to #kai"."""
    old: tuple[str, ...]
    """The tags changed, with all below them."""
    new: str
    """What they become; empty if they are taken off."""
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
    """Files found damaged on the way, for the reader to know."""
    warning: str | None = None
    """One sentence when the library cannot be used now: the article can be read, but nothing can be kept."""
    other_files: tuple[str, ...] = ()
    """One sentence for each second file of its annotations with something that the library lacks."""
    notice: str | None = None
    """One sentence on what else is worth knowing: that the text has changed since it was read last."""
    earlier: tuple[int, int] | None = None
    """Which version it is, and of how many, if a later one is in the library."""


def annotation_from_document(data: dict[str, Any]) -> Annotation:
    """The annotation in a file. Raises KeyError, TypeError or ValueError when it is not one.

    A document that stays in memory is made sense of once, and always gives the same object.
    """
    known = getattr(data, "meaning", None)
    if isinstance(known, Annotation):
        return known
    annotation = annotation_from_dict(data)
    if isinstance(data, Kept):
        data.meaning = annotation
    return annotation


def deletion_from_document(data: dict[str, Any]) -> tuple[Annotation, str]:
    """A deleted annotation and when it was deleted. Raises KeyError, TypeError or ValueError when it is not one."""
    return annotation_from_dict(data), text_in(data["deleted"])


def article_to_document(
    article: Article, sources: list[str], first_opened: str, previous: str = "", following: str = ""
) -> dict[str, Any]:
    """An article as it is written in its file; `sources` are all places it was read from, the latest last.

    `previous` and `following` are the keys of the versions before and after it, empty if there is none.
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
    """The article in a file. Raises KeyError, TypeError or ValueError when it is not one, or not the one it claims."""
    text_in(data["first_opened"])
    _key_or_none(data["previous"])
    _key_or_none(data["following"])
    for source in data["sources"]:
        text_in(source)
    article = article_from_dict(data)
    if article.key != data["key"]:
        raise ValueError("the text is not the one that the file is named after")
    return article


def colour_from_document(data: dict[str, Any]) -> tuple[str, str]:
    """A tag and its colour. Raises KeyError or TypeError when it is not one."""
    return text_in(data["tag"]), text_in(data["colour"])


def tag_change_from_document(data: dict[str, Any]) -> TagChange:
    """A change of tags from a file. Raises KeyError, TypeError or ValueError when it is not one."""
    return TagChange(
        text_in(data["id"]),
        text_in(data["moment"]),
        text_in(data["words"]),
        texts_in(data["old"]),
        text_in(data["new"]),
        bool(data["done"]),
        tuple(
            (text_in(key), text_in(id), texts_in(before), texts_in(after))
            for key, id, before, after in data["before"]
        ),
        tuple((text_in(tag), text_in(colour)) for tag, colour in data["colours"]),
    )


def _key_or_none(value: Any) -> str:
    """`value`, which must be an article key or empty."""
    if text_in(value) and not KEY.fullmatch(value):
        raise ValueError("no article key")
    return str(value)


def alias_from_document(data: dict[str, Any]) -> Alias:
    """The alias in a file. Raises KeyError, TypeError or ValueError when it is not one."""
    alias, name, confirmed = text_in(data["alias"]), text_in(data["name"]), text_in(data["confirmed"])
    return Alias(alias, name, ActorKind(data["kind"]), confirmed)


ARTICLES = Kind("articles", {"articles": article_from_document})
DELETED = "deleted"
"""The table of deleted annotations, in the same file as those that are left."""


def newer_annotations(copy: Tables, file: Tables) -> list[str]:
    """The ids of annotations that are in one state of a file alone, or were changed after the other state was."""
    known = {document["id"]: document["modified"] for document in file.get("annotations", {}).values()}
    deleted = {document["id"] for document in file.get(DELETED, {}).values()}
    return [
        document["id"]
        for document in copy.get("annotations", {}).values()
        if document["id"] not in deleted
        and (document["id"] not in known or document["modified"] > known[document["id"]])
    ]


ANNOTATIONS = Kind(
    "annotations",
    {"annotations": annotation_from_document, DELETED: deletion_from_document},
    many=True,
    is_ahead=lambda copy, file: bool(newer_annotations(copy, file)),
)
TAG_COLOURS, TAG_CHANGES = "colours", "changes"
"""The tables of the file of tags."""
TAGS = Kind("tags", {TAG_COLOURS: colour_from_document, TAG_CHANGES: tag_change_from_document}, single=True)
ALIASES = Kind("aliases", {"aliases": alias_from_document}, single=True)
KINDS = (TAGS, ALIASES, FEEDS, ARTICLES, ANNOTATIONS, STATES)
"""All kinds of files that are kept for good."""
