"""The text in the clipboard of the system."""

from core.articles.errors import SourceError


def clipboard_text() -> str:
    """The text that was copied last, on Linux by wl-paste, xclip or xsel, on macOS by pbpaste. Raises SourceError."""
    import pyperclip  # only here: it looks for the programs of the system

    try:
        text = str(pyperclip.paste() or "")
    except (pyperclip.PyperclipException, OSError):
        raise SourceError(
            "Cannot read the clipboard: no program for it was found; install wl-clipboard, xclip or xsel, or paste "
            "into “lesart -”."
        ) from None
    except UnicodeDecodeError:
        text = ""
    if not text.strip():
        raise SourceError("Nothing to read in the clipboard: it holds no text; copy some first.")
    return text
