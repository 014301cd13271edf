"""`lesart undelete`: what was deleted, and bringing it back."""

from collections.abc import Sequence

from core.library import Deletion, LibraryError
from core.text.spans import whole_words
from core.translation import N_, _
from tui.cli.output import complain, parser
from tui.cli.own_library import own_library
from tui.cli.remove import NAMED, called
from tui.model.describe import in_marks
from tui.text import drawable

EPILOG = N_(
    """\
Without an ID what was deleted is listed, the latest first: id, day, tags, note, passage; and the articles that were
removed: key, day, title."""
)


_LONG = 60
"""Characters of a note or a passage that are shown."""


def undelete(words: Sequence[str]) -> int:
    """List what was deleted, or bring it back by id."""
    options = parser(
        "lesart undelete", _("Bring deleted tags and notes, and removed articles, back."), _(EPILOG)
    )
    what = _("the id of an annotation or its beginning; source, words of the title, or key of an article")
    options.add_argument("ids", nargs="*", metavar=_("ID"), help=what)
    chosen = options.parse_args(words)
    library = own_library()
    status = 0
    try:
        found = library.deletions()
        removed = library.removed()
        for deletion in () if chosen.ids else found:
            print(drawable(_line(deletion)))
        for record in () if chosen.ids else removed:
            print(drawable(f"{record.key[:32]}  {record.removed[:10]}  {record.title}"))
        for id in chosen.ids:
            meant = [each for each in found if each.annotation.id.startswith(id)]
            articles = [] if meant else called(removed, id)
            if len(articles) == 1 and not meant:
                library.restore(articles[0].key)
                print(articles[0].key)
                continue
            if len(meant) != 1:
                status = complain(_unclear(len(meant), len(articles)).format(id=id))
                for record in articles[:NAMED]:
                    complain(f"  {record.key[:8]}  {record.title}  ({record.source})")
                continue
            library.undelete(meant[0].key, meant[0].annotation.id)
            print(meant[0].annotation.id)
    except LibraryError as error:
        return complain(str(error))
    return status


def _unclear(annotations: int, articles: int) -> str:
    """Why an id does not say what is to be brought back."""
    if annotations:
        words = _("Not brought back: {number} annotations were deleted whose id begins with “{id}”.")
    elif articles:
        words = _("Not brought back: {number} articles called “{id}” were removed.")
    else:
        words = _(
            "Not brought back: nothing called “{id}” was removed, and nothing deleted whose id begins so."
        )
    return words.replace("{number}", str(annotations or articles))


def _line(deletion: Deletion) -> str:
    annotation = deletion.annotation
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    passage = in_marks(_in_short(annotation.anchor.exact)) if annotation.anchor else _("on the whole article")
    parts = (annotation.id, deletion.deleted[:10], tags, _in_short(annotation.note), passage)
    return "  ".join(part for part in parts if part)


def _in_short(words: str) -> str:
    """Words in one line, and no more of them than tell them from others."""
    words = " ".join(words.split())
    beginning = whole_words(words, _LONG)
    return words if beginning == words else f"{beginning} …"
