"""Quick ways through the syntax trees of the whole program, which tests look at again and again."""

import ast
from collections.abc import Iterator

BODIES = "body", "orelse", "finalbody", "handlers", "cases"
"""Where statements lie in others. A body that is no list is an expression."""


def walk(tree: ast.AST) -> Iterator[ast.AST]:
    """A node and all below it, in no certain order; without operators, and without what tells reading from writing."""
    coming = [tree]
    while coming:
        node = coming.pop()
        yield node
        for value in vars(node).values():
            if type(value) is list:
                coming.extend([each for each in value if isinstance(each, ast.AST)])
            elif isinstance(value, ast.AST) and value._fields:
                coming.append(value)


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """All statements below a node: imports, classes and functions are in no expression."""
    for each in below(tree):
        yield each
        yield from statements(each)


def below(node: ast.AST) -> Iterator[ast.AST]:
    """The statements, handlers and cases that lie in a node and in none between."""
    for name in BODIES:
        body = getattr(node, name, None)
        if isinstance(body, list):
            yield from body
