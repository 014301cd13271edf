"""A verb of saying put between the parts of what is said, set right where the parser tears those apart.

"It was, she told him, a good mill", "Three had, Bell replied, and one was waiting", "Nobody hurt, he said, would go".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.lexicon.lexicon import Lexicon
from core.parsed_text.mending.tree import Tree
from core.parsed_text.relations import NOUN_SUBJECTS

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET")
_MARKS = frozenset("\"“”„‘'«»‹›")
_ENDS = frozenset((",", ";", ":", "."))
_JOINING = frozenset(("and", "but"))
_ASIDE = frozenset(("compound:prt", "advmod", "obl", "obl:unmarked", "obl:tmod", *NOUN_SUBJECTS))
"""What may hang on the verb within an aside."""
_LONGEST = 60
"""Tokens on either side of an aside that are looked at."""
_LONGEST_SUBJECT, _LONGEST_APPOSITION = 8, 5


@dataclass(frozen=True, slots=True)
class _Parts:
    """Tokens before an aside, those of it, and those behind it, without the commas between."""

    left: range
    aside: range
    right: range


def mend_aside(tree: Tree, verb: int, lexicon: Lexicon, frames: frozenset[str]) -> None:
    """Let what stands on both sides of a verb of saying and its subject be one clause, and those an aside in it."""
    parts = _parts(tree, verb, lexicon, frames)
    if parts is None:
        return
    main = next((k for k in _tops(tree, parts.left) if _is_clause(tree, k, parts.left)), None)
    behind = next(iter(_tops(tree, parts.right)), None)
    torn = (
        behind is not None and not _joins(tree, parts.right) and not _has_subject(tree, behind, parts.right)
    )
    if main is not None and torn and behind is not None and _is_participle(tree, main, parts):
        noun = tree.dependents(main, *NOUN_SUBJECTS)[-1]
        _put_above(tree, behind, main)
        tree.move(main, noun, "acl")
        tree.move(noun, behind, "nsubj")
        tree.move(verb, behind, "parataxis")
    elif main is not None and not _lacks_rest(tree, main, parts, torn=torn):
        _join(tree, verb, main, parts)
    elif behind is not None and torn:
        _reunite(tree, verb, behind, parts)
    else:
        _end_early(tree, verb, parts)


def _parts(tree: Tree, verb: int, lexicon: Lexicon, frames: frozenset[str]) -> _Parts | None:
    """The parts around a verb of saying with its subject that a comma sets off on either side; None for any other."""
    start = _start(tree, verb, lexicon, frames)
    if start is None or tree.low[start - 1] != ",":
        return None
    inside = {*_ASIDE, *(("obj", "iobj") if "l" in frames else ())}
    end = verb + 1
    while end < len(tree.low) and _belongs(tree, end, verb, inside) and tree.low[end] not in _ENDS:
        end += 1
    if tree.pos[end : end + 1] == ["ADV"] and tree.low[end + 1 : end + 2] in ([","], [";"], [":"]):
        tree.move(end, verb, "advmod")  # "she said afterwards; …"
        end += 1
    if end < len(tree.low) and tree.low[end] not in _ENDS:
        return None
    first, last = _bounds(tree, verb)
    left, right = range(first, start - 1), range(min(end + 1, last), last)
    if not left or any(tree.low[k] in _MARKS for k in left) or end > last:
        return None
    return _Parts(left, range(start, end), right)


def _start(tree: Tree, verb: int, lexicon: Lexicon, frames: frozenset[str]) -> int | None:
    """The first token of the subject of a verb, or the verb where that stands behind it: ", conceded the mayor,"."""
    if tree.dependents(verb, "mark", "aux:pass"):
        return None
    near = [k for k in tree.dependents(verb, *NOUN_SUBJECTS) if verb - _LONGEST_SUBJECT < k]
    right = [k for k in near if k > verb]
    if right and tree.low[verb - 1 : verb] == [","]:
        return verb
    if tree.low[verb - 1 : verb] == [","] and (behind := _named_behind(tree, verb, "l" in frames)):
        tree.move(behind, verb, "nsubj")
        return verb
    left = [k for k in near if k < verb]
    if not left or lexicon.has(tree.low[left[-1]], "relative", "question"):
        return None
    who = left[-1]
    start = min([who, *(k for k in tree.children(who) if k < who and tree.pos[k] != "PUNCT")])
    between = (k for k in range(who + 1, verb))
    plain = all(tree.head[k] in (who, verb) and tree.low[k] != "," for k in between)
    return start if start > 0 and plain else None


def _named_behind(tree: Tree, verb: int, tells: bool) -> int | None:
    """Who stands right behind a verb and before a comma, whatever the parser hangs it on: ", conceded Bell, was"."""
    relations = NOUN_SUBJECTS if tells else (*NOUN_SUBJECTS, "obj", "iobj")
    end = verb + 1
    while end < min(len(tree.low), verb + _LONGEST_SUBJECT) and tree.pos[end] != "PUNCT":
        end += 1
    heads = [k for k in range(verb + 1, end) if tree.head[k] not in range(verb + 1, end)]
    fits = len(heads) == 1 and tree.dep[heads[0]] in relations and tree.pos[heads[0]] in _NOMINAL
    return heads[0] if fits and tree.low[end : end + 1] == [","] else None


def _belongs(tree: Tree, i: int, verb: int, inside: set[str]) -> bool:
    """Whether a token hangs on a verb by one of some relations, or on what does."""
    for _ in range(_LONGEST_SUBJECT):
        if tree.head[i] == verb:
            return tree.dep[i] in inside
        if tree.head[i] <= verb:
            return False
        i = tree.head[i]
    return False


def _bounds(tree: Tree, verb: int) -> tuple[int, int]:
    """The tokens of the same sentence: those under the same root."""
    root = _root(tree, verb)
    first, last = verb, verb + 1
    while first > max(0, verb - _LONGEST) and _root(tree, first - 1) == root:
        first -= 1
    while last < min(len(tree.low), verb + _LONGEST) and _root(tree, last) == root:
        last += 1
    return first, last


def _root(tree: Tree, i: int) -> int:
    for _ in range(_LONGEST):
        if tree.head[i] == i:
            break
        i = tree.head[i]
    return i


def _tops(tree: Tree, part: range) -> list[int]:
    """The tokens of a part that hang on none in it."""
    return [
        k
        for k in part
        if tree.pos[k] != "PUNCT" and (tree.head[k] == k or tree.head[k] not in part) and tree.dep[k] != "cc"
    ]


def _has_subject(tree: Tree, i: int, part: Sequence[int]) -> bool:
    return any(k in part for k in tree.dependents(i, *NOUN_SUBJECTS, "csubj", "expl"))


def _is_clause(tree: Tree, i: int, part: range) -> bool:
    """Whether a token is the head of a main clause: one with a subject there, and no conjunction that opens it."""
    return _has_subject(tree, i, part) and not tree.dependents(i, "mark")


def _joins(tree: Tree, right: range) -> bool:
    return bool(right) and tree.low[right[0]] in _JOINING


def _is_participle(tree: Tree, main: int, parts: _Parts) -> bool:
    """Whether the verb before an aside only says more of its noun: "Nobody hurt, he said, would be left"."""
    bare = not tree.dependents(main, "aux", "aux:pass", "cop", "obj")
    opening = tree.pos[parts.right[0]] == "AUX"
    return (
        bare
        and opening
        and tree.pos[main] == "VERB"
        and main == parts.left[-1]
        and tree.head[main] != main - 1
    )


def _lacks_rest(tree: Tree, main: int, parts: _Parts, *, torn: bool) -> bool:
    """Whether what stands before an aside ends in "was" or "had", whose verb stands behind it."""
    return torn and tree.pos[main] == "AUX" and main == parts.left[-1]


def _join(tree: Tree, verb: int, main: int, parts: _Parts) -> None:
    """Let what follows an aside with "and" or "but", a colon or a semicolon go on with the clause before it."""
    if tree.dep[verb] in ("conj", "advcl") and tree.head[verb] == main:
        tree.dep[verb] = "parataxis"
    if tree.dep[main] in ("aux", "aux:pass"):
        tree.move(main, verb, "ccomp")
    set_off = tree.low[parts.aside.stop : parts.right.start] in ([":"], [";"])
    for clause in _tops(tree, parts.right):
        if tree.head[clause] != verb or tree.dep[clause] not in ("conj", "ccomp", "parataxis"):
            continue
        first = _first(tree, clause)
        if set_off and first > parts.right.start and tree.dep[clause] == "ccomp":
            tree.move(clause, first - 1, "acl:relcl")
        elif set_off or (_joins(tree, parts.right) and _has_subject(tree, clause, parts.right)):
            tree.move(clause, main, "parataxis" if set_off else "conj")


def _first(tree: Tree, i: int) -> int:
    """The first token of what hangs on a token and stands before it, marks left aside."""
    for _ in range(_LONGEST_SUBJECT):
        before = [k for k in tree.children(i) if k < i and tree.pos[k] != "PUNCT"]
        if not before:
            break
        i = before[0]
    return i


def _put_above(tree: Tree, token: int, below: int) -> None:
    """Give a token the place in the tree of another, which is left to be hung elsewhere."""
    if tree.head[below] == below:
        tree.make_root(token)
    else:
        tree.move(token, tree.head[below], tree.dep[below])


def _reunite(tree: Tree, verb: int, behind: int, parts: _Parts) -> None:
    """Give what stands behind an aside the subject before it, and the auxiliary there: "It was, she said, old"."""
    tops = _tops(tree, parts.left)
    auxiliary = [k for k in tops if tree.pos[k] == "AUX" and k == parts.left[-1]]
    inside = [s for k in auxiliary for s in tree.dependents(k, *NOUN_SUBJECTS)]
    nouns = inside or [k for k in tops if tree.dep[k] in NOUN_SUBJECTS and tree.pos[k] in _NOMINAL]
    opening = parts.right[0]
    verbal = bool(auxiliary) or tree.pos[opening] == "AUX" or behind == opening
    if (
        len(nouns) != 1
        or not verbal
        or tree.head[behind] not in (verb, *parts.left)
        or tree.dependents(behind, "mark")
    ):
        return
    _put_above(tree, behind, auxiliary[0] if auxiliary and tree.dep[auxiliary[0]] == "ROOT" else verb)
    for k in tops:
        if tree.head[k] == verb and k not in (*auxiliary, *nouns):
            tree.move(k, nouns[0], tree.dep[k])
    tree.move(nouns[0], behind, "nsubj")
    for k in auxiliary:
        tree.move(k, behind, "cop" if tree.pos[behind] in ("ADJ", "NOUN", "PRON") else "aux")
    tree.move(verb, behind, "parataxis")


def _end_early(tree: Tree, verb: int, parts: _Parts) -> None:
    """ "They would, he added": an auxiliary that stands for a whole clause is what is said."""
    last = parts.left[-1]
    if tree.pos[last] != "AUX" or tree.head[last] != verb:
        return
    nouns = [k for k in _tops(tree, parts.left) if tree.dep[k] in NOUN_SUBJECTS]
    inside = tree.dependents(last, *NOUN_SUBJECTS)
    if len(nouns) + len(inside) == 1:
        tree.move(last, verb, "ccomp")
        for k in nouns:
            tree.move(k, last, "nsubj")
        _join(tree, verb, last, parts)


def mend_parenthesis(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The last survey, the board confirmed, took place": who stands between commas with a verb of saying, taken for
    one with the noun before it and the verb for its participle."""
    noun = tree.head[verb]
    who = next(
        (k for k in range(verb - 1, max(0, verb - _LONGEST_APPOSITION), -1) if tree.dep[k] == "appos"), None
    )
    if who is None or not tree.dep[verb].startswith("acl") or tree.dependents(verb, *NOUN_SUBJECTS):
        return
    first = min([who, *(k for k in tree.children(who) if tree.pos[k] != "PUNCT")])
    noun = tree.head[who] if noun == who else noun
    if tree.low[first - 1] != "," or tree.head[who] not in (noun, first - 2) or _is_passive(tree, verb):
        return
    names = (tree.low[who], tree.low[who].removesuffix("s"))
    speaks = any(lexicon.is_body(name) or lexicon.role(name) is not None for name in names)
    behind = verb + 2 if tree.dep[verb + 1 : verb + 2] == ["compound:prt"] else verb + 1
    closes = tree.low[behind : behind + 1] == [","]
    closes = closes or (speaks and _closes(tree, verb))
    words = (k for k in range(first, verb) if tree.pos[k] != "PUNCT")
    if closes and all(k == who or tree.is_near(k, who) for k in words):
        tree.move(who, verb, "nsubj")


def _is_passive(tree: Tree, verb: int) -> bool:
    """Whether an agent or an auxiliary shows that a verb is in the passive."""
    cases = [
        case for child in tree.dependents(verb, "obl", "obl:agent") for case in tree.dependents(child, "case")
    ]
    return bool(tree.dependents(verb, "aux:pass")) or any(tree.low[case] == "by" for case in cases)


def _closes(tree: Tree, verb: int) -> bool:
    """Whether a comma comes behind a verb and what hangs on it."""
    last = max(
        [verb, *(k for child in tree.children(verb) for k in (child, *tree.children(child)) if k > verb)]
    )
    return tree.low[last : last + 1] == [","] or tree.low[last + 1 : last + 2] == [","]
