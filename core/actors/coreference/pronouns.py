"""Pronouns that refer to a person or a body, and to whom."""

from collections.abc import Iterator

from core.actors.coreference.discourse import Discourse
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import NOUN_SUBJECTS, OBJECTS
from core.text.spans import Span
from core.text.tables import paired

ALONE, CLEAR, UNCLEAR = 1.0, 0.85, 0.6
"""How sure a pronoun is: nobody else can be meant, others can but less likely, another as likely."""
_GENDERS = {"er": "m", "he": "m", "she": "f", "sie": "f"}
_OBJECTS = dict(paired("object_pronoun"))
"""Those of sources ("ihm zufolge") and of who is quoted ("zitierte ihn das Blatt"), asked only where they speak."""
_OTHERS = {"it": "n", "they": "p"}
"""English pronouns for bodies and groups, asked only where they speak."""
_OWNERS = {"his": "m", "her": "f"}
"""English: those of whom a saying is ("Her motto was …"), asked only where they speak."""
_POINTING = dict(paired("pointing_pronoun"))


def subject_pronouns(parsed: ParsedText) -> Iterator[Span]:
    """The pronouns for one person that are the subject of a clause, and those that point at somebody ("Der sagte ab").

    None without a parse.
    """
    if not parsed.has_parse:
        return
    for i, low in enumerate(parsed.low):
        if (
            parsed.dep[i] not in NOUN_SUBJECTS
            or parsed.pos[i] != "PRON"
            or not parsed.is_running_text(parsed.starts[i])
        ):
            continue
        opens = parsed.begins_sentence(i)
        personal = low in _GENDERS and (opens or parsed.words[i].islower())
        if personal or (low in _POINTING and opens and not is_plural(parsed, i)):
            yield parsed.span(i, i + 1)


def learn_gender(discourse: Discourse, actor: str, span: Span) -> None:
    """Remember of which sex the pronoun at a span tells that a person is: for sure where the name is in the same
    paragraph, or is guessed to be of that sex; not by a pronoun in what somebody says, which may mean somebody else."""
    parsed, person = discourse.parsed, discourse.persons[actor]
    told = _GENDERS.get(parsed.text[slice(*span)].lower())
    if told is None or discourse.is_rendered(span[0]):
        return
    block = parsed.block_at(span[0])
    start = parsed.blocks[block].start if block is not None else span[0]
    if person.gender is None:
        near = any(each.actor == actor for each in discourse.between(start, span[0]))
        person.gender, person.gender_guessed = told, not near
    elif person.gender == told:
        person.gender_guessed = False


def is_plural(parsed: ParsedText, i: int) -> bool:
    """Whether the parse reads a pronoun, and the verb it is the subject of, as a plural."""
    verb = parsed.governor(i)
    beside = (
        [] if verb is None else [verb, *(k for k in parsed.children(verb) if parsed.dep[k].startswith("aux"))]
    )
    finite = {parsed.number[k] for k in beside if parsed.mood[k] or parsed.number[k]}
    return parsed.number[i] == "Plur" and "Sing" not in finite


def referent(discourse: Discourse, start: int, low: str) -> tuple[str, float] | None:
    """Whom the pronoun at an offset refers to, and how sure that is; None where nobody fits."""
    if low in _POINTING:
        actor = discourse.last_beside_subject(start, _POINTING[low])
        if actor is not None:
            return actor, CLEAR
    if low == "they" and (actor := _nameless_subject(discourse, start)) is not None:
        return actor, CLEAR
    gender = _GENDERS.get(low) or _POINTING.get(low) or _OTHERS.get(low) or _OBJECTS.get(low)
    gender = gender or _OWNERS.get(low)
    token = discourse.parsed.parsed_at(start)
    if token is not None and gender == "f" and is_plural(discourse.parsed, token):
        gender = "p"
    others = discourse.spoken_of(start) if discourse.parsed.by_parse else frozenset()
    if discourse.parsed.by_parse and token is not None:
        others |= _who_asked(discourse, token)
    best = discourse.best_antecedent(start, gender, others, bodies=True)
    if best is None or (low in _OWNERS and discourse.persons[best.actor].gender != gender):
        return None
    return best.actor, ALONE if best.alone else CLEAR if best.clear else UNCLEAR


def _who_asked(discourse: Discourse, token: int) -> frozenset[str]:
    """English: who put a question to somebody in the sentence before a pronoun that replies: "Lind asked Bell about it.
    “No,” he replied." """
    parsed = discourse.parsed
    verb, here = parsed.governor(token), parsed.sentence_at(parsed.starts[token])
    if verb is None or here < 1 or not parsed.lexicon.has(parsed.low[verb], "replying"):
        return frozenset()
    askers: set[str] = set()
    asked = False
    for mention in discourse.between(*parsed.sentences[here - 1]):
        head = discourse.head_of(mention)
        if head is None or mention.actor not in discourse.persons:
            continue
        if parsed.lexicon.has(parsed.low[parsed.head[head]], "asking"):
            asked |= parsed.dep[head] in OBJECTS
            askers |= {mention.actor} if parsed.dep[head] == "nsubj" else set()
    return frozenset(askers) if asked else frozenset()


def _nameless_subject(discourse: Discourse, offset: int) -> str | None:
    """Somebody without a name and of no known gender, the subject of the sentence before: whom "they" may mean."""
    parsed = discourse.parsed
    here = parsed.sentence_at(offset)
    if here < 1 or parsed.block_at(parsed.sentences[here - 1][0]) != parsed.block_at(offset):
        return None
    for mention in discourse.between(*parsed.sentences[here - 1]):
        person = discourse.persons.get(mention.actor or "")
        if person is None or person.named or person.gender or discourse.is_said(mention.start):
            continue
        if discourse.is_subject(mention) and discourse.is_in_main_clause(mention):
            return mention.actor
    return None
