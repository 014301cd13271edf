"""Write exported files to disk: existing files are never overwritten without confirmation, nor written in part."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.exchange.errors import UnreadableError
from core.library import durable_files
from core.system_errors import cause
from core.translation import _


class SaveError(Exception):
    """A file cannot be written or added to. The message is one sentence that names it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What saving will do."""

    new: Mapping[Path, bytes]
    """Files that do not exist yet."""
    replaced: Mapping[Path, bytes]
    """Existing files with other content, which are replaced only with the user's confirmation."""
    grown: Mapping[Path, bytes]
    """Files that are updated, keeping all their content."""
    same: tuple[Path, ...] = ()
    """Files that already have this content."""
    kept: int = 0
    """Sections edited by the user in files to be updated, which are left as they are."""


def plan(files: Mapping[Path, bytes], *, grows: bool) -> Plan:
    """Compare files to be written with what is there. Raises SaveError."""
    new: dict[Path, bytes] = {}
    replaced: dict[Path, bytes] = {}
    grown: dict[Path, bytes] = {}
    same: list[Path] = []
    kept = 0
    for path, content in files.items():
        if _is_special(path):
            new[path] = content
            continue
        there = _content(path)
        if there is None:
            new[path] = content
        elif there == content:
            same.append(path)
        elif grows:
            merged, left = _merged(path, there, content)
            kept += left
            if merged == there:
                same.append(path)
            else:
                grown[path] = merged
        else:
            replaced[path] = content
    return Plan(new, replaced, grown, tuple(same), kept)


def save(planned: Plan) -> None:
    """Carry out a plan, replacing what it says is to be replaced. Raises SaveError with the file at fault as it was."""
    for path, content in planned.new.items():
        if _is_special(path):
            _pour(path, content)
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Somebody else may have made the file since: taking its name fails then, and writing would not.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        except OSError as error:
            raise _sentence(path, error) from None
        try:
            _write(path, content)
        except SaveError:
            path.unlink(missing_ok=True)
            raise
    for path, content in (*planned.replaced.items(), *planned.grown.items()):
        _write(path, content)


def _is_special(path: Path) -> bool:
    """Whether it is a device, a pipe or a socket, which holds nothing and must stay what it is."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _pour(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as device:
            device.write(content)
    except OSError as error:
        raise _sentence(path, error) from None


def _write(path: Path, content: bytes) -> None:
    """Write a whole file, with the permissions that it has; a link stays one, and its target is written."""
    try:
        target = path.resolve()
        mode = target.stat().st_mode & 0o777
        durable_files.write(target, content)
        target.chmod(mode)
    except OSError as error:
        raise _sentence(path, error) from None


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _sentence(path, error) from None


def _merged(path: Path, there: bytes, content: bytes) -> tuple[bytes, int]:
    from core.exchange.markdown import merge

    try:
        merged = merge(there.decode("utf-8"), content.decode("utf-8"))
    except UnicodeDecodeError:
        raise SaveError(_("Cannot add to {path}: it is not UTF-8 text.").format(path=path)) from None
    except UnreadableError as error:
        raise SaveError(_("Cannot add to {path}: {error}").format(path=path, error=error)) from None
    return merged.text.encode("utf-8"), merged.kept


def _sentence(path: Path, error: OSError) -> SaveError:
    if isinstance(error, IsADirectoryError):
        return SaveError(_("Cannot write {path}: it is a folder.").format(path=path))
    if isinstance(error, FileExistsError):
        return SaveError(
            _("Cannot write {path}: it has just appeared there; look at it and try again.").format(path=path)
        )
    return SaveError(_("Cannot write {path}: {reason}.").format(path=path, reason=cause(error)))


def with_tilde(path: Path) -> str:
    """A path as it is shown: what lies in the user's home begins with a tilde."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path != home and path.is_relative_to(home) else str(path)
