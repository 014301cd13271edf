"""Events that the network takes for organisations: "Handball-WM", "Hafen-Cup", "Kiel Open"."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.names.entities import MISC, ORG, put
from core.language.stateless import Stateless
from core.lexicon.lexicon import Lexicon, load_lexicon

EVENT, EVENT_ENDING = "event", "event_ending"
"""Classes of words: whole ones in small letters that end the name of an event, and endings of compounds."""


@Language.factory("lesart_events", requires=["doc.ents"], assigns=["doc.ents"])
def make_events(nlp: Language, name: str) -> "Events":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Events(load_lexicon(nlp.lang or ""))


class Events(Stateless):
    """Labels an organisation whose name ends as those of tournaments and festivals do as an event (MISC)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Set the events of a document."""
        put(
            doc,
            [
                Span(doc, ent.start, ent.end, label=MISC)
                for ent in doc.ents
                if ent.label_ == ORG and self._is_event(ent)
            ],
        )
        return doc

    def _is_event(self, name: Span) -> bool:
        last = name[-1].text.rpartition("-")[2].lower()
        if self.lexicon.has(last, EVENT) or self.lexicon.has(last.removesuffix("s"), EVENT):
            return len(name) > 1 or "-" in name.text
        endings = self.lexicon.words.get(EVENT_ENDING, frozenset())
        return any(last.removesuffix("s").endswith(ending) for ending in endings)
