"""What is done with a first word that is neither a command nor a file: `lesart help`, and slips."""

from collections.abc import Sequence
from difflib import get_close_matches

from core.translation import _
from tui.cli import COMMANDS, loaded
from tui.cli.output import complain


def no_command(words: Sequence[str]) -> int:
    """Print the help that is asked for, or name the command that may have been meant."""
    if words[0] == "help":
        command = words[1] if len(words) > 1 and words[1] in COMMANDS else "read"
        return loaded(command)(["--help"])
    near = get_close_matches(words[0].casefold(), COMMANDS, 1, _LIKE)
    if near:
        sentence = _("There is neither a file nor a command “{word}”; did you mean “lesart {command}”?")
        return complain(sentence.format(word=words[0], command=near[0]))
    sentence = _("There is neither a file nor a command “{word}”; lesart --help lists the commands.")
    return complain(sentence.format(word=words[0]))


_LIKE = 0.7
"""How alike two words are, of 1, so that one may be a slip for the other: “serach” and “search” are .83."""
