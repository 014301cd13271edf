"""What can go wrong when an article is read."""


class SourceError(Exception):
    """A source could not be read. The message is one sentence that names it and says what to do."""
