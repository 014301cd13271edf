"""A reading as plain text: names in brackets, quotations numbered, actors and quotes listed below.

For output that is not a terminal, for logs, and for reading aloud by a screen reader.
"""

from collections.abc import Iterator
from textwrap import fill

from core.analysis import Actor, Analysis, Form, Label, Mention, Quote, QuoteType
from core.analysis.cue_words import cue_beside
from core.articles import Article, Block, BlockKind
from core.articles.blocks import is_byline
from core.articles.language import UNKNOWN
from core.articles.written_links import links_of
from core.text.spans import text_of
from core.translation import N_, _, ngettext, number_words

WIDTH = 78

LABELS = {
    Label.PER: N_("person"),
    Label.ORG: N_("organisation"),
    Label.LOC: N_("place"),
    Label.MISC: N_("name"),
    Label.DATE: N_("date"),
    Label.QUANTITY: N_("quantity"),
}
"""The word for a name without an actor."""


def render(article: Article, analysis: Analysis) -> str:
    """The article with its names and quotations marked, followed by lists of actors and quotations."""
    inserts = _inserts(analysis)
    parts = [_block(article, block, inserts) for block in article.blocks]
    parts.append(_lack(article))
    parts.append(
        _section(_("ACTORS"), [_actor(actor, analysis) for actor in analysis.actors], _("nobody found"))
    )
    quotes = [_quote(number, quote, article, analysis) for number, quote in enumerate(analysis.quotes, 1)]
    parts.append(_section(_("QUOTES"), quotes, _("none found")))
    if not analysis.names_read:
        parts.append(_no_pipeline(analysis.language))
    return "\n\n".join(part for part in parts if part) + "\n"


def linear(article: Article, analysis: Analysis) -> str:
    """The article in linear form for screen readers: one block per line, no drawing characters, no columns.

    Names and quotations are in brackets with their kind and speaker; each block is preceded by its kind.
    """
    inserts = _spoken(analysis)
    lines = [
        f"{_(_SPOKEN_BYLINE if _is_byline(article, block) else _SPOKEN[block.kind])}{_with(inserts, article, block)}"
        for block in article.blocks
        if block.repeats is None
    ]
    lines += filter(None, (_lack(article),))
    names = [_actor_aloud(actor, analysis) for actor in analysis.actors]
    lines.append(_("Actors: {number}.").format(number=len(names) or _("nobody found")))
    lines.extend(names)
    lines.append(_("Quotes: {number}.").format(number=len(analysis.quotes) or _("none found")))
    lines.extend(
        f"{number}. {_said(quote, article, analysis)}" for number, quote in enumerate(analysis.quotes, 1)
    )
    if not analysis.names_read:
        lines.append(_no_pipeline(analysis.language))
    return "\n".join(lines) + "\n"


def listed_links(article: Article) -> str:
    """The links of an article in the order of its text, one per line: number, words, address."""
    found = links_of(article)
    lines = [_("Links: {number}.").format(number=len(found) or _("none found"))]
    for number, link in enumerate(found, 1):
        words = text_of([link.span], article.text)
        lines.append(f"{number}. {link.address if words == link.address else f'{words}: {link.address}'}")
    return "\n".join(lines) + "\n"


def _lack(article: Article) -> str:
    """That something of an article is missing; empty if that is not known."""
    if article.publication is None or not article.publication.partial:
        return ""
    if article.is_headline:
        return _("This is only the headline of the article; its text could not be read.")
    return _("This is only a part of the article; the rest was not to be had.")


_SPOKEN = {
    BlockKind.HEADLINE: N_("Headline: "),
    BlockKind.SUBHEADING: N_("Heading: "),
    BlockKind.PARAGRAPH: "",
    BlockKind.LIST_ITEM: N_("Item: "),
    BlockKind.CAPTION: N_("Caption: "),
    BlockKind.CREDIT: N_("Credit: "),
    BlockKind.TEASER: N_("More: "),
}


_BYLINE, _SPOKEN_BYLINE = N_("byline"), N_("Byline: ")
"""What a credit is called that is the author's."""


def _is_byline(article: Article, block: Block) -> bool:
    return block.kind is BlockKind.CREDIT and is_byline(article.text[block.start : block.end])


def _spoken(analysis: Analysis) -> list[tuple[int, int, int, str]]:
    """What to insert where: (offset, order, tie-break, text). The longer of two opens first and closes last."""
    inserts = []
    for mention in _outermost(analysis.mentions):
        size = mention.end - mention.start
        actor = analysis.actor(mention.actor)
        kind = _(actor.kind.value if actor else LABELS[mention.label])
        inserts.append((mention.start, 1, -size, "["))
        inserts.append((mention.end, 0, size, f", {kind}]"))
    for quote in analysis.quotes:
        actor = analysis.actor(quote.speaker.actor) if quote.speaker else None
        speaker = actor.name if actor else speaker_of(quote, analysis)
        for nth, (start, end) in enumerate(quote.spans):
            opening = _("[{speaker} goes on: ") if nth else _begins(quote)
            words = opening.format(speaker=speaker, kind=_(quote.type.in_words))
            inserts.append((start, 1, start - end, words))
            inserts.append((end, 0, end - start, "]"))
    return sorted(inserts)


def _begins(quote: Quote) -> str:
    """What opens a statement. Only words that are heard are said: what is not may have been denied."""
    if quote.speaker is None:
        return _("[{speaker} is quoted: ")
    return _("[{speaker} says: ") if quote.type is QuoteType.DIRECT else _("[{speaker}, {kind}: ")


def _with(inserts: list[tuple[int, int, int, str]], article: Article, block: Block) -> str:
    words, at = "", block.start
    for offset, order, _size, insert in inserts:
        inside = block.start <= offset < block.end if order else block.start < offset <= block.end
        if inside:
            words += article.text[at:offset] + insert
            at = offset
    return " ".join((words + article.text[at : block.end]).split())


def _actor_aloud(actor: Actor, analysis: Analysis) -> str:
    mentions = len(analysis.mentions_of(actor.id))
    age = _("{age} years").format(age=actor.age) if actor.age is not None else ""
    count = _mentions(mentions)
    return (
        ", ".join(fact for fact in (actor.name, _(actor.kind.value), age, *actor.roles, count) if fact) + "."
    )


def _inserts(analysis: Analysis) -> list[tuple[int, int, str]]:
    """What to insert where: (offset, order, text). At the same offset, closings come before openings."""
    inserts = []
    for mention in _outermost(analysis.mentions):
        inserts.append((mention.start, 2, "["))
        inserts.append((mention.end, 0, f"|{mention.label.value}]"))
    for number, quote in enumerate(analysis.quotes, 1):
        inserts.append((quote.spans[-1][1], 1, f"{{{number}}}"))
    return sorted(inserts)


def _outermost(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """The names, without those nested in another."""
    end = 0
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        named = mention.form is Form.NAME and mention.label not in (Label.DATE, Label.QUANTITY)
        if named and mention.start >= end:
            yield mention
            end = mention.end


def _block(article: Article, block: Block, inserts: list[tuple[int, int, str]]) -> str:
    if block.repeats is not None:
        return ""
    words, at = "", block.start
    for offset, _order, insert in inserts:
        if block.start < offset <= block.end or (offset == block.start and insert == "["):
            words += article.text[at:offset] + insert
            at = offset
    words = " ".join((words + article.text[at : block.end]).split())
    match block.kind:
        case BlockKind.HEADLINE:
            return f"{fill(words, WIDTH)}\n{'=' * min(len(words), WIDTH)}"
        case BlockKind.SUBHEADING:
            return fill(f"## {words}", WIDTH)
        case BlockKind.LIST_ITEM:
            return fill(words, WIDTH, subsequent_indent="  ")
        case BlockKind.CAPTION | BlockKind.CREDIT | BlockKind.TEASER:
            kind = _(_BYLINE if _is_byline(article, block) else block.kind.value)
            return fill(f"({kind}) {words}", WIDTH, initial_indent="    ", subsequent_indent="    ")
        case _:
            return fill(words, WIDTH)


def _no_pipeline(language: str) -> str:
    if language == UNKNOWN:
        return _("No names are looked for, since the language of the article was not recognised.")
    return _("No pipeline for “{language}” is installed that finds names.").format(language=language)


def _mentions(number: int) -> str:
    return ngettext("{number} mention", "{number} mentions", number).format(number=number_words(number))


def _section(name: str, entries: list[str], none: str) -> str:
    return "\n".join([f"{name} ({len(entries)})", "-" * WIDTH, *(entries or [none])])


def _actor(actor: Actor, analysis: Analysis) -> str:
    mentions = len(analysis.mentions_of(actor.id))
    age = str(actor.age) if actor.age is not None else ""
    facts = [actor.name, _(actor.kind.value), age, ", ".join(actor.roles)]
    return fill(
        " · ".join([fact for fact in facts if fact] + [_mentions(mentions)]), WIDTH, subsequent_indent="    "
    )


def _quote(number: int, quote: Quote, article: Article, analysis: Analysis) -> str:
    return fill(f"{number}. {_said(quote, article, analysis)}", WIDTH, subsequent_indent="    ")


def _said(quote: Quote, article: Article, analysis: Analysis) -> str:
    """Who, in which kind of speech, introduced by what, and the words."""
    cue = cue_beside(quote, article.text)
    how = speaker_of(quote, analysis), _(quote.type.in_words), cue and _("“{words}”").format(words=cue)
    return f"{', '.join(filter(None, how))}: {text_of(quote.spans, article.text)}"


def speaker_of(quote: Quote, analysis: Analysis) -> str:
    """The speaker: the actor's name if known, followed by the article's own words if they differ."""
    if quote.speaker is None:
        return unclear(quote, analysis) or _("nobody named")
    actor = analysis.actor(quote.speaker.actor)
    words = " ".join(quote.speaker.text.split())
    if actor is None:
        return words
    return (
        actor.name
        if actor.name.casefold() in words.casefold()
        else _("{name} (“{words}”)").format(name=actor.name, words=words)
    )


def unclear(quote: Quote, analysis: Analysis) -> str:
    """Who might speak where that is unclear: "unclear, perhaps Ada Lind or Jon Varga"; empty without candidates."""
    actors = [analysis.actor(candidate.actor) for candidate in quote.candidates[:3]]
    names = [actor.name for actor in actors if actor is not None]
    return _("unclear, perhaps {names}").format(names=_(" or ").join(names)) if names else ""
