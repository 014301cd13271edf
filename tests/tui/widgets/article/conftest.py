import pytest


@pytest.fixture(params=["at once", "where one reads first"])
def laid_out(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the text laid out as a short one is, and as a long one."""
    if request.param != "at once":
        monkeypatch.setattr("tui.widgets.article.page.SHORT", -1)
        monkeypatch.setattr("tui.widgets.article.viewport.STILL", 0.001)
