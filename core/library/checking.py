"""Check a whole library without changing anything in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.library.conflicts import sentence, strays
from core.library.errors import LibraryError, shown
from core.library.file_format import Tables, UnsoundError, unpack
from core.library.records import ANNOTATIONS, ARTICLES, DELETED, KINDS
from core.library.states import STATES
from core.library.storage import Files, Kind
from core.system_errors import cause
from core.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class Check:
    """What was found in a library."""

    articles: int
    """Number of articles in the library, removed ones left aside."""
    texts: int
    """Number of all texts that are kept: earlier versions, and what was removed, too."""
    annotations: int
    """Number of different annotations: one that was carried over to a later version is the same."""
    deleted: int
    """Number of annotations that were deleted and can be brought back."""
    files: int
    """Number of files looked at."""
    kept_damaged: int
    """Number of damaged files that were put aside earlier."""
    troubles: tuple[str, ...]
    """One sentence for each file that is not sound."""


def check(files: Files) -> Check:
    """Read every file of a library, and every backup, and say which are not sound."""
    troubles: list[str] = []
    looked = deleted = 0
    annotations: set[object] = set()
    gone: set[str] = set()
    for kind in KINDS:
        for key in [""] if kind.single else sorted(files.all_keys(kind)):
            file, backup = files.path(kind, key), files.backup(kind, key)
            tables, trouble = _look(file, kind)
            copy, copy_trouble = _look(backup, kind)
            looked += (tables is not None or trouble is not None) + (
                copy is not None or copy_trouble is not None
            )
            troubles.extend(filter(None, (trouble, copy_trouble)))
            if copy is not None and tables is None and trouble is None:
                troubles.append(
                    _("The library file {file} is missing; its copy in the backup will be used.").format(
                        file=shown(file)
                    )
                )
            if kind is ARTICLES and any(each["following"] for each in _documents(tables, ARTICLES)):
                gone.add(key)
            if kind is STATES and any(each["removed"] for each in _documents(tables, STATES)):
                gone.add(key)
            if kind is ANNOTATIONS and tables is not None:
                annotations |= {each["id"] for each in tables.get(ANNOTATIONS.name, {}).values()}
                deleted += len(tables.get(DELETED, {}))
    troubles.extend(filter(None, (sentence(files, key, path) for key, path in strays(files))))
    kept = files.keys(ARTICLES)
    if orphaned := len(files.keys(ANNOTATIONS) - kept):
        troubles.append(
            ngettext(
                "There are annotations to {number} article whose text is missing.",
                "There are annotations to {number} articles whose text is missing.",
                orphaned,
            ).format(number=orphaned)
        )
    damaged = sum(1 for path in files.damaged.glob("*.json")) if files.damaged.is_dir() else 0
    return Check(len(kept - gone), len(kept), len(annotations), deleted, looked, damaged, tuple(troubles))


def _documents(tables: Tables | None, kind: Kind) -> Iterable[Mapping[str, Any]]:
    return tables.get(kind.name, {}).values() if tables is not None else ()


def _look(path: Path, kind: Kind) -> tuple[Tables | None, str | None]:
    """The tables in a file, and what is wrong with it; neither if there is no file."""
    try:
        return unpack(kind.name, path.read_bytes(), kind.verify), None
    except FileNotFoundError:
        return None, None
    except UnsoundError as error:
        return None, _("The library file {path} is damaged: {error}.").format(path=shown(path), error=error)
    except LibraryError as error:
        return None, str(error)
    except OSError as error:
        return None, _("The library file {path} cannot be read ({reason}).").format(
            path=shown(path), reason=cause(error)
        )
