"""Each rule that says whether words in marks are speech, with a sentence in which it decides and one in which not."""

import pytest

from core.language.document import make_doc
from core.language.pipeline import GERMAN
from core.lexicon.lexicon import load_lexicon
from core.parsed_text.from_doc import parsed_text
from core.quotes.direct.is_speech import RULES, Words
from tests.core.language.bracketed import paragraph_blocks
from tests.core.quotes.said import pipeline

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")

EXAMPLES = {
    "what people say for it": (
        "Sie aßen „Kalte Schnauze mit Rosinen“, wie es im Volksmund heißt.",
        "Sie aßen „Kalte Schnauze mit Rosinen“, wie Lind sagte.",
    ),
    "told what kind of words": (
        "„Morgen wird alles gut“ ist ein Sprichwort.",
        "„Morgen wird alles gut“ ist sein Sprichwort.",
    ),
    "the name of who speaks": (
        "Lind, Wirtin der Kneipe „Zum Anker“, sagte, sie bleibe.",
        "„Zum Anker“, sagte Lind.",
    ),
    "a verb of saying follows": ("„Wir bleiben“, sagte Lind.", "„Wir bleiben“ hieß das Stück."),
    "a translation in brackets": (
        "Das Lied Kveld (auf Deutsch: „Abend am Fjord“) erklang.",
        "Das Lied (Lind sagte: „Schön ist der Abend“) erklang.",
    ),
    "behind a colon": ("Lind antwortete knapp: „Nein.“", "Lind antwortete „Nein“ und ging."),
    "before a colon": (
        "„Skandal“, „Frechheit“: Anwohner sind wütend.",
        "„Skandal“ und „Frechheit“ sind Wörter.",
    ),
    "a sentence of its own": ("„Sie ist ein Wunder.“", "Sie ist „ein Wunder“."),
    "a name alone follows": (
        "„Das Meer ruft.“ – Ada Lind, Wirtin",
        "„Das Meer ruft.“ – ein Schild am Deich",
    ),
    "the verb of the sentence follows": (
        "„Unsinn“, findet Wirtin Käthe Ohm.",
        "„Unsinn“ ist das, findet Wirtin Käthe Ohm.",
    ),
    "a verdict": (
        "Ein „Fest der Fehler“ urteilte Trainerin Ina Fetz.",
        "Ein „Fest der Fehler“ war es für Trainerin Ina Fetz.",
    ),
    "an utterance as a noun": (
        "Auf die Frage antwortete sie mit einem knappen „Ja“.",
        "Auf die Frage nach dem „Ja“ schwieg sie.",
    ),
    "of themselves, in brackets": (
        "Kapitän Jan Ode („Wir waren besser“) lobte sein Team.",
        "Die Sängerin Mia Falk („Blaue Stunde“) singt in Kiel.",
    ),
    "object of the verb behind": (
        "Zeugen hörten, wie einer der Männer „Das ist für alle“ rief.",
        "Zeugen hörten, wie einer der Männer „Komm“ rief.",
    ),
    "object of the participle behind": (
        "Der Fahrer habe „Hilfe, Hilfe“ gerufen, so ein Anwohner.",
        "Er wurde „der Lange“ gerufen.",
    ),
    "of the speaker": (
        "Geübt hatte Jan Amsel das im Urlaub, „gegen meinen Schwager“.",
        "Geübt hatte Jan Amsel das im Urlaub, „gegen den Wind“.",
    ),
    "how somebody shows to feel": (
        "Das Ministerium äußerte sich „besorgt“.",
        "Das Amt zeigt „besorgte“ Bürger.",
    ),
    "what somebody holds of it": (
        "Für Trainerin Käthe Ohm war das Spiel „ein Witz“.",
        "Für die Reederei ist „Seestern“ das schönste Schiff.",
    ),
    "what there is talk of": (
        "In dem Schreiben, das dem Rat vorliegt, ist von „erheblichen Mängeln“ die Rede.",
        "Der Rat geht von „erheblichen Mängeln“ aus.",
    ),
    "referred to as words": (
        "„Kiel bleibt Kiel“, dieser Satz war überall zu lesen.",
        "„Kiel bleibt Kiel“, dieses Stück war überall zu sehen.",
    ),
    "written somewhere": (
        "„Das war schon immer so“ stand auf einem Transparent.",
        "Auf dem Schild am Hafen stand „Seestern“.",
    ),
    "called from a place": ("„Nie wieder“, gellt es aus dem Saal.", "„Nie wieder“ ist der Titel des Abends."),
    "the name of who acts": (
        "Der Verein „Freie Fahrt“ wirft der Stadt Geiz vor.",
        "Der Verein hält die „Freie Fahrt“ für Unsinn.",
    ),
    "what it is offered as": (
        "Der Hof wirbt als „grüne Oase“ um Gäste.",
        "Der Hof gilt als „grüne Oase“ im Dorf.",
    ),
    "what somebody calls it": (
        "Kritiker nennen das eine „dreiste Lüge“.",
        "Kritiker sahen „Die dreiste Lüge“ im Kino.",
    ),
    "a slogan": (
        "Die Menge skandierte Parolen wie „Lind muss weg!“",
        "Die Menge sah Stücke wie „Lind muss weg“.",
    ),
    "small words behind a preposition or article": (
        "Aus dem Schreiben las er einen „zutiefst vorsichtigen Ton“ heraus.",
        "Das Amt rechnet mit „falschen Zahlen“.",
    ),
    "small article in the marks": (
        "Der Fraktionschef witterte „eine reine Hetzjagd“.",
        "Der Fraktionschef las „Eine reine Hetzjagd“.",
    ),
    "a clause behind a preposition": (
        "Der Wirt sagte, er lebe von „Gästen, die sonst nie kommen“.",
        "Der Wirt sagte, er lebe von „Gästen aus dem hohen Norden“.",
    ),
    "a name": ("Im Hafen liegt das Schiff „Morgenröte“.", "„Das Schiff sank“, sagte Lind."),
    "long": (
        "Am Zaun hing „Hände weg von unserem alten Deich und seinen Schafen“.",
        "Am Zaun hing „Hände weg von unserem alten Deich“.",
    ),
    "object of a verb of saying": (
        "Landrätin Ute Kamp versprach „Gespräche auf Augenhöhe“.",
        "Landrätin Ute Kamp las „Gespräche auf Augenhöhe“.",
    ),
    "object of a verb of words": ("Die Menge skandierte „Haut ab“.", "Die Menge las „Haut ab“."),
    "half a sentence": (
        "Lind sagte, dass der Hafen „bis auf den letzten Liegeplatz“ belegt sei.",
        "Lind sagte, dass der Hafen „voll“ sei.",
    ),
    "two small words in what is reported": (
        "Die Försterin erklärt, warum sie den Baum „nie wieder“ fälle.",
        "Die Försterin erklärt, warum sie den Baum „nie wieder“ fällt.",
    ),
    "a word or two": ("Er gilt als „harter Hund“ im Hafen.", "Kritiker nennen ihn einen „harten Hund“."),
    "some words, as a name has them": (
        "„Schiff der Träume“, ein Film von Lind, läuft im Mai.",
        "„Schiff der Träume“, sagte Lind.",
    ),
    "some small words with a verb": (
        "Kämen die Boote nicht zurück, „helfe ihnen niemand“.",
        "Kämen die Boote nicht zurück, „wäre alles aus“, sagte sie.",
    ),
    "some small words in what is said": (
        "Die Ministerin erklärte, dass sie die Vorwürfe „in aller Schärfe“ zurückweise.",
        "Die Ministerin ging, weil die Vorwürfe „in aller Munde“ waren.",
    ),
}


def deciding(text: str) -> set[str]:
    """The rules that decide on the words in marks of a text."""
    nlp = pipeline()
    doc = make_doc(nlp, text, paragraph_blocks(text))
    for name, component in nlp.pipeline:
        doc = doc if name == "lesart_quotes" else component(doc)
    parsed = parsed_text(doc, load_lexicon("de"))
    applying = (
        [rule.name for rule in RULES if rule.when(Words.of(parsed, marked))] for marked in parsed.outer
    )
    return {names[0] for names in applying if names}


def test_every_rule_has_examples() -> None:
    assert list(EXAMPLES) == [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", EXAMPLES)
def test_rule_decides(rule: str) -> None:
    decided, left = EXAMPLES[rule]
    assert rule in deciding(decided)
    assert rule not in deciding(left)
