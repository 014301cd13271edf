"""News agencies: "(dpa)", "Foto: Reuters"."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.document import DATELINE
from core.language.names.entities import ORG, entity_tokens, put
from core.language.sentences import BLOCKS
from core.language.stateless import Stateless
from core.lexicon.lexicon import rows

_BESIDE = frozenset("()[]/")
_CREDIT = "credit"


@Language.factory("lesart_agencies", requires=["doc.ents"], assigns=["doc.ents"])
def make_agencies(nlp: Language, name: str) -> "Agencies":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Agencies(nlp.lang or "")


class Agencies(Stateless):
    """Makes news agencies organisations, by the table `agencies.tsv`.

    Some names are enough by themselves; others ("AP", "sid") count in brackets, beside a stroke, and in credits.

    Args:
        language: Whose table is used; without one nothing is found.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Set the agencies of a document."""
        names = _names(self.language)
        credits = {
            i
            for block in doc.spans.get(BLOCKS, ())
            if block.label_ in (_CREDIT, DATELINE)
            for i in range(block.start, block.end)
        }
        inside = entity_tokens(doc)
        found = []
        for i in range(len(doc)):
            known = inside.get(i)
            if known is not None and known.label_ == ORG and len(known) > 1:
                continue
            for words, sure in names.get(doc[i].text, ()):
                end = i + len(words)
                if tuple(token.text for token in doc[i:end]) != words:
                    continue
                if sure or i in credits or _beside(doc, i, end):
                    found.append(Span(doc, i, end, label=ORG))
                    break
        put(doc, found)
        return doc


def _beside(doc: Doc, start: int, end: int) -> bool:
    """Whether there are brackets or strokes on both sides."""
    return start > 0 and end < len(doc) and doc[start - 1].text in _BESIDE and doc[end].text in _BESIDE


@cache
def _names(language: str) -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Agencies by their first token, as tokens with whether they are sure, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for name, sure in rows(language, "agencies"):
        words = (
            tuple(name.replace("-", " - ").split()) if "-" in name and name.islower() else tuple(name.split())
        )
        found.setdefault(words[0], []).append((words, sure == "sure"))
    return {first: tuple(sorted(some, key=lambda each: -len(each[0]))) for first, some in found.items()}
