"""The keys of the library's own screens: rows of the one table in `tui.keymap`."""

from collections.abc import Iterable, Sequence

Row = tuple[str, str, str, str, str, str]
"""Id, keys, action, label, tooltip, place."""

PLACES = ("library", "feeds", "people", "versions", "changes", "tag-list", "deleted")
"""Places of these screens; none holds together with another."""


FIND_COMMAND = "Find a command by name"

OWN: Sequence[Row] = (
    (
        "library-open",
        "enter",
        "select",
        "open",
        "Open the article, at the mark that was found",
        "library",
    ),
    ("library-other", "o", "screen.other", "open other", "Open an address or a file", "library"),
    ("library-add", "a", "screen.add", "add", "Add addresses, files or folders as unread", "library"),
    ("library-fetch", "F", "screen.fetch", "fetch", "Fetch what is new in your feeds", "library"),
    ("library-feeds", "R", "screen.feeds", "feeds", "Your feeds and saved searches", "library"),
    ("library-next", "n", "screen.next", "next new", "Read the next new article", "library"),
    ("library-go-on", "c", "screen.go_on", "go on", "Go on with the article you left last", "library"),
    (
        "library-search",
        "slash",
        "screen.search",
        "find",
        "Search texts, statements, tags and notes; #tag, speaker:lind, since:2026-01",
        "library",
    ),
    (
        "library-save-search",
        "S",
        "screen.save_search",
        "save search",
        "Save what is searched for, or what the list is narrowed to, under a name",
        "library",
    ),
    (
        "library-choose",
        "v",
        "screen.choose",
        "choose",
        "Choose the article, or drop it again",
        "library",
    ),
    (
        "library-choose-all",
        "A",
        "screen.choose_all",
        "all",
        "Choose all that is listed, or none of it",
        "library",
    ),
    (
        "library-later",
        "l",
        "screen.set_state('later')",
        "later",
        "Put the article off for later, or back into the list",
        "library",
    ),
    (
        "library-archive",
        "e",
        "screen.set_state('archived')",
        "archive",
        "Put the article away, or take it out again",
        "library",
    ),
    ("library-read", "r", "screen.set_state('read')", "read", "Mark it as read, or as new again", "library"),
    (
        "library-remove",
        "x,delete",
        "screen.remove",
        "remove",
        "Remove the article from the library",
        "library",
    ),
    ("library-undo", "u", "screen.undo", "undo", "Take back what was done last", "library"),
    ("library-sort", "s", "screen.sort", "sort", "Sort by the next thing: day, title, source, …", "library"),
    (
        "library-narrow",
        "f",
        "screen.narrow",
        "only",
        "Show only new articles; again for the next state",
        "library",
    ),
    (
        "library-limit",
        "L",
        "screen.limit",
        "only with",
        "Show only articles from a source, with a tag, or in which somebody speaks or which somebody wrote",
        "library",
    ),
    (
        "library-group",
        "z",
        "screen.group",
        "groups",
        "Headings by what it is sorted by: day, source, state",
        "library",
    ),
    ("library-path", "i", "screen.path", "path", "Say where the article was read from", "library"),
    (
        "library-browse",
        "exclamation_mark",
        "screen.browse",
        "browser",
        "Open the page of the article in the web browser",
        "library",
    ),
    (
        "library-ahead",
        "B",
        "screen.background",
        "analyse",
        "Stop analysing articles ahead, or go on with it",
        "library",
    ),
    (
        "library-versions",
        "V",
        "screen.versions",
        "versions",
        "Show the versions of the article",
        "library",
    ),
    (
        "library-people",
        "p",
        "screen.people",
        "people",
        "Everyone: how often and how lately they speak",
        "library",
    ),
    ("feeds-articles", "enter", "select", "articles", "The articles of the feed, folder or search", "feeds"),
    ("feeds-fetch", "f", "screen.fetch_one", "fetch", "Fetch what is new in the feed or folder", "feeds"),
    ("feeds-fetch-all", "F", "screen.fetch_all", "fetch all", "Fetch what is new in all feeds", "feeds"),
    ("feeds-add", "a", "screen.add", "add", "Follow a feed, or all of an OPML file", "feeds"),
    (
        "feeds-rename",
        "r,i",
        "screen.rename",
        "rename",
        "Call the feed, folder or search by another name",
        "feeds",
    ),
    ("feeds-folder", "t", "screen.put_into", "folder", "Put the feed into a folder, or into none", "feeds"),
    (
        "feeds-remove",
        "x,delete",
        "screen.remove",
        "remove",
        "Remove the feed, folder or saved search; articles stay, as do the feeds of a folder",
        "feeds",
    ),
    ("feeds-undo", "u", "screen.undo", "undo", "Take back what was done last", "feeds"),
    ("feeds-write", "X", "screen.write_list", "export", "Write all feeds to a file, as OPML", "feeds"),
    ("feeds-leave", "escape,q", "screen.leave", "back", "Back to where you came from", "feeds"),
    ("people-open", "enter", "select", "dossier", "All that somebody says in your articles", "people"),
    ("people-search", "slash", "screen.search", "find", "Type a part of a name; a surname will do", "people"),
    ("people-sort", "s", "screen.sort", "sort", "Sort by statements, words, direct speech, day", "people"),
    ("people-tables", "z", "screen.tables", "tables", "Sources, months, and people again", "people"),
    ("people-leave", "escape,q", "screen.leave", "back", "Back to where you came from", "people"),
    (
        "dossier-search",
        "slash",
        "screen.search",
        "narrow",
        "Narrow it by words and days: streik since:2026-01",
        "dossier",
    ),
    (
        "dossier-only",
        "f",
        "screen.only",
        "only",
        "Only what they say; again for the next part",
        "dossier",
    ),
    (
        "dossier-article",
        "o",
        "screen.article",
        "article",
        "On to the next article that has it",
        "dossier",
    ),
    ("dossier-left", "h,left", "screen.side(0)", "left", "Of two people: the one at the left", "dossier"),
    ("dossier-right", "l,right", "screen.side(1)", "right", "Of two people: the one at the right", "dossier"),
    (
        "dossier-tables",
        "z",
        "screen.tables",
        "months",
        "How much was said in each month; Enter shows one of them",
        "dossier",
    ),
    ("dossier-with", "w", "screen.beside", "with", "See somebody else beside, or no more", "dossier"),
    (
        "dossier-surname",
        "i",
        "screen.surname",
        "surname",
        "Articles with nothing but the surname, which may be somebody else's; or the dossier again",
        "dossier",
    ),
    (
        "dossier-take-in",
        "O",
        "screen.take_in",
        "take in",
        "Take the surname alone for this one, in all articles",
        "dossier",
    ),
    ("dossier-undo", "u", "screen.take_in(True)", "undo", "Take back whose the surname is", "dossier"),
    ("dossier-export", "X", "screen.export", "export", "Write all of it to a file", "dossier"),
    ("dossier-analyse", "a", "screen.analyse", "analyse", "Analyse what waits, or stop that", "dossier"),
    ("library-tags", "T", "screen.tags", "tags", "All tags: rename, merge, take off, colour", "library"),
    (
        "library-deleted",
        "U",
        "screen.deleted",
        "deleted",
        "What was deleted, to bring it back",
        "library",
    ),
    (
        "library-back",
        "escape",
        "screen.back",
        "back",
        "Back from what was found to all articles",
        "library",
    ),
    (
        "library-leave",
        "q",
        "screen.leave",
        "leave",
        "Leave Lesart; from what was found or chosen in a list, go back there",
        "library",
    ),
    ("versions-open", "enter", "select", "open", "Read this version", "versions"),
    (
        "versions-changes",
        "c,space",
        "screen.changes",
        "changes",
        "What changed since the one before",
        "versions",
    ),
    ("versions-leave", "escape,q", "screen.leave", "back", "Back to where you came from", "versions"),
    ("changes-next", "n,c", "screen.step(1)", "next", "The next change", "changes"),
    ("changes-previous", "N,C", "screen.step(-1)", "back", "The change before", "changes"),
    ("changes-down", "j,down", "screen.scroll(1)", "down", "Scroll down", "changes"),
    ("changes-up", "k,up", "screen.scroll(-1)", "up", "Scroll up", "changes"),
    ("changes-page-down", "space,pagedown", "screen.scroll(15)", "page down", "One page down", "changes"),
    ("changes-page-up", "b,pageup", "screen.scroll(-15)", "page up", "One page up", "changes"),
    ("changes-first", "g,home", "screen.end(False)", "first", "The first line", "changes"),
    ("changes-last", "G,end", "screen.end(True)", "last", "The last line", "changes"),
    ("changes-leave", "escape,q", "screen.leave", "back", "Back to the versions", "changes"),
    (
        "tag-list-find",
        "enter",
        "select",
        "articles",
        "The articles with this tag or one below it",
        "tag-list",
    ),
    ("tag-list-marks", "m", "screen.marks", "marks", "All marks with this tag or one below it", "tag-list"),
    (
        "tag-list-rename",
        "r,i",
        "screen.rename",
        "rename",
        "Rename the tag; onto another one, merge them",
        "tag-list",
    ),
    ("tag-list-colour", "c", "screen.colour", "colour", "Give the tag the next colour", "tag-list"),
    (
        "tag-list-delete",
        "x,delete",
        "screen.delete",
        "take off",
        "Take the tag off all marks",
        "tag-list",
    ),
    ("tag-list-undo", "u", "screen.undo", "undo", "Take the last change of tags back", "tag-list"),
    ("tag-list-leave", "escape,q", "screen.leave", "back", "Back to where you came from", "tag-list"),
    ("deleted-restore", "enter,u", "select", "bring back", "Bring it back where it was", "deleted"),
    ("deleted-leave", "escape,q", "screen.leave", "back", "Back to where you came from", "deleted"),
)
"""What each place has for itself."""


def rows() -> Iterable[Row]:
    """All rows, place by place."""
    yield from OWN
    for place in PLACES:
        thing = "article" if place == "library" else "entry"
        space = "space," if place in ("library", "feeds", "people", "deleted", "tag-list") else ""
        if place != "changes":
            yield (f"{place}-down", "j,down", "cursor_down", "down", f"One {thing} down", place)
            yield (f"{place}-up", "k,up", "cursor_up", "up", f"One {thing} up", place)
            yield (f"{place}-first", "g,home", "first", "first", f"The first {thing}", place)
            yield (f"{place}-last", "G,end", "last", "last", f"The last {thing}", place)
            yield (f"{place}-page-down", f"{space}pagedown", "page_down", "page down", "One page down", place)
            yield (f"{place}-page-up", "b,pageup", "page_up", "page up", "One page up", place)
        yield (f"{place}-keys", "question_mark,f1", "app.keys", "keys", "Show the keys of this place", place)
        yield (f"{place}-palette", "colon,ctrl+p", "app.command_palette", "commands", FIND_COMMAND, place)
    yield (
        "rename-keep",
        "enter,ctrl+s,f2",
        "keep",
        "rename",
        "Rename, or merge with the tag of that name",
        "rename",
    )
    yield ("rename-leave", "escape", "leave", "leave", "Change nothing", "rename")
    yield ("confirm-yes", "enter,y", "answer(True)", "do it", "Do it", "confirm")
    yield ("confirm-no", "escape,q,n", "answer(False)", "leave", "Change nothing", "confirm")
