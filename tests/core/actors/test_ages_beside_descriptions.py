"""Ages told beside what somebody is called, in an apposition, and of a pronoun."""

import pytest

from core.api import analyze


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Romana Pichler lacht. Der Zirkuschefin (54) ist ein Pony entwischt.", {"Romana Pichler": 54}),
        ("Nele Giesel trainiert. Die Pfarrerin, 46, lebt im Dorf.", {"Nele Giesel": 46}),
        ("Als Kopf gilt Josip M., ein 41-jähriger Händler aus Knittel.", {"Josip M.": 41}),
        (
            "Lore Andersen lebte bei Husum. Am Freitag ist sie im Alter von 87 Jahren gestorben.",
            {"Lore Andersen": 87},
        ),
        ("Udo Kern war Maler. Er starb 2019 mit 91 Jahren.", {"Udo Kern": 91}),
        # a number on the back, a year, another time
        ("Bo Lenz kam. Der Torwart (3) war stark.", {"Bo Lenz": None}),
        ("Udo Kern war Maler. Er begann im Alter von 15 Jahren zu malen.", {"Udo Kern": None}),
    ],
)
def test_an_age_beside_a_description_is_that_of_whoever_is_meant(text: str, ages: dict[str, int | None]):
    actors = analyze(text, language="de").to_dict()["actors"]
    assert {actor["name"]: actor["age"] for actor in actors if actor["kind"] == "person"} == ages


def test_somebody_without_a_name_has_the_age_in_brackets():
    actors = analyze("Ein Rentner (71) sah alles. „Es war laut“, sagte er.", language="de").to_dict()[
        "actors"
    ]
    assert [(actor["name"], actor["age"]) for actor in actors] == [("ein Rentner", 71)]


def test_an_age_is_no_part_of_an_office():
    actors = analyze("Mit ihm kam Ida Holm, eine 33-jährige Wirtin.", language="de").to_dict()["actors"]
    assert [actor["roles"] for actor in actors] == [["Wirtin"]]
