"""Convert articles to and from JSON."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from typing import Any

from core.articles.article import Article, Block, BlockKind, Publication, Turn
from core.articles.links.link import Link
from core.articles.links.resolving import is_sound
from core.articles.moments import kept_moment
from core.text.spans import check

Json = Mapping[str, Any]
"""A JSON object, as read or to be written."""


class MalformedError(ValueError):
    """The JSON is not a valid article or analysis; the message says what is wrong."""


def article_to_dict(article: Article) -> dict[str, Any]:
    """The article without its analysis. `repeats`, `dateline`, `entry` and `turn` are written only for
    blocks that have them.

    "publication" is written only for an article that has one, and holds only the fields that are known; "links" only
    for one that has any: `{"start": 43, "end": 52, "address": "https://…"}`, in order.
    """
    return {
        "source": article.source,
        "language": article.language,
        "title": article.title,
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        **({"publication": _publication(article.publication)} if article.publication else {}),
        **({"links": [asdict(link) for link in article.links]} if article.links else {}),
    }


def article_from_dict(data: Json) -> Article:
    """The article from an object made by `article_to_dict`. Raises MalformedError."""
    try:
        text = str(data["text"])
        blocks = tuple(
            Block(
                BlockKind(block["kind"]),
                block["start"],
                block["end"],
                block.get("repeats"),
                block.get("dateline"),
                block.get("entry"),
                Turn(turn) if (turn := block.get("turn")) else None,
            )
            for block in data["blocks"]
        )
        check([(block.start, block.end) for block in blocks], len(text))
        publication = data.get("publication")
        return Article(
            str(data["source"]),
            text,
            blocks,
            str(data["language"]),
            str(data["title"]),
            _publication_from(publication) if publication is not None else None,
            links=_links_from(data.get("links", ()), len(text)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MalformedError(f"no article: {error!r}") from None


def _block(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": block.kind.value, "start": block.start, "end": block.end}
    if block.repeats is not None:
        data["repeats"] = block.repeats
    if block.dateline is not None:
        data["dateline"] = block.dateline
    if block.entry is not None:
        data["entry"] = block.entry
    if block.turn is not None:
        data["turn"] = block.turn.value
    return data


def _links_from(data: Sequence[Json], length: int) -> tuple[Link, ...]:
    """The links of a text of a length, without those that lead where no link of an article may lead."""
    links = [Link(each["start"], each["end"], str(each["address"])) for each in data]
    check([link.span for link in links], length)
    if not all(type(at) is int for link in links for at in link.span):
        raise TypeError("an offset is no whole number")
    if any(link.end > following.start for link, following in pairwise(links)):
        raise ValueError("links overlap")
    return tuple(link for link in links if is_sound(link.address))


def _publication(publication: Publication) -> dict[str, Any]:
    known = {
        "authors": list(publication.authors),
        "published": publication.published,
        "site": publication.site,
        "address": publication.address,
        "partial": publication.partial,
        "modified": publication.modified,
        "message": publication.message,
        "moment": publication.moment,
    }
    return {name: value for name, value in known.items() if value}


def iso_day(day: str) -> str:
    """A day as ISO 8601; "" for anything else that a file from another program may contain."""
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII) else ""


def _publication_from(data: Json) -> Publication:
    authors = data.get("authors", [])
    if not isinstance(authors, list):
        raise TypeError("a list of authors expected")
    return Publication(
        tuple(map(str, authors)),
        iso_day(str(data.get("published", ""))),
        str(data.get("site", "")),
        str(data.get("address", "")),
        bool(data.get("partial", False)),
        iso_day(str(data.get("modified", ""))),
        str(data.get("message", "")),
        kept_moment(str(data.get("moment", ""))),
    )
