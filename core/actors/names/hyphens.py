"""Names with a hyphen that a tokenizer has split: "Kelly-Anne Marsden", "Pryce-Jones"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.analysis.analysis import Form, Label, Mention
from core.parsed_text.parsed_text import ParsedText

_BEFORE = re.compile(r"(?<![\w-])(?:[A-Z][\w’']*-)+$")
_BEHIND = re.compile(r"(?:-[A-Z][\w’']*)+")
_VERB_BEHIND = re.compile(r"-[a-z]")
"""What shows that a word is no name: "Cross-examined"."""


def joined_at_hyphens(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """The names with what a hyphen joins to them, where a language is read by the parse; no first parts of verbs."""
    if not parsed.by_parse:
        return list(mentions)
    kept: list[Mention] = []
    for mention in mentions:
        if mention.form is Form.NAME and mention.label is Label.PER:
            if _VERB_BEHIND.match(parsed.after(mention.end, 3)):
                continue
            before = _BEFORE.search(parsed.before(mention.start, 30))
            behind = _BEHIND.match(parsed.after(mention.end, 40))
            start = mention.start - (len(before.group()) if before else 0)
            mention = replace(mention, start=start, end=mention.end + (behind.end() if behind else 0))
        last = kept[-1] if kept else None
        if last is not None and mention.start <= last.end and last.label is mention.label:
            kept[-1] = replace(last, end=max(last.end, mention.end))
        elif last is None or mention.start >= last.end:
            kept.append(mention)
    return kept
