"""What part two people play in a story: who is accused, whom it befell, who saw it; and what is about somebody else."""

from core.actors.coreference.discourse import Discourse, Person
from core.analysis.analysis import Form, Mention
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import SUBJECTS
from core.parsed_text.trees import dependent, dependents, is_passive, own_subject, subtree
from core.text.spans import Span

_DEAD = "dead_verb"
_PARTS = ("accused_verb", "victim_verb", "witness_verb", _DEAD)
_BEFALLEN = frozenset(("accused_verb", "victim_verb"))
_OBJECTS = ("obj", "iobj", "obl", "nmod", "obl:agent")
_MEANING = {"him": "m", "her": "f", "it": None}
"""Pronouns in the object, with the sex of whom they mean."""


def play_different_parts(parsed: ParsedText, one: Span, other: Span) -> bool:
    """Whether the one is accused of something and the other suffered it, or the one it befell and the other saw it."""
    befallen, parts = parts_played(parsed, one), parts_played(parsed, other)
    if not befallen & _BEFALLEN:
        return False
    return "witness_verb" in parts or bool(parts and not befallen & parts & _BEFALLEN)


def is_against(parsed: ParsedText, one: Span, other: Span) -> bool:
    """Whether by their verbs or nouns one of two people is accused of what the other suffered."""
    first, second = (_parts_of(parsed, each) & _BEFALLEN for each in (one, other))
    return bool(first and second and not first & second)


def _parts_of(parsed: ParsedText, span: Span) -> set[str]:
    """The parts that the verbs around a phrase tell, or else its noun: "the suspect", "the victim"."""
    head = parsed.head_of(*span)
    for part in ("accused", "victim"):
        if head is not None and parsed.lexicon.has(parsed.low[head], f"{part}_noun"):
            return {f"{part}_verb"}
    return parts_played(parsed, span)


def parts_played(parsed: ParsedText, span: Span) -> set[str]:
    """What the verbs around a phrase say that somebody did or that befell them, as classes of words."""
    head = parsed.head_of(*span)
    if head is None:
        return set()
    acted_on = parsed.dep[head] == "obj"
    verbs = [parsed.head[head], *dependents(parsed, head, "acl", "acl:relcl")]
    if parsed.dep[parsed.head[head]] in ("xcomp", "ccomp"):
        verbs.append(parsed.head[parsed.head[head]])
    told = {
        k: acted_on and k == parsed.head[head] for verb in verbs for k in _told_with(parsed, verb, acted_on)
    }
    told |= {verb: acted_on and verb == parsed.head[head] for verb in verbs}
    found = {
        _part_by(parsed, k, name, first)
        for k, first in told.items()
        for name in _PARTS
        if parsed.lexicon.has(parsed.low[k], name)
    }
    return found - {""}


def _told_with(parsed: ParsedText, verb: int, acted_on: bool) -> list[int]:
    """What is said beside a verb of whom it acts on, "found him guilty", or else of its subject."""
    if acted_on:
        return list(dependents(parsed, verb, "xcomp"))
    has_object = dependent(parsed, verb, "obj") is not None
    relations = ("conj", "advcl") if has_object else ("conj", "advcl", "xcomp")
    return [k for k in dependents(parsed, verb, *relations) if own_subject(parsed, k) is None]


def _part_by(parsed: ParsedText, verb: int, name: str, acted_on: bool) -> str:
    """The part that a verb gives to its subject, or to its object where that is asked for; empty for none.

    Whoever kills or robs suffers nothing, and nobody who charges another is accused.
    """
    if name == "witness_verb":
        return "" if acted_on else name
    if parsed.lexicon.has(parsed.low[verb], "own_part") or acted_on or is_passive(parsed, verb):
        return name
    if name in ("victim_verb", _DEAD) and dependent(parsed, verb, "obj") is not None:
        return "accused_verb"
    return "" if dependent(parsed, verb, "obj") is not None else name


def accuses(parsed: ParsedText, span: Span) -> bool:
    """Whether somebody does to another what is done to the accused: "A judge has jailed a nurse"."""
    head = parsed.head_of(*span)
    verb = parsed.head[head] if head is not None and parsed.dep[head] in SUBJECTS else None
    if verb is None or is_passive(parsed, verb) or parsed.lexicon.has(parsed.low[verb], "own_part"):
        return False
    return parsed.lexicon.has(parsed.low[verb], "accused_verb") and dependent(parsed, verb, "obj") is not None


def share_a_part(parsed: ParsedText, one: Span, other: Span) -> bool:
    """Whether the same befell two people, or both are accused; who died is nobody who was hurt."""
    first, second = parts_played(parsed, one), parts_played(parsed, other)
    same = first & second & {*_BEFALLEN, _DEAD}
    return bool(same - {_DEAD}) and (_DEAD in first) == (_DEAD in second)


def points_elsewhere(parsed: ParsedText, discourse: Discourse, mention: Mention, name: Mention) -> bool:
    """Whether in the clause of a name somebody described before is somebody else: "Bo Quill helped him", "Ada Lind
    lent the man a coat"."""
    head = discourse.head_of(name)
    verb = None if head is None else parsed.governor(head)
    noun = parsed.head_of(mention.start, mention.end)
    if head is None or verb is None or noun is None:
        return False
    gender = discourse.persons[mention.actor or ""].gender
    return any(
        _means(parsed, k, gender) or _is_same_noun(parsed, k, parsed.low[noun])
        for k in subtree(parsed, verb)
        if not discourse.is_said(parsed.starts[k])
    )


def _means(parsed: ParsedText, k: int, gender: str | None) -> bool:
    """Whether a token is a pronoun in the object for somebody of a sex; in "denied it" it is the charge."""
    low = parsed.low[k]
    if low not in _MEANING or parsed.dep[k] not in _OBJECTS:
        return False
    fits = _MEANING[low] in (None, gender or _MEANING[low])
    return fits and not parsed.lexicon.has(parsed.low[parsed.head[k]], "accused_verb")


def _is_same_noun(parsed: ParsedText, k: int, noun: str) -> bool:
    """Whether a token is a noun with "the" that is no subject: "the man"."""
    if parsed.low[k] != noun or parsed.dep[k] in (*SUBJECTS, "appos", "conj"):
        return False
    article = dependent(parsed, k, "det")
    return article is not None and parsed.lexicon.has(parsed.low[article], "definite")


def others_beside(parsed: ParsedText, discourse: Discourse, mention: Mention, named: Person) -> bool:
    """Whether the sentence of a description tells of somebody else without a name who may be the one named."""
    number = parsed.sentence_at(mention.start)
    if number < 0:
        return False
    start, end = parsed.sentences[number]
    nouns = (k for k in range(parsed.token_from(start), parsed.token_from(end)) if parsed.pos[k] == "NOUN")
    apart = [k for k in nouns if not mention.start <= parsed.starts[k] < mention.end]
    if any(parsed.lexicon.has(parsed.low[k], "bystander") for k in apart):
        return True
    for other in discourse.between(start, end):
        person = discourse.persons.get(other.actor or "")
        if person is None or other.actor == mention.actor or other.form is not Form.NOMINAL or person.named:
            continue
        head = parsed.head_of(other.start, other.end)
        child = head is not None and parsed.lexicon.has(parsed.low[head], "child")
        if not child and person.gender in (None, named.gender or person.gender):
            return True
    return False


def is_oblique(parsed: ParsedText, span: Span, named: int) -> bool:
    """Whether somebody is introduced in the dative or genitive before a name, as nobody is whom a report then names:
    "Der Hund biss einer Nachbarin ins Bein"."""
    if named < span[1]:
        return False
    head = parsed.head_of(*span)
    introduced = parsed.lexicon.has(parsed.low[parsed.token_at(span[0])], "introducing")
    return introduced and head is not None and parsed.case[head] in ("Dat", "Gen")
