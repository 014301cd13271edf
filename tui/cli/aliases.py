"""`lesart aliases`: the other names that the reader confirmed, to see, add to and remove."""

from collections.abc import Sequence

from core.analysis import ActorKind
from core.analysis.identity import alias_key
from core.annotations.corrections.aliases import Alias, holds_elsewhere
from core.library import Library, LibraryError
from core.translation import N_, _
from tui.cli.output import FAILED, complain, inform, parser
from tui.cli.own_library import own_library
from tui.text import drawable

EPILOG = N_(
    """\
An alias that is confirmed in the reader holds in every article: “Hafenkönigin” then always means Ada Lind.

  lesart aliases                                    list them, one a line: alias, name, kind
  lesart aliases --add "Hafenkönigin" "Ada Lind"    confirm one
  lesart aliases --remove "Hafenkönigin"            forget it"""
)


def aliases(words: Sequence[str]) -> int:
    """List the aliases, add one, or remove one; the exit status is 1 if there was nothing to remove."""
    options = parser("lesart aliases", _("See and change the other names that you confirmed."), _(EPILOG))
    what = options.add_mutually_exclusive_group()
    what.add_argument(
        "--add", nargs=2, metavar=(_("ALIAS"), _("NAME")), help=_("ALIAS is another name of NAME")
    )
    what.add_argument("--remove", metavar=_("ALIAS"), help=_("forget an alias"))
    options.add_argument("--of", metavar=_("NAME"), help=_("with --remove: only as an alias of NAME"))
    options.add_argument(
        "--kind",
        choices=[kind.value for kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)],
        default=ActorKind.PERSON.value,
        help=_("with --add: what NAME is (default: person)"),
    )
    chosen = options.parse_args(words)
    if chosen.of and not chosen.remove:
        options.error(_("--of goes with --remove"))
    library = own_library()
    try:
        if chosen.add:
            alias, name = (" ".join(word.split()) for word in chosen.add)
            if not alias or not name:
                options.error(_("ALIAS and NAME need a letter each"))
            return _add(library, Alias(alias, name, ActorKind(chosen.kind)))
        elif chosen.remove is not None:
            forgotten = library.drop_alias(chosen.remove, chosen.of)
            for known in forgotten:
                _print(known)
            if not forgotten:
                sentence = (
                    _("There is no alias “{alias}” of {name}; “lesart aliases” lists them.")
                    if chosen.of
                    else _("There is no alias “{alias}”; “lesart aliases” lists them.")
                )
                return complain(sentence.format(alias=chosen.remove, name=chosen.of))
        else:
            for known in library.aliases():
                _print(known)
    except LibraryError as error:
        complain(str(error))
        return FAILED
    return 0


def _add(library: Library, new: Alias) -> int:
    """Keep an alias unless it says nothing or cannot hold; the exit status. Raises LibraryError."""
    alias, name = new.alias, new.name
    if alias_key(alias) == alias_key(name):
        return complain(_("“{alias}” is the name itself, and no other name of it.").format(alias=alias))
    if not holds_elsewhere(new):
        return complain(_("“{name}” is no name in full: a surname alone may be anybody's.").format(name=name))
    is_there = library.dossier(name, new.kind).kind is not None
    if not library.keep_alias(new):
        return complain(_("“{alias}” is an alias of {name} already.").format(alias=alias, name=name))
    _print(new)
    if not is_there:
        inform(
            _("Kept, but no article that is analysed names {name} yet: check the spelling.").format(name=name)
        )
    return 0


def _print(alias: Alias) -> None:
    print("\t".join(drawable(word) for word in (alias.alias, alias.name, _(alias.kind.value))))
