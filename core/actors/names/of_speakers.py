"""Names of people read off the phrases that say who speaks: for languages in which no model finds names."""

import re
from collections.abc import Iterable
from itertools import takewhile

from core.analysis.analysis import Label, Mention
from core.lexicon.lexicon import Lexicon
from core.text.spans import Span

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def names_of_speakers(text: str, speakers: Iterable[Span], lexicon: Lexicon) -> list[Mention]:
    """A person for every speaker phrase that ends in two capitals or more, and for their surnames by themselves.

    A phrase with an article in front is a body's or an office's, and gives no name.
    """
    runs = [run for span in dict.fromkeys(speakers) if (run := _name_in(text, span, lexicon)) is not None]
    surnames = {text[start:end].split()[-1] for start, end in runs if " " in text[start:end]}
    return [
        Mention(start, end, Label.PER)
        for start, end in runs
        if " " in text[start:end] or text[start:end] in surnames
    ]


def _name_in(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """The run of capitalised words at the end of a phrase, up to its first comma, without titles and offices."""
    head = text[slice(*span)].split(",")[0]
    words = list(_WORD.finditer(text, span[0], span[0] + len(head)))
    if not words or lexicon.has(words[0].group().lower(), "determiner", "subject_pronoun"):
        return None
    run = list(takewhile(lambda word: word.group()[0].isupper(), reversed(words)))[::-1]
    offices = [k for k, word in enumerate(run) if lexicon.role(word.group()) is not None]
    run = run[offices[-1] + 1 :] if offices else run
    return (run[0].start(), run[-1].end()) if run else None
