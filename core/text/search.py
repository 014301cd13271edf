"""Find words in a text however they are spelt."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from unicodedata import normalize

from core.text.folding import DASHES
from core.text.quotation_marks import DOUBLE, SINGLE
from core.text.spans import Span
from core.text.wrong_patterns import reason
from core.translation import _

MOST = 10_000
"""Number of hits after which a search ends: more than anyone steps through."""

LONGEST = 200
"""Maximum length of a query in characters."""

PATIENCE = 2.0
"""Time limit for a regular expression in seconds."""

_UNSEEN = r"(?:[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]|[-‐]\n[ \t]*(?=\w))"
"""What may come between two letters of a word: accents, soft hyphens, a hyphen with a line break."""

_LATIN = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]

_STROKES = str.maketrans("øØłŁđĐħĦ", "oOlLdDhH")

_ALIKE = {
    "ä": "ä|ae|æ",
    "ö": "ö|oe|ø|œ",
    "ü": "ü|ue",
    "ß": "ß|ẞ|ss",
    "ss": "ss|ß|ẞ",
    "ae": "ae|ä|æ",
    "oe": "oe|ö|ø|œ",
    "ue": "ue|ü",
    "...": r"\.{3}|…",
    "…": r"\.{3}|…",
    '"': f'["{DOUBLE}]',
    "'": f"['{SINGLE}]",
    "-": f"[{DASHES}]",
}
"""Equivalent spellings. Umlauts are separate letters here: a search for "schön" does not find "schon"."""

_PIECE = re.compile(r"\s+|\.\.\.|ss|[aou]e|.", re.IGNORECASE | re.DOTALL)


def find(text: str, query: str, regex: bool = False) -> list[Span]:
    """Where `query` occurs in `text`, in order and without overlap, at most 10,000 places.

    Case, accents and the spellings of umlauts and ß are ignored, and so is the difference between typographic and
    plain quotation marks; white space matches any white space, line breaks included, and hyphenation at the end of a
    line is skipped. With `regex` the query is a regular expression (`re` syntax, case ignored). It is evaluated in a
    child process that is ended after two seconds, so call this outside the event loop.
    Raises ValueError with a sentence for the reader if the query is too long, invalid or takes too long.
    """
    if not query.strip():
        return []
    if len(query) > LONGEST:
        raise ValueError(
            _("The search has {number} characters; {longest} are the most.").format(
                number=len(query), longest=LONGEST
            )
        )
    if regex:
        return _spans_apart(query, text)
    # Allowing for invisible characters is several times slower, and most texts have none.
    between = f"{_UNSEEN}*" if re.search(_UNSEEN, text) else ""
    return _spans(re.compile(_folded(query, between), re.IGNORECASE), text)


def matcher(query: str) -> Callable[[str], bool]:
    """Whether a text contains every word of `query`, in any order, by the rules of `find`; true for an empty query."""
    patterns = [re.compile(_folded(word, ""), re.IGNORECASE) for word in query.split()]
    return lambda text: all(pattern.search(text) for pattern in patterns)


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    spans: list[Span] = []
    for match in pattern.finditer(text):
        if match.start() < match.end():
            spans.append(match.span())
            if len(spans) == MOST:
                break
    return spans


def _folded(query: str, between: str) -> str:
    """A pattern for every spelling of the query, with the pattern `between` after each letter."""
    pieces = _PIECE.findall(normalize("NFC", query.strip()).replace("\u00ad", ""))
    return between.join(r"\s+" if piece.isspace() else _variants(piece.lower(), between) for piece in pieces)


@cache
def _variants(piece: str, between: str) -> str:
    """A pattern for one letter, letter pair or mark in all its spellings."""
    if piece in "äöü":
        base = normalize("NFD", piece)
        return f"(?:{_ALIKE[piece]}|{base})"
    if len(piece) == 2 and piece[1] == "e":
        umlaut = normalize("NFD", {"ae": "ä", "oe": "ö", "ue": "ü"}[piece])
        return f"(?:{_plain(piece[0])}{between}{_plain('e')}|{_ALIKE[piece]}|{umlaut})"
    if piece == "ss":
        return f"(?:s{between}s|ß|ẞ)"
    if piece in _ALIKE:
        return f"(?:{_ALIKE[piece]})"
    return _plain(piece)


@cache
def _plain(char: str) -> str:
    """A pattern for a letter with any accent or none, or for any other character as it is."""
    base = _bare(char)
    accented = "".join(other for other in _LATIN if _bare(other).lower() == base)
    return f"[{re.escape(base)}{accented}]" if accented else re.escape(char)


def _bare(letter: str) -> str:
    """A letter without its accents; a stroke through it counts as an accent."""
    return normalize("NFD", letter)[0].translate(_STROKES)


_APART = """
import json, re, sys
query, most = json.loads(sys.argv[1])
text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
spans = []
for match in re.finditer(query, text, re.IGNORECASE | re.MULTILINE):
    if match.start() < match.end():
        spans.append(match.span())
        if len(spans) == most:
            break
print(json.dumps(spans))
"""


def _spans_apart(query: str, text: str) -> list[Span]:
    """The places of a pattern, found by a process that can be ended: `re` itself cannot be interrupted."""
    try:
        re.compile(query, re.IGNORECASE | re.MULTILINE)
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(_("This is no regular expression: {error}.").format(error=reason(error))) from None
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _APART, json.dumps([query, MOST])],
            input=text.encode("utf-8", "surrogatepass"),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise ValueError(_("This pattern takes too long; try one with fewer repeats (* or +).")) from None
    except (subprocess.CalledProcessError, OSError):
        raise ValueError(_("This pattern could not be searched for; try a simpler one.")) from None
    return [(start, end) for start, end in json.loads(done.stdout)]
