"""Ages in brackets behind a name: "Ada Lind (58)"."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.names.entities import PER, put
from core.language.stateless import Stateless
from core.lexicon.lexicon import Lexicon, load_lexicon

AGES = "ages"
"""Name of the span group; its label is the same for all."""
AGE = "AGE"
OLDEST = 120

if not Span.has_extension("lesart_age"):
    Span.set_extension("lesart_age", default=None)


@Language.factory("lesart_ages", requires=["doc.ents"], assigns=["doc.ents", "doc.spans"])
def make_ages(nlp: Language, name: str) -> "Ages":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Ages(load_lexicon(nlp.lang or ""))


class Ages(Stateless):
    """Links an age in brackets to the name before it.

    The figure is added to `doc.spans["ages"]`; the name has it as a number in `ent._.lesart_age`, or None if there is
    no age. Only people have ages: a name with a first name or after an office becomes a person, whatever its label.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Link the ages in a document to names."""
        ages: list[Span] = []
        people: list[Span] = []
        found: list[tuple[Span, int]] = []
        for ent in doc.ents:
            age = _age_behind(doc, ent.end)
            if age is None:
                continue
            if ent.label_ != PER:
                if not self._is_person(doc, ent):
                    continue
                people.append(Span(doc, ent.start, ent.end, label=PER))
            ages.append(Span(doc, ent.end + 1, ent.end + 2, label=AGE))
            found.append((ent, age))
        put(doc, people)
        for ent, age in found:
            ent._.lesart_age = age
        doc.spans[AGES] = ages
        return doc

    def _is_person(self, doc: Doc, ent: Span) -> bool:
        first_name = len(ent) > 1 and self.lexicon.gender_of_name(ent[0].text) is not None
        return first_name or (ent.start > 0 and self.lexicon.role(doc[ent.start - 1].text) is not None)


def _age_behind(doc: Doc, i: int) -> int | None:
    """The number in brackets from token `i` on, if it can be an age."""
    if i + 2 >= len(doc) or doc[i].text != "(" or not doc[i + 1].text.isdecimal():
        return None
    age = int(doc[i + 1].text) if len(doc[i + 1].text) <= 3 else OLDEST + 1
    return age if age <= OLDEST and doc[i + 2].text in (")", ",", ";") else None
