"""An article that has everything a page must bear: all kinds of quotes and names, and characters of every width."""

from collections.abc import Iterable

from core.analysis import Actor, ActorKind, Analysis, Form, Label, Mention, Part, Quote, QuoteType, Speaker
from core.annotations import Anchor, Annotation
from core.articles import Article, Block, BlockKind
from core.articles.links.link import Link
from core.text.spans import Span

MOMENT = "2026-03-01T08:00:00.000+00:00"
"""When everything was kept that is shown with a date."""

ZOE, ANGSTROM = "Zoe\u0301", "A\u030angstro\u0308m"
"""A name whose marks combine with the letters before them. Below it is written as it looks."""

PARAGRAPHS = (
    (BlockKind.HEADLINE, "Ein Schiff wird kommen ▶︎ Wie 林海燕 und Zoé Ångström um die Fähre streiten"),
    (BlockKind.CAPTION, "▶︎ Zoé Ångström am Montag auf der Mole, im Hintergrund die „Möwe“ 🚢"),
    (BlockKind.CREDIT, "Foto: Eigenbild"),
    (
        BlockKind.PARAGRAPH,
        "Nordholm (ek) – Die Fähre fährt wieder, aber wem gehört sie? Die Reederin 林海燕 (41) hat sie im Herbst "
        "gekauft, die Bürgermeisterin Zoé Ångström will sie zurück. „Ein Hafen ohne Fähre ist ein Parkplatz“, sagte "
        "Ångström am Montag. „Und wir haben genug Parkplätze.“",
    ),
    (
        BlockKind.PARAGRAPH,
        "林海燕 ließ über ihre Nordholmerbinnenschifffahrtsgesellschaft mitteilen, sie werde „keine einzige Planke“ "
        "abgeben. Der Vertrag, 港口渡轮运营与维护协议, gelte bis 2031; wer ihn lese, finde alles Nötige. "
        "Soll denn eine ganze Insel auf ein Gericht warten? Nein, so werde das nichts.",
    ),
    (BlockKind.SUBHEADING, "Was die Leute sagen"),
    (
        BlockKind.PARAGRAPH,
        "Vor dem Café „Zur Boje“ ist man sich uneins. 👩‍👩‍👧 Familien winken ab, Angler 🎣🇩🇰 zucken die Schultern, "
        "und der Wirt 문하나 spottet, das sei „großes Kino, nur ohne Popcorn“ 🍿. Der Rat verlangte am Abend Auskunft. "
        "Die Donau\u00addampf\u00adschiff\u00adfahrts\u00adfreunde schweigen.",
    ),
    (
        BlockKind.LIST_ITEM,
        "• Fahrplan und Preise: https://faehre.example/nordholm/fahrplan/winter?tag=montag&hafen=ost#ab",
    ),
    (BlockKind.LIST_ITEM, "• Abfahrten heute: 7:40, 9:15, 12:05 und 18:30 Uhr, Dauer 35 Minuten"),
    (
        BlockKind.PARAGRAPH,
        "Das Gericht in Sankt Brünn will im März entscheiden. Bis dahin fährt die „Möwe“ wie bisher, dreimal am Tag, "
        "und nachts liegt sie am Speicher. Ångström sagte, sie habe Zeit; die Fähre habe sie auch.",
    ),
    (BlockKind.PARAGRAPH, "Was bleibt, ist ein Fahrplan, den niemand mehr liest. Man kennt ihn auswendig."),
    (BlockKind.TEASER, "Mehr zum Thema: Wem die Inseln gehören"),
)

LINKS = (
    (
        "林海燕 (41) hat sie im Herbst gekauft",
        "https://reederei.example/nachrichten/2025/kauf-der-fähre.html#vertrag",
    ),
    ("港口渡轮运营与维护协议", "https://xn--fiq228c.example/"),
    ("Café „Zur Boje“", "mailto:wirt@boje.example"),
    ("großes Kino, nur ohne Popcorn", "https://www.kino.example/popcorn?ort=nordholm"),
    ("dreimal am Tag", "http://127.0.0.1:8080/fahrplan"),
    ("Mehr zum Thema: Wem die Inseln gehören", "https://ek.example/inseln/" + "wem-die-inseln-gehoeren-" * 5),
)
"""The links in it, with what they lead to."""


def _make(paragraphs: Iterable[tuple[BlockKind, str]]) -> Article:
    text = ""
    blocks = []
    for kind, words in paragraphs:
        words = words.replace("Zoé", ZOE).replace("Ångström", ANGSTROM)
        text += "\n\n" if text else ""
        dateline = len(text) + len("Nordholm (ek) – ") if words.startswith("Nordholm (ek)") else None
        blocks.append(Block(kind, len(text), len(text) + len(words), dateline=dateline))
        text += words
    return Article(
        "faehre.txt", text + "\n", tuple(blocks), "de", text[: blocks[0].end], links=tuple(_links(text))
    )


def _links(text: str) -> Iterable[Link]:
    for words, address in (each for each in LINKS if each[0] in text):
        start = text.index(words)
        yield Link(start, start + len(words), address)


ARTICLE = _make(PARAGRAPHS)
TEXT = ARTICLE.text
NAME = f"{ZOE} {ANGSTROM}"


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """Where `words` stand in `text` for the nth time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def _speaker(words: str, nth: int, actor: str) -> Speaker:
    return Speaker((at(words, nth),), words, actor)


ANALYSIS = Analysis(
    "hand-made-2",
    tuple(
        sorted(
            (
                *(Mention(*at("林海燕", nth), Label.PER, Form.NAME, "lin") for nth in range(3)),
                *(Mention(*at(NAME, nth), Label.PER, Form.NAME, "zoe") for nth in range(3)),
                *(Mention(*at(ANGSTROM, nth), Label.PER, Form.NAME, "zoe") for nth in (3, 4)),
                Mention(*at("문하나"), Label.PER, Form.NAME, "mun"),
                Mention(*at("Nordholm"), Label.LOC, Form.NAME, "nordholm"),
                Mention(*at("Sankt Brünn"), Label.LOC, Form.NAME, "bruenn"),
                Mention(*at("Nordholmerbinnenschifffahrtsgesellschaft"), Label.ORG, Form.NAME, "firm"),
                Mention(*at("Gericht", 1), Label.ORG, Form.NAME, "court", 0.7),
                Mention(*at("Möwe"), Label.MISC, Form.NAME, None),
                Mention(*at("Möwe", 1), Label.MISC, Form.NAME, None),
                Mention(*at("Zur Boje"), Label.MISC, Form.NAME, None),
                Mention(*at("Montag", 1), Label.DATE, Form.NAME, None),
                Mention(*at("35 Minuten"), Label.QUANTITY, Form.NAME, None),
            )
        )
    ),
    (
        Actor("lin", "林海燕", ActorKind.PERSON, (), ("Reederin",), 41),
        Actor(
            "zoe",
            NAME,
            ActorKind.PERSON,
            (ANGSTROM,),
            ("Bürgermeisterin von Nordholm und den äußeren Inseln",),
        ),
        Actor("nordholm", "Nordholm", ActorKind.PLACE),
        Actor("firm", "Nordholmerbinnenschifffahrtsgesellschaft", ActorKind.ORGANISATION),
        Actor("mun", "문하나", ActorKind.PERSON, (), ("Wirt",)),
        Actor("council", "der Rat", ActorKind.UNNAMED),
        Actor("court", "Gericht", ActorKind.ORGANISATION),
        Actor("bruenn", "Sankt Brünn", ActorKind.PLACE),
    ),
    (
        Quote(
            "q1",
            QuoteType.DIRECT,
            (at("„Ein Hafen ohne Fähre ist ein Parkplatz“"), at("„Und wir haben genug Parkplätze.“")),
            "direct, cue after",
            0.96,
            _speaker(ANGSTROM, 3, "zoe"),
            Part((at("sagte"),)),
        ),
        Quote(
            "q2",
            QuoteType.INDIRECT,
            (at("sie werde „keine einzige Planke“ abgeben"),),
            "said, clause follows",
            0.9,
            _speaker("林海燕", 2, "lin"),
            Part((at("ließ"), at("mitteilen"))),
            verbatim=(at("„keine einzige Planke“"),),
        ),
        Quote(
            "q3",
            QuoteType.INDIRECT_FREE_INDIRECT,
            (at("Der Vertrag, 港口渡轮运营与维护协议, gelte bis 2031; wer ihn lese, finde alles Nötige."),),
            "Konjunktiv goes on",
            0.7,
            _speaker("林海燕", 2, "lin"),
        ),
        Quote(
            "q4",
            QuoteType.FREE_INDIRECT,
            (at("Soll denn eine ganze Insel auf ein Gericht warten? Nein, so werde das nichts."),),
            "Konjunktiv goes on",
            0.5,
        ),
        Quote(
            "q5",
            QuoteType.INDIRECT,
            (at("das sei „großes Kino, nur ohne Popcorn“ 🍿"),),
            "said, clause follows",
            0.88,
            _speaker("문하나", 0, "mun"),
            Part((at("spottet"),)),
        ),
        Quote(
            "q6",
            QuoteType.REPORTED,
            (at("Der Rat verlangte am Abend Auskunft."),),
            "reported speech act",
            0.75,
            _speaker("Der Rat", 0, "council"),
            Part((at("verlangte"),)),
        ),
        Quote(
            "q7",
            QuoteType.INDIRECT,
            (at("sie habe Zeit; die Fähre habe sie auch"),),
            "said, clause follows",
            0.9,
            _speaker(ANGSTROM, 4, "zoe"),
            Part((at("sagte", 1),)),
        ),
    ),
    "de",
)


async def analyze(article: Article) -> Analysis:
    """The hand-made analysis, without a wait."""
    return ANALYSIS


def annotation(id: str, words: str | None, tags: tuple[str, ...] = (), note: str = "") -> Annotation:
    """An annotation with a fixed id and date."""
    return Annotation(id, Anchor.of(TEXT, *at(words)) if words else None, tags, note, MOMENT, MOMENT)


MARKS = (
    annotation("a", "Die Fähre fährt wieder", ("hafen/fähre",), "Seit wann? Fahrplan prüfen 🗓️"),
    annotation("b", "keine einzige Planke", ("zitat", "eigentum")),
    annotation("c", "Familien winken ab, Angler 🎣🇩🇰 zucken die Schultern", ("familie",)),
    annotation("d", None, ("無料",), "Ganz gut, aber 문하나 fehlt ein Satz."),
)
"""Tags and notes, one of them on the whole article."""

BEFORE = _make(
    (
        (BlockKind.HEADLINE, "Ein Schiff wird kommen"),
        (BlockKind.PARAGRAPH, PARAGRAPHS[3][1].replace("im Herbst", "am Freitag")),
        *PARAGRAPHS[4:8],
    )
)
"""The article as it was before."""

ANALYSIS_BEFORE = Analysis(
    ANALYSIS.pipeline,
    (Mention(*at(NAME, text=BEFORE.text), Label.PER, Form.NAME, "zoe"),),
    (ANALYSIS.actors[1],),
    (
        Quote(
            "q1",
            QuoteType.DIRECT,
            (at("„Ein Hafen ohne Fähre ist ein Parkplatz“", text=BEFORE.text),),
            "direct, cue after",
            0.96,
            Speaker((at(ANGSTROM, 1, text=BEFORE.text),), ANGSTROM, "zoe"),
        ),
    ),
    "de",
)

OTHERS = (
    "Deich hält",
    "Warum Inselbewohnerinnen und Inselbewohner seit Jahren auf eine zweite Schleuse warten, und was sie kosten soll",
    "문하나 kocht: zwölf Gerichte aus Seetang 🌿",
)
"""Titles of other articles of the library."""
