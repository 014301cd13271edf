"""Lists of feeds as other readers write and read them: OPML, with feeds in folders."""

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from core.articles.source_names import is_address
from core.library.feed_folders import as_path
from core.library.feed_store import Feed
from core.translation import _


class NoListError(ValueError):
    """The data are no list of feeds."""


def read_opml(data: bytes) -> list[Feed]:
    """The feeds in a list, in order, each address once with all folders that it is in. Raises NoListError.

    One without a name is called by its address.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or root.tag.lower() != "opml":
        raise NoListError(_("it is no OPML"))
    names, folders = dict[str, str](), dict[str, dict[str, None]]()
    for outline in root.iter("outline"):
        fields = _fields(outline)
        address = fields.get("xmlurl", "").strip()
        if is_address(address):
            names.setdefault(address, _name(fields))
            folder = _folder_of(outline)
            folders.setdefault(address, {}).update({folder: None} if folder else {})
    return [
        Feed(address, name or address, folders=tuple(folders[address])) for address, name in names.items()
    ]


def _fields(outline: Any) -> Mapping[str, str]:
    return {str(name).lower(): str(value) for name, value in outline.attrib.items()}


def _name(fields: Mapping[str, str]) -> str:
    return " ".join((fields.get("title") or fields.get("text") or "").split())


def _folder_of(outline: Any) -> str:
    """The folder that an outline is in; one that is a feed itself is none."""
    above = [_fields(each) for each in outline.iterancestors("outline")]
    return as_path("/".join(_name(each) for each in reversed(above) if "xmlurl" not in each))


def write_opml(feeds: Iterable[Feed]) -> bytes:
    """A list of feeds as OPML 2.0, with an outline for each folder, at the place of its first feed."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Lesart"
    folders = {"": etree.SubElement(root, "body")}
    for feed in feeds:
        shown = "".join(char for char in feed.name if char.isprintable())
        for path in feed.folders or ("",):
            within = _folder(folders, path)
            etree.SubElement(within, "outline", type="rss", text=shown, title=shown, xmlUrl=feed.address)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _folder(folders: dict[str, Any], path: str) -> Any:
    """The outline of a folder, made within that of the folder above it if there is none yet."""
    if path not in folders:
        above, _slash, name = path.rpartition("/")
        folders[path] = etree.SubElement(_folder(folders, above), "outline", text=name, title=name)
    return folders[path]
