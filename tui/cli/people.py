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
do as NAME; “surname only” beside a name says that it may be several people's. `lesart dossier` has what somebody said.
Only articles that were analysed count, as opening them does."""
)


def people(words: Sequence[str]) -> int:
    """List people and bodies, who speaks most first; the exit status is 1 if there is nobody."""
    options = parser("lesart people", _("Everyone in your articles, who speaks most first."), _(EPILOG))
    options.add_argument("name", nargs="*", metavar=_("NAME"), help=_("a part of a name"))
    options.add_argument(
        "--format", choices=("text", "json"), default="text", help=_("text (default) or json")
    )
    options.add_argument(
        "--json", dest="format", action="store_const", const="json", help=_("the same as --format json")
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
    heads = _("statements"), _("articles"), _("last"), _("name")
    wide = [max(6, len(head)) for head in heads[:2]]
    day = max(10, len(heads[2]))
    # For the eye: programs read standard output, which has people only.
    print(
        f"{heads[0]:>{wide[0]}}  {heads[1]:>{wide[1]}}  {heads[2]:{day}}  {heads[3]}",
        file=sys.stderr,
        flush=True,
    )
    for each in found:
        counts = f"{each.statements:{wide[0]}}  {each.articles:{wide[1]}}"
        kind = ", ".join(filter(None, (_(each.kind.value), _("surname only") if each.in_doubt else "")))
        print(drawable(f"{counts}  {each.last:{day}}  {each.name} ({kind})"))
    return 0
