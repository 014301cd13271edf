"""Mentions of one actor, gathered while it is found out who is who."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.analysis.analysis import ActorKind, Form, Label, Mention
from core.text.personal_names import PersonName
from core.text.tables import listed

_LEGAL_FORMS = frozenset(listed("legal_form_of_name"))


@dataclass(eq=False, slots=True)
class Group:
    """Mentions of one actor, gathered so far; by index into the list of mentions."""

    person: bool
    members: list[int] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    """The name in the forms it takes, without genitive endings."""
    guesses: set[int] = field(default_factory=set)
    """Members that may as well be somebody else's: a surname that several bear."""
    gender: str | None = None
    known_as: str | None = None
    """The name that a table gives it: of a state, of a known body."""
    kind: ActorKind | None = None
    """What a table or rule says it is; else the label used most does."""

    def add(self, index: int, text: str) -> None:
        """Take in a mention by the words it names the actor with."""
        self.members.append(index)
        self.forms[" ".join(text.split())] += 1


def label_of(found: Group, mentions: Sequence[Mention]) -> Label:
    """The label most of a group's names carry, or the one that fits its kind or a name as "Brunn Getriebe SE"."""
    if found.person or found.kind is ActorKind.GROUP:
        return Label.PER
    if found.kind is not None:
        return Label.LOC if found.kind is ActorKind.PLACE else Label.ORG
    if any(" " in form and form.rpartition(" ")[2] in _LEGAL_FORMS for form in found.forms):
        return Label.ORG
    counts = Counter(mentions[i].label for i in found.members if mentions[i].form is Form.NAME)
    counts.pop(Label.PER, None)
    return counts.most_common(1)[0][0] if counts else Label.ORG
