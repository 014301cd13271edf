"""Markdown for Obsidian, Logseq and other note-taking programs, from a template that users may replace.

An existing file is updated, not replaced. Lesart's output consists of sections between comments that carry a name and
a hash of the section's text: unedited sections are updated, while edited ones, and everything between sections, are
left as they are. New sections are inserted after the one that precedes them in the template.
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

from core.articles.written_links import links_of
from core.exchange.characters import harmless, lines, one_line, to_json, utf8
from core.exchange.csv_tables import PLACES
from core.exchange.errors import TemplateError, UnreadableError
from core.exchange.formats import Written
from core.exchange.reading import Reading, span_of
from core.locations import ASSETS
from core.text.spans import text_of
from core.translation import _

TEMPLATE = ASSETS / "exchange" / "note.md.jinja"
"""The default template."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~=^$%]|&(?=[#\w])|!(?=--)")
"""Characters with a special meaning in Markdown or in Obsidian's extensions."""
_LEADING = re.compile(r"^([-+]|\d{1,9}(?=[.)]))")
"""What begins a list at the start of a line."""
_NO_NAME = re.compile(r"[\[\]|#^\\/:%<>]")
_NO_ADDRESS = re.compile(r"[<>\s\\]")
_PIECE = re.compile(
    r"<!-- lesart (?P<name>\S+) (?P<hash>[0-9a-f]{12}) -->(?P<body>.*?)<!-- /lesart -->", re.DOTALL
)


class Safe(str):
    """Text that is already escaped, and not to be escaped again."""

    __slots__ = ()


def escaped(text: str) -> str:
    """Text escaped so that Markdown shows it literally, in one line."""
    line = _SPECIAL.sub(lambda match: f"\\{match.group()}", one_line(text))
    return _LEADING.sub(lambda match: _escape_leading(match.group()), line)


def _escape_leading(words: str) -> str:
    return f"{words}\\" if words.isdigit() else f"\\{words}"


def write(readings: Sequence[Reading], template: str | None = None) -> Written:
    """The note of one article. Raises TemplateError."""
    (reading,) = readings
    return Written({".md": utf8(render(reading, template))})


def render(reading: Reading, template: str | None = None) -> str:
    """The note for an article, from the given template or the default one. Raises TemplateError."""
    key = reading.article.key[:12]

    def piece(name: str, caller: Callable[[], str]) -> Safe:
        body = re.sub(r"<!--(\s*/?\s*lesart)", r"&lt;!--\1", caller()).strip("\n")
        return Safe(_marked(f"{key}/{_name(name)}", f"\n{body}\n") + "\n")

    source = TEMPLATE.read_text(encoding="utf-8") if template is None else template
    try:
        return _environment().from_string(source).render(**_context(reading), piece=piece)
    except JinjaError as error:
        line = getattr(error, "lineno", None)
        where = _(" (line {line})").format(line=line) if line else ""
        raise TemplateError(
            _("The template cannot be used{where}: {reason}").format(
                where=where, reason=error.message or error
            )
        ) from None
    except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise TemplateError(_("The template cannot be used: {error}").format(error=error)) from None


@cache
def _environment() -> Environment:
    """A sandboxed Jinja environment that escapes everything not marked as safe."""
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
    """The user's own Markdown, with its line breaks."""
    return Safe("\n".join(map(harmless, lines(str(text)))))


def _yaml(text: object) -> Safe:
    """A scalar for the front matter, as a JSON string, which is also valid YAML. It cannot start a comment."""
    return Safe(to_json(one_line(str(text))).replace("<!--", "\\u003c!--"))


def _link(name: object) -> Safe:
    """A link to the note with that name, without characters that have a meaning in such links."""
    return Safe(f"[[{one_line(_NO_NAME.sub(' ', str(name)))}]]")


def _address(address: object) -> Safe:
    """An address in a form allowed in angle brackets."""
    return Safe(_NO_ADDRESS.sub(lambda match: f"%{ord(match.group()):02X}", one_line(str(address))))


def _block(id: object) -> Safe:
    """An id that can be the target of a link."""
    return Safe(_name(str(id)))


def _name(words: str) -> str:
    """A name of letters, digits and hyphens, as used for block ids and sections."""
    return re.sub("[^A-Za-z0-9-]+", "-", words)


def _context(reading: Reading) -> dict[str, Any]:
    """The variables available in a template."""
    article, analysis = reading.article, reading.analysis
    said = [quote.speaker.actor for quote in analysis.quotes if quote.speaker]
    return {
        "say": _words(),
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
        "links": _links(reading),
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
                "speaker": reading.speaker_of(span_of(placed)),
            }
            for placed in reading.marks
        ],
    }


def _words() -> dict[str, str]:
    """What the note says of its own, in the language of the interface."""
    return {
        "notes": _("Notes"),
        "quotes": _("Quotes"),
        "actors": _("Actors"),
        "links": _("Links"),
        "nobody": _("nobody named"),
        "gone": _("(no longer in the text)"),
        "approximate": _("(place uncertain)"),
        "cue": _("“{words}”"),
    }


def _quotes(reading: Reading) -> list[dict[str, Any]]:
    """The quotations, each with an id made from its words, since the next analysis may number them differently."""
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
                "type_words": _(quote.type.in_words),
                "speaker": actor.name if actor else "",
                "words": quote.speaker.text if quote.speaker else "",
                "cue": text_of(quote.cue.spans, text) if quote.cue else "",
                "sure": round(100 * quote.confidence),
            }
        )
    return quotes


def _links(reading: Reading) -> list[dict[str, str]]:
    """The links, each address once: its words, unless these are the address itself, and where it leads."""
    article, found = reading.article, dict[str, str]()
    for link in links_of(article):
        words = article.text[link.start : link.end]
        if len(words) > len(found.get(link.address, "")) or link.address not in found:
            found[link.address] = "" if words == link.address else words
    return [{"words": words, "address": address} for address, words in found.items()]


# Adding to a file


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of updating an existing note."""

    text: str
    kept: int
    """Sections that were left as the user had edited them."""


def merge(existing: str, new: str) -> Merged:
    """Merge a newly rendered note into an existing file; nothing the user wrote is lost. Raises UnreadableError."""
    if "\r\n" in existing:
        new = new.replace("\n", "\r\n")
    end = "\r\n" if "\r\n" in existing else "\n"
    if existing.count("<!-- lesart ") != len(_PIECE.findall(existing)):
        raise UnreadableError(_("one of its Lesart comments has no end or was changed."))
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
        # The file has nothing from this article yet: the note goes to its end.
        text = (end * 2).join((text.rstrip("\r\n"), *followers[""])) + end if text.strip() else new
    return Merged(text, kept)


def _marked(name: str, body: str) -> str:
    return f"<!-- lesart {name} {_hash(body)} -->{body}<!-- /lesart -->"


def _hash(body: str) -> str:
    """Hash of a section's visible text; line breaks and trailing spaces, which editors change, are ignored."""
    seen = "\n".join(line.rstrip() for line in body.strip().splitlines())
    return sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:12]
