"""English names: where they end, and what kind of name the words in and around them make them."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from core.language.document import DATELINE
from core.language.names.english_surroundings import bodies_of_two, by_surroundings
from core.language.names.entities import LOC, MISC, ORG, PER, entity_tokens, put, word_behind
from core.language.ner.component import DERIVED
from core.language.sentences import BLOCKS
from core.language.stateless import Stateless
from core.lexicon.lexicon import Lexicon, load_lexicon
from core.lexicon.world import load_tables

_POSSESSIVE, _OWNING = frozenset(("'s", "’s", "'", "’")), frozenset(("'s", "’s"))
_ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "conj"))
_LONGEST_POSSESSIVE = 3
"""Words of a name that may end in a possessive, and one more."""
_OF = frozenset(("of", "for", "and", "on"))
_HEADLINES = frozenset(("headline", "subheading", "kicker"))
_PLACING = frozenset(("in", "near", "from", "across", "around", "of", "outside"))
_RESULT = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
_BEFORE_BODIES = frozenset(("of", "at", "from", "with", "for", "by", "told"))
"""Words before capitals that are a body's name without an article: "of Elm Police"."""
_NICKNAME = re.compile(r"[“‘\"'](?:\w+\s)?[A-Z][\w’'-]+[”’\"']\s[A-Z]")
"""Behind a first name: "“Sparks” Lind"."""
_NICKNAME_TOKENS = 4
_OPENED_BY = frozenset(("-", "(", ","))


@Language.factory("lesart_english_names", requires=["doc.ents"], assigns=["doc.ents"])
def make_english_names(nlp: Language, name: str) -> "EnglishNames":  # noqa: ARG001
    """Register the component under the name that pipelines use."""
    return EnglishNames(load_lexicon(nlp.lang or "en"))


class EnglishNames(Stateless):
    """Cuts, joins and labels the names of an English document by the words of `words.tsv` and their surroundings.

    Articles and the possessive are no part of a name; a name whose last noun is one for bodies is a body's, for places
    a place's, for prizes neither's; states are known behind commas and dashes; a town is its club in reports that tell
    a result. Adjectives of parties go to `doc.spans["derived"]`.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.tables = load_tables(lexicon.language)

    def __call__(self, doc: Doc) -> Doc:
        """Set right the names of a document."""
        put(doc, self._states(doc), [ent for ent in doc.ents if self._is_none(doc, ent)])
        self._cut(doc)
        put(doc, self._possessive(doc))
        put(doc, self._people(doc))
        put(doc, [*self._with_surnames(doc), *bodies_of_two(doc, self.lexicon)])
        put(doc, self._joined(doc))
        put(doc, self._missed_bodies(doc))
        adjectives = [ent for ent in doc.ents if self._is_adjective(doc, ent)]
        put(doc, self._labelled(doc), [*adjectives, *(ent for ent in doc.ents if self._is_noun(ent))])
        doc.spans[DERIVED] = sorted([*doc.spans.get(DERIVED, ()), *adjectives], key=lambda span: span.start)
        put(doc, self._clubs(doc))
        return doc

    def _has(self, word: str, kind: str) -> bool:
        return word in self.lexicon.words.get(kind, ())

    def _is_body_noun(self, word: str) -> bool:
        return word[:1].isupper() and (
            self.lexicon.is_body(word.lower()) or self._has(word.lower(), "body_head")
        )

    def _is_sure_body_noun(self, word: str) -> bool:
        """Whether a noun for bodies is none for buildings, places or their districts: not "Opera House"."""
        return word[:1].isupper() and self._has(word.lower(), "sure_body_head")

    def _states(self, doc: Doc) -> Iterator[Span]:
        """Shortened states: ", Neb.", "(R-Wyo.)"."""
        for token in doc[1:]:
            text, end = token.text, token.i + 1
            if not text.endswith(".") and end < len(doc) and doc[end].text == "." and not token.whitespace_:
                text, end = text + ".", end + 1
            if self._has(text, "state") and doc[token.i - 1].text in _OPENED_BY:
                yield Span(doc, token.i, end, label=LOC)

    def _cut(self, doc: Doc) -> None:
        """Names without an article before, a possessive or honours behind, or the adjective of a party at an edge."""
        changed: list[Span] = []
        gone: list[Span] = []
        for ent in doc.ents:
            start, end = ent.start, ent.end
            lower = ent.label_ == MISC and doc[start].text != "the"
            if doc[start].lower_ == "the" and not lower and not self._has(_key(ent), "with_article"):
                start += 1
            if self._opens_with_kind(doc, start, end):
                start += 1
            while end > start and doc[end - 1].text in _POSSESSIVE:
                end -= 1
            while end > start and ent.label_ == ORG and self._is_party_adjective(doc, end - 1):
                end -= 1
            label = ent.label_
            if end - start > 2 and self._is_person_with_honour(doc, ent, end):
                end, label = end - 1, PER
            if start >= end:
                gone.append(ent)
            elif (start, end) != (ent.start, ent.end):
                changed.append(_like(doc, ent, start, end, label))
        put(doc, changed, gone)

    def _opens_with_kind(self, doc: Doc, start: int, end: int) -> bool:
        """Whether the first word only says what firm it is, as it has no such word elsewhere: "Grocer Elm Row"."""
        if end - start < 2 or not doc[start].is_sent_start or not self._has(doc[start].lower_, "firm_kind"):
            return False
        rest = doc[start + 1 : end].text
        return doc.text.count(rest) > doc.text.count(f"{doc[start].text} {rest}")

    def _possessive(self, doc: Doc) -> Iterator[Span]:
        """Names of firms that end in a possessive: "Tolley's closed two shops", and "Tolley's shops" beside it."""
        behind = {ent.start: word_behind(doc, ent) for ent in doc.ents}
        bare = {ent.text for ent in doc.ents if behind[ent.start] not in _OWNING}
        whole = {
            ent.text
            for ent in doc.ents
            if behind[ent.start] in _OWNING and doc[ent.end - 1].dep_ in _ARGUMENTS and ent.label_ != LOC
        }
        known = {name[:-2] for name in self.tables.known_bodies if name.endswith("'s")}
        for ent in doc.ents:
            named = ent.text in whole - bare or (ent.text.lower() in known and ent.text not in bare)
            if behind[ent.start] in _OWNING and named and len(ent) < _LONGEST_POSSESSIVE:
                end = ent.end + 1
                if end < len(doc) and doc[end].text.istitle() and doc[end].pos_ == "PROPN":
                    end += doc[end].ent_type_ in ("", ORG) and doc[end].dep_ != "appos"
                yield Span(doc, ent.start, end, label=ORG)

    def _is_person_with_honour(self, doc: Doc, ent: Span, end: int) -> bool:
        """Whether a name has letters for an office or honour behind it: "Ada Lind KC", but not "Sporting KC"."""
        person = ent.label_ == PER or self.lexicon.gender_of_name(ent[0].text) is not None
        return person and ent.label_ in (PER, ORG) and self._has(doc[end - 1].text, "honour")

    def _is_party_adjective(self, doc: Doc, i: int) -> bool:
        """Whether a token says of which party a noun or person is: "Republican leaders", "the Tory", not the party."""
        low, relation = doc[i].lower_, doc[i].dep_
        member = relation == "nsubj" and doc[i - 1].lower_ == "the" and self._has(low, "of_a_party")
        beside = relation in ("amod", "compound") and doc[i].head.i > i
        return member or (beside and self._has(low, "party_adjective"))

    def _people(self, doc: Doc) -> Iterator[Span]:
        """People whom the network has cut in two, with a nickname in marks between or not: "Ada “Sparks” Lind"."""
        for first, last in pairwise(doc.ents):
            between = doc[first.end : last.end].text
            nicknamed = _NICKNAME.match(between) is not None and first.end + _NICKNAME_TOKENS >= last.start
            cut = (
                first.end == last.start
                and last[0].dep_ == "flat"
                and first.start <= last[0].head.i < first.end
            )
            plain = first.label_ == last.label_ == PER and not last[0].is_sent_start
            if plain and len(first) == 1 and (cut or nicknamed):
                yield Span(doc, first.start, last.end, label=PER)

    def _with_surnames(self, doc: Doc) -> Iterator[Span]:
        """First names whose surname the network has left out: "Seán Ó Riain", "Ada “the Fish” Lind"."""
        inside = entity_tokens(doc)
        for ent in doc.ents:
            if ent.label_ != PER or len(ent) > 1:
                continue
            end = ent.end
            nickname = _NICKNAME.match(doc[end : end + _NICKNAME_TOKENS + 1].text)
            if nickname is not None:
                end = next((k for k in range(end + 2, end + 4) if doc[k].text in "”’\"'"), end - 1) + 1
            while end < len(doc) and inside.get(end) is None and self._is_surname(doc, ent, end):
                end += 1
            if end > ent.end and doc[end - 1].is_alpha:
                yield Span(doc, ent.start, end, label=PER)

    def _is_surname(self, doc: Doc, ent: Span, i: int) -> bool:
        plain = doc[i].text[:1].isupper() and doc[i].pos_ == "PROPN" and doc[i].dep_ == "flat"
        return plain and doc[i].head.i == ent.start and self.lexicon.role(doc[i].text) is None

    def _joined(self, doc: Doc) -> Iterator[Span]:
        """Names that the network has cut in two, or left without their last or first words."""
        inside = entity_tokens(doc)
        for ent in doc.ents:
            if ent.label_ not in (ORG, LOC, MISC) or _in_headline(doc, ent.start):
                continue
            start, end = ent.start, ent.end
            if self._owned_by_many(doc, end):
                end += 2
            while end < len(doc) and self._goes_on(doc, start, end, inside):
                known = inside.get(end)
                end = known.end if known is not None else end + 1
            if end < len(doc) - 1 and doc[end].text == "of" and self._is_acronym(ent):
                known = inside.get(end + 1)
                end = known.end if known is not None and known.label_ == LOC else end
            while self._began(doc, start, end, inside):
                start -= 1
            if (start, end) != (ent.start, ent.end):
                yield _like(doc, ent, start, end)

    def _goes_on(self, doc: Doc, start: int, end: int, inside: dict[int, Span]) -> bool:
        """Whether the token behind a name belongs to it: another part of a body's name, or its last noun."""
        token, before = doc[end], doc[end - 1]
        if token.is_sent_start or not token.text[:1].isupper() or before.text in _POSSESSIVE:
            return False
        known = inside.get(end)
        if known is not None and known.label_ == PER:
            return False
        if self.lexicon.role(token.text) is not None:
            return False
        ends = self._is_body_noun(doc[known.end - 1].text if known is not None else token.text)
        loose = known is None and token.pos_ == "PROPN" and token.dep_ in ("flat", "compound")
        return ends or (loose and start <= token.head.i < end)

    def _owned_by_many(self, doc: Doc, i: int) -> bool:
        """Whether an apostrophe and a noun for bodies go on with a name: "Elm Anglers" before "' Club"."""
        if not 0 < i < len(doc) - 1 or doc[i].text not in ("'", "’") or doc[i - 1].text[-1:] != "s":
            return False
        plain = doc[i - 1].text[:1].isupper() and self.lexicon.gender_of_name(doc[i - 1].text) is None
        return plain and self._is_body_noun(doc[i + 1].text) and doc[i].whitespace_ != ""

    def _began(self, doc: Doc, start: int, end: int, inside: dict[int, Span]) -> bool:
        """Whether the token before a noun for bodies belongs to the name: "Appropriations" before "Committee"."""
        if start == 0 or not self._is_body_noun(doc[start].text) or start + 1 < end:
            return False
        token = doc[start - 1]
        plain = token.text[:1].isupper() and token.is_alpha and not doc[start].is_sent_start
        small = self.lexicon.has(token.lower_, "determiner", "preposition", "adverb", "conjunction")
        return plain and not small and inside.get(start - 1) is None and self.lexicon.role(token.text) is None

    def _is_acronym(self, ent: Span) -> bool:
        return ent.label_ == ORG and (ent.text.isupper() or self._is_body_noun(ent[-1].text))

    def _missed_bodies(self, doc: Doc) -> Iterator[Span]:
        """Capitals that end in a noun for bodies: "Elm County Common Pleas Court"."""
        inside = entity_tokens(doc)
        for token in doc:
            known = inside.get(token.i)
            if known is not None or not self._is_body_noun(token.text) or _in_headline(doc, token.i):
                continue
            start = token.i
            while start > 0 and self._is_part(doc, start, inside):
                start -= 1
            begins = inside.get(start)
            start = begins.start if begins is not None else start
            if token.i - start >= 1 and (begins is not None or self._is_introduced(doc, start, token.i)):
                yield Span(doc, start, token.i + 1, label=ORG)

    def _is_introduced(self, doc: Doc, start: int, last: int) -> bool:
        """Whether an article or an owner is before capitals, and no capital behind: no heading, no part of a title."""
        goes_on = last + 1 < len(doc) and doc[last + 1].text[:1].isupper()
        if goes_on or start == 0:
            return False
        before = doc[start - 1]
        if doc[start].is_sent_start:
            return False
        named = before.lower_ in _BEFORE_BODIES and self._is_sure_body_noun(doc[last].text)
        return before.lower_ == "the" or before.text in _POSSESSIVE or named

    def _is_part(self, doc: Doc, start: int, inside: dict[int, Span]) -> bool:
        """Whether the token before a place belongs to the name of a body there."""
        token = doc[start - 1]
        if self._owned_by_many(doc, start - 1) and not doc[start - 1].is_sent_start:
            return True
        whole = token.text[-1:].isalnum() or (token.text.endswith(".") and token.text.isupper())
        if doc[start].is_sent_start or not token.text[:1].isupper() or not whole:
            return False
        known = inside.get(start - 1)
        if known is not None:
            return known.label_ in (LOC, ORG)
        small = self.lexicon.has(token.lower_, "determiner", "preposition", "adverb", "conjunction")
        return not small and token.pos_ in ("PROPN", "ADJ", "NOUN") and self.lexicon.role(token.text) is None

    def _labelled(self, doc: Doc) -> Iterator[Span]:
        """Names with the label that their last noun, or the words around them, speak for."""
        for ent in doc.ents:
            label = self._label_of(doc, ent) or self._label_by_kind(doc, ent)
            if label is not None and label != ent.label_:
                yield Span(doc, ent.start, ent.end, label=label)

    def _label_of(self, doc: Doc, ent: Span) -> str | None:
        if doc[ent.end : ent.end + 2].text == "-based":
            return LOC
        if len(ent) > 1 and self.tables.party(ent.text) is not None:
            return ORG
        member = ent.end < len(doc) and self._has(doc[ent.end].text, "honour")
        if member and ent.label_ == ORG and len(ent) > 1 and not self._is_body_noun(ent[-1].text):
            return PER
        plain = by_surroundings(doc, ent, self.lexicon, self.tables)
        if plain is not None:
            return plain
        if self._has(_key(ent), "never_body"):
            return MISC
        if len(ent) > 1:
            head = self._head(ent)
            body = any(self._is_body_noun(token.text) for token in ent.doc[head.i + 1 : ent.end])
            if self._has(head.lower_, "place_head") and ent.label_ == ORG and not body:
                return LOC
            if self._has(head.lower_, "thing_head") and ent.label_ == ORG:
                return MISC
            if self._is_sure_body_noun(head.text) and ent.label_ in (LOC, MISC):
                return ORG
        if ent.label_ == ORG and not _RESULT.search(doc.text):
            place = self.tables.country(ent.text) is not None or self._has(_key(ent), "capital")
            return LOC if place else None
        return None

    def _label_by_kind(self, doc: Doc, ent: Span) -> str | None:
        """A body's for a name right behind a noun for firms, "Chipmaker Solvane", or which "which" takes up."""
        if ent.label_ == PER and self._is_thing_by_relative(doc, ent):
            return ORG
        if ent.label_ not in (PER, LOC, MISC) or ent.start == 0:
            return None
        noun = doc[ent.start - 1]
        known = self._has(noun.lower_, "firm_kind") and noun.text[1:].islower() and noun.tag_ == "NN"
        person = self.lexicon.gender_of_name(ent[0].text) is not None
        return ORG if known and not person and doc[ent.end - 1].tag_ != "POS" else None

    def _is_thing_by_relative(self, doc: Doc, ent: Span) -> bool:
        """Whether "which" takes up a name, as it never does a person's: "Elm Quill, which makes tractors"."""
        which = ent.end + 1 < len(doc) and doc[ent.end].text == "," and doc[ent.end + 1].lower_ == "which"
        person = self.lexicon.gender_of_name(ent[0].text) is not None
        return which and not person and any(child.dep_ == "acl:relcl" for child in ent.root.children)

    def _is_none(self, doc: Doc, ent: Span) -> bool:
        """Whether a name is a day or feast, a rank ("PC Ada Quill"), or a noun for somebody: "Tot found safe"."""
        if ent.label_ in (PER, LOC, ORG) and self._has(_key(ent), "feast"):
            return True
        if len(ent) == 1 and ent.label_ == ORG and self._has(_key(ent), "never_name"):
            return True
        if len(ent) == 1 and ent.label_ == PER and ent.text.islower():
            return True
        if len(ent) == 1 and ent.label_ == ORG and self.lexicon.role(ent.text) is not None:
            return ent.text.isupper() and ent.end < len(doc) and doc[ent.end].ent_type_ == PER
        low = ent[0].lower_
        human = low in self.tables.humans or low in self.tables.kin or self._has(low, "tabloid_noun")
        role = self.lexicon.role(low) if _in_headline(doc, ent.start) else None
        if role is not None and role.kind == "role":
            human = human or len(re.findall(rf"\b{re.escape(ent.text)}\b", doc.text)) == 1
        alone = len(ent) == 1 or not ent[1].text[:1].isalpha()  # "Woman, 34, in court"
        return alone and ent.label_ == PER and human and bool(ent[0].is_sent_start)

    def _head(self, ent: Span) -> Token:
        """The noun that a name is by: the last before "of" or "for", else the last."""
        at = next((token.i for token in ent if token.i > ent.start and token.lower_ in _OF), ent.end)
        return ent.doc[at - 1]

    def _is_adjective(self, doc: Doc, ent: Span) -> bool:
        """Whether a name is the adjective of a party: "Conservative voters"."""
        return len(ent) == 1 and ent.label_ == ORG and self._is_party_adjective(doc, ent.start)

    def _is_noun(self, ent: Span) -> bool:
        """Whether a name is a common noun in the plural that opens a sentence: "Bees sting"."""
        opens = len(ent) == 1 and ent.label_ == PER and bool(ent[0].is_sent_start)
        return opens and ent[0].tag_ == "NNS" and ent[0].lower_ != ent[0].lemma_

    def _clubs(self, doc: Doc) -> Iterator[Span]:
        """Towns that mean their clubs in a report that tells a result: "Leeds" beside "Leeds United"."""
        if not _RESULT.search(doc.text):
            return
        towns = {ent.text for ent in doc.ents if ent.label_ == LOC and len(ent) <= 2}
        clubs = {ent[0].text for ent in doc.ents if len(ent) > 1 and self._has(ent[-1].lower_, "club_head")}
        clubs |= {ent.text for ent in doc.ents if ent.text in towns and self._plays(doc, ent)}
        for ent in doc.ents:
            before = doc[ent.start - 1].lower_ if ent.start else ""
            alone = ent.text in clubs and before not in _PLACING
            in_full = len(ent) > 1 and self._has(ent[-1].lower_, "club_head")
            if ent.label_ == LOC and (alone or in_full):
                yield Span(doc, ent.start, ent.end, label=ORG)

    def _plays(self, doc: Doc, ent: Span) -> bool:
        """Whether a town is whose player or trainer somebody is, or who beats and is beaten."""
        behind = [doc[i].lower_ for i in range(ent.end, min(ent.end + 3, len(doc)))]
        beside = [word for word in behind if word not in _POSSESSIVE][:2]
        if any(self._has(word, "sport_role") for word in beside):
            return True
        head = ent.root.head
        return ent.root.dep_ in ("nsubj", "obj") and self._has(head.lower_, "playing")


def _key(ent: Span) -> str:
    """A name as `words.tsv` has it, where blanks separate words."""
    return ent.text.lower().replace(" ", "_")


def _like(doc: Doc, ent: Span, start: int, end: int, label: str | None = None) -> Span:
    """A name of other length, as sure as the one it comes from."""
    span = Span(doc, start, end, label=label or ent.label_)
    if ent.has_extension("lesart_score"):
        span._.lesart_score = ent._.lesart_score
    return span


def _in_headline(doc: Doc, i: int) -> bool:
    """Whether a token is in a headline, where nouns have capitals in America, or in a dateline."""
    blocks: Iterable[Span] = doc.spans.get(BLOCKS, ())
    kind = next((block.label_ for block in blocks if block.start <= i < block.end), "")
    return kind in _HEADLINES or kind == DATELINE
