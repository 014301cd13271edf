"""TEI P5: the article with `persName`, `orgName`, `placeName` and `said` elements, and the actors in the header.

Every `said` names its speaker in @who and its type in @ana, a category declared in the header; a quotation that is
interrupted, or crossed by another element, is divided into parts linked by @next and @prev. The reader's marks are
`seg` elements with a `note` in the back matter. White space within blocks is preserved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from core.analysis import Actor, ActorKind, Form, Label, Mention, Quote, QuoteType
from core.annotations.anchoring import How, Placed
from core.articles import Block, BlockKind
from core.articles.written_links import links_of
from core.exchange.characters import harmless, lines, utf8
from core.exchange.formats import Written
from core.exchange.nesting import Closing, Opening, Words, nest_all
from core.exchange.reading import Reading, is_gone, span_of
from core.text.spans import Span

NAMES = {Label.PER: "persName", Label.ORG: "orgName", Label.LOC: "placeName"}
KINDS = {Label.PER: "person", Label.ORG: "organisation", Label.LOC: "place", Label.MISC: "other"}

LINKS = 3
NAMES_ONLY = frozenset((1, LINKS))
"""The ranks of names, which must not contain quotations in TEI, and of links, which hold nothing but words."""


@dataclass(frozen=True, slots=True)
class _Element:
    """An element around a span of the text."""

    span: Span
    tag: str
    attributes: tuple[tuple[str, str], ...]
    rank: int
    """Which of two crossing elements is split: links before marks before names before quotations."""
    id: str = ""
    """The id under which its parts are linked, if it may be split."""


def write(readings: Sequence[Reading]) -> Written:
    """One document for one article."""
    (reading,) = readings
    return Written({".xml": utf8("\n".join(_document(reading)) + "\n")})


def _document(reading: Reading) -> Iterator[str]:
    blocks = reading.article.blocks
    parts = _Parts(
        reading.article.text, list(_elements(reading)), [(block.start, block.end) for block in blocks]
    )
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
    yield from _header(reading)
    yield f'<text xml:lang="{_attribute(reading.analysis.language)}">'
    yield "<body>"
    yield from _body(blocks, parts.blocks)
    yield "</body>"
    yield from _back(reading, parts.ids)
    yield "</text>"
    yield "</TEI>"


# The header


def _header(reading: Reading) -> Iterator[str]:
    article = reading.article
    title = f"<title>{_text(' '.join(article.title.split()))}</title>"
    yield "<teiHeader>"
    yield f"<fileDesc><titleStmt>{title}</titleStmt>"
    rights = "Exported from Lesart. The rights in the text are those of its publisher."
    yield f"<publicationStmt><p>{rights}</p></publicationStmt>"
    where = f'<ref target="{_attribute(_pointer(reading.address))}"/>' if reading.address else ""
    about = reading.publication
    facts = [f"<author>{_text(' '.join(author.split()))}</author>" for author in about.authors]
    facts += [f"<publisher>{_text(' '.join(about.site.split()))}</publisher>"] if about.site else []
    facts += [f'<date when="{_attribute(about.published)}"/>'] if about.published else []
    known = f'{title}{"".join(facts)}{where}<idno type="SHA-256">{article.key}</idno>'
    yield f"<sourceDesc><bibl>{known}</bibl></sourceDesc></fileDesc>"
    yield "<encodingDesc>"
    yield '<classDecl><taxonomy xml:id="quotations">'
    yield "<desc>Types of quotation after Petersen-Frey and Biemann (2024)</desc>"
    for type in QuoteType:
        yield f'<category xml:id="{type.value}"><catDesc>{type.value}</catDesc></category>'
    yield "</taxonomy></classDecl>"
    yield "</encodingDesc>"
    yield "<profileDesc>"
    yield f'<langUsage><language ident="{_attribute(reading.analysis.language)}"/></langUsage>'
    yield from _cast(reading)
    yield "</profileDesc>"
    yield "</teiHeader>"


def _cast(reading: Reading) -> Iterator[str]:
    """The actors and places."""
    actors = [(_actor_id(number), actor) for number, actor in enumerate(reading.analysis.actors, 1)]
    people = [
        _actor(*each) for each in actors if each[1].kind not in (ActorKind.ORGANISATION, ActorKind.PLACE)
    ]
    bodies = [_actor(*each) for each in actors if each[1].kind is ActorKind.ORGANISATION]
    places = [_actor(*each) for each in actors if each[1].kind is ActorKind.PLACE]
    if people or bodies:
        yield "<particDesc>"
        yield from _list("listPerson", people)
        yield from _list("listOrg", bodies)
        yield "</particDesc>"
    if places:
        yield "<settingDesc>"
        yield from _list("listPlace", places)
        yield "</settingDesc>"


def _list(tag: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"<{tag}>"
        yield from entries
        yield f"</{tag}>"


def _actor(id: str, actor: Actor) -> str:
    match actor.kind:
        case ActorKind.PERSON | ActorKind.UNNAMED:
            tag, name = "person", "persName"
        case ActorKind.GROUP:
            tag, name = "personGrp", "persName"
        case ActorKind.ORGANISATION:
            tag, name = "org", "orgName"
        case ActorKind.PLACE:
            tag, name = "place", "placeName"
    parts = [f"<{name}>{_text(actor.name)}</{name}>"]
    parts += [f'<{name} type="alias">{_text(alias)}</{name}>' for alias in actor.aliases]
    if tag in ("person", "personGrp"):
        parts += [f"<occupation>{_text(role)}</occupation>" for role in actor.roles]
        parts += [f'<age value="{actor.age}">{actor.age}</age>'] if actor.age is not None else []
    else:
        parts += [f'<note type="role">{_text(role)}</note>' for role in actor.roles]
    role = ' role="unnamed"' if actor.kind is ActorKind.UNNAMED else ""
    return f'<{tag} xml:id="{id}"{role}>{"".join(parts)}</{tag}>'


def _actor_id(number: int) -> str:
    return f"actor-{number}"


# The text


def _body(blocks: Sequence[Block], words: Sequence[str]) -> Iterator[str]:
    """The blocks; each heading that does not follow another heading begins a new division."""
    items = False
    yield "<div>"
    for number, (block, said) in enumerate(zip(blocks, words, strict=True)):
        if items != (block.kind is BlockKind.LIST_ITEM):
            items = not items
            yield "<list>" if items else "</list>"
        if number and block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEADING):
            yield "</div><div>"
        yield _block(block, said)
    if items:
        yield "</list>"
    yield "</div>"


def _block(block: Block, words: str) -> str:
    match block.kind:
        case BlockKind.HEADLINE | BlockKind.SUBHEADING:
            return f'<head type="{block.kind.value}">{words}</head>'
        case BlockKind.PARAGRAPH:
            return f"<p>{words}</p>"
        case BlockKind.LIST_ITEM:
            return f"<item>{words}</item>"
        case _:
            repeated = ' subtype="repeated"' if block.repeats is not None else ""
            return f'<ab type="{block.kind.value}"{repeated}>{words}</ab>'


def _elements(reading: Reading) -> Iterator[_Element]:
    """All elements in the text; of equal spans, the outermost first."""
    actors = {actor.id: _actor_id(number) for number, actor in enumerate(reading.analysis.actors, 1)}
    for number, placed in enumerate(reading.marks, 1):
        if (span := span_of(placed)) is not None:
            yield _Element(span, "seg", (("type", "mark"),), 2, f"mark-{number}")
    for number, quote in enumerate(reading.analysis.quotes, 1):
        yield from _quote(number, quote, actors)
    for mention in reading.analysis.mentions:
        yield _mention(mention, actors)
    for link in links_of(reading.article):
        yield _Element(link.span, "ref", (("target", _pointer(link.address)),), LINKS)


def _quote(number: int, quote: Quote, actors: dict[str, str]) -> Iterator[_Element]:
    id = f"said-{number}"
    speaker = quote.speaker and actors.get(quote.speaker.actor or "")
    direct = "true" if quote.type is QuoteType.DIRECT else "false"
    attributes = (
        *((("who", f"#{speaker}"),) if speaker else ()),
        ("direct", direct),
        ("ana", f"#{quote.type.value}"),
    )
    for span in quote.spans:
        yield _Element(span, "said", attributes, 0, id)
    for span in quote.cue.spans if quote.cue else ():
        yield _Element(span, "seg", (("type", "cue"), ("corresp", f"#{id}")), 1)


def _mention(mention: Mention, actors: dict[str, str]) -> _Element:
    actor = actors.get(mention.actor or "")
    ref = (("ref", f"#{actor}"),) if actor else ()
    if mention.label is Label.DATE:
        return _Element(mention.span, "date", (), 1)
    if mention.label is Label.QUANTITY:
        return _Element(mention.span, "measure", (), 1)
    if mention.form is Form.NAME and mention.label in NAMES:
        return _Element(mention.span, NAMES[mention.label], ref, 1)
    kind = ("type", KINDS[mention.label])
    if mention.form is Form.NAME:
        return _Element(mention.span, "name", (kind, *ref), 1)
    return _Element(mention.span, "rs", (kind, ("subtype", mention.form.value), *ref), 1)


class _Parts:
    """The blocks with their elements, each split into as many parts as nesting requires."""

    def __init__(self, text: str, elements: Sequence[_Element], windows: Sequence[Span]) -> None:
        self._text, self._elements = text, elements
        spans = [element.span for element in elements]
        ranks = [element.rank for element in elements]
        events = nest_all(windows, spans, ranks, shut=NAMES_ONLY)
        self._counts: dict[str, int] = {}
        for event in (event for each in events for event in each):
            if isinstance(event, Opening):
                id = elements[event.index].id
                self._counts[id] = self._counts.get(id, 0) + 1
        self.ids = frozenset(self._counts)
        """Ids that can be referenced."""
        self._seen: dict[str, int] = {}
        self.blocks = ["".join(map(self._markup, each)) for each in events]

    def _markup(self, event: Opening | Closing | Words) -> str:
        match event:
            case Words(start, end):
                return _text(self._text[start:end])
            case Closing(index):
                return f"</{self._elements[index].tag}>"
            case Opening(index):
                element = self._elements[index]
                attributes = [
                    f' {name}="{_attribute(value)}"'
                    for name, value in (*self._joints(element.id), *element.attributes)
                    if name != "corresp" or value.removeprefix("#") in self.ids
                ]
                return f"<{element.tag}{''.join(attributes)}>"

    def _joints(self, id: str) -> Iterator[tuple[str, str]]:
        """Id of the next part of an element, and the ids of its neighbours; the first part has the plain id."""
        if not id:
            return
        number = self._seen[id] = self._seen.get(id, 0) + 1
        yield "xml:id", _part_id(id, number)
        if number < self._counts[id]:
            yield "next", f"#{_part_id(id, number + 1)}"
        if number > 1:
            yield "prev", f"#{_part_id(id, number - 1)}"


def _part_id(id: str, number: int) -> str:
    return id if number == 1 else f"{id}.{number}"


# The reader's own


def _back(reading: Reading, ids: frozenset[str]) -> Iterator[str]:
    if not reading.marks:
        return
    yield "<back>"
    yield '<div type="notes">'
    for number, placed in enumerate(reading.marks, 1):
        id = f"mark-{number}"
        yield _note(id if id in ids else None, placed)
    yield "</div>"
    yield "</back>"


def _note(id: str | None, placed: Placed) -> str:
    """Tags and note of a mark; if its passage is gone from the text, the words it was on are quoted."""
    annotation = placed.annotation
    target = f' target="#{id}"' if id else ""
    approximate = ' cert="low"' if placed.located and placed.located.how is How.APPROXIMATE else ""
    gone = (
        [f"<quote>{_text(annotation.anchor.exact)}</quote>"] if annotation.anchor and is_gone(placed) else []
    )
    tags = [f'<term type="tag">{_text(tag)}</term>' for tag in annotation.tags]
    note = "<lb/>".join(map(_text, lines(annotation.note)))
    return (
        f'<note type="mark"{target}{approximate}>{" ".join((*gone, *tags, *([note] if note else [])))}</note>'
    )


def _pointer(address: str) -> str:
    """An address as a pointer, which must not contain spaces."""
    return "".join("%20" if char.isspace() else char for char in address)


def _text(text: str) -> str:
    return escape(harmless(text), quote=False).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return escape(harmless(text)).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
