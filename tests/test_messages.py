"""The messages of the interface: all are in the catalogue, all are in German, and none is left out of it."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from core.translation import CATALOGUES, DOMAIN, LANGUAGES
from tests.syntax import statements, walk

ROOT = Path(__file__).parent.parent
FOLDER = CATALOGUES / "de" / "LC_MESSAGES"
LOOKING_UP = {"_", "ngettext", "pgettext"}
"""What looks a message up, which is done when it is shown."""

Key = tuple[str | None, str]


def key(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def messages(catalogue: Catalog) -> dict[Key, Message]:
    return {key(message): message for message in catalogue if message.id}


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, Message]:
    """All messages in the code, as `make catalogue` collects them."""
    template = tmp_path_factory.mktemp("messages") / "lesart.pot"
    mapping = ["--mapping", str(ROOT / "pyproject.toml")]
    folders = [str(ROOT / "core"), str(ROOT / "tui")]
    CommandLineInterface().run(["pybabel", "-q", "extract", *mapping, "--output", str(template), *folders])
    with template.open("rb") as file:
        return messages(read_po(file))


@cache
def german() -> Catalog:
    with (FOLDER / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale="de")


def test_every_message_has_a_german_one_and_no_german_one_is_left_over(wanted):
    translated = {
        key(each)
        for each in german()
        if each.id
        and not each.fuzzy
        and all(forms(each.string))
        and len(forms(each.string)) == len(forms(each.id))
    }
    assert sorted(map(str, wanted.keys() - translated)) == []
    assert sorted(map(str, translated - wanted.keys())) == []
    assert not german().obsolete


def values(words: str) -> Counter[str]:
    """What is put into a message: names in braces, without how they are written, and what argparse fills in."""
    return Counter(re.findall(r"\{\w*|%\(\w+\)[srd]|%[srd]", words))


def agree(message: Message) -> bool:
    """Whether a translation has the values and the ends of its message.

    A plural may leave the number out in one of its forms, as in "one article".
    """
    whole = [values(each) for each in forms(message.id)]
    ends = [re.findall(r"\A\s*|\s*\Z", each)[:2] for each in (forms(message.id)[0], forms(message.string)[0])]
    return all(values(each) in whole for each in forms(message.string)) and ends[0] == ends[1]


def test_a_translation_has_the_values_and_the_ends_of_its_message():
    assert [each.id for each in german() if each.id and each.string and not agree(each)] == []
    assert list(german().check()) == []


def test_texts_of_several_lines_fit_a_help_page():
    texts = [
        words for each in german() for words in forms(each.string) if each.id and words.strip().count("\n")
    ]
    assert max(len(line) for words in texts for line in words.splitlines()) <= 120


def test_the_compiled_catalogue_is_the_one_that_translators_edit():
    """`make catalogue` compiles it."""
    with (FOLDER / f"{DOMAIN}.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for (context, words), message in messages(german()).items():
        if isinstance(message.id, str):
            assert (
                compiled.pgettext(context, words) if context else compiled.gettext(words)
            ) == message.string
        else:
            assert tuple(compiled.ngettext(*message.id, number) for number in (1, 2)) == message.string
    assert len({each for each in compiled._catalog if each}) == sum(  # type: ignore[attr-defined]
        len(forms(each.id)) for each in messages(german()).values()
    )


def test_there_is_a_catalogue_for_each_language_but_english():
    assert {path.name for path in CATALOGUES.iterdir()} == set(LANGUAGES) - {"en"}


Files = dict[str, ast.Module]


@pytest.fixture(scope="module")
def files() -> Files:
    """The modules of the program by their paths, but those that train the model."""
    paths = (path for folder in ("core", "tui") for path in sorted((ROOT / folder).rglob("*.py")))
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
        for path in paths
        if "training" not in path.parts
    }


def looks_up(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LOOKING_UP


def at_import(tree: ast.Module) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions."""
    coming: list[ast.AST] = [tree]
    while coming:
        node = coming.pop()
        yield node
        body: list[ast.AST] = []
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            body = [*node.body] if isinstance(node.body, list) else [node.body]
        coming += [child for child in ast.iter_child_nodes(node) if child not in body]


def test_messages_are_looked_up_when_they_are_shown(files: Files):
    """Not at import, when the language is not known yet."""
    early = [
        f"{name}:{node.lineno}"
        for name, tree in files.items()
        for node in at_import(tree)
        if looks_up(node) and name != "tui/cli/argparse_messages.py"
    ]
    assert early == []


def test_messages_are_whole_literals_outside_of_braces(files: Files):
    """Babel finds no others: none put together, and none inside the braces of an f-string."""
    hidden = []
    for name, tree in files.items():
        for node in walk(tree):
            if isinstance(node, ast.JoinedStr):
                hidden += [
                    f"{name}:{node.lineno}"
                    for inner in walk(node)
                    if looks_up(inner) and isinstance(inner.args[0], ast.Constant)
                ]
            if (looks_up(node) or is_called(node, "N_")) and isinstance(
                node.args[0], ast.JoinedStr | ast.BinOp
            ):
                hidden.append(f"{name}:{node.lineno}")
    assert hidden == []


def is_called(node: ast.AST, *names: str) -> bool:
    """Whether a node calls a function or a method with one of some names."""
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = (
        called.id
        if isinstance(called, ast.Name)
        else called.attr
        if isinstance(called, ast.Attribute)
        else ""
    )
    return name in names


def for_the_user(files: Files) -> set[str]:
    """The names of exceptions whose message is a sentence for the user: all but those of programming errors."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for tree in files.values()
        for node in statements(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {
        "SourceError",
        "LibraryError",
        "FormatError",
        "SettingsError",
        "AnalysisError",
        "UnreadableError",
    }
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


SAYING = ("complain", "inform", "notify", "say", "error", "_fail", "_remark")
"""Functions and methods whose first argument is shown to the user."""
SHOWN_AS = {"help", "description", "placeholder", "border_title", "border_subtitle", "notice", "told"}
"""Keywords and attributes whose value is shown to the user."""


def shown(tree: ast.Module, errors: set[str]) -> Iterator[ast.expr]:
    """The expressions of a module that the user gets to read."""
    for node in walk(tree):
        if isinstance(node, ast.Call):
            if is_called(node, *SAYING, *errors):
                yield from node.args[:1]
            for each in node.keywords:
                if each.arg in SHOWN_AS:
                    yield each.value
        elif isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Attribute) and target.attr in SHOWN_AS for target in node.targets
        ):
            yield node.value


def literals(node: ast.expr) -> Iterator[str]:
    """The words in an expression that are not looked up; names, signs and single words of data are none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for each in node.values:
            yield from literals(each)
    elif isinstance(node, ast.BinOp):
        yield from (*literals(node.left), *literals(node.right))


def test_what_is_said_to_the_user_is_looked_up(files: Files):
    errors = for_the_user(files)
    found = [
        f"{name}:{node.lineno} {words}"
        for name, tree in files.items()
        for node in shown(tree, errors)
        for words in literals(node)
        if re.search(r"[^\W\d_]{2}", words) and "://" not in words
    ]
    assert found == []


LOOKS = ("$", "bold ", "\n", "screen.")
"""How what is no sentence begins: styles, and rules for them."""


def sentences(node: ast.AST) -> Iterator[str]:
    """Literals of several words that are neither looked up nor styles, nor for those who program."""
    if isinstance(node, ast.Call) and (looks_up(node) or is_called(node, "N_", "split", "ValueError")):
        return
    if isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id.endswith(("CSS", "STYLE")) for target in node.targets
    ):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.keyword) and node.arg == "classes":
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        words = "".join(literals(node))
        if re.search(r"[^\W\d_]{2} [^\W\d_]{2}", words) and not words.startswith(LOOKS):
            yield words
        return
    for child in ast.iter_child_nodes(node):
        yield from sentences(child)


def test_no_sentence_on_the_screen_is_left_out(files: Files):
    found = [
        f"{name}: {words}"
        for name, tree in files.items()
        if re.match("tui/(screens|widgets|model|services)/", name)
        for words in sentences(tree)
    ]
    assert found == []
