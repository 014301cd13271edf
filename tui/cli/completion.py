"""`lesart completion`: what lets a shell complete commands, options and files."""

from collections.abc import Sequence

import shtab

from core.translation import N_, _
from tui.cli import COMMANDS, loaded
from tui.cli.definitions import actions, command_line, takes_file
from tui.cli.output import parser

SHELLS = "bash", "zsh", "fish"

EPILOG = N_(
    """\
  bash  lesart completion bash >> ~/.bash_completion
  zsh   lesart completion zsh > FOLDER/_lesart, a folder of $fpath
  fish  lesart completion fish > ~/.config/fish/completions/lesart.fish"""
)


def completion(words: Sequence[str]) -> int:
    """Print the completions for one shell."""
    options = parser(
        "lesart completion", _("Print what lets a shell complete commands, options and files."), _(EPILOG)
    )
    options.add_argument("shell", metavar=_("SHELL"), choices=SHELLS, help=_("bash, zsh or fish"))
    print(completions(options.parse_args(words).shell))
    return 0


def completions(shell: str) -> str:
    """The completions for one shell, as a script in its language."""
    whole = command_line({name: loaded(name) for name in COMMANDS}, "read")
    for _parser, action in actions(whole):
        if takes_file(action):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    script: str = shtab.complete(whole, shell)
    # A first word that is no command is a file.
    return script.replace("complete -o bashdefault -F", "complete -o bashdefault -o default -F")
