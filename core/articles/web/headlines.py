"""The headline of a page: the heading that a reader sees, without kicker, section name or hidden separators."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from core.articles.web.cleaning import unheard
from core.articles.web.elements import flattened, named, words_of
from core.articles.web.lines import HEADINGS, Line, plain

_KICKER = re.compile(
    r"kicker|dachzeile|topline|overline|roofline|spitzmarke|eyebrow|pre-?title|pretitle|supertitle|rubrik|ressort|category",
    re.IGNORECASE,
)
_EDGE = re.compile(r"^[\s:|/•·–-]+|[\s:|/•·–-]+$")
_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,50}$|\s+[|»«]\s+[^|]{2,50}$")
_SAME = 0.8
"""Share of words from which on a heading is the title that a page states."""
_LITTLE = 0.34
"""Share of words below which a heading says something else than the title a page states."""
_LIKE = 0.6
"""Share of words from which on a heading says the same as the title a page states."""
_WORD = re.compile(r"\w+")


class Headlines:
    """The headings of a page, to be compared with the titles that its head states."""

    def __init__(self, lines: Sequence[Line], stated: Sequence[str], site: str) -> None:
        found = {
            next(each for each in line.above if each.tag in HEADINGS): line
            for line in lines
            if line.is_heading
        }
        self._headings = {element: line for element, line in found.items() if line.plain != plain(site)}
        self._stated = [each for each in stated if each.strip()]

    def chosen(self, first: int) -> tuple[HtmlElement | None, str]:
        """The heading and its words; `first` is the line with the first passage of the text.

        No element where the headline does not stand in the page.
        """
        above = [each for each, line in self._headings.items() if line.number < first]
        mains = [each for each in self._headings if each.tag == "h1"]
        stated = max((self._likeness(each) for each in above if not _is_crumb(each)), default=0.0)
        for group, least in (
            # A main heading with none of the words that another has is the name of the site or of a section.
            (
                [each for each in mains if each in above and not _is_crumb(each)],
                _LITTLE if stated >= _SAME else 0.0,
            ),
            ([each for each in above if not _is_crumb(each)], _LIKE),
            ([each for each in mains if not _is_crumb(each)], _LIKE),
            (mains, 0.0),
        ):
            best = max(group, key=self._likeness, default=None)
            if best is not None and self._likeness(best) >= least:
                return best, self._words(best)
        return None, _EDGE.sub("", self._stated[0]) if self._stated else ""

    def _likeness(self, heading: HtmlElement) -> float:
        return max((_alike(words_of(heading), each) for each in self._stated), default=0.0)

    def _words(self, heading: HtmlElement) -> str:
        """The words of the headline: those of its parts that the page states as title, if there are such."""
        stated = {plain(each) for each in self._stated}
        variants = [_EDGE.sub("", each) for each in _variants(heading)]
        same = next((each for each in variants if each and plain(each) in stated), None)
        if same is not None:
            return same
        return next((each for each in variants[1:] if len(_WORD.findall(each)) >= 3), variants[0])


def _variants(heading: HtmlElement) -> Iterator[str]:
    """What the headline may be: all of a heading, less what is not seen or is a kicker, or only some of its parts."""
    yield _text(heading, ())
    hidden = [each for each in heading.iterdescendants("*") if unheard(each)]
    first = next((each for each in heading.iterdescendants("*") if words_of(each)), None)
    kickers = [first] if first is not None and named(first, _KICKER) else []
    yield _text(heading, (*hidden, *kickers))
    yield _text(heading, hidden)
    parts = [each for each in heading.iterdescendants("*") if each not in hidden]
    for each in parts:
        yield _text(each, hidden)
    children = [each for each in heading if each not in hidden]
    for number in range(1, len(children) + 1):
        yield _text(heading, (*hidden, *children[:number]))
        yield _text(heading, (*hidden, *children[number:]))
    lines = _text(heading, hidden, "\n").split("\n")
    for number in range(1, len(lines)):
        yield " ".join(lines[number:])


def _text(element: HtmlElement, without: Sequence[HtmlElement], between: str = " ") -> str:
    """The words of a heading; what a page sets as blocks beside each other is parted."""
    words = words_of(element, without=without, apart=True)
    return re.sub(r"\s*\n\s*", between, words)


def stated_titles(root: HtmlElement, structured: Sequence[dict[str, object]], site: str) -> list[str]:
    """The titles that the head of a page states, the likeliest first."""
    metas = {
        (each.get("property") or each.get("name") or "").casefold(): each.get("content") or ""
        for each in root.iter("meta")
    }
    found = [metas.get("og:title", "")]
    found += [str(each.get("headline") or "") for each in structured if "headline" in each]
    found += [metas.get("twitter:title", ""), metas.get("title", "")]
    found += [each.text_content() for each in list(root.iter("title"))[:1]]
    titles = [flattened(each).replace("\n", " ") for each in found]
    return list(dict.fromkeys(each for title in titles for each in _without_site(title, site) if each))


def _without_site(title: str, site: str) -> Iterator[str]:
    cut = _SUFFIX.sub("", title)
    suffix = plain(title[len(cut) :])
    if suffix and (plain(site) in suffix if site else "." in title[len(cut) :]):
        yield cut
        yield title
    else:
        yield title
        yield cut


def _is_crumb(heading: HtmlElement) -> bool:
    return any(
        each.tag == "nav" or named(each, re.compile("breadcrumb", re.IGNORECASE))
        for each in heading.iterancestors()
    )


def _alike(one: str, other: str) -> float:
    mine, theirs = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))
