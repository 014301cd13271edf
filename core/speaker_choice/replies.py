"""Words in marks behind a question in marks, which somebody else may answer."""

from core.parsed_text.parsed_text import ParsedText
from core.speaker_choice.candidates import Asked
from core.speaker_choice.features import Before

_DASHES = ("–", "—", "-")
_MARKS = "“”„«»‹›\"‘’‚'"


def is_question(parsed: ParsedText, asked: Asked) -> bool:
    """Whether a quotation is direct speech that ends in a question mark."""
    return asked.type == "direct" and _asks(parsed.text, asked.spans[-1][1])


def is_reply(parsed: ParsedText, asked: Asked, before: Before) -> bool:
    """Whether words in marks answer who spoke just before, by the dash alone between them: "„Warum?“ – „Weil …“"."""
    bare = asked.type == "direct" and not asked.cue
    between = parsed.text[before.end : asked.spans[0][0]].strip()
    return bare and between in _DASHES and _asks(parsed.text, before.end)


def _asks(text: str, end: int) -> bool:
    return text[max(0, end - 2) : end].rstrip(_MARKS).endswith("?")
