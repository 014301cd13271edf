"""`lesart export`: articles with their analysis and annotations, in the formats of other programs."""

import sys
from argparse import ArgumentParser, Namespace
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from core.analysis import Analysis
from core.analyzer.version import pipeline_version
from core.annotations import place
from core.annotations.corrections import correct
from core.annotations.corrections.aliases import recognise
from core.articles import Article
from core.articles.errors import SourceError
from core.articles.language import detect
from core.exchange.errors import FormatError
from core.exchange.formats import Format, Write, Written
from core.exchange.placing import Export, exports, in_folder, is_one_file
from core.exchange.plugins import formats
from core.exchange.reading import Earlier, Reading
from core.library import ArticleRecord, Library, LibraryError
from core.library.known_sources import read_any
from core.system_errors import cause
from core.translation import N_, _, ngettext
from tui.cli.output import FAILED, IDS, SOURCES, complain, parser
from tui.cli.own_library import own_library
from tui.cli.progress import with_progress
from tui.cli.streams import is_file
from tui.services.exporting import SaveError, plan, save
from tui.text import drawable

STANDARD_OUTPUT = "-"
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
EPILOG = N_(
    """\
formats:
{formats}

Written is the article with your corrections in it, and your tags and notes. Without -o it goes to standard output,
where it is one file of text. With -o it goes into that file, or where there are several, into that folder. A file
that is there is replaced only if you say so or with --force; a Markdown note is added to instead, and what you wrote
in it stays. --template takes a Jinja template; --print-template shows the one that is used otherwise.
Excel in German opens --separator semicolon by a double click.

--all --format jsonl has every article with its earlier versions, tags, notes and corrections. Feeds (lesart feed
export), aliases that you confirmed, and what was removed or deleted are not in it: for all of that copy the folder of
the library, which lesart doctor names."""
)


def export(words: Sequence[str]) -> int:
    """Write articles in one format; those that cannot be read are reported and skipped."""
    for problem in formats().problems:
        _remark(problem)
    options = _options()
    chosen = options.parse_args(words)
    if chosen.print_template:
        from core.exchange.markdown import TEMPLATE

        sys.stdout.write(TEMPLATE.read_text(encoding="utf-8"))
        return 0
    library = own_library()
    if chosen.list:
        return _list(library)
    format = _format(options, chosen)
    try:
        write = _write(options, chosen, format)
    except FormatError as error:
        return complain(str(error))
    readings: list[Reading] = []
    status = 0
    for found in _readings(chosen, library, format):
        if isinstance(found, str):
            status = complain(found)
        else:
            readings.append(found)
    if not readings:
        return status or complain(_("The library holds no article yet; give a SOURCE."))
    try:
        made = exports(format, write, readings)
    except FormatError as error:
        return complain(str(error))
    for each in made:
        for remark in each.written.remarks:
            _remark(remark)
    return _put(options, chosen, format, made) or status


def _options() -> ArgumentParser:
    listed = "\n".join(f"  {each.name:<16} {_(each.purpose)}" for each in formats().all)
    options = parser(
        "lesart export",
        _("Write articles, who acts and who said what in them, and your notes for other programs."),
        _(EPILOG).format(formats=listed),
    )
    options.add_argument(
        "sources",
        nargs="*",
        metavar=_("SOURCE|ID"),
        help=_(IDS).format(sources=_(SOURCES)),
    )
    options.add_argument(
        "--format", metavar=_("F"), choices=tuple(formats().by_name), help=_("one of the formats below")
    )
    options.add_argument(
        "-o", "--output", "--out", metavar=_("FILE|DIR"), help=_("where to; - for standard output")
    )
    options.add_argument("--all", action="store_true", help=_("every article in the library"))
    options.add_argument("--force", action="store_true", help=_("replace files that are there already"))
    options.add_argument(
        "--template", metavar=_("FILE"), help=_("a template of your own, with --format markdown")
    )
    options.add_argument(
        "--separator", choices=tuple(SEPARATORS), default="comma", help=_("between the fields of CSV")
    )
    options.add_argument("--list", action="store_true", help=_("list the library: id, date, title"))
    options.add_argument(
        "--print-template", action="store_true", help=_("print the template of Markdown notes")
    )
    return options


def _format(options: ArgumentParser, chosen: Namespace) -> Format:
    """The requested format; invalid options end the program."""
    if not chosen.format:
        options.error(
            _("--format is missing; it takes one of {by_name}").format(by_name=", ".join(formats().by_name))
        )
    if chosen.all == bool(chosen.sources):
        options.error(_("give a SOURCE or an ID, or --all"))
    format = formats().by_name[chosen.format]
    if chosen.template and format.name != "markdown":
        options.error(_("--template goes with --format markdown"))
    if chosen.separator != "comma" and not format.name.startswith("csv"):
        options.error(_("--separator goes with CSV"))
    return format


def _write(options: ArgumentParser, chosen: Namespace, format: Format) -> Write:
    """The function that makes the files, with the options that it supports."""
    write: Callable[..., Written] = format.load()
    if chosen.template:
        try:
            template = Path(chosen.template).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = cause(error) if isinstance(error, OSError) else _("it is not UTF-8 text")
            options.error(
                _("cannot read the template {template}: {error}").format(template=chosen.template, error=why)
            )
        return partial(write, template=template)
    if chosen.separator != "comma":
        return partial(write, separator=SEPARATORS[chosen.separator])
    return write


def _list(library: Library) -> int:
    try:
        for record in sorted(library.articles(), key=lambda each: each.dated, reverse=True):
            print(drawable(f"{record.key[:12]}  {record.dated[:10]:10}  {record.title}"))
    except LibraryError as error:
        return complain(str(error))
    return 0


def _remark(sentence: str) -> None:
    """Print a message that is neither data nor an error."""
    print(f"lesart: {drawable(sentence)}", file=sys.stderr)


# Gathering what is to be written


def _readings(chosen: Namespace, library: Library, format: Format) -> Iterator[Reading | str]:
    """Each requested article with everything known about it, or a sentence that says why it cannot be read."""
    try:
        records = {record.key: record for record in library.articles()}
    except LibraryError as error:
        if chosen.all:
            yield str(error)
            return
        records = {}
    articles = _articles(chosen, library, records)
    for article in with_progress(list(articles), _("Reading")) if format.analysed else articles:
        if isinstance(article, str):
            yield article
            continue
        try:
            yield _reading(article, library, records.get(article.key), format)
        except (LibraryError, OSError) as error:
            yield _("Cannot export “{title}”: {error}").format(title=article.title, error=cause(error))


def _articles(
    chosen: Namespace, library: Library, records: dict[str, ArticleRecord]
) -> Iterator[Article | str]:
    for word in records if chosen.all else chosen.sources:
        try:
            found = read_any(library, word, records)
            for notice in filter(None, (each.notice for each in found)):
                _remark(notice)
            yield from found
        except (SourceError, LibraryError) as error:
            yield str(error)


def _reading(article: Article, library: Library, record: ArticleRecord | None, format: Format) -> Reading:
    """The article with its corrected analysis and its annotations, located in the text."""
    annotations = library.annotations(article)
    if format.analysed:
        analysis = recognise(library.aliases(), _analysis(article, library), article.text)
        corrected = correct(annotations, analysis, article.text)
        analysis = corrected.analysis
        for misfit in corrected.misfits:
            _remark(
                _("A correction in “{title}” is left out: {reason}.").format(
                    title=article.title, reason=misfit.reason
                )
            )
    else:
        analysis = Analysis("", language=detect(article.text))
    reading = Reading(
        replace(article, language=analysis.language), analysis, place(annotations, article.text)
    )
    if record is None:
        return reading
    return replace(
        reading,
        earlier=tuple(_earlier(article.key, library)) if format.versions and record.versions > 1 else (),
        opened=record.first_opened,
        state=record.state.value,
        last_opened=record.last_opened,
        position=record.position,
    )


def _earlier(key: str, library: Library) -> Iterator[Earlier]:
    """The versions before one."""
    for record in library.versions(key):
        if record.key == key:
            return
        if (article := library.load_article(record.key)) is not None:
            yield Earlier(article, record.first_opened, library.annotations(article))


def _analysis(article: Article, library: Library) -> Analysis:
    known = library.cached_analysis(article, pipeline_version)
    if known is not None:
        return known
    from core.analyzer.once import analyze_once

    analysis = analyze_once(article)
    library.keep_analysis(article, analysis)
    return analysis


# Putting it where it is to go


def _put(options: ArgumentParser, chosen: Namespace, format: Format, made: Sequence[Export]) -> int:
    if chosen.output in (None, STANDARD_OUTPUT):
        return _print(options, format, made)
    target = Path(chosen.output)
    as_folder = target.is_dir() or chosen.output.endswith("/") or not is_one_file(made)
    files = in_folder(target, made) if as_folder else {target: next(iter(made[0].written.files.values()))}
    try:
        planned = plan(files, grows=format.grows and not chosen.force)
        if planned.replaced and not chosen.force and not _may_replace(list(planned.replaced)):
            return FAILED
        save(planned)
    except SaveError as error:
        return complain(str(error))
    for path in files:
        print(drawable(str(path)))
    if planned.kept:
        _remark(
            ngettext(
                "{number} place that you had changed stayed as it is.",
                "{number} places that you had changed stayed as they are.",
                planned.kept,
            ).format(number=planned.kept)
        )
    return 0


def _print(options: ArgumentParser, format: Format, made: Sequence[Export]) -> int:
    if not is_one_file(made):
        options.error(_("{name} makes several files here; give a folder with -o").format(name=format.name))
    content = next(iter(made[0].written.files.values()))
    if sys.stdout.isatty():
        if not format.text:
            options.error(_("{name} is not for the eye; give a file with -o").format(name=format.name))
        for line in content.decode("utf-8-sig").splitlines():
            print(drawable(line))
        return 0
    # A spreadsheet needs the mark to read a file, and other programs stumble over it in a pipe.
    sys.stdout.buffer.write(content if is_file(sys.stdout) else content.removeprefix(BOM_UTF8))
    return 0


def _may_replace(paths: Sequence[Path]) -> bool:
    """Ask whether files may be overwritten; without a terminal the answer is no."""
    one, more = drawable(str(paths[0])), len(paths) - 1
    if more:
        question = _("{path} and {more} more are there already. Replace? [y/N] ")
        refusal = _("Nothing written: {path} and {more} more are there already; --force replaces them.")
    else:
        question = _("{path} is there already. Replace? [y/N] ")
        refusal = _("Nothing written: {path} is there already; --force replaces what is there.")
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        complain(refusal.format(path=one, more=more))
        return False
    print(question.format(path=one, more=more), end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().casefold() in ("y", "yes", "j", "ja"):
        return True
    complain(_("Nothing written."))
    return False
