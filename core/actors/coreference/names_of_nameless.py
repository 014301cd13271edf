"""What somebody without a name is called: a phrase of the text, in the nominative."""

import re
from collections import Counter
from collections.abc import Sequence

from core.actors.coreference.telling_phrases import complement, telling
from core.analysis.analysis import Form, Label, Mention
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import listed

_WEAK = listed("weak_noun_ending")
"""Ends of masculine nouns that have -en in every other form."""


_ADJECTIVE = re.compile(r"e[mnrs]?$")
_GENITIVE = ("s", "es")
_STRONG = {"m": "er", "f": "e", "n": "es", "Masc": "er", "Fem": "e", "Neut": "es"}


def nominative_noun(parsed: ParsedText, token: int) -> str:
    """A noun in the nominative of its number: "Sicherheitskräfte" for "(den) Sicherheitskräften"."""
    word, lemma = parsed.words[token], parsed.lemma[token]
    if parsed.case[token] == "Nom" or not lemma[:1].isupper():
        return word
    if parsed.number[token] != "Plur":
        return lemma
    return _nominative_plural(word, lemma, parsed.gender[token]) if parsed.case[token] == "Dat" else word


def _nominative_plural(word: str, lemma: str, gender: str) -> str:
    low = lemma.lower()
    if not word.endswith("n") or word == lemma or (low.endswith("e") and word == lemma + "n"):
        return word
    if word == lemma + "en" and ((gender == "Fem" and not low.endswith("bericht")) or low.endswith(_WEAK)):
        return word
    return word[:-1]


def nominative_phrase(parsed: ParsedText, token: int, words: Sequence[str]) -> list[str]:
    """The words of a phrase around its head noun in the nominative: "spanische Medienberichte" for "spanischen
    Medienberichten". In the singular, where the article would tell the ending, the adjectives are left out."""
    head = parsed.words[token]
    if parsed.case[token] in ("", "Nom") or head not in words:
        return list(words)
    at = words.index(head)
    before = [*words[:at]]
    if parsed.number[token] != "Plur":
        before = [word for word in before if not word[:1].islower()]
    elif parsed.case[token] == "Dat":
        before = [word[:-1] if word[:1].islower() and word.endswith("en") else word for word in before]
    return [*before, nominative_noun(parsed, token), *words[at + 1 :]]


_LONGEST = 5
"""Words in a phrase by which somebody without a name is called, if there is one so short."""


def name_of_unnamed(parsed: ParsedText, mentions: Sequence[Mention]) -> str:
    """What somebody without a name is called: the longest phrase in the nominative of those that tell most (see
    `telling_phrases.py`), else one without article."""
    phrases = [mention for mention in mentions if mention.form is Form.NOMINAL]
    most = list(telling(parsed, phrases))
    alone = most == phrases[:1] and all(each.label is Label.ORG for each in most)
    if alone or any(is_nominative(parsed, each) for each in most):
        phrases = most
    words = [
        [*parsed.text[mention.start : mention.end].split(), *complement(parsed, mention)]
        for mention in phrases or mentions
    ]
    leading = [each for each, mention in zip(words, phrases, strict=False) if is_nominative(parsed, mention)]
    definite = [each for each in leading if parsed.lexicon.has(each[0].lower(), "definite")]
    if definite and phrases[0].label is Label.ORG:
        leading = definite
    leading = [each for each in leading if len(each) <= _LONGEST] or leading
    if leading:
        used = Counter(" ".join(each).lower() for each in leading)
        best = max(leading, key=lambda each: (len(each), used[" ".join(each).lower()]))
        opener = best[0].lower() if parsed.lexicon.has(best[0].lower(), "determiner") else best[0]
        return " ".join([opener, *best[1:]])
    best = words[0]
    bare = best[1:] if parsed.lexicon.has(best[0].lower(), "determiner", "contracted") else best
    if len(bare) == 1:
        return _nominative(parsed, bare[0])
    first = (phrases or mentions)[0]
    declined = bare and phrases and not parsed.by_parse
    return _declined(parsed, first, bare) if declined else " ".join(bare or best)


def _declined(parsed: ParsedText, mention: Mention, words: Sequence[str]) -> str:
    """A phrase without its article in the nominative: "libanesische Armee" for "(der) libanesischen Armee"."""
    token = parsed.head_of(mention.start, mention.end)
    if token is not None and len(words) > _LONGEST - 2 and parsed.words[token] == words[-1]:
        words = words[-2:]
    adjectives = words[:-1]
    if token is None or parsed.words[token] != words[-1] or not all(map(str.islower, adjectives)):
        return " ".join(words)
    role = parsed.lexicon.role(words[-1])
    before = [k for k in parsed.children(token) if k < token and parsed.number[k]]
    plural = parsed.number[before[0] if before else token] == "Plur"
    noun = nominative_noun(parsed, token) if plural else _nominative(parsed, words[-1].removesuffix("s"))
    told = role.gender if role is not None else load_tables(parsed.lexicon.language).gender_of_body(noun)
    gender = told or parsed.gender[before[0] if before else token]
    ending = "e" if plural else _STRONG.get(gender, "e")
    adjectival = noun.endswith(("en", "e")) and parsed.lexicon.role(noun.removesuffix("n") + "r") is not None
    if not plural and adjectival:
        noun = noun.removesuffix("n") + ("r" if ending == "er" else "")
    return " ".join([*(_ADJECTIVE.sub(ending, word) for word in adjectives), noun])


def _nominative(parsed: ParsedText, noun: str) -> str:
    """The dictionary form of a noun for a person or body, a plural that stands for several left aside: "Zeugen" as
    "Zeuge", "Landtags" as "Landtag"."""
    role = parsed.lexicon.role(noun)
    shorter = noun.removesuffix("n")
    if role is not None and role.kind == "group" and parsed.lexicon.role(shorter) is not None:
        return shorter
    body = None if parsed.by_parse else load_tables(parsed.lexicon.language).body_noun(noun)
    if body is not None and not noun.lower().endswith(body):
        return next(
            (noun.removesuffix(each) for each in _GENITIVE if noun.lower().endswith(body + each)), noun
        )
    return parsed.lexicon.role_noun(noun)


def leads_and_tells(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a mention is a noun in the nominative, and none that may be said of many bodies: "die Behörde"."""
    noun = parsed.text[mention.start : mention.end].split()[-1]
    general = parsed.lexicon.has(noun.lower(), "general_body")
    return mention.form is Form.NOMINAL and not general and is_nominative(parsed, mention)


def is_nominative(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a mention is in the nominative, by the parse or else by its article."""
    token = parsed.head_of(mention.start, mention.end)
    opener = parsed.text[mention.start : mention.end].split()[0].lower()
    if parsed.lexicon.has(opener, "oblique") and not parsed.by_parse:
        return False
    if opener in ("die", "das", "diese", "dieses"):
        # The accusative is the same.
        return True
    if token is not None and parsed.case[token]:
        return parsed.case[token] == "Nom"
    return parsed.lexicon.has(parsed.text[mention.start : mention.end].split()[0].lower(), "nominative")


def without_genitive_ending(noun: str) -> str:
    """ "Ministeriums" as "Ministerium", "Amtes" as "Amt"."""
    if noun.endswith("nisses"):
        return noun.removesuffix("ses")
    for ending in ("tes", "ses", "des", "zes"):
        if noun.endswith(ending):
            return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
