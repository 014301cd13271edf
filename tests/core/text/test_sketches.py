"""Which texts are likely to be nearly the same."""

import random

from core.text.sketches import pairs

BRIDGE = "Die alte Brücke wird im Herbst für ein Jahr gesperrt"
CHANGED = "die alte Brucke wird im Herbst für ein ganzes Jahr gesperrt"


def others(count, seed=3):
    luck = random.Random(seed)
    return [" ".join(f"wort{luck.randrange(5000)}" for _ in range(12)) for _ in range(count)]


def test_texts_are_counted_through_all_batches():
    batches = [[*others(30), BRIDGE], [], others(20, seed=4), ["Ja.", CHANGED, BRIDGE]]
    assert pairs(batches) == [(30, 52), (30, 53)]


def test_how_texts_are_batched_changes_nothing():
    texts = [*others(40), BRIDGE, CHANGED, *others(40), BRIDGE]
    assert pairs([texts]) == pairs([text] for text in texts) != []


def test_words_across_the_edge_of_two_texts_are_no_triple():
    halves = ["eins zwei drei vier fünf sechs", "sieben acht neun zehn elf zwölf"]
    assert pairs([[*halves, "a b c d e f", "fünf sechs sieben acht g h i j"]]) == []


def test_short_texts_and_none_at_all_have_no_pairs():
    assert pairs([["Das ist nicht wahr, nein"] * 2]) == []
    assert pairs([]) == pairs([[]]) == []
