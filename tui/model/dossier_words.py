"""What the dossier screen says of those it is about."""

from collections.abc import Sequence

from core.dossiers.chronicle import Entry, Part
from core.library.dossiers import Dossier
from core.translation import N_, _, number_words
from tui.model.days import month_words
from tui.model.library_words import articles_words, statements_words

NO_IDENTITY = N_(
    "Without a name in full nobody is known beyond this article. Where you know who it is, correct the name, or give "
    "the alias to the one who bears it."
)
PARTS: Sequence[tuple[Part | None, str]] = (
    (None, ""),
    (Part.BY, N_("only what they say")),
    (Part.ABOUT, N_("only what others say of them")),
    (Part.MENTION, N_("only mentions")),
)


def amounts(dossiers: Sequence[Dossier]) -> list[str]:
    """ "2 articles", "3 statements": how much there is in all; nothing while that is not known."""
    if not dossiers:
        return []
    return [_in_all(dossiers), statements_words(sum(each.statements for each in dossiers))]


def amounts_shown(entries: Sequence[Entry]) -> list[str]:
    """The same of entries that are a part of a dossier."""
    places = [place for entry in entries for place in entry.places]
    statements = sum(place.said is not None for place in places)
    articles = articles_words(len({place.record.key for place in places}))
    mentions = entries and all(entry.part is Part.MENTION for entry in entries)
    return [articles] if mentions else [articles, statements_words(statements)]


def _in_all(dossiers: Sequence[Dossier]) -> str:
    """In how many articles they are; one that has two of them is one article."""
    gathered = [{appearance.record.key for appearance in each.appearances} for each in dossiers]
    beyond = sum(each.articles - len(keys) for each, keys in zip(dossiers, gathered, strict=True))
    words = articles_words(len(set().union(*gathered)) + beyond)
    # Which ones those are that were not gathered is not known, and they may be the same.
    return _("at most {articles}").format(articles=words) if beyond and len(dossiers) > 1 else words


def facts(dossier: Dossier, *, named: bool = True) -> list[str]:
    """Who somebody is: the name where it is not said elsewhere, how certain that is, roles, other names."""
    doubt = [_("may be several people")] if dossier.in_doubt else []
    if dossier.doubtful:
        doubt = [
            _("in {number} more only the surname, in doubt").format(number=number_words(dossier.doubtful))
        ]
    also = [_("also {names}").format(names=", ".join(dossier.aliases))] if dossier.aliases else []
    return [
        *([dossier.name] if named else []),
        *doubt,
        *([", ".join(dossier.roles)] if dossier.roles else []),
        *also,
    ]


def narrowed_words(line: str) -> str:
    """How a dossier is narrowed: a whole month by its name, else as it was typed."""
    since, _blank, until = line.partition(" ")
    month = since.removeprefix("since:")
    return month_words(month) if until == f"until:{month}" != since else line
