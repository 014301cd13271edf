"""What is in the clipboard of the system, as a source."""

import pyperclip

from core.articles.article import Article
from core.articles.decoding import normalise
from core.articles.errors import SourceError
from core.articles.source_names import STANDARD_INPUT, as_typed, is_address
from core.articles.texts import plain_article
from core.translation import _


def copied() -> Article | str:
    """The article in the text that was copied last, or, if that is nothing but an address, the address.

    Uses wl-paste, xclip or xsel on Linux, pbpaste on macOS, and the system itself on Windows. Raises SourceError.
    """
    try:
        text = normalise(str(pyperclip.paste() or ""))
    except (pyperclip.PyperclipException, OSError):
        raise SourceError(
            _(
                "Cannot read the clipboard: no program for it was found; install wl-clipboard, xclip or "
                "xsel, or paste into “lesart -”."
            )
        ) from None
    except UnicodeDecodeError:
        text = ""
    if not text.strip():
        raise SourceError(_("Nothing to read in the clipboard: it holds no text; copy some first."))
    source = as_typed(text)
    if is_address(source) and len(source.split()) == 1:
        return source
    return plain_article(text, STANDARD_INPUT)
