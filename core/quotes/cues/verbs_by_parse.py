"""Verbs of saying with their auxiliaries and particles as the parse gives them."""

from collections.abc import Mapping

from core.lexicon.lexicon import CueForm
from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependents, is_negated, is_passive, own_subject
from core.quotes.cues.cue import Cue

_VERBS = frozenset(("VERB", "AUX"))
_NO_VERB = frozenset(("amod", "case", "mark", "compound", "fixed"))
_PARTICLES = ("compound:prt", "advmod", "case")
_UNREAL = frozenset(("can", "could", "should", "must", "may", "might", "ca"))
"""Modal verbs: what somebody may say is not said."""
_SUPPOSED = frozenset(("if", "unless", "whether", "lest"))
_GOING_ON = frozenset("go went goes going gone continue continued come came appear appeared".split())
"""Verbs with which "to say" is said."""
_OFTEN = frozenset("used like likes liked love loves loved".split())
"""Verbs with which it is said time and again: "she used to say"."""
_UNNAMED = frozenset(("named", "identified", "quoted"))
_ASIDE = frozenset(("aux", "aux:pass"))


def cues_by_parse(
    parsed: ParsedText, sentence: Sentence, table: Mapping[str, tuple[CueForm, ...]]
) -> list[Cue]:
    """The verbs of a table outside of quotation marks in a sentence, left to right."""
    found: list[Cue] = []
    for i in range(sentence.unit.first, sentence.end):
        if parsed.low[i] in table and parsed.stretch_at(i) is None:
            cue = cue_at(parsed, sentence, i, table[parsed.low[i]])
            if cue is not None:
                found.append(cue)
    return found


def cue_at(parsed: ParsedText, sentence: Sentence, i: int, forms: tuple[CueForm, ...]) -> Cue | None:
    """A verb as a cue: with its particle if the table has it so, else without; None where it is none, or not meant as
    done ("could say", "refused to say")."""
    if parsed.pos[i] not in _VERBS or parsed.dep[i] in (*_NO_VERB, *_ASIDE):
        return None
    particle, form = _with_particle(parsed, i, forms)
    if form is None or _is_unreal(parsed, i) or _passes_on(parsed, i) or _asks_to_be_unnamed(parsed, i):
        return None
    auxiliaries = [child for child in dependents(parsed, i, "aux", "aux:pass") if child < i]
    passive = is_passive(parsed, i)
    tokens = {i, *([] if particle is None else [particle])}
    return Cue(
        form.verb,
        tuple(sorted(tokens)),
        min([i, *auxiliaries]),
        sentence.clause_of(i),
        passive,
        negated=is_negated(parsed, i),
        full=i,
    )


def _with_particle(
    parsed: ParsedText, i: int, forms: tuple[CueForm, ...]
) -> tuple[int | None, CueForm | None]:
    beside = [*dependents(parsed, i, *_PARTICLES), *range(i + 1, min(i + 2, len(parsed.low)))]
    for form in forms:
        particle = next((k for k in beside if parsed.low[k] == form.verb.particle), None)
        if form.verb.particle and particle is not None:
            return particle, form
    return None, next((form for form in forms if not form.verb.particle), None)


def _is_unreal(parsed: ParsedText, i: int) -> bool:
    auxiliaries = {parsed.low[child] for child in dependents(parsed, i, "aux")}
    if auxiliaries & _UNREAL:
        return True
    subject = own_subject(parsed, i)
    if subject is not None and any(child < subject for child in dependents(parsed, i, "aux")) and subject < i:
        return True  # A question: "Did she say it would close?"
    if any(parsed.low[child] in _SUPPOSED for child in dependents(parsed, i, "mark")):
        return True
    marked = any(parsed.low[child] == "to" for child in dependents(parsed, i, "mark", "aux"))
    governor = parsed.head[i]
    return (
        marked
        and parsed.low[governor] not in (*_GOING_ON, *_OFTEN)
        and not is_hearsay_of(parsed, governor, i)
    )


def is_hearsay_of(parsed: ParsedText, verb: int, infinitive: int) -> bool:
    """Whether a passive passes on that somebody has said something: "is said to have told friends that …"."""
    forms = parsed.lexicon.cues.get(parsed.low[verb], ())
    has = any(parsed.low[k] == "have" for k in dependents(parsed, infinitive, "aux"))
    passes = any("h" in form.verb.frames for form in forms)
    behind = parsed.dep[infinitive] in ("xcomp", "advcl", "csubj") and parsed.low[verb + 1 : verb + 2] == [
        "to"
    ]
    return has and passes and behind and is_passive(parsed, verb)


def _passes_on(parsed: ParsedText, i: int) -> bool:
    """Whether a verb only says who quotes another: "was quoted as saying", where the other speaks."""
    if not parsed.lexicon.has(parsed.low[i], "quoting"):
        return False
    return any(
        parsed.low[mark] == "as"
        for child in dependents(parsed, i, "xcomp")
        for mark in dependents(parsed, child, "mark")
    )


def _asks_to_be_unnamed(parsed: ParsedText, i: int) -> bool:
    """Whether somebody only wants no name in the paper: "a porter who asked not to be identified"."""
    unnamed = any(word in _UNNAMED for word in parsed.low[i + 4 : i + 5])
    return unnamed and parsed.low[i + 1 : i + 4] == ["not", "to", "be"]
