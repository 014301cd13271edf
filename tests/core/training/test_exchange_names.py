import random

from hypothesis import given
from hypothesis import strategies as st

from core.training.exchange_names import exchange_names, names_by_kind
from core.training.germeval import KINDS, LABELS, Sentence, entity_spans

SENTENCES = [
    Sentence(("Ida", "Behrens", "mag", "Ems"), ("B-PER", "I-PER", "O", "B-LOC")),
    Sentence(("Bad", "Bentheim", "wählt", "Emser", "Räte"), ("B-LOC", "I-LOC", "O", "B-LOCderiv", "O")),
    Sentence(("Werft-Chef", "Ole", "geht"), ("B-ORGpart", "B-PER", "O")),
]


def test_lists_the_names_of_each_kind_without_adjectives_and_compounds() -> None:
    assert names_by_kind(SENTENCES) == {
        "PER": [("Ida", "Behrens"), ("Ole",)],
        "LOC": [("Ems",), ("Bad", "Bentheim")],
        "ORG": [],
        "OTH": [],
    }


def test_a_longer_name_moves_the_labels_behind_it() -> None:
    names = {"PER": [("Ole",)], "LOC": [("Bad", "Bentheim")], "ORG": [], "OTH": []}
    assert exchange_names(SENTENCES[0], names, 1.0, random.Random(1)) == Sentence(
        ("Ole", "mag", "Bad", "Bentheim"), ("B-PER", "O", "B-LOC", "I-LOC")
    )


def test_adjectives_and_compounds_with_names_inside_stay() -> None:
    names = {"PER": [("Ida", "Behrens")], "LOC": [("Ems",)], "ORG": [("Werft",)], "OTH": []}
    assert exchange_names(SENTENCES[1], names, 1.0, random.Random(1)) == Sentence(
        ("Ems", "wählt", "Emser", "Räte"), ("B-LOC", "O", "B-LOCderiv", "O")
    )
    assert exchange_names(SENTENCES[2], names, 1.0, random.Random(1)).words[0] == "Werft-Chef"


@given(
    st.lists(st.sampled_from(LABELS), min_size=1, max_size=12),
    st.floats(0, 1),
    st.randoms(use_true_random=False),
)
def test_kinds_and_their_order_stay_and_so_do_all_other_words(labels, chance, generator) -> None:
    """Whatever the labels, only the names proper change, each for one of its kind."""
    sentence = Sentence(tuple(f"w{i}" for i in range(len(labels))), tuple(labels))
    names = {kind: [(kind,), (kind, "lang")] for kind in KINDS}
    result = exchange_names(sentence, names, chance, generator)
    before, after = sorted(entity_spans(sentence.labels)), sorted(entity_spans(result.labels))
    assert [kind for _, _, kind in before] == [kind for _, _, kind in after]
    inside = {i for start, end, _ in before for i in range(start, end)}
    others = [word for i, word in enumerate(sentence.words) if i not in inside]
    inside = {i for start, end, _ in after for i in range(start, end)}
    assert [word for i, word in enumerate(result.words) if i not in inside] == others
