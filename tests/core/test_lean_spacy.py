"""spaCy is imported without its command line, which is there for whoever asks for it."""

from tests.fresh import said_by


def test_an_analysis_brings_no_client_of_the_web() -> None:
    code = """
import sys, core.analyzer.analyze
print([name for name in ("httpx", "requests", "typer", "weasel", "jinja2") if name in sys.modules])
"""
    assert said_by(code) == ["[]"]


def test_the_command_line_comes_when_it_is_asked_for_and_spacy_tells_of_itself() -> None:
    asked = (
        "print(spacy.cli.download.__module__)",
        "from spacy.cli import download; print(download.__module__)",
        "from spacy.cli.info import get_markdown; print(spacy.cli.download.__module__)",
    )
    told = "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)"
    assert said_by(*asked, told, after="import core, spacy") == [*["spacy.cli.download"] * 3, "True"]


def test_the_first_version_of_pydantic_comes_when_it_is_asked_for() -> None:
    code = """
import sys, core.analyzer.analyze
before = "pydantic.v1" in sys.modules
from pydantic.v1 import BaseModel
print(before, BaseModel.__name__)
"""
    assert said_by(code) == ["False BaseModel"]
