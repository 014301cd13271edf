"""Who says what is said in a German text."""

from core.api import analyze


def speakers(text: str) -> list[str | None]:
    """The name of who says each quotation, in text order; None where it is left open."""
    read = analyze(text, language="de")
    found = [read.speaker(quote) for quote in read.analysis.quotes]
    return [actor.name if actor else None for actor in found]
