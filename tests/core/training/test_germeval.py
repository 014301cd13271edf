import gzip

import pytest

from core.training.germeval import LABELS, Sentence, entity_spans, parse_germeval, read_germeval

FILE = """#\thttp://example.org/hafen\t[2024-05-01]
1\tKarin\tB-PER\tO
2\tPetersen\tI-PER\tO
3\tmag\tO\tO
4\tnorddeutsches\tB-LOCderiv\tO
5\tWetter\tO\tO

#\thttp://example.org/werft\t[2024-05-02]
1\t#\tO\tO
2\tWerft-Chef\tB-ORGpart\tO
"""
SENTENCES = [
    Sentence(
        ("Karin", "Petersen", "mag", "norddeutsches", "Wetter"), ("B-PER", "I-PER", "O", "B-LOCderiv", "O")
    ),
    Sentence(("#", "Werft-Chef"), ("O", "B-ORGpart")),
]


def test_reads_sentences_without_sources_and_with_no_blank_line_at_the_end() -> None:
    assert parse_germeval(FILE.splitlines(keepends=True)) == SENTENCES


def test_reads_plain_and_gzipped_files(tmp_path) -> None:
    plain, zipped = tmp_path / "a.tsv", tmp_path / "a.tsv.gz"
    plain.write_text(FILE, encoding="utf-8")
    zipped.write_bytes(gzip.compress(FILE.encode()))
    assert read_germeval(plain) == read_germeval(zipped) == SENTENCES


@pytest.mark.parametrize("line", ["1\tHafen", "1\tHafen\tB-SHIP\tO"])
def test_a_line_of_another_format_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2 is not GermEval"):
        parse_germeval(["1\tHafen\tO\tO", line])


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["O", "B-PER", "I-PER"], {(1, 3, "PER")}),
        (["B-PER", "B-PER"], {(0, 1, "PER"), (1, 2, "PER")}),
        (["I-LOC", "I-ORG"], {(0, 1, "LOC"), (1, 2, "ORG")}),
        (["B-LOCderiv", "B-OTH", "I-OTHpart"], {(1, 2, "OTH")}),
        ([], set()),
    ],
)
def test_names_proper(labels: list[str], spans: set[tuple[int, int, str]]) -> None:
    assert entity_spans(labels) == spans


def test_there_are_two_labels_a_kind_and_form() -> None:
    assert len(LABELS) == len(set(LABELS)) == 25
