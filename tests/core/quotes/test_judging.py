"""What is speech by the form of the words in marks and by their place, with the bundled pipeline."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes import said

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def direct(text: str) -> list[str]:
    return [words for words, _ in said.direct(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Auf die Frage antwortete sie mit einem knappen „Ja“.", "„Ja“"),
        ("Auf die Frage antwortete sie mit „Ja“.", "„Ja“"),
        ("Die Köchin empfing ihn mit einem trockenen „Du bist spät“.", "„Du bist spät“"),
        ("Das Ministerium äußerte sich „besorgt“.", "„besorgt“"),
        ("Der Fraktionschef witterte „eine reine Hetzjagd“.", "„eine reine Hetzjagd“"),
        (
            "Gouverneur Berg dankte ihr „für eine Debatte, die nötig war“.",
            "„für eine Debatte, die nötig war“",
        ),
        ("Museumsleiter Jon Berg hofft auf „Gäste, die sonst nie kommen“.", "„Gäste, die sonst nie kommen“"),
        ("Landrätin Ute Kamp versprach „Gespräche auf Augenhöhe“.", "„Gespräche auf Augenhöhe“"),
        (
            "Die Reederei sprach den Familien ihr „tief empfundenes Beileid“ aus.",
            "„tief empfundenes Beileid“",
        ),
        ("„Absurd“ nannte Ministerin Lind die Kritik.", "„Absurd“"),
        ("Die Menge skandierte „Haut ab“.", "„Haut ab“"),
        ("Ein Mann flüsterte „Ja“ und ging.", "„Ja“"),
        ("Für Trainerin Käthe Ohm war das Spiel „ein Witz“.", "„ein Witz“"),
        ("Die Lage ist für die Ministerin „alarmierend“.", "„alarmierend“"),
        ("„Unsinn“, findet Wirtin Käthe Ohm.", "„Unsinn“"),
        ("„Kiel bleibt Kiel“, dieser Satz war überall zu lesen.", "„Kiel bleibt Kiel“"),
        (
            "Ministerin Lind nahm Minister Ode „beim Wort, das er gegeben hat“.",
            "„beim Wort, das er gegeben hat“",
        ),
    ],
)
def test_speech(text, words):
    assert direct(text) == [words]


@pytest.mark.parametrize(
    ("words", "is_speech"),
    [
        ("Hände weg von unserem alten Deich und seinen", False),
        ("Hände weg von unserem alten Deich und seinen Schafen", True),
    ],
)
def test_nine_words_are_speech_whatever_is_around(words, is_speech):
    assert direct(f"Am Zaun hing „{words}“.") == ([f"„{words}“"] if is_speech else [])


def test_a_word_beside_speech_is_speech_as_well():
    text = "Den „Sparkurs“ und „diese ewige Flickerei am Deich“ lehnt Ada Lind ab."
    assert direct(text) == ["„Sparkurs“", "„diese ewige Flickerei am Deich“"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Sängerin Mia Falk („Blaue Stunde“) singt in Kiel.",
        "Auf dem Schild am Hafen stand „Seestern“.",
        "Das Amt rechnet mit „falschen Zahlen“.",
        "Laut einem Test des Magazins „rad und reise“ sind die Wege gut.",
        "Der Verein rief die Aktion „Sauberes Ufer“ ins Leben.",
        "Die Stadt ruft zur „Langen Nacht“ auf.",
        "Für die Reederei ist „Seestern“ das schönste Schiff.",
        "Für die Fähre gilt ab Mai der Fahrplan „kurze Wege“.",
        "Das ist der „Hafen.\nDie Werft“ heißt anders.",
    ],
)
def test_no_speech(text):
    assert direct(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "„Der lange Atem von Kiel“, wie das Projekt genannt wird, ist teuer.",
        "Die „Alte Freya“, Sagt man.",
        "Einzig „so ein guter Wirt“ half hier.",
        "„Hafen“, steht oben.",
        "Die Lage ist im „so guten Hafen“ schlecht.",
        "Sie stimmte mit einem „Nein“ Stempel ab.",
        "Er schickte ihr einen „Du fehlst“.",
        "Er zeigte ein sich „stolz“ nennendes Haus.",
        "Der Wirt zeigte „klammheimlich“ den Vogel.",
        "Für den Trainer war das „gute“ Spiel vorbei.",
        "Für die Trainerin gab es Blumen, der Rest war „mau“.",
        "Als „recht langatmig“ galt die Rede.",
        "Sie hielt von „so etwas“ keine Rede.",
    ],
)
def test_words_that_nobody_says_are_no_speech(text):
    assert direct(text) == []


@pytest.mark.parametrize("mark", ["!", "?", "…", "."])
def test_a_stop_in_the_marks_stands_for_the_comma_before_who_says_it(mark):
    assert direct(f"„Weg hier{mark}“ rief der Lotse.") == [f"„Weg hier{mark}“"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("„Skandal“ und „Frechheit“: Anwohner sind wütend", ["„Skandal“", "„Frechheit“"]),
        ("„Skandal“, „Kiel“: Anwohner sind wütend", []),
        ("„Skandal“: Anwohner sind wütend", []),
    ],
)
def test_several_verdicts_before_a_colon_are_speech_but_no_names_and_not_one_alone(text, words):
    assert direct(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Zehn stimmten mit „Nein“.",
        "Er gab ihr einen knappen „Nein“.",
        "„Wo ist das Boot“, wollen zwei wissen.",
    ],
)
def test_an_answer_or_a_question_is_speech(text):
    assert direct(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Das „Fest“ urteilte der Wirt.",
        "Ein „Fest“ urteilte gestern der Wirt.",
        "Am Hafen liegt ein Boot: „Alte Freya“",
        "Das neue Stück: „Die Nacht am Steg“",
    ],
)
def test_a_word_or_a_title_needs_who_says_it_right_behind(text):
    assert direct(text) == []


def test_one_word_behind_an_opening_article_is_a_verdict():
    assert direct("Ein „Fest“ urteilte der Wirt.") == ["„Fest“"]
