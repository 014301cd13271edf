"""The rules by name, each in a sentence a reader understands, with how far it can be trusted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a quotation is recognised."""

    name: str
    says: str
    """What a reader is told when asking why."""
    confidence: float
    """Share of its findings that share half or more of their tokens with an annotated quotation, on the training part
    of the Wikinews corpus (Petersen-Frey and Biemann 2024)."""


_ALL = (
    Rule("direct, cue after", "Words in quotation marks, followed by a verb of saying or “so”.", 0.95),
    Rule("direct, cue before", "Words in quotation marks, introduced by a verb of saying.", 0.97),
    Rule("direct, colon", "Words in quotation marks after a name and a colon.", 0.86),
    Rule(
        "direct, within a sentence", "A clause in quotation marks in a sentence with a verb of saying.", 0.84
    ),
    Rule(
        "direct, source named",
        "Words in quotation marks in a sentence that names its source (laut, zufolge, nach Angaben).",
        0.9,
    ),
    Rule(
        "direct, speaker carried over",
        "A whole sentence in quotation marks; the one who spoke before speaks on.",
        0.9,
    ),
    Rule(
        "direct, within speech",
        "Words in quotation marks inside what somebody is said to have said; they are that speaker's own.",
        0.85,
    ),
    Rule(
        "direct, a phrase within speech",
        "Two words in quotation marks inside a statement by somebody; they are that speaker's own, and no name.",
        0.73,
    ),
    Rule("direct, alone", "A whole sentence in quotation marks, and nothing near it says who speaks.", 0.7),
    Rule(
        "direct, mark missing",
        "An opening quotation mark that is never closed, next to a verb of saying.",
        0.6,
    ),
    Rule(
        "direct, by its marks",
        "Words in quotation marks, by their length and their end; the language has no tables of verbs yet.",
        0.6,
    ),
    Rule("said that", "A verb of saying with a clause in dass, ob or that.", 0.9),
    Rule(
        "said, clause follows", "A verb of saying, a comma, and a clause with its verb in second place.", 0.92
    ),
    Rule("promised to", "A verb of promising, threatening or asking with an infinitive clause.", 0.89),
    Rule("clause, then said", "A statement, a comma, and a verb of saying with its speaker.", 0.8),
    Rule("statement, said, statement", "A statement with “sagte X” put in between.", 0.82),
    Rule("as X said", "A statement with “wie X sagte” before or after it.", 0.87),
    Rule("source before (laut)", "The source is named with “laut” or “gemäß”.", 0.95),
    Rule("source behind (zufolge)", "The source is named with “zufolge”.", 0.97),
    Rule("according to", "The source is named with “nach Angaben von” or the like.", 0.94),
    Rule("so X", "A statement, a comma, and “so” with its source.", 0.9),
    Rule("points back (demnach)", "“Demnach” or “danach” takes the source over from before.", 0.88),
    Rule("that is what X said", "The next sentence says who said so: “Das teilte X mit”.", 0.86),
    Rule("the claim that", "A noun of saying with its clause: “die Behauptung, dass”.", 0.84),
    Rule("Konjunktiv goes on", "The Konjunktiv shows that what was said before goes on.", 0.87),
    Rule("speech act told", "A verb of saying tells what somebody did with words, but not the words.", 0.6),
    Rule(
        "hearsay (soll)", "“Soll” with a perfect infinitive passes on what is said, without a source.", 0.58
    ),
)

RULES = {rule.name: rule for rule in _ALL}
