"""A small article with a hand-made analysis, and an archive that keeps everything in memory."""

from collections.abc import Callable

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
from core.annotations import Anchor, Annotation
from core.annotations.corrections.aliases import Alias
from core.articles import Article, Block, BlockKind
from core.library import ArticleRecord, LibraryError, Shelf
from core.text.spans import Span

PARAGRAPHS = (
    (BlockKind.HEADLINE, "Machtkampf am Kap: Die Hafenkönigin wankt"),
    (BlockKind.CAPTION, "Ada Lind am Montag vor dem Speicher drei"),
    (BlockKind.CREDIT, "Foto: Eigenbild"),
    (
        BlockKind.PARAGRAPH,
        "Kapstadt – Der Druck auf Ada Lind (58) wächst. Die Ministerin, von Freunden „die Eiserne“ genannt, soll den "
        "Verkauf des Hafens drei Monate lang verschwiegen haben. Nun fordern auch Freunde aus der Union Blau ihren "
        "Rücktritt.",
    ),
    (
        BlockKind.PARAGRAPH,
        "„Ich gehe erst, wenn die Arbeit getan ist“, sagte Lind am Montag. „Und keinen Tag früher.“ Vor dem Amt in "
        "Kapstadt warteten da schon hundert Hafenarbeiter.",
    ),
    (BlockKind.SUBHEADING, "Warnung aus der Werft"),
    (
        BlockKind.PARAGRAPH,
        "Jon Varga (44), Chef der Werft Nordstern, warnte, der Hafen dürfe nicht zum Pfand werden. „Dann liegt hier "
        "alles still!“ Nordstern beschäftigt nach eigenen Angaben 900 Menschen.",
    ),
    (
        BlockKind.PARAGRAPH,
        "Am Abend sprach Lind mit Varga. Was die beiden vereinbarten, blieb geheim. Die Union Blau will am Freitag "
        "beraten, ob sie Lind noch stützt.",
    ),
    (BlockKind.TEASER, "Mehr zum Thema: Wem der Hafen gehört"),
)


def make_article() -> Article:
    """The article, its blocks parted by blank lines."""
    text = ""
    blocks = []
    for kind, words in PARAGRAPHS:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        text += words
    return Article("sample.txt", text + "\n", tuple(blocks), "de", PARAGRAPHS[0][1])


ARTICLE = make_article()
TEXT = ARTICLE.text


def at(words: str, nth: int = 0) -> Span:
    """Where `words` stand in the article for the nth time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def mention(words: str, nth: int, label: Label, actor: str | None) -> Mention:
    """A mention of those words."""
    return Mention(*at(words, nth), label, Form.NAME, actor)


MENTIONS = tuple(
    sorted(
        (
            mention("Ada Lind", 0, Label.PER, "lind"),
            mention("Ada Lind", 1, Label.PER, "lind"),
            mention("Lind", 2, Label.PER, "lind"),
            mention("Lind", 3, Label.PER, "lind"),
            mention("Lind", 4, Label.PER, "lind"),
            mention("Jon Varga", 0, Label.PER, "varga"),
            mention("Varga", 1, Label.PER, "varga"),
            mention("Kapstadt", 0, Label.LOC, "kapstadt"),
            mention("Kapstadt", 1, Label.LOC, "kapstadt"),
            mention("Nordstern", 0, Label.ORG, "nordstern"),
            mention("Nordstern", 1, Label.ORG, "nordstern"),
            mention("Union Blau", 0, Label.ORG, "union"),
            mention("Union Blau", 1, Label.ORG, "union"),
            mention("Speicher drei", 0, Label.MISC, None),
            mention("Montag", 1, Label.DATE, None),
        )
    )
)

ANALYSIS = Analysis(
    "hand-made-1",
    MENTIONS,
    (
        Actor("lind", "Ada Lind", ActorKind.PERSON, ("Lind",), ("Ministerin", "„die Eiserne“"), 58),
        Actor("kapstadt", "Kapstadt", ActorKind.PLACE),
        Actor("union", "Union Blau", ActorKind.ORGANISATION),
        Actor("varga", "Jon Varga", ActorKind.PERSON, ("Varga",), ("Chef der Werft Nordstern",), 44),
        Actor("nordstern", "Nordstern", ActorKind.ORGANISATION, (), ("Werft",)),
    ),
    (
        Quote(
            "q1",
            QuoteType.DIRECT,
            (at("„Ich gehe erst, wenn die Arbeit getan ist“"), at("„Und keinen Tag früher.“")),
            "split",
            0.95,
            Speaker((at("Lind", 2),), "Lind", "lind"),
            Part((at("sagte"),)),
        ),
        Quote(
            "q2",
            QuoteType.INDIRECT,
            (at("der Hafen dürfe nicht zum Pfand werden"),),
            "verb-comma",
            0.8,
            Speaker((at("Jon Varga"),), "Jon Varga", "varga"),
            Part((at("warnte"),)),
        ),
        Quote("q3", QuoteType.DIRECT, (at("„Dann liegt hier alles still!“"),), "alone", 0.6),
    ),
    "de",
)


def annotation(id: str, words: str | None, tags: tuple[str, ...] = (), note: str = "") -> Annotation:
    """An annotation with a fixed id and date."""
    anchor = Anchor.of(TEXT, *at(words)) if words else None
    return Annotation(
        id, anchor, tags, note, "2026-01-01T00:00:00.000+00:00", "2026-01-01T00:00:00.000+00:00"
    )


class Memory:
    """An archive in memory, that can be told to fail."""

    def __init__(self, *annotations: Annotation, analysis: Analysis | None = None, position: int = 0) -> None:
        self.kept = {each.id: each for each in annotations}
        self.analysis = analysis
        self.place = position
        self.log: list[str] = []
        self.failing = ""
        self.known: list[Alias] = []

    def _write(self, what: str) -> None:
        if self.failing:
            raise LibraryError(self.failing)
        self.log.append(what)

    def open_article(self, article: Article) -> Shelf:
        record = ArticleRecord(article.key, article.title, article.source, article.language, "", "")
        return Shelf(record, tuple(self.kept.values()), self.place)

    def article_from(self, source: str) -> ArticleRecord | None:
        return None

    def annotations(self, article: Article) -> tuple[Annotation, ...]:
        return tuple(self.kept.values())

    def save(self, article: Article, annotation: Annotation, base: Annotation | None = None) -> Annotation:
        self._write(f"save {annotation.id}")
        self.kept[annotation.id] = annotation
        return annotation

    def delete(self, article: Article, id: str) -> Annotation | None:
        self._write(f"delete {id}")
        return self.kept.pop(id, None)

    def tags(self) -> tuple[tuple[str, int], ...]:
        counts: dict[str, int] = {}
        for each in self.kept.values():
            for tag in each.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return tuple(sorted(counts.items(), key=lambda entry: -entry[1]))

    def aliases(self) -> tuple[Alias, ...]:
        return tuple(self.known)

    def keep_alias(self, alias: Alias) -> bool:
        self._write(f"alias {alias.alias}")
        new = alias not in self.known
        self.known += [alias] if new else []
        return new

    def drop_alias(self, alias: str, name: str | None = None) -> tuple[Alias, ...]:
        self._write(f"no alias {alias}")
        gone = [known for known in self.known if (known.alias, known.name) == (alias, name)]
        self.known = [known for known in self.known if known not in gone]
        return tuple(gone)

    def position(self, article: Article) -> int:
        return self.place

    def save_position(self, article: Article, offset: int, *, at_end: bool = False) -> None:
        self.place = offset

    def cached_analysis(self, article: Article, pipeline: Callable[[str], str]) -> Analysis | None:
        return (
            self.analysis
            if self.analysis and self.analysis.pipeline == pipeline(self.analysis.language)
            else None
        )

    def keep_analysis(self, article: Article, analysis: Analysis) -> None:
        self.analysis = analysis


async def analyze_at_once(article: Article) -> Analysis:
    """The hand-made analysis, without a wait."""
    return ANALYSIS
