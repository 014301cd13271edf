"""Searching all annotations of the library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.annotations.tags import is_within, normalise
from core.library.catalogue import Entry
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
    """The words it is anchored to; empty if it is on the whole article."""
    tags: tuple[str, ...]
    note: str


def search(entries: Mapping[str, Entry], articles: Iterable[ArticleRecord], query: str) -> tuple[Found, ...]:
    """Annotations with every word of `query` in passage, note or tags; "#tag" is that tag or one below it.

    By article in the order of `articles`, then in the order of the text; at most 500. Words are read as
    `core.text.search.find` reads them. `entries` are those of the catalogue, by article key.
    """
    tags = [tag for word in query.split() if word.startswith("#") and (tag := _tag(word))]
    words = " ".join(word for word in query.split() if not word.startswith("#"))
    if not tags and not words:
        return ()
    holds = matcher(words)
    needed = [fold_query(word) for word in (*words.split(), *tags)]
    sought = sorted((word.encode("utf-8", "surrogatepass") for word in needed if word), key=len, reverse=True)
    found: list[Found] = []
    for record in articles:
        entry = entries.get(record.key)
        if entry is None or not entry.marks or not entry.holds(sought):
            continue
        texts = entry.texts()
        likely = {index for index, text in enumerate(texts) if all(word in text for word in needed)}
        hits = [
            (start, Found(record, id, passage, tuple(own), note))
            for index, (id, start, passage, own, note) in enumerate(entry.annotations() if likely else ())
            if index in likely
            and all(any(is_within(each, tag) for each in own) for tag in tags)
            and (not words or holds("\n".join((passage, note, *own))))
        ]
        found += [hit for _, hit in sorted(hits, key=lambda hit: hit[0])]
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
