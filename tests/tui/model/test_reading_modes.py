"""What stays bright in each way of reading."""

from itertools import pairwise

from tests.tui.sample import ANALYSIS, ARTICLE, TEXT, at
from tui.model.reading_modes import Reading, Way, bright, reading_words


def shown(reading: Reading, analysis=ANALYSIS) -> list[str]:
    return [TEXT[start:end] for start, end in bright(reading, ARTICLE, analysis) or ()]


def test_for_an_actor_the_sentences_that_name_him_and_what_he_says():
    passages = shown(Reading(Way.ACTOR, "varga"))
    assert passages[0].startswith("Jon Varga (44), Chef der Werft")
    assert passages[0].endswith("nicht zum Pfand werden.")
    assert passages[1] == "Am Abend sprach Lind mit Varga."
    assert len(passages) == 2


def test_a_quote_of_the_actor_is_bright_where_its_sentence_does_not_name_him():
    assert "„Und keinen Tag früher.“" in shown(Reading(Way.ACTOR, "lind"))


def test_for_quotes_their_words_speaker_and_cue():
    passages = shown(Reading(Way.QUOTES))
    assert passages[:4] == [
        "„Ich gehe erst, wenn die Arbeit getan ist“",
        "sagte",
        "Lind",
        "„Und keinen Tag früher.“",
    ]


def test_to_skim_headlines_and_first_sentences():
    passages = shown(Reading(Way.SKIM))
    assert passages[0] == "Machtkampf am Kap: Die Hafenkönigin wankt"
    assert "Warnung aus der Werft" in passages
    assert "Am Abend sprach Lind mit Varga." in passages
    assert not any("Was die beiden" in passage for passage in passages)


def test_passages_are_in_order_and_apart():
    for reading in (Reading(Way.ACTOR, "lind"), Reading(Way.QUOTES), Reading(Way.SKIM)):
        spans = bright(reading, ARTICLE, ANALYSIS)
        assert spans
        assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_nothing_is_faint_in_the_usual_way_nor_before_the_analysis():
    assert bright(Reading(), ARTICLE, ANALYSIS) is None
    assert bright(Reading(Way.CLEAN), ARTICLE, ANALYSIS) is None
    assert bright(Reading(Way.QUOTES), ARTICLE, None) is None
    assert bright(Reading(Way.SKIM), ARTICLE, None)


def test_each_way_has_its_words():
    assert reading_words(Reading(), ANALYSIS) == ""
    assert reading_words(Reading(Way.ACTOR, "lind"), ANALYSIS) == "only Ada Lind"
    assert len({reading_words(Reading(way), ANALYSIS) for way in Way}) == len(Way)


def test_the_sample_holds_what_these_tests_rely_on():
    assert at("„Und keinen Tag früher.“")
