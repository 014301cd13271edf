"""The language of the interface: English as written in the code, or a gettext catalogue.

Messages are looked up when they are shown. Tables that are made at import mark theirs with `N_`, and whoever shows them
calls `_`. Nothing that belongs to an article or to the user, and no data, is ever looked up.
"""

import os
from collections.abc import Mapping
from gettext import GNUTranslations, bindtextdomain, textdomain

from core.locations import ASSETS

DOMAIN = "lesart"
CATALOGUES = ASSETS / "locale"
"""A folder per language, with what a translator edits (.po) and what is read from here (.mo)."""

ENGLISH = "en"
LANGUAGES = (ENGLISH, "de")
"""The languages there are, by ISO 639 code."""

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What names the language in an environment; the first that is set decides, as in gettext."""

_catalogue: GNUTranslations | None = None
_language = ENGLISH


def _(message: str) -> str:
    """A message in the language in use. Values are put in afterwards: `_("Saved to {path}.").format(path=path)`."""
    return message if _catalogue is None or not message else _catalogue.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """The message for a number of things, in the language in use."""
    if _catalogue is None:
        return one if number == 1 else many
    return _catalogue.ngettext(one, many, number)


def pgettext(context: str, message: str) -> str:
    """A message whose translation depends on where it is shown, which `context` says."""
    return message if _catalogue is None else _catalogue.pgettext(context, message)


def number_words(number: int) -> str:
    """A whole number as it is shown, with its thousands set off: "10,000"."""
    return f"{number:,}".replace(",", pgettext("between thousands", ","))


def N_(message: str) -> str:  # noqa: N802
    """The message as it is; this only puts it into the catalogue."""
    return message


def language() -> str:
    """The language in use, by its code: that of a sentence which is kept to be shown later."""
    return _language


def told_in(code: str) -> list[tuple[str, str]]:
    """All messages as they are in a language, each with what it is in the language in use."""
    own = {} if code == ENGLISH else _messages(code)
    ids = own or _messages(next(each for each in LANGUAGES if each != ENGLISH))
    now = _messages(_language) if _language != ENGLISH else {}
    return [(own.get(id, str(id[0])), now.get(id, str(id[0]))) for id in ids if id[0]]


def _messages(code: str) -> dict[tuple[str, int], str]:
    """The messages of a catalogue by what they are in English, and the number of their form: 0 but for plurals."""
    compiled = CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not compiled.exists():
        return {}
    with compiled.open("rb") as file:
        known: dict[str | tuple[str, int], str] = vars(GNUTranslations(file))["_catalog"]
    forms = ((id, text) if isinstance(id, tuple) else ((id, 0), text) for id, text in known.items())
    return {(id.rpartition("\x04")[2], form): text for (id, form), text in forms}


def choose_language(wanted: str, environment: Mapping[str, str]) -> str:
    """The language a setting asks for; if it leaves the choice to the environment ("auto"), the one named there."""
    if wanted in LANGUAGES:
        return wanted
    locale = next((environment[name] for name in _VARIABLES[1:] if environment.get(name)), "")
    if locale in ("C", "POSIX"):  # asks for untranslated messages, whatever LANGUAGE says
        return ENGLISH
    return language_of(environment)


def language_of(environment: Mapping[str, str]) -> str:
    """The first language named in an environment that there is; English if there is none."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    codes = (locale.replace(".", "_").replace("@", "_").partition("_")[0] for locale in named.split(":"))
    return next((code for code in codes if code in LANGUAGES), ENGLISH)


def use_language(code: str) -> None:
    """Show messages in a language from now on, here, in argparse and in child processes; English if it is unknown."""
    global _catalogue, _language
    _language = code = code if code in LANGUAGES else ENGLISH
    compiled = CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if code == ENGLISH or not compiled.exists():
        _catalogue = None
    else:
        with compiled.open("rb") as file:
            _catalogue = GNUTranslations(file)
        bindtextdomain(DOMAIN, str(CATALOGUES))
        textdomain(DOMAIN)
    if language_of(os.environ) != code:  # argparse and child processes ask the environment
        os.environ["LANGUAGE"] = code
