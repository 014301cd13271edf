"""`lesart settings`: every setting with its value, its default and its meaning, as a settings file."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from core.locations import locations
from core.translation import N_, _
from tui.cli.output import complain, parser
from tui.config.settings import PIPELINES, SETTINGS_FILE, Settings, line_of, read_settings, wanted
from tui.themes import THEMES

EPILOG = N_(
    """\
What is printed is a settings file: lines that begin with # have their default. To begin with it:

  lesart settings > {path}

Faults in that file are named on standard error, and the exit status is 1; the defaults hold then."""
)
COMMENT = "# "


def settings(words: Sequence[str]) -> int:
    """Print the settings."""
    path = locations().config / SETTINGS_FILE
    about = _("Print every setting with its value, its default and its meaning.")
    parser("lesart settings", about, _(EPILOG).format(path=f"{path}.new")).parse_args(words)
    now, complaints = read_settings(path)
    status = 0
    for sentence in complaints:
        status = complain(sentence)
    print(COMMENT + _("Settings of Lesart, in {path}; what is not set has its default.").format(path=path))
    for line in (*_lines(now), *_pipelines()):
        print(line)
    return status


def _lines(now: Settings) -> Iterator[str]:
    """Each setting: what it means and may be, its line, and its default where that is another."""
    defaults = Settings()
    for each in fields(Settings):
        value, usual = getattr(now, each.name), line_of(each.name, getattr(defaults, each.name))
        among = _themes() if each.name == "theme" else wanted(each)
        yield ""
        means = each.metadata["means"]
        yield COMMENT + _(means)
        yield f"{COMMENT}{among}"
        if value == each.default:
            yield f"#{usual}"
        else:
            default = _("the default")
            yield f"#{usual}  {COMMENT}{default}"
            yield line_of(each.name, value)


def _themes() -> str:
    """What a theme may be."""
    return _(" or ").join(_("“{name}”").format(name=theme.name) for theme in THEMES)


def _pipelines() -> Iterator[str]:
    """The table for other languages, which names what is installed."""
    yield ""
    yield COMMENT + _(
        "spaCy pipelines that read other languages, by language: the name of a package, or a folder."
    )
    yield f'#{PIPELINES}.fr = "fr_core_news_md"'
