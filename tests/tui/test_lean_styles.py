"""The style sheet that remembers gives every part of the screen what Textual's own would give it."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widgets import Input, Label

from tui.lean_styles import KNOWN, ComponentStyles, LeanStylesheet, OwnRules, lean_stylesheet

FLAGS = "_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even"
WAYS = (
    ("tab", "tab", "shift+tab"),
    ("e", "enter", "j", "escape"),
    ("c", "I", "escape", "t", *"fr", "escape"),
    ("2", "j", "slash", *"xyz", "escape", "escape"),
    ("X", "j", "escape", "question_mark", "escape"),
    ("F", "4", "j", "escape"),
)
"""Keys by which parts get and lose the focus, come and go, and change their classes."""


def by_textual(sheet: Stylesheet, node: DOMNode) -> object:
    """The rules that Textual's own style sheet has for a part, and what it notes of it."""
    own = OwnRules(sheet.rules)
    own.apply(node)
    return own.result, *(getattr(node, flag) for flag in FLAGS)


def components_by_textual(sheet: Stylesheet, node: DOMNode) -> dict[str, object]:
    """The same for what a part draws itself."""
    found = {}
    for name in node._get_component_classes():
        component = DOMNode(classes=name)
        component._attach(node)
        found[name] = by_textual(sheet, component)[0]
    return found


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[DOMNode]:
    """All that is styled from now on; each part is compared with what Textual makes of it."""
    styled: list[DOMNode] = []
    lean_apply, lean_replace = LeanStylesheet.apply, LeanStylesheet.replace_rules
    given: dict[DOMNode, object] = {}

    def replace(node, rules, animate=False):
        given[node] = rules
        lean_replace(node, rules, animate=animate)

    def apply(sheet, node, **options):
        given.pop(node, None)
        lean_apply(sheet, node, **options)
        flags = tuple(getattr(node, flag) for flag in FLAGS)
        assert (given.pop(node, None), *flags) == by_textual(sheet, node)
        if node._get_component_classes():
            assert node._component_styles.rules == components_by_textual(sheet, node)
        styled.append(node)

    monkeypatch.setattr(LeanStylesheet, "replace_rules", staticmethod(replace))
    monkeypatch.setattr(LeanStylesheet, "apply", apply)
    return styled


@pytest.mark.parametrize("keys", WAYS, ids=" ".join)
async def test_every_part_is_styled_as_by_textual(reading, compared, keys):
    async with reading() as reader:
        assert isinstance(reader.app.stylesheet, LeanStylesheet)
        before = len(compared)
        await reader.press(*keys)
        assert len(compared) > before > len(set(compared)) / 2


async def test_in_another_theme_too(reading, compared):
    async with reading() as reader:
        before = reader.screen.view.styles.base._rules["color"]
        reader.app.theme = "textual-light"
        await reader.settle()
        assert reader.screen.view.styles.base._rules["color"] != before


class Small(App[None]):
    """Parts that differ by what the style sheet asks for, and by what it does not."""

    AUTO_FOCUS = None
    CSS = """
    Label { color: red; }
    .warm Label { color: yellow; }
    #box:focus-within { background: blue; Label { color: green; } }
    Vertical > Label:first-child { text-style: bold; }
    Label:last-child { text-style: italic; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = lean_stylesheet(self.stylesheet)

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Label("one", id="one")
            yield Input(id="field")
            yield Label("two", classes="unheard-of")

    @property
    def colours(self) -> list[str]:
        return [label.styles.color.hex for label in self.query(Label)]


async def test_what_changes_around_a_part_changes_its_rules(compared):
    app = Small()
    async with app.run_test() as pilot:
        assert app.colours == ["#FF0000"] * 2
        assert [str(label.styles.text_style) for label in app.query(Label)] == ["bold", "italic"]
        app.query_one("#box").add_class("warm")
        assert app.colours == ["#FFFF00"] * 2
        app.query_one("#field").focus()
        await pilot.pause()
        assert app.colours == ["#008000"] * 2


async def test_rules_that_come_later_hold(compared):
    app = Small()
    async with app.run_test() as pilot:
        app.stylesheet.add_source("#one.cold { color: blue; }", read_from=("late", ""))
        app.query_one("#one").add_class("cold")
        await pilot.pause()
        assert app.colours[0] == "#0000FF"
        assert app.colours[1] != "#0000FF"


async def test_styles_of_what_a_part_draws_are_made_when_they_are_asked_for():
    app = Small()
    async with app.run_test() as pilot:
        field = app.query_one("#field")
        styles = field._component_styles
        assert isinstance(styles, ComponentStyles)
        assert dict.keys(styles) < field._get_component_classes()
        made = field.get_component_styles("input--suggestion").color
        assert made == styles["input--suggestion"].color
        with pytest.raises(KeyError):
            field.get_component_styles("input--nothing")
        field.parent.add_class("unheard-of")
        await pilot.pause()
        assert field._component_styles is styles, "nothing has changed for it"
        await field.remove()
        with pytest.raises(KeyError):
            field.get_component_styles("input--suggestion")


def test_textuals_own_is_used_with_a_version_that_is_not_known(monkeypatch):
    sheet = Stylesheet(variables={"red": "#ff0000"})
    lean = lean_stylesheet(sheet)
    assert type(lean) is LeanStylesheet, "update KNOWN once these tests pass with the new version"
    assert lean._variables == lean.copy()._variables == sheet._variables
    monkeypatch.setattr("tui.lean_styles.KNOWN", ("0.0.0",))
    assert lean_stylesheet(sheet) is sheet


def test_the_known_version_is_among_the_exact_ones():
    pinned = (Path(__file__).parents[2] / "constraints.txt").read_text(encoding="utf-8")
    assert any(f"textual=={version} " in pinned for version in KNOWN)
