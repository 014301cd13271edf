"""What the system says of files and connections that fail, in the language of the interface."""

from core.translation import N_, _

COMMON = (
    N_("Address already in use"),
    N_("Cannot assign requested address"),
    N_("Connection refused"),
    N_("Directory not empty"),
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("Input/output error"),
    N_("Is a directory"),
    N_("Network is unreachable"),
    N_("No route to host"),
    N_("No such file or directory"),
    N_("No space left on device"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Too many levels of symbolic links"),
    N_("Too many open files"),
)
"""What is said most; anything else is passed on as it is."""


def cause(error: object) -> str:
    """Why something failed, as the end of a sentence."""
    return _(str(getattr(error, "strerror", None) or error) or type(error).__name__)


def fault(error: Exception) -> str:
    """What is wrong with JSON or TOML that cannot be read, as the end of a sentence.

    Where Python reads no further, it advises programmers; then it is said here what is in the file.
    """
    if isinstance(error, RecursionError):
        return _("it is nested too deeply")
    if "set_int_max_str_digits" in str(error):
        return _("a number in it has too many digits")
    return str(error)
