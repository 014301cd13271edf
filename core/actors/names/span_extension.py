"""Names with the noun that belongs to them, and names known from elsewhere in the text that were missed."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.actors.names.patterns import NOUN_BEFORE
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import spelling, without_genitive
from core.text.tables import either, listed

FAMILY = re.compile(rf"(?:{either('family')})\s(?=\S)")
"""What makes a surname the name of several people."""
_ENGLISH_BODY = re.compile(r"(?<!\w)(?:Bank|University|Bureau|Museum|Institute|School|Church|Chamber)\sof\s$")
"""What opens the English name of a body in a German text: "Bank of" + "Norway"."""
_FAMILY_BEFORE = re.compile(FAMILY.pattern.removesuffix(r"(?=\S)") + "$")
_SEVERAL = re.compile(either("siblings"))
_GO_ON = re.compile(r",\s|\sund\s")
"""Behind the first of several first names: "die Schwestern Ada und Ida"."""
_NAMING = frozenset(listed("naming_noun"))
"""Nouns that are part of the name that follows, whatever it names."""
_NOT_NAMING = frozenset(listed("not_naming_noun"))
"""Nouns for bodies before a place that are no part of a name: "die Stadt Kiel" is Kiel."""
_WORD = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
_OF = re.compile(r"\b(?:des|eines)\s$")
_SHORTEST = 4
_COMPOUND = 9
"""Letters from which on a word of a body's name is a compound that means it even where it is read as a noun."""
_LEGAL = frozenset("ag gmbh kg se ev inc co corp ltd holding gruppe group".split())


def with_nouns_of_names(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """Take a court's, a university's, a family's noun into its name: "Landgericht Kiel", "Familie Lind"."""
    kept: list[Mention] = []
    for mention in mentions:
        start = _start(parsed, tables, mention) if mention.form is Form.NAME else mention.start
        if kept and kept[-1].end > start:
            if kept[-1].start < start or kept[-1].form is not Form.NAME:
                start = mention.start
            else:
                kept.pop()
        label = Label.ORG if start < mention.start and mention.label is Label.LOC else mention.label
        if start < mention.start and not FAMILY.match(parsed.text, start):
            label = Label.ORG
        kept.append(replace(mention, start=start, label=label))
    return kept


def _start(parsed: ParsedText, tables: Tables, mention: Mention) -> int:
    before = parsed.before(mention.start, 40)
    if mention.label is Label.PER and _FAMILY_BEFORE.search(before):
        found = _FAMILY_BEFORE.search(before)
        assert found is not None
        several = _SEVERAL.match(found.group()) and _GO_ON.match(parsed.after(mention.end, 6))
        return mention.start if several else mention.start - len(found.group())
    of = _ENGLISH_BODY.search(before)
    if of is not None and not parsed.by_parse and mention.label in (Label.LOC, Label.ORG):
        return mention.start - len(of.group())
    noun = NOUN_BEFORE.search(before)
    if noun is None or mention.label is Label.MISC:
        return mention.start
    word = noun.group(1)
    declined = nominative_of_body(parsed, tables, word) if _OF.search(before[: noun.start(1)]) else None
    word = declined or word
    text = parsed.text[mention.start : mention.end]
    if word.lower() in _NAMING:
        return mention.start - len(noun.group())
    classes = tables.classes_of_body(tables.body_noun(word) or "")
    named_by_place = (
        mention.label is Label.LOC
        and word.lower() not in _NOT_NAMING
        and parsed.lexicon.is_body(word)
        and not tables.country(text)
        and (declined is not None or not _is_genitive(parsed, mention))
    )
    if named_by_place and classes <= {"authority", "court", "institute", "association"}:
        return mention.start - len(noun.group())
    return mention.start


def nominative_of_body(parsed: ParsedText, tables: Tables, word: str) -> str | None:
    """A noun for a body without the ending that it has behind "des": "Landgerichts", "Amtes"; None where it is none."""
    forms = (word.removesuffix("es"), word.removesuffix("s")) if word.endswith("s") else ()
    return next(
        (
            form
            for form in forms
            if form != word and (tables.gender_of_body(form) in ("m", "n") or parsed.lexicon.is_body(form))
        ),
        None,
    )


def _is_genitive(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a place is a genitive, and no part of a name: "die Kirche Sachsens"."""
    token = parsed.parsed_at(mention.start)
    return token is not None and parsed.case[token] == "Gen" and parsed.text[mention.end - 1] == "s"


def with_missed_names(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """Add bodies and places where they recur unfound, in full or by the one word that only they are called."""
    labels: dict[str, Counter[Label]] = {}
    whole: set[str] = set()
    for mention in mentions:
        if (
            mention.form is Form.NAME
            and mention.label in (Label.ORG, Label.LOC)
            and parsed.is_story(mention.start)
        ):
            if " " not in parsed.text[mention.start : mention.end]:
                whole.update(_forms(parsed, tables, mention))
            for form in _forms(parsed, tables, mention):
                labels.setdefault(form, Counter())[mention.label] += 1
    persons = {
        word
        for mention in mentions
        if mention.label is Label.PER
        for word in parsed.text[mention.start : mention.end].split()
    }
    added: list[Mention] = []
    for match, base in _known(parsed, labels):
        token = parsed.parsed_at(match.start())
        fitting = ("PROPN", "X", "NOUN") if base in whole or len(base) >= _COMPOUND else ("PROPN", "X")
        if base in persons or (token is not None and parsed.pos[token] not in fitting):
            continue
        added.append(Mention(match.start(), match.end(), labels[base].most_common(1)[0][0]))
    return merged(mentions, (mention for mention in added if parsed.block_at(mention.start) is not None))


def _forms(parsed: ParsedText, tables: Tables, mention: Mention) -> Iterator[str]:
    """The words by which alone a body or place may be meant: its only word, else its first and its last."""
    words = parsed.text[mention.start : mention.end].split()
    kept = [word for word in words if word.lower().strip(".") not in _LEGAL]
    seated = len(kept) > 1 and any(
        tables.body_noun(word) or parsed.lexicon.is_body(word) for word in kept[:-1]
    )
    for word in dict.fromkeys(
        (kept[:1] + ([] if seated else kept[-1:]))
        if mention.label is Label.ORG
        else kept
        if len(kept) == 1
        else ()
    ):
        shorter = without_genitive(word)
        for form in (word, shorter) if len(words) == 1 and shorter else (word,):
            if is_distinct(parsed, tables, form):
                yield form


def is_distinct(parsed: ParsedText, tables: Tables, word: str) -> bool:
    """Whether a word alone can name somebody: long enough, capitalised, and no common noun or state."""
    if len(word) < _SHORTEST or not word[0].isupper() or not word.replace("-", "").isalpha():
        return False
    low = word.lower()
    common = (
        word in parsed.lexicon.bodies or low in tables.body_genders or parsed.lexicon.role(word) is not None
    )
    return not common and low not in _NAMING and low not in tables.country_words and not tables.country(word)


def _known(parsed: ParsedText, forms: Iterable[str]) -> Iterator[tuple[re.Match[str], str]]:
    known = set(forms)
    for match in _WORD.finditer(parsed.text):
        word = match.group()
        if word in known:
            yield match, word
        elif parsed.by_parse:
            continue  # A plain s makes no genitive in English: "the Romans" beside "Roman Empire".
        elif (shorter := without_genitive(word)) in known and shorter is not None:
            yield match, shorter


def with_parts_of_compounds(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """Add names inside of compounds where the name occurs elsewhere: "Lind-Leute", "Kremlsprecher", "Berliner"."""
    names: set[str] = set()
    derived: set[str] = set()
    for mention in mentions:
        if mention.form is not Form.NAME or mention.label is Label.MISC or not parsed.is_story(mention.start):
            continue
        words = parsed.text[mention.start : mention.end].split()
        names.update(word for word in (words[0], words[-1]) if len(word) > 1 and word[0].isupper())
        if mention.label is Label.LOC and len(words) == 1:
            stem = re.sub(r"e[n]?$", "", words[0])
            derived.update((words[0] + "er", stem + "er"))
    lengths = sorted({len(name) for name in names if len(name) >= _SHORTEST}, reverse=True)
    added: list[Mention] = []
    for match in _WORD.finditer(parsed.text):
        word = match.group()
        if word in names:
            continue
        if "-" in word and word.partition("-")[0] in names:
            added.append(Mention(match.start(), match.start() + word.index("-"), Label.ORG, Form.PART))
        elif word in derived:
            added.append(Mention(match.start(), match.end(), Label.LOC, Form.DERIVED))
        else:
            for length in lengths:
                rest = word[length:]
                if (
                    len(rest) > _SHORTEST
                    and word[:length] in names
                    and parsed.lexicon.role(rest.capitalize())
                ):
                    added.append(Mention(match.start(), match.start() + length, Label.ORG, Form.PART))
                    break
    return merged(mentions, added)


def merged(mentions: Sequence[Mention], added: Iterable[Mention]) -> list[Mention]:
    """Both in text order, without those added ones that overlap what is there."""
    ends = [mention.end for mention in mentions]
    free = []
    for mention in added:
        at = bisect_left(ends, mention.start + 1)
        if at == len(mentions) or mentions[at].start >= mention.end:
            free.append(mention)
    return sorted([*mentions, *free])


def family_key(text: str) -> str | None:
    """The surname in the name of a family, in comparable form; None where it is none: "Familie Lind" gives "lind"."""
    found = FAMILY.match(text)
    return spelling(text[found.end() :]) if found else None
