"""A reader's corrections of an analysis: what they are, how they are kept, and what an analysis is with them."""

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
