"""`lesart feed` and `lesart fetch`: the feeds that are followed, and what is new in them."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO, cast

from core.articles.errors import SourceError
from core.articles.late import late
from core.articles.source_names import STANDARD_INPUT, as_typed
from core.library import Library, LibraryError
from core.library.feed_folders import feeds_meant
from core.library.feed_store import Failure, Feed
from core.system_errors import cause
from core.translation import N_, _, ngettext
from tui.cli.output import FAILED, complain, inform, parser
from tui.cli.own_library import own_library
from tui.cli.progress import progress_of
from tui.config.settings import hosts_at_once
from tui.model.days import moment_words
from tui.model.library_words import articles_and_new
from tui.text import drawable

FEED_EPILOG = N_(
    """\
Nothing is fetched but by `lesart feed add`, which looks at the address once, and by `lesart fetch`.
  lesart feed add https://zeitung.example/feed.xml     a page that names its feed will do
  lesart feed import feeds.opml; lesart feed export > feeds.opml
  lesart feed folder zeitung Politik/Inland            folders come with OPML, and go with it
  lesart search feed:zeitung state:new                 what is new of a feed, or folder:politik of a folder;
                                                       / in the library takes both too"""
)
FETCH_EPILOG = N_(
    """\
What is new is added to the library as unread; entries with a teaser only are read from their pages. A feed in trouble
is named on standard error, the others are fetched, and the exit status is 1. For cron: 0 6 * * * lesart fetch"""
)


EXPLAINED = 5
"""Articles of a feed whose trouble a fetch tells one by one, as to the mail of cron."""


def feed(words: Sequence[str]) -> int:
    """List the feeds, or add, remove, rename, import or export some."""
    options = parser("lesart feed", _("The feeds that you follow."), _(FEED_EPILOG))
    actions = options.add_subparsers(dest="action", metavar=_("ACTION"))
    actions.add_parser("list", help=_("list them (also without ACTION)"))
    adding = actions.add_parser("add", help=_("follow feeds"))
    adding.add_argument("addresses", nargs="+", metavar=_("ADDRESS"))
    adding.add_argument("--name", default="", help=_("what to call it"))
    removing = actions.add_parser("remove", help=_("follow feeds no longer; their articles stay"))
    removing.add_argument("feeds", nargs="+", metavar=_("FEED"), help=_("name or address"))
    adding.add_argument("--folder", default="", metavar=_("FOLDER"), help=_("the folder to put it into"))
    placing = actions.add_parser("folder", help=_("put a feed into folders, and out of those it was in"))
    placing.add_argument("feed", metavar=_("FEED"), help=_("name or address"))
    placing.add_argument(
        "folders", nargs="*", metavar=_("FOLDER"), help=_("as in Politics/Europe; without any it is in none")
    )
    renaming = actions.add_parser("rename", help=_("call a feed by another name"))
    renaming.add_argument("feed", metavar=_("FEED"), help=_("name or address"))
    renaming.add_argument("name", metavar=_("NAME"))
    importing = actions.add_parser("import", help=_("follow all feeds in an OPML file"))
    importing.add_argument("file", metavar=_("FILE"), type=Path, help=_("the file, or - for standard input"))
    actions.add_parser("export", help=_("write all feeds as OPML on standard output"))
    chosen = options.parse_args(words)
    library = own_library()
    try:
        match chosen.action:
            case "add":
                return _add(library, chosen.addresses, chosen.name, chosen.folder)
            case "folder":
                return _put_into(library, chosen.feed, chosen.folders)
            case "remove":
                return _remove(library, chosen.feeds)
            case "rename":
                return _rename(library, chosen.feed, chosen.name)
            case "import":
                return _import(library, chosen.file)
            case "export":
                return _export(library)
            case _:
                return _list(library)
    except LibraryError as error:
        return complain(str(error))


def fetch(words: Sequence[str]) -> int:
    """Fetch feeds and say how much is new in each."""
    options = parser("lesart fetch", _("Fetch what is new in the feeds that you follow."), _(FETCH_EPILOG))
    options.add_argument(
        "feeds", nargs="*", metavar=_("FEED"), help=_("name or address; all feeds if none is named")
    )
    options.add_argument(
        "--folder",
        action="append",
        default=[],
        metavar=_("FOLDER"),
        help=_("the feeds in a folder; repeatable"),
    )
    chosen = options.parse_args(words)
    library = own_library()
    fetch_feeds = late("core.feeds.fetching:fetch_feeds")
    status = 0
    try:
        feeds = library.feeds()
        if chosen.feeds or chosen.folder:
            named = [[found] if (found := _meant(feeds, name)) else [] for name in chosen.feeds]
            named += [_in_folder(feeds, folder) for folder in chosen.folder]
            status = 0 if all(named) else FAILED
            feeds = tuple({each.address: each for some in named for each in some}.values())
        elif not feeds:
            print(_("You follow no feeds yet; lesart feed add ADDRESS follows one."), file=sys.stderr)
        coming = fetch_feeds(library, feeds, at_once=hosts_at_once())
        for done in progress_of(coming, len(feeds), _("Fetching")):
            if done.new or not done.trouble:
                words = _("{name}: {number} new").format(name=done.feed.name, number=done.new)
                if done.parts:
                    words += ", " + _("{number} of them in part").format(number=done.parts)
                if done.corrected:
                    words += ", " + _("{number} of them corrected").format(number=done.corrected)
                print(drawable(words), flush=True)
            if done.trouble:
                status = complain(f"{done.feed.name}: {done.trouble}")
                _explain(done.failed, sys.stderr, EXPLAINED)
    except LibraryError as error:
        return complain(str(error))
    return status


def _explain(failed: Sequence[Failure], where: TextIO, most: int | None = None) -> None:
    """Say of each article why it could not be read, where there are several; of so many at most."""
    if len(failed) > 1:
        for words in late("core.feeds.troubles:one_by_one")(failed[:most]):
            print(drawable(f"  {words}"), file=where)
        if most is not None and (more := len(failed) - most) > 0:
            rest = ngettext(
                "  and {number} more; lesart feed lists them all.",
                "  and {number} more; lesart feed lists them all.",
                more,
            )
            print(rest.format(number=more), file=where)


def _list(library: Library) -> int:
    trouble_of = late("core.feeds.troubles:trouble_of")
    feeds = library.feeds()
    if not feeds:
        inform(_("You follow no feeds yet; lesart feed add ADDRESS follows one."))
    for each in feeds:
        checked = moment_words(each.checked) if each.checked else _("not fetched yet")
        found = trouble_of(each)
        parts = [each.name, each.address, checked, articles_and_new(library.counts(each.taken))]
        parts += [_("in {folder}").format(folder=", ".join(each.folders))] if each.folders else []
        parts += [f"! {found}"] if found else []
        print(drawable("  ".join(parts)))
        _explain(each.failed, sys.stdout)
    return 0


def _put_into(library: Library, name: str, folders: Sequence[str]) -> int:
    found = _meant(library.feeds(), name)
    if found is None:
        return FAILED
    late("core.feeds.foldering:put_into")(library, found, folders)
    return 0


def _add(library: Library, addresses: Sequence[str], name: str, folder: str) -> int:
    follow = late("core.feeds.following:follow")
    status = 0
    for address in addresses:
        try:
            found, is_new = follow(library, as_typed(address), name)
        except SourceError as error:
            status = complain(str(error))
            continue
        if folder:
            late("core.feeds.foldering:put_into")(library, found, [*found.folders, folder])
        known = "" if is_new else "  " + _("(followed already)")
        print(drawable(f"{found.name}  {found.address}{known}"))
        if is_new and found.trouble:
            complain(f"{found.name}: {found.trouble}")
    return status


def _remove(library: Library, names: Sequence[str]) -> int:
    status = 0
    for name in names:
        found = _meant(library.feeds(), name)
        if found is None:
            status = FAILED
        else:
            library.unfollow(found.address)
            print(drawable(found.name))
    return status


def _rename(library: Library, name: str, new: str) -> int:
    found = _meant(library.feeds(), name)
    if found is None:
        return FAILED
    if not new.strip():
        return complain(_("Not renamed: the new name is empty; give one."))
    late("core.feeds.naming:rename")(library, found, new)
    return 0


def _import(library: Library, file: Path) -> int:
    try:
        data = sys.stdin.buffer.read() if str(file) == STANDARD_INPUT else file.read_bytes()
        done = late("core.feeds.foldering:take_in")(library, data)
    except (OSError, ValueError) as error:
        reason = cause(error)
        return complain(
            _("Cannot read feeds from {file}: {reason}; give an OPML file.").format(file=file, reason=reason)
        )
    if not done.all:
        return complain(_("There is no feed with an address on the web in {file}.").format(file=file))
    new = len(done.new)
    print(_("{new} added, {known} already there").format(new=new, known=done.all - new))
    return 0


def _export(library: Library) -> int:
    write = late("core.feeds.opml:write_opml")
    sys.stdout.buffer.write(write(library.feeds()))
    return 0


def _meant(feeds: Sequence[Feed], name: str) -> Feed | None:
    """The feed of that name or address; None, with a complaint, if there is none, or several."""
    try:
        return cast(Feed, late("core.feeds.naming:meant")(feeds, name))
    except ValueError as error:
        complain(str(error))
        return None


def _in_folder(feeds: Sequence[Feed], folder: str) -> list[Feed]:
    """The feeds in a folder; none, with a complaint, if there is no such folder."""
    found = feeds_meant(feeds, folder)
    if not found:
        complain(_("There is no folder called “{name}”; lesart feed lists them.").format(name=folder))
    return found
