"""The quote finder as a spaCy component: it fills `doc._.quotes` with findings in text order."""

from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from core.analysis.analysis import QuoteType
from core.language.lexicon import Lexicon, load_lexicon
from core.language.quotes.attribution import broken_finding, direct_findings, speaker_before
from core.language.quotes.chains import chained, hearsay, join, joins
from core.language.quotes.clauses import read_sentence
from core.language.quotes.cues import cues, stances
from core.language.quotes.direct import judge, unclosed
from core.language.quotes.finding import Finding
from core.language.quotes.indirect import indirect_findings
from core.language.quotes.nouns import noun_findings
from core.language.quotes.parts import with_parts, within
from core.language.quotes.pointing import pointed_at
from core.language.quotes.reported import reported
from core.language.quotes.sources import sources
from core.language.quotes.view import View
from core.spans import overlaps

_EMBEDDED = frozenset(("direct, within a sentence", "direct, speaker carried over", "direct, alone"))
"""Rules for words in marks that leave it open whether the sentence around them is said as well."""
_POINTS_BACK = "points back (demnach)"
_SILENT = frozenset(("credit", "teaser", "dateline"))

if not Doc.has_extension("quotes"):
    Doc.set_extension("quotes", default=())


@Language.factory("lesart_quotes")
def make_quotes(nlp: Language, name: str) -> "Quotes":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return Quotes(load_lexicon(nlp.lang))


class Quotes:
    """Sets `doc._.quotes` by rules. Needs sentence starts; reads entities and blocks where set."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of `doc`."""
        doc._.quotes = tuple(find_quotes(doc, self.lexicon))
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


def find_quotes(doc: Doc, lexicon: Lexicon) -> list[Finding]:
    """All quotations in text order, an outer one before one inside it. Time is linear in the number of sentences."""
    if not len(doc):
        return []
    view = View(doc, lexicon)
    judge(view)
    broken = {view.unit_of[view.token_at(marked.start)]: marked for marked in unclosed(view)}
    found: list[Finding] = []
    last: Finding | None = None
    running: int | None = None
    """The place of the last finding that is not direct, which the next sentence may go on with."""
    paragraph, last_unit = -1, -1
    for number, unit in enumerate(view.units):
        previous = view.units[number - 1] if number else None
        if 0 <= unit.paragraph < len(view.kinds) and view.kinds[unit.paragraph] in _SILENT:
            continue
        sentence = read_sentence(view, unit)
        named = sources(view, sentence)
        verbs = cues(view, sentence)
        same_paragraph = last if unit.paragraph == paragraph else None
        verbs.extend(stances(view, sentence, verbs))
        pointed = pointed_at(view, sentence, verbs, previous, found[-1] if found else None)
        if pointed is not None:
            if found and found[-1].spans[0] == pointed.spans[0]:
                found.pop()
                running = None
            found.append(pointed)
            last, paragraph, last_unit = pointed, unit.paragraph, number
            continue
        silent = last is None or last_unit < number - 1
        between = speaker_before(view, sentence) if silent else ()
        chain = chained(view, sentence, last, same_paragraph is not None, between)
        if chain is not None:
            verbs = [cue for cue in verbs if not view.is_subjunctive(cue.finite)]
        direct = direct_findings(view, sentence, verbs, named, same_paragraph)
        indirect = indirect_findings(view, sentence, verbs, named)
        if number in broken:
            span = broken[number].span
            direct.append(broken_finding(view, sentence, broken[number], verbs, same_paragraph))
            indirect = [finding for finding in indirect if not overlaps(finding.spans[0], span)]
        nouns = noun_findings(view, sentence, indirect)
        here = [*direct, *indirect, *nouns]
        free = None
        if not indirect and not nouns and all(finding.rule in _EMBEDDED for finding in direct):
            free = (
                chain
                or hearsay(view, sentence, same_paragraph)
                or (reported(view, sentence, verbs) if not direct else None)
            )
        if free is not None:
            here.append(free)
        here = sorted(with_parts(view, here), key=lambda finding: (finding.start, -finding.end))
        for finding in here:
            if running is not None and joins(view, found[running], finding):
                found[running] = join(found[running], finding)
            else:
                found.append(finding)
                if finding.type is not QuoteType.DIRECT:
                    running = len(found) - 1
            if finding.speaker:
                if finding.rule == _POINTS_BACK and same_paragraph is not None:
                    finding = replace(finding, speaker=same_paragraph.speaker)  # noqa: PLW2901
                last, paragraph, last_unit = finding, unit.paragraph, number
    return within(found)
