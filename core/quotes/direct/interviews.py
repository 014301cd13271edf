"""Interviews whose turns have no names before them: questions in bold, or question marks against paragraphs."""

import re
from collections.abc import Sequence

from core.articles.article import Turn as Part
from core.articles.writer_credits import is_writer_credit
from core.parsed_text.parsed_text import ParsedText
from core.quotes.direct.layout import FEWEST_TURNS, SPOKEN_KINDS, Turn, is_asked, is_question, said_in

_FORMAL = re.compile(r"(?<=[\w,–] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b")
_LONGEST_QUESTION = 60
"""Words of a paragraph that is a question to somebody."""
_LONGEST_REMARK = 30
"""Words of a paragraph that takes the place of a question without a question mark: "Das klingt mühsam." """


def unlabelled_turns(parsed: ParsedText) -> list[Turn]:
    """The turns of an interview in which neither side is named; empty for other texts."""
    spoken = [number for number, kind in enumerate(parsed.kinds) if kind in SPOKEN_KINDS]
    parts = _by_weight(parsed, spoken) or _by_marks(parsed, _before_credit(parsed, spoken))
    return [
        Turn(number, None, said_in(parsed, number), answers=part is Part.ANSWER) for number, part in parts
    ]


def _before_credit(parsed: ParsedText, spoken: Sequence[int]) -> Sequence[int]:
    """The paragraphs before the line that ends an interview: "Interview: Lea Sommer"."""
    asked = next((number for number in spoken if is_question(parsed, number)), len(parsed.kinds))
    credits = [number for number in range(asked, len(parsed.kinds)) if parsed.kinds[number] == "credit"]
    answered = [
        number for number in credits if is_writer_credit(parsed.text[slice(*parsed.paragraphs[number])])
    ]
    return [number for number in spoken if not answered or number < answered[0]]


def _by_weight(parsed: ParsedText, spoken: Sequence[int]) -> list[tuple[int, Part]]:
    """The paragraphs that the page shows as question or answer."""
    turns = {block.start: block.turn for block in parsed.blocks if block.turn is not None}
    found = ((number, turns.get(parsed.paragraphs[number][0])) for number in spoken)
    return [(number, part) for number, part in found if part is not None]


def _by_marks(parsed: ParsedText, spoken: Sequence[int]) -> list[tuple[int, Part]]:
    """Questions that address somebody, again and again, and between them answers that say "ich" or "wir"."""
    asked = [k for k, number in enumerate(spoken) if _asks(parsed, number)]
    addressed = sum(_addresses(parsed, spoken[k]) for k in asked)
    if len(asked) < FEWEST_TURNS or 2 * addressed < len(asked):
        return []
    region = spoken[asked[0] :]
    questions = {k - asked[0] for k in asked}
    if any(k + 1 in questions for k in questions) or len(region) - 1 in questions:
        return []
    if all(k % 2 == 0 for k in questions) and all(
        _words(parsed, region[k]) <= _LONGEST_REMARK
        for k in range(0, len(region) - 1, 2)
        if k not in questions
    ):
        questions = set(range(0, len(region) - 1, 2))
    region = region[: max(questions) + 2]
    answers = [k for k in range(len(region)) if k not in questions]
    personal = sum(_says_i(parsed, region[k]) for k in answers)
    if 2 * personal < len(answers) or any(_is_told(parsed, region[k]) for k in questions):
        return []
    return [(number, Part.QUESTION if k in questions else Part.ANSWER) for k, number in enumerate(region)]


def _asks(parsed: ParsedText, number: int) -> bool:
    """Whether a paragraph asks, or says to somebody what he may answer to: "Die Gegner werfen Ihnen Geiz vor." """
    if _words(parsed, number) > _LONGEST_QUESTION:
        return False
    return is_question(parsed, number) or (_addresses(parsed, number) and not _says_i(parsed, number))


def _addresses(parsed: ParsedText, number: int) -> bool:
    """Whether a paragraph addresses somebody by a pronoun with a capital within a sentence, or in a question."""
    if is_question(parsed, number):
        return is_asked(parsed, number)
    return bool(_FORMAL.search(parsed.text, *parsed.paragraphs[number]))


def _words(parsed: ParsedText, number: int) -> int:
    return len(parsed.text[slice(*parsed.paragraphs[number])].split())


def _says_i(parsed: ParsedText, number: int) -> bool:
    """Whether a paragraph speaks of whoever speaks, outside of marks."""
    start, end = parsed.paragraphs[number]
    tokens = range(parsed.token_from(start), parsed.token_from(end))
    return any(
        parsed.lexicon.has(parsed.low[i], "first_person") and parsed.stretch_at(i) is None for i in tokens
    )


def _is_told(parsed: ParsedText, number: int) -> bool:
    """Whether a paragraph has speech in marks with a verb of saying beside it, as a report has and no question."""
    start, end = parsed.paragraphs[number]
    return any(
        start <= marked.start < end and parsed.text[marked.end : end].lstrip(" ").startswith(",")
        for marked in parsed.speech
    )
