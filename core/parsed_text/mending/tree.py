"""The parse of a text as a tree that can be changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

_FARTHEST = 5
"""Tokens between one that is joined and its clause."""


@dataclass(slots=True)
class Tree:
    """The parse as lists with one entry per token; they are changed in place.

    What hangs on a token is known once `gather` has been called; `move` and `make_root` keep it up to date.
    """

    low: Sequence[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    entity: Sequence[str] = ()
    """The label of the name that each token belongs to, as far as names are read."""
    _children: dict[int, list[int]] = field(default_factory=dict, init=False, repr=False)

    def gather(self) -> None:
        """Note what hangs on each token."""
        self._children = {}
        for token, head in enumerate(self.head):
            if head != token:
                self._children.setdefault(head, []).append(token)

    def children(self, token: int) -> Sequence[int]:
        """What hangs on a token, in text order."""
        return self._children.get(token, ())

    def dependents(self, token: int, *relations: str) -> list[int]:
        """What hangs on a token by some relations, in text order."""
        return [child for child in self.children(token) if self.dep[child] in relations]

    def move(self, token: int, head: int, relation: str) -> None:
        """Hang a token on another by a relation."""
        self._take_down(token)
        self.head[token], self.dep[token] = head, relation
        self._children.setdefault(head, []).append(token)
        self._children[head].sort()

    def make_root(self, token: int) -> None:
        """Let a token be the main verb of its sentence."""
        self._take_down(token)
        self.head[token], self.dep[token] = token, "ROOT"

    def _take_down(self, token: int) -> None:
        """Note that a token no longer hangs where it does."""
        if token in self.children(self.head[token]):
            self._children[self.head[token]].remove(token)

    def is_near(self, token: int, noun: int) -> bool:
        """Whether a token hangs on a noun, or on what does."""
        return self.head[token] == noun or self.head[self.head[token]] == noun

    def is_person(self, token: int) -> bool:
        """Whether a token is of a person's name, as far as names are read."""
        return bool(self.entity) and self.entity[token] == "PER"

    def clause_above(self, token: int) -> int:
        """The clause around a token that is no verb, to which the parser has joined one."""
        for _ in range(_FARTHEST):
            if self.dep[token] == "ccomp" or self.pos[token] in ("VERB", "AUX") or self.head[token] == token:
                break
            token = self.head[token]
        return token
