import json
from pathlib import Path

import pytest
from spacy.language import Language

from core.language.installed import MODELS
from core.language.pipeline import GERMAN, load_pipeline
from core.training.evaluate import gold_spans, main, score_pipeline
from core.training.germeval import Sentence

SENTENCES = [
    Sentence(
        tuple("Am Montag reiste Karin Petersen nach Madrid .".split()),
        ("O", "O", "O", "B-PER", "I-PER", "O", "B-LOC", "O"),
    ),
    Sentence(tuple("Es regnete den ganzen Tag .".split()), ("O",) * 6),
    Sentence(tuple("Die SPD tagt in Hamburg .".split()), ("O", "B-ORG", "O", "O", "B-LOC", "O")),
]


@pytest.fixture(scope="module")
def german() -> Language:
    return load_pipeline("de")


def test_other_names_are_misc() -> None:
    assert gold_spans(Sentence(("a", "b", "c"), ("B-OTH", "B-LOCderiv", "B-PER"))) == {
        (0, 1, "MISC"),
        (2, 3, "PER"),
    }


@pytest.mark.parametrize("together", [1, 2, 3])
def test_scores_sentences_alone_or_together(german: Language, together: int) -> None:
    scores = score_pipeline(german, SENTENCES, together)
    assert (scores["micro"].true, scores["micro"].f1) == (4, 1.0)
    assert set(scores) == {"PER", "LOC", "ORG", "micro"}


def test_the_command_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        "".join(
            f"{i}\t{word}\t{label}\tO\n"
            for i, (word, label) in enumerate(zip(s.words, s.labels, strict=True), 1)
        )
        for s in SENTENCES
    ]
    (tmp_path / "dev.tsv").write_text("\n".join(rows), encoding="utf-8")
    main(["--model", str(GERMAN), "--germeval-dev", str(tmp_path / "dev.tsv")])
    printed = capsys.readouterr().out.splitlines()
    assert "3 sentences, 20 words" in printed[0]
    assert printed[-1].split() == ["micro", "100.00", "100.00", "100.00", "4"]


TREE = """\
1\tMöwen\tMöwe\tNOUN\tNN\tCase=Nom|Gender=Fem|Number=Plur\t2\tnsubj\t_\t_
2\tziehen\tziehen\tVERB\tVVFIN\tMood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_
3\tsüdwärts\tsüdwärts\tADV\tADV\t_\t2\tadvmod\t_\t_
4\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_

"""


def test_of_a_german_treebank_every_tenth_sentence_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "de_gsd-ud-dev.conllu"
    file.write_text(TREE * 21, encoding="utf-8")
    main(["--model", str(GERMAN), "--treebank", str(file)])
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "2 held-out sentences, 8 words"
    assert ["UPOS", "100.00"] in [line.split() for line in printed]


def test_of_an_english_treebank_every_sentence_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "en_ewt-ud-dev.conllu"
    file.write_text("1\tStop\tstop\tVERB\tVB\tMood=Imp\t0\troot\t_\t_\n\n" * 3, encoding="utf-8")
    main(["--model", str(MODELS / "en_lesart"), "--treebank", str(file)])
    assert capsys.readouterr().out.splitlines()[0] == "3 held-out sentences, 3 words"


def test_speeches_are_measured_by_role(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = {"SentenceId": 0, "Tokens": "Karin Petersen sagte , es regne .".split()}
    parts = {"Cue": ["0:2"], "Source": ["0:0", "0:1"], "Message": ["0:4", "0:5"], "Addr": []}
    speech = {"id": "1", "Sentences": [sentence], "Annotations": [parts]}
    file = tmp_path / "speeches.jsonl"
    file.write_text(json.dumps(speech) + "\n", encoding="utf-8")
    main(["--model", str(GERMAN), "--spkatt-dev", str(file)])
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "1 sentences of speeches, 7 words"
    rows = {line.split()[0]: line.split()[1:] for line in printed[2:]}
    assert rows["cue"] == ["100.00", "100.00", "100.00", "1"]
    assert rows["source"] == ["100.00", "100.00", "100.00", "2"]
