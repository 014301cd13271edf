"""What is known about an article: mentions, actors and quotes."""

from core.analysis.analysis import (
    Actor,
    ActorKind,
    Analysis,
    Candidate,
    Form,
    Label,
    Mention,
    Part,
    Quote,
    QuoteType,
    Speaker,
)

__all__ = [
    "Actor",
    "ActorKind",
    "Analysis",
    "Candidate",
    "Form",
    "Label",
    "Mention",
    "Part",
    "Quote",
    "QuoteType",
    "Speaker",
]
