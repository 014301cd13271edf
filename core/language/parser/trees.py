"""The best tree over the words of a sentence, given how well each word fits as the head of each other."""

import numpy as np
from numpy.typing import NDArray

ROOT = 0
ROOTS_TRIED = 5
_NEVER = -1e9


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """Return the head of each word: words count from 1, exactly one has the root 0 as its head.

    The tree with the greatest sum of scores is found by the algorithm of Chu and Liu (1965) and Edmonds (1967); where
    it has several children of the root, the `ROOTS_TRIED` likeliest of them are tried as the only one.

    Args:
        scores: Shape (words, 1 + words); row i scores the heads of word i + 1, column 0 is the root.
    """
    words = len(scores)
    if not words:
        return []
    square = np.full((words + 1, words + 1), _NEVER, np.float64)
    square[1:] = scores
    np.fill_diagonal(square, _NEVER)
    heads = _arborescence(square)
    roots = [i for i in range(1, words + 1) if heads[i] == ROOT]
    if len(roots) > 1:
        likely = sorted(roots, key=lambda root: -square[root, ROOT])[:ROOTS_TRIED]
        heads = max((_with_only_root(square, root) for root in likely), key=lambda tree: _total(square, tree))
    return [int(head) for head in heads[1:]]


def _with_only_root(square: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    limited = square.copy()
    limited[:, ROOT] = _NEVER
    limited[root, ROOT] = 0.0
    return _arborescence(limited)


def _total(square: NDArray[np.float64], heads: NDArray[np.int64]) -> float:
    return float(square[np.arange(1, len(heads)), heads[1:]].sum())


def _arborescence(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the best heads without cycles; cycles are shrunk to one node and solved again, until none is left."""
    heads: NDArray[np.int64] = scores.argmax(axis=1)
    heads[ROOT] = ROOT
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    best = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - best[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    size = len(outside) + 1
    shrunk = np.full((size, size), _NEVER, np.float64)
    shrunk[:-1, :-1] = scores[np.ix_(outside, outside)]
    shrunk[-1, :-1] = entering.max(axis=0)
    shrunk[:-1, -1] = leaving.max(axis=1)
    solved = _arborescence(shrunk)
    result = heads.copy()
    for place, node in enumerate(outside):
        above = solved[place]
        result[node] = cycle[int(leaving[place].argmax())] if above == size - 1 else outside[above]
    result[ROOT] = ROOT
    entry = int(solved[-1])
    result[cycle[int(entering[:, entry].argmax())]] = outside[entry]
    return result


def _cycle(heads: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the nodes of one cycle among the heads, None when there is none; the root is not one."""
    state = np.zeros(len(heads), np.int64)
    state[ROOT] = -1
    for start in range(1, len(heads)):
        node, path = start, []
        while state[node] == 0:
            state[node] = start
            path.append(node)
            node = int(heads[node])
        if state[node] == start:
            return np.array(path[path.index(node) :], np.int64)
        state[path] = -1
    return None
