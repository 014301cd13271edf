"""Nouns for people in general that are taken for somebody's name: "sagen Angler", "Dänemarks Fischer klagen"."""

from collections.abc import Sequence

from core.analysis.analysis import Form, Label, Mention
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import without_genitive


def without_people_in_general(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those of one word that says what people are and is alone the subject of a plural verb.

    A word that is part of a longer name in the text ("Udo Fischer") stays a name. Without a parse, all stay.
    """
    if not parsed.has_parse or parsed.by_parse:
        return list(mentions)
    words = [parsed.text[mention.start : mention.end].split() for mention in mentions]
    in_full = {word for several in words if len(several) > 1 for word in several}
    return [
        mention
        for mention, own in zip(mentions, words, strict=True)
        if mention.form is not Form.NAME
        or mention.label is not Label.PER
        or len(own) > 1
        or own[0] in in_full
        or without_genitive(own[0]) in in_full
        or not _are_several(parsed, mention, own[0])
    ]


def _are_several(parsed: ParsedText, mention: Mention, word: str) -> bool:
    """Whether a noun for people has a verb in the plural, though nobody is named beside it."""
    token = parsed.parsed_at(mention.start)
    if token is None or parsed.dep[token] != "nsubj" or parsed.lexicon.role(word) is None:
        return False
    joined = any(parsed.dep[child] == "conj" for child in parsed.children(token))
    return not joined and parsed.number[parsed.head[token]] == "Plur"
