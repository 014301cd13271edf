"""An annotation and its anchor as the JSON objects that stand in files, and back."""

from typing import Any

from core.annotations.annotation import Anchor, Annotation


def annotation_to_dict(annotation: Annotation) -> dict[str, Any]:
    """An annotation as it stands in a file; "correction" is there only where it holds one."""
    data: dict[str, Any] = {
        "id": annotation.id,
        "anchor": annotation.anchor and anchor_to_dict(annotation.anchor),
        "tags": list(annotation.tags),
        "note": annotation.note,
        "created": annotation.created,
        "modified": annotation.modified,
    }
    if annotation.correction is not None:
        # Imported when there is one: the package holds all that corrects.
        from core.annotations.corrections.serialise import correction_to_dict

        data["correction"] = correction_to_dict(annotation.correction)
    return data


def annotation_from_dict(data: dict[str, Any]) -> Annotation:
    """The annotation in a file. Raises KeyError, TypeError or ValueError when it is none."""
    anchor, correction = data["anchor"], data.get("correction")
    if correction is not None:
        from core.annotations.corrections.serialise import correction_from_dict

        correction = correction_from_dict(correction)
    return Annotation(
        text_in(data["id"]),
        None if anchor is None else anchor_from_dict(anchor),
        tuple(text_in(tag) for tag in data["tags"]),
        text_in(data["note"]),
        text_in(data["created"]),
        text_in(data["modified"]),
        correction,
    )


def anchor_to_dict(anchor: Anchor) -> dict[str, Any]:
    """An anchor as it stands in a file."""
    return {
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def anchor_from_dict(data: dict[str, Any]) -> Anchor:
    """The anchor in a file. Raises KeyError, TypeError or ValueError when it is none."""
    anchor = Anchor(
        _whole(data["start"]),
        _whole(data["end"]),
        text_in(data["exact"]),
        text_in(data["prefix"]),
        text_in(data["suffix"]),
    )
    if not anchor.exact or anchor.end - anchor.start != len(anchor.exact):
        raise ValueError("the passage is not as long as its words")
    return anchor


def text_in(value: Any) -> str:
    """`value`, which must be text. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _whole(value: Any) -> int:
    """`value`, which must be a whole number from zero."""
    if type(value) is not int or value < 0:
        raise TypeError("whole number expected")
    return value
