"""Which phrases say best who somebody without a name is: "der Lokführer" rather than "ein junger Mann"."""

import re
from collections.abc import Sequence

from core.analysis.analysis import Label, Mention
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependents, subtree
from core.text.tables import listed

_AGED = re.compile(r"\d{1,3}[-‐‑]?[Jj]ährige[rnms]?$")
_OF = listed("telling_preposition")
"""What comes between somebody and the place or body that tells who it is."""
_LONGEST = 4
"""Words of a complement that is part of what somebody is called."""
_CUT = ("acl", "acl:relcl", "appos", "conj", "parataxis", "punct", "advcl")


def telling(parsed: ParsedText, phrases: Sequence[Mention]) -> Sequence[Mention]:
    """Those of some phrases in text order whose noun tells most: of bodies the compound that a shorter noun takes up
    again, else the noun that came first; but a man or a woman of whom nothing is told goes by the next noun."""
    if parsed.by_parse or not parsed.has_parse or len(phrases) < 2:
        return phrases
    nouns = [_noun(parsed, each) for each in phrases]
    if phrases[0].label is Label.ORG:
        nouns = [noun.lower() for noun in nouns]
        whole = [one for one in nouns if any(one != other and one.endswith(other) for other in nouns)]
        first = max(whole, key=len) if whole else nouns[0]
    else:
        telling = (noun for noun, each in zip(nouns, phrases, strict=True) if _tells(parsed, noun, each))
        first = nouns[0] if _AGED.match(nouns[0]) else next(telling, nouns[0])
    return [each for each, noun in zip(phrases, nouns, strict=True) if noun == first]


def _tells(parsed: ParsedText, noun: str, phrase: Mention) -> bool:
    """Whether a noun is for more than a man, a woman or an age, or something is told beside it."""
    general = noun in load_tables(parsed.lexicon.language).humans or _AGED.match(noun) is not None
    return not general or _is_told(parsed, phrase)


def _is_told(parsed: ParsedText, phrase: Mention) -> bool:
    """Whether a phrase is more than an article and a noun."""
    return parsed.text.count(" ", *phrase.span) > 1 or bool(complement(parsed, phrase))


def _noun(parsed: ParsedText, phrase: Mention) -> str:
    head = parsed.head_of(phrase.start, phrase.end)
    if head is None or not parsed.lemma[head][:1].isupper():
        return parsed.text[phrase.start : phrase.end].split()[-1]
    return parsed.lemma[head]


def complement(parsed: ParsedText, phrase: Mention) -> list[str]:
    """The words behind a phrase that tell which one it is: "aus Offenburg", "des Landvolks"; none if they are many or
    another phrase is between."""
    head = parsed.head_of(phrase.start, phrase.end)
    if parsed.by_parse or not parsed.has_parse or head is None or parsed.ends[head] != phrase.end:
        return []
    at = head + 1
    for hung in dependents(parsed, head, "nmod"):
        part = subtree(parsed, hung, without=_CUT)
        if part[0] != at or part[-1] - part[0] != len(part) - 1 or not _is_complement(parsed, hung, at):
            break
        at = part[-1] + 1
    whole = at - head - 1 <= _LONGEST and parsed.block_at(parsed.ends[at - 1] - 1) == parsed.block_at(
        phrase.start
    )
    return parsed.text[parsed.ends[head] : parsed.ends[at - 1]].split() if whole else []


def _is_complement(parsed: ParsedText, noun: int, first: int) -> bool:
    """Whether a phrase begins with a preposition that tells where somebody is from, or with an article that may be a
    genitive: no "der" before "Staat"."""
    low = parsed.low[first]
    if parsed.dep[first] == "case":
        return low in _OF
    if parsed.dep[first] != "det" or low in ("den", "dem", "das", "die"):
        return False
    return (
        low != "der" or parsed.gender[noun] == "Fem" or "Plur" in (parsed.number[noun], parsed.number[first])
    )
