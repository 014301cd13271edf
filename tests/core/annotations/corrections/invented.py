"""A short invented article with its analysis, and corrections of it drawn at random."""

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
from core.annotations import Anchor, Annotation
from core.annotations.corrections import (
    AddAlias,
    AddQuote,
    Assign,
    Correction,
    Dismiss,
    Merge,
    Move,
    Rename,
    SetKind,
    SetLabel,
    SetSpeaker,
    SetType,
    Subject,
    Who,
)
from core.annotations.corrections.speaking import hull
from core.text.spans import Span

TEXT = (
    "Der Streit um die Mühle Kranich geht weiter. Ida Morgen (51) will sie kaufen, Paul Morgen nicht. "
    "„Ich zahle, was sie wert ist“, sagte Morgen am Dienstag. Die Müllerin hat das Geld von der Sparkasse Ebertal. "
    "Nils Otter, ihr Anwalt, warnte, Morgen dürfe nicht warten. „Niemand wartet gern.“ In Ebertal hofft man. "
    "Otter lebt seit Jahren in Ebertal."
)


def at(words: str, nth: int = 0) -> Span:
    """Where words stand for the nth time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def _mention(words: str, nth: int, label: Label, actor: str | None, form: Form = Form.NAME) -> Mention:
    return Mention(*at(words, nth), label, form, actor)


ANALYSIS = Analysis(
    "invented-1",
    tuple(
        sorted(
            (
                _mention("Kranich", 0, Label.ORG, "a1"),
                _mention("Ida Morgen", 0, Label.PER, "a2"),
                _mention("Paul Morgen", 0, Label.PER, "a3"),
                _mention("Morgen", 2, Label.PER, "a3"),
                _mention("Sparkasse Ebertal", 0, Label.ORG, "a4"),
                _mention("Nils Otter", 0, Label.PER, "a5"),
                _mention("Morgen", 3, Label.PER, "a2"),
                _mention("Ebertal", 1, Label.LOC, "a6"),
                _mention("Otter", 1, Label.PER, "a5"),
                _mention("Dienstag", 0, Label.DATE, None),
            )
        )
    ),
    (
        Actor("a1", "Kranich", ActorKind.ORGANISATION),
        Actor("a2", "Ida Morgen", ActorKind.PERSON, ("Morgen",), (), 51),
        Actor("a3", "Paul Morgen", ActorKind.PERSON, ("Morgen",)),
        Actor("a4", "Sparkasse Ebertal", ActorKind.ORGANISATION),
        Actor("a5", "Nils Otter", ActorKind.PERSON, ("Otter",), ("Anwalt",)),
        Actor("a6", "Ebertal", ActorKind.PLACE),
    ),
    (
        Quote(
            "q1",
            QuoteType.DIRECT,
            (at("„Ich zahle, was sie wert ist“"),),
            "behind",
            0.9,
            Speaker((at("Morgen", 2),), "Morgen", "a3"),
            Part((at("sagte"),)),
        ),
        Quote(
            "q2",
            QuoteType.INDIRECT,
            (at("Morgen dürfe nicht warten"),),
            "verb-comma",
            0.8,
            Speaker((at("Nils Otter"),), "Nils Otter", "a5"),
        ),
        Quote("q3", QuoteType.DIRECT, (at("„Niemand wartet gern.“"),), "alone", 0.5),
    ),
    "de",
)


def anchor(words: str, nth: int = 0) -> Anchor:
    """The anchor of words in the article."""
    return Anchor.of(TEXT, *at(words, nth))


def correction(what: Correction, where: Anchor | None, number: int = 0) -> Annotation:
    """A correction with a fixed id and date."""
    moment = f"2026-01-01T00:00:{number // 1000:02}.{number % 1000:03}+00:00"
    return Annotation(f"c{number}", where, (), "", moment, moment, what)


def corrections(text: str, analysis: Analysis) -> st.SearchStrategy[Annotation]:
    """Corrections of an analysis: most of what is there, some of what is not."""
    names = [actor.name for actor in analysis.actors]
    spans = [mention.span for mention in analysis.mentions]
    words = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)).map(
        lambda pair: (pair[0], min(len(text), pair[0] + pair[1]))
    )
    anchors = st.one_of(st.sampled_from(spans), words).map(lambda span: Anchor.of(text, *span))
    quotes = st.one_of(st.sampled_from([hull(quote) for quote in analysis.quotes]), words).map(
        lambda span: Anchor.of(text, *span)
    )
    name = st.sampled_from([*names, "Morgen", "Otter", "Die Müllerin", "Müllerin", "Ulla Hain"])
    who = st.builds(Who, name, st.none() | anchors)
    kind, label, type = (st.sampled_from(list(each)) for each in (ActorKind, Label, QuoteType))
    of_actors = st.one_of(
        st.builds(Merge, name, who),
        st.builds(Assign, kind, st.none() | who, st.booleans()),
        st.builds(Rename, name, name),
        st.builds(SetKind, name, kind),
        st.builds(AddAlias, name, name, kind),
        st.builds(Dismiss, st.sampled_from([Subject.MENTION, Subject.ACTOR]), name),
        st.builds(SetLabel, label),
        st.builds(Move, anchors),
    )
    of_quotes = st.one_of(
        st.builds(SetSpeaker, st.none() | who),
        st.builds(SetType, type),
        st.builds(AddQuote, type, st.none() | who),
        st.just(Dismiss(Subject.QUOTE)),
    )
    number = st.integers(0, 9999)
    return st.one_of(
        st.builds(correction, of_actors, anchors, number), st.builds(correction, of_quotes, quotes, number)
    )
