"""Slips of the parser that the words around them show."""

from core.lexicon.lexicon import load_lexicon
from core.parsed_text.mending.mend import mend_speech
from core.parsed_text.mending.tree import Tree
from core.parsed_text.mending.word_groups import mend_word_groups


def test_a_name_behind_a_subject_is_its_apposition():
    tree = Tree(
        ["the", "mayor", ",", "ada", "lind", ",", "left"],
        ["DET", "NOUN", "PUNCT", "PROPN", "PROPN", "PUNCT", "VERB"],
        ["det", "nsubj", "punct", "nsubj", "flat", "punct", "ROOT"],
        [1, 6, 3, 6, 3, 6, 6],
    )
    mend_word_groups(tree, load_lexicon("en"))
    assert (tree.dep[3], tree.head[3]) == ("appos", 1)


def test_an_age_is_one_noun():
    tree = Tree(
        ["the", "52", "-", "year", "-", "old", "left"],
        ["DET", "NUM", "PUNCT", "NOUN", "PUNCT", "PROPN", "VERB"],
        ["det", "nummod", "punct", "compound", "punct", "nsubj", "ROOT"],
        [3, 3, 1, 5, 5, 6, 6],
    )
    mend_word_groups(tree, load_lexicon("en"))
    assert tree.head[0] == 5
    assert tree.pos[5] == "NOUN"


def test_a_participle_behind_a_comma_is_not_what_is_said():
    tree = Tree(
        ["he", "said", ",", "adding", "more"],
        ["PRON", "VERB", "PUNCT", "VERB", "ADJ"],
        ["nsubj", "ROOT", "punct", "ccomp", "obj"],
        [1, 1, 3, 1, 3],
    )
    mend_word_groups(tree, load_lexicon("en"))
    assert tree.dep[3] == "advcl"


def test_a_mother_to_be_is_what_the_name_behind_her_is():
    tree = Tree(
        ["mother", "-", "to", "-", "be", "ada", "left"],
        ["NOUN", "PUNCT", "PART", "PUNCT", "AUX", "PROPN", "VERB"],
        ["nsubj", "punct", "case", "punct", "cop", "ccomp", "ROOT"],
        [6, 0, 5, 0, 5, 6, 6],
    )
    mend_word_groups(tree, load_lexicon("en"))
    assert (tree.dep[5], tree.head[5]) == ("nsubj", 6)
    assert (tree.dep[0], tree.head[0]) == ("nmod:desc", 5)


def test_the_subject_between_a_clause_and_a_verb_of_saying_is_the_verbs():
    tree = Tree(
        ["we", "left", ",", "the", "mayor", ",", "said"],
        ["PRON", "VERB", "PUNCT", "DET", "NOUN", "PUNCT", "VERB"],
        ["nsubj", "ccomp", "punct", "det", "nsubj", "punct", "ROOT"],
        [1, 6, 1, 4, 1, 1, 6],
    )
    mend_speech(tree, load_lexicon("en"))
    assert (tree.dep[4], tree.head[4]) == ("nsubj", 6)


def test_what_is_joined_in_a_form_that_does_not_fit_is_said_by_the_first_speaker():
    tree = Tree(
        ["she", "said", "prices", "would", "rise", "and", "warned", "that", "shops", "closed"],
        ["PRON", "VERB", "NOUN", "AUX", "VERB", "CCONJ", "VERB", "SCONJ", "NOUN", "VERB"],
        ["nsubj", "ROOT", "nsubj", "aux", "ccomp", "cc", "conj", "mark", "nsubj", "ccomp"],
        [1, 1, 4, 4, 1, 6, 4, 9, 9, 6],
    )
    mend_speech(tree, load_lexicon("en"))
    assert tree.head[6] == 1


def test_a_verb_of_saying_read_as_a_participle_is_the_main_verb():
    tree = Tree(
        ["the", "head", "of", "choir", "added", "singers", "had", "left"],
        ["DET", "NOUN", "ADP", "NOUN", "VERB", "NOUN", "AUX", "VERB"],
        ["det", "nsubj", "case", "nmod", "acl", "obj", "aux", "ROOT"],
        [1, 7, 3, 1, 3, 4, 7, 7],
    )
    mend_speech(tree, load_lexicon("en"))
    assert [tree.head[i] for i in (1, 4, 5, 7)] == [4, 4, 7, 4]
    assert (tree.dep[4], tree.dep[7]) == ("ROOT", "ccomp")


def test_a_verb_behind_an_age_is_no_adjective():
    tree = Tree(
        ["the", "44", "-", "year", "-", "old", "rejected", "claims", "."],
        ["DET", "NUM", "PUNCT", "NOUN", "PUNCT", "ADJ", "VERB", "NOUN", "PUNCT"],
        ["det", "compound", "punct", "compound", "punct", "amod", "amod", "ROOT", "punct"],
        [7, 4, 4, 4, 4, 7, 7, 7, 7],
    )
    mend_word_groups(tree, load_lexicon("en"))
    assert (tree.dep[6], tree.head[6]) == ("ROOT", 6)
    assert (tree.dep[5], tree.head[5], tree.head[0]) == ("nsubj", 6, 5)
    assert (tree.dep[7], tree.head[7], tree.head[8]) == ("obj", 6, 6)
