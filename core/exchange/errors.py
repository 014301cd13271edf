"""What can go wrong when a file of another program, or of another Lesart, is read or written."""


class UnreadableError(ValueError):
    """The data does not conform to the format; the message is one sentence."""


class FormatError(ValueError):
    """A format cannot be used; the message is one sentence."""


class TemplateError(FormatError):
    """A template cannot be used; the message is one sentence."""
