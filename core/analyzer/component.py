"""Lesart for users of spaCy: `spacy.load` of the bundled folder ends with all that the analysis finds.

`lesart_blocks` comes first and finds paragraphs, headlines and captions; `lesart_analysis` comes last, adds what rules
find, and gives `doc._.actors`, `doc._.quotes` and `doc._.analysis`. What these return is kept as plain JSON values in
`doc.user_data`, so documents can be pickled, sent between processes and written as spaCy writes them.
"""

from spacy.language import Language
from spacy.tokens import Doc

import core.quotes.component  # noqa: F401 - registers the component
from core.analysis.analysis import Actor, Analysis, Quote
from core.analysis.serialise import analysis_from_dict, analysis_to_dict
from core.analyzer.analyze import analysis_of
from core.articles import Article
from core.articles.language import UNKNOWN
from core.articles.texts import plain_article
from core.language.document import set_blocks
from core.language.pipeline import register_components, rules
from core.language.sentences import BLOCKS
from core.language.stateless import Stateless

KEY = "lesart"
"""Of `doc.user_data`."""


def _analysis(doc: Doc) -> Analysis:
    data = doc.user_data.get(KEY)
    return analysis_from_dict(data) if data is not None else Analysis("none")


def _actors(doc: Doc) -> tuple[Actor, ...]:
    return _analysis(doc).actors


def _quotes(doc: Doc) -> tuple[Quote, ...]:
    return _analysis(doc).quotes


if not Doc.has_extension("analysis"):
    Doc.set_extension("analysis", getter=_analysis)
    Doc.set_extension("actors", getter=_actors)
    Doc.set_extension("quotes", getter=_quotes)


@Language.factory("lesart_blocks")
def make_blocks(nlp: Language, name: str) -> "Blocks":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Blocks()


class Blocks(Stateless):
    """Finds the blocks of a text, unless they are known."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group "blocks"."""
        if BLOCKS not in doc.spans:
            set_blocks(doc, plain_article(doc.text, "").blocks)
        return doc


@Language.factory("lesart_analysis")
def make_analysis(nlp: Language, name: str) -> "AnalysisComponent":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    register_components()
    return AnalysisComponent(nlp)


class AnalysisComponent(Stateless):
    """Rules for names, quotes and their speakers, and actors, in one; names of `doc.ents` are revised by the rules."""

    def __init__(self, nlp: Language) -> None:
        self._language = nlp.lang or UNKNOWN
        self._rules = [
            nlp.create_pipe(name)
            for name in (*rules(self._language), "lesart_quotes")
            if name not in nlp.pipe_names
        ]

    def __call__(self, doc: Doc) -> Doc:
        """Analyse `doc`."""
        for rule in self._rules:
            doc = rule(doc)
        article = Article("", doc.text, tuple(doc._.blocks), self._language, "")
        found = analysis_of(article, doc)
        doc._.findings, doc._.parsed_text, doc._.blocks = (
            (),
            None,
            (),
        )  # spaCy could not write what they hold.
        doc.user_data[KEY] = analysis_to_dict(found)
        return doc
