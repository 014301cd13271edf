"""Noun phrases found by form alone: capitals, articles, endings.

German writes nouns with a capital, so a phrase can be told without a tagger: an article or not, adjectives, one or more
capitalised words, then what hangs on them (a genitive, "von …", a bracket, an apposition between commas).
"""

import re
from dataclasses import dataclass

from core.language.quotes.view import View


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a range of token indices, the end exclusive."""

    start: int
    end: int
    head: int
    """The last word of its core, before what hangs on it."""
    preposition: int | None
    """The token of the preposition that governs it."""
    subject: bool
    """Whether by its form it can be a subject: no oblique article, no preposition, no date."""
    pronoun: bool


_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_NAME_PARTICLES = frozenset(
    ("von", "van", "de", "del", "der", "den", "di", "da", "la", "le", "bin", "al", "el", "zu", "ten", "dos")
)
_NOUN_IN_LOWER_CASE = re.compile(r"^\w+-[A-ZÄÖÜ]|^[\w.-]+\.(?:de|com|org|net|at|ch|eu|info|tv)$")
""" "eu-Beamte", "beispiel.de"."""
_TIMES = frozenset(
    "Uhr Sekunden Minuten Stunden Stunde Tage Tagen Wochen Monate Monaten Jahr Jahre Jahren".split()
)
_SECOND_DETERMINERS = frozenset(
    "beiden vielen viele anderen andere wenigen wenige zahlreichen zahlreiche mehrere alle many other few".split()
)
_LONGEST = 40
_WIDEST = 14
"""Tokens between an article and its noun."""
_LONGEST_ENGLISH = 7
_PARTITIVE = frozenset("einige einer eine eines viele mehrere beide jeder keiner manche".split())
_HANGING = frozenset(("von", "vom", "aus", "für", "of", "for", "from"))


def phrases(view: View, first: int, end: int) -> list[Phrase]:
    """The noun phrases and personal pronouns among the tokens first..end, left to right, without overlap."""
    found: list[Phrase] = []
    i = first
    preposition: int | None = None
    while i < end:
        low = view.low[i]
        if view.space[i]:
            i += 1
            continue
        stop = _core(view, i, end)
        if stop is not None:
            whole = _extend(view, i, stop, end)
            oblique = view.lexicon.has(low, "oblique")
            dated = view.lexicon.has(view.words[stop - 1], "weekday") or _measures(view, i, stop - 1)
            can_lead = preposition is None and not oblique and not dated
            found.append(Phrase(i, whole, stop - 1, preposition, can_lead, False))
            preposition, i = None, whole
            continue
        if view.lexicon.has(low, "subject_pronoun") and not _article_like(view, i, end):
            found.append(Phrase(i, i + 1, i, preposition, preposition is None, True))
        preposition = i if view.lexicon.has(low, "preposition") else None
        i += 1
    return found


def _measures(view: View, first: int, head: int) -> bool:
    """Whether a phrase with a number in front tells a time, and not how many do something: "14 Menschen"."""
    if not view.words[first][0].isdigit():
        return False
    noun = view.words[head]
    return noun[0].isdigit() or noun in _TIMES or view.lexicon.has(noun, "month", "ordinal_follower")


def phrase_at(view: View, first: int, end: int) -> int | None:
    """End of the phrase that begins with token `first`, or None if none does."""
    stop = _core(view, first, end)
    return None if stop is None else _extend(view, first, stop, end)


def names_somebody(view: View, phrase: Phrase) -> bool:
    """Whether a phrase names who can speak: an entity, a role, a body, "er" or "sie", or capitals as in a name.

    An adjective with a capital behind the article is part of a name too: "das Weiße Haus", "das Auswärtige Amt".
    """
    if phrase.pronoun:
        return view.lexicon.has(view.low[phrase.start], "person_pronoun")
    if any(
        view.entity[i] or view.lexicon.role(view.words[i]) is not None or view.lexicon.is_body(view.words[i])
        for i in range(phrase.start, phrase.head + 1)
    ):
        return True
    capitals = [view.words[i][:1].isupper() for i in range(phrase.start, phrase.head + 1)]
    if view.begins_sentence(phrase.start) and view.doc[phrase.start].pos_ in ("ADJ", "DET"):
        capitals[0] = False
    if view.lexicon.has(view.low[phrase.start], "determiner"):
        return len(capitals) > 2 and all(capitals[1:])
    return all(capitals)


def _article_like(view: View, i: int, end: int) -> bool:
    """Whether a word that could be a pronoun ("viele", "diese") stands before its noun."""
    return i + 1 < end and view.lexicon.has(view.low[i], "determiner") and view.words[i + 1][:1].isupper()


def _core(view: View, i: int, end: int) -> int | None:
    """End of article, adjectives and nouns beginning at `i`."""
    if i >= end:
        return None
    if view.lexicon.language == "en":
        return _english_core(view, i, end)
    at = i
    seen_article = view.lexicon.has(view.low[at], "determiner")
    if seen_article:
        at += 1
        if view.low[i] in _PARTITIVE and at < end and view.low[at] in ("der", "dieser", "seiner", "ihrer"):
            at += 1
    steps = 0
    while at < end and steps < 8 and not _is_noun(view, at):
        if view.stretch_at(at) is not None and view.opens_stretch(at) and not view.is_speech(at):
            break
        if not _is_adjective(view, at, seen_article):
            far = _noun_of_article(view, i, end) if seen_article else None
            if far is None:
                return None
            at = far
            break
        at, steps = at + 1, steps + 1
    nouns = _nouns(view, at, end)
    return nouns if nouns > at else None


def _noun_of_article(view: View, article: int, end: int) -> int | None:
    """The noun that the parse gives to an article, past a participle with its own words: "die in Kiel geborene X"."""
    if not view.parsed or view.doc[article].dep_ != "det":
        return None
    noun = view.doc[article].head.i
    near = article + 2 < noun < min(end, article + _WIDEST)
    if not near or view.doc[noun - 1].pos_ not in ("ADJ", "VERB") or not _is_noun(view, noun):
        return None
    return None if any(view.words[k] in (",", ":", ";") for k in range(article, noun)) else noun


def _english_core(view: View, i: int, end: int) -> int | None:
    """The same for English, where nouns have no capitals: an article and what follows, or a run with a capital."""
    at, named = i, view.lexicon.has(view.low[i], "determiner")
    article = named
    at += article
    while at < end and at - i < _LONGEST_ENGLISH:
        word, low = view.words[at], view.low[at]
        if view.stretch_at(at) is not None or not (word[0].isalnum() or word in ("'s", "’s", "-")):
            break
        verb = view.lexicon.verb_forms(low) and not word[:1].isupper()
        if verb or low in view.lexicon.cues or (view.is_function_word(low) and not word[:1].isupper()):
            break
        if word[:1].isupper() and view.begins_sentence(at) and view.is_function_word(low):
            break
        named = named or word[:1].isupper() or view.lexicon.role(word) is not None
        at += 1
    return at if named and at > i + article else None


def _is_adjective(view: View, i: int, seen_article: bool) -> bool:
    word, low = view.words[i], view.low[i]
    if word[0].isdigit():
        return True
    if not word[0].islower() or not word[0].isalpha() or view.mood[i]:
        return False
    if view.lexicon.has(
        low, "preposition", "conjunction", "subordinator", "adverb", "reflexive", "person_pronoun"
    ):
        return seen_article and low in ("anderen", "andere")
    if low in view.lexicon.cues or (not seen_article and view.lexicon.verb_forms(low)):
        return seen_article and low.endswith(("enden", "ende", "ten", "te"))
    if view.lexicon.has(low, "determiner"):
        return low in _SECOND_DETERMINERS
    return view.lexicon.language != "de" or low.endswith(_ADJECTIVE_ENDINGS)


def _is_noun(view: View, i: int) -> bool:
    word = view.words[i]
    if not word[:1].isupper():
        return view.entity[i] or bool(_NOUN_IN_LOWER_CASE.search(word))
    if view.begins_sentence(i) or view.follows_colon(i):
        low = view.low[i]
        if low == word.lower() and view.is_function_word(low):
            return False
        if _is_opening_adjective(view, i):
            return False
        if view.lexicon.verb_forms(low) or low in view.lexicon.cues:
            return view.entity[i] or view.lexicon.role(word) is not None
    return True


def _is_opening_adjective(view: View, i: int) -> bool:
    """Whether a capital that opens a sentence is an adverb by its ending, before a verb or a comma: "Höhnisch, …"."""
    if view.entity[i] or not view.low[i].endswith(("end", "isch", "lich", "ig", "weise", "ßend")):
        return False
    following = i + 1 < len(view.words) and (view.words[i + 1] in (",", "zu") or view.is_finite(i + 1))
    return view.lexicon.language == "de" and following


def _nouns(view: View, i: int, end: int) -> int:
    """End of a run of capitalised words, names in marks and name particles."""
    at = i
    while at < end:
        stretch = view.stretch_at(at)
        if stretch is not None and view.opens_stretch(at) and not view.is_speech(at):
            stop = view.stretch_end(at)
            if stop > end:
                break
            at = stop
            if at < end and view.doc[at].ent_type_ == "PER":
                break
            continue
        if stretch is not None and view.opens_stretch(at):
            break
        begins_another = at > i and view.lexicon.has(view.low[at], "determiner") and view.words[at].istitle()
        if not (_is_noun(view, at) and not begins_another) and not (at > i and _joins_names(view, at, end)):
            break
        at += 1
        if at - i > _LONGEST or (at - i == 1 and _is_site_before_another(view, i, end)):
            break
    return at


def _is_site_before_another(view: View, i: int, end: int) -> bool:
    """Whether token `i` is a site on the web, and who follows is somebody else: "zitiert beispiel.de Minister Lind"."""
    if view.words[i][:1].isupper() or "." not in view.words[i] or i + 1 >= end:
        return False
    return view.lexicon.role(view.words[i + 1]) is not None or view.doc[i + 1].ent_type_ == "PER"


def _is_age(view: View, i: int, end: int) -> bool:
    """Whether a number between commas is an age before a verb: "Morna Shaw, 62, said"."""
    closed = (
        i + 2 < end
        and view.words[i + 1] == ","
        and (view.is_finite(i + 2) or view.low[i + 2] in view.lexicon.cues)
    )
    return closed and len(view.words[i]) <= 3 and view.words[i - 2][:1].isupper()


def _owns(view: View, first: int, at: int, end: int) -> bool:
    """Whether a name in the genitive is followed by what it owns: "Bergs langjähriger Mitarbeiter"."""
    if view.lexicon.language != "de" or at >= end or at - first > 2 or not view.words[at - 1].endswith("s"):
        return False
    bare = view.words[first][:1].isupper() and not view.lexicon.has(view.low[first], "determiner")
    return (
        bare
        and view.words[at].islower()
        and _is_adjective(view, at, False)
        and _core(view, at, end) is not None
    )


def _is_name(view: View, head: int, first: int) -> bool:
    """Whether a phrase ends in a person's name, which takes no genitive: what follows is a dative then."""
    if view.doc[head].ent_type_ == "PER":
        return True
    run = head
    while run > first and view.words[run - 1][:1].isupper() and view.words[run - 1].isalpha():
        run -= 1
    return head > run and any(
        view.lexicon.gender_of_name(view.words[i]) is not None or view.lexicon.role(view.words[i]) is not None
        for i in range(run, head)
    )


def _joins_names(view: View, i: int, end: int) -> bool:
    """Whether a token that is no noun belongs to the name around it."""
    word = view.words[i]
    if word in ("-", "/", "&", "'", "’"):
        return i + 1 < end and view.words[i + 1][:1].isupper()
    if word in ("'s", "’s"):
        return view.lexicon.language == "en"
    if not view.entity[i]:
        return False
    if view.low[i] in _NAME_PARTICLES:
        return i + 1 < end
    return word[0].isdigit() or (word == "." and not view.words[i - 1].islower())


def _extend(view: View, first: int, stop: int, end: int) -> int:
    """End of a phrase together with what hangs on it."""
    at = stop
    if view.lexicon.has(view.words[stop - 1], "weekday"):
        return at
    for _ in range(8):
        if at >= end or at - first > _LONGEST:
            break
        low, word = view.low[at], view.words[at]
        if word == "(":
            closing = next((k for k in range(at + 1, min(at + 9, end)) if view.words[k] == ")"), None)
            if closing is None:
                break
            at = closing + 1
            continue
        if view.lexicon.has(low, "genitive") and _is_name(view, stop - 1, first):
            break
        if at == stop and _owns(view, first, at, end):
            at = _core(view, at, end) or at
            continue
        if low == "für" and view.doc[stop - 1].ent_type_ == "PER":
            break
        if view.lexicon.has(low, "genitive") or (low in _HANGING and view.lexicon.language == "de"):
            inner = _core(view, at if view.lexicon.has(low, "determiner") else at + 1, end)
            if inner is None:
                break
            at = inner
            continue
        if view.lexicon.language == "en" and low in _HANGING:
            inner = _core(view, at + 1, end)
            if inner is None:
                break
            at = inner
            continue
        if (
            low in ("und", "sowie", "and")
            and at + 1 < end
            and not view.lexicon.has(view.low[at + 1], "preposition")
        ):
            inner = _core(view, at + 1, end)
            if inner is None or view.verb_near(inner, end) is False:
                break
            at = inner
            continue
        if word == "," and at + 1 < end and view.words[at + 1].isdigit() and _is_age(view, at + 1, end):
            at = min(at + 3, end)
            break
        if word == ",":
            inner = _apposition(view, first, at, end)
            if inner is None:
                break
            at = inner
        break
    return at


def _apposition(view: View, first: int, comma: int, end: int) -> int | None:
    """End of an apposition behind a comma, closed by a comma, a verb or the end: ", Senator aus X,"."""
    if view.lexicon.has(view.low[comma + 1] if comma + 1 < end else "", "preposition", "subordinator"):
        return None
    inner = _core(view, comma + 1, end) if comma + 1 < end else None
    if inner is None:
        return None
    at = inner
    for _ in range(3):
        if at < end and (
            view.lexicon.has(view.low[at], "genitive")
            or view.low[at] in _HANGING | {"im", "in", "bei", "beim", "at"}
        ):
            start = at if view.lexicon.has(view.low[at], "determiner") else at + 1
            further = _core(view, start, end)
            if further is None:
                break
            at = further
        elif at < end and view.words[at] == "(":
            closing = next((k for k in range(at + 1, min(at + 9, end)) if view.words[k] == ")"), None)
            if closing is None:
                break
            at = closing + 1
        else:
            break
    named = _is_somebody(view, comma + 1, at) and _is_somebody(view, first, comma)
    if not (named or _parsed_apposition(view, first, comma, inner)):
        return None
    if at < end and view.is_finite(at) and view.lexicon.has(view.low[comma + 1], "determiner"):
        return None
    if at >= end or view.words[at] in (".", ":", "!", "?") or view.closes_clause(at):
        return at
    if view.words[at] != ",":
        return None
    if at + 1 >= end:
        return at
    last_particle = view.lexicon.has(view.low[at + 1], "separable") and (
        at + 2 >= end or view.words[at + 2] in (",", ":", ".")
    )
    return at + 1 if last_particle or view.is_finite(at + 1) else at


def _parsed_apposition(view: View, first: int, comma: int, end: int) -> bool:
    """Whether the parse makes a noun behind the comma the apposition of the name before it."""
    if not view.parsed:
        return False
    return any(
        view.doc[k].dep_ == "appos"
        and first <= view.doc[k].head.i < comma
        and view.entity[view.doc[k].head.i]
        for k in range(comma + 1, end)
    )


def _is_somebody(view: View, first: int, end: int) -> bool:
    """Whether a phrase names a person or body: an entity, a role, or two capitals in a row as names are written."""
    if any(view.entity[k] or view.lexicon.role(view.words[k]) is not None for k in range(first, end)):
        return True
    bare = end - first >= 2 and all(view.words[k][:1].isupper() for k in range(first, first + 2))
    return bare and not view.lexicon.has(view.low[first], "determiner", "preposition")
