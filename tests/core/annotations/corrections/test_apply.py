"""What holds of corrections whatever they are."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.analysis import ActorKind, Analysis
from core.annotations import Annotation
from core.annotations.corrections import Assign, Merge, Rename, SetKind, SetSpeaker, Who, apply, correct
from core.text.spans import Span
from tests.core.annotations.corrections.invented import ANALYSIS, TEXT, anchor, correction, corrections

SOME = st.lists(corrections(TEXT, ANALYSIS), max_size=8, unique_by=lambda each: each.id)


def test_nothing_to_correct_leaves_the_very_analysis():
    assert apply((), ANALYSIS, TEXT) is ANALYSIS
    note = Annotation.new(anchor("Kranich"), ("mühle",), "eine Notiz")
    assert apply([note], ANALYSIS, TEXT) is ANALYSIS


@given(SOME)
def test_twice_is_the_same_as_once(some: list[Annotation]):
    once = correct(some, ANALYSIS, TEXT)
    twice = correct(some, once.analysis, TEXT)
    assert twice.analysis == once.analysis
    assert twice.misfits == once.misfits


@given(SOME, st.randoms())
def test_the_order_they_are_handed_over_in_makes_no_difference(some: list[Annotation], chance: random.Random):
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert correct(shuffled, ANALYSIS, TEXT) == correct(some, ANALYSIS, TEXT)


@given(SOME)
def test_each_is_made_or_told_of(some: list[Annotation]):
    corrected = correct(some, ANALYSIS, TEXT)
    told = {misfit.annotation.id for misfit in corrected.misfits}
    assert told | set(corrected.analysis.corrected) == {each.id for each in some}
    assert told.isdisjoint(corrected.analysis.corrected)
    assert all(misfit.reason for misfit in corrected.misfits)


@given(SOME, corrections(TEXT, ANALYSIS))
def test_taking_the_last_one_back_restores_exactly_what_was(some: list[Annotation], last: Annotation):
    some = [each for each in some if each.id != last.id]
    before = correct(some, ANALYSIS, TEXT)
    kept = {each.id: each for each in some}
    kept[last.id] = last
    correct(kept.values(), ANALYSIS, TEXT)
    del kept[last.id]
    assert correct(kept.values(), ANALYSIS, TEXT) == before


@given(SOME)
def test_what_comes_out_is_an_analysis(some: list[Annotation]):
    check(apply(some, ANALYSIS, TEXT))


def check(analysis: Analysis) -> None:
    """Mentions in order within the text, each with an actor there is; actors by first mention; ids only once."""
    assert [mention.span for mention in analysis.mentions] == sorted(
        mention.span for mention in analysis.mentions
    )
    assert all(0 <= mention.start < mention.end <= len(TEXT) for mention in analysis.mentions)
    ids = [actor.id for actor in analysis.actors]
    assert len(set(ids)) == len(ids)
    assert {mention.actor for mention in analysis.mentions} <= {*ids, None}
    assert {quote.speaker.actor for quote in analysis.quotes if quote.speaker} <= {*ids, None}
    first = [next((m.span for m in analysis.mentions if m.actor == id), (len(TEXT), 0)) for id in ids]
    assert first == sorted(first)


@given(st.permutations(range(3)))
def test_corrections_of_different_things_may_be_made_in_any_order(order: list[int]):
    different = (
        (Rename("Kranich", "Kranichmühle"), anchor("Kranich")),
        (SetKind("Ebertal", ActorKind.ORGANISATION), anchor("Ebertal", 1)),
        (Rename("Nils Otter", "Dr. Otter"), anchor("Nils Otter")),
    )
    some = [correction(*what, number) for what, number in zip(different, order, strict=True)]
    names = {actor.name for actor in apply(some, ANALYSIS, TEXT).actors}
    assert {"Kranichmühle", "Dr. Otter"} <= names
    kinds = {actor.name: actor.kind for actor in apply(some, ANALYSIS, TEXT).actors}
    assert kinds["Ebertal"] is ActorKind.ORGANISATION


def test_a_correction_waits_for_what_another_brings_about():
    """The dates say otherwise where clocks differ: an alias renamed before it was there."""
    late = correction(Rename("Müllerin", "Ulla Hain"), None, 1)
    early = correction(Rename("Kranich", "Müllerin"), anchor("Kranich"), 2)
    corrected = correct([late, early], ANALYSIS, TEXT)
    assert corrected.misfits == ()
    assert corrected.analysis.actors[0].name == "Ulla Hain"


@given(SOME, st.text(max_size=200))
def test_another_text_makes_misfits_and_never_an_error(some: list[Annotation], other: str):
    assert len(correct(some, Analysis("nothing"), other).misfits) <= len(some)


def test_corrections_find_their_place_in_a_changed_text():
    """A sentence before, another in the middle, and an analysis that numbers its actors otherwise."""
    some = [
        correction(Merge("Paul Morgen", Who("Ida Morgen", anchor("Ida Morgen"))), anchor("Morgen", 2), 1),
        correction(
            Assign(ActorKind.PERSON, Who("Ida Morgen", anchor("Morgen", 3))), anchor("Die Müllerin"), 2
        ),
        correction(SetSpeaker(Who("Nils Otter", anchor("Otter", 1))), anchor("„Niemand wartet gern.“"), 3),
    ]
    first, second = "Vorab: Alles ist erfunden. ", "Das Rad steht still. "
    seam = TEXT.index("„Ich zahle")
    text = first + TEXT[:seam] + second + TEXT[seam:]

    def there(offset: int) -> int:
        return offset + len(first) + (len(second) if offset >= seam else 0)

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((there(start), there(end)) for start, end in spans)

    changed = replace(
        ANALYSIS,
        mentions=tuple(
            replace(m, start=there(m.start), end=there(m.end), actor=m.actor and f"x{m.actor}")
            for m in ANALYSIS.mentions
        ),
        actors=tuple(replace(actor, id=f"x{actor.id}") for actor in ANALYSIS.actors),
        quotes=tuple(
            replace(
                quote,
                spans=moved(quote.spans),
                cue=None,
                speaker=quote.speaker
                and replace(quote.speaker, spans=moved(quote.speaker.spans), actor=f"x{quote.speaker.actor}"),
            )
            for quote in ANALYSIS.quotes
        ),
    )
    corrected = correct(some, changed, text)
    assert corrected.misfits == ()
    analysis = corrected.analysis
    (ida,) = (actor for actor in analysis.actors if actor.name == "Ida Morgen")
    mentioned = [text[m.start : m.end] for m in analysis.mentions_of(ida.id)]
    assert mentioned == ["Ida Morgen", "Paul Morgen", "Morgen", "Die Müllerin", "Morgen"]
    speakers = [analysis.actor(quote.speaker.actor).name for quote in analysis.quotes if quote.speaker]
    assert speakers == ["Ida Morgen", "Nils Otter", "Nils Otter"]
