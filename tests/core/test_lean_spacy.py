"""spaCy is imported without its command line, which is there for whoever asks for it."""

import subprocess
import sys

import pytest


def said_by(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_an_analysis_brings_no_client_of_the_web() -> None:
    code = """
import sys, core.analyzer.analyze
print([name for name in ("httpx", "requests", "typer", "weasel", "jinja2") if name in sys.modules])
"""
    assert said_by(code) == "[]"


@pytest.mark.parametrize(
    "code",
    [
        "import spacy; print(spacy.cli.download.__module__)",
        "from spacy.cli import download; print(download.__module__)",
        "import spacy; from spacy.cli.info import get_markdown; print(spacy.cli.download.__module__)",
    ],
)
def test_the_command_line_comes_when_it_is_asked_for(code: str) -> None:
    assert said_by(f"import core; {code}") == "spacy.cli.download"


def test_spacy_tells_of_itself() -> None:
    assert (
        said_by("import core, spacy; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)")
        == "True"
    )


def test_the_first_version_of_pydantic_comes_when_it_is_asked_for() -> None:
    code = """
import sys, core.analyzer.analyze
before = "pydantic.v1" in sys.modules
from pydantic.v1 import BaseModel
print(before, BaseModel.__name__)
"""
    assert said_by(code) == "False BaseModel"
