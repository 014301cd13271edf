"""Lines that say no more than who wrote or asked: "Interview: Lea Sommer", "Das Gespräch führte Jon Varga"."""

import re

from core.text.tables import either

LONGEST = 100
"""Characters of such a line."""
_NAME = r"[A-ZÄÖÜ][\w.’'-]*(?:\s(?:[a-zäöü]{2,3}\s){0,2}[A-ZÄÖÜ][\w.’'-]+){1,3}"
_AND = r"(?:,\s|\s?/\s?|\s(?:und|and|&|sowie)\s)"
_CREDIT = re.compile(
    rf"[(\[–—]?\s?(?:(?:{either('writer_label')})\s?:|(?:{either('writer_phrase')}):?)\s"
    rf"{_NAME}(?:{_AND}{_NAME})*(?:\s?[/,]\s?\w+)?\s?[)\].]{{0,2}}"
)


def is_writer_credit(words: str) -> bool:
    """Whether a line names who wrote a text, led an interview or put it down, and says nothing else."""
    return len(words) <= LONGEST and _CREDIT.fullmatch(words) is not None
