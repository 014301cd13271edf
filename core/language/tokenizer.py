"""spaCy's tokenizer, for the files of the bundled pipelines, with patterns that are ready sooner.

spaCy's patterns list the letters of all scripts, which is what makes them slow to compile. For a token in Latin letters
they are compiled without the others.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Self

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from srsly import msgpack_loads  # type: ignore[import-untyped]

_IS_FAR = re.compile(
    "[^\0-\u024f\u2000-\u20cf\u0c80-\u0cff\u2500-\u25ff\u30a0-\u30ff\ufe30-\ufe3f\uff00-\uff0f]"
)
"""Neither Latin nor a punctuation mark or sign of a currency, nor what emoticons among the exceptions are made of."""
_FAR_CODE = "(?!0[01]|02[0-4]|20[0-9A-C]|0C[89A-F]|25|30[A-F]|FE3|FF0)[0-9A-F]{4}"
_FAR_SIGN = rf"(?:[Ͱ-ԯ]|\\u{_FAR_CODE}|\\U[0-9A-F]{{8}})"
"""How far letters are written in spaCy's patterns: the Greek and Cyrillic ones as they are, the others as escapes."""
_FAR_SIGNS = re.compile(f"(?<!-){_FAR_SIGN}(?:-{_FAR_SIGN})?(?!-)")
"""Far letters and ranges of them, but no end of a range that is not far altogether."""
_ESCAPE_OR_SET = re.compile(r"\\.|\[(?:\\.|[^\\\]])+\]")


class Pattern:
    """A regular expression, compiled without the far characters of its sets until a text has one."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def search(self, text: str) -> re.Match[str] | None:
        """As of the regular expression."""
        return self._enough_for(text).search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of the regular expression."""
        return self._enough_for(text).finditer(text)

    def _enough_for(self, text: str) -> re.Pattern[str]:
        return self._whole if _IS_FAR.search(text) else self._short

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def _short(self) -> re.Pattern[str]:
        return re.compile(_ESCAPE_OR_SET.sub(_without_far, self.pattern))


def _without_far(part: re.Match[str]) -> str:
    """An escape as it is, a set without its far characters."""
    return _FAR_SIGNS.sub("", part[0]) if part[0].startswith("[") else part[0]


class TokenizerOfFile(Tokenizer):  # type: ignore[misc]  # a class of spaCy's, which has no types
    """A tokenizer that knows nothing before it is loaded. It saves what spaCy's own saves."""

    def from_bytes(self, bytes_data: bytes, **_: Any) -> Self:
        """Load the patterns and the exceptions from the bytes of `to_bytes`."""
        data = msgpack_loads(bytes_data)
        # Each pattern that is set reads the exceptions anew: they come last.
        self.rules = {}
        self.prefix_search = Pattern(data["prefix_search"]).search
        self.suffix_search = Pattern(data["suffix_search"]).search
        self.infix_finditer = Pattern(data["infix_finditer"]).finditer
        self.token_match = data["token_match"] and re.compile(data["token_match"]).match
        self.url_match = data["url_match"] and re.compile(data["url_match"]).match
        self.faster_heuristics = data["faster_heuristics"]
        self.rules = data["exceptions"]
        return self
