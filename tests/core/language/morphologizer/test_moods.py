import pytest

from core.language.morphologizer.moods import certain_mood


def features(mood: str, tense: str = "Pres", person: str = "3", number: str = "Sing") -> dict[str, str]:
    return {"Mood": mood, "Tense": tense, "Person": person, "Number": number}


@pytest.mark.parametrize(
    ("form", "known", "expected"),
    [
        ("sei", features("Ind"), "Sub"),
        ("Hätte", features("Ind", "Past"), "Sub"),
        ("reise", features("Ind"), "Sub"),
        ("reise", features("Sub", person="1"), "Ind"),
        ("reist", features("Sub"), "Ind"),
        ("schwämmen", features("Ind", "Past", number="Plur"), "Sub"),
        ("böte", features("Ind", "Past"), "Sub"),
        ("flöge", features("Ind", "Past"), "Sub"),
        ("hörte", features("Ind", "Past"), None),
        ("wählen", features("Sub", number="Plur"), "Ind"),
        ("Sei", features("Imp"), None),
        ("reise", {}, None),
        ("Reise", {"Case": "Nom", "Number": "Sing"}, None),
        ("anreise", {"VerbForm": "Fin", "Person": "3"}, "Sub"),
        ("schliefe", features("Ind", "Past"), "Sub"),
        ("wurde", features("Ind", "Past"), "Ind"),
        ("rastete", features("Ind", "Past"), None),
        ("raste", features("Ind"), "Sub"),
        ("schwieg", features("Sub", "Past"), "Ind"),
        ("müßten", features("Ind", "Past", number="Plur"), "Sub"),
        ("anfinge", features("Ind", "Past"), "Sub"),
        ("gingen", features("Ind", "Past", number="Plur"), None),
    ],
)
def test_what_the_form_settles(form: str, known: dict[str, str], expected: str | None) -> None:
    assert certain_mood(form, known) == expected
