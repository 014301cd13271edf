"""`lesart [SOURCE…]` and `lesart demo`: reading, in the reader or as plain text."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from core.articles.errors import SourceError
from core.articles.late import late
from core.articles.source_names import STANDARD_INPUT, is_address, is_id, takes_time
from core.articles.sources import read_article
from core.locations import DEMO, ENGLISH_DEMO, locations
from core.translation import N_, _
from tui.cli.output import IDS, SOURCES, complain, inform, parser
from tui.lean_asyncio import leave_out_tls
from tui.model.walk import Walk
from tui.services.apart import patient_analyzer
from tui.text import drawable

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from core.articles import Article
    from core.library import Library

SWITCHING = 0.001
"""Seconds that one thread may keep another from running."""

COMMANDS = N_(
    """\
commands:
  lesart                   the library: every article that was opened or added
  lesart SOURCE…           read an address, a file, or - for standard input: text, Markdown, web pages, PDF,
                           EPUB (book.epub#3 is its third chapter) and mail
  lesart --paste           read the text or the address in the clipboard
  lesart read --plain FILE print it from first word to last, for a screen reader
  lesart demo              read the bundled sample article; with --english the English one
  lesart add SOURCE…       take articles into the library as unread: addresses, files, folders, patterns
  lesart feed, fetch       follow feeds, and fetch what is new in them
  lesart search WORDS      find words in all texts, statements, tags and notes
  lesart remove ARTICLE…   take an article out of the library
  lesart analyze SOURCE…   write who acts and who said what as JSON
  lesart corpus QUESTION   tables of what analyze has written: who is quoted, how often, when
  lesart annotate SOURCE   keep a tag or a note from a script
  lesart aliases           the other names of people and bodies that you confirmed
  lesart export SOURCE…    write articles and notes for other programs: Markdown, HTML, CSV, TEI, …
  lesart import FILE…      take up what was exported, or Web Annotations of other programs
  lesart serve [SOURCE]    the same in a browser on this machine
  lesart keys              every command with its keys
  lesart settings          every setting with its meaning, as a file to begin with
  lesart tags              all tags; rename, merge, take off and colour them throughout the library
  lesart undelete          what was deleted, and bringing it back
  lesart people            everyone in your articles, who speaks most first
  lesart dossier NAME      what all your articles tell of somebody, statements in time order
  lesart doctor            what is installed, where files lie, whether the library is sound
  lesart completion SHELL  completions for bash, zsh or fish

An address (https://…) is fetched when you name it, and at no other time: what was read is there without the network.
`lesart COMMAND --help` explains each. A file that is called like a command opens as `lesart ./demo`.
What you keep lies in your own data folder; LESART_HOME moves it."""
)


def read(words: Sequence[str]) -> int:
    """Open the sources in the reader, a list to walk if there are several, or the library if none is named."""
    sources, plain, links = list(words), False, False
    if any(word.startswith("-") and word != STANDARD_INPUT for word in words):
        # Only where there are options: the parser is a good part of the time to the first paint.
        chosen = _options().parse_args(words)
        if chosen.version:
            return _print_version()
        sources, links = chosen.sources, chosen.links
        plain = chosen.plain or links
        if chosen.paste:
            return _read_clipboard(plain, links)
    if not sources:
        return library()
    if len(sources) > 1 and not plain and _has_screen() and not any(map(_stays, sources)):
        return _walk(sources)
    status = 0
    for source in sources:
        outcome = _read_source(source, plain, links)
        status = outcome.status or status
        if outcome.leaves:
            break
    return status


def _stays(source: str) -> bool:
    """Whether a source can be read only here, so that a walk cannot come back to it."""
    return source == STANDARD_INPUT or is_id(source)


def _walk(sources: Sequence[str]) -> int:
    """Open the first of several sources that can be read; the others are a key away."""
    status = 0
    for at, source in enumerate(sources):
        walk = Walk(sources, at)
        if takes_time(source):
            return _run(None, source=source, walk=walk).status or status
        try:
            return _run(read_article(source), walk=walk).status or status
        except SourceError as error:
            status = complain(str(error))
    return status


class _Outcome(NamedTuple):
    """What came of reading a source."""

    status: int = 0
    leaves: bool = False
    """Whether Lesart was left for good, so that nothing else is to be read."""


def _read_source(source: str, plain: bool, links: bool) -> _Outcome:
    if takes_time(source) and not plain and _has_screen():
        return _run(None, source=source)
    try:
        article = _article(source)
    except SourceError as error:
        return _Outcome(complain(str(error)))
    if source == STANDARD_INPUT and not plain and sys.stdout.isatty() and not _keys_from_terminal():
        no_keys = _("Cannot take keys: no terminal is attached. Give a file instead of standard input.")
        return _Outcome(complain(no_keys))
    return _read_article(article, plain, links)


def _article(source: str) -> "Article":
    """The article in a source, or what the library has of an address or an id. Raises SourceError."""
    if not (is_address(source) or is_id(source)):
        return read_article(source)
    found: Article = late("core.library.known_sources:read_one")(_library(), source)
    return found


def _read_article(article: "Article", plain: bool, links: bool) -> _Outcome:
    inform(article.notice)
    return _Outcome(_print(article, aloud=True, links=links)) if plain else _show(article)


def _read_clipboard(plain: bool, links: bool) -> int:
    """Read the text in the clipboard; if that is nothing but an address, the article there."""
    from core.articles.clipboard import copied

    try:
        found = copied()
    except SourceError as error:
        return complain(str(error))
    if isinstance(found, str):
        return _read_source(found, plain, links).status
    return _read_article(found, plain, links).status


def _options() -> "ArgumentParser":
    options = parser(
        "lesart",
        _("A terminal reader for news: who acts, who said what, your own tags and notes."),
        _(COMMANDS),
    )
    options.add_argument("--version", action="store_true", help=_("print the version and leave"))
    options.add_argument(
        "--paste", action="store_true", help=_("read the text in the clipboard, or the address that is there")
    )
    options.add_argument(
        "--plain",
        action="store_true",
        help=_("print the article from first to last, as a screen reader reads it best"),
    )
    options.add_argument(
        "--links", action="store_true", help=_("the same, with a list of its links at the end")
    )
    options.add_argument(
        "sources",
        nargs="*",
        metavar=_("SOURCE"),
        help=_(IDS).format(sources=_(SOURCES)),
    )
    return options


def _print_version() -> int:
    from importlib.metadata import version

    print(f"lesart {version('lesart')}")
    return 0


def library() -> int:
    """Show what was opened before, or list it where there is no terminal to draw on."""
    if _has_screen():
        return _run(None).status
    found = _library().articles()
    if not found:
        inform(_("Nothing here yet: lesart add takes in files and addresses, lesart SOURCE opens one."))
        return 0
    states = {state: _(state.value) for state in {record.state for record in found}}
    opened, state, published, notes, title = _("opened"), _("state"), _("published"), _("notes"), _("title")
    wide = max(map(len, (state, *states.values())))
    # The heading is for the eye: programs read standard output, which has articles only.
    heading = f"{opened:10}  {state:{wide}}  {published:10}  {notes}  {title}"
    print(heading, file=sys.stderr, flush=True)
    for record in found:
        when = f"{record.last_opened[:10] or '–':10}  {states[record.state]:{wide}}  {record.published[:10] or '–':10}"
        print(drawable(f"{when}  {record.annotations:{len(notes)}}  {record.title}  ({record.source})"))
    return 0


def _library() -> "Library":
    from core.library import Library

    where = locations()
    return Library(where.library, where.cache)


def demo(words: Sequence[str]) -> int:
    """Open the bundled article, the German or the English one."""
    sample = DEMO
    if words:
        options = parser(
            "lesart demo", _("Read the bundled sample article; without a terminal it is printed as text.")
        )
        options.add_argument("--english", action="store_true", help=_("the sample article in English"))
        sample = ENGLISH_DEMO if options.parse_args(words).english else DEMO
    return show(read_article(str(sample)), tour=True)


def show(article: "Article", tour: bool = False) -> int:
    """The article in the reader, or printed as plain text where there is no terminal to draw on."""
    return _show(article, tour).status


def _show(article: "Article", tour: bool = False) -> _Outcome:
    return _run(article, tour) if _has_screen() else _Outcome(_print(article))


def _has_screen() -> bool:
    """Whether there is something to draw on: a terminal, or what a browser shows."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _run(
    article: "Article | None", tour: bool = False, source: str | None = None, walk: Walk | None = None
) -> _Outcome:
    """The program on the screen: an article, a source that is read there, or the library; the first time with the tour.

    Errors shown there are printed again when the screen is gone.
    """
    # Looking for garbage among all that is imported and built would take a third of the time to the first paint;
    # LesartApp.on_ready goes back to it.
    gc.disable()
    # What is painted is written by a thread of its own, and what takes long is done in others: neither the picture nor
    # the keys shall wait the usual five milliseconds for the interpreter.
    sys.setswitchinterval(SWITCHING)
    leave_out_tls()
    from tui.app import LesartApp

    where = locations()
    app = LesartApp(
        article,
        _library(),
        source=source,
        walk=walk,
        ahead=patient_analyzer,
        config=where.config,
        drafts=where.library / "drafts",
        exports=where.exports,
        tour=tour,
    )
    leaves = app.run()
    app.ending.settle()
    return _Outcome(app.return_code or 0, bool(leaves))


def _print(article: "Article", aloud: bool = False, links: bool = False) -> int:
    from core.analyzer.once import analyze_once
    from core.analyzer.version import pipeline_version
    from core.exchange.plain import linear, listed_links, render

    analysis = _library().cached_analysis(article, pipeline_version) or analyze_once(article)
    text = (linear if aloud else render)(article, analysis) + (listed_links(article) if links else "")
    for line in text.splitlines():
        print(drawable(line))
    return 0


def _keys_from_terminal() -> bool:
    """Make the terminal standard input again after an article was read from there."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
