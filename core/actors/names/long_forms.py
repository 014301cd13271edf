"""Bodies written out before their short form in brackets: "Gewerkschaft der Lokführer (GdL)"."""

import re
from collections.abc import Sequence

from core.actors.names.span_extension import merged
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import is_acronym_of, spelling

_SHORT_FORM = re.compile(r"\s\(([A-ZÄÖÜ][\w-]{1,7})\)")
_WORD = re.compile(r"[\w-]+")
_SMALL = frozenset("der des die für und von im in zur zum of the de la".split())
_LONGEST = 9
"""Words in the longest name that is looked for."""


def with_long_forms(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """The names with every body that its short form in brackets spells; parts of it that were taken for names go."""
    if parsed.by_parse:
        return list(mentions)
    starts = {mention.start: mention for mention in mentions if mention.form is Form.NAME}
    found: list[Mention] = []
    for match in _SHORT_FORM.finditer(parsed.text):
        start = _start(parsed, match.start(), match.group(1))
        if start is None:
            continue
        short = starts.get(match.start(1))
        words = parsed.text[start : match.start()].split()
        noun = any(tables.body_noun(word) or parsed.lexicon.is_body(word) for word in words)
        if noun or (short is not None and short.label is Label.ORG):
            found.append(Mention(start, match.start(), Label.ORG))
    found = [body for body in found if not any(_crosses(mention, body) for mention in mentions)]
    kept = [m for m in mentions if not any(b.start <= m.start and m.end <= b.end for b in found)]
    return merged(kept, found) if found else list(mentions)


def _start(parsed: ParsedText, end: int, short: str) -> int | None:
    """Where the words begin whose first letters are those of a short form; None where none are."""
    before = parsed.before(end, 120)
    words = list(_WORD.finditer(before))[-_LONGEST:]
    for k in range(len(words) - 1, -1, -1):
        word = words[k].group()
        gap = before[words[k].end() : words[k + 1].start() if k + 1 < len(words) else len(before)]
        if gap not in ("", " ") or not (word[:1].isupper() or word in _SMALL):
            return None
        phrase = before[words[k].start() :]
        initials = [each.group()[0] for each in words[k:] if each.group()[0].isupper()]
        spelt = all(letter.casefold() in short.casefold() for letter in initials)
        opens = word[:1].isupper() and not parsed.lexicon.has(word.lower(), "determiner", "contracted")
        if " " in phrase and spelling(word)[:1] == spelling(short)[:1] and opens and spelt:
            return end - len(phrase) if is_acronym_of(short, phrase) else None
    return None


def _crosses(mention: Mention, body: Mention) -> bool:
    """Whether a name forbids a body: a person's within it, or one that reaches over its edge or names it already."""
    if mention.end <= body.start or mention.start >= body.end:
        return False
    inside = body.start <= mention.start and mention.end <= body.end
    return not inside or mention.label is Label.PER or mention.span == body.span
