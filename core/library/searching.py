"""Searching all annotations of the library."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.annotations.tags import is_within, normalise
from core.library.catalogue import Catalogue, Gist, folded, gists
from core.library.records import ArticleRecord
from core.text.folding import fold_query
from core.text.search import matcher

MOST = 500
"""Annotations after which a search ends: more than anyone reads."""


@dataclass(frozen=True, slots=True)
class Found:
    """An annotation that holds what was searched for, and its article."""

    article: ArticleRecord
    id: str
    passage: str
    """The words it stands on; empty where it is on the whole article."""
    tags: tuple[str, ...]
    note: str


def search(catalogue: Catalogue, articles: Iterable[ArticleRecord], query: str) -> tuple[Found, ...]:
    """Annotations with every word of `query` in passage, note or tags; "#tag" is that tag or one below it.

    By article in the order of `articles`, then in the order of the text; at most 500. Words are read as
    `core.text.search.find` reads them.
    """
    tags = [tag for word in query.split() if word.startswith("#") and (tag := _tag(word))]
    words = " ".join(word for word in query.split() if not word.startswith("#"))
    if not tags and not words:
        return ()
    holds = matcher(words)
    needed = [fold_query(word) for word in (*words.split(), *tags)]
    sought = sorted((word.encode("utf-8", "surrogatepass") for word in needed if word), key=len, reverse=True)
    entries = catalogue.entries()
    found: list[Found] = []
    for record in articles:
        entry = entries.get(record.key)
        if entry is None or not entry.marks or not entry.holds(sought):
            continue
        texts = folded(entry)
        likely = {index for index, text in enumerate(texts) if all(word in text for word in needed)}
        hits = [
            gist
            for index, gist in enumerate(gists(record.key, entry) if likely else ())
            if index in likely and _bears(gist, tags) and (not words or holds(_text(gist)))
        ]
        hits.sort(key=lambda gist: gist.start)
        found += [Found(record, gist.id, gist.passage, gist.tags, gist.note) for gist in hits]
        if len(found) >= MOST:
            return tuple(found[:MOST])
    return tuple(found)


def named(records: Iterable[ArticleRecord], query: str) -> tuple[ArticleRecord, ...]:
    """The articles whose title and source hold every word of `query`."""
    holds = matcher(query)
    return tuple(record for record in records if holds(f"{record.title}\n{record.source}"))


def _tag(word: str) -> str:
    try:
        return normalise(word)
    except ValueError:
        return ""


def _bears(gist: Gist, tags: list[str]) -> bool:
    return all(any(is_within(own, tag) for own in gist.tags) for tag in tags)


def _text(gist: Gist) -> str:
    return "\n".join((gist.passage, gist.note, *gist.tags))
