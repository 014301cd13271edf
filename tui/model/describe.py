"""What the status line and the panels say of things: short, in words, and safe to draw."""

from collections.abc import Sequence
from unicodedata import combining, normalize

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote
from core.annotations import Annotation
from core.annotations.anchoring import How, Placed
from core.text.quotation_marks import OPENING
from core.text.spans import text_of
from core.translation import N_, _, ngettext, number_words
from tui.model.lens import Kind, Lens, Target, mention_at
from tui.model.speech import NOBODY, quoted, type_words
from tui.model.undo import tag_words

ACTOR_SIGNS = {
    ActorKind.PERSON: N_("PER"),
    ActorKind.ORGANISATION: N_("ORG"),
    ActorKind.PLACE: N_("LOC"),
    ActorKind.GROUP: N_("GRP"),
    ActorKind.UNNAMED: "···",
}
"""Three letters for each kind of actor."""

KIND_COLOURS = {
    ActorKind.PERSON: "$entity-person",
    ActorKind.ORGANISATION: "$entity-organisation",
    ActorKind.PLACE: "$entity-place",
    ActorKind.GROUP: "$entity-misc",
    ActorKind.UNNAMED: "$faint",
}
"""The theme's colour for each kind of actor."""

KIND_NAMES = {
    ActorKind.PERSON: N_("person"),
    ActorKind.ORGANISATION: N_("organisation"),
    ActorKind.PLACE: N_("place"),
    ActorKind.GROUP: N_("group"),
    ActorKind.UNNAMED: N_("unnamed"),
}
"""Each kind of actor in a word."""

KINDS_TOGETHER = {
    ActorKind.PERSON: N_("people"),
    ActorKind.ORGANISATION: N_("organisations"),
    ActorKind.PLACE: N_("places"),
    ActorKind.GROUP: N_("groups"),
    ActorKind.UNNAMED: N_("unnamed"),
}
"""All of a kind, in a word."""

LABEL_WORDS = {
    Label.PER: N_("person"),
    Label.ORG: N_("organisation"),
    Label.LOC: N_("place"),
    Label.MISC: N_("other name"),
    Label.DATE: N_("date"),
    Label.QUANTITY: N_("quantity"),
}

LENS_WORDS = {
    Kind.NAMES: N_("name {index} of {count}"),
    Kind.ACTOR: N_("mention {index} of {count}"),
    Kind.QUOTES: N_("quote {index} of {count}"),
    Kind.MARKS: N_("mark {index} of {count}"),
    Kind.FIGURES: N_("date or quantity {index} of {count}"),
    Kind.HITS: N_("hit {index} of {count}"),
}
"""The place of a target of a lens among its like."""

LENS_NAMES = {
    Kind.NAMES: N_("name"),
    Kind.ACTOR: N_("mention"),
    Kind.QUOTES: N_("quote"),
    Kind.MARKS: N_("mark"),
    Kind.FIGURES: N_("date or quantity"),
    Kind.HITS: N_("hit"),
}
"""What a target of a lens is called."""

NO_TARGETS = {
    Kind.NAMES: N_("no names"),
    Kind.ACTOR: N_("no mentions"),
    Kind.QUOTES: N_("no quotes"),
    Kind.MARKS: N_("no marks"),
    Kind.FIGURES: N_("no dates and quantities"),
    Kind.HITS: N_("no hits"),
}
"""A lens without targets."""


def counted(number: int, kind: Kind) -> str:
    """ "1 quote", "9 quotes", "no quotes"."""
    if not number:
        return _(NO_TARGETS[kind])
    return {
        Kind.NAMES: lambda: ngettext("{n} name", "{n} names", number),
        Kind.ACTOR: lambda: ngettext("{n} mention", "{n} mentions", number),
        Kind.QUOTES: lambda: ngettext("{n} quote", "{n} quotes", number),
        Kind.MARKS: lambda: ngettext("{n} mark", "{n} marks", number),
        Kind.FIGURES: lambda: ngettext("{n} date or quantity", "{n} dates and quantities", number),
        Kind.HITS: lambda: ngettext("{n} hit", "{n} hits", number),
    }[kind]().format(n=number_words(number))


def in_marks(words: str) -> str:
    """Words of the text in marks, unless they begin with marks of their own."""
    return words if words[:1] in MARKS else quoted(words)


MARKS = tuple(OPENING + "”")
"""Marks that words of the text may begin with."""


def place_words(lens: Lens, target: Target) -> str:
    """The place of a target among its like: "quote 2 of 9"."""
    index = lens.index(target)
    if index is None:
        return _(LENS_NAMES[target.kind])
    return _(LENS_WORDS[target.kind]).format(
        index=number_words(index + 1), count=number_words(len(lens.targets))
    )


UNCLEAR = N_("unclear")
"""Who speaks where several may."""
MAY_SPEAK = 3
"""Candidates that are named where it is unclear who speaks."""


def speaker_words(quote: Quote, analysis: Analysis | None) -> str:
    """Who speaks: the actor's name where it is known, else the words of the text, who may speak, or "nobody named"."""
    if analysis is not None and quote.speaker is None and quote.candidates:
        return _("unclear, perhaps {names}").format(names=perhaps(quote, analysis))
    return named_speaker(quote, analysis.actor(quote.speaker.actor) if analysis and quote.speaker else None)


def named_speaker(quote: Quote, actor: Actor | None) -> str:
    """The same where the actor of the speaker is known already."""
    if quote.speaker is None:
        return _(UNCLEAR) if quote.candidates else _(NOBODY)
    return actor.name if actor else quote.speaker.text


def perhaps(quote: Quote, analysis: Analysis) -> str:
    """Who may speak, the likeliest first: "Ada Lind or Jon Varga"."""
    actors = (analysis.actor(candidate.actor) for candidate in quote.candidates[:MAY_SPEAK])
    return _(" or ").join(actor.name for actor in actors if actor is not None)


def quote_words(quote: Quote, analysis: Analysis | None, text: str) -> str:
    """ "Ada Lind, direct, cue “sagte”, sure"."""
    parts = [speaker_words(quote, analysis), type_words(quote.type)]
    if quote.cue is not None:
        parts.append(_("cue “{words}”").format(words=text_of(quote.cue.spans, text)))
    return ", ".join((*parts, _(quote_sureness(quote))))


def sureness(confidence: float) -> str:
    """How sure a finding is, in a word that is yet to be translated."""
    return N_("sure") if confidence >= SURE else N_("likely") if confidence >= LIKELY else N_("unsure")


def speaker_sureness(quote: Quote) -> str:
    """How sure it is who speaks, in a word: "sure", "likely" or "unclear"; empty where the text names nobody."""
    if quote.speaker is None:
        return UNCLEAR if quote.candidates else ""
    return "sure" if quote.speaker.confidence >= SPEAKER_SURE else "likely"


def quote_sureness(quote: Quote) -> str:
    """How sure a quote is as a whole: no surer than that the words are one, and that this speaker said them."""
    words = sureness(quote.confidence)
    speaker = speaker_sureness(quote)
    return words if speaker in ("", "sure") or words == "unsure" else speaker


def mention_words(mention: Mention, analysis: Analysis, text: str) -> str:
    """ "Ada Lind, person, 58"; for the name of nobody who acts, as in a byline, the words of the text."""
    actor = analysis.actor(mention.actor)
    if actor is None:
        label = _(LABEL_WORDS[mention.label])
        return f"{' '.join(text[slice(*mention.span)].split())}, {label}" if mention.label.is_name else label
    return _("{actor}, a guess").format(actor=actor_words(actor)) if is_guess(mention) else actor_words(actor)


def actor_words(actor: Actor) -> str:
    """ "Ada Lind, person, 58"."""
    age = f", {actor.age}" if actor.age is not None else ""
    return f"{actor.name}, {kind_words(actor.kind)}{age}"


def kind_words(kind: ActorKind) -> str:
    """The kind of an actor in a word."""
    return _(KIND_NAMES[kind])


def is_guess(mention: Mention) -> bool:
    """Whether it is uncertain that a mention refers to its actor."""
    return mention.confidence < SURE


WORDS_CHANGED = N_("words changed")
"""What is said of a mark whose words are others than those it was made on."""


def placed_of(annotations: Sequence[Placed], id: str) -> Placed | None:
    """An annotation with its place."""
    return next((each for each in annotations if each.annotation.id == id), None)


def is_doubtful(placed: Placed | None) -> bool:
    """Whether the words of a mark have changed, so that its place is to be confirmed."""
    return placed is not None and placed.located is not None and placed.located.how is How.APPROXIMATE


def mark_words(placed: Placed) -> str:
    """Tags and note in one line, and whether the words below them changed."""
    words = annotation_words(placed.annotation)
    return f"{words} · {_(WORDS_CHANGED)}" if is_doubtful(placed) else words


def annotation_words(annotation: Annotation) -> str:
    """Tags and note in one line."""
    return " ".join(
        part for part in (tag_words(annotation.tags), " ".join(annotation.note.split())) if part
    ) or _("mark")


def in_alphabet(name: str) -> str:
    """What a name is sorted by: capital letters and accents make no difference, marks before it neither."""
    bare = "".join(char for char in normalize("NFD", name) if not combining(char))
    return bare.casefold().replace("ß", "ss").lstrip(OPENING)


def role_words(actor: Actor) -> str:
    """What the text calls an actor beside the name: roles first, then other names."""
    return ", ".join(
        dict.fromkeys((*actor.roles, *(alias for alias in actor.aliases if alias != actor.name)))
    )


SURE, LIKELY = 0.85, 0.6
"""Confidence from which a quote is called sure, or likely."""

SPEAKER_SURE = 0.9
"""Confidence from which it counts as sure who speaks; one who is not likely enough is not named at all."""

BARS = " ▁▂▃▄▅▆▇"
SEVERAL = 3
"""Mentions in one place that make the highest bar, unless there are more somewhere."""


def spread(places: list[int], length: int, width: int) -> str:
    """Where in a text of `length` characters `places` lie, as `width` little bars from its beginning to its end."""
    counts = [0] * width
    for place in places:
        counts[min(width - 1, place * width // max(1, length))] += 1
    most = max(SEVERAL, *counts)
    return "".join(BARS[0 if not count else max(1, count * (len(BARS) - 1) // most)] for count in counts)


def describe(
    lens: Lens, target: Target, text: str, analysis: Analysis | None, annotations: Sequence[Placed]
) -> str:
    """The target in one line: "quote 2 of 9 · Ada Lind, direct, cue “sagte”, sure"."""
    place = place_words(lens, target)
    about = ""
    if target.kind is Kind.HITS:
        about = quoted(lens.subject.strip())
    elif target.kind is Kind.MARKS:
        placed = placed_of(annotations, target.id)
        about = mark_words(placed) if placed is not None else ""
    elif analysis is not None and target.kind is Kind.QUOTES:
        about = next(
            (quote_words(each, analysis, text) for each in analysis.quotes if each.id == target.id), ""
        )
    elif analysis is not None:
        mention = mention_at(analysis, target.spans[0])
        about = mention_words(mention, analysis, text) if mention is not None else ""
    return f"{place} · {about}" if about else place
