"""`lesart dossier`: what all articles of the library say about one person, organisation or place."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

from core.analysis import ActorKind
from core.library import Library, LibraryError
from core.library.dossiers import Appearance, Dossier
from core.locations import locations
from core.translation import N_, _, ngettext
from tui.cli.output import complain, inform, parser, print_json
from tui.cli.progress import with_progress
from tui.text import drawable

WIDTH = 78
EPILOG = N_(
    """\
NAME is a name in full (a surname alone is nobody's) or an alias that you confirmed (`lesart aliases`).
Articles come in the order in which they were first opened. Articles that are not analysed yet are left out and
counted; --analyze reads them first, which takes about a second each."""
)


def dossier(words: Sequence[str]) -> int:
    """Print a dossier; the exit status is 1 if nobody has that name."""
    options = parser(
        "lesart dossier", _("Everything your articles tell of somebody, statements in time order."), _(EPILOG)
    )
    options.add_argument("name", metavar=_("NAME"), help=_("a name in full, or a confirmed alias"))
    options.add_argument(
        "--kind",
        choices=[kind.value for kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)],
        help=_("only who or what is of this kind"),
    )
    options.add_argument(
        "--format", choices=("text", "json"), default="text", help=_("text (default) or json")
    )
    options.add_argument("--analyze", action="store_true", help=_("analyse articles first that are not yet"))
    chosen = options.parse_args(words)
    where = locations()
    library = Library(where.library, where.cache)
    kind = ActorKind(chosen.kind) if chosen.kind else None
    name = " ".join(chosen.name.split())
    try:
        if chosen.analyze:
            _analyze(library)
        found = library.dossier(name, kind)
    except LibraryError as error:
        return complain(str(error))
    if not found.appearances:
        return complain(nobody(found))
    if chosen.format == "json":
        print_json(to_dict(found))
    else:
        for line in render(found):
            print(drawable(line))
    if found.unread:
        inform(_("{sentence} --analyze reads them.").format(sentence=unread(found)))
    return 0


def _analyze(library: Library) -> None:
    """Analyse articles without an analysis, with a progress bar on standard error at a terminal."""
    from core.analyzer.analyze import analyze

    missing = [record.key for record in library.articles() if not library.is_analysed(record.key)]
    for key in with_progress(missing, _("Analysing"), at_least=1):
        article = library.load_article(key)
        if article is not None:
            library.keep_analysis(article, analyze(article))


def nobody(found: Dossier) -> str:
    """The message that nobody has that name, and what to do about it."""
    parts = [_("Nobody in your articles is called “{name}”.").format(name=found.name)]
    if found.near:
        parts.append(
            _("Perhaps {names}: a dossier needs the name in full.").format(
                names=_(" or ").join(_("“{name}”").format(name=name) for name in found.near)
            )
        )
    if found.unread:
        parts.append(_("{sentence} --analyze reads them.").format(sentence=unread(found)))
    return " ".join(parts)


def unread(found: Dossier) -> str:
    """How many articles are not analysed."""
    return ngettext(
        "{number} article is not analysed yet.", "{number} articles are not analysed yet.", found.unread
    ).format(number=found.unread)


def render(found: Dossier) -> list[str]:
    """The dossier as lines of plain text."""
    kind = _(found.kind.value) if found.kind else ""
    lines = [f"{found.name} ({kind})", "=" * min(WIDTH, len(found.name) + len(kind) + 3)]
    for what, names in ((_("roles"), found.roles), (_("also"), found.aliases)):
        if names:
            lines += fill(f"{what:<6} {', '.join(names)}", WIDTH, subsequent_indent=" " * 7).split("\n")
    articles = ngettext("in {number} article", "in {number} articles", found.articles)
    statements = ngettext("{number} statement", "{number} statements", found.statements)
    lines.append(f"{articles.format(number=found.articles)}, {statements.format(number=found.statements)}")
    for appearance in found.appearances:
        record = appearance.record
        title = "  ".join((record.dated[:10], record.title or _("untitled")))
        lines += ["", *fill(title, WIDTH, subsequent_indent=" " * 12).split("\n")]
        if not appearance.statements:
            lines.append(f"    {_mentions(appearance)}")
        for said in appearance.statements:
            words = f"{_(said.type.value)}: {said.words}"
            lines += fill(words, WIDTH, initial_indent="  - ", subsequent_indent="    ").split("\n")
    return lines


def _mentions(appearance: Appearance) -> str:
    count = appearance.mentions
    return ngettext("mentioned once, not quoted", "mentioned {n} times, not quoted", count).format(n=count)


def to_dict(found: Dossier) -> dict[str, Any]:
    """The dossier as one JSON object; offsets are code points into the text filed under `key`."""
    return {
        "name": found.name,
        "kind": found.kind.value if found.kind else None,
        "aliases": list(found.aliases),
        "roles": list(found.roles),
        "not_analysed": found.unread,
        "articles": [
            {
                "key": appearance.record.key,
                "title": appearance.record.title,
                "source": appearance.record.source,
                "first_opened": appearance.record.first_opened,
                "published": appearance.record.published or None,
                "name": appearance.actor.name,
                "mentions": appearance.mentions,
                "statements": [
                    {
                        "type": said.type.value,
                        "text": said.words,
                        "spans": [list(span) for span in said.spans],
                        "confidence": round(said.confidence, 3),
                    }
                    for said in appearance.statements
                ],
            }
            for appearance in found.appearances
        ],
    }
