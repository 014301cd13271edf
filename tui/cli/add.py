"""`lesart add`: add any number of articles to the library, as unread."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO, TextIOWrapper
from itertools import islice

from core.articles import Article
from core.articles.errors import SourceError
from core.articles.gathering import gathered, listed
from core.articles.source_names import STANDARD_INPUT, is_address
from core.articles.sources import read_articles
from core.library import Library, LibraryError
from core.library.adding import Added, Outcome
from core.translation import N_, _, number_words
from tui.cli.output import complain, parser
from tui.cli.own_library import own_library
from tui.cli.progress import progress_of

EPILOG = N_(
    """\
SOURCE is an address, a file, a folder (the texts in it and below it), a pattern like 'archiv/*.txt', or - for standard
input: an article, or a list of addresses, one per line. An article that is there already, from wherever, is left as it
is, so a command cut short can simply be given again. A source that cannot be read is named on standard error, the
others are added, and the exit status is 1."""
)
AT_ONCE = 4
"""Addresses that are fetched at a time."""


def add(words: Sequence[str]) -> int:
    """Add each source, and say how many were new."""
    options = parser("lesart add", _("Add articles to the library as unread."), _(EPILOG))
    options.add_argument(
        "sources", nargs="+", metavar=_("SOURCE"), help=_("address, file, folder, pattern, or -")
    )
    chosen = options.parse_args(words)
    library = own_library()
    outcomes: Counter[Outcome] = Counter()
    failed = parts_only = 0
    sources = list(_named(chosen.sources))
    for result in progress_of(_added(library, sources), len(sources), _("Adding")):
        if isinstance(result, Added):
            outcomes[result.outcome] += 1
            parts_only += result.partial and result.is_new
        else:
            failed += 1
            complain(str(result))
            if isinstance(result, LibraryError):
                return 1
    parts = [f"{number_words(number)} {_(outcome.value)}" for outcome, number in sorted(outcomes.items())]
    parts += [_("{number} of them in part").format(number=number_words(parts_only))] if parts_only else []
    parts += [_("{number} could not be read").format(number=number_words(failed))] if failed else []
    print(", ".join(parts) or _("Nothing to add."))
    return 1 if failed else 0


def _named(names: Sequence[str]) -> Iterator[str]:
    """Every source that is meant. Standard input may be a list of them."""
    for source in gathered(names):
        if source != STANDARD_INPUT:
            yield source
            continue
        data = sys.stdin.buffer.read() if sys.stdin is not None else b""
        if addresses := listed(data.decode("utf-8", "replace")):
            yield from gathered(addresses)
        else:
            sys.stdin = TextIOWrapper(BytesIO(data))  # To be read again, as an article.
            yield source


def _added(library: Library, sources: Sequence[str]) -> Iterator[Added | SourceError | LibraryError]:
    """What became of each source, in their order; addresses are fetched some at a time ahead."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        coming = iter(sources)
        waiting = [_begun(library, source, pool) for source in islice(coming, 2 * AT_ONCE)]
        while waiting:
            first = waiting.pop(0)
            waiting += [_begun(library, source, pool) for source in islice(coming, 1)]
            try:
                found = first.result() if isinstance(first, Future) else first
                if isinstance(found, Added):
                    yield found
                else:
                    for article in read_articles(found) if isinstance(found, str) else found:
                        yield library.add(article)
            except (SourceError, LibraryError) as error:
                yield error


def _begun(library: Library, source: str, pool: ThreadPoolExecutor) -> "Future[list[Article]] | Added | str":
    """An address on its way, unless what is there is known; what takes no time is left for later."""
    if not is_address(source):
        return source
    try:
        return library.known(source) or pool.submit(read_articles, source)
    except LibraryError:
        return source
