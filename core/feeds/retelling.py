"""A sentence that was kept in one language, told in another: it is known again by the message that it was made of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from core.translation import language, told_in

_VALUE = re.compile(r"\{(\w+)(?:![rs])?(?::[^{}]*)?\}")
_LEAST = 12
"""Characters of a message, without its values, by which a sentence with values is known."""
_DEPTH = 3
"""How often a value is looked for among the messages in turn: a sentence may tell why another could not be done."""


def retold(sentence: str, spoken: str) -> str:
    """A sentence in the language in use that was made in another, `spoken`; "" if no message is like it."""
    return _retold(sentence, spoken, language(), _DEPTH)


@lru_cache(1000)
def _retold(sentence: str, spoken: str, wanted: str, depth: int) -> str:
    if not depth:
        return ""
    found = max(_fitting(sentence, spoken, wanted), key=lambda each: each[0], default=None)
    if found is None:
        return ""
    _size, message, values = found
    other = {name: _retold(words, spoken, wanted, depth - 1) or words for name, words in values.items()}
    return _VALUE.sub(lambda value: other.get(value[1], value[0]), message)


def _fitting(sentence: str, spoken: str, wanted: str) -> Iterator[tuple[int, str, dict[str, str]]]:
    """The messages that a sentence may have been made of: how much of it is theirs, what they are now, the values."""
    for parts, size, message in _templates((spoken, wanted)):
        if len(parts) == 1 and parts[0] == sentence:
            yield size, message, {}
        elif len(parts) > 1 and size >= _LEAST and all(part in sentence for part in parts[::2]):
            match = re.fullmatch(_pattern(parts), sentence, re.DOTALL)
            yield from [(size, message, match.groupdict())] if match else ()


def _pattern(parts: tuple[str, ...]) -> str:
    seen = set[str]()
    pattern = ""
    for number, part in enumerate(parts):
        if number % 2 == 0:
            pattern += re.escape(part)
        else:
            pattern += f"(?P={part})" if part in seen else f"(?P<{part}>.+?)"
            seen.add(part)
    return pattern


@lru_cache(2)
def _templates(languages: tuple[str, str]) -> tuple[tuple[tuple[str, ...], int, str], ...]:
    """The messages of a language in parts, words and names of values by turns, with their size and what they are now.

    The second of the `languages` is the one in use.
    """
    told = ((tuple(_VALUE.split(words)), message) for words, message in told_in(languages[0]))
    return tuple((parts, sum(map(len, parts[::2])), message) for parts, message in told)
