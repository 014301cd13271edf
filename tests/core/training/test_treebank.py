from pathlib import Path

import pytest

from core.training.treebank import parse_conllu, read_treebank, split_held_out

ROWS = [
    ("1", "Möwen", "Möwe", "NOUN", "NN", "Case=Nom|Number=Plur", "2", "nsubj"),
    ("2", "ziehen", "ziehen", "VERB", "VVFIN", "Mood=Ind", "0", "root"),
    ("3-4", "zum", "_", "_", "_", "_", "_", "_"),
    ("3", "zu", "zu", "ADP", "APPR", "_", "5", "case"),
    ("4", "dem", "der", "DET", "ART", "Case=Dat|Definite=Def", "5", "det"),
    ("5", "Deich", "Deich", "NOUN", "NN", "Case=Dat", "2", "obl:tmod"),
    ("5.1", "leer", "leer", "X", "_", "_", "_", "_"),
    ("6", ".", ".", "PUNCT", "$.", "_", "2", "punct"),
]
LINES = ["# text = Möwen ziehen zum Deich.", *("\t".join((*row, "_", "_")) for row in ROWS), ""]


def test_words_written_together_are_one_word() -> None:
    (tree,) = parse_conllu(LINES)
    assert [word.form for word in tree.words] == ["Möwen", "ziehen", "zum", "Deich", "."]
    together = tree.words[2]
    assert (together.upos, together.xpos, together.lemma) == ("ADP", "APPRART", "zu")
    assert together.features == (("Case", "Dat"), ("Definite", "Def"))
    assert (together.head, together.relation) == (3, "case")


def test_heads_count_from_nought_and_the_root_is_its_own() -> None:
    (tree,) = parse_conllu(LINES)
    assert [word.head for word in tree.words] == [1, 1, 3, 1, 1]
    assert tree.words[1].relation == "ROOT"


def test_the_other_treebank_is_brought_into_line() -> None:
    (tree,) = parse_conllu(LINES, native=False)
    assert tree.words[1].features == (("Mood", "Ind"), ("VerbForm", "Fin"))
    assert tree.words[3].relation == "obl"
    assert not any(word.xpos for word in tree.words)


def test_every_tenth_sentence_is_held_out() -> None:
    trees = parse_conllu(LINES * 25)
    learn, held_out = split_held_out(trees)
    assert (len(learn), len(held_out)) == (23, 2)
    assert held_out[0] is trees[9]


def test_the_name_of_the_file_tells_the_treebank(tmp_path: Path) -> None:
    for name, native in (("de_gsd-ud-dev.conllu", True), ("de_pud-ud-test.conllu", False)):
        path = tmp_path / name
        path.write_text("\n".join(LINES), encoding="utf-8")
        assert read_treebank(path)[0].native is native


def test_other_files_are_refused() -> None:
    with pytest.raises(ValueError, match="line 1 is not CoNLL-U"):
        parse_conllu(["1\tMöwen\tO\tO"])


def test_a_head_that_no_word_has_is_named() -> None:
    lines = [line.replace("\t2\tobl:tmod", "\t9\tobl:tmod") for line in LINES]
    with pytest.raises(ValueError, match="the head 9 of 'Deich' is not in its sentence"):
        parse_conllu(lines)
