"""The core of a noun phrase by form alone: an article or not, adjectives, one or more words with capitals."""

import re

from core.parsed_text.parsed_text import View

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_NAME_PARTICLES = frozenset(
    ("von", "van", "de", "del", "der", "den", "di", "da", "la", "le", "bin", "al", "el", "zu", "ten", "dos")
)
_NOUN_IN_LOWER_CASE = re.compile(r"^\w+-[A-ZÄÖÜ]|^[\w.-]+\.(?:de|com|org|net|at|ch|eu|info|tv)$")
""" "eu-Beamte", "beispiel.de"."""
_PRONOMINAL_ADVERB = re.compile(
    r"(?:da|wo|hier)r?(?:an|auf|aus|bei|durch|ein|für|gegen|gegenüber|hinter|in|mit|nach|neben|ober|über|um|unter|von|vor|"
    r"zu|zufolge|zwischen)$"
)
""" "Darin", "Hiermit": a capital does not make them nouns."""
_SECOND_DETERMINERS = frozenset(
    "beiden vielen viele anderen andere wenigen wenige zahlreichen zahlreiche mehrere alle many other few".split()
)
_CLOSED = frozenset(("ADV", "SCONJ", "CCONJ", "PART"))
"""Parts of speech that no noun has."""
LONGEST = 40
"""Tokens of a phrase, with what hangs on it."""
_LONGEST_NOUN = 14
"""Letters."""
_WIDEST = 14
"""Tokens between an article and its noun."""
_LONGEST_ENGLISH = 7
_PARTITIVE = frozenset("einige einer eine eines viele mehrere beide jeder keiner manche".split())


def core_end(view: View, i: int, end: int) -> int | None:
    """End of article, adjectives and nouns beginning at `i`, or None if none does."""
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
        if not is_adjective(view, at, seen_article):
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


def is_adjective(view: View, i: int, seen_article: bool) -> bool:
    """Whether token `i` can stand before a noun: a number, or an adjective by its ending and what it is not."""
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
        if view.is_function_word(low) or (view.lexicon.language == "de" and _PRONOMINAL_ADVERB.match(low)):
            return False
        if _is_opening_adjective(view, i) or (view.doc[i].pos_ in _CLOSED and not view.entity[i]):
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
            if stop > end or (at > i and _begins_small(view, at, stop)):
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
        if at - i > LONGEST or (at - i == 1 and _is_site_before_another(view, i, end)):
            break
    return at


def _begins_small(view: View, opening: int, stop: int) -> bool:
    """Whether several words in marks begin with a small letter and are no known name: they are no part of a phrase."""
    words = [k for k in range(opening, stop) if view.words[k][:1].isalpha()]
    small = (
        len(words) > 1
        and view.words[words[0]][:1].islower()
        and not names_things(view, view.low[opening - 1])
    )
    return small and not any(view.entity[k] for k in words)


def _is_site_before_another(view: View, i: int, end: int) -> bool:
    """Whether token `i` is a site on the web, and who follows is somebody else: "zitiert beispiel.de Minister Lind"."""
    if view.words[i][:1].isupper() or "." not in view.words[i] or i + 1 >= end:
        return False
    return view.lexicon.role(view.words[i + 1]) is not None or view.doc[i + 1].ent_type_ == "PER"


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


def names_things(view: View, low: str) -> bool:
    """Whether a noun, also as the end of a compound, stands before names: "Film", "Fernsehsendung", "des Schiffs"."""
    nouns = view.lexicon.words.get("named_thing", frozenset())
    stems = {low, *(low.removesuffix(ending) for ending in ("s", "es"))}
    return any(
        stem[k:] in nouns for stem in stems for k in range(max(0, len(stem) - _LONGEST_NOUN), len(stem))
    )
