"""The rules by name, each in a sentence a reader understands, with how far it can be trusted.

How far is measured, not felt: `assets/lexicon/de/quote_confidence.tsv` holds for each rule how many of its findings
were right on an annotated corpus, and is written by `python -m tests.benchmarks.quotes`. For rules that the corpus has
no examples of, or annotates otherwise, `statement_confidence.tsv` beside it has counts from articles of our own.
"""

from dataclasses import dataclass
from functools import cache

from core.locations import ASSETS
from core.translation import N_

CONFIDENCE = ASSETS / "lexicon" / "de" / "quote_confidence.tsv"
OWN_CONFIDENCE = CONFIDENCE.with_name("statement_confidence.tsv")
UNMEASURED = 0.5
"""Confidence of a rule that is not in the table."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a quotation is recognised."""

    name: str
    says: str
    """What a reader is told when asking why; shown in the language in use."""
    family: str
    """What the rule goes by, shared with others of its kind."""

    @property
    def confidence(self) -> float:
        """From 0 to 1: the share of its findings that were right where they were checked, counted with one right and
        one wrong more, so that a rule rarely seen is not trusted blindly."""
        right, findings = measured().get(self.name, (0, 0))
        return (right + 1) / (findings + 2) if findings else UNMEASURED


@cache
def measured() -> dict[str, tuple[int, int]]:
    """By rule, how many of its findings were right, and how many there were."""
    lines = (line for table in (CONFIDENCE, OWN_CONFIDENCE) for line in table.read_text("utf-8").splitlines())
    rows = (line.split("\t") for line in lines)
    return {row[0]: (int(row[1]), int(row[2])) for row in rows if row[0] and not row[0].startswith("#")}


_MARKS = "quotation marks"
_WITHIN = "marks within speech"
_LAYOUT = "layout"
_CLAUSES = "verbs of saying"
_SOURCES = "named sources"
_BACK = "pointing back"
_NOUNS = "nouns of saying"
_MOOD = "Konjunktiv"
_TOLD = "reported speech acts"
_HEARSAY = "hearsay"
NESTED = _WITHIN
"""The family of rules for words in marks within what else is said."""
SOURCED = frozenset((_SOURCES, _BACK, _HEARSAY))
"""Families of rules that go by a source, from which what is said next may come as well."""

# The names of rules that other rules, or the choice of the speaker, ask for.
CUE_AFTER = "direct, cue after"
CUE_BEFORE = "direct, cue before"
COLON_BEFORE = "direct, colon"
WITHIN_A_SENTENCE = "direct, within a sentence"
CARRIED_OVER = "direct, speaker carried over"
ALONE = "direct, alone"
MARK_MISSING = "direct, mark missing"
TURN = "interview"
ANSWER = "interview, answer"
SAID_THAT = "said that"
CLAUSE_FOLLOWS = "said, clause follows"
PROMISED_TO = "promised to"
THEN_SAID = "clause, then said"
SAID_BETWEEN = "statement, said, statement"
ACCORDING_TO = "according to"
SO = "so X"
POINTS_BACK = "points back (demnach)"
CLAIM_THAT = "the claim that"
COLON_THEN_KONJUNKTIV = "colon, then Konjunktiv"
REPORTED_ACT = "reported speech act"
HEARSAY = "hearsay (soll)"
NAMED_COLON = "named, colon"
AS_SAID = "as X said"
"""The rule for what somebody is only said beside to have said: "Lind is ill, as he said"."""

_ALL = (
    Rule(CUE_AFTER, N_("Words in quotation marks, followed by a verb of saying or by “so”."), _MARKS),
    Rule(CUE_BEFORE, N_("Words in quotation marks, introduced by a verb of saying."), _MARKS),
    Rule(
        COLON_BEFORE,
        N_("Words in quotation marks behind a colon, with somebody acting before it."),
        _MARKS,
    ),
    Rule(
        WITHIN_A_SENTENCE,
        N_("Words in quotation marks that somebody in the sentence says, wants or calls something by."),
        _MARKS,
    ),
    Rule(
        "direct, source named",
        N_("Words in quotation marks in a sentence that names its source (laut, zufolge, nach Angaben von)."),
        _MARKS,
    ),
    Rule(
        CARRIED_OVER,
        N_(
            "A sentence in quotation marks without a speaker of its own; whoever spoke just before speaks on."
        ),
        _MARKS,
    ),
    Rule(
        "direct, passed on",
        N_(
            "Words in quotation marks that one source quotes from another; both are named, and each has them."
        ),
        _MARKS,
    ),
    Rule(ALONE, N_("A sentence in quotation marks, and nothing near it says who speaks."), _MARKS),
    Rule(
        MARK_MISSING,
        N_("An opening quotation mark that is never closed, next to a verb of saying or a colon."),
        _MARKS,
    ),
    Rule(
        "direct, by its marks",
        N_(
            "Words in quotation marks, told from names by length and end; there are no word tables for this language."
        ),
        _MARKS,
    ),
    Rule(
        "direct, within speech",
        N_(
            "Words in quotation marks inside what somebody is said to have said: they are taken over word for word."
        ),
        _WITHIN,
    ),
    Rule(
        "direct, a phrase within speech",
        N_(
            "Two words in quotation marks inside somebody's statement, and they are no name: taken over word for word."
        ),
        _WITHIN,
    ),
    Rule(TURN, N_("A turn in an interview: the name before the colon is the speaker."), _LAYOUT),
    Rule(
        ANSWER,
        N_("Words in quotation marks below a question, in an interview with one person."),
        _LAYOUT,
    ),
    Rule(
        "direct, named beside",
        N_("Words in quotation marks with a name on the same line or on a line of its own beside them."),
        _LAYOUT,
    ),
    Rule(NAMED_COLON, N_("A headline names somebody, and behind a colon what they say."), _LAYOUT),
    Rule(SAID_THAT, N_("A verb of saying or thinking with a clause in “dass”, “ob” or “that”."), _CLAUSES),
    Rule(
        CLAUSE_FOLLOWS,
        N_("A verb of saying, a comma, and a main clause that tells what was said."),
        _CLAUSES,
    ),
    Rule(
        PROMISED_TO,
        N_("A verb of promising, threatening or asking, with “zu” and an infinitive."),
        _CLAUSES,
    ),
    Rule(THEN_SAID, N_("A statement, a comma, and a verb of saying with its speaker."), _CLAUSES),
    Rule(SAID_BETWEEN, N_("A statement with “sagte X” put in between."), _CLAUSES),
    Rule(AS_SAID, N_("A statement with “wie X sagte” before or behind it."), _CLAUSES),
    Rule("source before (laut)", N_("The source is named with “laut” or “gemäß”."), _SOURCES),
    Rule("source behind (zufolge)", N_("The source is named with “zufolge”."), _SOURCES),
    Rule(
        ACCORDING_TO,
        N_("The source is named with “nach Angaben von”, “aus Sicht von” or the like."),
        _SOURCES,
    ),
    Rule(SO, N_("A statement, a comma, and “so” with its source."), _SOURCES),
    Rule(
        POINTS_BACK,
        N_("“Demnach”, “danach” or “wonach” takes over the source named before."),
        _BACK,
    ),
    Rule("that is what X said", N_("The sentence behind it says who said so: “Das teilte X mit”."), _BACK),
    Rule(CLAIM_THAT, N_("A noun of saying with its clause: “die Behauptung, dass …”."), _NOUNS),
    Rule("noun, colon", N_("A noun of saying, whose it is, and a colon: “seine These: …”."), _NOUNS),
    Rule(
        "Konjunktiv, named behind",
        N_(
            "The verb is in the Konjunktiv, the form for what others say; the next sentence names the speaker."
        ),
        _MOOD,
    ),
    Rule(
        "Konjunktiv goes on",
        N_("The verb is in the Konjunktiv, the form for what others say: the last speaker goes on."),
        _MOOD,
    ),
    Rule(
        "would goes on",
        N_("The sentence has “would”, as what was said right before it: the last speaker goes on."),
        _MOOD,
    ),
    Rule(
        COLON_THEN_KONJUNKTIV,
        N_("After the colon the verb is in the Konjunktiv, the form for what others say."),
        _MOOD,
    ),
    Rule(
        REPORTED_ACT,
        N_("A verb tells what somebody did with words (demanded, warned), but not the words."),
        _TOLD,
    ),
    Rule(
        HEARSAY,
        N_("“Soll” with “haben” or “sein” passes on what is being said, mostly without a source."),
        _HEARSAY,
    ),
    Rule(
        "claims to have (will)",
        N_("“Will” with “haben” tells what somebody says of himself, and leaves open whether it is so."),
        _HEARSAY,
    ),
)

RULES = {rule.name: rule for rule in _ALL}
