"""Lists of feeds as other readers write and read them: OPML."""

from collections.abc import Iterable

from lxml import etree

from core.articles.source_names import is_address
from core.translation import _


class NoListError(ValueError):
    """The data are no list of feeds."""


def read_opml(data: bytes) -> list[tuple[str, str]]:
    """Name and address of each feed in a list, in order, each address once. Raises NoListError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or root.tag.lower() != "opml":
        raise NoListError(_("it is no OPML"))
    found: dict[str, str] = {}
    for outline in root.iter("outline"):
        fields = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        address = fields.get("xmlurl", "").strip()
        if is_address(address):
            found.setdefault(address, " ".join((fields.get("title") or fields.get("text") or "").split()))
    return [(name, address) for address, name in found.items()]


def write_opml(feeds: Iterable[tuple[str, str]]) -> bytes:
    """A list of feeds, given as name and address, as OPML 2.0."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Lesart"
    body = etree.SubElement(root, "body")
    for name, address in feeds:
        shown = "".join(char for char in name if char.isprintable())
        etree.SubElement(body, "outline", type="rss", text=shown, title=shown, xmlUrl=address)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
