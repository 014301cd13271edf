"""`lesart search --save`, and what else is done with searches under a name."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from core.library import Library
from core.library.errors import LibraryError
from core.library.index.query import faults, in_codes, in_words, parse
from core.library.states import State
from core.translation import N_, _
from tui.cli.output import complain, inform, print_json
from tui.model.library_words import articles_and_new
from tui.model.saved_search import SavedSearch, searches_called
from tui.services.searches import own_searches
from tui.text import drawable

EPILOG = N_(
    """\
A search can be saved under a name, and is then in the list of feeds of the library too, with what is new in it:

  lesart search --save Hafen hafen since:7d         save it
  lesart search --saved                             list them, with how many articles each finds
  lesart search --saved Hafen state:new             search again, for more words or filters if there are any
  lesart search --rename Hafen Kai; lesart search --forget Kai"""
)
ALL = "\0"
"""What stands for all saved searches; no name can be that."""
NONE_OF_THAT_NAME = N_("There is no saved search “{name}”; lesart search --saved lists them.")


def add_options(options: ArgumentParser) -> None:
    """Tell a parser of the options for searches under a name."""
    ways = options.add_mutually_exclusive_group()
    ways.add_argument("--save", metavar=_("NAME"), help=_("save this search under a name"))
    ways.add_argument(
        "--saved",
        nargs="?",
        const=ALL,
        metavar=_("NAME"),
        help=_("search for what is saved under a name; without one, list all that are saved"),
    )
    ways.add_argument(
        "--rename", nargs=2, metavar=(_("OLD"), _("NEW")), help=_("call a saved search by another name")
    )
    ways.add_argument("--forget", metavar=_("NAME"), help=_("delete a saved search"))


def is_about_names(chosen: Namespace, words: Sequence[str]) -> bool:
    """Whether nothing is to be searched for: saved searches are listed, renamed or forgotten."""
    return bool(chosen.rename or chosen.forget is not None or (chosen.saved == ALL and not words))


def change_or_list(library: Library, chosen: Namespace, as_json: bool) -> int:
    """List the saved searches, rename one or forget one. Raises LibraryError."""
    if chosen.rename:
        old, new = chosen.rename
        own_searches().rename(_called(old).name, _as_name(new))
    elif chosen.forget is not None:
        own_searches().remove(_called(chosen.forget).name)
    else:
        return _list(library, as_json)
    return 0


def save(library: Library, name: str, line: str) -> int:
    """Keep a line under a name that is free, and say how much it finds now. Raises LibraryError and ValueError."""
    query = parse(line)
    if fault := faults(query):
        return complain(fault)
    new = SavedSearch(_as_name(name), in_codes(line))
    for each in _all():
        if each.name == new.name and each.line != new.line:
            words = _("“{name}” is saved already, for {line}; rename or forget that one first.")
            return complain(words.format(name=each.name, line=in_words(each.line)))
    own_searches().save(new)
    inform(f"{new.name}: {articles_and_new(library.counts_found(query))}")
    return 0


def line_called(name: str) -> str:
    """The line that is saved under a name. Raises LibraryError."""
    return _called(name).line


def _list(library: Library, as_json: bool) -> int:
    """Print the saved searches; the exit status is 1 if something is wrong with the file."""
    searches, complaints = own_searches().all()
    rows = []
    status = 0
    for each in searches:
        try:
            counts = library.counts_found(parse(each.line))
        except ValueError as error:
            counts, complaints = {}, (*complaints, f"{each.name}: {error}")
        rows.append((each, counts))
    if as_json:
        print_json(
            [
                {
                    "name": each.name,
                    "search": each.line,
                    "articles": sum(counts.values()),
                    "new": counts.get(State.NEW, 0),
                }
                for each, counts in rows
            ]
        )
    else:
        for each, counts in rows:
            print(drawable(each.name))
            print(drawable(f"    {in_words(each.line)}  {articles_and_new(counts)}"))
    if not rows and not complaints:
        inform(_("No searches are saved yet; lesart search --save NAME WORDS saves one."))
    for sentence in complaints:
        status = complain(sentence)
    return status


def _all() -> tuple[SavedSearch, ...]:
    """All saved searches. Raises LibraryError if something is wrong with the whole file."""
    searches, complaints = own_searches().all()
    for sentence in complaints:
        if not searches:
            raise LibraryError(sentence)
        complain(sentence)
    return searches


def _called(name: str) -> SavedSearch:
    """The one search that is meant by a name. Raises LibraryError for none, or several."""
    found = searches_called(_all(), name)
    if not found:
        raise LibraryError(_(NONE_OF_THAT_NAME).format(name=name))
    if len(found) > 1:
        names = ", ".join(f"“{each.name}”" for each in found)
        raise LibraryError(_("“{name}” may be {names}; give the whole name.").format(name=name, names=names))
    return found[0]


def _as_name(typed: str) -> str:
    """A name as it is kept. Raises LibraryError for an empty one."""
    if name := " ".join(typed.split()):
        return name
    raise LibraryError(_("A search is saved under a name; give it one."))
