"""Parts of a page that its own markup sets apart from the article: boxes, bars, forms, polls, placeholders."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from core.articles.web.elements import is_longer
from core.articles.web.lines import Line, leads_elsewhere
from core.text.tables import listed

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPLIT = re.compile(r"[^A-Za-zäöüß]+")
_APART = frozenset(
    listed("part_of_page")
)  # fmt: skip
"""Words in classes and ids that are given to what stands around an article; written from the words for such parts."""
_PAIRS = frozenset(listed("pair_of_page"))
_JUMPED = frozenset("p h1 h2 h3 h4 h5 h6 li span".split())
_ELEMENTS = frozenset(("aside", "nav", "footer", "form", "dialog"))
_CONTROLS = ("button", "input", "select", "textarea")
_SHARE = 0.3
"""Share of the text from which on a part holds the article itself, whatever it is called."""
_CARD_LENGTH = 420
"""Characters of a card that leads to another article, at most: its headline, a sentence or two, a label."""
_FORM_LENGTH = 420
"""Characters of a part with controls: a longer one is text with a button somewhere in it."""


def tokens(element: HtmlElement) -> list[str]:
    """The words of an element's names, in lower case, camel case taken apart."""
    # The id of a heading or a paragraph is often made from its words, as a place to jump to.
    given = ("class",) if element.tag in _JUMPED else ("class", "id", "data-testid", "data-component", "role")
    names = " ".join(element.get(name) or "" for name in given)
    return [each.casefold() for each in _SPLIT.split(_CAMEL.sub(" ", names)) if each]


class Zones:
    """Which elements of a page stand apart from its article, whose lines are roughly known."""

    def __init__(self, told: Iterable[Line]) -> None:
        self._shares: Counter[HtmlElement] = Counter()
        self._named: Counter[tuple[str, str]] = Counter()
        whole = 0
        for line in told:
            whole += len(line.key)
            for each in line.above:
                self._shares[each] += len(line.key)
            for name in {signature(each) for each in line.above}:
                self._named[name] += len(line.key)
        self._whole = max(1, whole)
        self._apart: dict[HtmlElement, bool] = {}
        self._controls: dict[HtmlElement, bool] = {}
        self._cards: dict[HtmlElement, bool] = {}

    def share(self, element: HtmlElement) -> float:
        """The share of the article's text that stands in an element."""
        return self._shares[element] / self._whole

    def apart(self, line: Line) -> bool:
        """Whether a line stands in a part that is none of the article's."""
        return any(self._is_apart(each) for each in line.above if each.tag not in ("body", "html"))

    def with_controls(self, line: Line) -> bool:
        """Whether a line stands in a small part with buttons or fields: a poll, a form, a placeholder."""
        for each in line.above[:4]:
            if each.tag in ("article", "main", "body") or self.share(each) > _SHARE:
                return False
            if self._has_controls(each):
                return True
        return False

    def in_card(self, line: Line) -> bool:
        """Whether a line stands in a card: a small part all of which, or the heading of which, leads elsewhere."""
        for each in line.above[:6]:
            if each.tag in ("main", "body") or self.share(each) > _SHARE:
                return False
            if each.tag == "a" and leads_elsewhere(each) and each is not line.element:
                return True
            if self._is_card(each):
                return True
        return False

    def _is_card(self, element: HtmlElement) -> bool:
        if element not in self._cards:
            self._cards[element] = not is_longer(element, _CARD_LENGTH) and any(
                any(leads_elsewhere(link) for link in (*heading.iterancestors("a"), *heading.iter("a")))
                for heading in element.iter("h2", "h3", "h4", "h5", "h6")
            )
        return self._cards[element]

    def _is_apart(self, element: HtmlElement) -> bool:
        if element not in self._apart:
            self._apart[element] = self._named_apart(element)
        return self._apart[element]

    def _named_apart(self, element: HtmlElement) -> bool:
        if self._named[signature(element)] > _SHARE * self._whole or self.share(element) > _SHARE:
            return False
        if element.tag in _ELEMENTS:
            return element.tag != "footer" or next(element.iterancestors("blockquote"), None) is None
        words = tokens(element)
        pairs = {f"{one} {other}" for one, other in pairwise(words)}
        return not _APART.isdisjoint(words) or not _PAIRS.isdisjoint(pairs)

    def _has_controls(self, element: HtmlElement) -> bool:
        if element not in self._controls:
            self._controls[element] = not is_longer(element, _FORM_LENGTH) and any(
                not any(
                    above.tag in ("figure", "picture", "video", "audio") for above in each.iterancestors()
                )
                for each in element.iter(*_CONTROLS)
                if each.get("type") != "hidden"
            )
        return self._controls[element]


def signature(element: HtmlElement) -> tuple[str, str]:
    """Tag and classes of an element: parts that a page sets alike have the same."""
    return str(element.tag), " ".join((element.get("class") or "").split())


def holder(lines: Sequence[Line], share: float) -> HtmlElement | None:
    """The innermost element that holds at least a share of the characters of the lines."""
    whole = sum(len(line.key) for line in lines)
    held: Counter[HtmlElement] = Counter()
    for line in lines:
        for each in line.above:
            held[each] += len(line.key)
    enough = [each for each, size in held.items() if size >= share * whole]
    return max(enough, key=lambda each: sum(1 for _ in each.iterancestors()), default=None)


def within(element: HtmlElement, others: Collection[HtmlElement]) -> bool:
    """Whether an element is one of the others or stands in one."""
    return element in others or any(each in others for each in element.iterancestors())
