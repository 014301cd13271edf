"""A member of a German party told of by what the party is called: "sagte der Grüne", "so die Liberale"."""

from collections.abc import Sequence

from core.analysis.analysis import Form, Mention
from core.parsed_text.parsed_text import ParsedText


def member_of_party(parsed: ParsedText, token: int) -> str | None:
    """The sex of a single member whom a word means with the article before it, "m" or "f".

    None where it means the party, a plural ("die Grünen") or "die Linke", or begins a name ("der Grüne Punkt").
    """
    if not 0 < token < len(parsed.words) or not parsed.lexicon.has(parsed.low[token], "party_member"):
        return None
    following = parsed.words[token + 1] if token + 1 < len(parsed.words) else ""
    if not parsed.words[token][:1].isupper() or following[:1].isupper() or following == "-":
        return None
    article = parsed.low[token - 1]
    if article == "die" and parsed.low[token] == "linke":
        return None
    return {"der": "m", "die": "f"}.get(article)


def without_party_members(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """The names without those that mean one member of a party."""
    return [
        each
        for each in mentions
        if each.form is not Form.NAME
        or member_of_party(parsed, parsed.token_from(each.start)) is None
        or " " in parsed.text[each.start : each.end]
    ]
