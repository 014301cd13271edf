"""What the scenes are played with: an article that fills more than a screen, marks on it, and a full library."""

import gc
from dataclasses import replace
from pathlib import Path

from core.analysis import Quote, QuoteType, Speaker
from core.annotations import Anchor, Annotation
from core.articles import Article, Block, BlockKind
from core.articles.links.link import Link
from core.articles.texts import plain_article
from core.library import Library
from tests.tui.sample import ANALYSIS, ARTICLE, annotation, at

MORE = tuple(
    f"Am Pier {number} liegt seit Tagen ein Frachter. Die Leute an den Kränen warten, und niemand weiß, worauf. "
    "Wer vorbeigeht, hört nur den Wind in den Seilen."
    for number in range(4, 24)
)
"""Paragraphs without a name in them."""


SALE, MAIL = "https://kap.example/verkauf?seite=2#oben", "mailto:amt@kap.example"
"""Where two of the links lead."""


def long_article() -> Article:
    """The sample with many paragraphs behind it, the last of them a caption that was there before."""
    text, blocks = ARTICLE.text.rstrip(), list(ARTICLE.blocks)
    caption = ARTICLE.text[slice(ARTICLE.blocks[1].start, ARTICLE.blocks[1].end)]
    for words in (*MORE, caption):
        start = len(text) + 2
        text = f"{text}\n\n{words}"
        last = words is caption
        kind = BlockKind.CAPTION if last else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, len(text), 1 if last else None))
    links = (
        Link(*at("Verkauf des Hafens"), SALE),
        Link(*at("Union Blau"), "https://blau.example/"),
        Link(*at("Amt"), MAIL),
    )
    return replace(ARTICLE, text=f"{text}\n", blocks=tuple(blocks), links=links)


LONG = long_article()

TAGGED = annotation("a", "Rücktritt", ("hafen",))
NOTED = annotation("b", "hundert Hafenarbeiter", ("frist",), "Wie viele?")
"""Two marks, in the order of the text."""


def doubtful() -> Annotation:
    """A mark made when its words were a little different."""
    start, end = at("Der Druck auf Ada Lind (58) wächst.")
    anchor = Anchor.of(LONG.text, start, end)
    return replace(
        annotation("d", None, ("frist",)), anchor=replace(anchor, exact="Der Druck auf Ada Lind (58) wuchs.")
    )


def versions() -> list[Article]:
    """One article as it was read again and again, one sentence more each time, thirty the last time."""
    first = "Der Hafen schweigt\n\nAm Morgen lagen die Kräne still. Ada Lind trat vor die Tore der Werft.\n"
    said = [f"Um {hour} Uhr kam Wagen {hour} an die Tore." for hour in range(1, 52)]
    return [
        plain_article(f"{first}\n{chr(10).join(f'{words}{chr(10)}' for words in said[:count])}", "hafen.txt")
        for count in (*range(22), 51)
    ]


def fill(folder: Path) -> None:
    """A library: twenty-five articles, one of them in many versions, with marks and tags, some of them deleted.

    Nobody has it open any more. As long as its index is open, two files stand beside that, and both vanish when the
    connection is collected, which might be just while the library is copied.
    """
    _fill(folder)
    gc.collect()
    assert not [*folder.rglob("*.sqlite3-*")], "the index is still open"


def _fill(folder: Path) -> None:
    library = Library(folder / "data", folder / "cache")
    library.open_article(LONG)
    start = LONG.text.index("Pier 9")
    spans = [(start + 40 * number, start + 40 * number + 30) for number in range(24)]
    speaker = Speaker((at("Lind", 2),), "Lind", "lind")
    quotes = tuple(
        Quote(f"q{number}", QuoteType.DIRECT, (span,), "alone", 0.9, speaker)
        for number, span in enumerate(spans)
    )
    library.keep_analysis(LONG, replace(ANALYSIS, quotes=quotes))
    for number in range(23):
        article = plain_article(f"Meldung {number}\n\nEs gibt Neues vom Pier {number}.\n", f"m{number}.txt")
        library.open_article(article)
        gone = Annotation.new(Anchor.of(article.text, 0, 7), ("weg",), f"Nummer {number}")
        library.save(article, gone)
        library.delete(article, gone.id)
    read = versions()
    for version in read:
        library.open_article(version)
    start = read[-1].text.index("Ada Lind")
    who = Anchor.of(read[-1].text, start, start + 8)
    library.save(read[-1], Annotation.new(who, ("person",), "Woher?"))
    many = tuple(f"thema/t{number:02}" for number in range(45))
    library.save(read[-1], Annotation.new(None, ("frist", *many)))
