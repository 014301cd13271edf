"""The order in which the slips of a parse are set right."""

from core.lexicon.lexicon import Lexicon
from core.parsed_text.mending.asides import mend_aside, mend_parenthesis
from core.parsed_text.mending.clauses import (
    mend_adding,
    mend_being,
    mend_day,
    mend_hearsay,
    mend_in_marks,
    mend_joined,
    mend_next_clause,
    mend_question,
    mend_quoted,
    mend_row,
    mend_second_clause,
    mend_second_that,
    verb_forms,
)
from core.parsed_text.mending.holders import (
    mend_behind_marks,
    mend_holder,
    mend_named_subject,
    mend_opening,
)
from core.parsed_text.mending.subjects import (
    mend_according,
    mend_addressed,
    mend_laughing,
    mend_led_up_to,
    mend_main_verb,
    mend_missing,
    mend_object_or_subject,
    mend_perfect,
    mend_rank,
    mend_relative,
    mend_rivals,
    mend_told,
    mend_urged,
)
from core.parsed_text.mending.tree import Tree
from core.parsed_text.mending.word_groups import mend_word_groups

_NEVER = ("aux", "aux:pass", "amod", "compound", "case", "mark")
"""Relations by which no word is a verb of saying."""


def mend(tree: Tree, lexicon: Lexicon) -> None:
    """Set right the parse of a text, in place."""
    mend_word_groups(tree, lexicon)
    mend_speech(tree, lexicon)


def mend_speech(tree: Tree, lexicon: Lexicon) -> None:
    """Give verbs of saying, and the clauses they introduce, each their own subject."""
    tree.gather()
    for verb, low in enumerate(tree.low):
        if low == "according" and tree.dep[verb] == "mark":
            mend_according(tree, verb)
        if tree.dep[verb] == "appos" and tree.is_person(verb):
            mend_holder(tree, verb, lexicon)
        if tree.pos[verb] not in ("VERB", "AUX") or tree.dep[verb] in _NEVER:
            continue
        mend_named_subject(tree, verb, lexicon)
        mend_row(tree, verb, lexicon)
        forms = lexicon.cues.get(low, ())
        _mend_around(tree, verb, lexicon, frozenset().union(*(form.verb.frames for form in forms)))
        if tree.dep[verb] == "conj" and verb_forms(lexicon, low):
            mend_told(tree, verb, lexicon)
            mend_joined(tree, verb, lexicon)


def _mend_around(tree: Tree, verb: int, lexicon: Lexicon, frames: frozenset[str]) -> None:
    """Set right what is around a verb of saying that is used in some frames."""
    if "c" in frames or "a" in frames:
        mend_rank(tree, verb, lexicon)
    if "a" in frames:
        mend_urged(tree, verb)
    if "c" in frames:
        mend_being(tree, verb)
        mend_perfect(tree, verb)
        mend_quoted(tree, verb, lexicon)
        mend_led_up_to(tree, verb, lexicon)
        mend_parenthesis(tree, verb, lexicon)
        mend_relative(tree, verb, lexicon)
        mend_main_verb(tree, verb)
        mend_rivals(tree, verb)
        if "l" in frames:
            mend_addressed(tree, verb)
        mend_missing(tree, verb)
        if "q" in frames:
            mend_object_or_subject(tree, verb)
        mend_next_clause(tree, verb)
        mend_second_clause(tree, verb)
        mend_day(tree, verb, lexicon)
        mend_adding(tree, verb, lexicon)
        mend_second_that(tree, verb)
        mend_in_marks(tree, verb)
        mend_laughing(tree, verb)
        mend_aside(tree, verb, lexicon, frames)
        mend_opening(tree, verb)
    if "q" in frames:
        mend_behind_marks(tree, verb)
    if "h" in frames:
        mend_hearsay(tree, verb)
    if "i" in frames:
        mend_question(tree, verb)
