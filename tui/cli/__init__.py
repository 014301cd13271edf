"""The command line: `lesart` and its sub-commands, one file each.

Only the module of the command that is run is imported: opening an article must not wait for what others need.
"""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from core.articles.errors import SourceError
from core.library.errors import LibraryError
from core.locations import locations
from core.quick_exit import quick_exit
from core.system_errors import cause
from core.translation import _, choose_language, use_language
from tui.cli.output import FAILED, complain
from tui.cli.streams import give_up_output, prepare
from tui.config.settings import SETTINGS_FILE, read_settings

COMMANDS = {
    "read": "read:read",
    "demo": "read:demo",
    "add": "add:add",
    "feed": "feeds:feed",
    "fetch": "feeds:fetch",
    "search": "search:search",
    "remove": "remove:remove",
    "analyze": "analyze:analyze",
    "annotate": "annotate:annotate",
    "aliases": "aliases:aliases",
    "export": "export:export",
    "import": "import_:import_files",
    "keys": "keys:keys",
    "settings": "settings:settings",
    "tags": "tags:tags",
    "undelete": "undelete:undelete",
    "serve": "serve:serve",
    "dossier": "dossier:dossier",
    "people": "people:people",
    "corpus": "corpus:corpus",
    "doctor": "doctor:doctor",
    "completion": "completion:completion",
}
"""Module and function of each command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. The exit status is 0, 1 if something could not be read or saved, 2 for incorrect usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    has_output = prepare()
    settings, _complaints = read_settings(locations().config / SETTINGS_FILE)
    use_language(choose_language(settings.language, os.environ))
    if not has_output:
        return complain(_("Nothing was done: standard output is closed. Send it to a file or a program."))
    try:
        try:
            status = _command(words)
        finally:
            sys.stdout.flush()
    except (SourceError, LibraryError) as error:
        return complain(str(error))
    except BrokenPipeError:
        give_up_output()  # whoever read it has had enough
        return FAILED
    except OSError as error:
        give_up_output()
        reason = cause(error)
        if error.filename:
            return complain(f"{error.filename}: {reason}.")
        return complain(_("Cannot write the output: {reason}.").format(reason=reason))
    except KeyboardInterrupt:
        return 130
    return status


def program() -> int:
    """The program `lesart`: one command, and then an end that takes nothing apart."""
    status = main()
    if "spacy" in sys.modules:  # Without a model there is little to take apart.
        quick_exit(status)
    return status


def _command(words: list[str]) -> int:
    """The command that the first word names, run with the rest; any other word is a source to read."""
    if words and words[0] in COMMANDS:
        return loaded(words[0])(words[1:])
    if words and words[0].isalpha() and not os.path.lexists(words[0]):
        return cast(int, import_module("tui.cli.no_command").no_command(words))
    return loaded("read")(words)


def loaded(command: str) -> Callable[[Sequence[str]], int]:
    """The function that runs a command."""
    module, function = COMMANDS[command].split(":")
    return cast(Callable[[Sequence[str]], int], getattr(import_module(f"tui.cli.{module}"), function))
