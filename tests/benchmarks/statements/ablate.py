"""What each rule is worth, for `python -m tests.benchmarks.statements --ablate`.

A rule is a function of `core.quotes` or `core.actors` that may answer with nothing: None, False, no findings, or the
findings it was given. One after the other is made to answer so, and the articles on which it said more are read anew.
What a rule earns is what is right with it and not without it, against what is wrong with it and not without it.
"""

import inspect
import json
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import CodeType, FrameType, FunctionType, ModuleType, UnionType
from typing import Any, get_args, get_origin

from spacy.tokens import Doc

import core.actors
import core.quotes
from core.analysis import Analysis
from core.analyzer.analyze import analysis_of, load
from core.articles import Article
from core.articles.texts import plain_article
from core.language.document import make_doc
from tests.benchmarks.statements.gold import GoldActor, GoldArticle, GoldQuote, places
from tests.benchmarks.statements.panel import Panel, compare
from tests.benchmarks.statements.scoring import Scored

FIGURES = ("found", "false", "speaker", "other", "linked", "astray", "panel", "fault")
"""Statements found and false, speakers right and wrong, descriptions linked to the right one and to another, and right
and wrong entries of the panel of actors."""
WORTH = (1, -1, 1, -1, 1, -1, 1, -1)
_RIGHT = ("persons right", "ages right", "roles right", "affiliations right")
_FAULTS = ("phantom", "person merged", "age wrong", "role of another", "party of another")
_FAILURES = (AssertionError, AttributeError, LookupError, TypeError, ValueError)
_PACKAGES = (core.actors, core.quotes)
"""Those of the actors first: they are tried on the quotes that all rules have found."""


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated article as the pipeline reads it, before any rule has seen it."""

    gold: GoldArticle
    article: Article
    doc: Doc

    def counted(self, quotes_anew: bool = True) -> Counter[str]:
        """The figures of the article under the rules as they are now, with its quotes of before or found anew."""
        if quotes_anew:
            load(self.article.language).get_pipe("lesart_quotes")(self.doc)
        return _figures(self.gold, analysis_of(self.article, self.doc))


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that may answer with nothing, and the code of one that always does."""

    name: str
    function: FunctionType
    nothing: CodeType


def texts(annotated: Sequence[GoldArticle], language: str) -> list[Text]:
    """Annotated articles, each parsed once."""
    nlp = load(language)
    parsed: list[Text] = []
    for gold in annotated:
        article = replace(plain_article(gold.text, gold.id), language=language)
        doc = make_doc(nlp, article.text, article.blocks)
        for name, component in nlp.pipeline:
            doc = doc if name == "lesart_quotes" else component(doc)
        parsed.append(Text(gold, article, doc))
    return parsed


def print_worth(read: Sequence[Text], begins: str = "") -> None:
    """Print for each rule on how many articles it acts, and how the figures change without it; the worst loss first.

    A rule without which others fail is not listed: it is a part of them. `begins` takes the rules whose names begin so.
    """
    print(f"{'without':66}{'articles':>9}" + "".join(f"{name:>9}" for name in FIGURES))
    rows = sorted(worth(read, begins), key=lambda row: sum(map(int.__mul__, row[2], WORTH)))
    for rule, articles, changes in rows:
        print(f"{rule.name:66}{articles:9}" + "".join(f"{change or '.':>9}" for change in changes))


def worth(read: Sequence[Text], begins: str = "") -> Iterator[tuple[Rule, int, tuple[int, ...]]]:
    """For each rule that acts, the number of articles it acts on, and how each figure changes without it."""
    rules = [rule for rule in all_rules() if rule.name.startswith(begins)]
    acting, whole = _acting(rules, read)
    for rule in rules:
        places = acting[rule.function.__code__]
        changed = Counter[str]()
        with silent(rule), suppress(*_FAILURES):
            for place in places:
                changed.update(read[place].counted(rule.name.startswith("quotes.")))
                changed.subtract(whole[place])
            if places:
                yield rule, len(places), tuple(changed[name] for name in FIGURES)


def all_rules() -> Iterator[Rule]:
    """All functions of the rules that may answer with nothing."""
    for package in _PACKAGES:
        for info in walk_packages(package.__path__, f"{package.__name__}."):
            module = import_module(info.name)
            for name, function in _functions(module):
                nothing = _nothing(function)
                if nothing is not None and not function.__code__.co_freevars:
                    yield Rule(f"{info.name.removeprefix('core.')}.{name}", function, nothing)


def _functions(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The functions and methods that a module defines, and those in its tables of rules, with their names."""
    for name, value in list(vars(module).items()):
        if isinstance(value, tuple) and value and all(hasattr(row, "when") for row in value):
            yield from ((f"{name}: {row.name}", row.when) for row in value)
        members = list(vars(value).items()) if isinstance(value, type) else []
        for place, each in [(name, value), *((f"{name}.{member}", each) for member, each in members)]:
            bare = each.func if isinstance(each, cached_property) else getattr(each, "__wrapped__", each)
            if isinstance(bare, FunctionType) and bare.__module__ == module.__name__:
                yield place, bare


def _nothing(function: FunctionType) -> CodeType | None:
    """The code of a function that answers with the nothing of another, by the type of its answers, if they have one."""
    answers = function.__annotations__.get("return", bool if function.__name__ == "<lambda>" else None)
    given = [function.__annotations__.get(name) for name in inspect.signature(function).parameters]
    kind = get_origin(answers)
    if answers is bool:
        return _no.__code__
    if kind is UnionType and type(None) in get_args(answers):
        return _nobody.__code__
    if answers in given:
        place = given.index(answers)
        return _GIVEN[place].__code__ if kind is not None and place < len(_GIVEN) else None
    if kind is tuple and ... not in get_args(answers):
        return None
    return _EMPTY[kind].__code__ if kind in _EMPTY else None


def _no(*_: object, **__: object) -> object:
    return False


def _nobody(*_: object, **__: object) -> object:
    return None


def _empty_list(*_: object, **__: object) -> object:
    return []


def _empty_tuple(*_: object, **__: object) -> object:
    return ()


def _empty_set(*_: object, **__: object) -> object:
    return frozenset()


def _first(first: object, *_: object, **__: object) -> object:
    return first


def _second(_one: object, second: object, *_: object, **__: object) -> object:
    return second


def _third(_one: object, _two: object, third: object, *_: object, **__: object) -> object:
    return third


_EMPTY = {list: _empty_list, tuple: _empty_tuple, frozenset: _empty_set}
_GIVEN = (_first, _second, _third)


@contextmanager
def silent(rule: Rule) -> Iterator[None]:
    """Have a rule answer with nothing for a while, wherever it is called from."""
    code = rule.function.__code__
    rule.function.__code__ = rule.nothing
    try:
        yield
    finally:
        rule.function.__code__ = code


def _acting(
    rules: Iterable[Rule], read: Sequence[Text]
) -> tuple[dict[CodeType, list[int]], list[Counter[str]]]:
    """By the code of each rule the numbers of the articles where it answers with more than nothing, and the figures."""
    acting: dict[CodeType, list[int]] = {rule.function.__code__: [] for rule in rules}
    whole: list[Counter[str]] = []

    def note(frame: FrameType, event: str, answer: object) -> None:
        places = acting.get(frame.f_code) if event == "return" else None
        if places is not None and answer and places[-1:] != [len(whole)]:
            places.append(len(whole))

    for text in read:
        sys.setprofile(note)
        try:
            figures = text.counted()
        finally:
            sys.setprofile(None)
        whole.append(figures)
    return acting, whole


def _figures(gold: GoldArticle, analysis: Analysis) -> Counter[str]:
    """The figures of an article."""
    scored, panel = Scored(gold, analysis), Panel()
    compare(gold, analysis, panel)
    certain = [match for match in scored.matched if not (match.gold.part or match.gold.optional)]
    right = [scored.is_right_speaker(match) for match in scored.matched]
    linked, astray = scored.links()
    named = [match.found.speaker is not None for match in scored.matched]
    return Counter(
        found=len(certain),
        false=len(scored.false),
        speaker=sum(right),
        other=sum(said and not good for said, good in zip(named, right, strict=True)),
        linked=linked,
        astray=astray,
        panel=sum(panel.counts[kind] for kind in _RIGHT),
        fault=sum(panel.counts[kind] for kind in _FAULTS),
    )


def press_articles(folder: Path) -> Iterator[GoldArticle]:
    """Annotated articles from JSON files: `text`, and `actors`, `mentions` and `quotes` with offsets into it."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        loose = {tuple(span) for span in data.get("quotes_optional", ())}
        yield GoldArticle(
            path.stem,
            "press",
            data["text"],
            tuple(map(_actor, data["actors"])),
            tuple(_quote(each, loose) for each in data["quotes"]),
            tuple((start, end) for start, end in data.get("not_quotes", ())),
            {(each["start"], each["end"]): each["actor"] for each in data["mentions"] if each.get("actor")},
            places(
                data["text"], [(said, row["name"]) for row in data["actors"] for said in row["descriptions"]]
            ),
        )


def _actor(row: dict[str, Any]) -> GoldActor:
    names, described = tuple(row["names"]), tuple(row["descriptions"])
    roles, bodies = tuple(row["roles"]), tuple(row["affiliation"])
    return GoldActor(row["name"], row["kind"], names, described, row["age"], roles, bodies)


def _quote(row: dict[str, Any], loose: Container[tuple[int, ...]]) -> GoldQuote:
    spans = tuple((start, end) for start, end in row["spans"])
    optional = bool(row.get("optional")) or (spans[0][0], spans[-1][1]) in loose
    speakers = (row["speaker"], *row.get("speaker_alt", ()))
    return GoldQuote(row["type"], spans, speakers, bool(row.get("part")), optional)
