from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import IGNORED
from core.training.grammar import inventory, target
from core.training.treebank import Tree, Word

TOKENIZER = UnigramTokenizer(["<s>", "<pad>", "</s>", "<unk>", "▁", "▁da", "n"], [-1.0] * 7, {})


def word(form: str, upos: str, features: dict[str, str], head: int, relation: str, xpos: str = "X") -> Word:
    return Word(form, upos, xpos, tuple(sorted(features.items())), form, head, relation)


HERE = word("da", "ADV", {}, 1, "advmod", "ADV")
VERB = word("dan", "VERB", {"Mood": "Ind", "VerbForm": "Fin"}, 1, "ROOT", "VVFIN")
TREE = Tree((HERE, VERB), native=True)
LABELS = inventory([TREE] * 6)


def test_labels_come_from_the_sentences() -> None:
    assert LABELS.upos == ("ADV", "VERB")
    assert LABELS.features == (("Mood", ("", "Ind")), ("VerbForm", ("", "Fin")))
    assert set(LABELS.relations) == {"advmod", "ROOT"}
    assert LABELS.columns == {"upos": 2, "xpos": 2, "morph": 4, "lemma": 1}


def test_a_tree_becomes_columns_and_heads_that_count_from_one() -> None:
    found = target(TREE, LABELS, TOKENIZER)
    assert found.firsts == (0, 1)
    assert found.tags == ((0, 0, 0, 0, 0), (1, 1, 1, 1, 0))
    assert found.heads == (2, 0)
    assert [LABELS.relations[column] for column in found.relations] == ["advmod", "ROOT"]


def test_what_the_other_treebank_does_not_say_is_not_taught() -> None:
    participle = word("dan", "VERB", {}, 0, "ROOT", "")
    (tags,) = target(Tree((participle,), native=False), LABELS, TOKENIZER).tags
    assert tags == (1, IGNORED, 0, IGNORED, 0)


def test_a_rare_subtype_is_taught_as_its_relation() -> None:
    rare = word("da", "ADV", {}, 1, "advmod:emph", "ADV")
    found = target(Tree((rare, VERB), native=True), LABELS, TOKENIZER)
    assert LABELS.relations[found.relations[0]] == "advmod"
