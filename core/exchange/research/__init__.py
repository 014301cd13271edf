"""Formats of annotation tools and language technology.

Each is registered as an entry point of the group `lesart.formats` in `pyproject.toml`, as the formats of other
distributions are. The modules that write them are imported only when used.
"""

from core.exchange.formats import Format
from core.translation import N_

PRODIGY = Format(
    "prodigy",
    "core.exchange.research.prodigy:write",
    (".jsonl",),
    N_("Prodigy: spans, relations and tokens, one article a line"),
    order=1,
)
DOCCANO = Format(
    "doccano",
    "core.exchange.research.doccano:write",
    (".jsonl",),
    N_("doccano: entities and relations, one article a line"),
    order=2,
)
BRAT = Format(
    "brat",
    "core.exchange.research.brat:write",
    (".txt", ".ann", "annotation.conf"),
    N_("brat standoff: text, annotations with speaker relations, and brat's configuration"),
    together=False,
    order=3,
)
CONLL = Format(
    "conll",
    "core.exchange.research.conll:write",
    (".conll",),
    N_("CoNLL-2003 columns with IOB2 tags, to train name taggers"),
    order=4,
)
DOCBIN = Format(
    "docbin",
    "core.exchange.research.docbin:write",
    (".spacy",),
    N_("spaCy's own binary, to train pipelines with"),
    text=False,
    order=5,
)
QUOTATIONS = Format(
    "quotations",
    "core.exchange.research.quotations:write",
    (".jsonl",),
    N_("token numbers as in the German news quotation corpus, to measure quotation systems"),
    order=6,
)
