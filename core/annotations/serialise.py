"""An annotation as the JSON object that is kept and exchanged, and back."""

from collections.abc import Mapping
from typing import Any

from core.annotations.annotation import Annotation
from core.annotations.corrections.serialise import (
    anchor_from_dict,
    anchor_to_dict,
    correction_from_dict,
    correction_to_dict,
)


def annotation_to_dict(annotation: Annotation) -> dict[str, Any]:
    """The object; "correction" is there only where the annotation holds one."""
    data: dict[str, Any] = {
        "id": annotation.id,
        "anchor": annotation.anchor and anchor_to_dict(annotation.anchor),
        "tags": list(annotation.tags),
        "note": annotation.note,
        "created": annotation.created,
        "modified": annotation.modified,
    }
    if annotation.correction is not None:
        data["correction"] = correction_to_dict(annotation.correction)
    return data


def annotation_from_dict(data: Mapping[str, Any]) -> Annotation:
    """The annotation in an object. Raises KeyError, TypeError or ValueError when it is none."""
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


def _text(value: Any) -> str:
    """`value`, which must be text."""
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value
