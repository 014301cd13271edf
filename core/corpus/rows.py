"""An analysis as rows of flat tables, which Parquet keeps and questions are asked of."""

import json
from collections.abc import Iterator
from typing import Any

from core.analysis.analysis import Actor, ActorKind
from core.analysis.identity import identity
from core.corpus.document import Json

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "source": "VARCHAR",
        "title": "VARCHAR",
        "language": "VARCHAR",
        "site": "VARCHAR",
        "published": "VARCHAR",
        "address": "VARCHAR",
        "authors": "VARCHAR[]",
        "words": "INTEGER",
        "text": "VARCHAR",
        "pipeline": "VARCHAR",
        "metadata": "VARCHAR",
    },
    "actors": {
        "source": "VARCHAR",
        "actor": "VARCHAR",
        "identity": "VARCHAR",
        "name": "VARCHAR",
        "kind": "VARCHAR",
        "roles": "VARCHAR[]",
        "affiliations": "VARCHAR[]",
        "age": "INTEGER",
        "mentions": "INTEGER",
    },
    "quotes": {
        "source": "VARCHAR",
        "quote": "VARCHAR",
        "type": "VARCHAR",
        "start": "INTEGER",
        "text": "VARCHAR",
        "words": "INTEGER",
        "speaker": "VARCHAR",
        "speaker_words": "VARCHAR",
        "speaker_confidence": "DOUBLE",
        "cue": "VARCHAR",
        "confidence": "DOUBLE",
        "repeated": "BOOLEAN",
        "about": "VARCHAR[]",
    },
    "mentions": {
        "source": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
        "text": "VARCHAR",
        "label": "VARCHAR",
        "form": "VARCHAR",
        "actor": "VARCHAR",
        "confidence": "DOUBLE",
    },
}
"""The tables, their columns, and the types of these. `source` joins them; `actor`, `speaker` and `about` hold actor ids
of the same source. `identity` is the key by which an actor is the same in all articles, null where that is unknown."""


def rows(data: Json) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row for one object that `lesart analyze` wrote, with the name of its table."""
    source, text = data["source"], data["text"]
    yield "articles", _article(data)
    counts: dict[str, int] = {}
    for mention in data["mentions"]:
        if mention["actor"]:
            counts[mention["actor"]] = counts.get(mention["actor"], 0) + 1
    for actor in data["actors"]:
        yield "actors", {"source": source, **_actor(actor), "mentions": counts.get(actor["id"], 0)}
    for quote in data["quotes"]:
        yield "quotes", {"source": source, **_quote(quote, data)}
    for mention in data["mentions"]:
        words = text[mention["start"] : mention["end"]]
        yield "mentions", {"source": source, "confidence": 1.0, **mention, "text": words}


def _article(data: Json) -> dict[str, Any]:
    publication = data.get("publication") or {}
    return {
        "source": data["source"],
        "title": data["title"],
        "language": data["language"],
        "site": publication.get("site") or None,
        "published": publication.get("published") or None,
        "address": publication.get("address") or None,
        "authors": list(publication.get("authors") or ()),
        "words": len(data["text"].split()),
        "text": data["text"],
        "pipeline": data["pipeline"],
        "metadata": json.dumps(metadata, ensure_ascii=False) if (metadata := data.get("metadata")) else None,
    }


def _actor(actor: Json) -> dict[str, Any]:
    known = Actor(actor["id"], actor["name"], ActorKind(actor["kind"]), tuple(actor["aliases"]), (), None)
    return {
        "actor": actor["id"],
        "identity": identity(known),
        "name": actor["name"],
        "kind": actor["kind"],
        "roles": actor["roles"],
        "affiliations": actor.get("affiliations", []),
        "age": actor["age"],
    }


def _quote(quote: Json, data: Json) -> dict[str, Any]:
    text, speaker, cue = data["text"], quote["speaker"] or {}, quote["cue"] or {"spans": []}
    said = " ".join(" ".join(text[start:end].split()) for start, end in quote["spans"])
    about = dict.fromkeys(
        mention["actor"]
        for mention in data["mentions"]
        if mention["actor"]
        and mention["actor"] != speaker.get("actor")
        and any(start <= mention["start"] and mention["end"] <= end for start, end in quote["spans"])
    )
    return {
        "quote": quote["id"],
        "type": quote["type"],
        "start": quote["spans"][0][0],
        "text": said,
        "words": len(said.split()),
        "speaker": speaker.get("actor"),
        "speaker_words": speaker.get("text"),
        "speaker_confidence": speaker.get("confidence"),
        "cue": " ".join(text[start:end] for start, end in cue["spans"]) or None,
        "confidence": quote["confidence"],
        "repeated": quote.get("repeats") is not None,
        "about": list(about),
    }
