"""Edit trees: what turns a form into its lemma, stated so that it fits other words too (Chrupała 2008)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Replacement:
    """Old characters give way to new ones; either may be empty."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Around:
    """The middle is kept, and the parts before and after it are edited; None leaves a part unchanged.

    `before` and `after` are the numbers of characters of the form around the middle.
    """

    before: int
    after: int
    left: "EditTree"
    right: "EditTree"


EditTree = Replacement | Around | None


@dataclass(frozen=True, slots=True)
class Edit:
    """A tree, and whether the form is put in small letters before it."""

    small: bool
    tree: EditTree


@lru_cache(maxsize=50_000)
def find_edit(form: str, lemma: str) -> Edit:
    """Return the edit that makes the lemma from the form."""
    small = lemma == lemma.lower() and form != form.lower()
    return Edit(small, _find(form.lower() if small else form, lemma))


def apply_edit(edit: Edit, form: str) -> str | None:
    """Return the lemma that an edit makes from a form, None where the edit does not fit the form."""
    return _apply(edit.tree, form.lower() if edit.small else form)


def to_json(edit: Edit) -> list[Any]:
    """Return an edit as nested lists, which `from_json` reads."""
    return [int(edit.small), _to_lists(edit.tree)]


def from_json(lists: list[Any]) -> Edit:
    """Read an edit from the nested lists of `to_json`."""
    return Edit(bool(lists[0]), _from_lists(lists[1]))


def _find(form: str, lemma: str) -> EditTree:
    if form == lemma:
        return None
    start, other, length = _longest_shared(form, lemma)
    if not length:
        return Replacement(form, lemma)
    left = _find(form[:start], lemma[:other])
    right = _find(form[start + length :], lemma[other + length :])
    return Around(start, len(form) - start - length, left, right)


def _apply(tree: EditTree, form: str) -> str | None:
    if tree is None:
        return form
    if isinstance(tree, Replacement):
        return tree.new if form == tree.old else None
    end = len(form) - tree.after
    if tree.before >= end:
        return None
    left, right = _apply(tree.left, form[: tree.before]), _apply(tree.right, form[end:])
    return None if left is None or right is None else left + form[tree.before : end] + right


def _longest_shared(one: str, two: str) -> tuple[int, int, int]:
    """Return (start in one, start in two, length) of the longest shared stretch, the first of equals."""
    best = (0, 0, 0)
    lengths = [0] * (len(two) + 1)
    for i, sign in enumerate(one):
        previous = 0
        for j, other in enumerate(two):
            kept = lengths[j + 1]
            lengths[j + 1] = previous + 1 if sign == other else 0
            previous = kept
            if lengths[j + 1] > best[2]:
                length = lengths[j + 1]
                best = (i - length + 1, j - length + 1, length)
    return best


def _to_lists(tree: EditTree) -> list[Any] | None:
    if tree is None:
        return None
    if isinstance(tree, Replacement):
        return [tree.old, tree.new]
    return [tree.before, tree.after, _to_lists(tree.left), _to_lists(tree.right)]


def _from_lists(lists: list[Any] | None) -> EditTree:
    if lists is None:
        return None
    if len(lists) == 2:
        return Replacement(*lists)
    before, after, left, right = lists
    return Around(before, after, _from_lists(left), _from_lists(right))
