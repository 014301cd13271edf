"""Who is spoken to does not speak, and who has an office of one body is nobody of another."""

import pytest

from core.api import analyze


def speakers(text: str, language: str = "de") -> list[str | None]:
    read = analyze(text, language=language)
    found = [read.speaker(quote) for quote in read.analysis.quotes]
    return [actor.name if actor else None for actor in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bo Berg kam zu spät. Der Arzt sagte: „Herr Berg, Sie haben Glück.“", "der Arzt"),
        ("„Herr Berg, Sie haben Glück. Das heilt“, sagte der Arzt. Bo Berg lachte.", "der Arzt"),
        ("Ute Horn lag im Gras. Die Sanitäterin rief: „Frau Horn, hören Sie mich?“", "die Sanitäterin"),
        ("Bo Berg kam zu spät. Der Arzt sagte: „Ich habe Glück.“", "Bo Berg"),
    ],
)
def test_whoever_is_called_by_a_title_does_not_say_it(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ein Sprecher der Polizei sagte, es sei glatt. Der Sprecher der Feuerwehr, Bo Lenz, kam.",
            "ein Sprecher der Polizei",
        ),
        (
            "Bo Lenz, Sprecher der Feuerwehr, kam. Der Sprecher der Polizei sagte, es sei glatt.",
            "der Sprecher der Polizei",
        ),
        ("Ein Sprecher des Zoos sagte, es sei glatt. Bo Lenz, Sprecher des Zoos, sprach.", "Bo Lenz"),
        (
            "Ein Sprecher des Innenministeriums sagte, es sei glatt. Der Sprecher des Ministeriums, Bo Lenz, kam.",
            "Bo Lenz",
        ),
    ],
)
def test_the_office_of_another_body_is_anothers(text, speaker):
    assert speakers(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ute Horn kam mit Fieber. Die diensthabende Ärztin sagte, das sei normal.",
            "die diensthabende Ärztin",
        ),
        ("Anwalt Bo Berg kam. Der zuständige Anwalt sagte, das dauere.", "Bo Berg"),
    ],
)
def test_whoever_is_told_by_what_they_are_there_for_is_nobody_told_of_otherwise(text, speaker):
    assert speakers(text) == [speaker]
