"""Books (EPUB) of different makes, built on the spot."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="{path}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = (
    '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>{more}'
    "<dc:language>de-DE</dc:language></metadata><manifest>{items}</manifest><spine{toc}>{spine}</spine></package>"
)
HEAD = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><style type="text/css">p {{margin: 0}}</style></head>'
)


def document(body: str, attributes: str = "") -> str:
    """An XHTML document."""
    return f"{HEAD.format()}<body{attributes}>{body}</body></html>"


def nav(entries: str) -> str:
    """A table of contents as EPUB 3 has it, from nested <li> elements."""
    return document(f'<nav epub:type="toc"><h1>Inhalt</h1><ol>{entries}</ol></nav>')


def ncx(entries: Sequence[tuple[str, str]]) -> str:
    """A table of contents as EPUB 2 has it."""
    points = "".join(
        f'<navPoint id="n{number}"><navLabel><text>{label}</text></navLabel><content src="{target}"/></navPoint>'
        for number, (label, target) in enumerate(entries)
    )
    return f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'


def book(
    documents: Mapping[str, str],
    *,
    title: str = "Wasserwege",
    more: str = "<dc:creator>Ida Morgen</dc:creator><dc:date>2024-05-06</dc:date>",
    folder: str = "OEBPS/",
    left_out: Sequence[str] = (),
) -> bytes:
    """A book of documents by name; "nav.xhtml" and "toc.ncx" are its tables of contents."""
    items, spine = "", ""
    for name in documents:
        kind = "application/x-dtbncx+xml" if name.endswith(".ncx") else "application/xhtml+xml"
        properties = ' properties="nav"' if name == "nav.xhtml" else ""
        items += f'<item id="{name}" href="{quote(name)}" media-type="{kind}"{properties}/>'
        if not name.endswith(".ncx"):
            spine += f'<itemref idref="{name}"/>'
    toc = ' toc="toc.ncx"' if "toc.ncx" in documents else ""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", ZIP_STORED)
        archive.writestr("META-INF/container.xml", _CONTAINER.format(path=f"{folder}content.opf"))
        archive.writestr(
            f"{folder}content.opf", _PACKAGE.format(title=title, more=more, items=items, spine=spine, toc=toc)
        )
        for name, words in documents.items():
            if name not in left_out:
                archive.writestr(f"{folder}{name}", words)
    return made.getvalue()
