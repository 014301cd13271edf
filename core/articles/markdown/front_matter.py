"""What a Markdown file states about its article before the text begins: in YAML, in TOML, or as Readwise writes it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from core.articles.article import Publication
from core.articles.source_names import is_address
from core.text.tables import listed

_KEYS = {
    fact: (*listed(f"{fact}_field", "en"), *listed(f"{fact}_field", "de"))
    for fact in ("title", "authors", "published", "address", "site")
}
"""The names under which programs and people write each fact, the best first."""
_ENDS = {"---": r"(?:---|\.\.\.)", "+++": r"\+\+\+"}
"""The line that ends what is stated, by the line it begins with."""
_PLAIN_LINE = re.compile(r"([\w -]{2,30}):\s*(.*)")
_WIKI_LINK = re.compile(r"!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)")
_SEVERAL = re.compile(r"\s*(?:,(?=\s*\S+\s+\S)|\s(?:und|and|&)\s)\s*")
_REVERSED = re.compile(r"([^\s,]+),\s*([^\s,]+)")
_READWISE = re.compile(r"(?:^|\n)#{1,3} Metadata\n((?:[ \t]*[-*] [^\n]*(?:\n|$)|[ \t]*\n)+)")
_READWISE_ROW = re.compile(r"[ \t]*[-*] \**([A-Z][\w ]{2,24})\**:\**\s*(.*)")
_READWISE_REST = re.compile(
    r"!\[rw-book-cover\]\([^)]*\)\n*|(?m:^#{1,3} (?:Full Document|Highlights|New highlights added [^\n]*)\s*$)"
    r"|\s*\(?\[View Highlight\]\([^)]*\)\)?"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file states about its article."""

    title: str = ""
    publication: Publication | None = None


def taken_off(markdown: str) -> tuple[str, Stated]:
    """The Markdown without what is stated before its text, and what that is."""
    found = _opening(markdown)
    if found is not None:
        facts, rest = found
        return rest, _stated(facts)
    match = _READWISE.search(markdown)
    if match is None:
        return markdown, Stated()
    rows = [_READWISE_ROW.match(line) for line in match[1].splitlines()]
    facts = {row[1]: row[2] for row in rows if row}
    if not {"Author", "Full Title", "URL", "Category"} & set(facts):
        return markdown, Stated()
    rest = f"{markdown[: match.start()]}\n\n{markdown[match.end() :]}"
    return _READWISE_REST.sub("", rest), _stated(facts)


def _opening(markdown: str) -> tuple[Mapping[str, Any], str] | None:
    """The facts between two lines of signs at the top, and what follows; None if there are none."""
    mark = markdown[:3]
    ends = _ENDS.get(mark, "(?!)")
    match = re.match(rf"...[ \t]*\n(.*?)(?<=\n){ends}[ \t]*(?:\n|$)", markdown, re.DOTALL)
    if match is None:
        return None
    facts = _toml(match[1]) if mark == "+++" else _yaml(match[1])
    return None if facts is None else (facts, markdown[match.end() :])


def _toml(text: str) -> Mapping[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return _lines(text.replace(" = ", ": "))


def _yaml(text: str) -> Mapping[str, Any] | None:
    """The facts, with all values as text; YAML that is not well-formed is read line by line."""
    if not text.strip():
        return {}
    try:
        facts = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return _lines(text)
    return facts if isinstance(facts, dict) else None


def _lines(text: str) -> Mapping[str, Any] | None:
    """Lines "key: value", if most are such; a value of the first kind may hold a colon, which YAML forbids."""
    lines = [line for line in text.splitlines() if line.strip()]
    rows = [match for line in lines if (match := _PLAIN_LINE.fullmatch(line))]
    if 2 * len(rows) <= len(lines):
        return None
    return {match[1]: match[2].strip("\"' ") for match in rows}


def _stated(facts: Mapping[str, Any]) -> Stated:
    known = {
        str(key).strip().lower().replace(" ", "_").replace("-", "_"): value for key, value in facts.items()
    }
    for inner in ("params", "metadata"):
        if isinstance(known.get(inner), dict):
            known = {**{str(key).lower(): value for key, value in known[inner].items()}, **known}
    values = {name: [known[key] for key in keys if known.get(key)] for name, keys in _KEYS.items()}
    addresses = [text for value in values["address"] for text in _texts(value)]
    address = next((each for each in addresses if is_address(each)), "")
    named = [text for value in values["site"] for text in _texts(value)]
    named += [each for each in addresses if not is_address(each)]
    publication = Publication(
        authors=tuple(_authors(values["authors"][0])) if values["authors"] else (),
        published=next(
            (day for value in values["published"] for text in _texts(value) if (day := _day(text))), ""
        ),
        site=next(iter(named), ""),
        address=address,
    )
    title = next((text for value in values["title"] for text in _texts(value)), "")
    return Stated(title, publication if publication != Publication() else None)


def _texts(value: Any) -> Iterator[str]:
    """The words of a value, without links around them."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            each = each.get("name") or next(iter(each.values()), "")
        words = _LINK.sub(r"\1", _WIKI_LINK.sub(r"\1", str(each)))
        if words := " ".join(words.split()).strip():
            yield words


def _authors(value: Any) -> Iterator[str]:
    """The names of authors: items of a list, or separated by semicolons, commas or "und"; "Kurz, Nele" is one name."""
    for words in _texts(value):
        separator = re.compile(r"\s*;\s*") if ";" in words else _SEVERAL
        for name in [words] if isinstance(value, list) else separator.split(words):
            if match := _REVERSED.fullmatch(name):
                yield f"{match[2]} {match[1]}"
            elif name.strip() and not is_address(name):
                yield name.strip()


def _day(words: str) -> str:
    if match := _DAY.match(words):
        return match[0]
    if match := _GERMAN_DAY.fullmatch(words):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return ""
