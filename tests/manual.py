"""`make man`: the manual page and the completions for shells, made from the parsers of the command line.

They are written to build/share, laid out as below /usr/share; a wheel that is built afterwards installs them there.
"""

import os
from pathlib import Path

from core.translation import ENGLISH, use_language
from tui.cli import COMMANDS, loaded
from tui.cli.completion import SHELLS, completions
from tui.cli.definitions import command_line

ROOT = Path(__file__).parent.parent
SHARE = ROOT / "build" / "share"
PLACES = {
    "bash": "bash-completion/completions/lesart",
    "zsh": "zsh/site-functions/_lesart",
    "fish": "fish/vendor_completions.d/lesart.fish",
}


def manual() -> str:
    """The manual page, in the language of man."""
    from argparse_manpage.manpage import Manpage

    whole = command_line({name: loaded(name) for name in COMMANDS}, "read")
    whole.epilog = None  # the commands, each of which has a section of its own
    page = Manpage(whole)
    page.prog, page.source, page.manual = "lesart", "Lesart", "User commands"
    page.description = "read German news in a terminal"
    return str(page)


def main() -> None:
    """Write all of them."""
    os.environ["COLUMNS"] = "80"
    use_language(ENGLISH)
    written = {SHARE / "man" / "man1" / "lesart.1": manual()}
    written |= {SHARE / PLACES[shell]: completions(shell) for shell in SHELLS}
    for path, content in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
