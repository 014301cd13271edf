"""Ages at which somebody died."""

import pytest

from core.api import analyze


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        (
            "Am Sonntag ist die Malerin Ina Marholt im Alter von 88 Jahren in Kiel gestorben.",
            {"Ina Marholt": 88},
        ),
        ("Der Maler Udo Kern starb am Montag mit 91 Jahren.", {"Udo Kern": 91}),
        ("Am Montag starb der Maler Udo Kern im Alter von 91 Jahren.", {"Udo Kern": 91}),
        ("Er kannte den Rentner Udo K. († 76) gut.", {"Udo K.": 76}),
        # another's, another time's, a year
        ("Die Mutter von Udo Kern ist im Alter von 90 Jahren gestorben.", {"Udo Kern": None}),
        ("Der Vater der Sängerin Ina Marholt ist mit 70 Jahren gestorben.", {"Ina Marholt": None}),
        ("Ina Marholt begann im Alter von 5 Jahren zu singen.", {"Ina Marholt": None}),
        ("Otto Kern († 1954) malte.", {"Otto Kern": None}),
    ],
)
def test_an_age_at_death_is_an_age(text: str, ages: dict[str, int | None]):
    actors = analyze(text, language="de").to_dict()["actors"]
    assert {actor["name"]: actor["age"] for actor in actors if actor["kind"] == "person"} == ages
