"""The tokenizer of the bundled pipelines finds the same as spaCy's own, with patterns that are ready sooner."""

import re
import sys
import warnings
from functools import cache

import pytest
import spacy
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from core.language.installed import BUNDLED, MODELS
from core.language.pipeline import load_pipeline
from core.language.tokenizer import _IS_FAR, Pattern, TokenizerOfFile

KINDS = ("prefix_search", "suffix_search", "infix_finditer")
AROUND = (
    "{}",
    "a{}",
    "{}a",
    "a{}b",
    "a.{}",
    "{}.B",
    "A{}.",
    "{0}{0}.",
    "3{}",
    "{}-4",
    "a,{}",
    "{}/x",
    "a--{}",
)
"""Places in which a character can matter to a pattern."""
TEXT = (
    "„Żółw-Straße“ (Kılıç/Łódź): 3,5 km², U.S.-Börse…und»so«weiter — z. B. www.hafen.example/a?b=1, "
    "Кирилл.Иванов und Ἀθήνα,Σπάρτη; 東京、京都。 5-6 Uhr, d.h. 20°C. €30, 30€ ☂Regen☂ \U0001f600."
)


@cache
def near() -> list[str]:
    """All characters but those that every pattern takes for the same."""
    return [sign for sign in map(chr, range(sys.maxunicode + 1)) if not _IS_FAR.match(sign)]


@pytest.fixture(scope="module", params=BUNDLED)
def both(request: pytest.FixtureRequest) -> tuple[Tokenizer, Tokenizer]:
    """The tokenizer of a bundled pipeline, and spaCy's own from the same file."""
    own = TokenizerOfFile(spacy.blank(request.param).vocab)
    plain = Tokenizer(spacy.blank(request.param).vocab)
    path = MODELS / f"{request.param}_lesart" / "tokenizer"
    return own.from_disk(path, exclude=["vocab"]), plain.from_disk(path, exclude=["vocab"])


def found(tokenizer: Tokenizer, text: str) -> list[list[tuple[int, int]]]:
    prefix, suffix = tokenizer.prefix_search(text), tokenizer.suffix_search(text)
    return [
        [match.span() for match in matches if match]
        for matches in ((prefix,), (suffix,), tokenizer.infix_finditer(text))
    ]


@pytest.mark.parametrize("around", AROUND)
def test_short_patterns_match_like_whole_ones(both: tuple[Tokenizer, Tokenizer], around: str) -> None:
    own, plain = both
    for sign in near():
        text = around.format(sign)
        assert found(own, text) == found(plain, text), ascii(text)


def test_far_characters_are_matched_by_the_whole_patterns(both: tuple[Tokenizer, Tokenizer]) -> None:
    own, plain = both
    for text in TEXT.split():
        assert found(own, text) == found(plain, text)
    assert [token.text for token in own(TEXT)] == [token.text for token in plain(TEXT)]


def test_it_saves_what_it_was_loaded_from(both: tuple[Tokenizer, Tokenizer]) -> None:
    own, plain = both
    assert own.to_bytes(exclude=["vocab"]) == plain.to_bytes(exclude=["vocab"])


@pytest.mark.parametrize("language", BUNDLED)
def test_a_bundled_pipeline_loads_without_the_whole_patterns(language: str) -> None:
    tokenizer = load_pipeline(language).tokenizer
    assert isinstance(tokenizer, TokenizerOfFile)
    assert not any("_whole" in vars(getattr(tokenizer, kind).__self__) for kind in KINDS)


def test_no_pattern_is_in_doubt_when_it_is_short(both: tuple[Tokenizer, Tokenizer]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for kind in KINDS:
            re.purge()
            assert Pattern(getattr(both[1], kind).__self__.pattern).search("x") is None
