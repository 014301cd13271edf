"""`lesart people`: everyone who is known beyond one article, with how often and how lately they speak."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from core.library import LibraryError
from core.translation import N_, _
from tui.cli.output import complain, parser
from tui.cli.own_library import own_library
from tui.text import drawable

EPILOG = N_(
    """\
Each line has the number of statements, the number of articles, the day of the last one, and the name. A surname will
do as NAME. `lesart dossier` has what somebody said. Only articles that were analysed count, as opening them does."""
)


def people(words: Sequence[str]) -> int:
    """List people and bodies, who speaks most first; the exit status is 1 if there is nobody."""
    options = parser("lesart people", _("Everyone in your articles, who speaks most first."), _(EPILOG))
    options.add_argument("name", nargs="*", metavar=_("NAME"), help=_("a part of a name"))
    options.add_argument(
        "--format", choices=("text", "json"), default="text", help=_("text (default) or json")
    )
    chosen = options.parse_args(words)
    try:
        found = own_library().people(" ".join(chosen.name))
    except LibraryError as error:
        return complain(str(error))
    if not found:
        nobody = _("Nobody yet: who speaks is known once articles are analysed, which opening them does.")
        return complain(_("Nobody in your analysed articles is called so.") if chosen.name else nobody)
    if chosen.format == "json":
        json.dump([asdict(each) for each in found], sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return 0
    for each in found:
        print(
            drawable(
                f"{each.statements:6} {each.articles:6}  {each.last}  {each.name} ({_(each.kind.value)})"
            )
        )
    return 0
