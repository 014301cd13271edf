"""The colours and attributes in which the parts of an article are drawn."""

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color, ColorParseError
from textual.css.styles import RenderStyles
from textual.widget import Widget

PREFIX = "article--"
"""What the names of the component classes begin with."""

FOREGROUNDS: Mapping[str, str] = {
    "person": "entity-person",
    "organisation": "entity-organisation",
    "place": "entity-place",
    "misc": "entity-misc",
    "quote": "quote",
    "quote-current": "quote-current",
    "sign": "annotation-sign",
    "rule": "rule",
    "caption": "faint",
    "credit": "faint",
    "teaser": "faint",
    "fold": "faint",
    "dateline": "faint",
}
"""Theme variables that colour the text of a component, where the theme or the app has them."""

BACKGROUNDS: Mapping[str, str] = {"annotation": "annotation", "hit": "search-hit"}
"""Theme variables that colour the ground of a component, where the theme or the app has them."""


class Looks:
    """Rich styles for components drawn over each other.

    Colours come from the component classes in CSS, and from the theme variables above where there are such. A colour
    that lets another shine through is blended here, since a terminal cannot.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}

    def clear(self) -> None:
        """Forget everything: the theme or the style sheet is another one."""
        self._known.clear()

    def style(self, *names: str) -> Style:
        """The style of the named components, each drawn over the one before, on the widget's own ground."""
        style = self._known.get(names)
        if style is None:
            style = self._known[names] = self._blend(names)
        return style

    def _blend(self, names: tuple[str, ...]) -> Style:
        own = self._widget.visual_style
        ground = own.background or Color(0, 0, 0)
        ink = own.foreground or Color(255, 255, 255)
        attributes = Style.null()
        contrast: float | None = None
        for name in names:
            styles = self._widget.get_component_styles(PREFIX + name)
            background = self._variable(BACKGROUNDS.get(name)) or _own(styles, "background")
            if background is not None:
                ground += background
            color = self._variable(FOREGROUNDS.get(name)) or _own(styles, "color")
            if styles.has_rule("auto_color") and styles.auto_color and name not in FOREGROUNDS:
                contrast = styles.color.a
            elif color is not None:
                ink, contrast = color, None
            attributes += styles.text_style
        if contrast is not None:
            ink = ground.get_contrast_text(contrast)
        ink = ground + ink
        return Style.from_color(ink.rich_color, ground.rich_color) + attributes

    def _variable(self, name: str | None) -> Color | None:
        value = self._widget.app.theme_variables.get(name) if name else None
        if value is None:
            return None
        try:
            return Color.parse(value)
        except ColorParseError:
            return None


def _own(styles: RenderStyles, rule: str) -> Color | None:
    """A colour that the component's own rules set, or None."""
    if not styles.has_rule(rule):
        return None
    color: Color = getattr(styles, rule)
    return color if color.a or color.ansi is not None else None
