"""Names that the words around them show to be something else than the network took them for, or nothing at all."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.actors.names.holders_of_offices import held_names, holder_of_office
from core.actors.names.non_actors import bears_it
from core.actors.names.patterns import NOUN_BEFORE, TITLE_BEFORE
from core.actors.names.span_extension import merged
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import Tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import APPOSED
from core.text.personal_names import without_genitive
from core.text.spans import Span
from core.text.tables import either

_BODY_IN_BRACKETS = re.compile(r"\s?\([A-ZÄÖÜ][A-ZÄÖÜ\d]{1,6}\)")
_IN_BRACKETS = re.compile(r"\s\((?:\d{1,3},\s)?([A-ZÄÖÜ]\w+(?:\s[A-ZÄÖÜ]\w+)?)[),/;]")
_AT_HOUSE = re.compile(r"([A-ZÄÖÜ][\w-]+)\s(?:am|beim|an der|bei der)\s([A-ZÄÖÜ][\w-]+)\s$")
_LEGAL_FORM = re.compile(rf"\s(?:{either('legal_form_of_name')})\b")
_IN_LIST = re.compile(r"(?:,\s|\sund\s|\ssowie\s|\soder\s)")
_CANTON = re.compile(r"\(?(?:[\w-]+[,/]\s?)?$")
_PARTICLES_BEHIND_FIRST = re.compile(r"[A-ZÄÖÜ][\w-]+\s(?:van|von|de|del|di|da|dos)\s.*[A-ZÄÖÜ][\w-]+$")
_STATION = re.compile(r"(?i:radio|tv|studio)\s")
_FROM = re.compile(r"-(?:born|based|bred|raised)\b")
"""English: what follows a place that somebody is from."""
_PAPER_WORDS = 4
"""Words in marks that may be the name of a paper."""


def relabelled(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """The names without those that are none, and with the labels that the text speaks for."""
    names = [mention for mention in mentions if mention.form is Form.NAME]
    surnames = _surnames(parsed, names)
    called = (
        frozenset() if parsed.by_parse else _first_names(parsed, names) | held_names(parsed, tables, names)
    )
    firms = _firms_in_lists(parsed, names, surnames)
    places = _places_elsewhere(parsed, names) if parsed.by_parse else frozenset()
    bodies = {
        word
        for name in names
        if name.label is Label.ORG
        for word in parsed.text[name.start : name.end].split()
    }
    kept: list[Mention] = []
    for mention in mentions:
        if mention.form is not Form.NAME:
            kept.append(mention)
            continue
        if mention.span in firms:
            mention = replace(mention, label=Label.ORG)
        elif (parsed.by_parse and _FROM.match(parsed.text, mention.end)) or (
            mention.label is Label.PER and parsed.text[mention.start : mention.end] in places
        ):
            mention = replace(mention, label=Label.LOC)
        elif mention.label is Label.LOC and _is_called(parsed, mention, called):
            mention = replace(mention, label=Label.PER)
        if mention.label is Label.PER and bears_it(parsed, tables, mention):
            kept.append(replace(mention, label=Label.MISC))
            continue
        fitted = _fitted(parsed, tables, mention, surnames | called, bodies)
        if fitted is not None:
            kept.append(fitted)
    if parsed.by_parse:
        kept = _with_short_forms(parsed, tables, kept)
    return merged(_with_papers(parsed, tables, kept), _parties(parsed, kept))


def _is_called(parsed: ParsedText, mention: Mention, called: frozenset[str]) -> bool:
    """Whether a name is one of some, or its genitive."""
    text = parsed.text[mention.start : mention.end]
    return text in called or without_genitive(text) in called


def _with_short_forms(parsed: ParsedText, tables: Tables, mentions: Sequence[Mention]) -> list[Mention]:
    """The names with several words that open a body's name made that body: "Elm Vale" beside "Elm Vale Foods".

    Left as they are: people by their first name, places of the tables, and what somewhere follows "in" or "the".
    """
    names = [mention for mention in mentions if mention.form is Form.NAME]
    bodies = [parsed.text[name.start : name.end] for name in names if name.label is Label.ORG]
    short = {
        text
        for name in names
        if name.label is not Label.ORG
        and " " in (text := parsed.text[name.start : name.end])
        and any(body.startswith(f"{text} ") for body in bodies)
        and parsed.lexicon.gender_of_name(text.split()[0]) is None
        and not (tables.is_town(text) or tables.country(text))
    }
    within = {
        text
        for name in names
        if (text := parsed.text[name.start : name.end]) in short
        and parsed.before(name.start, 8).lower().endswith((" in ", "\nin ", "near ", "the "))
    }
    return [
        replace(mention, label=Label.ORG)
        if mention.form is Form.NAME and parsed.text[mention.start : mention.end] in short - within
        else mention
        for mention in mentions
    ]


def _first_names(parsed: ParsedText, names: Sequence[Mention]) -> frozenset[str]:
    """Towns that are a first name in a text which speaks of nothing in or from them: "Paris Lohmeier", then "Paris"."""
    full = [parsed.text[name.start : name.end].split() for name in names if name.label is Label.PER]
    firsts = {words[0] for words in full if len(words) == 2}
    alone = [name for name in names if parsed.text[name.start : name.end] in firsts]
    somewhere = set()
    for name in alone:
        before = parsed.before(name.start, 12).lower().split()[-1:]
        if before and parsed.lexicon.has(before[0], "preposition", "contracted"):
            somewhere.add(parsed.text[name.start : name.end])
    return frozenset(firsts - somewhere)


def _places_elsewhere(parsed: ParsedText, names: Sequence[Mention]) -> frozenset[str]:
    """Names of places that are no part of a person's name: who is called so by the network is the place."""
    words = [(name.label, parsed.text[name.start : name.end]) for name in names]
    longer = {part for label, text in words if label is Label.PER and " " in text for part in text.split()}
    return frozenset(text for label, text in words if label is Label.LOC and text not in longer)


def _parties(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """Parties in brackets behind people, the words of which mean other things elsewhere: "Ada Lind (Mitte)"."""
    found = []
    for mention in mentions:
        match = _IN_BRACKETS.match(parsed.text, mention.end) if mention.label is Label.PER else None
        if match is not None and parsed.lexicon.has(match.group(1).lower(), "party"):
            found.append(Mention(match.start(1), match.end(1), Label.ORG))
    return found


def _surnames(parsed: ParsedText, names: Sequence[Mention]) -> set[str]:
    """The surnames of people whom the text names in full."""
    words = [parsed.text[name.start : name.end].split() for name in names if name.label is Label.PER]
    return {
        each[-1] for each in words if len(each) > 1 and parsed.lexicon.gender_of_name(each[0]) is not None
    }


def _fitted(
    parsed: ParsedText, tables: Tables, mention: Mention, surnames: set[str], bodies: set[str]
) -> Mention | None:
    """A name as it should be, or None."""
    text = parsed.text[mention.start : mention.end]
    if parsed.lexicon.has(text.lower(), "canton") and text.isupper() and _stands_in_brackets(parsed, mention):
        return None
    if mention.label is Label.ORG and _is_office(parsed, mention, text):
        return None
    if _LEGAL_FORM.fullmatch(f" {text}") and mention.label is Label.ORG:
        return None
    if mention.label is Label.LOC and _LEGAL_FORM.fullmatch(text, max(0, text.rfind(" "))):
        mention = replace(mention, label=Label.ORG)
    legal = (
        _LEGAL_FORM.match(parsed.after(mention.end, 12)) if mention.label in (Label.PER, Label.ORG) else None
    )
    if legal is not None:
        return replace(mention, end=mention.end + legal.end(), label=Label.ORG)
    if mention.label is Label.LOC and _PARTICLES_BEHIND_FIRST.match(text) and not parsed.by_parse:
        named = parsed.lexicon.gender_of_name(text.split()[0]) is not None
        mention = replace(mention, label=Label.PER) if named else mention
    whole = _behind_relative_pronoun(parsed, mention)
    if whole is not None:
        return whole
    if mention.label is not Label.PER:
        person = _person_at_body(parsed, mention) or _with_first_name(parsed, tables, mention)
        return person or holder_of_office(parsed, tables, mention) or mention
    last = text.split()[-1]
    base = text if text in surnames else without_genitive(text)
    alone = " " not in text and text not in surnames and base not in surnames
    first_name = parsed.lexicon.gender_of_name(text.split()[0]) is not None
    if " " in text and not first_name and parsed.lexicon.has(last.lower(), "never_name"):
        return replace(mention, end=mention.start + text.rindex(" "))
    if alone and _is_no_name(parsed, mention, text):
        return None
    if " " not in text and not (
        first_name or parsed.by_parse or parsed.entity[parsed.token_from(mention.start) - 1]
    ):
        mention = _with_first_name(parsed, tables, mention) or mention
    if alone and tables.is_town(text) and text not in bodies and not _is_addressed(parsed, mention):
        return replace(mention, label=Label.LOC)
    if _STATION.match(text) or _ends_as_body(parsed, tables, last):
        return replace(mention, label=Label.ORG)
    return _body_named_after(parsed, mention) or mention


def _with_first_name(parsed: ParsedText, tables: Tables, mention: Mention) -> Mention | None:
    """A surname that the network took for a place, or found alone, with the first name before it."""
    text = parsed.text[mention.start : mention.end]
    if " " in text or "-" in text or tables.is_town(text) or tables.country(text):
        return None
    first = NOUN_BEFORE.search(parsed.before(mention.start, 30))
    if first is not None and parsed.lexicon.gender_of_name(first.group(1)) is not None:
        return replace(mention, start=mention.start - len(first.group()), label=Label.PER)
    return None


def _behind_relative_pronoun(parsed: ParsedText, mention: Mention) -> Mention | None:
    """A person whose first name the parse took for a noun with the relative pronoun as its article, where nobody else
    acts in the clause: ", den Besart Rukaj so beschrieb"."""
    last = parsed.parsed_at(mention.start)
    if last is None or last < 3 or parsed.by_parse or " " in parsed.text[mention.start : mention.end]:
        return None
    first, pronoun = last - 1, last - 2
    word = parsed.words[first]
    relative = parsed.words[pronoun - 1] == "," and parsed.lexicon.has(parsed.low[pronoun], "relative")
    noun = parsed.lexicon.role(word) is not None or parsed.lexicon.is_body(word)
    if not relative or noun or not word[:1].isupper() or parsed.entity[first] or parsed.head[last] != first:
        return None
    verb = parsed.head[first]
    says = parsed.low[verb] in parsed.lexicon.cues and verb > last
    if not says or parsed.dep[last] not in APPOSED:
        return None
    if any(parsed.dep[k].startswith("nsubj") and k != first for k in parsed.children(verb)):
        return None
    return replace(mention, start=parsed.starts[first], label=Label.PER)


def _is_office(parsed: ParsedText, mention: Mention, text: str) -> bool:
    """Whether one word behind an article is an office that the network took for a body: "der OB", "die CEO"."""
    before = parsed.before(mention.start, 6).lower().split()[-1:]
    role = parsed.lexicon.role(text) if " " not in text and "-" not in text else None
    behind_article = bool(before) and before[0] in ("der", "die", "dem", "den", "des")
    return role is not None and role.kind == "role" and behind_article and not parsed.lexicon.is_body(text)


def _is_addressed(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a title or an office before a name makes it a person's."""
    before = parsed.before(mention.start, 40)
    noun = NOUN_BEFORE.search(before)
    return bool(TITLE_BEFORE.search(before)) or (
        noun is not None and parsed.lexicon.role(noun.group(1)) is not None
    )


def _is_no_name(parsed: ParsedText, mention: Mention, text: str) -> bool:
    """Whether one word is a noun for weather, colour, vice or matter, and nothing shows that somebody is called so."""
    low = text.lower()
    if parsed.lexicon.has(low, "never_name") or parsed.opens_with_manner(parsed.token_from(mention.start)):
        return True
    seldom = parsed.lexicon.has(low, "seldom_name") or _lies_there(parsed, mention, text)
    return seldom and not _is_addressed(parsed, mention)


def _lies_there(parsed: ParsedText, mention: Mention, text: str) -> bool:
    """Whether a word that the text has once grows or lies somewhere, as matter does: "Im Watt liegt Schlick"."""
    token = parsed.parsed_at(mention.start)
    if token is None or token < 1 or parsed.by_parse or parsed.lexicon.gender_of_name(text) is not None:
        return False
    verb = parsed.head[token]
    once = sum(text in word for word in parsed.words) == 1
    behind = verb == token - 1 or (verb == token - 2 and parsed.low[token - 1] == "sich")
    return once and behind and parsed.lexicon.has(parsed.low[verb], "lying")


def _ends_as_body(parsed: ParsedText, tables: Tables, last: str) -> bool:
    """Whether the last word of a name is a compound for a body: "Julius-Kühn-Institut"."""
    if "-" not in last:
        return False
    noun = last.rpartition("-")[2]
    return parsed.lexicon.is_body(noun) or tables.body_noun(noun) == noun.lower()


def _body_named_after(parsed: ParsedText, mention: Mention) -> Mention | None:
    """A body with a person's name in it: "Bürgerliste Ada Lind (BAL)", "Stiftung Ada Lind"."""
    noun = NOUN_BEFORE.search(parsed.before(mention.start, 40))
    if noun is None or parsed.lexicon.role(noun.group(1)) is not None:
        return None
    low = noun.group(1).lower()
    named_after = any(low.endswith(word) for word in parsed.lexicon.words.get("body_named_after", ()))
    in_brackets = _BODY_IN_BRACKETS.match(parsed.after(mention.end, 12)) and parsed.lexicon.is_body(
        noun.group(1)
    )
    if not named_after and not in_brackets:
        return None
    return replace(mention, start=mention.start - len(noun.group()), label=Label.ORG)


def _person_at_body(parsed: ParsedText, mention: Mention) -> Mention | None:
    """A person behind the house where they work, whatever the network says: "Richterin am Landgericht Ada Lind"."""
    words = parsed.text[mention.start : mention.end].split(" ")
    house = _AT_HOUSE.search(parsed.before(mention.start, 60))
    named = len(words) == 2 and parsed.lexicon.gender_of_name(words[0]) is not None
    if house is None or not named or parsed.lexicon.role(house.group(1)) is None:
        return None
    return replace(mention, label=Label.PER) if parsed.lexicon.is_body(house.group(2)) else None


def _stands_in_brackets(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a name ends a bracket, alone or after a party: "(SG)", "(SVP/SG)"."""
    before = parsed.before(mention.start, 20)
    return bool(_CANTON.search(before)) and "(" in before and parsed.after(mention.end, 1) == ")"


def _firms_in_lists(parsed: ParsedText, names: Sequence[Mention], surnames: set[str]) -> set[tuple[int, int]]:
    """Names of one word in a row that sponsors, brands or firms are said to be in the same sentence."""
    found: set[tuple[int, int]] = set()
    for run in _rows(parsed, names):
        words = [parsed.text[name.start : name.end] for name in run]
        if len(run) < 2 or any(" " in word or word in surnames for word in words):
            continue
        first = parsed.sentence_at(run[0].start)
        start, end = parsed.sentences[first] if first >= 0 else (run[0].start, run[-1].end)
        around = re.findall(r"[A-ZÄÖÜ][\w-]+", parsed.text[start:end])
        nouns = [word.lower() for word in around if word not in words]
        cues = parsed.lexicon.words.get("firm_noun", frozenset())
        if any(noun in cues or any(noun.endswith(cue) for cue in cues if len(cue) > 5) for noun in nouns):
            found.update(name.span for name in run if name.label is Label.PER)
    return found


def _rows(parsed: ParsedText, names: Sequence[Mention]) -> list[list[Mention]]:
    """Runs of names with nothing but commas or "und" between them."""
    runs: list[list[Mention]] = []
    for name in names:
        if runs and _IN_LIST.fullmatch(parsed.text[runs[-1][-1].end : name.start]):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def _with_papers(parsed: ParsedText, tables: Tables, mentions: list[Mention]) -> list[Mention]:
    """Newspapers in marks, whatever the network took them for: „Zeit“, „Neue Elbpost“."""
    spans = []
    for stretch in parsed.outer:
        start, end = stretch.inner
        words = parsed.text[start:end].split()
        if (
            stretch.closed
            and 0 < len(words) <= _PAPER_WORDS
            and (_is_paper(parsed, tables, words, start) or _is_called_paper(parsed, words, start))
        ):
            spans.append((start, end))
    spans = sorted([*spans, *_papers_told(parsed)])
    if not spans:
        return mentions
    papers = [Mention(start, end, Label.ORG) for start, end in spans]
    ends = [end for _, end in spans]
    kept = []
    for mention in mentions:
        at = bisect_left(ends, mention.start + 1)
        if at == len(spans) or spans[at][0] >= mention.end:
            kept.append(mention)
        elif mention.start < spans[at][0] and spans[at][1] == mention.end:
            kept.append(replace(mention, end=spans[at][0] - 1))  # "sagte Ada Lind WELT"
    return merged(kept, papers)


def _papers_told(parsed: ParsedText) -> Iterator[Span]:
    """Papers without marks to which somebody says something: "gegenüber der Welt", "im Gespräch mit dem Standard",
    "sagte die Ministerin BILD"."""
    for i in range(2, len(parsed.words)):
        before, article = parsed.low[i - 2 : i]
        word = parsed.words[i]
        known = parsed.lexicon.has(word, "paper_told") and parsed.lexicon.has(article, "definite")
        talks = i > 2 and before == "mit" and parsed.lexicon.has(parsed.words[i - 3], "talk")
        shouted = word.isupper() and len(word) > 1 and parsed.lexicon.has(word.capitalize(), "paper_told")
        if not shouted and not (known and (talks or before == "gegenüber")):
            continue
        if parsed.unit_of[i] < 0:
            continue
        unit = parsed.units[parsed.unit_of[i]]
        if any(parsed.low[k] in parsed.lexicon.cues for k in range(unit.first, unit.end)):
            yield parsed.span(i, i + 1)


def _is_called_paper(parsed: ParsedText, words: Sequence[str], start: int) -> bool:
    """Whether a noun for papers is right before words in marks: "das Promi-Magazin „Vera“"."""
    noun = NOUN_BEFORE.search(parsed.before(start - 1, 40))
    named = all(word[:1].isupper() for word in words) and words[-1][-1:] not in ".,!?"
    return named and noun is not None and parsed.lexicon.ends_in(noun.group(1).lower(), "noun_of_paper")


def _is_paper(parsed: ParsedText, tables: Tables, words: Sequence[str], start: int) -> bool:
    """Whether words in marks are a paper's name: one of the table, or capitals that end as papers' names do."""
    name = " ".join(words)
    if not all(word[:1].isupper() for word in words) or name[-1:] in ".,!?":
        return False
    known = (name, without_genitive(name) or name)
    if any(form in tables.papers for form in known):
        article = parsed.before(start - 1, 8).lower().split()[-1:]
        return bool(article) and parsed.lexicon.has(article[0], "determiner", "contracted", "preposition")
    ending = words[-1].lower()
    endings = parsed.lexicon.words.get("paper_ending", frozenset())
    return any(ending.removesuffix("s").endswith(each) or ending.endswith(each) for each in endings)
