"""Decide which lines of a page are its article.

Trafilatura's choice of passages is where the decision starts. From it follow the parts of the page that hold the story;
lines of theirs that it left out are taken back, and lines that markup or words show to be something else are dropped.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from lxml.html import HtmlElement

from core.articles.blocks import ends_sentence
from core.articles.web.lines import HEADINGS, Line, plain
from core.articles.web.notices import HOUR, Notice, is_rule, is_sign_off, is_told_about
from core.articles.web.zones import Zones, holder, signature, tokens

_BODY_LENGTH = 60
"""Characters from which on a line of running text says where the story is."""
_SEARCHED = 1_000_000
"""Characters up to which what was taken is searched for the words of each line."""
_NEAR = 100
"""Lines before a heading among which its neighbours are looked for."""
_SCANT = 500
"""Characters of running text below which extraction may have missed the story."""
_PARAGRAPH = 80
"""Characters of a line that is then taken for a paragraph."""
_STORY_SHARE = 0.9
"""Share of the text that the innermost part with the story holds."""
_LINKED = 0.8
"""Share of linked words from which on a line is a link."""
_HOURS = 3
"""Lines that are an hour from which on a page is a ticker."""
_SENTENCE_WORDS = 8
_WRAPPERS = frozenset("ul ol li dl table tbody figure figcaption blockquote footer div p td".split())
"""What may stand between a part of the page and a line that still belongs to it."""
_LABELLED = re.compile(r"^[^:]{2,40}:\s")
_QUOTE_NAMES = frozenset("quote pullquote blockquote zitat citation pull".split())
_SOURCE_WORDS = 14
_BESIDE = 8
"""Lines before and behind a heading among which those of its part of the page are looked for."""
_SURELY = 25
"""Words from which on a line is a paragraph, however it ends."""
_QUOTED = re.compile(r"^[„“\"»«]([^“”\"»«]+)[“”\"»«]")
_SENTENCES = re.compile(r"[.!?…][“”\"«»‘’)]*\s+\S")


class Selection:
    """The lines of one page and which of them are the story, given what extraction took for it."""

    def __init__(self, lines: Sequence[Line], told: Set[str], whole: str) -> None:
        """`told` are the passages taken, `whole` is all that was taken, both without white space."""
        self.lines = lines
        searched = len(whole) <= _SEARCHED
        keys = [line.key.replace("|", "") if line.tag == "tr" else line.key for line in lines]
        self._told = [key in told or (searched and len(key) >= 25 and key in whole) for key in keys]
        long = [line for line in lines if self._told[line.number] and len(line.words) >= _BODY_LENGTH]
        if sum(len(line.words) for line in long) < _SCANT:
            self._take_more(long)
        self.zones = Zones(long)
        body = [
            line
            for line in long
            if not self.zones.apart(line)
            and line.link_share < _LINKED
            and not line.is_heading
            and not is_sign_off(line.words)
        ]
        body = body or long
        self.pay = False
        self.core = holder(body, _STORY_SHARE)
        body = [line for line in body if self._in_core(line)]
        self._parents = Counter(
            _part(each) for line in body if (each := line.element.getparent()) is not None
        )
        self._shapes = Counter(signature(line.element) for line in body)
        self._hours = sum(1 for line in lines if HOUR.fullmatch(line.words) and self._in_core(line))
        self.first = min((line.number for line in body), default=0)
        self._last = max((line.number for line in body), default=-1)

    def _take_more(self, long: list[Line]) -> None:
        """Take the paragraphs about the headline where extraction took next to nothing."""
        heading = next((line for line in self.lines if line.tag == "h1"), None)
        if heading is None:
            return
        zones = Zones(long)
        more = [
            line
            for line in self.lines[heading.number :]
            if len(line.words) >= _PARAGRAPH
            and line.link_share < 0.2
            and ends_sentence(line.words)
            and not line.is_heading
            and not zones.apart(line)
            and not zones.in_card(line)
            and not line.notice
        ]
        for part in heading.above[1:]:
            inside = [line for line in more if part in line.above]
            if part.tag in ("body", "html") and len(inside) > len(more) / 2 and len(inside) > 3:
                break
            if inside:
                for line in inside:
                    self._told[line.number] = True
                long[:] = sorted({*long, *inside}, key=lambda line: line.number)
                break

    def story(self, start: int) -> list[Line]:
        """The lines of the story in order; `start` is the line of the headline, -1 if unknown."""
        kept = [
            line
            for line in self.lines
            if line.number > start
            and (self._is_told(line) or self._is_lost(line))
            and not self._is_dropped(line)
        ]
        kept = self._with_headings(self._without_boxes(kept), start)
        return list(_without_repeats(_without_link_lists(kept, self.lines)))

    def _without_boxes(self, kept: Sequence[Line]) -> list[Line]:
        """The lines without the lists directly below the heading of a box."""
        found: list[Line] = []
        heading: Line | None = None
        taken = {line.number for line in kept}
        for line in self.lines[self.first :] if kept else ():
            is_item = line.tag in ("li", "dd", "dt")
            if line.number not in taken and self._in_core(line) and line.notice is Notice.BOX:
                heading = line
            elif not is_item:
                heading = None
            if line.number in taken and not (is_item and heading is not None):
                found.append(line)
        services = self._services()
        before = (line for line in kept if line.number < self.first)
        return [*before, *(line for line in found if line.number not in services)]

    def _services(self) -> set[int]:
        """Lists that offer what else a newspaper has: each item leads elsewhere and one is an appeal; with headings."""
        items: dict[HtmlElement, list[Line]] = {}
        for line in self.lines:
            if line.tag == "li" and (list_ := _list_of(line)) is not None:
                items.setdefault(list_, []).append(line)
        found: set[int] = set()
        for list_, lines in items.items():
            if len(lines) > 1 and all(line.linked for line in lines) and any(line.notice for line in lines):
                found.update(line.number for line in lines)
                above = self.lines[lines[0].number - 1] if lines[0].number else lines[0]
                if list_.getparent() in above.above and not ends_sentence(above.words):
                    found.add(above.number)
        return found

    def _is_told(self, line: Line) -> bool:
        """Whether a line was taken, and stands among the story or says enough to be part of it."""
        if not self._told[line.number]:
            return False
        if self._in_core(line) or self.first < line.number < self._last:
            return True
        return len(line.words) >= _BODY_LENGTH and ends_sentence(line.words)

    def _is_lost(self, line: Line) -> bool:
        """Whether a line that was not taken stands among those that were, and looks like one of them."""
        if line.is_heading or line.number < self.first:
            return False
        if HOUR.fullmatch(line.words) and self._in_core(line):
            following = self.lines[line.number + 1] if line.number + 1 < len(self.lines) else line
            return following.is_heading or self._hours >= _HOURS
        place = self._place(line)
        if place is None or (line.number > self._last and self._parents[place] < 2):
            return False
        if line.tag in ("li", "dd", "dt", "tr"):
            return line.number < self._last and line.link_share < _LINKED
        if is_source(line):
            return True
        if not is_quote(line) and self._shapes[signature(line.element)] < 2:
            return False
        return not self._is_link(line) and (line.count >= _SURELY or _is_ended(line.words))

    def _place(self, line: Line) -> HtmlElement | tuple[str, str] | None:
        """The kind of part that holds paragraphs of the story and, directly or in a list or figure, this line too."""
        for each in line.above[1:6]:
            if self._parents[_part(each)]:
                return _part(each)
            if each.tag not in _WRAPPERS:
                return None
        return None

    def _in_core(self, line: Line) -> bool:
        return self.core is None or self.core in line.above

    def _is_dropped(self, line: Line) -> bool:
        """Whether a line is not of the story, by where it stands or what it says."""
        if is_rule(line.words) or self.zones.apart(line):
            return True
        kind = line.notice
        if kind is Notice.PAY:
            self.pay = True
        if kind is Notice.BOX:
            is_sentence = ends_sentence(line.words) and not line.words.rstrip().endswith(":")
            return line.is_heading or line.link_share > 0.2 or not is_sentence or line.count < _SENTENCE_WORDS
        if kind is not None:
            return True
        outside = line.number <= self.first or line.number > self._last
        if outside and not line.is_heading and line.tag != "li" and _is_dated(line.words):
            return True
        if self._is_link(line) or self.zones.in_card(line):
            return True
        return line.count < 60 and self.zones.with_controls(line)

    def _is_link(self, line: Line) -> bool:
        """Whether a line only leads to another page, and is no sentence of the story that happens to be linked."""
        if line.link_share < 0.5:
            return False
        unlinked = 1 - line.link_share
        label = _LABELLED.match(line.words)
        if label and unlinked <= (len(label[0]) + 2) / max(1, len(line.words)) and line.link_share >= 0.5:
            return True
        if line.link_share < _LINKED:
            return False
        if line.is_heading or line.tag == "li":
            return line.is_heading or not ends_sentence(line.words) or line.count < _SENTENCE_WORDS
        return not (ends_sentence(line.words) and line.count >= _SENTENCE_WORDS)

    def _with_headings(self, kept: Sequence[Line], start: int) -> list[Line]:
        """The lines with the headings that stand above some of them, and without those that head nothing."""
        taken = {line.number for line in kept}
        missed = (
            line for line in self.lines[self.first : self._last] if line.is_heading and self._in_core(line)
        )
        headings = {line.number for line in missed if line.number > start and not self._is_dropped(line)}
        found: list[Line] = []
        below: Line | None = None
        links = 0
        for line in reversed(self.lines):
            if line.number in taken and not line.is_heading:
                found.append(line)
                below, links = line, 0
            elif line.number in taken or line.number in headings:
                if links < 2 and self._heads(line, below, taken) and not self._heads_links(line):
                    found.append(line)
                    below = line
            elif line.link_share >= _LINKED and line.count > 2 and not self.zones.apart(line):
                links += 1
        return found[::-1]

    def _heads(self, heading: Line, below: Line | None, taken: Set[int]) -> bool:
        """Whether a heading stands above text of the story, or is one of several that stand alone, as in a list."""
        if below is not None and (not below.is_heading or below.tag > heading.tag):
            return True
        if heading.number not in taken or not self._in_core(heading):
            return False
        if below is not None:
            return below.tag == heading.tag
        nearest = self.lines[max(0, heading.number - _NEAR) : heading.number]
        before = [line for line in nearest if line.number in taken][-2:]
        return len(before) == 2 and all(line.tag == heading.tag for line in before)

    def _heads_links(self, heading: Line) -> bool:
        """Whether what stands in one part of the page with a heading, and nothing else, are links."""
        tops = [each for each in heading.above[1:] if each.tag not in HEADINGS]
        for part in tops[:2]:
            near = self.lines[max(0, heading.number - _BESIDE) : heading.number + _BESIDE + 1]
            others = [line for line in near if part in line.above and line is not heading]
            if others:
                whole = {near[0].number, near[-1].number}.isdisjoint(line.number for line in others)
                return whole and all(line.link_share >= _LINKED for line in others)
        return False


def _is_dated(words: str) -> bool:
    return is_told_about(words) or is_sign_off(words)


def _part(element: HtmlElement) -> HtmlElement | tuple[str, str]:
    """What stands for a part of the page: all with the same classes are one; one without classes is itself."""
    return signature(element) if element.get("class") else element


def _without_link_lists(kept: Sequence[Line], lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without those of lists most of whose items are links."""
    links: Counter[HtmlElement] = Counter()
    items: Counter[HtmlElement] = Counter()
    for line in lines:
        if (list_ := _list_of(line)) is not None:
            items[list_] += 1
            links[list_] += line.link_share >= 0.5 and not ends_sentence(line.words)
    for line in kept:
        list_ = _list_of(line)
        if list_ is None or links[list_] < 0.6 * items[list_]:
            yield line


def _list_of(line: Line) -> HtmlElement | None:
    return next((each for each in line.above if each.tag in ("ul", "ol", "dl")), None)


def _without_repeats(kept: Iterator[Line]) -> Iterator[Line]:
    """The lines without those that say again what another says: pull quotes, and lines of a second rendering."""
    lines = list(kept)
    seen: set[str] = set()
    whole = "\n".join(line.plain for line in lines)
    pulled = False
    for line in lines:
        again = line.plain in seen and line.count >= 5
        seen.add(line.plain)
        if pulled and is_source(line):
            continue
        quoted = _QUOTED.search(line.words)
        said = plain(quoted[1]) if quoted else line.plain
        pulled = line.count >= 4 and len(said) > 15 and is_quote(line) and whole.count(said) > 1
        if not again and not pulled:
            yield line


def is_quote(line: Line) -> bool:
    """Whether the page sets a line as a quotation of its own."""
    near = line.above[:4]
    return any(each.tag == "blockquote" or not _QUOTE_NAMES.isdisjoint(tokens(each)) for each in near)


def is_source(line: Line) -> bool:
    """Whether a line names whose words a quotation set beside it is."""
    if line.count > _SOURCE_WORDS or ends_sentence(line.words) or line.tag == "p":
        return False
    if any(each.tag == "blockquote" for each in line.above[:3]):
        return line.element.tag in ("blockquote", "footer", "cite", "div", "span")
    figure = next((each for each in line.above[:3] if each.tag == "figure"), None)
    return figure is not None and line.tag == "figcaption" and figure.find(".//blockquote") is not None


def is_sentences(words: str) -> bool:
    """Whether words are one or more whole sentences, no heading."""
    return bool(_SENTENCES.search(words)) or (
        len(words) > 70 and words.rstrip().endswith((".", "…", "?“", ".“"))
    )


def _is_ended(words: str) -> bool:
    """Whether a line ends like a sentence, or with the sign of an agency or an author below one."""
    return ends_sentence(words) or words.endswith(")")
