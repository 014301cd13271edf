"""How a tree is read and changed while it is set right: what hangs on a token, and where it is moved to."""

from core.parsed_text.mended_trees import Tree

SUBJECTS = ("nsubj", "nsubj:pass")
"""By which relations a noun is the subject of a verb."""
_FARTHEST = 5
"""Tokens between one that is joined and its clause."""


def move(tree: Tree, own: dict[int, list[int]], token: int, head: int, relation: str) -> None:
    """Hang a token on another by a relation; `own` says what hangs on each token, and is kept up to date."""
    if token in own.get(tree.head[token], ()):
        own[tree.head[token]].remove(token)
    tree.head[token], tree.dep[token] = head, relation
    own.setdefault(head, []).append(token)
    own[head].sort()


def of(tree: Tree, own: dict[int, list[int]], token: int, *relations: str) -> list[int]:
    """What hangs on a token by some relations, in text order."""
    return [child for child in own.get(token, ()) if tree.dep[child] in relations]


def within(tree: Tree, i: int, noun: int) -> bool:
    """Whether a token hangs on a noun, or on what does."""
    return tree.head[i] == noun or tree.head[tree.head[i]] == noun


def clause_above(tree: Tree, i: int) -> int:
    """The clause around a token that is no verb, to which the parser has joined one."""
    for _ in range(_FARTHEST):
        if tree.dep[i] == "ccomp" or tree.pos[i] in ("VERB", "AUX") or tree.head[i] == i:
            break
        i = tree.head[i]
    return i
