"""A document of an archive, and what became of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.articles.article import Article
from core.library.known_sources import Known

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """One article to analyse: a file or address still to be read, or a text with what its archive says of it."""

    source: str
    """What it is called: a path, an address, or file and number, as in "archive.jsonl#17"."""
    text: str | None = None
    """None if it is to be read from `source`, or was read already."""
    metadata: Json = field(default_factory=dict)
    """All other fields of its line or row, as JSON values; handed through to the output."""
    unreadable: str = ""
    """Why it cannot be analysed, in a sentence, if that is known already."""
    article: Article | None = None
    """The article, if it was read already."""

    known: Known | None = None
    """What the library knows of its address."""

    @property
    def weight(self) -> int:
        """About how many characters it has; files count as an article of usual length."""
        text = self.article.text if self.article else self.text
        return _USUAL if text is None else len(text)


_USUAL = 4_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the analysis of a document gave: analyses, or an error."""

    source: str
    analyses: tuple[str, ...] = ()
    """Objects as `lesart analyze` writes them, each as JSON in one line: one, but one a chapter of a book."""
    error: str = ""
    """Why there are none, in a sentence."""
    notice: str = ""
    """What is worth knowing of how it was read, in a sentence."""


def line_of(data: Json, metadata: Json) -> str:
    """The object that is written for an article; its archive's own fields are in "metadata", if it has any."""
    whole: dict[str, Any] = {**data, **({"metadata": metadata} if metadata else {})}
    return json.dumps(whole, ensure_ascii=False)
