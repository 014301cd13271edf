"""`lesart dossier`: what all articles of the library say about one person, organisation or place, or about two."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import fill

from core.analysis import ActorKind
from core.analysis.identity import alias_key
from core.annotations.corrections.aliases import confirmed
from core.articles.source_names import outlet_words
from core.dossiers.chronicle import Entry, Part, chronicle
from core.dossiers.plot import plotted
from core.dossiers.writing import FORMATS
from core.library import Library, LibraryError
from core.library.dossiers import Dossier
from core.library.index.query import Query, parse
from core.text.wordings import differences
from core.translation import N_, _, ngettext, number_words
from tui.cli.days import day
from tui.cli.output import complain, inform, parser
from tui.cli.own_library import own_library
from tui.cli.progress import with_progress
from tui.model.speech import quoted, type_words
from tui.services.exporting import SaveError, plan, save
from tui.text import drawable

WIDTH = 78
PLOT = 60
"""Columns of the plot at most."""
EPILOG = N_(
    """\
NAME is a name in full or in part, where only one is called so, or an alias that you confirmed (`lesart aliases`).
Articles come in the order in which they were published; a statement that several articles have is there once, with
all of them, and *words* that differ from the first wording are marked. Articles in which the name is and that are not
analysed yet are analysed first, about one a second; Ctrl+C goes on with what is there."""
)


def dossier(words: Sequence[str]) -> int:
    """Print a dossier, or write it to a file; the exit status is 1 if nobody has that name."""
    options = _options()
    chosen = options.parse_args(words)
    try:
        query = _query(chosen)
    except ValueError as error:
        options.error(str(error))
    library = own_library()
    kind = ActorKind(chosen.kind) if chosen.kind else None
    names = [" ".join(name.split()) for name in (chosen.name, *chosen.others)]
    if not all(names):
        options.error(_("NAME is empty; give a name"))
    format = _format(options, chosen)
    try:
        found = [_gathered(library, name, kind, query, chosen.analyze) for name in names]
    except LibraryError as error:
        return complain(str(error))
    for each in found:
        if not each.appearances or (each.in_doubt and each.near):
            return complain(nobody(each, query != Query(), chosen.kind or ""))
        inform(_taken(each, library))
    if sentence := _alike(found):
        return complain(sentence)
    try:
        _write(found, chosen, format)
    except SaveError as error:
        return complain(str(error))
    for each in found:
        if each.not_analysed:
            inform(waiting(each))
    return 0


def _options() -> ArgumentParser:
    options = parser(
        "lesart dossier", _("Everything your articles tell of somebody, statements in time order."), _(EPILOG)
    )
    options.add_argument("name", metavar=_("NAME"), help=_("a name, or a confirmed alias"))
    options.add_argument(
        "--and",
        dest="others",
        action="append",
        default=[],
        metavar=_("NAME"),
        help=_("somebody else, side by side with the first"),
    )
    options.add_argument(
        "--kind",
        choices=[kind.value for kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)],
        help=_("only who or what is of this kind"),
    )
    options.add_argument(
        "--contains", default="", metavar=_("WORDS"), help=_("only statements and mentions with these words")
    )
    options.add_argument(
        "--since",
        default="",
        type=day,
        metavar=_("DAY"),
        help=_("from this day on: 2026, 2026-03 or 2026-03-01"),
    )
    options.add_argument(
        "--until",
        default="",
        type=day,
        metavar=_("DAY"),
        help=_("to this day, month or year, all of it included"),
    )
    options.add_argument(
        "--format", choices=("text", *FORMATS), help=_("default: text, or what the name of FILE says")
    )
    options.add_argument(
        "-o", "--out", "--output", default="", metavar=_("FILE"), help=_("write into this file")
    )
    options.add_argument("--force", action="store_true", help=_("replace FILE if it is there"))
    options.add_argument(
        "--no-analysis",
        dest="analyze",
        action="store_false",
        help=_("leave out articles that are not analysed yet"),
    )
    return options


def _query(chosen: Namespace) -> Query:
    """How the dossier is narrowed. Raises ValueError."""
    days = [f"{name}:{typed}" for name in ("since", "until") if (typed := getattr(chosen, name))]
    return parse(" ".join((chosen.contains, *days)))


def _format(options: ArgumentParser, chosen: Namespace) -> str:
    """The format that is asked for, or that the name of the file says; one that says another ends the program."""
    suffix = Path(chosen.out).suffix.lower() if chosen.out else ""
    by_suffix = {suffix: name for name, (suffix, _make) in FORMATS.items()} | {"": "text", ".txt": "text"}
    if not chosen.format and suffix not in by_suffix:
        options.error(
            _("“{suffix}” says no format; give --format, or a FILE that ends in {known}").format(
                suffix=suffix, known=", ".join(filter(None, by_suffix))
            )
        )
    return str(chosen.format or by_suffix[suffix])


def _alike(found: Sequence[Dossier]) -> str:
    """That two names are those of the same one, who cannot stand beside themselves; empty if none are."""
    known: dict[tuple[str, ActorKind | None], str] = {}
    for each in found:
        other = known.setdefault((each.name, each.kind), each.asked)
        if other is not each.asked:
            return _("“{one}” and “{other}” are both {name}; with --and goes somebody else.").format(
                one=other, other=each.asked, name=each.name
            )
    return ""


def _gathered(library: Library, name: str, kind: ActorKind | None, query: Query, analyze: bool) -> Dossier:
    """The dossier, once the articles in which the name is are analysed. Raises LibraryError."""
    found = library.dossier(name, kind, query)
    if not (analyze and found.not_analysed):
        return found
    _analyze(library, found.not_analysed)
    return library.dossier(name, kind, query)


def _analyze(library: Library, keys: Sequence[str]) -> None:
    """Analyse some articles, with a progress bar on standard error at a terminal."""
    from core.analyzer.analyze import analyze

    try:
        for key in with_progress(keys, _("Analysing"), at_least=1):
            article = library.load_article(key)
            if article is not None:
                library.keep_analysis(article, analyze(article))
    except KeyboardInterrupt:
        inform(_("The analysis was stopped; what is there is shown."))


CALLED: Mapping[str, str] = {
    "": N_("Nobody in your articles is called “{name}”."),
    "person": N_("No person in your articles is called “{name}”."),
    "organisation": N_("No organisation in your articles is called “{name}”."),
    "place": N_("No place in your articles is called “{name}”."),
}
"""What is said where nobody of a kind, or of any, has a name."""


NAMESAKES: Mapping[str, str] = {
    "organisation": N_("There is an organisation of that name, too: --kind organisation."),
    "place": N_("There is a place of that name, too: --kind place."),
}
"""What is said where a name is taken for a person and something else is called so."""


def nobody(found: Dossier, narrowed: bool, kind: str = "") -> str:
    """The message that nobody, or nothing of that kind, has that name, and what to do about it."""
    if narrowed and found.kind is None and not found.near:
        parts = [_("Nothing of “{name}” is left with these words and days.").format(name=found.asked)]
    else:
        parts = [_(CALLED[kind]).format(name=found.asked)]
    if found.near:
        named = _(" or ").join(quoted(name) for name in found.near)
        parts = [_("“{name}” may be {named}; give more of the name.").format(name=found.asked, named=named)]
    if found.namesake:
        parts.append(_(NAMESAKES[found.namesake.value]))
    if found.not_analysed:
        parts.append(waiting(found))
    return " ".join(parts)


def _taken(found: Dossier, library: Library) -> str:
    """What an alias or a part of a name was taken for and why, or that it is in doubt who that is."""
    if found.in_doubt:
        return _("No article has more of the name than “{name}”; it may be several people.").format(
            name=found.name
        )
    if found.asked.casefold() != found.name.casefold():
        if alias_key(found.asked) in confirmed(library.aliases()):
            return _("“{asked}” is {name}, by an alias that you confirmed.").format(
                asked=found.asked, name=found.name
            )
        taken = _("“{asked}” is taken for {name}, the only one of that name here.").format(
            asked=found.asked, name=found.name
        )
        return " ".join((taken, _(NAMESAKES[found.namesake.value]))) if found.namesake else taken
    return ""


def waiting(found: Dossier) -> str:
    """How many articles are not analysed."""
    number = len(found.not_analysed)
    return ngettext(
        "{number} article with that name is not analysed yet.",
        "{number} articles with that name are not analysed yet.",
        number,
    ).format(number=number_words(number))


def _write(found: Sequence[Dossier], chosen: Namespace, format: str) -> None:
    """Print the dossier, or write it to its file and print which that is. Raises SaveError."""
    path = Path(chosen.out)
    if format == "text":
        lines = [drawable(line) for line in render(found)]
        content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    else:
        content = FORMATS[format][1](found)
    if not chosen.out:
        sys.stdout.write(
            content.decode("utf-8").removeprefix("\ufeff") if format == "csv" else content.decode()
        )
        return
    if not path.parent.is_dir():
        raise SaveError(_("There is no folder {folder}; make it first.").format(folder=path.parent))
    planned = plan({path: content}, grows=False)
    if planned.replaced and not chosen.force:
        raise SaveError(_("{path} is there already; --force replaces it.").format(path=path))
    save(planned)
    print(drawable(chosen.out))


def render(found: Sequence[Dossier]) -> Iterator[str]:
    """The dossier as lines of plain text."""
    for each in found:
        yield from _head(each)
    yield from _plot(found)
    latest = ""
    for entry in chronicle(found):
        if entry.first.record.dated[:10] != latest:
            latest = entry.first.record.dated[:10]
            yield from ("", latest)
        yield from _lines(entry, found)


def _head(found: Dossier) -> Iterator[str]:
    name = f"{found.name} ({_(found.kind.value)})" if found.kind else found.name
    yield from (name, "=" * min(WIDTH, len(name)))
    for what, names in ((_("roles"), found.roles), (_("also"), found.aliases)):
        if names:
            yield from fill(f"{what:<6} {', '.join(names)}", WIDTH, subsequent_indent=" " * 7).split("\n")
    articles = ngettext("in {number} article", "in {number} articles", found.articles)
    statements = ngettext("{number} statement", "{number} statements", found.statements)
    amounts = number_words(found.articles), number_words(found.statements)
    yield f"{articles.format(number=amounts[0])}, {statements.format(number=amounts[1])}"
    if found.doubtful:
        yield ngettext(
            "{number} more article has nothing but the surname; who that is, is in doubt",
            "{number} more articles have nothing but the surname; who that is, is in doubt",
            found.doubtful,
        ).format(number=number_words(found.doubtful))


def _plot(found: Sequence[Dossier]) -> Iterator[str]:
    """When they spoke, a row of blocks each, on one scale."""
    width = min(PLOT, max(10, shutil.get_terminal_size((WIDTH, 24)).columns - 4))
    plot = plotted([each.days for each in found], width)
    if not plot.first or len(plot.rows[0]) < _FEW:
        return
    yield ""
    for number, each in enumerate(found):
        yield f"|{plot.blocks(number)}|" + (f" {each.name}" if len(found) > 1 else "")
    meaning = ngettext(
        "{first} to {last}; a full block is {most} statement a {period}",
        "{first} to {last}; a full block is {most} statements a {period}",
        plot.most,
    )
    yield meaning.format(first=plot.first, last=plot.last, most=plot.most, period=_(plot.period.value))


_FEW = 2
"""Periods from which on a plot says anything."""


def _lines(entry: Entry, found: Sequence[Dossier]) -> Iterator[str]:
    first, name = entry.first, found[entry.whose].name
    said = first.said
    if entry.part is Part.MENTION:
        count = ngettext("mentioned once", "mentioned {number} times", entry.mentions)
        lead = count.format(number=number_words(entry.mentions))
        lead = f"{name}, {lead}" if len(found) > 1 else lead
    elif entry.part is Part.ABOUT and said is not None:
        lead = _("{speaker} on {name}").format(speaker=said.speaker, name=name)
    else:
        kind = type_words(said.type) if said is not None else ""
        kind = _("no statement") if said is not None and said.refusal else kind
        lead = f"{name}, {kind}" if len(found) > 1 else kind
    if said is not None and (how := said.introduced(quoted=True)):
        lead = f"{lead}, {how}"
    words = f"{lead}: {first.words}" if first.words else lead
    yield from fill(words, WIDTH, initial_indent="  - ", subsequent_indent="    ").split("\n")
    if said is not None and said.before:
        before = _("before it:") + f" {said.before}"
        yield from fill(before, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 8).split("\n")
    for wording in entry.wordings[1:]:
        marked = " ".join(
            f"*{words}*" if differs else words for words, differs in differences(first.words, wording)
        )
        yield from fill(
            _("also:") + f" {marked}", WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 8
        ).split("\n")
    for place in entry.articles:
        record = place.record
        moment = f"{record.dated[:10]} " if len(entry.articles) > 1 else ""
        where = " · ".join(filter(None, (record.title or _("untitled"), outlet_words(record.outlet))))
        yield from fill(f"{moment}{where}", WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 8).split(
            "\n"
        )
