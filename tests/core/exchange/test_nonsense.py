"""Files that are no exports, or exports that something damaged: refused in a sentence, never a crash."""

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.exchange import jsonl, jsonld
from core.exchange.characters import from_json
from core.exchange.errors import UnreadableError
from tests.core.exchange.readings import READING

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
LINE = jsonl.write((READING,)).files[".jsonl"].decode()
WEB = jsonld.write((READING,)).files[".jsonld"].decode()


def paths(value: Any) -> list[tuple[Any, ...]]:
    """The way to every value within a value."""
    found: list[tuple[Any, ...]] = [()]
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            found += [(key, *path) for path in paths(inner)]
    return found


def damaged(value: Any, path: tuple[Any, ...], nonsense: Any) -> Any:
    """A copy with one value replaced."""
    if not path:
        return nonsense
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = damaged(value[path[0]], path[1:], nonsense)
    return copy


def survives(text: str) -> None:
    """Whatever is raised but this error is a crash."""
    with suppress(UnreadableError):
        jsonl.read(text)
    with suppress(UnreadableError):
        jsonld.read(text)
    with suppress(UnreadableError):
        jsonld.is_jsonld(from_json(text))


@given(JSON)
def test_any_json(value: Any) -> None:
    survives(json.dumps(value))


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    survives(text)


@given(st.sampled_from(paths(json.loads(LINE))), JSON)
def test_an_article_with_one_value_replaced(path: tuple[Any, ...], nonsense: Any) -> None:
    survives(json.dumps(damaged(json.loads(LINE), path, nonsense)))


@given(st.sampled_from(paths(json.loads(WEB))), JSON)
def test_web_annotations_with_one_value_replaced(path: tuple[Any, ...], nonsense: Any) -> None:
    survives(json.dumps(damaged(json.loads(WEB), path, nonsense)))


@given(st.integers(0, len(LINE)), st.integers(0, len(WEB)))
def test_files_cut_short(line: int, web: int) -> None:
    survives(LINE[:line])
    survives(WEB[:web])
