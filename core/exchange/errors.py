"""What can go wrong when a file of another program, or of another Lesart, is read or written."""


class UnreadableError(ValueError):
    """What was given is not what the format says; the message is one sentence."""


class FormatError(ValueError):
    """A format cannot be used; the message is one sentence."""


class TemplateError(FormatError):
    """A template cannot be used; the message is one sentence."""
