"""Whom a name in apposition names: who speaks behind a closing mark, and who holds the office rather than its body.

"“…,” said the mayor, Ada Lind", "counsel to the inquiry, Ada Lind", "the trust's founder and director, Ada Lind".
"""

from core.lexicon.lexicon import Lexicon
from core.parsed_text.mending.tree import Tree
from core.parsed_text.relations import NOUN_SUBJECTS

_CLOSING_MARKS = frozenset(('"', "”", "’", "'"))
_BEFORE_CLOSING = frozenset((",", "?", "!", ".", "…"))
_NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
_OPENING = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM")
"""What a noun phrase may begin with."""
_BEFORE_NAME = ("nmod:desc", "compound", "flat", "appos")
_BELOW = ("nmod", "obl", "obj", "acl")
"""Relations by which what an office is of hangs on it, a participle between them included."""
_LONGEST = 10
"""Tokens from a verb to the noun that is its subject, and from an office to the name."""
_DEEPEST = 3
_CLAUSES = ("ROOT", "conj", "parataxis", "ccomp")
_TAKEN_FOR = ("advmod", "mark", "obl", "obl:unmarked", "discourse", "vocative")
"""Relations by which a name that the parser does not know hangs on the verb behind it."""


def mend_behind_marks(tree: Tree, verb: int) -> None:
    """ "“…,” said the mayor, Ada Lind": who stands right behind the verb speaks, and is nobody spoken to or of within
    the marks; the office is the subject, and the name is beside it."""
    if not verb or tree.low[verb - 1] not in _CLOSING_MARKS:
        _mend_before(tree, verb)
        return
    first = verb + 1
    if first >= len(tree.low) or tree.pos[first] not in _OPENING:
        return
    subjects = tree.dependents(verb, *NOUN_SUBJECTS)
    top = subjects[0] if subjects else _top(tree, first, verb)
    if not verb < top < first + _LONGEST or tree.pos[top] not in _NOMINAL:
        return
    if not subjects:
        if tree.head[top] >= verb or tree.dependents(top, "case", "cop"):
            return
        tree.move(top, verb, "nsubj")
    ahead = [k for k in tree.dependents(top, *_BEFORE_NAME) if k < top and "," in tree.low[k:top]]
    if ahead and tree.pos[top] == "PROPN":
        tree.move(ahead[0], verb, "nsubj")
        tree.move(top, ahead[0], "appos")
    else:
        _hang_behind(tree, verb, top)


def _top(tree: Tree, i: int, verb: int) -> int:
    """The head of the phrase that a token behind a verb begins."""
    start = i
    while verb < tree.head[i] < start + _LONGEST and tree.head[i] != i:
        i = tree.head[i]
    return i


def _hang_behind(tree: Tree, verb: int, noun: int) -> None:
    """ "“…,” said counsel to the inquiry, Ada Lind": what the subject is of, and the name beside it, are no part of
    what is said before the verb, nor is the name another subject."""
    at = noun + 1
    if at < len(tree.low) and tree.dep[at] == "case":
        body = tree.head[at]
        if body > at and tree.head[body] < verb:
            tree.move(body, noun, "nmod")
        at = body + 1 if body > at else at
    name = at + 1
    if name >= len(tree.low) or tree.low[at] != "," or not tree.is_person(name):
        return
    stray = tree.head[name] < verb or (tree.head[name] == verb and tree.dep[name] in NOUN_SUBJECTS)
    if stray and tree.pos[noun] == "NOUN":
        tree.move(name, noun, "appos")


def _mend_before(tree: Tree, verb: int) -> None:
    """ "“…,” the mayor, Ada Lind, told them": who stands between the marks and a verb without a subject speaks."""
    if tree.dependents(verb, *NOUN_SUBJECTS, "aux:pass"):
        return
    marks = [k for k in range(max(0, verb - 2 * _LONGEST), verb) if tree.low[k] in _CLOSING_MARKS]
    first = marks[-1] + 1 if marks else verb
    if first == verb or tree.low[first - 2] not in _BEFORE_CLOSING or tree.pos[first] not in _OPENING:
        return
    top = first
    while first <= tree.head[top] < verb and tree.head[top] != top:
        top = tree.head[top]
    apart = tree.head[top] < first and not tree.dependents(top, "case", "cop")
    if apart and tree.pos[top] in _NOMINAL and tree.head[verb] not in range(first, verb):
        tree.move(top, verb, "nsubj")


def mend_opening(tree: Tree, verb: int) -> None:
    """ "In a post on X, former president Ada Lind said …": a name right before a verb without a subject speaks, and is
    not beside what opens the sentence."""
    if tree.dependents(verb, *NOUN_SUBJECTS, "aux:pass"):
        return
    for noun in tree.dependents(verb, "obl"):
        names = [k for k in tree.dependents(noun, "appos") if noun < k < verb and tree.is_person(k)]
        if len(names) != 1 or not tree.dependents(noun, "case"):
            continue
        within = range(names[0], verb)
        words = [k for k in within[1:] if tree.pos[k] != "PUNCT"]
        ends = all(tree.head[k] in (names[0], verb) or tree.head[k] in within for k in words)
        if ends and "," in tree.low[noun : names[0]]:
            tree.move(names[0], verb, "nsubj")
            return


def mend_named_subject(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Ofwat denied it": a name right before the verb of a clause without a subject is no adverb or conjunction."""
    if tree.dep[verb] not in _CLAUSES or tree.dependents(verb, *NOUN_SUBJECTS, "aux:pass", "expl"):
        return
    name = verb - 1
    while name > 0 and tree.pos[name] == "AUX" and tree.head[name] == verb:
        name -= 1
    if name < 0 or tree.head[name] != verb or tree.dep[name] not in _TAKEN_FOR:
        return
    named = tree.pos[name] == "PROPN" or (bool(tree.entity) and tree.entity[name] in ("ORG", "PER"))
    dated = lexicon.has(tree.low[name], "weekday", "month")
    if named and not dated and not tree.dependents(name, "case", "mark", "det", "nummod"):
        tree.pos[name] = "PROPN"
        tree.move(name, verb, "nsubj")


def mend_holder(tree: Tree, name: int, lexicon: Lexicon) -> None:
    """ "counsel to the inquiry, Ada Lind", "one of the organisers, Ada Lind", "founder and director, Ada Lind": a name
    behind a comma is beside the noun for a person, which comes before that of the body, and is one of several."""
    noun = tree.head[name]
    if tree.dep[name] != "appos" or noun > name or "," not in tree.low[noun + 1 : name]:
        return
    while tree.dep[noun] == "conj" and _is_held_as_well(tree, noun, lexicon):
        noun = tree.head[noun]
    above = noun
    for _ in range(_DEEPEST):
        if tree.dep[above] not in _BELOW or tree.head[above] > above or name - tree.head[above] > _LONGEST:
            break
        above = tree.head[above]
        several = tree.low[above] == "one" and above + 1 < noun and tree.low[above + 1] == "of"
        held = tree.pos[above] == "NOUN" and lexicon.role(tree.low[above]) is not None
        if several or (held and not _is_person(tree, noun, lexicon)):
            noun = above
    if noun != tree.head[name]:
        tree.move(name, noun, "appos")


def _is_held_as_well(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun is the second office of one person: "the trust's founder and director"."""
    both = all(_is_person(tree, k, lexicon) for k in (noun, tree.head[noun]))
    own = tree.dependents(noun, "det", "nmod:poss")
    opened = tree.dependents(tree.head[noun], "det", "nmod:poss")
    return both and bool(opened) and not own and "," not in tree.low[tree.head[noun] : noun]


def _is_person(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    return lexicon.role(tree.low[noun]) is not None
