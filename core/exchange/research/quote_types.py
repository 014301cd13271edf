"""The types of quotations by the names that the German news quotation corpus has for them."""

from collections.abc import Mapping

from core.analysis import QuoteType

TYPES: Mapping[QuoteType, str] = {
    QuoteType.DIRECT: "Direct",
    QuoteType.INDIRECT: "Indirect",
    QuoteType.FREE_INDIRECT: "FreeIndirect",
    QuoteType.INDIRECT_FREE_INDIRECT: "IndirectFreeIndirect",
    QuoteType.REPORTED: "Reported",
}
