import pytest

from tests.core.actors.scoring import Ratio, b_cubed, muc


def clusters(*groups: str) -> list[frozenset]:
    return [frozenset((ord(letter), ord(letter) + 1) for letter in group) for group in groups]


def ratio(counts) -> Ratio:
    found = Ratio()
    found.add(*counts)
    return found


def test_muc_counts_links():
    """The example of Vilain et al.: gold {A B C D}, response {A B} {C D}: two of three links, both right."""
    told = ratio(muc(clusters("ABCD"), clusters("AB", "CD")))
    assert (told.recall, told.precision) == (pytest.approx(2 / 3), 1.0)


def test_b_cubed_counts_mentions():
    """The example of Bagga and Baldwin: two of three groups joined, once the small with the large one."""
    gold = clusters("12345", "67", "89ABC")
    assert ratio(b_cubed(gold, clusters("12345", "6789ABC"))).precision == pytest.approx(16 / 21)
    assert ratio(b_cubed(gold, clusters("1234589ABC", "67"))).precision == pytest.approx(7 / 12)
    assert ratio(b_cubed(gold, clusters("12345", "6789ABC"))).recall == 1.0


def test_mentions_of_one_side_alone_count_as_wrong():
    told = ratio(b_cubed(clusters("AB"), clusters("ABX")))
    assert told.recall == 1.0
    assert told.precision == pytest.approx((2 / 3 + 2 / 3) / 3)
    assert ratio(b_cubed(clusters("ABC"), clusters("AB"))).recall == pytest.approx(4 / 9)
    assert ratio(muc(clusters("ABC"), clusters("AB"))).recall == 0.5
