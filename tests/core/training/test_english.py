"""English trees and names as lessons."""

import gzip
from pathlib import Path

import pytest

from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import IGNORED
from core.training.english.sources import ANNOTATED as ANNOTATED_FILE
from core.training.english.sources import lay_out, read_names, read_raw, tree_lessons
from core.training.evaluate import main
from core.training.further.annotated import read_annotated
from core.training.germeval import LABELS

TREE = """# text = Ada Lind doesn't row.
1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\t_
2\tLind\tLind\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\t_
3-4\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdoes\tdo\tAUX\tVBZ\tVerbForm=Fin\t5\taux\t_\t_
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\trow\trow\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_

"""
NAMES = """# text = Ada Lind doesn't row.
1\tAda\tB-PER\t-\tx
2\tLind\tI-PER\t-\tx
3\tdoes\tO\t-\tx
4\tn't\tO\t-\tx
5\trow\tO\t-\tx

# text = Kiel sleeps
1\tKiel\tB-LOC\t-\tx
2\tsleeps\tB-OTH\t-\tx
"""
GERMAN = "1\tKiel\tB-LOC\tO\n2\tschläft\tO\tO\n"
ANNOTATED = "number\tsource\twords\tnames\n1\tx-1\tAda Lind does n't row\tOTH=Ada Lind\n"
PIECES = UnigramTokenizer(["<s>", "<pad>", "</s>", "<unk>", "▁"], [0.0] * 5, {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in (("tree.conllu", TREE), ("names.iob2", NAMES), ("german.tsv", GERMAN)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_kinds_that_universal_ner_does_not_settle_are_outside(folder: Path) -> None:
    assert [sentence.labels for sentence in read_names(folder / "names.iob2")] == [
        ("B-PER", "I-PER", "O", "O", "O"),
        ("B-LOC", "O"),
    ]


def test_a_line_with_too_few_fields_is_no_name(tmp_path: Path) -> None:
    (tmp_path / "bad.iob2").write_text("1\tKiel\n", encoding="utf-8")
    with pytest.raises(ValueError, match="Universal NER"):
        read_names(tmp_path / "bad.iob2")


def test_sentences_teach_what_is_annotated(folder: Path) -> None:
    tree, names, german = (folder / name for name in ("tree.conllu", "names.iob2", "german.tsv"))
    raw = read_raw([tree], [tree], [names], [german])
    lessons = lay_out(raw, PIECES)
    both, alone, foreign, measured = lessons.all
    assert (lessons.trees, lessons.names, lessons.german, lessons.dev) == tuple(
        range(i, i + 1) for i in range(4)
    )
    assert [word.form for word in raw.trees[0].words] == ["Ada", "Lind", "does", "n't", "row"]
    assert [LABELS[column] for column in both.names] == ["B-PER", "I-PER", "O", "O", "O"]
    assert both.target.heads == (5, 1, 5, 5, 0)
    assert set(alone.target.tags[0]) == {IGNORED}
    assert (both.narrow, alone.narrow, foreign.narrow) == (True, True, False)
    assert measured.names == ()


def test_our_own_names_go_before_and_are_of_all_kinds(folder: Path) -> None:
    tree, names, german = (folder / name for name in ("tree.conllu", "names.iob2", "german.tsv"))
    (folder / "annotated.tsv.gz").write_bytes(gzip.compress(ANNOTATED.encode()))
    raw = read_raw([tree], [tree], [names], [german], folder / "annotated.tsv.gz")
    lesson = tree_lessons(raw.trees, raw.names, raw.annotated, raw.labels, PIECES)[0]
    assert [LABELS[column] for column in lesson.names] == ["B-OTH", "I-OTH", "O", "O", "O"]
    assert not lesson.narrow


def test_every_sentence_of_our_own_has_names_where_it_says() -> None:
    sentences = read_annotated(ANNOTATED_FILE)
    assert len(sentences) == 2000
    assert sum(label.startswith("B-OTH") for sentence in sentences for label in sentence.labels) > 150


def test_the_bundled_pipeline_is_measured_on_whole_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--model", "assets/models/en_lesart", "--treebank", str(folder / "tree.conllu")])
    assert "1 held-out sentences, 5 words" in capsys.readouterr().out
