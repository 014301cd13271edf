"""Textual's style sheet, which remembers what it worked out: a third of the time to open a page went there.

For each part of a screen, and for each component that it draws itself, Textual goes through all rules again. Which of
them hold depends on little: the type, the id and the classes of the part and of those it is in, and the states, such as
`:focus`, that the rules ask for. Where all these were so before, what came of them comes of them again.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from weakref import ref

import textual
from textual.css.model import RuleSet, Selector, SelectorType
from textual.css.styles import RenderStyles, RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

KNOWN = ("8.2.8",)
"""Versions of Textual known to choose rules in that way; for any other its own style sheet does the work."""
MANY = 20_000
"""Results to remember: many times as many as all screens have, but an end."""

_SIGNS = {SelectorType.TYPE: "", SelectorType.CLASS: ".", SelectorType.ID: "#"}
_ANY = "*"
_NEW = object()

Flags = tuple[bool, bool, bool, bool]
Trail = list[tuple["Kind", DOMNode]]
"""A part and all that it is in, from the inside."""


def lean_stylesheet(sheet: Stylesheet) -> Stylesheet:
    """An empty style sheet with the same colours that remembers, if this version of Textual is known."""
    folder = Path(textual.__file__).parents[1]
    if any((folder / f"textual-{version}.dist-info").exists() for version in KNOWN):
        return LeanStylesheet(variables=sheet._variables)
    return sheet


class LeanStylesheet(Stylesheet):
    """Gives each part the rules that Textual's own would give it."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self.memory = Memory()
        self._names = Names(self.memory, [])

    def copy(self) -> Stylesheet:
        """Another one from the same source."""
        copy = LeanStylesheet(variables=self._variables.copy())
        copy.source = self.source.copy()
        return copy

    @property
    def names(self) -> "Names":
        """The names in the rules there are now."""
        rules = self.rules
        if self._names.rules is not rules:
            self._names = Names(self.memory, rules)
        return self._names

    def apply(self, node: DOMNode, *, animate: bool = False, **_own: Any) -> None:
        """Style a part of the screen. Textual's own memory, for the parts that are styled at once, is not needed."""
        names, memory = self.names, self.memory
        trail = names.trail(node)
        kind = trail[0][0]
        place = kind.place(trail)
        if place not in memory.results:
            memory.keep(place, kind.work_out(node))
        rules = memory.results[place]
        node._has_hover_style, node._has_focus_within, node._has_order_style, node._has_odd_or_even = (
            kind.flags
        )
        if rules is not None:
            self.replace_rules(node, rules, animate=animate)
        if components := node._get_component_classes():
            found = {name: self._rules_for_component(node, name, trail) for name in sorted(components)}
            self._style_components(node, found)

    def _rules_for_component(self, node: DOMNode, name: str, trail: Trail) -> RulesMap | None:
        """The rules that hold for something that a part draws itself."""
        kind, memory = self.names.kind(DOMNode, None, frozenset((name,))), self.memory
        place = kind.place(trail)
        if place not in memory.results:
            memory.keep(place, kind.work_out(_component(node, name)))
        return memory.results[place]

    def _style_components(self, node: DOMNode, rules: dict[str, RulesMap | None]) -> None:
        """Style what a part draws itself, and have it drawn again where that is another style than before."""
        before = node._component_styles
        if isinstance(before, ComponentStyles) and before.rules == rules:
            return
        node._component_styles = ComponentStyles(node, rules, self.replace_rules)
        node.refresh()

    @classmethod
    def replace_rules(cls, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        """Give a part its rules. What is there already need not be put there, and checked, again."""
        base = node.styles.base
        if animate:
            if "transitions" in rules:
                super().replace_rules(node, rules, animate=True)
                return
            if rules == base._rules:
                return
        now: dict[str, object] = dict(base._rules)
        for key in now.keys() | rules.keys():
            value = rules.get(key)
            if now.get(key, _NEW) is not value:
                setattr(base, key, value)
        node.notify_style_update()


class ComponentStyles(dict[str, RenderStyles]):
    """The styles of what a part draws itself, each made when it is first asked for: most of them never are."""

    def __init__(
        self, node: DOMNode, rules: dict[str, RulesMap | None], give: Callable[[DOMNode, RulesMap], None]
    ) -> None:
        super().__init__()
        self._node, self.rules, self._give = ref(node), rules, give

    def __contains__(self, name: object) -> bool:
        return name in self.rules

    def __missing__(self, name: str) -> RenderStyles:
        rules, node = self.rules[name], self._node()
        if node is None:
            raise KeyError(name)
        component = _component(node, name)
        if rules is not None:
            self._give(component, rules)
        self[name] = component.styles
        return component.styles

    def clear(self) -> None:
        """Forget all, as Textual does once a part is removed."""
        super().clear()
        self.rules = {}


class Memory:
    """What was worked out, whichever rules have come to the style sheet since."""

    def __init__(self) -> None:
        self.results: dict[tuple[object, ...], RulesMap | None] = {}
        """The rules that hold for a kind in a place; None where none do."""
        self._kinds: dict[tuple[object, ...], Kind] = {}

    def keep(self, place: tuple[object, ...], rules: RulesMap | None) -> None:
        """Remember what was worked out."""
        if len(self.results) > MANY:
            self.results.clear()
        self.results[place] = rules

    def kind(self, names: frozenset[str], rules: list[RuleSet]) -> "Kind":
        """The kind with those names, for which those rules are."""
        key = names, *map(id, rules)
        if key not in self._kinds:
            self._kinds[key] = Kind(names, rules)
        return self._kinds[key]


class Names:
    """The names in a list of rules, and by them the kinds of parts there are."""

    def __init__(self, memory: Memory, rules: list[RuleSet]) -> None:
        self.rules = rules
        self._memory = memory
        self._kinds: dict[tuple[object, ...], Kind] = {}
        self._meant: dict[str, list[int]] = {}
        """For each name, which of the rules may be meant for a part that has it."""
        for at, rule in enumerate(rules):
            for name in rule.selector_names:
                self._meant.setdefault(name, []).append(at)
        self._mentioned = frozenset(_mention(selector) for rule in rules for selector in _selectors(rule))

    def kind(self, type: type[DOMNode], id: str | None, classes: frozenset[str]) -> "Kind":
        """The kind of the parts of that type, with that id and those classes."""
        kind = self._kinds.get((type, id, classes))
        if kind is None:
            types = type._css_type_names.union(base.__name__ for base in type._css_bases(type))
            names = types.union((_ANY, f"#{id}"), (f".{each}" for each in classes)) & self._mentioned
            meant = set[int]().union(*(self._meant.get(name, ()) for name in names))
            kind = self._memory.kind(names, [self.rules[at] for at in sorted(meant)])
            if len(self._kinds) > MANY:
                self._kinds.clear()
            self._kinds[type, id, classes] = kind
        return kind

    def trail(self, node: DOMNode) -> Trail:
        """A part and those it is in, each with its kind."""
        return [(self.kind(type(each), each._id, frozenset(each._classes)), each) for each in _outwards(node)]


class Kind:
    """Parts that no selector tells apart: the same of their names are in selectors."""

    flags: Flags = (False, False, False, False)
    """Whether rules ask for hovering, for the focus within, for a place among others, for odd ones."""

    def __init__(self, names: frozenset[str], rules: list[RuleSet]) -> None:
        """`rules` are those whose last selector may be meant for it."""
        self._names = names
        self._own = OwnRules(rules)
        self._asking = [
            (_mention(each), each.pseudo_classes)
            for rule in rules
            for each in _selectors(rule)
            if each.pseudo_classes
        ]
        self._asked: dict[Kind, tuple[str, ...]] = {}

    def place(self, trail: Trail) -> tuple[object, ...]:
        """All that the rules for a part of this kind depend on."""
        place: list[object] = [self]
        for kind, node in trail:
            place.append(kind)
            asked = self._asked.get(kind)
            if asked is None:
                asked = self._ask(kind)
            place.extend(map(node.has_pseudo_class, asked))
        return tuple(place)

    def _ask(self, other: "Kind") -> tuple[str, ...]:
        """The states that the rules for this kind ask for in parts of another, which it is in, or in itself."""
        asked = set[str]().union(*(states for name, states in self._asking if name in other._names))
        self._asked[other] = tuple(sorted(asked))
        return self._asked[other]

    def work_out(self, node: DOMNode) -> RulesMap | None:
        """Have Textual work out the rules for a part of this kind."""
        self._own.result = None
        self._own.apply(node)
        self.flags = (
            node._has_hover_style,
            node._has_focus_within,
            node._has_order_style,
            node._has_odd_or_even,
        )
        return self._own.result


class OwnRules(Stylesheet):
    """Textual's style sheet with a few rules, which only says what it would do."""

    def __init__(self, rules: list[RuleSet]) -> None:
        super().__init__()
        self._rules = rules
        self.result: RulesMap | None = None

    def replace_rules(self, _node: DOMNode, rules: RulesMap, **_how: Any) -> None:  # type: ignore[override]
        """Say what rules hold."""
        self.result = rules

    def _process_component_classes(self, _node: DOMNode) -> None:
        """Leave that to whoever asked."""


def _component(node: DOMNode, name: str) -> DOMNode:
    """What stands for something that a part draws itself."""
    component = DOMNode(classes=name)
    component._attach(node)
    return component


def _outwards(node: DOMNode) -> Iterator[DOMNode]:
    each: object = node
    while isinstance(each, DOMNode):
        yield each
        each = each._parent


def _selectors(rule: RuleSet) -> Iterator[Selector]:
    return (selector for each in rule.selector_set for selector in each.selectors)


def _mention(selector: Selector) -> str:
    """The name of a part that it is meant for."""
    sign = _SIGNS.get(selector.type)
    return _ANY if sign is None else f"{sign}{selector.name}"
