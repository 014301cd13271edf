from pathlib import Path

import pytest
from spacy.language import Language

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
