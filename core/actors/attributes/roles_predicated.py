"""The office or profession that a sentence says somebody has: "Ada Lind ist Trainerin", "Sie arbeitet als Wirtin"."""

import re
from collections.abc import Iterator

from core.actors.attributes.role import Role
from core.analysis.analysis import Mention
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents
from core.text.spans import Span
from core.text.tables import either, listed

_IS = re.compile(
    rf"\s(?:{either('being')}|{either('staying')})\s(?:(?:seit|ab)\s(?:\d{{4}}|[A-ZÄÖÜ]\w+)\s)?(?:ein|eine|der|die)?\s?([A-ZÄÖÜ][\w-]+)"
    r"(?=[,.;]|\s(?:des|der|von|vom|in|im|beim|am|an|bei|und)\b)"
)
_NO_OFFICE = frozenset(("aux", "case", "det", "mark"))
"""What does not belong to a noun that says which office somebody holds."""


def role_predicated(parsed: ParsedText, after: str, mention: Mention) -> Role | None:
    """ "ist Trainerin des Klubs" behind a name that is the subject of it, or "arbeitet als Trainerin"; the same in a
    relative clause."""
    name = parsed.head_of(mention.start, mention.end)
    if name is None:
        return None
    match = _IS.match(after)
    if match is not None and parsed.dep[name] == "nsubj":
        noun = parsed.parsed_at(mention.end + match.start(1))
        meant = noun is not None and noun in (parsed.head[name], _worked_as(parsed, name))
        return _role_of(parsed, noun) if noun is not None and meant else None
    return role_told(parsed, mention.span)


def role_told(parsed: ParsedText, span: Span) -> Role | None:
    """What a German text says that somebody is who is the subject of its clause, or of whom a relative clause tells."""
    head = parsed.head_of(*span)
    for subject in () if head is None else _subjects(parsed, head):
        noun = _predicate(parsed, subject)
        role = None if noun is None else _role_of(parsed, noun)
        if role is not None:
            return role
    return None


def _subjects(parsed: ParsedText, head: int) -> Iterator[int]:
    """The subjects of what is said of somebody: the word itself, and the pronouns of relative clauses."""
    if parsed.dep[head] == "nsubj":
        yield head
    for verb in dependents(parsed, head, "acl", "acl:relcl"):
        subject = dependent(parsed, verb, "nsubj")
        if subject is not None and parsed.lexicon.has(parsed.low[subject], "relative"):
            yield subject


def _role_of(parsed: ParsedText, noun: int) -> Role | None:
    """A noun in the singular as a role, where it is one."""
    word = parsed.words[noun]
    role = parsed.lexicon.role(word)
    base = parsed.lexicon.role_noun(word)
    tables = load_tables(parsed.lexicon.language)
    is_ordinal = word.lower().startswith(listed("ordinal_begins"))
    if role is None or role.kind != "role" or is_ordinal or base in tables.kin or base in tables.companions:
        return None
    return Role(base, role.gender, base) if parsed.number[noun] != "Plur" else None


def _predicate(parsed: ParsedText, name: int) -> int | None:
    """What the text says that somebody is or works as, wherever it stands in the sentence; with an article it would be
    what somebody is like: "ist ein Diplomat"."""
    noun = parsed.head[name]
    parts = parsed.children(noun)
    if parsed.is_speech(name) or any(parsed.lexicon.has(parsed.low[k], "negation") for k in parts):
        return None
    verbs = [k for k in parts if parsed.dep[k] == "cop"]
    if not verbs:
        return _worked_as(parsed, name) or _became(parsed, name)
    sure = all(parsed.lexicon.has(parsed.low[k], "is_so") for k in verbs)
    return noun if sure and not any(parsed.dep[k] in _NO_OFFICE for k in parts) else None


def _worked_as(parsed: ParsedText, name: int) -> int | None:
    """The noun behind "als" with a verb of work of which somebody is the subject."""
    verb = parsed.head[name]
    if not parsed.lexicon.has(parsed.lemma[verb].lower(), "verb_of_work"):
        return None
    return next((k for k in parsed.children(verb) if _is_behind_as(parsed, k)), None)


def _became(parsed: ParsedText, name: int) -> int | None:
    """The noun for what the subject of "wurde" became: "Sie wurde Bergführerin"."""
    verb = parsed.head[name]
    if not parsed.lexicon.has(parsed.low[verb], "is_so"):
        return None
    nouns = (k for k in dependents(parsed, verb, "xcomp") if parsed.pos[k] == "NOUN")
    return next((k for k in nouns if not any(parsed.dep[j] in _NO_OFFICE for j in parsed.children(k))), None)


def _is_behind_as(parsed: ParsedText, noun: int) -> bool:
    joints = [k for k in parsed.children(noun) if parsed.dep[k] in ("case", "cc")]
    return any(parsed.lexicon.has(parsed.low[k], "as") for k in joints)
