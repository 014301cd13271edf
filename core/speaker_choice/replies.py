"""Words in marks behind a question in marks, which somebody else may answer."""

from core.parsed_text.parsed_text import ParsedText
from core.speaker_choice.candidates import Asked
from core.speaker_choice.features import Before
from core.text import dialogue

_NEAR = 60
"""Characters between what is asked and what is replied to it."""


def is_question(parsed: ParsedText, asked: Asked) -> bool:
    """Whether a quotation is direct speech that ends in a question mark."""
    return asked.type == "direct" and dialogue.is_question(parsed.text, asked.spans[-1][1])


def is_reply(parsed: ParsedText, asked: Asked, before: Before) -> bool:
    """Whether words in marks without a cue answer who spoke just before, by the dash alone between them."""
    bare = asked.type == "direct" and not asked.cue
    return bare and dialogue.is_answer(parsed.text, before.end, asked.spans[0][0])


def is_put_to_somebody(parsed: ParsedText, asked: Asked) -> bool:
    """Whether somebody is asked something or asked to do it, or has something put to them, in English."""
    if not parsed.by_parse or not asked.cue:
        return False
    cue = _words(parsed, asked)
    put = parsed.text[asked.cue[-1][1] :].startswith((" it to ", " to "))
    return (bool(asked.addressee) and _has(parsed, cue, "asking")) or (put and _has(parsed, cue, "putting"))


def answers_another(parsed: ParsedText, asked: Asked, before: Before) -> bool:
    """Whether "he" or "she" replies in marks, or "No." alone does, right behind what somebody asked, who is then not
    meant by it."""
    start = asked.spans[0][0]
    if asked.type != "direct" or not parsed.by_parse or not 0 <= start - before.end <= _NEAR:
        return False
    if not asked.cue:
        first = parsed.token_at(start) + 1
        stops = parsed.words[first + 1 : first + 2] in (["."], [","], ["!"])
        return stops and parsed.lexicon.has(parsed.low[first], "denying", "answer")
    pronoun = any(parsed.lexicon.has(parsed.text[a:b].lower(), "person_pronoun") for a, b in asked.speaker)
    return pronoun and _has(parsed, _words(parsed, asked), "replying")


def _words(parsed: ParsedText, asked: Asked) -> list[str]:
    return [word.lower() for start, end in asked.cue for word in parsed.text[start:end].split()]


def _has(parsed: ParsedText, words: list[str], name: str) -> bool:
    return any(parsed.lexicon.has(word, name) for word in words)
