"""Markdown for Obsidian, Logseq and other keepers of notes, after a template that its user may replace.

A file that is there already is added to. What Lesart writes stands in pieces between comments that bear a name and a
hash of the words: a piece that its user has not touched is brought up to date, one that he has is left as it is, and
so is everything between pieces. New pieces go behind the one they follow in the template.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from core.exchange.characters import harmless, lines, one_line, to_json, utf8
from core.exchange.csv_tables import PLACES
from core.exchange.errors import TemplateError, UnreadableError
from core.exchange.formats import Written
from core.exchange.reading import Reading
from core.locations import ASSETS
from core.text.spans import text_of

TEMPLATE = ASSETS / "exchange" / "note.md.jinja"
"""The template that is used where the user has none."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~=^$%]|&(?=[#\w])|!(?=--)")
"""What Markdown, or what Obsidian adds to it, takes for more than itself."""
_LEADING = re.compile(r"^([-+]|\d{1,9}(?=[.)]))")
"""What begins a list where it begins a line."""
_NO_NAME = re.compile(r"[\[\]|#^\\/:%<>]")
_NO_ADDRESS = re.compile(r"[<>\s\\]")
_PIECE = re.compile(
    r"<!-- lesart (?P<name>\S+) (?P<hash>[0-9a-f]{12}) -->(?P<body>.*?)<!-- /lesart -->", re.DOTALL
)


class Safe(str):
    """Words that have been made fit for their place, and are not escaped again."""

    __slots__ = ()


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    line = _SPECIAL.sub(lambda match: f"\\{match.group()}", one_line(text))
    return _LEADING.sub(lambda match: _escape_leading(match.group()), line)


def _escape_leading(words: str) -> str:
    return f"{words}\\" if words.isdigit() else f"\\{words}"


def write(readings: Sequence[Reading], template: str | None = None) -> Written:
    """The note of one article. Raises TemplateError."""
    (reading,) = readings
    return Written({".md": utf8(render(reading, template))})


def render(reading: Reading, template: str | None = None) -> str:
    """The note of an article, after the text of a template or after the one that is shipped. Raises TemplateError."""
    key = reading.article.key[:12]

    def piece(name: str, caller: Callable[[], str]) -> Safe:
        body = re.sub(r"<!--(\s*/?\s*lesart)", r"&lt;!--\1", caller()).strip("\n")
        return Safe(_marked(f"{key}/{_name(name)}", f"\n{body}\n") + "\n")

    source = TEMPLATE.read_text(encoding="utf-8") if template is None else template
    try:
        return _environment().from_string(source).render(**_context(reading), piece=piece)
    except JinjaError as error:
        line = getattr(error, "lineno", None)
        where = f" (line {line})" if line else ""
        raise TemplateError(f"The template cannot be used{where}: {error.message or error}") from None
    except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise TemplateError(f"The template cannot be used: {error}") from None


@cache
def _environment() -> Environment:
    """Jinja without access to anything but what is given, and with everything escaped that is not marked as safe."""
    environment = SandboxedEnvironment(
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Safe) else escaped(str(value)),
    )
    environment.filters |= {"raw": _raw, "yaml": _yaml, "link": _link, "address": _address, "block": _block}
    return environment


def _raw(text: object) -> Safe:
    """Words as their writer meant them, on their lines."""
    return Safe("\n".join(map(harmless, lines(str(text)))))


def _yaml(text: object) -> Safe:
    """A scalar of the front matter: YAML reads JSON's strings. It begins no comment."""
    return Safe(to_json(one_line(str(text))).replace("<!--", "\\u003c!--"))


def _link(name: object) -> Safe:
    """A link to the note of that name, without what such a link gives a meaning to."""
    return Safe(f"[[{one_line(_NO_NAME.sub(' ', str(name)))}]]")


def _address(address: object) -> Safe:
    """An address as it may stand in angle brackets."""
    return Safe(_NO_ADDRESS.sub(lambda match: f"%{ord(match.group()):02X}", one_line(str(address))))


def _block(id: object) -> Safe:
    """An id that a link can lead to."""
    return Safe(_name(str(id)))


def _name(words: str) -> str:
    """A name of letters, digits and hyphens, as block ids and pieces have."""
    return re.sub("[^A-Za-z0-9-]+", "-", words)


def _context(reading: Reading) -> dict[str, Any]:
    """What a template can speak of."""
    article, analysis = reading.article, reading.analysis
    said = [quote.speaker.actor for quote in analysis.quotes if quote.speaker]
    return {
        "article": {
            "title": article.title,
            "source": reading.origin,
            "web": reading.address,
            "language": analysis.language,
            "read": reading.opened[:10],
            "authors": reading.publication.authors,
            "site": reading.publication.site,
            "published": reading.publication.published,
            "key": article.key,
            "tags": reading.tags,
        },
        "actors": [
            {
                "name": actor.name,
                "kind": actor.kind.value,
                "age": actor.age,
                "roles": actor.roles,
                "aliases": actor.aliases,
                "mentions": len(analysis.mentions_of(actor.id)),
                "quotes": said.count(actor.id),
            }
            for actor in analysis.actors
        ],
        "quotes": _quotes(reading),
        "notes": [
            {
                "id": placed.annotation.id,
                "passage": placed.annotation.anchor.exact if placed.annotation.anchor else "",
                "place": PLACES[placed.located.how] if placed.located else "whole article",
                "tags": placed.annotation.tags,
                "hashtags": " ".join(f"#{tag}" for tag in placed.annotation.tags),
                "note": placed.annotation.note,
                "created": placed.annotation.created,
                "modified": placed.annotation.modified,
            }
            for placed in reading.marks
        ],
    }


def _quotes(reading: Reading) -> list[dict[str, Any]]:
    """The quotations, each with an id made of its words: the next analysis may number them otherwise."""
    text = reading.article.text
    seen: dict[str, int] = {}
    quotes = []
    for number, quote in enumerate(reading.analysis.quotes, 1):
        words = text_of(quote.spans, text)
        seen[words] = seen.get(words, 0) + 1
        actor = reading.speaker(quote)
        quotes.append(
            {
                "id": _hash(f"{words}\n{seen[words]}")[:8],
                "number": number,
                "text": words,
                "type": quote.type.value,
                "speaker": actor.name if actor else "",
                "words": quote.speaker.text if quote.speaker else "",
                "cue": text_of(quote.cue.spans, text) if quote.cue else "",
                "sure": round(100 * quote.confidence),
            }
        )
    return quotes


# Adding to a file


@dataclass(frozen=True, slots=True)
class Merged:
    """An existing note with what is new."""

    text: str
    kept: int
    """Pieces that were left as their user had changed them."""


def merge(existing: str, new: str) -> Merged:
    """An existing file with a newly rendered note in it; not a word of its user's is lost. Raises UnreadableError."""
    if "\r\n" in existing:
        new = new.replace("\n", "\r\n")
    end = "\r\n" if "\r\n" in existing else "\n"
    if existing.count("<!-- lesart ") != len(_PIECE.findall(existing)):
        raise UnreadableError("one of its Lesart comments has no end or was changed.")
    fresh = {match["name"]: match for match in _PIECE.finditer(new)}
    there = {match["name"] for match in _PIECE.finditer(existing)}
    followers: dict[str, list[str]] = {}
    before = ""
    for name, match in fresh.items():
        if name in there:
            before = name
        else:
            followers.setdefault(before, []).append(match.group())
    kept = 0
    articles = {name.split("/")[0] for name in fresh}

    def renewed(match: re.Match[str]) -> str:
        nonlocal kept
        name = match["name"]
        article, _, rest = name.partition("/")
        piece = match.group()
        if _hash(match["body"]) != match["hash"]:
            kept += 1
        elif name in fresh:
            piece = fresh[name].group()
        elif article in articles and rest.startswith("found"):
            piece = ""
        return (end * 2).join(filter(None, (piece, *followers.get(name, ()))))

    text = _PIECE.sub(renewed, existing)
    if followers.get(""):
        # Nothing of this article is there yet: it goes to the end of whatever the file holds.
        text = (end * 2).join((text.rstrip("\r\n"), *followers[""])) + end if text.strip() else new
    return Merged(text, kept)


def _marked(name: str, body: str) -> str:
    return f"<!-- lesart {name} {_hash(body)} -->{body}<!-- /lesart -->"


def _hash(body: str) -> str:
    """Hash of what is to be seen of a piece: line breaks and blanks at the ends of lines are the editor's."""
    seen = "\n".join(line.rstrip() for line in body.strip().splitlines())
    return sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:12]
