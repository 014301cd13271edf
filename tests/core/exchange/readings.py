"""Readings to export: a small one made by hand, and a strategy that draws hostile ones."""

from itertools import pairwise

from hypothesis import strategies as st

from core.analysis import (
    Actor,
    ActorKind,
    Analysis,
    Form,
    Label,
    Mention,
    Part,
    Quote,
    QuoteType,
    Speaker,
)
from core.annotations import Anchor, Annotation, place
from core.annotations.corrections import Rename, SetLabel
from core.articles import Article, Block, BlockKind, Publication
from core.articles.links.link import Link
from core.exchange.reading import Reading

TEXT = (
    "Rat ringt um Bäder 🏊\n\n"
    "Kiel – „Wir bleiben“, sagte Jette Claasen (51) am Montag. „Und zwar alle.“\n"
    "Sie widersprach damit der Stadt.\n\n"
    "• Das Freibad öffnet\n• Die Halle schließt\n\n"
    "Was nun?\n\n"
    "Der Rat werde am Freitag entscheiden, teilte die Stadt Kiel mit.\n\n"
    "Foto: dpa"
)
LINES = (
    (BlockKind.HEADLINE, "Rat ringt um Bäder 🏊"),
    (
        BlockKind.PARAGRAPH,
        "Kiel – „Wir bleiben“, sagte Jette Claasen (51) am Montag. „Und zwar alle.“\nSie widersprach damit der Stadt.",
    ),
    (BlockKind.LIST_ITEM, "• Das Freibad öffnet"),
    (BlockKind.LIST_ITEM, "• Die Halle schließt"),
    (BlockKind.SUBHEADING, "Was nun?"),
    (BlockKind.PARAGRAPH, "Der Rat werde am Freitag entscheiden, teilte die Stadt Kiel mit."),
    (BlockKind.CREDIT, "Foto: dpa"),
)


def at(words: str, nth: int = 0) -> tuple[int, int]:
    """Where words stand in `TEXT` for the nth time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


PUBLICATION = Publication(
    ("Jette von der Aue", "Tom Brandt"), "2026-02-27", "Küstenbote", "https://kb.example/a"
)
"""What the page of an article told."""
BLOCKS = tuple(Block(kind, *at(words)) for kind, words in LINES)
ARTICLE = Article("https://example.org/baeder?a=1&b=2", TEXT, BLOCKS, "de", "Rat ringt um Bäder 🏊")
ANALYSIS = Analysis(
    "hand-made-1",
    (
        Mention(*at("Kiel"), Label.LOC, Form.NAME, "kiel"),
        Mention(*at("Jette Claasen"), Label.PER, Form.NAME, "claasen"),
        Mention(*at("Montag"), Label.DATE),
        Mention(*at("Sie"), Label.PER, Form.PRONOUN, "claasen"),
        Mention(*at("Stadt Kiel"), Label.ORG, Form.NAME, "stadt"),
        Mention(*at("Kiel", 1), Label.LOC, Form.NAME, "kiel"),
        Mention(*at("dpa"), Label.ORG, Form.NAME, None),
    ),
    (
        Actor("kiel", "Kiel", ActorKind.PLACE),
        Actor("claasen", "Jette Claasen", ActorKind.PERSON, ("Claasen",), ("Bürgermeisterin",), 51),
        Actor("stadt", "Stadt Kiel", ActorKind.ORGANISATION, roles=("Verwaltung",)),
        Actor("frau", "eine Schwimmerin", ActorKind.UNNAMED),
        Actor("gruppe", "Die Badenden", ActorKind.GROUP),
    ),
    (
        Quote(
            "q1",
            QuoteType.DIRECT,
            (at("„Wir bleiben“"), at("„Und zwar alle.“")),
            "split",
            0.95,
            Speaker((at("Jette Claasen"),), "Jette Claasen", "claasen"),
            Part((at("sagte"),)),
            Part((at("„Wir bleiben“, sagte Jette Claasen"),)),
        ),
        Quote(
            "q2",
            QuoteType.INDIRECT,
            (at("Der Rat werde am Freitag entscheiden"),),
            "verb after",
            0.8,
            Speaker((at("die Stadt Kiel"),), "die Stadt Kiel", "stadt"),
            Part((at("teilte"), at(" mit"))),
        ),
        Quote("q3", QuoteType.REPORTED, (at("Sie widersprach damit der Stadt."),), "reported", 0.5),
    ),
    "de",
)
DATES = ("2026-03-01T10:00:00.000+00:00", "2026-03-02T11:30:00.500+00:00")
ANNOTATIONS = (
    Annotation("0" * 31 + "1", None, ("dossier/bäder",), "Zum *Ganzen*.", *DATES),
    Annotation(
        "0" * 31 + "2",
        Anchor.of(TEXT, *at("bleiben“, sagte Jette")),
        ("zitat",),
        "Nachfragen:\n\n* wann\n* wo",
        *DATES,
    ),
    Annotation("mark-3", Anchor.of(TEXT, *at("Freibad öffnet\n• Die Halle")), (), "über zwei Zeilen", *DATES),
    Annotation(
        "0" * 31 + "4", Anchor(20, 34, "Das war einmal", "davor ", " danach"), ("alt",), "weg", *DATES
    ),
    Annotation(
        "0" * 31 + "5",
        Anchor.of(TEXT, *at("dpa")),
        created=DATES[0],
        modified=DATES[0],
        correction=SetLabel(Label.MISC),
    ),
)
READING = Reading(ARTICLE, ANALYSIS, place(ANNOTATIONS, TEXT), DATES[0])

HOSTILE = (
    "</said></p><script>alert('x')</script>",
    "]]> --> <!-- lesart x 000000000000 --> <!-- /lesart -->",
    '"; DROP TABLE artikel; --"',
    '=HYPERLINK("http://x","y")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-DOCSTART- -X- -X- O",
    "\\end{document} $x^2$ 100 % #tag _kursiv_ {klammer}",
    "**fett** [[Verweis|Name]] `code` ~~weg~~ %%geheim%% &amp; 1. eins - zwei",
    "ER  - \r\nTY  - JOUR",
    "T1\tPER 0 5\tHallo",
    "\u202egnu\u202c \u200b\ufeff \u00ad",
    "e\u0301 👩‍👩‍👧 🇩🇪 \U0001f3fb Ａ",
    "\x00\x07\x1b[31m\x7f\x85\x9f\ufffe",
    "---\ntitle: x\n---",
    "„“»«‚‘ ",
)
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\r\x85\u2028\u2029")
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(CHARACTERS, max_size=20), st.just("Ada Lind sagte"))
TAGS = st.text("abcäöüß-/ #".strip(), min_size=1, max_size=8)


def clean(text: str) -> str:
    """A text as articles have it: every line break a line feed."""
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text


PUBLICATIONS = st.builds(
    Publication,
    st.lists(WORDS.filter(str.strip), max_size=2).map(tuple),
    st.sampled_from(("", "2026-03-01")),
    WORDS,
    st.sampled_from(("", "https://example.org/?q=<x>&y={z}")),
    st.booleans(),
)


@st.composite
def _links(draw: st.DrawFn, text: str) -> tuple[Link, ...]:
    """Links that do not meet."""
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    addresses = st.sampled_from(
        ("https://example.org/?q=<x>&y={z}'\"", "mailto:a@b.example", "https://ü.example/)")
    )
    return tuple(
        Link(start, end, draw(addresses)) for start, end in zip(edges[::2], edges[1::2], strict=False)
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any text with any blocks, mentions, quotes and marks in it, crossing as they like."""
    parts = draw(st.lists(WORDS.filter(str.strip), min_size=1, max_size=5))
    separator = draw(st.sampled_from(("\n\n", "\n", " ")))
    text = clean(separator.join(parts))
    if not text.strip():
        text = "x"
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)).map(
        lambda pair: (pair[0], min(len(text), pair[0] + pair[1]))
    )
    blocks = draw(_blocks(text))
    actors = tuple(
        Actor(
            f"a{number}",
            draw(WORDS) or "?",
            draw(st.sampled_from(ActorKind)),
            (draw(WORDS),),
            (draw(WORDS),),
            draw(AGES),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    ids = st.sampled_from([None, *(actor.id for actor in actors)])
    mentions = tuple(
        sorted(
            {
                Mention(*span, draw(st.sampled_from(Label)), draw(st.sampled_from(Form)))
                for span in draw(st.lists(spans, max_size=6))
            }
        )
    )
    mentions = tuple(Mention(*mention.span, mention.label, mention.form, draw(ids)) for mention in mentions)
    quotes = tuple(
        Quote(
            f"q{number}",
            draw(st.sampled_from(QuoteType)),
            tuple(sorted(draw(st.lists(spans, min_size=1, max_size=3)))),
            "rule",
            0.5,
            Speaker((span := draw(spans),), text[slice(*span)], draw(ids)) if draw(st.booleans()) else None,
            Part((draw(spans),)) if draw(st.booleans()) else None,
            None,
            Part((draw(spans),)) if draw(st.booleans()) else None,
        )
        for number in range(1, 1 + draw(st.integers(0, 4)))
    )
    annotations = [
        Annotation(
            draw(st.uuids()).hex if draw(st.booleans()) else f"id {number} / ä",
            Anchor.of(text, *draw(spans)) if draw(st.booleans()) else None,
            tuple(draw(st.lists(TAGS, max_size=2))),
            draw(WORDS),
            *DATES,
            draw(st.sampled_from((None, Rename("A", "</said>")))),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    annotations = [annotation for annotation in annotations if not annotation.blank]
    title = draw(WORDS)
    source = draw(st.sampled_from(("-", "a b.txt", "https://example.org/?q=<x>&y={z} |\\")))
    article = Article(
        source, text, blocks, "de", title, draw(st.none() | PUBLICATIONS), links=draw(_links(text))
    )
    return Reading(article, Analysis("p", mentions, actors, quotes, "de"), place(annotations, text), DATES[0])


AGES = st.one_of(st.none(), st.integers(0, 120))


@st.composite
def _blocks(draw: st.DrawFn, text: str) -> tuple[Block, ...]:
    """Blocks that cover a text in order, what is between them being white space."""
    edges = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=4))})
    blocks = []
    for start, end in pairwise(edges):
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = end - (len(piece) - len(piece.rstrip()))
        if first < last:
            blocks.append(Block(draw(st.sampled_from(BlockKind)), first, last))
    return tuple(blocks)
