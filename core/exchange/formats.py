"""What a format is: what it is called, what it is for, and where it is made; and the formats of the core itself.

Further ones come as plug-ins: `core.exchange.plugins` has the list of all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from core.exchange.errors import FormatError
from core.exchange.reading import Reading


@dataclass(frozen=True, slots=True)
class Written:
    """What a format makes of its readings."""

    files: Mapping[str, bytes]
    """Contents by file name. A name that begins with a dot is a suffix, to go behind a name of the user's choice."""
    remarks: tuple[str, ...] = ()
    """Sentences on what the format could not hold."""


class Write(Protocol):
    """Makes files of readings."""

    def __call__(self, readings: Sequence[Reading], /) -> Written:
        """The files. Formats that hold one article a file are given one reading at a time."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    """What it is called on the command line."""
    made_by: str
    """Module of `core.exchange` and function, as in "core.exchange.tei:write"."""
    suffixes: tuple[str, ...]
    """Of the files it makes."""
    purpose: str
    """Whom it is for and what it holds, in a line."""
    together: bool = True
    """Whether many articles go into one file."""
    analysed: bool = True
    """Whether it shows anything of the analysis."""
    text: bool = True
    """Whether it can be printed on a terminal."""
    grows: bool = False
    """Whether an existing file is added to, keeping what it holds, instead of being replaced."""

    order: int = 100
    """Its place among the plug-ins: lower numbers first, equal ones by name."""

    def load(self) -> Write:
        """The function that makes the files; imported only now, for some need a while.

        Raises:
            FormatError: It cannot be imported.
        """
        module, _, function = self.made_by.partition(":")
        try:
            return cast(Write, getattr(import_module(module), function))
        except Exception as error:  # a plug-in may fail in any way
            raise FormatError(f"The format {self.name} cannot be used: {reason(error)}.") from error


def reason(error: Exception) -> str:
    """Why something of a plug-in failed, as the end of a sentence."""
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__


EVERYDAY: Sequence[Format] = (
    Format(
        "markdown",
        "core.exchange.markdown:write",
        (".md",),
        "notes in Obsidian, Logseq and the like; adds to a file, keeps what you wrote there",
        together=False,
        grows=True,
    ),
    Format(
        "html",
        "core.exchange.html_page:write",
        (".html",),
        "to read, print and send: one page with everything marked, nothing to install",
        together=False,
    ),
    Format(
        "csv",
        "core.exchange.csv_tables:write",
        (".actors.csv", ".quotes.csv", ".annotations.csv"),
        "a spreadsheet each of who acts, who said what, and your notes",
    ),
    Format(
        "csv-actors",
        "core.exchange.csv_tables:write_actors",
        (".csv",),
        "a spreadsheet of who acts",
    ),
    Format(
        "csv-quotes",
        "core.exchange.csv_tables:write_quotes",
        (".csv",),
        "a spreadsheet of who said what",
    ),
    Format(
        "csv-annotations",
        "core.exchange.csv_tables:write_annotations",
        (".csv",),
        "a spreadsheet of your tags and notes",
    ),
    Format(
        "jsonl",
        "core.exchange.jsonl:write",
        (".jsonl",),
        "everything, one article a line: backup, scripts, another computer; lesart import reads it",
    ),
    Format(
        "jsonld",
        "core.exchange.jsonld:write",
        (".jsonld",),
        "W3C Web Annotations for Recogito, Hypothesis and the like; lesart import reads them",
    ),
)
"""Those that everybody may need."""

SCHOLARLY: Sequence[Format] = (
    Format(
        "tei",
        "core.exchange.tei:write",
        (".xml",),
        "TEI P5 for the digital humanities: said, persName, listPerson",
        together=False,
    ),
    Format(
        "bibtex",
        "core.exchange.bibtex:write",
        (".bib",),
        "the articles as BibTeX entries, to cite them",
        analysed=False,
    ),
    Format(
        "ris",
        "core.exchange.ris:write",
        (".ris",),
        "the articles for Zotero, EndNote and Citavi",
        analysed=False,
    ),
)
"""Those for editions and for citing."""
