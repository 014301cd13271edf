"""Convert annotations and corrections to and from JSON objects."""

from typing import Any

from core.analysis import ActorKind, Label, QuoteType
from core.annotations.anchor import anchor_from_dict, anchor_to_dict, text_in, texts_in
from core.annotations.annotation import Annotation
from core.annotations.correction import (
    AddAlias,
    AddQuote,
    Assign,
    Correction,
    Dismiss,
    Merge,
    Move,
    Rename,
    SetKind,
    SetLabel,
    SetSpeaker,
    SetType,
    Subject,
    Who,
)


def annotation_to_dict(annotation: Annotation) -> dict[str, Any]:
    """The form of an annotation in files; "correction" is present only if it has one."""
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


def annotation_from_dict(data: dict[str, Any]) -> Annotation:
    """The annotation from a file. Raises KeyError, TypeError or ValueError if the data is not an annotation."""
    anchor, correction = data["anchor"], data.get("correction")
    if correction is not None:
        correction = correction_from_dict(correction)
    return Annotation(
        text_in(data["id"]),
        None if anchor is None else anchor_from_dict(anchor),
        texts_in(data["tags"]),
        text_in(data["note"]),
        text_in(data["created"]),
        text_in(data["modified"]),
        correction,
    )


def correction_to_dict(correction: Correction) -> dict[str, Any]:
    """The correction as an object, with its kind under "does"."""
    match correction:
        case Merge(name, into):
            return {"does": "merge", "name": name, "into": _who(into)}
        case Assign(kind, to, everywhere):
            return {
                "does": "assign",
                "kind": kind.value,
                "to": to and _who(to),
                "everywhere": everywhere,
            }
        case Rename(name, to):
            return {"does": "rename", "name": name, "to": to}
        case SetKind(name, kind):
            return {"does": "kind", "name": name, "kind": kind.value}
        case AddAlias(name, alias, kind):
            return {"does": "alias", "name": name, "alias": alias, "kind": kind.value}
        case Dismiss(subject, name):
            return {"does": "dismiss", "subject": subject.value, "name": name}
        case SetLabel(label):
            return {"does": "label", "label": label.value}
        case Move(to):
            return {"does": "move", "to": anchor_to_dict(to)}
        case SetSpeaker(speaker):
            return {"does": "speaker", "speaker": speaker and _who(speaker)}
        case SetType(type):
            return {"does": "type", "type": type.value}
        case AddQuote(type, speaker):
            return {"does": "quote", "type": type.value, "speaker": speaker and _who(speaker)}


def correction_from_dict(data: dict[str, Any]) -> Correction:
    """The correction from an object. Raises KeyError, TypeError or ValueError if the data is not a correction."""
    match data["does"]:
        case "merge":
            return Merge(text_in(data["name"]), _who_from(data["into"]))
        case "assign":
            return Assign(ActorKind(data["kind"]), _perhaps(data["to"]), data["everywhere"] is True)
        case "rename":
            return Rename(text_in(data["name"]), text_in(data["to"]))
        case "kind":
            return SetKind(text_in(data["name"]), ActorKind(data["kind"]))
        case "alias":
            return AddAlias(text_in(data["name"]), text_in(data["alias"]), ActorKind(data["kind"]))
        case "dismiss":
            return Dismiss(Subject(data["subject"]), text_in(data["name"]))
        case "label":
            return SetLabel(Label(data["label"]))
        case "move":
            return Move(anchor_from_dict(data["to"]))
        case "speaker":
            return SetSpeaker(_perhaps(data["speaker"]))
        case "type":
            return SetType(QuoteType(data["type"]))
        case "quote":
            return AddQuote(QuoteType(data["type"]), _perhaps(data["speaker"]))
        case other:
            raise ValueError(f"no correction is called {other!r}")


def _who(who: Who) -> dict[str, Any]:
    return {"name": who.name, "anchor": who.anchor and anchor_to_dict(who.anchor)}


def _who_from(data: dict[str, Any]) -> Who:
    anchor = data["anchor"]
    return Who(text_in(data["name"]), None if anchor is None else anchor_from_dict(anchor))


def _perhaps(data: dict[str, Any] | None) -> Who | None:
    return None if data is None else _who_from(data)
