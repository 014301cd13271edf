"""Quotations that say again what another says, as captions do: "„Es war ein Anruf …“" under a picture."""

import re
from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.quotes.finding import Finding

_WORD = re.compile(r"\w+")
_LONGEST = 40
"""Words that are compared; the rest of a long quotation does not matter."""
_FEWEST = 3
"""Words; shorter ones ("Ja.") may be said by anybody."""


def with_repeats(text: str, found: list[Finding]) -> list[Finding]:
    """The findings, each direct one with the place in the list of an earlier one of the same words, or of the same
    beginning where it breaks off."""
    first: dict[tuple[str, ...], int] = {}
    result: list[Finding] = []
    for place, finding in enumerate(found):
        words = _words(text, finding) if finding.type is QuoteType.DIRECT else ()
        if len(words) < _FEWEST:
            result.append(finding)
            continue
        earlier = first.get(words)
        for length in range(_FEWEST, len(words) + 1):
            first.setdefault(words[:length], place)
        again = earlier is not None and earlier != finding.within
        result.append(replace(finding, repeats=earlier) if again else finding)
    return result


def _words(text: str, finding: Finding) -> tuple[str, ...]:
    return tuple(word.lower() for start, end in finding.spans for word in _WORD.findall(text[start:end]))[
        :_LONGEST
    ]
