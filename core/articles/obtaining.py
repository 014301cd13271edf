"""Obtain what a source holds, from the web, a file or standard input, before it is read."""

from dataclasses import dataclass

from core.articles.files.kinds import Kind, kind_of
from core.articles.files.raw import contents
from core.articles.late import late
from core.articles.source_names import is_address


@dataclass(frozen=True, slots=True)
class Obtained:
    """The bytes of a source and what is known about them."""

    source: str
    """As the user named it, without the number of an article in it."""
    data: bytes
    address: str = ""
    """Where it was fetched from in the end; "" for a file."""
    media_type: str = ""
    """As the server stated it, in small letters; "" if it did not."""
    charset: str = ""
    """Likewise, the encoding."""

    @property
    def kind(self) -> Kind:
        """The kind of file that it is."""
        # What a server does not name is a page more often than anything else.
        sent_as = (self.media_type or "text/html") if self.address else ""
        return kind_of(self.address or self.source, self.data, sent_as)


def obtain(source: str) -> Obtained:
    """Fetch or read what a source holds. Raises SourceError."""
    if is_address(source):
        page = late("core.articles.web.fetching:fetch")(source)
        return Obtained(source, page.data, page.address, page.kind, page.charset)
    return Obtained(source, contents(source))
