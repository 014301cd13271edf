"""The analysis in a process of its own: its complaints come over as one sentence."""

from pathlib import Path

import pytest

from core.analyzer import in_child_process as remote
from core.analyzer.in_child_process import AnalysisError, analyze_apart, hearing
from core.articles.texts import plain_article


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a module that a child runs in place of the analysis."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(remote, "MODULE", "answering")
    return tmp_path / "answering.py"


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("raise MemoryError('no room')", "The analysis failed: MemoryError: no room."),
        ("raise SystemExit(3)", "The analysis failed: it gave no reason."),
        ("print('{')", "The analysis came back damaged: "),
        ("print('{}')", "The analysis came back damaged: "),
    ],
)
async def test_what_goes_wrong_is_told_in_a_sentence(module: Path, program: str, sentence: str) -> None:
    module.write_text(program)
    with pytest.raises(AnalysisError) as raised:
        await analyze_apart(plain_article("Text.", "-"))
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


async def test_it_is_heard_how_far_the_analysis_is(module: Path) -> None:
    module.write_text(
        "import sys\nsys.stdin.read()\n"
        "for line in ('progress 0.250', 'progress soon', 'progress 1.000', 'over'):\n    print(line, file=sys.stderr)\n"
        "raise SystemExit(1)\n"
    )
    heard: list[float] = []
    with hearing(heard.append), pytest.raises(AnalysisError, match="failed: over"):
        await analyze_apart(plain_article("Text.", "-"))
    assert heard == [0.25, 1.0]
