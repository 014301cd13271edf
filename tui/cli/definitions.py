"""The command line as data: the parsers of all commands, for completions and the manual page.

Each command makes its parser when it is run. Here each is run just as far as that, and its parser taken from it.
"""

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NoReturn

from core.translation import N_, _

Command = Callable[[Sequence[str]], int]

FILES = (N_("SOURCE"), N_("FILE"), N_("FOLDER"), N_("ARTICLE"), N_("FILE|DIR"), N_("SOURCE|ID"))
"""What stands for files and folders in the help of commands."""


class _FoundError(Exception):
    def __init__(self, parser: ArgumentParser) -> None:
        self.parser = parser


def parser_of(command: Command) -> ArgumentParser:
    """The parser that a command makes for its arguments."""

    def stop(parser: ArgumentParser, *_args: Any, **_named: Any) -> NoReturn:
        raise _FoundError(parser)

    usual = ArgumentParser.parse_known_args
    ArgumentParser.parse_known_args = stop  # type: ignore[method-assign, assignment]
    try:
        command(["--help"])
    except _FoundError as found:
        return found.parser
    finally:
        ArgumentParser.parse_known_args = usual  # type: ignore[method-assign]
    raise LookupError("the command makes no parser")


def command_line(commands: Mapping[str, Command], main: str) -> ArgumentParser:
    """One parser for all commands; what `main` takes may be given without a command."""
    whole = parser_of(commands[main])
    chosen = whole.add_subparsers(title=_("commands"), prog=whole.prog, metavar=_("COMMAND"), required=False)
    # A command comes first or not at all.
    whole._actions.sort(key=lambda action: bool(not action.option_strings and action is not chosen))
    for name, command in commands.items():
        each = parser_of(command)
        chosen.add_parser(
            name,
            help=(each.description or "").partition("\n")[0],
            description=each.description,
            epilog=each.epilog,
            formatter_class=each.formatter_class,
            allow_abbrev=False,
            add_help=False,
            parents=[each],
        )
    return whole


def actions(parser: ArgumentParser) -> Iterator[tuple[ArgumentParser, Action]]:
    """Every argument of a parser and of the parsers below it, each with its parser."""
    for action in parser._actions:
        yield parser, action
        if isinstance(action, _SubParsersAction):
            for below in dict.fromkeys(action.choices.values()):
                yield from actions(below)


def takes_file(action: Action) -> bool:
    """Whether an argument is a file or a folder."""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    return not action.choices and (
        metavar in map(_, FILES) or (not action.option_strings and action.dest.upper().rstrip("S") in FILES)
    )
