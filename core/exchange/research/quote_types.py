"""The types of quotations under their names in the German news quotation corpus."""

from collections.abc import Mapping

from core.analysis import QuoteType

TYPES: Mapping[QuoteType, str] = {
    QuoteType.DIRECT: "Direct",
    QuoteType.INDIRECT: "Indirect",
    QuoteType.FREE_INDIRECT: "FreeIndirect",
    QuoteType.INDIRECT_FREE_INDIRECT: "IndirectFreeIndirect",
    QuoteType.REPORTED: "Reported",
}
