"""The searches that the reader saved under a name: a small file, one line for each, that can be edited and shared.

A change touches nothing but the line of the search that it is about, so comments and the order stay as they are.
"""

import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from core.library.durable_files import Locks, write
from core.library.errors import LibraryError
from core.locations import locations
from core.system_errors import cause, fault
from core.translation import _
from tui.model.saved_search import SavedSearch

SEARCHES_FILE = "searches.toml"
"""Name of the file in the configuration folder."""


class Searches:
    """The searches in one file. Methods that change it raise LibraryError, with the file as it was."""

    def __init__(self, path: Path, locks: Path) -> None:
        """`locks` is a folder for what keeps two programs from changing the file at once."""
        self._path = path
        self._locks = locks

    def all(self) -> tuple[tuple[SavedSearch, ...], tuple[str, ...]]:
        """The searches in their order, and one sentence per fault of the file; a missing file is none."""
        try:
            table = _table(self._text())
        except (OSError, ValueError, RecursionError) as error:
            words = _("The saved searches in {path} could not be read ({error}); mend it.")
            return (), (words.format(path=self._path, error=_reason(error)),)
        good = {name: value for name, value in table.items() if _is_search(name, value)}
        words = _("“{name}” in {path} is no search: it needs its words in quotation marks.")
        wrong = tuple(words.format(name=name, path=self._path) for name in table if name not in good)
        return tuple(SavedSearch(name, str(line)) for name, line in good.items()), wrong

    def save(self, new: SavedSearch, place: int | None = None) -> None:
        """Save a search, in place of the one of its name if there is one, else at the end, or at a line it had."""
        self._change(
            lambda text: _with_line(text, new.name, new, place), lambda table: {**table, new.name: new.line}
        )

    def rename(self, name: str, to: str) -> None:
        """Call a search by another name, which must be free."""
        line = self._line_of(name)
        if any(each.name == to for each in self.all()[0]):
            raise LibraryError(_("There is a saved search “{name}” already.").format(name=to))
        self._change(
            lambda text: _with_line(text, name, SavedSearch(to, line)),
            lambda table: {to if each == name else each: value for each, value in table.items()},
        )

    def remove(self, name: str) -> int:
        """Forget a search. Returns the number of its line, for `save` to put it back there."""
        self._line_of(name)
        place = 0

        def without(text: str) -> str:
            nonlocal place
            place = _lines(text)[name]
            return _with_line(text, name, None)

        self._change(without, lambda table: {each: value for each, value in table.items() if each != name})
        return place

    def _line_of(self, name: str) -> str:
        found = next((each.line for each in self.all()[0] if each.name == name), None)
        if found is None:
            raise LibraryError(_("There is no saved search “{name}”.").format(name=name))
        return found

    def _text(self) -> str:
        try:
            return self._path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return ""

    def _change(
        self,
        edit: Callable[[str], str],
        wanted: Callable[[Mapping[str, object]], Mapping[str, object]],
    ) -> None:
        """Edit the file, unless that gives anything but what is `wanted`."""
        with Locks(self._locks).hold("searches"):
            try:
                before = self._text()
                after = edit(before)
                if _table(after) != wanted(_table(before)):
                    raise KeyError
                write(self._path, after.encode())
            except KeyError:
                words = _("Not kept: {path} is written in a way that is not understood.")
                raise LibraryError(words.format(path=self._path)) from None
            except OSError as error:
                words = _("Not kept: {path} cannot be written ({reason}).")
                raise LibraryError(words.format(path=self._path, reason=cause(error))) from None
            except (ValueError, RecursionError) as error:
                words = _("Not kept: {path} has a fault ({error}).")
                raise LibraryError(words.format(path=self._path, error=_reason(error))) from None


def own_searches() -> Searches:
    """The saved searches of whoever runs the program. Nothing is read before it is used."""
    where = locations()
    return Searches(where.config / SEARCHES_FILE, where.cache)


def _reason(error: Exception) -> str:
    return cause(error) if isinstance(error, OSError) else fault(error)


def _table(text: str) -> dict[str, object]:
    """What is in the file. Raises ValueError and RecursionError."""
    return tomllib.loads(text)


def _is_search(name: str, value: object) -> bool:
    return bool(name.strip()) and isinstance(value, str) and bool(value.strip())


def _entry(line: str) -> dict[str, object]:
    """What a line says by itself; empty for one that is no entry."""
    try:
        return _table(line)
    except (ValueError, RecursionError):
        return {}


def _lines(text: str) -> dict[str, int]:
    """The number of the line of each entry that has one to itself."""
    found: dict[str, int] = {}
    for at, line in enumerate(text.split("\n")):
        for name in _entry(line):
            found[name] = at
    return found


def _with_line(text: str, name: str, new: SavedSearch | None, place: int | None = None) -> str:
    """The file with the line of one entry changed, added or taken out. Raises KeyError for one that has no line."""
    lines, known = text.split("\n"), _lines(text)
    if new is None:
        del lines[known[name]]
        return "\n".join(lines)
    written = f"{_quoted(new.name)} = {_quoted(new.line)}"
    if name in known:
        lines[known[name]] = f"{written}{_comment(lines[known[name]])}"
        return "\n".join(lines)
    tables = (at for at, line in enumerate(lines) if line.lstrip().startswith("["))
    end = next(tables, len(lines) - (lines[-1] == ""))
    lines.insert(min(end if place is None else place, end), written)
    return "\n".join(lines if lines[-1] == "" else (*lines, ""))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(line: str) -> str:
    """What follows the entry in a line, with the blanks before it."""
    entry = _entry(line)
    for at, letter in enumerate(line):
        if letter == "#" and _entry(line[:at]) == entry:
            return line[len(line[:at].rstrip()) :]
    return ""
