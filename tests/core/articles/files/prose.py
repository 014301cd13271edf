"""Invented paragraphs for files of every kind, and what is read from a file in the form that tests compare."""

from core.articles import Article, BlockKind

HEADLINE = "Die Schleuse von Hohenwarft bleibt zu"
KAI = (
    "Seit drei Wochen steht das Tor der alten Schleuse offen, und niemand in Hohenwarft glaubt noch "
    "daran, dass es sich vor dem Herbst wieder schließen lässt. Die Kähne warten im Vorhafen."
)
RAT = (
    "„Wir haben das Geld, aber wir haben keinen, der es verbaut“, sagte die Hafenmeisterin Wiebke Jansen "
    "am Dienstag. Der Rat wolle im September noch einmal darüber sprechen."
)
GRANIT = (
    "Der Granit für die Kammerwände kommt aus einem Steinbruch im Fichtelgebirge; er liegt seit Mai auf "
    "zwei Schuten, für die jeden Tag 480 Euro Liegegeld fällig werden."
)
MUEHLE = (
    "Auch die Ölmühle Petersen & Söhne merkt den Stillstand. Ihre Saat kommt nun mit dem Lastwagen, was "
    "nach Angaben der Firma ein Fünftel mehr kostet und die Dorfstraße belastet."
)
LOTSE = (
    "Der frühere Lotse Enno Brandt, 71, hat das Tor noch von Hand bewegt. Er erinnert sich, dass vier "
    "Männer dafür eine halbe Stunde brauchten, und dass es im Winter auch einmal acht waren."
)
BUND = (
    "Das Wasserstraßenamt in Niederbrück widerspricht der Darstellung der Stadt. Die Ausschreibung sei "
    "zweimal ohne ein einziges Angebot geblieben, teilte eine Sprecherin mit."
)
ENDE = (
    "Am Freitag soll ein Taucher nachsehen, ob der Sockel gehalten hat. Bis dahin bleibt das Tor, wie es "
    "ist: offen, rostig und von Möwen besetzt."
)
STORY = (KAI, RAT, GRANIT, MUEHLE, LOTSE, BUND, ENDE)

Gold = list[tuple[str, str]]
"""Kind and words of each block."""

P, H, S, L, C = (
    kind.value
    for kind in (
        BlockKind.PARAGRAPH,
        BlockKind.HEADLINE,
        BlockKind.SUBHEADING,
        BlockKind.LIST_ITEM,
        BlockKind.CAPTION,
    )
)


def paragraphs(*words: str) -> Gold:
    """Gold for running text."""
    return [(P, each) for each in words]


def read_blocks(article: Article) -> Gold:
    """The blocks of an article."""
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]
