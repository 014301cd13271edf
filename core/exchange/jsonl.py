"""JSON Lines: one article per line with all its data, which can be read back without loss.

Each line is an object as `lesart analyze` writes it, with the reader's own "annotations" beside it, the "links" of the
article if it has any (`{"start": 43, "end": 52, "address": "https://…"}`), and its earlier "versions" without an
analysis. Offsets are code points into "text", the end exclusive. The analysis is the corrected one; the corrections
themselves are among the annotations, so that reading them back does not need it.
"""

from collections.abc import Sequence
from typing import Any

from core.analysis import Analysis
from core.analysis.serialise import analysis_from_dict, to_dict
from core.annotations.anchoring import place
from core.annotations.serialise import annotation_from_dict, annotation_to_dict
from core.articles import Article
from core.articles.serialise import MalformedError, article_from_dict, article_to_dict
from core.exchange.characters import from_json, json_lines
from core.exchange.errors import UnreadableError
from core.exchange.formats import Written
from core.exchange.reading import Earlier, Reading
from core.text.spans import check
from core.translation import N_, _

_STATE: dict[str, Any] = {"opened": "", "state": "", "last_opened": "", "position": 0}
"""What is known of the reading of an article, and what it is where a line does not say so."""


def write(readings: Sequence[Reading]) -> Written:
    """One line per article."""
    return Written({".jsonl": json_lines(map(_object, readings))})


def _object(reading: Reading) -> dict[str, Any]:
    return {
        **article_to_dict(reading.article),
        **to_dict(reading.article, reading.analysis),
        **{field: getattr(reading, field) for field in _STATE},
        "annotations": [annotation_to_dict(placed.annotation) for placed in reading.annotations],
        **({"versions": [_version(each) for each in reading.earlier]} if reading.earlier else {}),
    }


def _version(earlier: Earlier) -> dict[str, Any]:
    return {
        **article_to_dict(earlier.article),
        "opened": earlier.opened,
        "annotations": [annotation_to_dict(each) for each in earlier.annotations],
    }


def _version_from(data: Any) -> Earlier:
    article = article_from_dict(data)
    _check_blocks(article)
    opened = data.get("opened", "")
    if not isinstance(opened, str):
        raise TypeError("text expected")
    return Earlier(article, opened, tuple(annotation_from_dict(each) for each in data["annotations"]))


def read(line: str) -> Reading:
    """The reading from one line. Raises UnreadableError."""
    data = from_json(line)
    if not isinstance(data, dict):
        raise UnreadableError(_("it is no JSON object."))
    try:
        article, analysis = article_from_dict(data), analysis_from_dict(data)
        _check(article, analysis)
        annotations = tuple(annotation_from_dict(each) for each in data.get("annotations", ()))
        earlier = tuple(_version_from(each) for each in data.get("versions", ()))
        state = {name: data.get(name, usual) for name, usual in _STATE.items()}
        if any(type(state[name]) is not type(_STATE[name]) for name in _STATE):
            raise TypeError("text or a whole number expected")
    except (
        MalformedError,
        LookupError,
        TypeError,
        ValueError,
        OverflowError,
        AttributeError,
        RecursionError,
    ) as error:
        raise UnreadableError(_wrong(error)) from None
    return Reading(article, analysis, place(annotations, article.text), **state, earlier=earlier)


class _AstrayError(ValueError):
    """What is wrong with blocks that are well-formed, as a message that is still to be translated."""


def _wrong(error: Exception) -> str:
    """What is wrong with an object, for people: of what Python says only the name of a field that is missing."""
    origin = error.__context__ if isinstance(error, MalformedError) else error
    if isinstance(origin, KeyError) and origin.args:
        return _("it is no article as Lesart exports it: “{field}” is missing.").format(field=origin.args[0])
    if isinstance(origin, _AstrayError):
        return _("it is no article as Lesart exports it: {why}.").format(why=_(str(origin)))
    return _("it is no article as Lesart exports it: a value in it is none that can be there.")


def _check(article: Article, analysis: Analysis) -> None:
    """Raise ValueError for values that no program would write and that would break the display of the article."""
    _check_blocks(article)
    length = len(article.text)
    check([mention.span for mention in analysis.mentions], length)
    for quote in analysis.quotes:
        check(quote.spans, length)


def _check_blocks(article: Article) -> None:
    end = 0
    for number, block in enumerate(article.blocks):
        offsets = (
            block.start,
            block.end,
            *(each for each in (block.repeats, block.dateline) if each is not None),
        )
        if not all(type(each) is int for each in offsets):
            raise _AstrayError(N_("an offset is no whole number"))
        if block.start < end:
            raise _AstrayError(N_("blocks overlap"))
        if block.repeats is not None and not 0 <= block.repeats < number:
            raise _AstrayError(N_("a block repeats one that is not before it"))
        if block.dateline is not None and not block.start < block.dateline <= block.end:
            raise _AstrayError(N_("a dateline is not in its block"))
        end = block.end
