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
