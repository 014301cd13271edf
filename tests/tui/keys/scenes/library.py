"""The library and the screens beside it: versions, changes, tags, what was deleted, dossiers."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.command import CommandPalette

from core.analysis import Actor, ActorKind, Analysis
from core.annotations.tags import same
from core.articles.texts import plain_article
from core.library.feed_store import Feed
from core.library.states import State
from tests.tui.keys.scenario import Scene, Stage, typed, writes
from tests.tui.sample import ANALYSIS, analyze_at_once
from tui.model.walk import Walk
from tui.screens.library import LibraryScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.feeds import FeedsScreen
from tui.screens.lists.people import PeopleScreen
from tui.screens.reader import ReaderScreen
from tui.services.apart import patient_analyzer
from tui.services.background import Background
from tui.services.filing import Filing
from tui.services.following import Following


async def shelves(stage: Stage) -> None:
    """The library is on the screen."""
    await stage.app.push_screen(LibraryScreen(stage.open_library(), stage.own))
    await stage.until(lambda: stage.words == "25 articles" and not stage.told, "listed")


async def dossier(stage: Stage) -> None:
    """The dossier of an actor is."""
    actor = ANALYSIS.actor("lind")
    assert actor is not None
    await stage.app.push_screen(DossierScreen(actor, stage.open_library(), stage.own, analyze_at_once))
    await stage.until(lambda: stage.cursor == 0, "gathered")


async def two(stage: Stage) -> None:
    """The dossier of two people is, who both are in an article."""
    await dossier(stage)
    screen = stage.app.screen
    assert isinstance(screen, DossierScreen)
    screen._actors.append(Actor("x", "Kapstadt", ActorKind.PLACE))
    screen.look()
    await stage.until(lambda: "│" in stage.page and stage.cursor == 0, "side by side")


async def ahead(stage: Stage) -> None:
    """The library is, and articles are analysed ahead."""
    library = stage.open_library()
    background = Background(library, patient_analyzer, lambda work: work.close())
    await stage.app.push_screen(LibraryScreen(library, stage.own, background=background))
    await stage.until(lambda: stage.words == "25 articles" and not stage.told, "listed")


async def at_first(stage: Stage) -> None:
    """The first article of a list is being read."""
    await stage.until(lambda: stage.words.startswith("1 of 25"), "read")


async def at_second(stage: Stage) -> None:
    """The second one is."""
    await stage.until(lambda: stage.words.startswith("2 of 25"), "read")


async def unreadable(stage: Stage) -> None:
    """The first of two files cannot be read."""
    await stage.app.push_screen(stage.app._opening("weg.txt", Walk(("weg.txt", "neu.txt"))))
    await stage.until(lambda: "There is no weg.txt." in stage.page, "refused")


async def found(stage: Stage) -> None:
    """What was searched for is listed."""
    await stage.until(lambda: "1 mark" in stage.words, "found")


async def unread(stage: Stage) -> None:
    """The library is, with one article that is new."""
    library = stage.open_library()
    library.add(plain_article("Ungelesen\n\nDas hat noch niemand gelesen.\n", "neu.txt"))
    await stage.app.push_screen(LibraryScreen(library, stage.own))
    await stage.until(lambda: stage.words == "26 articles · 1 new", "listed")


def told(words: str) -> Callable[[Stage], Awaitable[None]]:
    """What was done last has been said."""

    async def wait(stage: Stage) -> None:
        await stage.until(lambda: words in stage.told, words)

    return wait


def state_here(stage: Stage) -> State:
    """The state of the article that is read."""
    return stage.library.reading(getattr(stage.app.screen, "article", stage.reader.article).key).state


def states(stage: Stage) -> dict[State, int]:
    """How many articles of the library are in each state."""
    return stage.library.counts()


async def crowd(stage: Stage) -> None:
    """The list of people is on the screen, with forty of them."""
    library = stage.open_library()
    article = plain_article("Viele\n\nSie alle sind hier versammelt.\n", "viele.txt")
    library.add(article)
    names = [f"Person {chr(65 + number // 20)}{chr(97 + number % 20)}mann" for number in range(40)]
    actors = tuple(Actor(f"a{at}", name, ActorKind.PERSON) for at, name in enumerate(names))
    library.keep_analysis(article, Analysis(pipeline="x", language="de", actors=actors))
    await stage.app.push_screen(PeopleScreen(library, stage.own))
    await stage.until(
        lambda: stage.words.endswith("people, bodies and places") and stage.cursor == 0, "listed"
    )


async def feeds(stage: Stage) -> None:
    """The list of feeds is on the screen, with forty that cannot be fetched."""
    library = stage.open_library()
    for number in range(40):
        library.follow(Feed(f"file:///feed/{number}", f"Feed {number}"))
    filing = Filing(library, stage.app._read)
    await stage.app.push_screen(FeedsScreen(library, stage.own, filing, Following(library, Path())))
    await stage.until(lambda: stage.words == "40 feeds" and stage.cursor == 0, "listed")


def first_feed(stage: Stage) -> Feed:
    """What is known of the first feed."""
    return stage.library.feeds()[0]


def tags(stage: Stage) -> list[str]:
    """The tags of the library."""
    return [node.tag for node in stage.library.tag_tree()]


def page(place: str, *start: object, last: int) -> tuple[Scene, ...]:
    """The keys that every list has, in one of `last` + 1 entries that do not fit on a screen."""
    return (
        Scene(f"{place}-down", lambda s: s.cursor == 1, start),
        Scene(f"{place}-up", lambda s: s.cursor == 0, (*start, f"{place}-down")),
        Scene(f"{place}-first", lambda s: s.cursor == 0, (*start, f"{place}-last")),
        Scene(f"{place}-last", lambda s: s.cursor == last, start),
        Scene(f"{place}-page-down", lambda s: 10 < s.cursor < last, start),
        Scene(f"{place}-page-up", lambda s: s.cursor == 0, (*start, f"{place}-page-down")),
        Scene(f"{place}-palette", lambda s: isinstance(s.app.screen, CommandPalette), start),
        Scene(f"{place}-keys", lambda s: s.title.startswith("Keys in "), start),
    )


def opened(stage: Stage, title: str) -> bool:
    """Whether an article of the library is being read."""
    screen = stage.app.screen
    return isinstance(screen, ReaderScreen) and screen is not stage.reader and screen.article.title == title


NEW = writes("neu.txt", "Etwas Neues\n\nHeute kam ein Schiff.\n")
OPEN = (shelves, "library-other", typed("neu.txt"))


async def refused(stage: Stage) -> None:
    """What is to be opened cannot be read."""
    await stage.until(lambda: "There is no neu.txt." in stage.page, "refused")


NOT_THERE = (*OPEN, "open-read", refused)
LISTED = (shelves, "library-open", at_first)
VERSIONS = (shelves, "library-versions")
CHANGES = (*VERSIONS, "versions-changes")
TAGS = (shelves, "library-tags")
RENAME = (*TAGS, "tag-list-rename")
DELETED = (shelves, "library-deleted")

SCENES = (
    *page("library", shelves, last=24),
    Scene("library-open", lambda s: opened(s, "Der Hafen schweigt"), (shelves,)),
    Scene("library-search", lambda s: s.typing == "", (shelves,)),
    Scene("library-add", lambda s: s.title == "Add" and s.typing == "", (shelves,)),
    Scene("library-fetch", lambda s: s.told.startswith("no feeds yet"), (shelves,)),
    Scene("library-next", lambda s: opened(s, "Ungelesen"), (unread,)),
    Scene("library-go-on", lambda s: opened(s, "Der Hafen schweigt"), (shelves,)),
    Scene("library-choose-all", lambda s: "25 chosen" in s.page and s.page.count("✓") > 5, (shelves,)),
    Scene("library-choose", lambda s: "1 chosen" in s.page and s.cursor == 1, (shelves,)),
    Scene("library-later", lambda s: states(s).get(State.LATER) == 1, (shelves,)),
    Scene("library-archive", lambda s: states(s).get(State.ARCHIVED) == 1, (shelves,)),
    Scene("library-read", lambda s: states(s).get(State.READ) == 1, (shelves,)),
    Scene("library-remove", lambda s: s.words == "24 articles", (shelves,)),
    Scene(
        "library-undo",
        lambda s: s.words == "25 articles" and not s.library.removed(),
        (shelves, "library-remove", told("removed")),
    ),
    Scene("library-sort", lambda s: "by last opened" in s.page, (shelves,)),
    Scene("library-narrow", lambda s: "Nothing is new here." in s.page, (shelves,)),
    Scene("library-limit", lambda s: s.title.startswith("Only articles with"), (shelves,)),
    Scene("library-group", lambda s: "Today" in s.page, (shelves,)),
    Scene("library-path", lambda s: s.page.count("hafen.txt") == 3, (shelves,)),
    Scene("library-browse", lambda s: s.told == "no page to open: not read from the web", (shelves,)),
    Scene("library-ahead", lambda s: s.told == "analysing stopped", (ahead,)),
    Scene("library-versions", lambda s: s.top == "VersionsScreen" and "23 versions" in s.page, (shelves,)),
    Scene(
        "library-save-search",
        lambda s: s.title == "Save search" and s.typing == "woher",
        (shelves, "library-search", typed("woher"), "search-accept", found),
    ),
    Scene("library-feeds", lambda s: s.top == "FeedsScreen", (shelves,)),
    *page("feeds", feeds, last=39),
    Scene("feeds-articles", lambda s: s.top != "FeedsScreen", (feeds,)),
    Scene("feeds-fetch", lambda s: "Cannot" in first_feed(s).trouble, (feeds,)),
    Scene("feeds-fetch-all", lambda s: "Cannot" in first_feed(s).trouble, (feeds,)),
    Scene("feeds-add", lambda s: s.title == "Follow" and s.typing == "", (feeds,)),
    Scene("feeds-rename", lambda s: s.title == "Rename feed" and s.typing == "Feed 0", (feeds,)),
    Scene("feeds-folder", lambda s: s.title == "Put into folder" and s.typing == "", (feeds,)),
    Scene("feeds-remove", lambda s: s.words == "39 feeds", (feeds,)),
    Scene("feeds-undo", lambda s: s.words == "40 feeds", (feeds, "feeds-remove", told("removed"))),
    Scene("feeds-write", lambda s: s.told.startswith("written to"), (feeds,)),
    Scene("feeds-leave", lambda s: s.top == "ReaderScreen", (feeds,)),
    Scene("library-tags", lambda s: s.top == "TagListScreen" and "#frist" in s.page, (shelves,)),
    Scene("library-deleted", lambda s: s.top == "DeletedScreen" and "Nummer 22" in s.page, (shelves,)),
    Scene(
        "library-back",
        lambda s: s.words == "25 articles" and not s.app.left,
        (shelves, "library-search", typed("woher"), "search-accept"),
    ),
    Scene("library-leave", lambda s: s.app.left, (shelves,)),
    Scene("library-other", lambda s: s.title == "Open" and s.typing == "", (shelves,)),
    Scene("open-read", lambda s: opened(s, "Etwas Neues"), (NEW, *OPEN)),
    Scene(
        "open-complete",
        lambda s: s.typing == "neu.txt",
        (NEW, shelves, "library-other", typed("ne")),
    ),
    Scene("open-leave", lambda s: s.top == "LibraryScreen", OPEN),
    Scene("walk-on", lambda s: s.words.startswith("2 of 25"), LISTED),
    Scene("walk-back", lambda s: s.words.startswith("1 of 25"), (*LISTED, "walk-on", at_second)),
    Scene("archive", lambda s: state_here(s) is State.ARCHIVED, LISTED),
    Scene("later", lambda s: state_here(s) is State.LATER, LISTED),
    Scene("renew", lambda s: state_here(s) is State.NEW, LISTED),
    Scene("opening-next", lambda s: opened(s, "Etwas Neues"), (NEW, unreadable)),
    Scene("opening-follow", lambda s: s.told == "this is no feed", NOT_THERE),
    Scene("opening-again", lambda s: opened(s, "Etwas Neues"), (*NOT_THERE, NEW)),
    Scene("opening-leave", lambda s: s.top == "LibraryScreen", NOT_THERE),
    Scene("opening-keys", lambda s: s.title.startswith("Keys in "), NOT_THERE),
    Scene("library-people", lambda s: s.top == "PeopleScreen", (shelves,)),
    *page("people", crowd, last=44),
    Scene("people-open", lambda s: s.top == "DossierScreen", (crowd,)),
    Scene("people-search", lambda s: s.typing == "", (crowd,)),
    Scene("people-sort", lambda s: s.app.screen.title_line.visual.note == "by words", (crowd,)),
    Scene("people-tables", lambda s: s.words.endswith("sources"), (crowd,)),
    Scene("people-leave", lambda s: s.top == "ReaderScreen", (crowd,)),
    *page("versions", *VERSIONS, last=22),
    Scene("versions-open", lambda s: opened(s, "Der Hafen schweigt"), (*VERSIONS, "versions-down")),
    Scene("versions-changes", lambda s: s.top == "ChangesScreen" and "sentences new" in s.words, VERSIONS),
    Scene("versions-leave", lambda s: s.top == "LibraryScreen", VERSIONS),
    Scene("changes-next", lambda s: s.told == "change 1 of 30", CHANGES),
    Scene("changes-previous", lambda s: s.told == "change 30 of 30", CHANGES),
    Scene("changes-down", lambda s: s.scrolled == 1, CHANGES),
    Scene("changes-up", lambda s: s.scrolled == 0, (*CHANGES, "changes-down")),
    Scene("changes-page-down", lambda s: s.scrolled > 1, CHANGES),
    Scene("changes-page-up", lambda s: s.scrolled == 0, (*CHANGES, "changes-page-down")),
    Scene("changes-first", lambda s: s.scrolled == 0, (*CHANGES, "changes-last")),
    Scene("changes-last", lambda s: s.scrolled > 20, CHANGES),
    Scene("changes-keys", lambda s: s.title.startswith("Keys in "), CHANGES),
    Scene("changes-palette", lambda s: isinstance(s.app.screen, CommandPalette), CHANGES),
    Scene("changes-leave", lambda s: s.top == "VersionsScreen", CHANGES),
    *page("tag-list", *TAGS, last=47),
    Scene(
        "tag-list-find",
        lambda s: s.top == "LibraryScreen" and s.words == "1 article" and "#frist · by day" in s.page,
        TAGS,
    ),
    Scene(
        "tag-list-marks",
        lambda s: s.top == "LibraryScreen" and s.words.startswith("“#frist”: 1 mark"),
        TAGS,
    ),
    Scene("tag-list-rename", lambda s: s.title == "Rename tag" and s.typing == "frist", TAGS),
    Scene("tag-list-colour", lambda s: same("frist") in s.library.tag_colours(), TAGS),
    Scene("tag-list-delete", lambda s: s.title.startswith("Take #frist off 1 mark"), TAGS),
    Scene(
        "tag-list-undo",
        lambda s: "frist" in tags(s) and s.told.startswith("taken back"),
        (*TAGS, "tag-list-delete", "confirm-yes"),
    ),
    Scene("tag-list-leave", lambda s: s.top == "LibraryScreen", TAGS),
    Scene("rename-keep", lambda s: "fristen" in tags(s), (*RENAME, typed("en"))),
    Scene("rename-leave", lambda s: s.top == "TagListScreen" and "frist" in tags(s), (*RENAME, typed("en"))),
    Scene("confirm-yes", lambda s: "frist" not in tags(s), (*TAGS, "tag-list-delete")),
    Scene(
        "confirm-no", lambda s: s.top == "TagListScreen" and "frist" in tags(s), (*TAGS, "tag-list-delete")
    ),
    *page("deleted", *DELETED, last=22),
    Scene("deleted-restore", lambda s: len(s.library.deletions()) == 22, DELETED),
    Scene("deleted-leave", lambda s: s.top == "LibraryScreen", DELETED),
    *page("dossier", dossier, last=17),
    Scene("dossier-open", lambda s: s.app.screen is s.reader and s.row > 0, (dossier,)),
    Scene("dossier-search", lambda s: s.typing == "", (dossier,)),
    Scene("dossier-only", lambda s: "only what they say" in s.app.screen.title_line.visual.note, (dossier,)),
    Scene("dossier-article", lambda s: s.told.startswith("1/1 "), (dossier,)),
    Scene("dossier-left", lambda s: s.app.screen.entry.whose == 0, (two, "dossier-right")),
    Scene("dossier-right", lambda s: s.app.screen.entry.whose == 1, (two,)),
    Scene("dossier-tables", lambda s: "direct" in s.page and "█" in s.page, (dossier,)),
    Scene("dossier-with", lambda s: s.top == "PeopleScreen", (dossier,)),
    Scene("dossier-export", lambda s: s.title == "Export", (dossier,)),
    Scene("dossier-surname", lambda s: "nothing but the surname" in s.told, (dossier,)),
    Scene("dossier-take-in", lambda s: "first see" in s.told, (dossier,)),
    Scene("dossier-undo", lambda s: s.told == "nothing to undo", (dossier,)),
    Scene("dossier-analyse", lambda s: "are analysed" in s.told, (dossier,)),
    Scene("dossier-leave", lambda s: s.top == "ReaderScreen", (dossier,)),
)
