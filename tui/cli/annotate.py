"""`lesart annotate`: tags and notes from a script, kept as safely as those made in the reader."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from core.annotations import Anchor, Annotation
from core.annotations.tags import normalise_tags, same
from core.articles import Article
from core.articles.decoding import decode
from core.articles.errors import SourceError
from core.articles.source_names import STANDARD_INPUT
from core.exchange.characters import from_json
from core.exchange.errors import UnreadableError
from core.library import LibraryError
from core.library.known_sources import read_one
from core.system_errors import cause
from core.translation import N_, _
from tui.cli.output import IDS, SOURCES, complain, inform, parser, typed
from tui.cli.own_library import own_library

EPILOG = N_(
    """\
Without --range and --exact the annotation is on the whole article. The id is printed once the annotation is
on disk. With --jsonl each line is an object with "range": [START, END] or "exact": "words", "tags": […] and
"note": "…"; a line that cannot be kept is named on standard error, the rest goes on, and the status is 1."""
)


LONGEST_SHOWN = 60
"""Characters of a wrong range that a message repeats."""


class RequestError(ValueError):
    """The annotation cannot be saved; the message is one sentence."""


def annotate(words: Sequence[str]) -> int:
    """Save one annotation, or one per line."""
    options = parser("lesart annotate", _("Keep a tag or a note on a passage of an article."), _(EPILOG))
    options.add_argument("source", metavar=_("SOURCE"), help=_(IDS).format(sources=_(SOURCES)))
    where = options.add_mutually_exclusive_group()
    where.add_argument(
        "--range", metavar=_("START:END"), help=_("code points of the passage, the end exclusive")
    )
    where.add_argument(
        "--exact", metavar=_("TEXT"), help=_("the words of the passage, if they occur only once")
    )
    where.add_argument(
        "--jsonl",
        metavar=_("FILE"),
        help=_("annotations from a file, or - for standard input, one object a line"),
    )
    options.add_argument(
        "--tag", action="append", default=[], metavar=_("TAG"), help=_("a tag; may be given several times")
    )
    options.add_argument("--note", default="", metavar=_("TEXT"), help=_("a note"))
    chosen = options.parse_args(words)
    if chosen.jsonl and (chosen.tag or chosen.note):
        options.error(_("with --jsonl, tags and notes come from its lines, not from --tag and --note"))
    if chosen.jsonl == STANDARD_INPUT == chosen.source:
        options.error(_("SOURCE and --jsonl cannot both be standard input"))
    article = read_one(own_library(), chosen.source)
    inform(article.notice)
    if chosen.jsonl:
        requests: Iterator[tuple[str, str | dict[str, Any]]] = _lines(chosen.jsonl)
    else:
        request = {
            "range": chosen.range,
            "exact": chosen.exact and typed(chosen.exact),
            "tags": [typed(tag) for tag in chosen.tag],
            "note": typed(chosen.note),
        }
        requests = iter([("", request)])
    return _keep(article, requests)


def _keep(article: Article, requests: Iterator[tuple[str, str | dict[str, Any]]]) -> int:
    library = own_library()
    status = 0
    opened = False
    kept: dict[_Said, str] = {}
    for name, request in requests:
        try:
            annotation = _annotation(article, from_json(request) if isinstance(request, str) else request)
            if not opened:
                inform(library.open_article(article, unseen=True).notice or "")
                opened = True
                kept = {_said(each): each.id for each in library.annotations(article) if not each.correction}
            known = kept.get(_said(annotation))
            if known:
                inform(name + _("That annotation is there already, and was not added again."))
            else:
                known = library.save(article, annotation).id
                kept[_said(annotation)] = known
            print(known, flush=True)
        except (RequestError, UnreadableError, LibraryError) as error:
            status = complain(name + _("Not kept: {error}").format(error=error))
    return status


_Said = tuple[tuple[int, int] | None, frozenset[str], str]


def _said(annotation: Annotation) -> _Said:
    """What an annotation says and of which passage: the same for one that is made again."""
    anchor = annotation.anchor
    place = (anchor.start, anchor.end) if anchor is not None else None
    return place, frozenset(map(same, annotation.tags)), annotation.note.strip()


def _lines(file: str) -> Iterator[tuple[str, str]]:
    """The lines of a file, each with its name for error messages."""
    if file == STANDARD_INPUT:
        yield from _decoded("", sys.stdin.buffer)
        return
    try:
        with Path(file).open("rb") as lines:
            yield from _decoded(f"{file}, ", lines)
    except OSError as error:
        raise SourceError(_("Cannot read {file}: {reason}.").format(file=file, reason=cause(error))) from None


def _decoded(file: str, lines: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            # A line with NUL bytes is no text; as JSON it is refused by its name, and the next is read.
            place = _("line {number}").format(number=number)
            yield f"{file}{place}: ", decode(line.replace(b"\x00", b"\x01"))


def _annotation(article: Article, request: Any) -> Annotation:
    if not isinstance(request, dict):
        raise RequestError(_("the line is no JSON object."))
    tags, note = request.get("tags") or [], request.get("note") or ""
    if (
        not isinstance(tags, list)
        or not all(isinstance(tag, str) for tag in tags)
        or not isinstance(note, str)
    ):
        raise RequestError(_("tags must be a list of words and the note a text."))
    try:
        tags = normalise_tags(tags)
    except ValueError as error:
        raise RequestError(str(error)) from None
    if not tags and not note.strip():
        raise RequestError(_("it holds neither a tag nor a note; give --tag or --note."))
    return Annotation.new(_anchor(article.text, request.get("range"), request.get("exact")), tags, note)


def _anchor(text: str, place: Any, exact: Any) -> Anchor | None:
    if place is not None:
        start, end = _range(place)
        if not 0 <= start < end <= len(text):
            raise RequestError(
                _("no passage {start}:{end} in a text of {number} characters.").format(
                    start=start, end=end, number=len(text)
                )
            )
        return Anchor.of(text, start, end)
    if exact is None:
        return None
    if not isinstance(exact, str) or not exact.strip():
        raise RequestError(_("the words of the passage are missing."))
    times = text.count(exact)
    if times != 1:
        sentence = (
            _("the words “{exact}” occur {times} times in it; give the range instead.")
            if times
            else _("the words “{exact}” do not occur in the article.")
        )
        raise RequestError(sentence.format(exact=exact, times=times))
    start = text.index(exact)
    return Anchor.of(text, start, start + len(exact))


def _range(place: Any) -> tuple[int, int]:
    try:
        start, end = place.split(":") if isinstance(place, str) else place
        return int(start), int(end)
    except (TypeError, ValueError, OverflowError):
        shown = str(place) if len(str(place)) < LONGEST_SHOWN else f"{str(place)[:LONGEST_SHOWN]}…"
        raise RequestError(
            _("“{shown}” is no range; give START:END in characters.").format(shown=shown)
        ) from None
