"""Who may have said a quotation: the actors named around it, who spoke just before, and whom the rules propose."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.analysis.analysis import Actor, Form, Mention
from core.parsed_text.parsed_text import ParsedText
from core.speaker_choice.who_fits import genders
from core.text.spans import Span

SENTENCES_BEFORE = 2
SENTENCES_AFTER = 1
"""How far around a quotation actors come into question."""
NOBODY = ""
"""The candidate "nobody in particular"."""
WORDS = "words"
"""The candidate that stands for the words of the rules' speaker where no actor is known for them."""
_REFERRING = (Form.NAME, Form.NOMINAL, Form.PRONOUN)


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation whose speaker is in question, with what the rules found.

    All spans are offsets into the text; `proposed` is the id of the actor that the rules take for the speaker.
    """

    spans: tuple[Span, ...]
    type: str
    rule: str
    confidence: float
    speaker: tuple[Span, ...] = ()
    """The words that say who speaks, in this sentence or an earlier one."""
    cue: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    carried: bool = False
    """Whether the speaker is taken over from what was said before."""
    proposed: str | None = None
    within: int | None = None
    """The place in the list of the quotation that this one is part of."""
    inner: bool = False
    """Whether the speaker of another quotation passes it on, as what the subject of the verb there said."""


@dataclass(frozen=True, slots=True)
class Window:
    """The sentences around a quotation, with the mentions in them."""

    first: int
    """Index of the first sentence of the quotation; and below of its last."""
    last: int
    mentions: tuple[tuple[Mention, int], ...]
    """Each mention with its distance in sentences: 0 beside the quotation, 1 the sentence before, -1 the one after."""


@dataclass(slots=True)
class Known:
    """What the choice looks at in an article: its text, everybody mentioned, and the words already said."""

    parsed: ParsedText
    mentions: Sequence[Mention]
    said: Sequence[Span]
    """Direct speech, sorted."""
    actors: Sequence[Actor] = ()
    by_sentence: Mapping[int, list[Mention]] = field(init=False)
    genders: Mapping[str, str] = field(init=False)
    """Of actors by id, "m", "f" or "n"."""
    counts: Mapping[str | None, int] = field(init=False)
    """How often each actor is mentioned."""

    def __post_init__(self) -> None:
        self.genders = genders(self.parsed, self.mentions, self.actors)
        self.counts = Counter(mention.actor for mention in self.mentions if mention.form in _REFERRING)
        by_sentence: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            if mention.actor is not None and mention.form in _REFERRING:
                by_sentence.setdefault(self.parsed.sentence_at(mention.start), []).append(mention)
        self.by_sentence = by_sentence


def window(known: Known, asked: Asked) -> Window:
    """The sentences around a quotation, none from a block that only accompanies the parsed."""
    parsed = known.parsed
    parts = [*asked.spans, *asked.cue, *(() if asked.carried else asked.speaker)]
    first = parsed.sentence_at(min(start for start, _ in parts))
    last = parsed.sentence_at(max(start for start, _ in parts))
    found: list[tuple[Mention, int]] = []
    for number in range(first - SENTENCES_BEFORE, last + SENTENCES_AFTER + 1):
        distance = first - number if number < first else last - number if number > last else 0
        found.extend((mention, distance) for mention in known.by_sentence.get(number, ()))
    return Window(first, last, tuple(found))


def candidates(seen: Window, asked: Asked, previous: str | None) -> list[str]:
    """The ids of all actors in question, with WORDS where the rules know words but no actor, and NOBODY at the end."""
    ids = dict.fromkeys(mention.actor for mention, _ in seen.mentions if mention.actor is not None)
    if asked.proposed is not None:
        ids.setdefault(asked.proposed)
    if previous is not None:
        ids.setdefault(previous)
    words = [WORDS] if asked.speaker and asked.proposed is None else []
    return [*ids, *words, NOBODY]
