"""Documents with hand-made names for the components that change them."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.language.document import make_doc
from core.language.pipeline import register_components
from tests.core.language.bracketed import paragraph_blocks, unbracket


@cache
def _pipeline(component: str, language: str) -> Language:
    register_components()
    nlp = spacy.blank(language)
    nlp.add_pipe(component)
    return nlp


def run(component: str, marked: str, blocks: bool = True, language: str = "de") -> Doc:
    """Read "[PER Ada Lind] sagte …" and run one component on it."""
    text, names = unbracket(marked)
    nlp = _pipeline(component, language)
    doc = make_doc(nlp, text, paragraph_blocks(text) if blocks else ())
    doc.ents = tuple(doc.char_span(start, end, label=label) for start, end, label in names)
    return nlp.get_pipe(component)(doc)


def names(doc: Doc) -> list[tuple[str, str]]:
    """The names of a document with their labels."""
    return [(ent.text, ent.label_) for ent in doc.ents]


def group(doc: Doc, name: str) -> list[tuple[str, str]]:
    """The spans of a group with their labels."""
    return [(span.text, span.label_) for span in doc.spans[name]]
