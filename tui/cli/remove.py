"""`lesart remove`: articles out of the library, until they are brought back."""

from collections.abc import Sequence
from pathlib import Path

from core.articles.source_names import is_address
from core.library import ArticleRecord, Library, LibraryError
from core.translation import N_, _, ngettext
from tui.cli.output import complain, parser
from tui.cli.own_library import own_library
from tui.text import drawable

EPILOG = N_(
    """\
ARTICLE is the source it was read from, words of its title, or the beginning of its key. What is removed is neither
listed nor found any more; `lesart undelete` lists it, and brings it back with all tags and notes."""
)


NAMED = 5
"""Articles that are named where several are meant."""


def remove(words: Sequence[str]) -> int:
    """Remove articles; the exit status is 1 if one of them is not clear."""
    options = parser("lesart remove", _("Remove articles from the library."), _(EPILOG))
    options.add_argument(
        "articles", nargs="+", metavar=_("ARTICLE"), help=_("its source, words of its title, or its key")
    )
    chosen = options.parse_args(words)
    library = own_library()
    status = 0
    try:
        for named in chosen.articles:
            meant = _meant(library, named)
            if len(meant) != 1:
                sentence = (
                    _("Not removed: there are {number} articles called “{name}”.")
                    if meant
                    else _("Not removed: there is no article called “{name}”.")
                )
                status = complain(sentence.format(number=len(meant), name=named))
                for record in meant[:NAMED]:
                    complain(f"  {record.key[:8]}  {record.title}  ({record.source})")
                if (more := len(meant) - NAMED) > 0:
                    complain(_more(more))
                continue
            library.remove(meant[0].key)
            print(drawable(f"{meant[0].key[:8]}  {meant[0].title}"))
    except LibraryError as error:
        return complain(str(error))
    return status


def _more(number: int) -> str:
    """How many articles are meant beside those that are named, and what to do about it."""
    sentence = ngettext(
        "  and {number} more; give more of the title, the key or the source.",
        "  and {number} more; give more of the title, the key or the source.",
        number,
    )
    return sentence.format(number=number)


def _meant(library: Library, named: str) -> list[ArticleRecord]:
    """The articles that are called so: by their source, else by their key, else by their title."""
    sources = [named] if is_address(named) else [named, str(Path(named).absolute())]
    for source in sources:
        record = library.article_from(source)
        if record is not None and not record.removed:
            return [record]
    return called(library.articles(), named)


def called(records: Sequence[ArticleRecord], named: str) -> list[ArticleRecord]:
    """Those of some articles that are called so: by key, else by source, else by title."""
    by_key = [record for record in records if len(named) >= 6 and record.key.startswith(named)]
    sources = {named, str(Path(named).absolute())}
    by_source = [record for record in records if record.source in sources]
    return (
        by_key or by_source or [record for record in records if named.casefold() in record.title.casefold()]
    )
