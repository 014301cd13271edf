"""Somebody whom a sentence introduces and the next one names, and whom a report of a trial means by its terms."""

import pytest

from core.api import analyze


def last_speaker(text: str) -> str | None:
    read = analyze(text, language="de")
    actor = read.speaker(read.analysis.quotes[-1])
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hinten weint eine Frau. Es ist Berta L. (71). Die alte Dame ruft: „Nein!“", "Berta L."),
        ("Am Tor steht ein Mann. Es ist der Hausmeister Bo Lenz. „Kommt“, sagt der Mann.", "Bo Lenz"),
        ("Ein Mann führt durch den Keller. Er heißt Udo Kern. „Hier war die Küche“, sagt er.", "Udo Kern"),
        ("Am Tor steht ein Mann. Es ist Montag, und Bo Lenz friert. „Kommt“, sagt der Mann.", "ein Mann"),
    ],
)
def test_whoever_is_named_next_is_meant(text: str, speaker: str):
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the only surname withheld of somebody alive
        (
            "Bo K. (44) schweigt. Er soll Udo B. († 76) getötet haben. Er schäme sich, sagt der Angeklagte.",
            "Bo K.",
        ),
        # whom a description has as the object of a verdict
        (
            "Timo Grasser behandelte Kranke. Das Gericht verurteilte den falschen Zahnarzt. "
            "Der Angeklagte trug Blau.\n\nAngeklagter: „Nur im Notfall.“",
            "Timo Grasser",
        ),
    ],
)
def test_the_accused_is_known_by_what_befell_him(text: str, speaker: str):
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Die Frau am Tor zählt mit. „Um elf stehen sie da“, sagt sie. Marlis Tietz heißt sie.",
            "Marlis Tietz",
        ),
        (
            "Der Hund gehört dem Trainer.\n\nDer heißt Rolf Schibul. „Es geht“, sagt der Trainer.",
            "Rolf Schibul",
        ),
        # named with an office in the same paragraph, far below the opening
        (
            "Die Stadt baut.\n\nEs regnet.\n\nDer Plan liegt aus.\n\nDraußen geht ein junger Mann in Weste umher. "
            "„Ich bin der Einzige hier“, sagt er. Jonas Breit, 34, ist Seelsorger, einer von fünf im Land.",
            "Jonas Breit",
        ),
        (
            "Die Stadt baut.\n\nEs regnet.\n\nDer Plan liegt aus.\n\nEin Mann kam herein. „Es zieht“, sagte er. "
            "Bürgermeister Bo Lenz, 51, lachte.",
            "ein Mann",
        ),
        ("Moderatorin Mandy Kess fällt aus.\n\n„Da war ein Pfeifen“, verrät die Blondine.", "Mandy Kess"),
    ],
)
def test_whoever_is_said_to_be_called_so_is_meant(text: str, speaker: str):
    assert last_speaker(text) == speaker


def test_whom_somebody_without_a_name_tells_of_is_another():
    text = (
        "Im Prozess hat die Schwester des Opfers ausgesagt. Sie habe dem Schwager nie getraut. "
        "Kurz vor dem Tod habe Melanie T. ihr anvertraut, dass sie gehen wolle."
    )
    names = {actor["name"] for actor in analyze(text, language="de").to_dict()["actors"]}
    assert {"die Schwester des Opfers", "Melanie T."} <= names
