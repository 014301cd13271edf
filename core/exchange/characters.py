"""Characters that a format cannot hold, made harmless one for one, so that offsets stay what they are."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from core.exchange.errors import UnreadableError

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What neither XML 1.0 nor YAML may hold, and the control characters that XML 1.1 and HTML warn of."""
_LINE_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Everything that one program or another takes for the end of a line."""
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
"""What JSON may hold as it is, but not every reader of lines or of UTF-8 gets through."""

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def harmless(text: str) -> str:
    """`text` with a replacement character for each that no markup language may hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` with all white space as single spaces, fit for formats of lines."""
    return " ".join(harmless(_LINE_BREAKS.sub(" ", text)).split())


def lines(text: str) -> list[str]:
    """The lines of a text by any program's notion of one, with nothing else changed."""
    return _LINE_BREAKS.split(text)


def to_json(value: Any) -> str:
    """JSON readable by people; line separators, control characters and halves of characters are escaped."""
    written = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def json_lines(values: Iterable[Any]) -> bytes:
    """A line of JSON for each value."""
    return "".join(f"{to_json(value)}\n" for value in values).encode()


def from_json(text: str) -> Any:
    """The value in a JSON text. Raises UnreadableError, also for halves of characters, which could not be kept."""
    try:
        value = json.loads(text)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise UnreadableError("it holds halves of characters.") from None
    except (ValueError, RecursionError):
        raise UnreadableError("it is no JSON.") from None
    return value


def ascii_words(text: str) -> list[str]:
    """The words of a text in small letters of ASCII, as file names and citation keys take them; umlauts as two."""
    spelled = unicodedata.normalize("NFC", text.casefold()).translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.findall("[a-z0-9]+", plain)


def utf8(text: str) -> bytes:
    """The bytes of a text; halves of characters, which have none, become replacement characters."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()
