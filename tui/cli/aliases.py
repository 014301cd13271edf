"""`lesart aliases`: the other names that the reader confirmed, to see, add to and remove."""

from collections.abc import Sequence

from core.analysis import ActorKind
from core.annotations.corrections.aliases import Alias, holds_elsewhere
from core.library import Library, LibraryError
from core.locations import locations
from tui.cli.output import FAILED, complain, parser
from tui.text import drawable

EPILOG = """\
An alias that is confirmed in the reader holds in every article: “Hafenkönigin” then always means Ada Lind.

  lesart aliases                                    list them, one a line: alias, name, kind
  lesart aliases --add "Hafenkönigin" "Ada Lind"    confirm one
  lesart aliases --remove "Hafenkönigin"            forget it"""


def aliases(words: Sequence[str]) -> int:
    """List the aliases, add one, or remove one; the exit status is 1 if there was nothing to remove."""
    options = parser("lesart aliases", "See and change the other names that you confirmed.", EPILOG)
    what = options.add_mutually_exclusive_group()
    what.add_argument("--add", nargs=2, metavar=("ALIAS", "NAME"), help="ALIAS is another name of NAME")
    what.add_argument("--remove", metavar="ALIAS", help="forget an alias")
    options.add_argument("--of", metavar="NAME", help="with --remove: only as an alias of NAME")
    options.add_argument(
        "--kind",
        choices=[kind.value for kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)],
        default=ActorKind.PERSON.value,
        help="with --add: what NAME is (default: person)",
    )
    chosen = options.parse_args(words)
    if chosen.of and not chosen.remove:
        options.error("--of goes with --remove")
    where = locations()
    library = Library(where.library, where.cache)
    try:
        if chosen.add:
            alias, name = (" ".join(word.split()) for word in chosen.add)
            if not alias or not name:
                options.error("ALIAS and NAME need a letter each")
            new = Alias(alias, name, ActorKind(chosen.kind))
            if not holds_elsewhere(new):
                return complain(f"“{name}” is no name in full: a surname alone may be anybody's.")
            if not library.keep_alias(new):
                return complain(f"“{alias}” is an alias of {name} already.")
        elif chosen.remove is not None:
            if not library.drop_alias(chosen.remove, chosen.of):
                whose = f" of {chosen.of}" if chosen.of else ""
                return complain(f"There is no alias “{chosen.remove}”{whose}; “lesart aliases” lists them.")
        else:
            for known in library.aliases():
                print("\t".join(drawable(word) for word in (known.alias, known.name, known.kind.value)))
    except LibraryError as error:
        complain(str(error))
        return FAILED
    return 0
