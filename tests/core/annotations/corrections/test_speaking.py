"""Who says a quotation once one actor has become another."""

from core.analysis import Candidate, Quote, QuoteType, Speaker
from core.annotations.corrections.speaking import hull, spoken_by, who_speaks

LIKELY, RIVAL = Candidate("varga", 0.5), Candidate("lind", 0.3)


def quote(speaker: str | None = None, *candidates: Candidate) -> Quote:
    said = Speaker(((0, 4),), "Lind", speaker) if speaker else None
    return Quote("q", QuoteType.DIRECT, ((10, 20), (30, 35)), "alone", 0.9, said, candidates=candidates)


def test_a_quotation_reaches_from_its_first_part_to_its_last() -> None:
    assert hull(quote()) == (10, 35)


def test_those_who_may_say_it_count_with_the_one_who_does() -> None:
    assert who_speaks(quote()) == set()
    assert who_speaks(quote("lind", LIKELY)) == {"lind", "varga"}


def test_the_speaker_becomes_another_or_nobody() -> None:
    for id in ("berg", None):
        changed = spoken_by(quote("lind"), id, "lind").speaker
        assert changed is not None
        assert (changed.actor, changed.text) == (id, "Lind")


def test_what_somebody_else_says_stays_as_it_is() -> None:
    assert spoken_by(quote("lind", RIVAL), "berg", "varga") == quote("lind", RIVAL)


def test_candidates_that_become_one_count_together_and_the_likeliest_is_first() -> None:
    changed = spoken_by(quote(None, LIKELY, RIVAL, Candidate("berg", 0.25)), "berg", "lind")
    assert changed.candidates == (Candidate("berg", 0.55), LIKELY)


def test_a_candidate_that_becomes_nobody_is_gone() -> None:
    assert spoken_by(quote(None, LIKELY, RIVAL), None, "varga").candidates == (RIVAL,)
