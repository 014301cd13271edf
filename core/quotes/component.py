"""The quote finder as a spaCy component: it fills `doc._.findings` with findings in text order.

The text as the rules read it is kept in `doc._.parsed_text`, so that it need not be built again for the actors.
"""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from core.lexicon.lexicon import Lexicon, load_lexicon
from core.parsed_text.from_doc import parsed_text
from core.quotes.finder import find_quotes

if not Doc.has_extension("findings"):
    Doc.set_extension("findings", default=())
    Doc.set_extension("parsed_text", default=None)


@Language.factory("lesart_quotes")
def make_quotes(nlp: Language, name: str) -> "Quotes":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Quotes(load_lexicon(nlp.lang))


class Quotes:
    """Sets `doc._.findings` by rules. Needs sentence starts; reads entities and blocks where set."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of `doc`."""
        doc._.parsed_text = parsed_text(doc, self.lexicon)
        doc._.findings = tuple(find_quotes(doc._.parsed_text))
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is learnt, so nothing is written."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: Any) -> "Quotes":
        """Nothing is learnt, so nothing is read."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing is learnt, so nothing is written."""

    def from_disk(self, _path: Any, **_: Any) -> "Quotes":
        """Nothing is learnt, so nothing is read."""
        return self
