"""Words in marks behind a question in marks, which somebody else may answer."""

from core.parsed_text.parsed_text import ParsedText
from core.speaker_choice.candidates import Asked
from core.speaker_choice.features import Before
from core.text import dialogue


def is_question(parsed: ParsedText, asked: Asked) -> bool:
    """Whether a quotation is direct speech that ends in a question mark."""
    return asked.type == "direct" and dialogue.is_question(parsed.text, asked.spans[-1][1])


def is_reply(parsed: ParsedText, asked: Asked, before: Before) -> bool:
    """Whether words in marks without a cue answer who spoke just before, by the dash alone between them."""
    bare = asked.type == "direct" and not asked.cue
    return bare and dialogue.is_answer(parsed.text, before.end, asked.spans[0][0])
