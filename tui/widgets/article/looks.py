"""The colours and attributes in which the parts of an article are painted."""

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color, ColorParseError
from textual.css.styles import RenderStyles
from textual.widget import Widget

from tui.widgets.components import component

PREFIX = "article--"
"""The prefix of the component classes."""

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
    "faded": "faded",
}
"""Theme variables for the text colour of a component, used where the theme or the app defines them."""

BACKGROUNDS: Mapping[str, str] = {"annotation": "annotation", "hit": "search-hit", "ruler": "ruler"}
"""Theme variables for the background of a component, used where the theme or the app defines them."""

STYLES = """
ArticleView {
    background: $background;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-gutter: stable;
    scrollbar-size-vertical: 1;

    & > .article--headline, & > .article--subheading, & > .article--speaker, & > .article--question {
        text-style: bold;
    }
    & > .article--rule { color: $foreground 30%; }
    & > .article--caption, & > .article--credit, & > .article--teaser, & > .article--fold, & > .article--dateline,
    & > .article--faded { color: $foreground 65%; }
    & > .article--person { color: $text-warning; text-style: underline; }
    & > .article--organisation { color: $text-primary; text-style: underline uu; }
    & > .article--place { color: $text-success; text-style: italic underline; }
    & > .article--misc { color: $text-secondary; text-style: italic; }
    & > .article--quote { color: $foreground 40%; }
    & > .article--quote-current { color: $text-accent; text-style: bold; }
    & > .article--cue { text-style: bold italic; }
    & > .article--annotation { background: $warning 20%; }
    & > .article--sign { color: $text-warning; }
    & > .article--hit { background: $success 30%; }
    & > .article--target { background: $accent 25%; color: $foreground; }
    & > .article--selection {
        background: $screen-selection-background;
        color: $screen-selection-foreground;
    }
    & > .article--caret { text-style: bold underline; }
    & > .article--ruler { background: $panel; }

    &:ansi {
        & > .article--rule, & > .article--caption, & > .article--credit, & > .article--teaser, & > .article--fold,
        & > .article--dateline, & > .article--quote, & > .article--faded { color: ansi_bright_black; }
        & > .article--ruler { background: ansi_default; }
        & > .article--annotation { background: ansi_bright_black; color: ansi_bright_white; }
        & > .article--hit { background: ansi_cyan; color: ansi_black; }
        & > .article--target { background: ansi_default; text-style: reverse; }
    }
    &:nocolor {
        & > .article--caption, & > .article--credit, & > .article--teaser, & > .article--fold, & > .article--quote,
        & > .article--faded { text-style: dim; }
        & > .article--annotation { text-style: bold; }
        & > .article--hit, & > .article--selection { text-style: reverse; }
        & > .article--target { text-style: bold reverse; }
    }
}
"""
"""Style sheet of the view: what the components look like unless the theme says otherwise."""


class Looks:
    """Rich styles for components painted over each other.

    Colours come from the theme variables above or, where there are none, from the component classes in CSS.
    Translucent colours are blended here, since a terminal cannot do so.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, ...], Style] = {}
        self._components: dict[str, RenderStyles] = {}
        self._variables: Mapping[str, str] | None = None

    def clear(self) -> bool:
        """Forget all styles, after the theme or the style sheet has changed; returns whether the theme has."""
        self._known.clear()
        self._components.clear()
        before, self._variables = self._variables, self._widget.app.theme_variables
        return before is not self._variables

    def style(self, *names: str) -> Style:
        """The style of the named components, each painted over the one before, on the widget's own background."""
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
            styles = self._component(name)
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

    def _component(self, name: str) -> RenderStyles:
        if name not in self._components:
            self._components[name] = component(self._widget, PREFIX + name).styles
        return self._components[name]

    def _variable(self, name: str | None) -> Color | None:
        value = self._widget.app.theme_variables.get(name) if name else None
        if value is None:
            return None
        try:
            return Color.parse(value)
        except ColorParseError:
            return None


def _own(styles: RenderStyles, rule: str) -> Color | None:
    """A colour set by the component's own rules, or None."""
    if not styles.has_rule(rule):
        return None
    color: Color = getattr(styles, rule)
    return color if color.a or color.ansi is not None else None
