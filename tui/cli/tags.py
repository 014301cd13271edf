"""`lesart tags`: all tags with their numbers; renamed, merged, taken off, coloured throughout the library."""

import argparse
import json
from collections.abc import Callable, Sequence

from core.annotations.tags import same
from core.library import Library, LibraryError, TagChange
from core.translation import N_, _, ngettext, number_words
from tui.cli.output import complain, parser
from tui.cli.own_library import own_library
from tui.text import drawable

EPILOG = N_(
    """\
commands:
  lesart tags                      all tags by level, with the number of annotations at or below each
  lesart tags rename OLD NEW       OLD and all below it become NEW; onto a tag in use, the two are merged
  lesart tags merge TAG… INTO      several tags become one
  lesart tags delete TAG…          taken off everything; what has neither tag nor note then counts as deleted
  lesart tags colour TAG COLOUR    red, orange, yellow, green, teal, blue, violet, grey or none
  lesart tags undo                 the last of these changes taken back, colours excepted

“/” makes levels: #politik/wahl lies below #politik."""
)


METAVARS = {
    "old": N_("OLD"),
    "new": N_("NEW"),
    "tag": N_("TAG"),
    "tags": N_("TAG"),
    "into": N_("INTO"),
    "colour": N_("COLOUR"),
}


def tags(words: Sequence[str]) -> int:
    """Print the tags, or change them."""
    options = parser("lesart tags", _("Tags throughout the library."), _(EPILOG))
    options.add_argument(
        "--format", choices=("text", "json"), default="text", help=_("text (default) or json")
    )
    options.add_argument(
        "--json", dest="format", action="store_const", const="json", help=_("the same as --format json")
    )
    commands = options.add_subparsers(dest="command", metavar=_("COMMAND"))
    _command(commands, "rename", _("rename a tag"), ("old", None), ("new", None))
    _command(commands, "merge", _("make several tags one"), ("tags", "+"), ("into", None))
    _command(commands, "delete", _("take tags off"), ("tags", "+"))
    _command(commands, "colour", _("colour a tag"), ("tag", None), ("colour", None))
    _command(commands, "undo", _("take the last change back"))
    chosen = options.parse_args(words)
    library = own_library()
    run: dict[str | None, Callable[[], int]] = {
        None: lambda: _list(library, chosen.format == "json"),
        "rename": lambda: _change(library, [chosen.old], chosen.new),
        "merge": lambda: _change(library, chosen.tags, chosen.into),
        "delete": lambda: _change(library, chosen.tags, ""),
        "colour": lambda: _colour(library, chosen.tag, chosen.colour),
        "undo": lambda: _undo(library),
    }
    try:
        return run[chosen.command]()
    except (LibraryError, ValueError) as error:
        return complain(str(error))


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    words: str,
    *arguments: tuple[str, str | None],
) -> None:
    each = commands.add_parser(name, help=words, allow_abbrev=False)
    for argument, number in arguments:
        each.add_argument(argument, nargs=number, metavar=_(METAVARS[argument]))


def _list(library: Library, as_json: bool) -> int:
    colours = library.tag_colours()
    nodes = library.tag_tree()
    if as_json:
        rows = [
            {"tag": node.tag, "own": node.own, "total": node.total, "colour": colours.get(same(node.tag))}
            for node in nodes
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for node in nodes:
        name = node.tag if not node.level else f"{'  ' * node.level}/{node.tag.rsplit('/', 1)[-1]}"
        colour = colours.get(same(node.tag), "")
        print(drawable(f"{node.total:6}  {name}{f'  ({colour})' if colour else ''}"))
    return 0


def _change(library: Library, old: Sequence[str], new: str) -> int:
    if (missing := _missing(library, old)) is not None:
        return _complain_of(missing)
    _tell(library.change_tags(old, new), "{change}")
    return 0


def _missing(library: Library, tags: Sequence[str]) -> str | None:
    """The first of some tags that is not in the library."""
    known = {same(node.tag) for node in library.tag_tree()}
    return next((tag for tag in tags if same(tag) not in known), None)


def _complain_of(missing: str) -> int:
    sentence = _("There is no tag “{missing}” in the library; `lesart tags` lists all.")
    return complain(sentence.format(missing=missing))


def _colour(library: Library, tag: str, colour: str) -> int:
    """Colour a tag; a colour can be taken off a tag, too, that nothing bears any more."""
    is_left_over = colour == "none" and same(tag) in library.tag_colours()
    if not is_left_over and (missing := _missing(library, [tag])) is not None:
        return _complain_of(missing)
    library.set_tag_colour(tag, "" if colour == "none" else colour)
    return 0


def _undo(library: Library) -> int:
    changes = library.tag_changes()
    if not changes:
        return complain(_("There is no change of tags to take back."))
    change = library.take_back_tag_change(changes[-1].id)
    if change is not None:
        _tell(change, _("taken back: {change}"))
    return 0


def _tell(change: TagChange, how: str) -> None:
    number = change.annotations
    annotations = ngettext("{number} annotation", "{number} annotations", number).format(
        number=number_words(number)
    )
    print(drawable(f"{how.format(change=change.words)}: {annotations}"))
