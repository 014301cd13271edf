"""Names made fit for use where rules are surer than learning: trimmed, kept within blocks, missed surnames added."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.actors.names.eras import is_era
from core.actors.names.patterns import AGE_BEHIND
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText
from core.text.personal_names import without_genitive
from core.text.tables import listed

_TRIM = "\"'„“”‚‘’»«›‹,;:.!?…▶►■•*|/–—-()[]\ufe0e\ufe0f\u200b\u200d\u00ad"
_OPENING = ("„", "“", '"', "»", "«", "‚", "‘", "'", "‹", "›")
_BEFORE_NAMES = frozenset(listed("prefix_of_role"))
"""What precedes the name in a compound: "Ex-SPD-Chefin"."""
_KING = re.compile(r"[IVX]{1,6}")
_WORD = re.compile(r"\w[\w'’-]*")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
"""An English acronym with its stops: "F.B.I."."""
_QUOTED_REACH = 60
"""Characters before a name within which a quotation mark that encloses it opens."""
_OWNED = re.compile(r"\S.*?[sxzß][’'‘](?=\s[A-ZÄÖÜ])")
"""A name in the genitive that the model has taken together with the noun behind it: "Charles’ Stelle"."""
_SMALL_AT_END = re.compile(
    r"(?:\s(?:der|die|das|des|dem|den|für|und|and|of|von|vom|im|in|am|zur|zum|Der|Die|Das))+$"
)
_COMPLEMENT = re.compile(
    r"(?<=\s(?:für|der|des))\s(?:[A-ZÄÖÜ][\w-]+e[nr]\s)?[A-ZÄÖÜ][\w-]+(?:\sund\s[A-ZÄÖÜ][\w-]+)?(?![\w-])"
)
"""What the name of an authority or association goes on with behind "für" or "des", where the model has stopped."""
_WITH_COMPLEMENT = frozenset(("authority", "association", "institute"))
_SURNAME_WITH_PARTICLES = re.compile(
    r"\s(?:(?:von|vom)\s(?:der|dem|den)|(?:van|de|del|di|da|dos|du|la|le|ten|ter)(?:\s(?:den|der|la|las|los))?)"
    r"\s([A-ZÄÖÜ][\w-]+)"
)
"""A surname with particles behind a first name: "Uta" + "von der Aue", "Ida" + "de la Cruz"."""
_NICK = re.compile(r"\s[„“\"»‚‘'][\w-]+[“”\"«‘’']\s$")
"""A name in quotation marks between a first name and a surname."""
_CAPITALISED = re.compile(r"[A-ZÄÖÜÁÉÍÓÚŠČŽ][\w’'-]+")
_ATTACHED = re.compile(r"\s(?:al|el|as)-[A-ZÄÖÜ]\w+")
_PARTICLE = r"(?:van|von|vom|zu|zum|zur|de|del|di|da|dos|du|la|le|ten|ter|den|der)"
_PARTICLES = re.compile(rf"{_PARTICLE}(?:\s{_PARTICLE})*")
_PARTICLES_AT_END = re.compile(rf"(?:\s{_PARTICLE})+$")
_BEHIND_PARTICLES = re.compile(rf"(?:\s{_PARTICLE})*\s[A-ZÄÖÜ]\w[\w-]*")
_ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))
_OF_PLACE = re.compile(r"von\s(?=[A-ZÄÖÜ][\w-]+$)")


def clean(parsed: ParsedText, names: Iterable[Mention]) -> list[Mention]:
    """Names in text order without overlap: trimmed at their edges, cut at block ends, titles taken off, ages heeded."""
    kept: list[Mention] = []
    names = list(names)
    bodies = {name.start for name in names if name.label is Label.ORG}
    for name in sorted(names, key=lambda mention: (mention.start, -mention.end)):
        mention = _trim(parsed, _within_block(parsed, name))
        if mention is None or is_era(parsed, mention) or (kept and mention.start < kept[-1].end):
            continue
        if mention.form in (Form.DERIVED, Form.PART):
            mention = _compound(parsed, mention)
        elif mention.form is Form.NAME:
            if _is_common_noun(parsed, mention) or _is_of_address(parsed, mention):
                continue
            whole = _whole(parsed, _without_verb(parsed, mention))
            mention = _labelled(parsed, _seat(parsed, _without_title(parsed, whole)))
            mention = _with_particles(parsed, _without_small_words(parsed, mention), bodies)
        kept.append(mention)
    return _without_overlap(kept if parsed.by_parse else _with_nicknames(parsed, kept))


def _without_small_words(parsed: ParsedText, mention: Mention) -> Mention:
    """A body's name without articles and prepositions at its end, a person's without the noun that it owns."""
    text = parsed.text[mention.start : mention.end]
    if parsed.by_parse:
        return mention
    if mention.label is Label.PER:
        owned = _OWNED.match(text)
        return replace(mention, end=mention.start + owned.end()) if owned else mention
    small = _SMALL_AT_END.search(text)
    if small is None or not small.start():
        return mention
    tables = load_tables(parsed.lexicon.language)
    classes = tables.classes_of_body(tables.body_noun(text.split()[0]) or "")
    rest = _COMPLEMENT.match(parsed.text, mention.end) if classes & _WITH_COMPLEMENT else None
    if rest is not None and not any(parsed.lexicon.role(word) for word in rest.group().split()):
        return replace(mention, end=rest.end())
    return replace(mention, end=mention.start + small.start())


def _with_particles(parsed: ParsedText, mention: Mention, bodies: set[int]) -> Mention:
    """A first name with the surname behind it that begins with particles, of which the model took neither."""
    text = parsed.text[mention.start : mention.end]
    if mention.label is not Label.PER or parsed.by_parse or parsed.lexicon.gender_of_name(text) is None:
        return mention
    match = _SURNAME_WITH_PARTICLES.match(parsed.text, mention.end)
    token = parsed.parsed_at(match.start(1)) if match else None
    if match is None or match.start(1) in bodies or token is None:
        return mention
    office = parsed.before(mention.start, 40).rstrip().rpartition(" ")[2]
    if parsed.pos[token] != "PROPN" and parsed.lexicon.role(office) is None:
        return mention
    noun = match.group(1)
    if parsed.lexicon.role(noun) is not None or parsed.lexicon.is_body(noun) or noun.isupper():
        return mention
    tables = load_tables(parsed.lexicon.language)
    known = tables.body_noun(noun) or tables.known_body(noun) or tables.party(noun) or tables.country(noun)
    return mention if known else replace(mention, end=match.end())


def _with_nicknames(parsed: ParsedText, mentions: list[Mention]) -> list[Mention]:
    """The names with a first name, one in quotation marks and a surname in one: „Robert ‚Bobby‘ Lind“."""
    kept: list[Mention] = []
    for mention in mentions:
        first = next((k for k in range(len(kept) - 1, -1, -1) if kept[k].label is Label.PER), None)
        person = mention.form is Form.NAME and mention.label is Label.PER
        if first is not None and person and first >= len(kept) - 2:
            one = kept[first]
            if first and kept[first].end >= mention.start - 3 and kept[first - 1].label is Label.PER:
                before = kept[first - 1]
                if _NICK.fullmatch(parsed.text[before.end : mention.start]):
                    first, one = first - 1, before
            if one.form is Form.NAME and _NICK.fullmatch(parsed.text[one.end : mention.start]):
                kept[first:] = [replace(one, end=mention.end)]
                continue
        kept.append(mention)
    return kept


def _is_of_address(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a name is within an e-mail address or the name of an account: "ada.lind@elm.example"."""
    text, start, end = parsed.text, mention.start, mention.end
    around = text[max(0, start - 1) : end + 1]
    return "@" in around and " " not in text[start:end]


def with_missed_surnames(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """Add a mention wherever a part of a person's name recurs and was not found.

    The word must be capitalised exactly so. Where grammar is known it must be read as a name; else it is one only if
    it is the surname of a name in full and nowhere in the text follows an article as common nouns do.
    """
    known: set[str] = set()
    surnames: set[str] = set()
    for mention in mentions:
        if mention.label is Label.PER and mention.form is Form.NAME and parsed.is_story(mention.start):
            words = parsed.text[mention.start : mention.end].split()
            wanted = words if parsed.has_parse else words[-1:] if len(words) > 1 else []
            known.update(word for word in wanted if len(word) > 3 and parsed.lexicon.role(word) is None)
            surnames.update(words[1:][-1:])
            shorter = without_genitive(words[-1])
            if len(words) > 1 and shorter and any(parsed.text[m.start : m.end] == shorter for m in mentions):
                known.add(shorter)
    if not known:
        return list(mentions)
    starts = [mention.start for mention in mentions]
    added: list[Mention] = []
    common = set() if parsed.has_parse else _common_nouns(parsed, known)
    for match in _CAPITALISED.finditer(parsed.text):
        word = match.group()
        shouted = word.capitalize() if word.isupper() else word
        base = shouted if shouted in known else without_genitive(word)
        if base not in known or base in common or parsed.block_at(match.start()) is None:
            continue
        token = parsed.parsed_at(match.start())
        bare = base in surnames and token is not None and _is_bare_noun(parsed, token)
        if token is not None and parsed.pos[token] not in ("PROPN", "X") and not bare:
            continue
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and mentions[at].end > match.start():
            continue
        if at + 1 < len(mentions) and mentions[at + 1].start < match.end():
            continue
        added.append(Mention(match.start(), match.end(), Label.PER))
    return sorted([*mentions, *added])


def _is_bare_noun(parsed: ParsedText, token: int) -> bool:
    """Whether a word read as a noun is a subject in the singular with nothing before it, as a surname is: "Hartung
    verwies auf die Zahlen"."""
    plain = parsed.pos[token] == "NOUN" and parsed.number[token] != "Plur" and parsed.dep[token] == "nsubj"
    return plain and not any(child < token for child in parsed.children(token))


def with_names_in_full(parsed: ParsedText, mentions: Sequence[Mention]) -> list[Mention]:
    """Widen the surname of a person to the full name that the text gives elsewhere, where that is written out."""
    before: dict[str, set[str]] = {}
    for mention in mentions:
        first, _, last = parsed.text[mention.start : mention.end].rpartition(" ")
        if first and mention.label is Label.PER and mention.form is Form.NAME:
            before.setdefault(last, set()).add(f"{first} ")
            particles = _PARTICLES_AT_END.search(first)
            if particles and not parsed.by_parse:
                behind = f"{particles.group().strip()} "
                before[last] |= {behind, behind[0].upper() + behind[1:]}
    widened: list[Mention] = []
    for mention in mentions:
        word = parsed.text[mention.start : mention.end]
        if mention.label is Label.PER and mention.form is Form.NAME:
            firsts = before.get(word) or before.get(without_genitive(word) or "") or ()
            start = min(
                (mention.start - len(first) for first in firsts if _is_right_before(parsed, first, mention)),
                default=None,
            )
            if start is not None and (not widened or widened[-1].end <= start):
                mention = replace(mention, start=start)
        widened.append(mention)
    return widened


def _is_right_before(parsed: ParsedText, first: str, mention: Mention) -> bool:
    """Whether the words `first` come right before a mention, in its block."""
    start = mention.start - len(first)
    if start < 0 or not parsed.text.startswith(first, start) or (start and parsed.text[start - 1].isalnum()):
        return False
    return parsed.block_at(start) == parsed.block_at(mention.start)


def _common_nouns(parsed: ParsedText, surnames: Iterable[str]) -> set[str]:
    """Surnames that somewhere in the text follow an article, as nouns do: "der Richter"."""
    found = set()
    for match in re.finditer(r"\b(\w+)\s+([A-ZÄÖÜ][\w-]+)", parsed.text):
        if match.group(2) in surnames and parsed.lexicon.has(
            match.group(1).lower(), "determiner", "contracted"
        ):
            found.add(match.group(2))
    return found


def _within_block(parsed: ParsedText, mention: Mention) -> Mention:
    """The part of a mention that lies in the block of its first character."""
    index = parsed.block_at(mention.start)
    if index is None:
        return mention
    return replace(mention, end=min(mention.end, parsed.blocks[index].end))


def _trim(parsed: ParsedText, mention: Mention) -> Mention | None:
    """A mention without marks, stops and invisible signs at its edges; None when nothing is left."""
    start, end, text = mention.start, mention.end, parsed.text
    while start < end and (text[start].isspace() or text[start] in _TRIM):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRIM):
        if text[end - 1] == "." and (
            _is_initial(parsed, start, end)
            or (parsed.by_parse and _DOTTED.fullmatch(text, start, end))
            or _is_abbreviated(parsed, mention, text[start:end].split()[-1])
        ):
            break
        if text[end - 1] in "!?…" and end == mention.end and text[start:end].count(" ") < 4:
            break
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        closes = text[end - 1] == "‘" and "‚" in text[max(0, start - _QUOTED_REACH) : start]
        if text[end - 1] in "'’‘" and text[end - 2 : end - 1] in ("s", "x", "z", "ß") and not closes:
            break
        end -= 1
    if (
        not parsed.by_parse
        and parsed.text[end : end + 1] == "."
        and _KING.fullmatch(text[start:end].rpartition(" ")[2])
    ):
        end += " " in text[start:end]
    if start >= end or not any(char.isalnum() for char in text[start:end]):
        return None
    return replace(mention, start=start, end=end)


def _is_abbreviated(parsed: ParsedText, mention: Mention, last: str) -> bool:
    """Whether the last word of a name is an abbreviation; a capital opens a name of somebody: "Wei Di."."""
    person = mention.label is Label.PER and last[:1].isupper() and not parsed.by_parse
    return last in parsed.lexicon.abbreviations and not person


def _is_initial(parsed: ParsedText, start: int, end: int) -> bool:
    """Whether a mention ends in an abbreviation or the number of a king: "Rafik Y.", "Apple Inc.", „Karl II.“.

    English numbers of kings have no stop.
    """
    text = parsed.text
    last = re.split(r"\s", text[start : end - 1])[-1]
    numbered = " " in text[start:end] and _KING.fullmatch(last) is not None and not parsed.by_parse
    return (
        numbered
        or (len(last) == 1 and last.isupper())
        or last in ("Inc", "Co", "Corp", "Ltd", "Jr", "Sr", "St")
    )


def _whole(parsed: ParsedText, mention: Mention) -> Mention:
    """A person's name with what the model left behind and without the article of a byname that it took in.

    Left behind are Arabic surnames, "Baschar" + "al-Assad", and what follows mere particles: "van" + "der Meeren".
    """
    if mention.label is not Label.PER:
        return mention
    text = parsed.text[mention.start : mention.end]
    behind = _BEHIND_PARTICLES if _PARTICLES.fullmatch(text) else _ATTACHED
    match = behind.match(parsed.text, mention.end)
    if match:
        return replace(mention, end=match.end())
    name, _, last = text.rpartition(" ")
    return replace(mention, end=mention.start + len(name)) if name and last in _ARTICLES else mention


def _seat(parsed: ParsedText, mention: Mention) -> Mention:
    """The place of an office that the model took for a surname: "der Bischof von Husum"."""
    match = _OF_PLACE.match(parsed.text[mention.start : mention.end])
    if match is None or mention.label is not Label.PER:
        return mention
    before = _WORD.findall(parsed.before(mention.start, 40))
    if not before or not parsed.lexicon.has(before[-1].lower(), "seated_office"):
        return mention
    return replace(mention, start=mention.start + match.end(), label=Label.LOC)


def _without_verb(parsed: ParsedText, mention: Mention) -> Mention:
    """A person's name without the verb or small word that opens the sentence before it: "Tritt Berg zurück, …"."""
    if mention.label is not Label.PER:
        return mention
    words = list(_WORD.finditer(parsed.text, mention.start, mention.end))
    number = parsed.sentence_at(mention.start)
    if len(words) < 2 or number < 0 or mention.start - parsed.sentences[number][0] > 1:
        return mention
    first = words[0].group()
    low = first.lower()
    small = parsed.lexicon.has(low, "determiner", "preposition", "adverb", "conjunction", "subordinator")
    if parsed.lexicon.gender_of_name(first) is None and (small or parsed.lexicon.verb_forms(low)):
        return replace(mention, start=words[1].start())
    return mention


def _without_title(parsed: ParsedText, mention: Mention) -> Mention:
    """A person's name without the offices and titles before it that the model took in."""
    if mention.label is not Label.PER:
        return mention
    words = list(_WORD.finditer(parsed.text, mention.start, mention.end))
    skip = 0
    while skip < len(words) - 1:
        word = words[skip].group()
        next_char = parsed.text[words[skip].end() : words[skip].end() + 1]
        known = parsed.lexicon.role(word) is not None or parsed.lexicon.role(word + next_char) is not None
        if not known or parsed.lexicon.gender_of_name(word) is not None:
            break
        skip += 1
    return replace(mention, start=words[skip].start()) if skip else mention


def _compound(parsed: ParsedText, mention: Mention) -> Mention:
    """The name in front of a compound with a hyphen, which is no adjective either: "Peru" of "Peru-Krise"."""
    hyphen = parsed.text.rfind("-", mention.start + 2, mention.end)
    if hyphen < 0:
        return mention
    first, _, rest = parsed.text[mention.start : hyphen].partition("-")
    start = mention.start + len(first) + 1 if rest and first in _BEFORE_NAMES else mention.start
    return replace(mention, start=start, end=hyphen, form=Form.PART)


def _labelled(parsed: ParsedText, mention: Mention) -> Mention:
    """A name of two words or behind a role, followed by an age in brackets, is a person's whatever the model says."""
    if mention.label is Label.PER or not AGE_BEHIND.match(parsed.text, mention.end):
        return mention
    words = parsed.text[mention.start : mention.end].split()
    before = _WORD.findall(parsed.text[max(0, mention.start - 40) : mention.start])
    role_before = bool(before) and parsed.lexicon.role(before[-1]) is not None
    first_name = parsed.lexicon.gender_of_name(words[0]) is not None
    return replace(mention, label=Label.PER) if role_before or first_name else mention


def _is_common_noun(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a name is but a common noun: behind its article ("der Rundfunk"), or one that verbs take without
    ("suchte Schutz"), unless it is in marks."""
    word = parsed.text[mention.start : mention.end]
    if parsed.lexicon.has(word, "bare_noun") and parsed.before(mention.start, 1) not in _OPENING:
        return True
    if (
        mention.label is not Label.ORG
        or word.lower() not in load_tables(parsed.lexicon.language).body_genders
    ):
        return False
    if parsed.lexicon.has(word.lower(), "name_noun"):
        return False
    before = parsed.before(mention.start, 12).split()
    return bool(before) and parsed.lexicon.has(before[-1].lower(), "determiner", "contracted")


def _without_overlap(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions):
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept
