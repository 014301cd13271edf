"""Replace characters that a format cannot hold, one for one, so that offsets stay valid."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from core.exchange.errors import UnreadableError
from core.system_errors import fault
from core.text.surrogates import whole
from core.translation import _

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 and YAML do not allow, and the control characters that XML 1.1 and HTML discourage."""
_LINE_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Everything that some program treats as the end of a line."""
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
"""What JSON allows unescaped, but not every reader of lines or of UTF-8 can handle."""

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def harmless(text: str) -> str:
    """`text` with a replacement character for each character that markup languages do not allow."""
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` with all white space as single spaces, for line-based formats."""
    return " ".join(harmless(_LINE_BREAKS.sub(" ", text)).split())


def lines(text: str) -> list[str]:
    """The lines of a text, split at anything that some program treats as a line break; otherwise unchanged."""
    return _LINE_BREAKS.split(text)


def to_json(value: Any) -> str:
    """Human-readable JSON; line separators, control characters and lone surrogates are escaped."""
    written = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def json_lines(values: Iterable[Any]) -> bytes:
    """One line of JSON per value."""
    return "".join(f"{to_json(value)}\n" for value in values).encode()


def from_json(text: str) -> Any:
    """The value in a JSON text, with a replacement character for each lone surrogate. Raises UnreadableError."""
    try:
        value = json.loads(text)
        return _without_surrogates(value) if "\\u" in text else value
    except json.JSONDecodeError:
        raise UnreadableError(_("it is no JSON.")) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{fault(error)}.") from None


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list):
        return [_without_surrogates(each) for each in value]
    if isinstance(value, dict):
        return {whole(name): _without_surrogates(each) for name, each in value.items()}
    return value


def ascii_words(text: str) -> list[str]:
    """The words of a text in lower-case ASCII, for file names and citation keys; umlauts become two letters."""
    spelled = unicodedata.normalize("NFC", text.casefold()).translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.findall("[a-z0-9]+", plain)


def utf8(text: str) -> bytes:
    """The bytes of a text in UTF-8; lone surrogates become replacement characters."""
    return whole(text).encode()
