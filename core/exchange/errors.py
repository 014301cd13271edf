"""What can go wrong when a file of another program, or of another Lesart, is read."""


class UnreadableError(ValueError):
    """What was given is not what the format says; the message is one sentence."""
