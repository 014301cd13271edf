"""German words belong into the tables of `assets/lexicon`, not into string literals of `core`.

Counted are the different words of three letters and more in string literals, docstrings aside. A word is German if it
has an umlaut, or if it is in a German table or an article of the tests and neither in an English one nor in the names
that `core` gives. Sets of characters in regular expressions are no words.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from core.text.tables import FOLDER, read_table
from tests.syntax import statements, walk

ROOT = Path(__file__).parents[2]
MOST = 200
_WORD = re.compile(r"[^\W\d_]{3,}")
_SET = re.compile(r"\[[^\]]*\]|\\[A-Za-z]")
_CITED = ("assemble.py", "finish.py", "sources.py")
"""Modules that name the authors of data."""
_SPELT_ALIKE = frozenset(
    "anno app art audio beer bin celebrant clergy dat details dialog engineering expl fig forces imago"
    " las medium minus nature net nom normal null offline operation orange petersen plus posting server"
    " software svg tab teaching tsv tunnel".split()
)
"""Words that are as well English, or known to programs."""


def test_few_german_words_are_left_in_the_code() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "core").rglob("*.py")):
        if path.name not in _CITED:
            for word in german_words(path):
                where[word].add(path.name)
    listing = "\n".join(f"{word}: {', '.join(sorted(names))}" for word, names in sorted(where.items()))
    assert len(where) < MOST, f"{len(where)} German words in string literals of core:\n{listing}"


def test_words_are_told_apart() -> None:
    assert is_german("übrigens")
    assert is_german("sogenannte")
    assert not is_german("paragraph")


def german_words(path: Path) -> Iterator[str]:
    """The German words in the string literals of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = set(map(id, _docstrings(tree)))
    for node in walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield from filter(is_german, _words(_SET.sub(" ", node.value)))


def is_german(word: str) -> bool:
    """Whether a word in small letters is taken to be German."""
    german, english = _vocabularies()
    return word not in english and (word in german or bool(re.search("[äöüß]", word)))


@cache
def _vocabularies() -> tuple[frozenset[str], frozenset[str]]:
    """The words of German and of English texts and tables."""
    articles = ROOT / "tests" / "data" / "articles"
    german = [*(FOLDER / "de").glob("*.tsv"), *articles.glob("*.txt")]
    english = [*(FOLDER / "en").glob("*.tsv"), *(articles / "en").glob("*.txt")]
    names = {word for path in (ROOT / "core").rglob("*.py") for word in _english_of(path)}
    names |= {
        word
        for table in ("lists", "words")
        for row in read_table(FOLDER / "de" / f"{table}.tsv")
        for word in _words(row[0].replace("_", " "))
    }
    return frozenset(_words_of(german)), frozenset(_words_of(english)) | names | _SPELT_ALIKE


def _words_of(paths: list[Path]) -> Iterator[str]:
    """The words of files, comments aside."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield from _words(line)


def _english_of(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in walk(tree):
        for field in ("name", "id", "attr", "arg"):
            name = getattr(node, field, None)
            if isinstance(name, str):
                yield from _words(name.replace("_", " "))


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings that are statements: docstrings, and what is said below a constant."""
    for node in statements(tree):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node.value


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
