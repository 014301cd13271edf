"""`lesart search`: words in all texts, statements, tags and notes of the library."""

import re
from argparse import Namespace
from collections.abc import Sequence
from textwrap import fill
from typing import Any

from core.analysis.cue_words import introduction
from core.articles.source_names import outlet_words
from core.library import Library, LibraryError
from core.library.index.query import FILTERS, Query, faults, parse
from core.library.index.searching import MOST, Hit, HitKind
from core.library.index.snippets import Snippet, one_line
from core.translation import N_, _
from tui.cli import saving
from tui.cli.numbers import at_least_one
from tui.cli.output import complain, inform, parser, print_json
from tui.cli.own_library import own_library
from tui.model.describe import in_marks
from tui.model.speech import quoted, type_words
from tui.text import drawable

WIDTH = 78
EPILOG = N_(
    """\
Every word has to be there, within a word too: hafen finds Hafenbehörde and Häfen, Tessin finds Tessiner. "Two words"
in quotation marks have to follow one another; -word must not be there; #tag is that tag or one below it. Filters:
{filters}, as in

  lesart search hafen speaker:lind since:2026-01 kind:indirect

With speaker: or kind: the statements are listed, else articles, and your own tags and notes before them. What fits
best comes first; where nothing tells, as with filters alone, the latest. A query may be one word of the shell:
'hafen -streik' is that query, and only 'rote Linie', with nothing but words in it, is a phrase."""
)


def search(words: Sequence[str]) -> int:
    """Print what was found; the exit status is 1 if nothing was."""
    options = parser(
        "lesart search",
        _("Search all texts, statements, tags and notes."),
        f"{_(EPILOG).format(filters=', '.join(f'{name}:' for name in FILTERS))}\n\n{_(saving.EPILOG)}",
    )
    options.add_argument("words", nargs="*", metavar=_("WORD"), help=_("words, phrases, filters"))
    saving.add_options(options)
    options.add_argument(
        "--format", choices=("text", "json"), default="text", help=_("text (default) or json")
    )
    options.add_argument(
        "--json", dest="format", action="store_const", const="json", help=_("the same as --format json")
    )
    options.add_argument(
        "--most", type=at_least_one, default=20, metavar=_("N"), help=_("how many to list (20)")
    )
    chosen, more = options.parse_known_args([_shielded(word) for word in words])
    if unknown := [word for word in more if word.startswith("--")]:
        options.error(_("unrecognized arguments: %s") % " ".join(unknown))
    parts = [word.removeprefix(_SHIELD) for word in (*chosen.words, *more)]
    library, as_json = own_library(), chosen.format == "json"
    try:
        if saving.is_about_names(chosen, parts):
            return saving.change_or_list(library, chosen, as_json)
        if chosen.saved == saving.ALL:
            options.error(_("--saved needs a NAME right behind it"))
        if not parts and chosen.saved is None:
            options.error(_("the following arguments are required: %s") % _("WORD"))
        return _search(library, chosen, parts)
    except (LibraryError, ValueError) as error:
        return complain(str(error))


def _search(library: Library, chosen: Namespace, parts: Sequence[str]) -> int:
    """Look for words, or save that. Raises LibraryError, and ValueError for a filter of no sense."""
    before = saving.line_called(chosen.saved) if chosen.saved else ""
    line = " ".join(filter(None, (before, *map(_quoted, parts))))
    query = parse(line)
    found = library.find(query)
    if not found and not before and (other := _as_query(parts)):
        line, query = other, parse(other)
        found = library.find(query)
    if chosen.save is not None:
        return saving.save(library, chosen.save, line)
    shown = found[: chosen.most]
    places = library.snippets(query, [hit.article.key for hit in shown if hit.kind is HitKind.TEXT])
    if not found:
        return complain(faults(query) or _("Nothing found."))
    if chosen.format == "json":
        print_json([to_dict(hit, places.get(hit.article.key)) for hit in shown])
        return 0
    for hit in shown:
        for words in render(hit, places.get(hit.article.key)):
            print(drawable(words))
    if len(found) > len(shown):
        inform(_more(query, len(shown), len(found)))
    return 0


def _more(query: Query, shown: int, found: int) -> str:
    """How much more was found, and which of it is listed first."""
    if found >= MOST:
        words = _("{shown} of more than {all}, the {first} first; --most {all} lists the first {all}.")
    else:
        words = _("{shown} of {all}, the {first} first; --most {all} lists all.")
    by_day = query.choice.speaker or query.choice.kind or not (query.plain or query.without)
    return words.format(shown=shown, all=found, first=_("latest") if by_day else _("best"))


def render(hit: Hit, place: Snippet | None) -> list[str]:
    """What was found as lines of plain text: the article, and the words in their context."""
    record = hit.article
    head = "  ".join((record.dated[:10], record.title or _("untitled"), f"({outlet_words(record.outlet)})"))
    if hit.kind is HitKind.STATEMENT:
        how = introduction(hit.cue and quoted(hit.cue), hit.according)
        parts = hit.speaker, type_words(hit.type) if hit.type else "", how
        words = f"{', '.join(filter(None, parts))}: {hit.words}"
    elif hit.kind is HitKind.MARK:
        note = " ".join((*(f"#{tag}" for tag in hit.tags), *hit.note.split()))
        passage = f"{note}  {in_marks(' '.join(hit.words.split()))}" if hit.words else note
        words = f"{passage} ({hit.speaker})" if hit.speaker else passage
    else:
        words = _excerpt(place) if place else record.beginning
    indent = "    "
    return [head, *fill(words, WIDTH, initial_indent=indent, subsequent_indent=indent).split("\n"), ""]


def _excerpt(place: Snippet) -> str:
    """A stretch of a text in one line, with dots where the text goes on."""
    return f"{'' if place.is_first else '… '}{one_line(place.text)}{'' if place.is_last else ' …'}"


def _cut(place: Snippet) -> str:
    """A stretch of a text as it stands there, with dots where the text goes on."""
    return f"{'' if place.is_first else '… '}{place.text}{'' if place.is_last else ' …'}"


def to_dict(hit: Hit, place: Snippet | None) -> dict[str, Any]:
    """The same as an object; offsets are code points into the text filed under `key`."""
    spans = [hit.span] if hit.span else list(place.spans) if place else []
    return {
        "kind": hit.kind.value,
        "key": hit.article.key,
        "title": hit.article.title,
        "source": hit.article.source,
        "authors": list(hit.article.authors),
        "published": hit.article.published or None,
        "id": hit.id or None,
        "speaker": hit.speaker or None,
        "type": hit.type.value if hit.type else None,
        "cue": hit.cue or None,
        "according_to": hit.according or None,
        "text": hit.words or (_cut(place) if place else ""),
        "spans": [list(span) for span in spans],
        "tags": list(hit.tags),
        "note": hit.note,
    }


_SHIELD = "\0"
"""Stands before a word that is no option, whatever it looks like; nobody can type it."""
_NAMING = ("speaker", "author", "source", "feed", "folder")
"""Filters by a name, which may have several words."""
_NUMBER = re.compile(r"-\d+")


def _shielded(word: str) -> str:
    """A word as argparse shall see it: -hafen is a word that must not be there, not -h with a value."""
    is_option = word.startswith("--") or word == "-h" or not word.startswith("-")
    return word if is_option or _NUMBER.fullmatch(word) else f"{_SHIELD}{word}"


def _quoted(word: str) -> str:
    """A word as it was before the shell took its quotation marks off; a query that was quoted whole is that query."""
    if word.startswith("-"):
        return f"-{_quoted(word[1:])}"
    if " " not in word or '"' in word or any(_narrows(part) for part in word.split()[1:]):
        return word
    name, colon, value = word.partition(":")
    if colon and name in FILTERS:
        return f'{name}:"{value}"' if name in _NAMING else word
    return word if word.startswith("#") else f'"{word}"'


def _as_query(words: Sequence[str]) -> str:
    """One word of the shell that may be a query though it began with a filter that names somebody; else empty."""
    word, *more = words or ("",)
    name, colon, value = word.partition(":")
    return word if not more and colon and name in _NAMING and " " in value and '"' not in value else ""


def _narrows(word: str) -> bool:
    """Whether a word is a filter, a tag or one that must not be there."""
    return (
        (word[:1] == "-" and word[1:2].isalnum())
        or word.startswith("#")
        or (word.partition(":")[0] in FILTERS and ":" in word)
    )
