"""To which bodies and parties a person in a German report belongs: "Ada Lind vom Imkerbund", "Neos-Klubchefin Lind",
"Für die SPD sprach Ada Lind", "der Fraktionschef der Grünen", "Der Verein wächst. Vorsitzende Ada Lind …".

It is asked when descriptions and pronouns have been resolved, so that "die Behörde" may stand for a name. A body that
the text has no other word for is given by its noun.
"""

import re
from collections.abc import Iterator

from core.actors.attributes.bodies_told import BodiesTold
from core.analysis.analysis import ActorKind, Form, Mention
from core.lexicon.inflection import VerbForm
from core.lexicon.office_bodies import bodies_of_office
from core.parsed_text.relations import SUBJECTS
from core.parsed_text.trees import dependent, dependents, infinitive, is_passive

_SURE = 0.75
"""How sure it must be whom a description or pronoun means for a body to be taken from it."""
_BRACKET = re.compile(r"\s?\(([^()]{2,40})\)")
_PARTED = re.compile(r"[,;/]\s?")
_EMPLOYERS = frozenset(
    "authority bank company court health institute insurance media police school stage transport".split()
)
"""Kinds of bodies that people work in: "Ärztin am Klinikum Au"."""
_MOST_BETWEEN = 3
"""Words between a preposition or an office and the body behind it: "vom örtlichen Imkerbund"."""


class GermanBelonging(BodiesTold):
    """Finds for each person the names of the bodies that the text says they belong to."""

    def of_all(self) -> dict[str, tuple[str, ...]]:
        """The key of each person who belongs somewhere, with the bodies: those the words beside the name tell first."""
        found = {key: dict.fromkeys(actor.affiliations) for key, actor in self.actors.items()}
        for mention in self.mentions:
            actor = self.actors.get(mention.actor or "")
            if actor is None or actor.kind is not ActorKind.PERSON or mention.confidence < _SURE:
                continue
            found[actor.id].update(dict.fromkeys(self._of(mention)))
        return {key: tuple(names) for key, names in found.items() if names}

    def _is_beside(self, end: int, i: int) -> bool:
        """Whether nobody else is named between the end of a name and what is said behind it."""
        return not any(k in self._people for k in range(end, i + 1))

    def _of(self, mention: Mention) -> Iterator[str]:
        head = self.parsed.head_of(mention.start, mention.end)
        if head is None:
            return
        tokens = self._tokens(mention)
        if mention.form is Form.NOMINAL:
            yield from self._in_compound(head)
            yield from self._of_office(head, tokens.stop)
        if mention.form is Form.NAME:
            before = tokens.start - 1
            yield from self._in_compound(before)
            yield from self._of_bare_office(before, tokens.start)
            for noun in dependents(self.parsed, head, "appos"):
                if noun > tokens.start and self._is_beside(tokens.stop, noun):
                    yield from self._of_office(noun, len(self.parsed.words))
            if self.parsed.dep[head] == "appos" and self.parsed.head[head] < tokens.start:
                yield from self._of_office(self._office_above(self.parsed.head[head]), tokens.start)
            yield from self._behind(head, tokens.stop)
            yield from self._in_bracket(mention)
            yield from self._spoken_for(head)
        yield from self._by_clauses(head, tokens.stop)

    # Words of the person

    def _in_compound(self, i: int) -> Iterator[str]:
        """The party or body that a noun for somebody begins with: "Neos-Klubchefin", "Polizeisprecher"."""
        if i < 0 or not self.parsed.words[i][:1].isupper():
            return
        first, hyphen, last = self.parsed.words[i].rpartition("-")
        party = self._party(first.removeprefix("Ex-").removeprefix("Alt-")) if hyphen else None
        if party is not None:
            yield party
        elif not hyphen:
            yield from self._by_noun_of_body(self.parsed.low[i])
        elif self.parsed.lexicon.has(last.lower(), "leading_noun"):
            yield from self._by_noun_of_body(self.parsed.low[i].replace("-", ""))

    def _by_noun_of_body(self, low: str) -> Iterator[str]:
        """The one body of the report whose noun ends in what opens a compound: "Handwerkskammer", "Kammerpräsident"."""
        for end in sorted(self.parsed.lexicon.words.get("leading_noun", ()), key=len, reverse=True):
            if not low.endswith(end) or len(low) < len(end) + 4:
                continue
            noun = low.removesuffix(end)
            known = self.tables.body_noun(noun)
            if known is None or not noun.removesuffix("s").endswith(known.removesuffix("s")):
                return
            whole = noun.removesuffix("s")
            named = {
                actor.name
                for actor in self.actors.values()
                if actor.kind is ActorKind.ORGANISATION
                and self._has_name(actor)
                and any(
                    (bare := word.lower().removesuffix("s")).endswith(whole) and bare != whole
                    for word in actor.name.split()
                )
            }
            if len(named) == 1:
                yield from named
            return

    def _of_office(self, noun: int, end: int) -> Iterator[str]:
        """The bodies that an office or a profession is said to be of before a token: "Sprecher der Feuerwehr Au"."""
        parsed = self.parsed
        role = parsed.lexicon.role(parsed.words[noun])
        if role is None or role.kind != "role" or parsed.lexicon.ends_in(parsed.low[noun], "outsider"):
            return
        for child in parsed.children(noun):
            case = dependent(parsed, child, "case")
            by = parsed.low[case] if case is not None else ""
            if not noun < child < end or parsed.dep[child] not in ("nmod", "nmod:poss"):
                continue
            if (
                case is None
                or parsed.lexicon.has(by, "of_body")
                or (self._is_at_work(by) and self._employs(child))
            ):
                yield from self._body_at(child)

    def _is_at_work(self, by: str) -> bool:
        return by != "für" and self.parsed.lexicon.has(by, "at_work", "where")

    def _employs(self, i: int) -> bool:
        """Whether a token is the noun for a body or the name of one of a kind in which people have their work."""
        mention = self._at.get(i)
        if mention is not None:
            return bool(self._classes(mention.actor or "") & _EMPLOYERS)
        return bool(
            self.tables.classes_of_body(self.tables.body_noun(self.parsed.words[i]) or "") & _EMPLOYERS
        )

    def _office_above(self, noun: int) -> int:
        """A noun for somebody, or the one on which the noun before a name hangs: "der Leiter des Amtes, Ada Lind"."""
        above = self.parsed.head[noun]
        bare = self.parsed.lexicon.role(self.parsed.words[noun]) is None
        return above if bare and self.parsed.dep[noun] == "nmod" and above < noun else noun

    def _of_bare_office(self, noun: int, name: int) -> Iterator[str]:
        """The body spoken of before, where an office of such a body stands before a name without another word."""
        parsed = self.parsed
        while noun > 0 and parsed.lexicon.has(parsed.low[noun], "rank"):
            noun -= 1
        if noun < 0 or not parsed.words[noun][:1].isupper():
            return
        if noun and parsed.lexicon.has(parsed.low[noun - 1], "of_the_last"):
            yield from self._last_body(noun - 1)
            return
        adjective = noun and parsed.words[noun - 1].islower() and parsed.pos[noun - 1] == "ADJ"
        if adjective and noun > 1 and parsed.lexicon.has(parsed.low[noun - 2], "of_the_last"):
            yield from self._last_body(noun - 2)
            return
        wanted = bodies_of_office(parsed.words[noun], parsed.language)
        if wanted and noun and parsed.lexicon.has(parsed.low[noun - 1], "of_the_subject"):
            yield from self._last_body(noun - 1)
            return
        if not wanted or adjective or any(self._at.get(k) for k in range(noun, name)):
            return
        yield from self._body_told_of(noun, wanted)

    def _behind(self, head: int, end: int) -> Iterator[str]:
        """The body behind a preposition right behind a name: "vom Imkerbund", ", beim Landkreis"."""
        parsed = self.parsed
        end += end < len(parsed.words) and parsed.space[end]
        if end < len(parsed.words) and parsed.words[end] == "(":
            end = next(
                (k + 1 for k in range(end, min(end + 8, len(parsed.words))) if parsed.words[k] == ")"), end
            )
        if end >= len(parsed.words) or not parsed.lexicon.has(parsed.low[end], "of_body"):
            return
        verb = parsed.head[head]
        asked = parsed.pos[verb] == "VERB" and verb < head
        if asked and (is_passive(parsed, verb) or parsed.lexicon.has(infinitive(parsed, verb), "asking_of")):
            return
        for k in range(end + 1, min(end + 2 + _MOST_BETWEEN, len(parsed.words))):
            if k in self._at or parsed.pos[k] in ("NOUN", "PROPN"):
                yield from self._body_at(k)
                return
            if parsed.pos[k] not in ("DET", "ADJ"):
                return

    def _in_bracket(self, mention: Mention) -> Iterator[str]:
        """ "(SPD)", "(43, CDU)", "(BE/SP)"."""
        found = _BRACKET.match(self.parsed.after(mention.end))
        for part in _PARTED.split(found.group(1)) if found else ():
            party = self._party(part.strip())
            if party is not None:
                yield party

    def _spoken_for(self, head: int) -> Iterator[str]:
        """The party for which somebody speaks: "Für die SPD forderte Ratsherr Lind"."""
        parsed = self.parsed
        subject = self._in_clause(head)
        verb = parsed.head[subject]
        if parsed.dep[subject] != "nsubj" or parsed.low[verb] not in parsed.lexicon.cues:
            return
        for child in dependents(parsed, verb, "obl"):
            case = dependent(parsed, child, "case")
            if child < verb and case is not None and parsed.low[case] in parsed.lexicon.words["speaking_for"]:
                yield from self._party_at(child)

    def _by_clauses(self, head: int, end: int) -> Iterator[str]:
        """Where somebody works or what they lead, by a relative clause or by the verb they are the subject of."""
        parsed = self.parsed
        verbs = [
            verb
            for verb in dependents(parsed, head, "acl", "acl:relcl")
            if self._is_of_subject(verb) and self._is_beside(end, min(parsed.children(verb)))
        ]
        subject = self._in_clause(head)
        if parsed.dep[subject] == "nsubj":
            verbs.append(parsed.head[subject])
        for verb in verbs:
            if self._is_so(verb):
                yield from self._of_office(verb, len(parsed.words))
            lemma = parsed.lemma[verb].lower()
            present = VerbForm.PRESENT in parsed.lexicon.verb_forms(parsed.low[verb])
            if parsed.pos[verb] != "VERB" or not present or is_passive(parsed, verb):
                continue
            for child in parsed.children(verb):
                case = dependent(parsed, child, "case")
                by = parsed.low[case] if case is not None else ""
                at = parsed.lexicon.has(by, "at_work")
                if parsed.dep[child] == "obj" and parsed.lexicon.has(lemma, "leading_verb"):
                    yield from self._body_at(child, named=True)
                elif parsed.lexicon.has(lemma, "verb_of_work") and (at or parsed.lexicon.has(by, "where")):
                    yield from self._body_at(child, named=not at)
                    yield from self._owner_of(child)
                elif parsed.lexicon.has(lemma, "verb_of_seat") and parsed.lexicon.has(by, "speaking_for"):
                    yield from self._party_at(child)

    def _owner_of(self, room: int) -> Iterator[str]:
        """The body whose department or room somebody works in: "im Kreißsaal des Klinikums"."""
        for owner in dependents(self.parsed, room, "nmod"):
            if dependent(self.parsed, owner, "case") is None:
                yield from self._body_at(owner)

    def _is_so(self, noun: int) -> bool:
        """Whether a noun is what the text says that its subject is now."""
        parsed = self.parsed
        beside = parsed.children(noun)
        verbs = [k for k in beside if parsed.dep[k] == "cop"]
        denied = any(parsed.lexicon.has(parsed.low[k], "negation") for k in beside)
        return bool(verbs) and not denied and all(parsed.lexicon.has(parsed.low[k], "is_now") for k in verbs)

    def _is_of_subject(self, verb: int) -> bool:
        """Whether the relative pronoun of a clause is its subject."""
        subject = dependent(self.parsed, verb, *SUBJECTS)
        return subject is not None and self.parsed.lexicon.has(self.parsed.low[subject], "relative")
