"""Turns of a conversation in quotation marks: a question, and behind nothing but a dash its answer."""

DASHES = ("–", "—", "-")
_MARKS = "“”„«»‹›\"‘’‚'"


def is_question(text: str, end: int) -> bool:
    """Whether words in marks that end at an offset, the mark with them or not, end in a question mark."""
    return text[max(0, end - 2) : end].rstrip(_MARKS).endswith("?")


def is_answer(text: str, end: int, start: int) -> bool:
    """Whether words in marks from `start` answer a question in marks up to `end`: "„Warum?“ – „Weil es geht.“"."""
    return is_question(text, end) and text[end:start].strip() in DASHES
