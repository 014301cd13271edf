"""How Lesart looks: quiet themes of its own, and a colour for each kind of name that any other theme gets as well."""

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

from core.translation import N_, _

INK_COLOURS: Mapping[str, str] = {
    "entity-person": "#e6b566",
    "entity-organisation": "#84b6e8",
    "entity-place": "#93c48b",
    "entity-misc": "#c9a3dc",
    "annotation": "#3d3a22",
    "annotation-sign": "#d9c46a",
    "quote": "#8f8a80",
    "quote-current": "#f0ead8",
    "search-hit": "#31453f",
    "rule": "#3a3834",
    "faint": "#9a958b",
    "ruler": "#232120",
    "faded": "#89847b",
}
"""Colours on a dark ground."""

PAPER_COLOURS: Mapping[str, str] = {
    "entity-person": "#8a4b08",
    "entity-organisation": "#1f5288",
    "entity-place": "#2d6a35",
    "entity-misc": "#73408f",
    "annotation": "#f4e8b4",
    "annotation-sign": "#86650a",
    "quote": "#8b8375",
    "quote-current": "#2b2620",
    "search-hit": "#d2e6dc",
    "rule": "#d8d0c0",
    "faint": "#6b655a",
    "ruler": "#f3ecdb",
    "faded": "#736d62",
}
"""Colours on a light ground."""

CONTRAST_COLOURS: Mapping[str, str] = {
    "entity-person": "#ffd75f",
    "entity-organisation": "#87d7ff",
    "entity-place": "#9df58b",
    "entity-misc": "#ffafff",
    "annotation": "#4a4400",
    "annotation-sign": "#ffff5f",
    "quote": "#c0c0c0",
    "quote-current": "#ffffff",
    "search-hit": "#00504c",
    "rule": "#808080",
    "faint": "#d0d0d0",
    "ruler": "#1c1c1c",
    "faded": "#787878",
}
"""Colours for high contrast, on black."""

SEPIA_COLOURS: Mapping[str, str] = {
    "entity-person": "#7c3a06",
    "entity-organisation": "#1d4a78",
    "entity-place": "#2f5722",
    "entity-misc": "#66307c",
    "annotation": "#e6cf8a",
    "annotation-sign": "#6e4f06",
    "quote": "#806c4c",
    "quote-current": "#433422",
    "search-hit": "#cfd8b8",
    "rule": "#d3c19c",
    "faint": "#64543c",
    "ruler": "#e8d8b6",
    "faded": "#706048",
}
"""Colours on brown paper."""

SAFE_COLOURS: Mapping[str, str] = {
    "entity-person": "#fdda17",
    "entity-organisation": "#bedbef",
    "entity-place": "#39c377",
    "entity-misc": "#f878fe",
    "annotation": "#3b3413",
    "annotation-sign": "#f0e442",
    "quote": "#8d939c",
    "quote-current": "#ffffff",
    "search-hit": "#103a4a",
    "rule": "#343a44",
    "faint": "#9ba1aa",
    "ruler": "#20242b",
    "faded": "#7e838b",
}
"""Colours on a dark ground that stay apart, in lightness too, for people who see red, green or blue less."""

TERMINAL_COLOURS: Mapping[str, str] = {
    "entity-person": "ansi_magenta",
    "entity-organisation": "ansi_blue",
    "entity-place": "ansi_green",
    "entity-misc": "ansi_cyan",
    "annotation": "ansi_bright_black",
    "annotation-sign": "ansi_magenta",
    "quote": "ansi_bright_black",
    "quote-current": "ansi_default",
    "search-hit": "ansi_cyan",
    "rule": "ansi_bright_black",
    "faint": "ansi_bright_black",
    "ruler": "ansi_default",
    "faded": "ansi_bright_black",
}
"""Names of colours that the terminal itself decides. Yellow is none of them: on white it can hardly be read."""

PAPER = Theme(
    name="paper",
    dark=False,
    primary="#6f5b3a",
    secondary="#4d6a6d",
    accent="#7a5c12",
    warning="#8a5a00",
    error="#a03028",
    success="#2d6a35",
    foreground="#2b2620",
    background="#faf6ec",
    surface="#faf6ec",
    panel="#f3ecdb",
    variables={
        **PAPER_COLOURS,
        "block-cursor-background": "#e9dfc6",
        "block-cursor-foreground": "#2b2620",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#f3ecdb",
        "block-hover-background": "#f3ecdb",
        "input-selection-background": "#cfdfe8",
        "screen-selection-background": "#c6dbe8",
        "screen-selection-foreground": "#2b2620",
        "scrollbar": "#ddd4c0",
        "scrollbar-hover": "#cabfa6",
        "scrollbar-active": "#b5a88c",
        "scrollbar-background": "#faf6ec",
        "scrollbar-background-hover": "#faf6ec",
        "scrollbar-background-active": "#faf6ec",
    },
)

INK = Theme(
    name="ink",
    primary="#c8b48a",
    secondary="#8fb3b0",
    accent="#d9c46a",
    warning="#e0b060",
    error="#e58a80",
    success="#93c48b",
    foreground="#d9d4c8",
    background="#191817",
    surface="#191817",
    panel="#232120",
    variables={
        **INK_COLOURS,
        "block-cursor-background": "#34312c",
        "block-cursor-foreground": "#f0ead8",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#232120",
        "block-hover-background": "#232120",
        "input-selection-background": "#2a434e",
        "screen-selection-background": "#2a434e",
        "screen-selection-foreground": "#f0ead8",
        "scrollbar": "#3a3834",
        "scrollbar-hover": "#4b4842",
        "scrollbar-active": "#6a655c",
        "scrollbar-background": "#191817",
        "scrollbar-background-hover": "#191817",
        "scrollbar-background-active": "#191817",
    },
)

CONTRAST = Theme(
    name="contrast",
    primary="#ffffff",
    secondary="#87d7ff",
    accent="#ffff5f",
    warning="#ffd75f",
    error="#ff8f8f",
    success="#9df58b",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    variables={
        **CONTRAST_COLOURS,
        "block-cursor-background": "#3a3a3a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#262626",
        "block-hover-background": "#303030",
        "screen-selection-background": "#004488",
        "screen-selection-foreground": "#ffffff",
        "scrollbar": "#808080",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)

SEPIA = Theme(
    name="sepia",
    dark=False,
    primary="#6a4b22",
    secondary="#3f5c5e",
    accent="#6e4f06",
    warning="#7c4a00",
    error="#8f2a20",
    success="#2f5722",
    foreground="#433422",
    background="#f0e3c8",
    surface="#f0e3c8",
    panel="#e8d8b6",
    variables={
        **SEPIA_COLOURS,
        "block-cursor-background": "#e0cfa8",
        "block-cursor-foreground": "#433422",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e8d8b6",
        "block-hover-background": "#e8d8b6",
        "input-selection-background": "#bfd0d4",
        "screen-selection-background": "#bfd0d4",
        "screen-selection-foreground": "#433422",
        "scrollbar": "#d3c19c",
        "scrollbar-hover": "#c2ad82",
        "scrollbar-active": "#ab9468",
        "scrollbar-background": "#f0e3c8",
        "scrollbar-background-hover": "#f0e3c8",
        "scrollbar-background-active": "#f0e3c8",
    },
)

COLOUR_BLIND = Theme(
    name="colour-blind",
    primary="#bedbef",
    secondary="#39c377",
    accent="#f0e442",
    warning="#fdda17",
    error="#ff9f8f",
    success="#39c377",
    foreground="#dfe1e4",
    background="#14161a",
    surface="#14161a",
    panel="#20242b",
    variables={
        **SAFE_COLOURS,
        "block-cursor-background": "#2c313a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#20242b",
        "block-hover-background": "#20242b",
        "input-selection-background": "#23405c",
        "screen-selection-background": "#23405c",
        "screen-selection-foreground": "#ffffff",
        "scrollbar": "#343a44",
        "scrollbar-hover": "#474e5a",
        "scrollbar-active": "#636b78",
        "scrollbar-background": "#14161a",
        "scrollbar-background-hover": "#14161a",
        "scrollbar-background-active": "#14161a",
    },
)

TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_magenta",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **TERMINAL_COLOURS,
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-text-style": "reverse",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-text-style": "bold",
        "screen-selection-background": "ansi_cyan",
        "screen-selection-foreground": "ansi_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
    },
)

THEMES: tuple[Theme, ...] = (INK, PAPER, SEPIA, CONTRAST, COLOUR_BLIND, TERMINAL)
"""Lesart's own themes; the first is the one to begin with."""

NAMES: Mapping[str, str] = {
    "ink": N_("ink"),
    "paper": N_("paper"),
    "sepia": N_("sepia"),
    "contrast": N_("contrast"),
    "colour-blind": N_("colour-blind"),
    "terminal": N_("terminal"),
}
"""What they are called on the screen."""


def colours_for(theme: Theme) -> Mapping[str, str]:
    """The colours of names, quotes and marks that a theme which does not bring them is given."""
    if theme.ansi:
        return TERMINAL_COLOURS
    return INK_COLOURS if theme.dark else PAPER_COLOURS


def unknown_look(name: str) -> str:
    """That there is no look of a name; empty if there is one."""
    if name in {*NAMES, *BUILTIN_THEMES}:
        return ""
    return _("There is no look called “{name}”; it is {usual} for now.").format(
        name=name, usual=_(NAMES[THEMES[0].name])
    )
