"""Annotated articles as they lie in `tests/data/articles`: text, statements, actors. Their README has the format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.text.spans import Span
from tests.benchmarks.quotes.articles import FILES, read_articles

FOLDER = Path(__file__).parents[2] / "data" / "articles"
GERMAN = "de"


def folder_of(language: str) -> Path:
    """Where the articles of a language are."""
    return FOLDER if language == GERMAN else FOLDER / language


_ARTICLES = frozenset("der die das den dem des ein eine einer einem einen".split())


@dataclass(frozen=True, slots=True)
class GoldActor:
    """Somebody in an article, under every name and description it has for them."""

    name: str
    kind: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    age: int | None
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A statement. `speakers` are the actors who are right answers, None among them where nobody is named."""

    type: str
    spans: tuple[Span, ...]
    speakers: tuple[str | None, ...]
    part: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with all that was annotated in it."""

    id: str
    kind: str
    text: str
    actors: tuple[GoldActor, ...]
    quotes: tuple[GoldQuote, ...]
    not_quotes: tuple[Span, ...]
    mentions: dict[Span, str] = field(default_factory=dict)
    """Every place where an actor is named, with the actor's name."""
    descriptions: dict[Span, str] = field(default_factory=dict)


def articles(folder: Path = FOLDER) -> Iterator[GoldArticle]:
    """All articles of a folder, by file and place."""
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            head, _, rest = part.partition("\n")
            text, _, lines = rest.partition("\n---\n")
            yield _article(head.split("\t"), text.strip() + "\n", lines.split("\n"))


def _article(head: list[str], text: str, lines: list[str]) -> GoldArticle:
    rows = [[*line.split("\t"), *["-"] * 7] for line in lines if line.strip()]
    actors = tuple(_actor(row) for row in rows if row[0] == "A")
    quotes: list[GoldQuote] = []
    at = 0
    for row in rows:
        if row[0] == "Q" and (spans := _find(text, _cells(row[2]), at)):
            at = spans[0][0]
            quotes.append(_quote(row, spans))
    marked = [text.find(row[1].strip()) for row in rows if row[0] == "X"]
    lengths = [len(row[1].strip()) for row in rows if row[0] == "X"]
    return GoldArticle(
        head[0].strip(),
        head[1].strip() if len(head) > 1 else "",
        text,
        actors,
        tuple(quotes),
        tuple((start, start + length) for start, length in zip(marked, lengths, strict=True) if start >= 0),
        places(text, [(words, actor.name) for actor in actors for words in actor.names]),
        places(text, [(words, actor.name) for actor in actors for words in actor.descriptions]),
    )


def _actor(row: list[str]) -> GoldActor:
    _, name, kind, names, descriptions, age, roles, affiliations = row[:8]
    return GoldActor(
        name.strip(),
        kind.strip(),
        tuple(_cells(names)),
        tuple(_cells(descriptions)),
        int(age) if age.strip().isdigit() else None,
        tuple(_cells(roles)),
        tuple(_cells(affiliations)),
    )


def _quote(row: list[str], spans: tuple[Span, ...]) -> GoldQuote:
    flags = _cells(row[6])
    named = [row[5].strip(), *(flag[4:] for flag in flags if flag.startswith("alt="))]
    speakers = tuple(None if name in ("-", "") else name for name in named)
    return GoldQuote(row[1], spans, speakers, "part" in flags, "optional" in flags)


def _cells(cell: str) -> list[str]:
    return [] if cell.strip() in ("", "-") else [each.strip() for each in cell.split(" | ") if each.strip()]


def _find(text: str, pieces: list[str], at: int) -> tuple[Span, ...]:
    """The places of the pieces of a statement, one behind the other from `at` on."""
    spans: list[Span] = []
    for piece in pieces:
        start = text.find(piece, at)
        start = start if start >= 0 else text.find(piece)
        if start < 0:
            return tuple(spans)
        spans.append((start, start + len(piece)))
        at = start + len(piece)
    return tuple(spans)


def places(text: str, named: list[tuple[str, str]]) -> dict[Span, str]:
    """Where words stand as whole words; the longest first, and no place twice. "Lind@3" is the third place alone."""
    places: dict[Span, str] = {}
    taken = [False] * len(text)
    for words, name in sorted(named, key=lambda item: -len(item[0].partition("@")[0])):
        bare, _, number = words.partition("@")
        found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text)]
        for start, end in found[int(number) - 1 : int(number)] if number else found:
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                places[start, end] = name
    return dict(sorted(places.items()))


def short_articles() -> Iterator[GoldArticle]:
    """The articles of `tests/data/quotes`, in which only direct speech and its speakers are annotated."""
    for article in (each for name in FILES for each in read_articles(name)):
        people = {said.name: _known_by(said.name) for said in article.said if said.name}
        quotes = tuple(
            GoldQuote("direct", spans, (said.name or None,), optional=True)
            for said in article.said
            if (spans := _find(article.text, list(said.stretches), 0))
        )
        yield GoldArticle(
            f"short-{article.id}",
            "short",
            article.text,
            tuple(people.values()),
            quotes,
            (),
            places(article.text, [(name, actor.name) for actor in people.values() for name in actor.names]),
        )


def _known_by(name: str) -> GoldActor:
    """Somebody known by the annotated name alone: a person by name and surname, everybody else by a description."""
    words = name.split()
    person = len(words) > 1 and all(word[:1].isupper() for word in (words[0], words[-1]))
    person = person and words[0].casefold() not in _ARTICLES
    names = (name, words[-1]) if person else ()
    return GoldActor(name, "person" if person else "unnamed", names, (name,), None, (), ())
