"""The shape of the code: no circles, few imports inside functions, short functions, short files."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.syntax import below, statements

ROOT = Path(__file__).parent.parent
PROGRAM = ("core", "tui")

CIRCLES: tuple[set[str], ...] = ()
"""Modules that import one another, type-only imports and those inside functions counted: none."""

LOCAL_IMPORTS = 69
"""Imports inside functions there are at most."""

SETTLED = ("core", "tui.cli")
UNSETTLED = ("core.library", "core.training")
LATE: dict[str, str] = {
    "core.analyzer.version": "The reader names the version before its first paint and asks for it after.",
    "core.articles.language": "py3langid loads numpy and a model.",
    "core.articles.sources": "What reads web pages brings lxml and ssl.",
    "core.articles.texts": "The Markdown parser takes 25 ms before the first paint.",
    "core.articles.web.extraction": "trafilatura takes half a second.",
    "tui.cli.dossier": "The analysis brings spaCy; a dossier needs it only with --analyze.",
    "tui.cli.export": "The analysis brings spaCy, and the template Jinja; most exports do without.",
    "tui.cli.output": "The first paint does without argparse, as `tests/tui/test_start.py` wants it.",
    "tui.cli.read": "The screen does without spaCy, plain text without Textual.",
    "tui.cli.serve": "textual-serve is optional.",
}
"""Modules of the settled packages that import something inside a function, and what that saves."""

LONG_FUNCTION = 50
MANY_PARAMETERS = 6
LONG_FILE = 400

LONG: dict[str, str] = {
    "core.actors.attributes.read.attributes": "One place beside the name a paragraph.",
    "core.actors.coreference.find_descriptions._read": "One shape of description a paragraph.",
    "core.actors.coreference.speakers.SpeakerResolver._described": "One way to be described a paragraph.",
    "core.actors.resolve._person": "All that is gathered of a person, in one pass over the mentions.",
    "core.lexicon.world.load_tables": "One table a line or two.",
    "core.quotes.indirect.statement_behind.statement_behind": "One place of the statement a paragraph.",
}
"""Functions that may be longer than that, and why."""
WIDE: dict[str, str] = {
    "tui.app.LesartApp.__init__": "What a run consists of; all but the article and the library by keyword.",
    "tui.widgets.article.layout.Layout.__init__": "All that a line's breaks depend on.",
    "tui.widgets.article.wrap._at_spaces": "The state of a loop that has to be fast.",
}
"""Functions that may have more parameters than that, and why."""
BIG: dict[str, str] = {}
"""Files that may be longer than that, and why."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


Trees = dict[Path, ast.Module]


@pytest.fixture(scope="module")
def trees() -> Trees:
    """All modules of the program."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in files(*PROGRAM)}


def name_of(path: Path) -> str:
    """The dotted name of a module; of a package for its `__init__.py`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def functions(trees: Trees) -> Iterator[tuple[str, Function]]:
    """All functions of the program by their dotted names, except for those that train the model."""
    for path, tree in trees.items():
        if "training" not in path.parts:
            yield from within(tree, name_of(path))


def within(node: ast.AST, name: str) -> Iterator[tuple[str, Function]]:
    for child in below(node):
        if isinstance(child, Function | ast.ClassDef):
            inner = f"{name}.{child.name}"
            if isinstance(child, Function):
                yield inner, child
            yield from within(child, inner)
        else:
            yield from within(child, name)


def imported(tree: ast.Module, modules: frozenset[str]) -> set[str]:
    """The modules of the program that one of them imports: at its head, inside functions, and for types alone.

    A name taken from a package counts as its module where there is one of that name. That a module lies in a package,
    which Python runs first, is no import of its own here.
    """
    found: set[str] = set()
    for node in statements(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in modules else node.module)
    return found & modules


def circles(graph: dict[str, set[str]]) -> set[frozenset[str]]:
    """The modules that lead to themselves, those of one circle together."""
    reached = {name: reach(name, graph) for name in graph}
    return {
        frozenset(other for other in names if name in reached[other])
        for name, names in reached.items()
        if name in names
    }


def reach(name: str, graph: dict[str, set[str]]) -> set[str]:
    """All that a module leads to, directly or through others."""
    found: set[str] = set()
    coming = [name]
    while coming:
        for each in graph[coming.pop()] - found:
            found.add(each)
            coming.append(each)
    return found


def test_no_module_imports_itself_in_a_circle(trees: Trees) -> None:
    modules = frozenset(map(name_of, trees))
    graph = {name_of(path): imported(tree, modules) - {name_of(path)} for path, tree in trees.items()}
    found = circles(graph)
    assert sorted(map(sorted, found)) == sorted(map(sorted, CIRCLES))


def local_imports(tree: ast.Module) -> list[ast.Import | ast.ImportFrom]:
    return [
        node
        for function in statements(tree)
        if isinstance(function, Function)
        for node in statements(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


@pytest.fixture(scope="module")
def late(trees: Trees) -> dict[str, int]:
    """How many imports inside functions each module has."""
    found = {
        name_of(path): len({node.lineno for node in local_imports(tree)}) for path, tree in trees.items()
    }
    return {name: number for name, number in found.items() if number}


def test_imports_inside_functions_become_fewer(late: dict[str, int]) -> None:
    assert sum(late.values()) <= LOCAL_IMPORTS


def test_imports_inside_functions_save_something(late: dict[str, int]) -> None:
    settled = {name for name in late if in_any(name, SETTLED) and not in_any(name, UNSETTLED)}
    assert settled == set(LATE)


def in_any(name: str, packages: tuple[str, ...]) -> bool:
    return any(f"{name}.".startswith(f"{package}.") for package in packages)


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def parameters(function: Function) -> int:
    found = function.args
    names = [each.arg for each in (*found.posonlyargs, *found.args, *found.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_functions_are_short(trees: Trees) -> None:
    assert {name for name, each in functions(trees) if length(each) > LONG_FUNCTION} == set(LONG)


def test_functions_take_few_parameters(trees: Trees) -> None:
    assert {name for name, each in functions(trees) if parameters(each) > MANY_PARAMETERS} == set(WIDE)


def test_files_are_short() -> None:
    assert {name_of(path) for path in files(*PROGRAM, "tests") if lines(path) > LONG_FILE} == set(BIG)


@pytest.mark.parametrize("table", [LONG, WIDE, BIG, LATE])
def test_every_exception_has_a_reason(table: dict[str, str]) -> None:
    assert all(reason.endswith(".") for reason in table.values())


def test_a_circle_is_found() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"d", "a"}}
    assert circles(graph) == {frozenset("bc"), frozenset("d")}
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == set()
