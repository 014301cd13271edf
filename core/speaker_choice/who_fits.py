"""Gender and number of candidates and of words for a speaker: who may be meant by a description or a pronoun."""

from collections.abc import Mapping, Sequence

from core.analysis.analysis import Actor, ActorKind, Form, Mention
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText
from core.text.spans import Span

_READ = {"Masc": "m", "Fem": "f", "Neut": "n"}
_PRONOUNS = {"er": "m", "he": "m", "ihm": "m", "ihn": "m", "ihr": "f", "she": "f", "sie": "f"}


def genders(parsed: ParsedText, mentions: Sequence[Mention], actors: Sequence[Actor]) -> Mapping[str, str]:
    """The gender of actors by id, "m", "f" or "n", as names, roles, pronouns and descriptions tell it."""
    found: dict[str, str] = {}
    for actor in actors:
        if actor.kind is ActorKind.PERSON and (gender := _of_person(parsed, actor)):
            found[actor.id] = gender
    for mention in mentions:
        if mention.actor is None or mention.actor in found:
            continue
        if mention.form in (Form.PRONOUN, Form.NOMINAL) and (
            gender := gender_of_phrase(parsed, mention.span)
        ):
            found[mention.actor] = gender
    return found


def _of_person(parsed: ParsedText, actor: Actor) -> str | None:
    """The gender that a person's first name tells, else a role."""
    if known := parsed.lexicon.gender_of_name(actor.name.split()[0]):
        return known
    roles = (parsed.lexicon.role(words[-1]) for role in actor.roles if (words := role.split()))
    return next((role.gender for role in roles if role is not None and role.gender), None)


def gender_of_phrase(parsed: ParsedText, span: Span) -> str | None:
    """The gender of a pronoun or of a description in the singular; None where it tells none."""
    word = parsed.text[slice(*span)]
    if word.lower() in _PRONOUNS:
        return _PRONOUNS[word.lower()]
    head = parsed.head_of(*span)
    if head is None or parsed.number[head] == "Plur":
        return None
    role = parsed.lexicon.role(parsed.words[head])
    return (role.gender if role is not None else None) or _READ.get(parsed.gender[head])


def is_for_one(parsed: ParsedText, span: Span) -> bool:
    """Whether words may be for one person: a pronoun, or a noun in the singular for no body, no text, no thought."""
    head = parsed.head_of(*span)
    if head is None or parsed.number[head] == "Plur":
        return False
    lexicon, noun = parsed.lexicon, parsed.words[head]
    if parsed.pos[head] not in ("NOUN", "PROPN"):
        return parsed.pos[head] == "PRON"
    text = lexicon.ends_in(noun.lower(), "text")
    firm = lexicon.role(noun) is None and load_tables(lexicon.language).body_noun(noun) is not None
    body = firm or lexicon.is_body(noun)
    return not (text or body or noun in lexicon.cue_nouns or lexicon.has(noun, "abstract"))
