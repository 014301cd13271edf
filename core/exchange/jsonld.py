"""W3C Web Annotations (2017) as JSON-LD: the reader's annotations, which can be read back, and Lesart's findings.

All are in one `AnnotationCollection`. An annotation's target is the article: its web address if it has one, else a URI
made from the SHA-256 of its text (RFC 6920), which is also given as the cached copy of the former. Passages have a
TextQuoteSelector and a TextPositionSelector, in code points. Tags are bodies with the purpose "tagging", a note is one
with the purpose "commenting", a correction of the analysis, as JSON, one with the purpose "editing". Names and
quotations have the motivation "classifying" and Lesart itself as their creator; they are not read back, because the
analysis finds them again.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote as percent_encoded
from urllib.parse import unquote
from uuid import NAMESPACE_URL, UUID, uuid5

from core.annotations.anchor import Anchor
from core.annotations.annotation import Annotation
from core.annotations.serialise import correction_from_dict, correction_to_dict
from core.articles import Article
from core.articles.source_names import is_address
from core.exchange.characters import from_json, to_json
from core.exchange.errors import UnreadableError
from core.exchange.formats import Written
from core.exchange.reading import Reading
from core.text.spans import Span
from core.translation import _

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CREATOR = {"id": "urn:x-lesart:program", "type": "Software", "name": "Lesart"}
"""The creator of what Lesart found."""
_OWN = "urn:x-lesart:annotation:"
_HASHED = "ni:///sha-256;"


def write(readings: Sequence[Reading]) -> Written:
    """All annotations of all articles in one collection."""
    # One annotation per line: readable, easy to diff, and fast.
    items = [to_json(item) for reading in readings for item in _items(reading)]
    collection = {
        "@context": CONTEXT,
        "id": "urn:x-lesart:collection",
        "type": "AnnotationCollection",
        "label": "Annotations exported from Lesart",
        "total": len(items),
        "first": {
            "id": "urn:x-lesart:collection:1",
            "type": "AnnotationPage",
            "partOf": "urn:x-lesart:collection",
            "startIndex": 0,
            "items": [],
        },
    }
    head, tail = to_json(collection).rsplit("[]", 1)
    return Written({".jsonld": (f"{head}[\n" + ",\n".join(items) + f"\n]{tail}\n").encode()})


def _items(reading: Reading) -> Iterator[dict[str, Any]]:
    article = reading.article
    key = article.key  # a hash of the text, made once and not for each annotation
    for placed in reading.annotations:
        yield _annotation(placed.annotation, article, key)
    for number, mention in enumerate(reading.analysis.mentions, 1):
        actor = reading.analysis.actor(mention.actor)
        bodies = [_body("classifying", mention.label.value)]
        if actor is not None:
            bodies.append(_body("identifying", actor.name))
        yield _finding(article, key, f"mention:{number}", bodies, (mention.span,))
    for quote in reading.analysis.quotes:
        speaker = reading.speaker(quote)
        bodies = [_body("classifying", f"{quote.type.value} quotation")]
        if speaker is not None or quote.speaker is not None:
            words = speaker.name if speaker else quote.speaker.text if quote.speaker else ""
            bodies.append(_body("identifying", words))
        yield _finding(article, key, f"quote:{quote.id}", bodies, quote.spans)


def _annotation(annotation: Annotation, article: Article, key: str) -> dict[str, Any]:
    bodies = [_body("tagging", tag) for tag in annotation.tags]
    if annotation.note:
        bodies.append({**_body("commenting", annotation.note), "format": "text/markdown"})
    if annotation.correction is not None:
        correction = to_json(correction_to_dict(annotation.correction))
        bodies.append({**_body("editing", correction), "format": "application/json"})
    moments = {"created": annotation.created, "modified": annotation.modified}
    return {
        "id": _iri(annotation.id),
        "type": "Annotation",
        "motivation": list(dict.fromkeys(body["purpose"] for body in bodies)),
        "body": bodies,
        "target": _target(article, key, [_selectors(annotation.anchor)] if annotation.anchor else [])[0],
        **{name: moment for name, moment in moments.items() if moment},
    }


def _finding(
    article: Article, key: str, name: str, bodies: Sequence[dict[str, Any]], spans: Iterable[Span]
) -> dict[str, Any]:
    selectors = [_selectors(Anchor.of(article.text, *span)) for span in spans]
    return {
        "id": f"urn:x-lesart:found:{key}:{percent_encoded(name)}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": CREATOR,
        "body": list(bodies),
        "target": _target(article, key, selectors),
    }


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(
    article: Article, key: str, selectors: Sequence[Sequence[Mapping[str, Any]]]
) -> list[dict[str, Any]]:
    """The article as target, once for each passage; without passages, the whole article."""
    hashed = _hashed(key)
    on_the_web = is_address(article.source)
    target: dict[str, Any] = {"type": "SpecificResource", "source": hashed}
    if on_the_web:
        target |= {"source": article.source, "state": {"type": "TimeState", "cached": hashed}}
    return [{**target, "selector": list(each)} for each in selectors] or [target]


def _selectors(anchor: Anchor) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        },
        {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
    ]


def _hashed(key: str) -> str:
    """The URI of a text, made from its SHA-256."""
    return _HASHED + urlsafe_b64encode(bytes.fromhex(key)).decode().rstrip("=")


def _key(iri: str) -> str | None:
    """The article key in such a URI."""
    try:
        return urlsafe_b64decode(iri.removeprefix(_HASHED) + "=").hex() if iri.startswith(_HASHED) else None
    except ValueError:
        return None


def _iri(id: str) -> str:
    """An annotation's id as an IRI: hexadecimal ids as UUIDs, others in a namespace of Lesart's own."""
    try:
        if UUID(id).hex == id:
            return UUID(id).urn
    except ValueError:
        pass
    return _OWN + percent_encoded(id, safe="")


def _id(iri: str) -> str:
    """The id in an IRI; an IRI of another program always gives the same id."""
    if iri.startswith(_OWN):
        return unquote(iri.removeprefix(_OWN))
    try:
        return UUID(iri).hex if iri.startswith("urn:uuid:") else uuid5(NAMESPACE_URL, iri).hex
    except ValueError:
        return uuid5(NAMESPACE_URL, iri).hex


@dataclass(frozen=True, slots=True)
class Found:
    """An annotation read from a file, and what it says about its article."""

    annotation: Annotation
    key: str | None
    """Hash of the article's text, if the file contains it."""
    source: str
    """The article's address."""


def read(text: str) -> tuple[list[Found], int]:
    """The readers' annotations in a collection, a page, an array, or a single one. Raises UnreadableError.

    Lesart's own findings are skipped, and so are annotations with neither tag nor note. The number counts those that
    could not be read, such as highlights of a picture.
    """
    data = from_json(text)
    try:
        items = list(_all_items(data))
    except (TypeError, ValueError, AttributeError, RecursionError):
        raise UnreadableError(_("it holds no Web Annotations.")) from None
    found: list[Found] = []
    unread = 0
    for item in items:
        try:
            each = _read(item)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            unread += 1
        else:
            found += [each] if each is not None else []
    return found, unread


def is_jsonld(data: Any) -> bool:
    """Whether parsed JSON looks like Web Annotations rather than an article."""
    if isinstance(data, list):
        return bool(data) and is_jsonld(data[0])
    return isinstance(data, dict) and "text" not in data and bool(_types(data) & _CONTAINERS)


_CONTAINERS = frozenset(("Annotation", "AnnotationPage", "AnnotationCollection"))


def _types(data: Mapping[str, Any]) -> set[str]:
    return {each for each in _list(data.get("type", data.get("@type"))) if isinstance(each, str)}


def _all_items(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for each in data:
            yield from _all_items(each)
        return
    types = _types(data)
    if "Annotation" in types:
        yield data
    elif types & _CONTAINERS:
        yield from _all_items(_list(data.get("items")))
        if isinstance(data.get("first"), dict):
            yield from _all_items(data["first"])
    else:
        raise ValueError(f"no annotation is of the type {sorted(types)}")


def _read(item: Mapping[str, Any]) -> Found | None:
    creator = item.get("creator")
    if isinstance(creator, dict) and creator.get("id") == CREATOR["id"]:
        return None
    bodies = [_as_body(body) for body in _list(item.get("body", item.get("bodyValue")))]
    tags = tuple(value for purpose, value in bodies if purpose == "tagging" and value)
    note = "\n\n".join(value for purpose, value in bodies if purpose not in ("tagging", "editing") and value)
    corrections = [json.loads(value) for purpose, value in bodies if purpose == "editing" and value]
    correction = correction_from_dict(corrections[0]) if corrections else None
    target = _list(item["target"])[0]
    target = {"source": target} if isinstance(target, str) else target
    source = target.get("source", target.get("id", ""))
    source = source["id"] if isinstance(source, dict) else source
    state = next((each for each in _list(target.get("state")) if isinstance(each, dict)), {})
    keys = (_key(iri) for iri in (source, state.get("cached", "")))
    created, modified = (str(item.get(name) or "") for name in ("created", "modified"))
    annotation = Annotation(
        _id(str(item.get("id", item.get("@id", json.dumps(item, sort_keys=True))))),
        _anchor(_list(target.get("selector"))),
        tags,
        note,
        created,
        modified or created,
        correction,
    )
    if annotation.blank:
        return None
    return Found(annotation, next(filter(None, keys), None), source)


def _as_body(body: Any) -> tuple[str, str]:
    """Purpose and text of a body; external resources are given by their address."""
    if isinstance(body, str):
        return "commenting", body
    value = body.get("value", body.get("id", body.get("source", "")))
    return str(_list(body.get("purpose"))[0] if body.get("purpose") else "commenting"), str(value)


def _anchor(selectors: Sequence[Mapping[str, Any]]) -> Anchor | None:
    """The anchor in a target's selectors. The words are required; a missing position is searched for."""
    quote = next((each for each in selectors if each["type"] == "TextQuoteSelector"), None)
    if quote is None:
        if selectors:
            raise ValueError("a passage without a TextQuoteSelector cannot be found again")
        return None
    position = next((each for each in selectors if each["type"] == "TextPositionSelector"), None)
    exact = str(quote["exact"])
    start = int(position["start"]) if position else len(str(quote.get("prefix", "")))
    if start < 0 or not exact:
        raise ValueError("a passage without words")
    return Anchor(
        start, start + len(exact), exact, str(quote.get("prefix", "")), str(quote.get("suffix", ""))
    )


def _list(value: Any) -> list[Any]:
    """The values of a field that JSON-LD allows to be a single value or an array."""
    return value if isinstance(value, list) else [] if value is None else [value]
