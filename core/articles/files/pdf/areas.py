"""The areas of a page that lead somewhere when they are clicked, and the address that each leads to."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from core.articles.links.resolving import LONGEST, resolved

_MOST = 2000
"""Areas of a page that are looked at."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the page as it is before it is turned, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    address: str


def areas_on(page: Any) -> list[Area]:
    """The areas on a page of pdfium that lead to an address which a reader can follow."""
    found: list[Area] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(_MOST):
        if not raw.FPDFLink_Enumerate(page.raw, position, link):
            break
        if address := resolved(_address(page.pdf.raw, link), ""):
            found += [Area(*corners, address) for corners in _rectangles(link)]
    return found


def address_at(areas: Sequence[Area], x: float, y: float) -> str:
    """Where a place on the page leads; empty for nowhere."""
    return next(
        (area.address for area in areas if area.left <= x <= area.right and area.bottom <= y <= area.top), ""
    )


def _address(document: Any, link: Any) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    length = raw.FPDFAction_GetURIPath(document, action, None, 0)
    if not 0 < length <= LONGEST:
        return ""
    content = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(document, action, content, length)
    return content.value.decode("utf-8", "replace")


def _rectangles(link: Any) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each part of a link: it has several where its words are broken into lines."""
    parts = raw.FPDFLink_CountQuadPoints(link)
    corners, whole = raw.FS_QUADPOINTSF(), raw.FS_RECTF()
    for number in range(min(parts, _MOST)):
        if raw.FPDFLink_GetQuadPoints(link, number, corners):
            across = corners.x1, corners.x2, corners.x3, corners.x4
            up = corners.y1, corners.y2, corners.y3, corners.y4
            yield min(across), min(up), max(across), max(up)
    if parts <= 0 and raw.FPDFLink_GetAnnotRect(link, whole):
        yield whole.left, min(whole.bottom, whole.top), whole.right, max(whole.bottom, whole.top)
