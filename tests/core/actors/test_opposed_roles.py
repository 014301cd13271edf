"""People who have to do with one another by what they are: patient and doctor, lawyer and prosecutor."""

import pytest

from core.api import analyze


def described(text: str) -> dict[str, str | None]:
    """The descriptions of a text, in small letters, with the names of whom they mean."""
    read = analyze(text, language="de").to_dict()
    names = {actor["id"]: actor["name"] for actor in read["actors"]}
    return {
        text[mention["start"] : mention["end"]].lower(): names.get(mention["actor"])
        for mention in read["mentions"]
        if mention["form"] == "nominal"
    }


@pytest.mark.parametrize(
    ("text", "description", "other"),
    [
        (
            "Notärztin Karla Deuss untersuchte die Wanderin. „Es war knapp“, sagte sie.\n\n"
            "Karla Deuss fuhr mit. Inzwischen schläft die Patientin auf der Normalstation.",
            "die patientin",
            "Karla Deuss",
        ),
        (
            "Oberstaatsanwalt Ewald Rimme fragte den Wirt aus. Der Wirt schwieg, sein Anwalt hatte ihm dazu geraten.",
            "sein anwalt",
            "Ewald Rimme",
        ),
    ],
)
def test_the_one_is_not_the_other(text: str, description: str, other: str):
    assert described(text).get(description) != other


def test_a_prosecutor_is_called_so_again():
    text = "Staatsanwältin Mona Lurz sprach zuerst. „Das reicht nicht“, sagte die Staatsanwältin."
    assert described(text)["die staatsanwältin"] == "Mona Lurz"
