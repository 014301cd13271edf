"""Whether a verb of saying is put into what is said, or stands behind it: "Prices, he said, fell"."""

from collections.abc import Sequence

from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import names_somebody
from core.parsed_text.relations import SUBJECTS
from core.parsed_text.trees import dependent, dependents, own_subject, subtree
from core.quotes.cues.cue import Cue
from core.quotes.speakers.subjects_by_parse import phrase_with

_PERSONAL = frozenset(("he", "she", "they"))


def is_inserted(parsed: ParsedText, sentence: Sentence, verb: int, cue: Cue) -> bool:
    """Whether a verb with its subject is an aside in the clause around it or the end of the sentence."""
    loose = parsed.dep[verb] in ("parataxis", "discourse") and parsed.head[verb] != verb
    return loose or _closes(parsed, sentence, verb) or _is_parenthesis(parsed, sentence, verb, cue)


def _closes(parsed: ParsedText, sentence: Sentence, verb: int) -> bool:
    """Whether a verb of saying with its subject and nothing else ends the sentence behind a comma, whatever the parser
    makes of it: "…, an inquiry has found"."""
    if parsed.dep[verb] not in ("advcl", "conj", "ccomp", "appos", "dep") or parsed.head[verb] > verb:
        return False
    if dependent(parsed, verb, "ccomp", "xcomp", "mark", "cc") is not None:
        return False
    subject = dependent(parsed, verb, *SUBJECTS)
    return subject is not None and max(verb, subject) >= sentence.end - 2


def _is_parenthesis(parsed: ParsedText, sentence: Sentence, verb: int, cue: Cue) -> bool:
    """Whether a verb of saying with its subject stands between commas, taken for a clause of the noun before or an
    adverbial one: "The sluice, she said, had jammed", "The cost, he told the board on Friday, would rise"."""
    adverbial = parsed.dep[verb] == "advcl" and dependent(parsed, verb, "mark") is None
    if not (parsed.dep[verb].startswith("acl") or adverbial):
        return False
    subject = own_subject(parsed, verb)
    if subject is None or parsed.lexicon.has(parsed.low[subject], "relative"):
        return False
    beside: tuple[str, ...] = ("nsubj", "compound:prt", "xcomp")
    who = phrase_with(sentence, subject)
    plural = parsed.number[subject] == "Plur"
    if who is not None and (who.pronoun or plural or names_somebody(parsed, who)):
        beside = (*beside, "obl", "obl:unmarked", "advmod", *(("iobj", "obj") if cue.may("l") else ()))
    last = _last_of(parsed, verb, beside)
    return parsed.words[last + 1 : last + 2] == [","]


def _last_of(parsed: ParsedText, verb: int, beside: Sequence[str]) -> int:
    """The last token of a verb and of what hangs on it by some relations, commas at its end left aside."""
    tokens = [i for child in dependents(parsed, verb, *beside) for i in subtree(parsed, child)]
    return max([verb, *(i for i in tokens if parsed.pos[i] != "PUNCT")])


def is_set_off(parsed: ParsedText, sentence: Sentence, verb: int) -> bool:
    """Whether a comma or a dash sets the clause of a verb off from what comes before it."""
    tokens = [i for i in subtree(parsed, verb) if parsed.pos[i] != "PUNCT"]
    first = tokens[0] if tokens else verb
    return first > sentence.unit.first and parsed.words[first - 1] in (",", "–", "—", ":")


def behind_colon(
    parsed: ParsedText, sentence: Sentence, speaker: Phrase | None, tokens: Sequence[int]
) -> Sequence[int]:
    """Of a statement what is behind its colon, where the clause before it tells how a person speaks whom the pronoun
    beside the verb stands for: "The keeper was blunter: the mill would shut, he warned"."""
    colon = next((i for i in tokens if parsed.words[i] == ":"), None)
    if colon is None or speaker is None or parsed.low[speaker.start] not in _PERSONAL:
        return tokens
    subject = next((i for i in tokens if i < colon and parsed.dep[i] in SUBJECTS), None)
    who = phrase_with(sentence, subject) if subject is not None else None
    if subject is None or who is None or who.pronoun:
        return tokens
    if not (names_somebody(parsed, who) or parsed.lexicon.role(parsed.lemma[subject])):
        return tokens
    behind = [i for i in tokens if i > colon]
    return behind if any(parsed.dep[i] in SUBJECTS for i in behind) else tokens
