"""Which names are one person's: by full names first, then surnames and first names alone; and families."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.actors.grouping.groups import Group
from core.actors.grouping.organisations import owns_what_follows
from core.actors.names.span_extension import family_key
from core.analysis.analysis import ActorKind, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import PersonName, compatible, read_name, sounds, spelling, without_genitive
from core.text.tables import either

_PLURAL_ARTICLE = re.compile(r"(?:^|\s)(?:[Dd]ie|[Dd]en|[Dd]er|[Bb]eiden?)\s$")
_PLURAL = re.compile(r"(?:ens|s)$")
_TITLE_BEFORE = re.compile(r"(?:^|\s)(Herrn?|Frau)\s(?:\w{1,4}\.\s)*$")
_BYNAME = re.compile(
    rf"[“”\"»«]?,?\s\(?(?:[^.;:!?()]{{0,40}}\b(?:unter|mit)\s(?:{either('whose_byname')})\s(?:\w+\s)?(?:\w*[nN]amen?|Pseudonym)"
    rf"|(?:(?:{either('before_byname')})\s){{0,2}}(?:{either('byname')}))\s[„“\"»«]?"
)
"""Between two names of one person: ", genannt ", " alias ", ", bekannt unter dem Namen "."""
_SHORTEST_SOUND = 5
_SHORT_GENITIVE = 3
"""Letters of a genitive of the shortest names: "Xis"."""
_SON_OF = frozenset(("ben", "ould", "abu", "mac"))
"""First words of surnames that are also first names."""


@dataclass
class People:
    """People and families found among names, by the parts of their names."""

    parsed: ParsedText
    tables: Tables
    mentions: Sequence[Mention]
    groups: list[Group] = field(default_factory=list)
    by_surname: dict[str, list[Group]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Group]] = field(default_factory=lambda: defaultdict(list))
    by_sound: dict[str, list[Group]] = field(default_factory=lambda: defaultdict(list))
    families: dict[str, Group] = field(default_factory=dict)
    kin: set[int] = field(default_factory=set)
    """Full names behind a word for a relative ("Ihr Vater, der …")."""

    def gather(self, indices: Sequence[int], words: dict[int, str]) -> list[Group]:
        """Group names of people, given by index, and return the groups with the families last."""
        of: dict[int, Group] = {}
        known = {surname for i in indices for surname in read_name(words[i]).surnames}
        for i in indices:
            text = self._full_in_nominative(i, _nominative(words[i], known))
            name = read_name(text)
            if name.full and family_key(text) is None:
                of[i] = self._full(i, text, name)
        seen = _Seen(self)
        for i in indices:
            if i in of:
                seen.full(i, of[i])
                continue
            family = self._family(i, words[i])
            if family is not None:
                family.add(i, words[i])
                continue
            found, text = self._alone(i, words[i], seen)
            if found is None:
                found = Group(person=True, names=[read_name(text)])
                self._register(found, found.names[0])
            found.add(i, text)
            seen.alone(i, found, text)
        self._join_bynames(indices)
        return [*self.groups, *self.families.values()]

    def _full_in_nominative(self, i: int, text: str) -> str:
        """A name in full without the ending of a genitive that hangs on a noun: "die Politik Ada Linds"."""
        shorter = without_genitive(text)
        mention = self.mentions[i]
        first = self.parsed.parsed_at(mention.start)
        last = self.parsed.parsed_at(mention.end - 1)
        if shorter is None or " " not in text or first is None or last is None:
            return text
        head = self.parsed.head[first]
        hangs = self.parsed.dep[first].startswith("nmod") and self.parsed.pos[head] == "NOUN"
        if hangs and self.parsed.case[last] == "Gen":
            return shorter
        # Several things are not called by somebody's name, so that they are somebody's: "die Bücher Ada Linds".
        noun = first - 1
        things = noun >= 0 and self.parsed.pos[noun] == "NOUN" and self.parsed.number[noun] == "Plur"
        return shorter if things and self.parsed.lexicon.role(self.parsed.words[noun]) is None else text

    def _join_bynames(self, indices: Sequence[int]) -> None:
        """Make those one whom the text says to be one: "Ada Lind, genannt Adele"."""
        of = {i: group for group in self.groups for i in group.members}
        for i, j in pairwise(indices):
            one, other = of.get(i), of.get(j)
            between = self.parsed.text[self.mentions[i].end : self.mentions[j].start]
            if one is None or other is None or one is other or not _BYNAME.fullmatch(between):
                continue
            if other.forms.total() > 2 * one.forms.total():
                one.known_as = other.forms.most_common(1)[0][0]
            one.members += other.members
            one.forms.update(other.forms)
            one.names += other.names
            one.guesses |= other.guesses
            self.groups.remove(other)
            of.update(dict.fromkeys(other.members, one))

    def named(self, word: str) -> Group | None:
        """The one person with that surname and a first name, genitives heeded; None where there is none or several."""
        for form in (word, without_genitive(word)):
            found = self.by_surname.get(spelling(form), []) if form else []
            if len(found) == 1 and any(name.full for name in found[0].names):
                return found[0]
        return None

    def _full(self, i: int, text: str, name: PersonName) -> Group:
        candidates = [group for surname in name.surnames for group in self.by_surname[surname]]
        candidates += self.by_sound.get(sounds(name.surnames[-1]), [])
        fitting = next((group for group in candidates if self._fits(name, group)), None)
        if fitting is None:
            gender = self._gender_of_title(i) or self.parsed.lexicon.gender_of_name(text.split()[0])
            fitting = Group(person=True, gender=gender)
        self._register(fitting, name)
        if name not in fitting.names:
            fitting.names.append(name)
        fitting.add(i, text)
        if self._is_kin(self.mentions[i]):
            self.kin.add(i)
        return fitting

    def _fits(self, name: PersonName, group: Group) -> bool:
        return all(
            compatible(name, other, self.tables.first_names) or self._is_double_surname(name, other)
            for other in group.names
        )

    def _is_double_surname(self, one: PersonName, other: PersonName) -> bool:
        """Whether one name is the other without its first name: "Ibarra Lozano" of "Ramón Ibarra Lozano"."""
        short, long = sorted((one, other), key=lambda name: len(name.parts))
        count = len(short.parts)
        if not 0 < count < len(long.parts) or short.surnames[-1] != long.surnames[-1]:
            return False
        opening = short.parts[0]
        first_name = (
            opening not in _SON_OF and self.parsed.lexicon.gender_of_name(opening.capitalize()) is not None
        )
        return long.parts[-count:] == short.parts and not first_name

    def _register(self, group: Group, name: PersonName) -> None:
        if not group.members:
            self.groups.append(group)
        for surname in name.surnames:
            if group not in self.by_surname[surname]:
                self.by_surname[surname].append(group)
        for first in filter(None, (name.first, name.nick)):
            if group not in self.by_first[first]:
                self.by_first[first].append(group)
        sound = sounds(name.surnames[-1])
        if len(sound) >= _SHORTEST_SOUND and group not in self.by_sound[sound]:
            self.by_sound[sound].append(group)

    def _is_kin(self, mention: Mention) -> bool:
        """Whether a full name is introduced as a relative's: "Ihr Vater, der Busfahrer Bo Lind"."""
        words = re.findall(r"[\w-]+", self.parsed.before(mention.start, 60))
        return any(word in self.tables.kin for word in words[-5:])

    def _family(self, i: int, text: str) -> Group | None:
        """The family named by "Familie Lind" or "die Linds", if that is what a name is."""
        key = family_key(text)
        if key is None:
            plural = _PLURAL.sub("", text)
            before = self.parsed.before(self.mentions[i].start, 10)
            surname = spelling(plural)
            several = " " not in text and plural != text and surname in self.by_surname
            if not several or text in self._forms(surname) or not _PLURAL_ARTICLE.search(before):
                return None
            key = surname
        key = key.removesuffix("s") if key.removesuffix("s") in self.by_surname else key
        return self.families.setdefault(key, Group(person=False, kind=ActorKind.GROUP))

    def _forms(self, surname: str) -> set[str]:
        return {form.split()[-1] for group in self.by_surname[surname] for form in group.forms}

    def _alone(self, i: int, text: str, seen: "_Seen") -> tuple[Group | None, str]:
        """The person meant by one name alone, and that name without its genitive ending."""
        forms = [form for form in (text, without_genitive(text)) if form is not None]
        if text.endswith("s") and len(text) <= _SHORT_GENITIVE:
            forms.append(text[:-1])
        for form in forms:
            surnames = self._by_gender(i, self.by_surname.get(spelling(form), []))
            if len(surnames) == 1:
                return surnames[0], form
            if surnames:
                found = seen.meant(i, spelling(form), surnames)
                found.guesses.add(i)
                return found, form
            firsts = self.by_first.get(spelling(form), [])
            if len(firsts) == 1:
                return firsts[0], form
            called = self._by_pet_name(form) if self.parsed.by_parse and not firsts else None
            if called is not None:
                called.guesses.add(i)
                return called, form
        for form in forms:
            alike = self._by_title(i, self.by_sound.get(sounds(form), []))
            if len(alike) == 1 and len(sounds(form)) >= _SHORTEST_SOUND and form[:1].isupper():
                return alike[0], form
        for form in forms:
            same = self._by_other_form(form)
            if same is not None:
                return same, form
            half = self._by_half(form)
            if half is not None:
                half.guesses.add(i)
                return half, form
        return None, self._without_ending(i, text)

    def _by_pet_name(self, name: str) -> Group | None:
        """The one whose first name has a short form by which alone the text calls somebody: "Nick" for Nicholas."""
        lines = self.tables.first_names.get(spelling(name), frozenset())
        alike = [
            group
            for group in self.groups
            if any(
                each.full and lines & self.tables.first_names.get(each.parts[0], frozenset())
                for each in group.names
            )
        ]
        return alike[0] if len(alike) == 1 else None

    def _by_half(self, name: str) -> Group | None:
        """The one whose double surname begins or ends with a name, or whose double first name begins with it: "Lind"
        or "Mia" for Mia-Lou Lind-Berg."""
        wanted = spelling(name)
        long = len(wanted) > _SHORT_GENITIVE
        doubles = [
            group
            for group in self.groups
            if any(
                long and "-" in each.surnames[-1] and wanted in each.surnames[-1].split("-")
                for each in group.names
            )
            or any((each.first or "").startswith(f"{wanted}-") for each in group.names)
        ]
        return doubles[0] if len(doubles) == 1 else None

    def _by_other_form(self, name: str) -> Group | None:
        """The one who bears another form of a name and nothing else: "Pankraz" and "Pankratius"."""
        line = self.tables.mononyms.get(spelling(name))
        short = _without_latin_ending(spelling(name))
        alike = [
            group
            for group in self.groups
            if not any(each.full for each in group.names)
            and any(
                (line is not None and self.tables.mononyms.get(each.surnames[-1]) == line)
                or (short is not None and short == each.surnames[-1])
                or _without_latin_ending(each.surnames[-1]) == spelling(name)
                for each in group.names
            )
        ]
        return alike[0] if len(alike) == 1 else None

    def _without_ending(self, i: int, text: str) -> str:
        """A name that the text has in the genitive only, without its ending: "zu Linds Zeiten"."""
        shorter = without_genitive(text)
        mention = self.mentions[i]
        token = self.parsed.parsed_at(mention.start)
        if shorter is None or " " in text or token is None or self.parsed.case[token] != "Gen":
            return text
        behind = self.parsed.after(mention.end, 2)
        owns = owns_what_follows(self.parsed, mention) or behind[1:2] in ("„", "»", "«", '"')
        return shorter if owns and self.parsed.lexicon.gender_of_name(text) is None else text

    def _by_gender(self, i: int, candidates: list[Group]) -> list[Group]:
        """Those whom "Herr", "Frau" or a role before the name can mean; all where nothing decides."""
        candidates = self._by_title(i, candidates)
        if len(candidates) < 2:
            return candidates
        before = self.parsed.before(self.mentions[i].start, 40)
        address = _TITLE_BEFORE.search(before)
        noun = re.search(r"([A-ZÄÖÜ][\w-]+)\s$", before)
        role = self.parsed.lexicon.role(noun.group(1)) if noun else None
        addressed = ("f" if address.group(1) == "Frau" else "m") if address else None
        gender = addressed or (role.gender if role and not address else None)
        fitting = [group for group in candidates if gender is None or group.gender in (None, gender)]
        return fitting or candidates

    def _by_title(self, i: int, candidates: list[Group]) -> list[Group]:
        """Those whom a title before the name can mean: "Lady Ash" is not Sir Brian Ash."""
        title = self._gender_of_title(i)
        return [group for group in candidates if title is None or group.gender in (None, title)]

    def _gender_of_title(self, i: int) -> str | None:
        """The gender of "Lady", "Sir" and the like right before a name, in languages read by the parse."""
        if not self.parsed.by_parse:
            return None
        word = self.parsed.before(self.mentions[i].start, 20).rstrip().rpartition(" ")[2]
        role = self.parsed.lexicon.role(word)
        return role.gender if role is not None and role.kind == "title" else None


class _Seen:
    """Who was named last by a surname that several share, in the paragraph and in the whole."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._first: dict[str, Group] = {}
        self._latest: dict[str, tuple[int | None, Group]] = {}
        self._bare: dict[str, tuple[int | None, Group]] = {}

    def full(self, i: int, group: Group) -> None:
        """Note that somebody was named in full. A relative so introduced does not take the surname over."""
        block = self._block(i)
        for surname in {surname for name in group.names for surname in name.surnames}:
            self._first.setdefault(surname, group)
            bare = self._bare.get(surname)
            if not (i in self._people.kin and bare is not None and bare[0] == block and bare[1] is not group):
                self._latest[surname] = (block, group)

    def alone(self, i: int, group: Group, text: str) -> None:
        """Note that somebody was named by one name."""
        block = self._block(i)
        for surname in {surname for name in group.names for surname in name.surnames}:
            if surname == spelling(text):
                self._bare[surname] = (block, group)
                self._latest[surname] = (block, group)
            self._first.setdefault(surname, group)

    def meant(self, i: int, surname: str, candidates: list[Group]) -> Group:
        """Whom of several a surname alone means: who was named last in this paragraph, else who came first."""
        latest = self._latest.get(surname)
        if latest is not None and latest[0] == self._block(i) and latest[1] in candidates:
            return latest[1]
        first = self._first.get(surname)
        return first if first in candidates and first is not None else candidates[0]

    def _block(self, i: int) -> int | None:
        return self._people.parsed.block_at(self._people.mentions[i].start)


def _without_latin_ending(name: str) -> str | None:
    """The German form of a saint's Latin name: "vinzenz" of "vinzentius"; None where it has no such ending."""
    for ending, short in (("tius", "z"), ("ius", ""), ("us", "")):
        if name.endswith(ending) and len(name) > len(ending) + 3:
            return name.removesuffix(ending) + short
    return None


def _nominative(text: str, known: set[str]) -> str:
    """A name without its genitive ending, where the shorter form is known from elsewhere in the text."""
    shorter = without_genitive(text)
    if shorter is None:
        return text
    if text.endswith(("'", "’", "‘", "´", "`", "'s", "’s")):
        return shorter
    return shorter if set(read_name(shorter).surnames) & known else text
