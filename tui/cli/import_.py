"""`lesart import`: articles and annotations from files that Lesart or another program wrote."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from core.annotations import Annotation, place
from core.annotations.annotation import now
from core.annotations.merging import merge
from core.annotations.tags import normalise_tags
from core.articles import Article
from core.articles.errors import SourceError
from core.articles.source_names import STANDARD_INPUT
from core.articles.sources import read_article
from core.exchange import jsonl, jsonld
from core.exchange.characters import from_json
from core.exchange.errors import UnreadableError
from core.exchange.reading import Earlier, Reading
from core.library import Library, LibraryError, states
from core.library.conflicts import annotations_in, key_of, says_more
from core.system_errors import cause
from core.translation import N_, _, ngettext, number_words
from tui.cli.output import FAILED, complain, parser
from tui.cli.own_library import own_library

EPILOG = N_(
    """\
It reads what `lesart export --format jsonl` and `--format jsonld` write, and Web Annotations of other programs.
Nothing is there twice afterwards, however often a file is read: an annotation is known by its id and by what it says.
Of two states of one annotation the one that was changed last is kept. Web Annotations hold no text: the article must
be in the library, or be named with --on."""
)


@dataclass(slots=True)
class Counts:
    """The result of an import."""

    articles: int = 0
    new_articles: int = 0
    new: int = 0
    changed: int = 0
    known: int = 0

    def __str__(self) -> str:
        articles = ngettext("{number} article ({new} new)", "{number} articles ({new} new)", self.articles)
        annotations = _annotations(self.new + self.changed + self.known)
        return _("{articles}, {annotations}: {new} new, {changed} changed, {known} there already").format(
            articles=articles.format(number=self.articles, new=self.new_articles),
            annotations=annotations,
            new=self.new,
            changed=self.changed,
            known=self.known,
        )


def import_files(words: Sequence[str]) -> int:
    """Import each file; files that cannot be read are reported and skipped."""
    options = parser(
        "lesart import", _("Take articles and annotations from files into the library."), _(EPILOG)
    )
    options.add_argument(
        "files", nargs="+", metavar=_("FILE"), help=_("JSON Lines or JSON-LD, - for standard input")
    )
    options.add_argument("--on", metavar=_("SOURCE"), help=_("the article that Web Annotations are on"))
    chosen = options.parse_args(words)
    if STANDARD_INPUT in chosen.files and chosen.on == STANDARD_INPUT:
        options.error(_("FILE and --on cannot both be standard input"))
    taking = _Taking(own_library(), read_article(chosen.on) if chosen.on else None, complain)
    for file in chosen.files:
        taking.file(file)
    print(taking.counts)
    return FAILED if taking.failed else 0


class _Taking:
    """Imports files into a library and counts what was imported."""

    def __init__(self, library: Library, on: Article | None, complain: Callable[[str], int]) -> None:
        self.library, self.on, self._complain = library, on, complain
        self.counts = Counts()
        self.failed = False

    def _fail(self, sentence: str) -> None:
        self.failed = True
        self._complain(sentence)

    def file(self, name: str) -> None:
        """Import everything in a file."""
        try:
            text = _text(name)
        except SourceError as error:
            self._fail(str(error))
            return
        if (kept := annotations_in(text.encode("utf-8", "surrogatepass"))) is not None:
            self._library_file(name, kept)
            return
        try:
            is_jsonld = jsonld.is_jsonld(from_json(text))
        except UnreadableError:
            is_jsonld = False
        if is_jsonld:
            self._web_annotations(name, text)
        else:
            self._lines(name, text)

    def _library_file(self, name: str, annotations: Iterable[Annotation]) -> None:
        """Merge a second file of one article's annotations, such as a sync tool leaves; both notes are kept."""
        try:
            article = self.library.load_article(key_of(Path(name)))
        except LibraryError as error:
            self._fail(str(error))
            return
        if article is None:
            self._fail(
                _("{name}: not taken, the library has no article that this file is named after.").format(
                    name=name
                )
            )
            return
        mine = {each.id: each for each in self.library.annotations(article)}
        self._take(
            name,
            article,
            [
                replace(merge(None, mine[each.id], each), modified=now()) if _is_more(each, mine) else each
                for each in annotations
            ],
        )

    def _lines(self, name: str, text: str) -> None:
        full = [line.strip() for line in text.split("\n") if line.strip()]
        if len(full) > 1 and not any(line[0] == "{" and line[-1] == "}" for line in full):
            self._fail(_("{name}: not taken, it is neither JSON Lines nor JSON-LD.").format(name=name))
            return
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                try:
                    reading = jsonl.read(line)
                except UnreadableError as error:
                    self._fail(
                        _("{name}, line {number}: not taken, {error}").format(
                            name=name, number=number, error=error
                        )
                    )
                    continue
                self._take(
                    _("{name}, line {number}").format(name=name, number=number),
                    reading.article,
                    [p.annotation for p in reading.annotations],
                    reading,
                )

    def _web_annotations(self, name: str, text: str) -> None:
        try:
            found, unread = jsonld.read(text)
        except UnreadableError as error:
            self._fail(_("{name}: not taken, {error}").format(name=name, error=error))
            return
        if unread:
            sentence = _("{name}: {annotations} not taken, on no passage of a text.")
            self._fail(sentence.format(name=name, annotations=_annotations(unread)))
        articles: dict[tuple[str | None, str], list[Annotation]] = {}
        for each in found:
            articles.setdefault((each.key, each.source), []).append(each.annotation)
        sources = {source for key, source in articles if key is None}
        for (key, source), annotations in articles.items():
            article = self._article(key, source, alone=len(sources) == 1)
            if article is None:
                self._fail(
                    _(
                        "{name}: {annotations} not taken, the article “{source}” is not in the library; name it "
                        "with --on SOURCE."
                    ).format(name=name, annotations=_annotations(len(annotations)), source=source)
                )
            else:
                self._take(name, article, annotations)

    def _article(self, key: str | None, source: str, alone: bool) -> Article | None:
        """The article that Web Annotations are on: by the hash of its text, else by its address.

        Failing that it is the one that was named, unless that has another text, or the file speaks of several.
        """
        try:
            if key is not None and (article := self.library.load_article(key)) is not None:
                return article
            if key is None:
                same = (record.key for record in self.library.articles() if record.source == source)
                if (first := next(same, None)) is not None:
                    return self.library.load_article(first)
        except LibraryError as error:
            self._fail(str(error))
        named = self.on is not None and (alone if key is None else key == self.on.key)
        return self.on if named else None

    def _take(
        self, name: str, article: Article, annotations: Iterable[Annotation], told: Reading | None = None
    ) -> None:
        """Merge annotations into those of an article, which is filed, with the state that is told, if it is new."""
        try:
            earlier = told.earlier if told is not None else ()
            for each in earlier:
                self._file_earlier(name, each)
            if self.library.load_article(article.key) is None:
                self._file(article, told)
                self.counts.new_articles += 1
            keys = [*(each.article.key for each in earlier), article.key]
            for before, after in pairwise(keys):
                self.library.link_versions(before, after)
            self.counts.articles += 1
            known = {each.id: each for each in self.library.annotations(article)}
            said = {_said(each) for each in known.values()}
            taken: dict[str, Annotation] = {}
            new: set[str] = set()
            for placed in place(annotations, article.text):
                incoming = self._tidy(name, placed.annotation)
                if incoming is None:
                    continue
                mine = known.get(incoming.id)
                if _said(incoming) in said or (
                    mine is not None and _moment(mine.modified) >= _moment(incoming.modified)
                ):
                    self.counts.known += 1
                    continue
                known[incoming.id] = taken[incoming.id] = incoming
                said.add(_said(incoming))
                if mine is None:
                    new.add(incoming.id)
            if taken:
                self.library.save_all(article, taken.values())
            self.counts.new += len(new)
            self.counts.changed += len(taken.keys() - new)
        except LibraryError as error:
            self._fail(_("{name}: not taken, {error}").format(name=name, error=error))

    def _file(self, article: Article, told: Reading | None) -> None:
        """File an article as it was in the library that it comes from; nobody has opened it in this one."""
        if told is None:
            self.library.take_in(article, states.Reading())
            return
        state = states.State(told.state) if told.state in set(states.State) else states.State.NEW
        self.library.take_in(article, states.Reading(state, _told(told.last_opened)), _told(told.opened))
        if told.position > 0:
            self.library.save_position(article, told.position)

    def _file_earlier(self, name: str, earlier: Earlier) -> None:
        """File an earlier version of an article with its marks, if it is not there."""
        article = earlier.article
        if self.library.load_article(article.key) is None:
            self.library.take_in(article, states.Reading(states.State.READ), _told(earlier.opened))
            if kept := [tidy for each in earlier.annotations if (tidy := self._tidy(name, each)) is not None]:
                self.library.save_all(article, kept)

    def _tidy(self, name: str, annotation: Annotation) -> Annotation | None:
        """The annotation with tidy tags; None, with a complaint, if it cannot be kept."""
        try:
            tidy = replace(annotation, tags=normalise_tags(annotation.tags))
        except ValueError as error:
            self._fail(_("{name}: one annotation not taken: {error}").format(name=name, error=error))
            return None
        if tidy.blank:
            self._fail(
                _("{name}: one annotation not taken: it has neither a tag nor a note.").format(name=name)
            )
            return None
        return tidy


def _is_more(annotation: Annotation, mine: Mapping[str, Annotation]) -> bool:
    return annotation.id in mine and says_more(annotation, mine[annotation.id])


def _said(annotation: Annotation) -> object:
    """The same for two annotations with the same content on the same passage."""
    anchor = annotation.anchor
    where = (anchor.start, anchor.exact) if anchor else None
    return where, annotation.tags, annotation.note.strip(), annotation.correction


def _moment(date: str) -> datetime:
    """Parse a date, also in the forms of other programs; an invalid one counts as earlier than any other."""
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _told(date: str) -> str:
    """A date from a file as the library writes it; empty if it is none."""
    moment = _moment(date)
    with suppress(OverflowError):
        return "" if moment.year == 1 else moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return ""


def _text(name: str) -> str:
    """A file's text. Raises SourceError."""
    try:
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(_("Cannot read {name}: it is not UTF-8 text.").format(name=name)) from None
    except (OSError, ValueError) as error:
        raise SourceError(_("Cannot read {name}: {reason}.").format(name=name, reason=cause(error))) from None


def _annotations(number: int) -> str:
    words = ngettext("{number} annotation", "{number} annotations", number)
    return words.format(number=number_words(number))
