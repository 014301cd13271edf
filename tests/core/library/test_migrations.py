"""Files of every older format open as they did, and are lifted when something changes."""

import json
import shutil
from pathlib import Path

import pytest

from core.annotations import Anchor, Annotation
from core.library import Library
from core.library.errors import NewerFormatError
from core.library.file_format import FIRST, SCHEMA, STEPS, lift

OLDER = Path(__file__).parents[2] / "data" / "library"
KEY = "9298791eda33d1db5051054a07b139211f1f1e88e20e4368c341bd9ca534facc"


@pytest.fixture(params=range(FIRST, SCHEMA))
def old(request, tmp_path) -> Path:
    """A library as that format had it: one article with two annotations."""
    shutil.copytree(OLDER / f"schema-{request.param}", tmp_path / "library")
    return tmp_path / "library"


def test_there_is_a_library_of_every_older_format_to_test_with():
    assert sorted(path.name for path in OLDER.iterdir() if path.is_dir()) == [
        f"schema-{each}" for each in range(FIRST, SCHEMA)
    ]


def test_an_older_library_opens_as_it_was_and_no_file_is_touched(old):
    before = {path: path.read_bytes() for path in old.rglob("*.json")}
    library = Library(old)
    (record,) = library.articles()
    article = library.load_article(record.key)
    assert article is not None
    assert (record.key, record.title, record.annotations, record.previous) == (KEY, "Der Deich hält", 2, "")
    one, two = sorted(library.annotations(article), key=lambda each: each.id)
    assert one.anchor == Anchor.of(article.text, 33, 47)
    assert (one.tags, one.note) == (("amt", "küste/deich"), "Seit wann?")
    assert (two.anchor, two.tags, two.created) == (None, ("küste",), "2026-01-02T03:05:05.678+00:00")
    assert library.damage == ()
    assert library.check().troubles == ()
    assert {path: path.read_bytes() for path in old.rglob("*.json")} == before


def test_a_change_lifts_the_file_and_keeps_everything(old):
    library = Library(old)
    article = library.load_article(KEY)
    assert article is not None
    before = library.annotations(article)
    kept = library.save(article, Annotation.new(None, ("neu",)))
    library.open_article(article)
    for path in old.rglob("*.json"):
        if path.parent.name in ("annotations",):
            assert json.loads(path.read_text("utf-8"))["lesart"]["schema"] == SCHEMA
    again = Library(old)
    assert set(again.annotations(article)) == {*before, kept}
    assert [record.title for record in again.articles()] == ["Der Deich hält"]


def test_steps_are_taken_one_after_the_other():
    tables = {"index": {"1": {"key": "k"}}}
    for schema in range(FIRST, SCHEMA):
        once = lift("index", tables, schema, schema + 1)
        assert lift("index", tables, schema, SCHEMA) == lift("index", once, schema + 1, SCHEMA)
    assert tables == {"index": {"1": {"key": "k"}}}, "a step changed what it was given"
    assert {schema for _, schema in STEPS} == set(range(FIRST, SCHEMA))


def test_formats_that_never_were_and_those_to_come_are_refused():
    with pytest.raises(LookupError):
        lift("index", {}, FIRST - 1, SCHEMA)
    with pytest.raises(NewerFormatError, match=r"newer Lesart .*\.$"):
        lift("index", {}, SCHEMA + 1, SCHEMA)
