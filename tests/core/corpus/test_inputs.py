"""Which documents sources hold, in which order, and what is said of those that cannot be read."""

import gzip
import io
import json
from pathlib import Path

import duckdb
import pytest

from core.corpus import inputs
from core.corpus.document import Document
from core.corpus.inputs import documents, how_many, is_collection, is_more_than


def lines_file(path: Path, *lines: object) -> str:
    data = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return str(path)


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz"])
def test_each_line_is_a_document_and_its_other_fields_are_metadata(tmp_path: Path, name: str) -> None:
    source = lines_file(tmp_path / name, {"text": "Eins.", "outlet": "Blatt", "nr": 1}, "", {"text": "Zwei."})
    found = list(documents([source]))
    assert found == [
        Document(f"{source}#1", "Eins.", {"outlet": "Blatt", "nr": 1}),
        Document(f"{source}#3", "Zwei."),
    ]
    assert how_many([source]) == 3


def test_the_field_with_the_text_can_be_named(tmp_path: Path) -> None:
    source = lines_file(tmp_path / "a.jsonl", {"body": "Eins.", "text": 7})
    assert list(documents([source], "body")) == [Document(f"{source}#1", "Eins.", {"text": 7})]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "as JSON"),
        ("[1, 2]", "no JSON object"),
        ('{"body": "Eins."}', "no text in the field “text”"),
        ('{"text": null}', "no text in the field “text”"),
        ("[" * 100_000, "nested too deeply"),
        (f'{{"text": "x", "n": {"9" * 5000}}}', "too many digits"),
        ("\x00", "as JSON"),
    ],
)
def test_a_bad_line_says_so_and_the_rest_goes_on(tmp_path: Path, line: str, reason: str) -> None:
    source = lines_file(tmp_path / "a.jsonl", line, {"text": "Zwei."})
    bad, good = documents([source])
    assert reason in bad.unreadable
    assert (good.source, good.text) == (f"{source}#2", "Zwei.")


def test_a_line_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LONGEST_LINE", 64)
    source = lines_file(tmp_path / "a.jsonl", {"text": "x" * 1000}, {"text": "Zwei."})
    bad, good = documents([source])
    assert "MB" in bad.unreadable
    assert good.text == "Zwei."


def test_a_packed_file_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    whole = gzip.compress(b'{"text": "Eins."}\n' * 5000, 0)
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *good, bad = documents([str(tmp_path / "a.jsonl.gz")])
    assert len(good) > 100
    assert "cannot be read on" in bad.unreadable


def test_a_folder_is_read_by_path_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "b/a.html", "b/picture.png", ".hidden/c.txt", "a.md"):
        (tmp_path / name).write_text("x")
    lines_file(tmp_path / "c.jsonl", {"text": "Eins."}, {"text": "Zwei."})
    found = [
        Path(document.source).relative_to(tmp_path).as_posix() for document in documents([str(tmp_path)])
    ]
    assert found == ["a.md", "b/a.html", "c.jsonl#1", "c.jsonl#2", "z.txt"]
    assert how_many([str(tmp_path)]) == 5


def test_a_pattern_takes_what_matches_in_order(tmp_path: Path) -> None:
    for name in ("2.txt", "1.txt", "3.md"):
        (tmp_path / name).write_text("x")
    found = [Path(document.source).name for document in documents([f"{tmp_path}/*.txt"])]
    assert found == ["1.txt", "2.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("empty", "nothing to read"), ("a.jsonl", "Cannot read")],
)
def test_a_source_without_documents_says_so(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "empty").mkdir()
    (found,) = documents([str(tmp_path / name)])
    assert reason in found.unreadable


def test_each_row_of_a_table_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    rows = "(VALUES ('Eins.', 'Blatt', DATE '2026-01-02', [1, 2]), (NULL, 'Blatt', NULL, NULL))"
    rows += " AS t(text, outlet, day, tags)"
    duckdb.connect().execute(f"COPY (SELECT * FROM {rows}) TO '{path}' (FORMAT parquet)")
    good, bad = documents([str(path)])
    assert good == Document(f"{path}#1", "Eins.", {"outlet": "Blatt", "day": "2026-01-02", "tags": [1, 2]})
    assert "no text" in bad.unreadable
    assert how_many([str(path)]) == 2


def test_a_damaged_table_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 but no table")
    (found,) = documents([str(tmp_path / "a.parquet")])
    assert "Cannot read" in found.unreadable


def test_documents_come_from_file_systems_of_fsspec(tmp_path: Path) -> None:
    import fsspec

    with fsspec.open("memory://archive/a.jsonl", "wb") as file:
        file.write(b'{"text": "Eins."}\n')
    (found,) = documents(["memory://archive/a.jsonl"])
    assert found.text == "Eins."
    assert how_many(["memory://archive/a.jsonl"]) is None


@pytest.mark.parametrize(
    ("source", "whether"),
    [
        ("a.txt", False),
        ("a.jsonl", True),
        ("-", False),
        ("https://a.example/x.parquet", False),
        ("s3://b/x.txt", True),
    ],
)
def test_what_may_hold_more_than_one_document(source: str, whether: bool) -> None:
    assert is_collection(source) is whether


class Piped(io.TextIOWrapper):
    """Standard input with something in it."""

    def __init__(self, words: str) -> None:
        super().__init__(io.BufferedReader(io.BytesIO(words.encode())))  # type: ignore[type-var]


def test_lines_may_come_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Piped('{"text": "Eins.", "nr": 1}\n{"text": "Zwei."}\n'))
    assert is_collection("-")
    assert how_many(["-"]) is None
    assert list(documents(["-"])) == [Document("-#1", "Eins.", {"nr": 1}), Document("-#2", "Zwei.")]


def test_an_article_on_standard_input_is_read_before_it_is_handed_to_a_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", Piped("Ein Titel\n\nEin Text."))
    assert not is_collection("-")
    (found,) = documents(["-"])
    assert found.article is not None
    assert found.article.title == "Ein Titel"
    assert found.weight == len(found.article.text)


@pytest.mark.parametrize(("number", "more"), [(20, False), (21, True)])
def test_a_folder_is_much_by_its_files_and_a_file_by_its_size(
    tmp_path: Path, number: int, more: bool
) -> None:
    for name in range(number):
        (tmp_path / f"{name}.txt").write_text("Eins.")
    assert is_more_than([str(tmp_path)], 20) is more
    lines_file(tmp_path / "a.jsonl", *({"text": "x" * 4096} for _ in range(number - 1)))
    assert is_more_than([str(tmp_path / "a.jsonl")], 20) is more
