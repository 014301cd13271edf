"""The description of an export format, and the built-in formats.

Further formats come as plug-ins: `core.exchange.plugins` lists all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from core.exchange.errors import FormatError
from core.exchange.reading import Reading
from core.translation import N_, _


@dataclass(frozen=True, slots=True)
class Written:
    """The files that a format produces from readings."""

    files: Mapping[str, bytes]
    """Contents by file name. A name that begins with a dot is a suffix for a name chosen by the user."""
    remarks: tuple[str, ...] = ()
    """Sentences about what the format could not represent."""


class Write(Protocol):
    """Produces files from readings."""

    def __call__(self, readings: Sequence[Reading], /) -> Written:
        """The files. Formats with one article per file are given one reading at a time."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    """Its name on the command line."""
    made_by: str
    """Module of `core.exchange` and function, as in "core.exchange.tei:write"."""
    suffixes: tuple[str, ...]
    """The extension of its files."""
    purpose: str
    """Whom it is for and what it contains, in one line."""
    together: bool = True
    """Whether many articles go into one file."""
    analysed: bool = True
    """Whether it contains any of the analysis."""
    text: bool = True
    """Whether it can be printed on a terminal."""
    grows: bool = False
    """Whether it extends an existing file, keeping its contents, instead of replacing it."""
    versions: bool = False
    """Whether it contains earlier versions of an article."""

    order: int = 100
    """Its place among the plug-ins: lower numbers first, equal ones by name."""

    def load(self) -> Write:
        """The function that produces the files; imported only now, since some take a while to import.

        Raises:
            FormatError: It cannot be imported.
        """
        module, _colon, function = self.made_by.partition(":")
        try:
            return cast(Write, getattr(import_module(module), function))
        except Exception as error:  # a plug-in may fail in any way
            raise FormatError(
                _("The format {name} cannot be used: {error}.").format(name=self.name, error=reason(error))
            ) from error


def reason(error: Exception) -> str:
    """Why a plug-in failed, as the end of a sentence."""
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__


EVERYDAY: Sequence[Format] = (
    Format(
        "markdown",
        "core.exchange.markdown:write",
        (".md",),
        N_("notes in Obsidian, Logseq and the like; adds to a file, keeps what you wrote there"),
        together=False,
        grows=True,
    ),
    Format(
        "html",
        "core.exchange.html_page:write",
        (".html",),
        N_("to read, print and send: one page with everything marked, nothing to install"),
        together=False,
    ),
    Format(
        "csv",
        "core.exchange.csv_tables:write",
        (".actors.csv", ".quotes.csv", ".annotations.csv"),
        N_("a spreadsheet each of who acts, who said what, and your notes"),
    ),
    Format(
        "csv-actors",
        "core.exchange.csv_tables:write_actors",
        (".csv",),
        N_("a spreadsheet of who acts"),
    ),
    Format(
        "csv-quotes",
        "core.exchange.csv_tables:write_quotes",
        (".csv",),
        N_("a spreadsheet of who said what"),
    ),
    Format(
        "csv-annotations",
        "core.exchange.csv_tables:write_annotations",
        (".csv",),
        N_("a spreadsheet of your tags and notes"),
    ),
    Format(
        "csv-links",
        "core.exchange.csv_tables:write_links",
        (".csv",),
        N_("a spreadsheet of the links"),
    ),
    Format(
        "jsonl",
        "core.exchange.jsonl:write",
        (".jsonl",),
        N_("articles, versions and notes, one article a line: backup, scripts; lesart import reads it"),
        versions=True,
    ),
    Format(
        "jsonld",
        "core.exchange.jsonld:write",
        (".jsonld",),
        N_("W3C Web Annotations for Recogito, Hypothesis and the like; lesart import reads them"),
    ),
)
"""Formats for general use."""

SCHOLARLY: Sequence[Format] = (
    Format(
        "tei",
        "core.exchange.tei:write",
        (".xml",),
        N_("TEI P5 for the digital humanities: said, persName, listPerson"),
        together=False,
    ),
    Format(
        "bibtex",
        "core.exchange.bibtex:write",
        (".bib",),
        N_("the articles as BibTeX entries, to cite them"),
        analysed=False,
    ),
    Format(
        "ris",
        "core.exchange.ris:write",
        (".ris",),
        N_("the articles for Zotero, EndNote and Citavi"),
        analysed=False,
    ),
)
"""Formats for scholarly editions and citation."""
