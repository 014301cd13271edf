"""Slips of the parser that the words around them show."""

from core.lexicon.lexicon import load_lexicon
from core.parsed_text.mended_trees import Tree, mend


def test_a_name_behind_a_subject_is_its_apposition():
    tree = Tree(
        ["the", "mayor", ",", "ada", "lind", ",", "left"],
        ["DET", "NOUN", "PUNCT", "PROPN", "PROPN", "PUNCT", "VERB"],
        ["det", "nsubj", "punct", "nsubj", "flat", "punct", "ROOT"],
        [1, 6, 3, 6, 3, 6, 6],
    )
    mend(tree, load_lexicon("en"))
    assert (tree.dep[3], tree.head[3]) == ("appos", 1)


def test_an_age_is_one_noun():
    tree = Tree(
        ["the", "52", "-", "year", "-", "old", "left"],
        ["DET", "NUM", "PUNCT", "NOUN", "PUNCT", "PROPN", "VERB"],
        ["det", "nummod", "punct", "compound", "punct", "nsubj", "ROOT"],
        [3, 3, 1, 5, 5, 6, 6],
    )
    mend(tree, load_lexicon("en"))
    assert tree.head[0] == 5
    assert tree.pos[5] == "NOUN"


def test_a_participle_behind_a_comma_is_not_what_is_said():
    tree = Tree(
        ["he", "said", ",", "adding", "more"],
        ["PRON", "VERB", "PUNCT", "VERB", "ADJ"],
        ["nsubj", "ROOT", "punct", "ccomp", "obj"],
        [1, 1, 3, 1, 3],
    )
    mend(tree, load_lexicon("en"))
    assert tree.dep[3] == "advcl"
