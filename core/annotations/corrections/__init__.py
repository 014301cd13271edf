"""A reader's corrections of an analysis, and how they are applied."""

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
from core.annotations.corrections.apply import Corrected, Misfit, apply, correct

__all__ = [
    "AddAlias",
    "AddQuote",
    "Assign",
    "Corrected",
    "Correction",
    "Dismiss",
    "Merge",
    "Misfit",
    "Move",
    "Rename",
    "SetKind",
    "SetLabel",
    "SetSpeaker",
    "SetType",
    "Subject",
    "Who",
    "apply",
    "correct",
]
