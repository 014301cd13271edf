"""The command line: `lesart` and its sub-commands, one file each.

Only what a command needs is imported, when it is needed: opening an article must not wait for a language model.
"""

import os
import sys
from collections.abc import Callable, Sequence

from tui.cli.output import FAILED, complain


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. The exit status is 0, 1 where something could not be read or kept, 2 for misuse."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    from core.articles.errors import SourceError

    try:
        status = _command(words)
        sys.stdout.flush()
    except SourceError as error:
        return complain(str(error))
    except BrokenPipeError:
        # Whoever read our output has had enough; keep the interpreter from flushing into the closed pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130
    return status


def _command(words: list[str]) -> int:
    """The command that the first word names, run with the rest; any other word is a source to read."""
    run: Callable[[Sequence[str]], int]
    match words[:1]:
        case ["read"]:
            from tui.cli.read import read as run
        case ["demo"]:
            from tui.cli.read import demo as run
        case ["analyze"]:
            from tui.cli.analyze import analyze as run
        case ["annotate"]:
            from tui.cli.annotate import annotate as run
        case ["aliases"]:
            from tui.cli.aliases import aliases as run
        case ["export"]:
            from tui.cli.export import export as run
        case ["import"]:
            from tui.cli.import_ import import_files as run
        case ["keys"]:
            from tui.cli.keys import keys as run
        case ["tags"]:
            from tui.cli.tags import tags as run
        case ["undelete"]:
            from tui.cli.undelete import undelete as run
        case ["serve"]:
            from tui.cli.serve import serve as run
        case ["dossier"]:
            from tui.cli.dossier import dossier as run
        case ["doctor"]:
            from tui.cli.doctor import doctor as run
        case _:
            from tui.cli.read import read

            return read(words)
    return run(words[1:])
