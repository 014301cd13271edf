"""Formats that other distributions bring, and Lesart's own for research, which are found the same way."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.exchange import plugins
from core.exchange.errors import FormatError
from core.exchange.formats import EVERYDAY, SCHOLARLY, Format, Written
from core.exchange.placing import exports
from core.exchange.plugins import GROUP, Formats, formats
from tests.core.exchange.readings import READING

RESEARCH = ("prodigy", "doccano", "brat", "conll", "docbin", "quotations")
MODULE = """\
from core.exchange.formats import Format, Written

def write(readings):
    return Written({".lst": "\\n".join(reading.article.title for reading in readings).encode()})

TITLES = Format("titles", "title_lists:write", (".lst",), "the titles, one a line")
BROKEN = Format("broken", "title_lists:absent", (".lst",), "nothing")
TAKEN = Format("tei", "title_lists:write", (".xml",), "another TEI")
NUMBER = 1
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Install a distribution that announces formats, and give the list that comes of it."""
    monkeypatch.setattr(plugins, "formats", formats.__wrapped__)

    def install(*announced: str) -> Formats:
        (tmp_path / "title_lists.py").write_text(MODULE)
        metadata = tmp_path / "title_lists-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: title-lists\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text("\n".join((f"[{GROUP}]", *announced)) + "\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        return plugins.formats()

    yield install
    sys.modules.pop("title_lists", None)


def names(found: Formats) -> tuple[str, ...]:
    return tuple(each.name for each in found.all)


def test_the_formats_for_research_stand_between_the_others() -> None:
    own = (*(each.name for each in EVERYDAY), *RESEARCH, *(each.name for each in SCHOLARLY))
    assert names(formats()) == own
    assert formats().problems == ()


def test_they_are_found_where_lesart_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "entry_points", lambda group: ())
    assert formats.__wrapped__() == formats()


def test_a_format_from_elsewhere_is_listed_and_written(install) -> None:
    found = install("titles = title_lists:TITLES")
    assert names(found)[-5:] == ("quotations", "titles", "tei", "bibtex", "ris")
    assert found.problems == ()
    titles = found.by_name["titles"]
    (made,) = exports(titles, titles.load(), (READING, READING))
    assert made.written == Written({".lst": "\n".join([READING.article.title] * 2).encode()})


def test_what_cannot_be_used_is_named_and_the_others_go_on(install) -> None:
    found = install(
        "a = title_lists_not_there:A",
        "b = title_lists:ABSENT",
        "c = title_lists:NUMBER",
        "tei = title_lists:TAKEN",
        "titles = title_lists:TITLES",
    )
    assert names(found) == (*names(formats())[:-3], "titles", *names(formats())[-3:])
    assert found.problems == (
        "The format a of title-lists cannot be used: No module named 'title_lists_not_there'.",
        "The format b of title-lists cannot be used: module 'title_lists' has no attribute 'ABSENT'.",
        "The format c of title-lists cannot be used: title_lists:NUMBER is no Format.",
        "The format tei of title-lists is left out: another one has its name.",
    )


def test_a_format_whose_writer_is_missing_says_so_when_it_is_used(install) -> None:
    broken = install("broken = title_lists:BROKEN").by_name["broken"]
    with pytest.raises(FormatError, match=r"^The format broken cannot be used: .*'absent'\.$"):
        broken.load()


def test_a_reason_without_words_is_the_kind_of_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> None:
        raise RuntimeError

    monkeypatch.setattr("core.exchange.formats.import_module", fail)
    with pytest.raises(FormatError, match="cannot be used: RuntimeError"):
        Format("x", "x:write", (".x",), "").load()


def test_listing_the_formats_imports_nothing_that_writes_them() -> None:
    code = (
        "import sys; from core.exchange.plugins import formats; formats()\n"
        "print([name for name in sys.modules if name.startswith('core.exchange.research.')"
        " or name in ('spacy', 'jinja2', 'markdown_it')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
