"""Bodies without a name of their own speak, though their nouns end as those for thoughts and texts do."""

import pytest

from core.actors.coreference.abstract_nouns import is_abstract
from core.language.pipeline import GERMAN
from core.lexicon.lexicon import load_lexicon
from tests.core.actors.speakers_of import speakers

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    "body",
    [
        "Geschäftsführung",
        "Schulleitung",
        "Redaktion",
        "Fakultät",
        "Koalition",
        "Elternvertretung",
        "Einrichtung",
    ],
)
def test_a_body_that_ends_as_a_thought_does_speaks(body):
    text = f"Seit Tagen wird verhandelt. Die {body} hat angekündigt, im Mai darüber zu entscheiden."
    assert speakers(text) == [f"die {body}"]


@pytest.mark.parametrize("noun", ["Begründung", "Neuigkeit", "Information", "Realität", "Erkenntnis"])
def test_what_is_written_or_thought_is_no_actor(noun):
    assert is_abstract(load_lexicon("de"), noun)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Nach Auskunft des Landgerichts Kiel", "Landgericht Kiel"),
        ("Aus Sicht des Landratsamtes Braunfels", "Landratsamt Braunfels"),
        ("Nach Angaben des Wasserverbandes Braunfels", "Wasserverband Braunfels"),
        ("Nach Angaben der Kirchengemeinde Kiel", "Kirchengemeinde Kiel"),
    ],
)
def test_a_body_named_by_its_place_speaks_in_any_case(source, name):
    assert speakers(f"Der Umbau verzögert sich. {source} ist dafür kein Geld da.") == [name]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Laut dem Tierheim Kiel", "Tierheim Kiel"),
        ("Nach Angaben des Frauenhauses Kiel", "Frauenhaus Kiel"),
        ("Nach Angaben der Hansestadt Lübeck", "Lübeck"),
        ("Laut der Insel Sylt", "Sylt"),
    ],
)
def test_a_place_behind_a_noun_says_where_that_is_and_does_not_speak(source, name):
    assert speakers(f"Der Umbau verzögert sich. {source} ist dafür kein Geld da.") == [name]


def test_where_something_stands_is_nobody():
    assert speakers("An der Wand hängt ein Zettel. Darauf steht: „Bitte nicht füttern.“") == [None]


@pytest.mark.parametrize("time", ["Noch im März", "Im Herbst"])
def test_when_something_was_said_is_no_house_where_it_was(time):
    assert speakers(f"{time} hat man gesagt, die Arbeitsplätze seien sicher.") == [None]


@pytest.mark.parametrize(
    "body", ["Verteidigung", "Mieterberatungsstelle", "Mitarbeitervertretung", "Diakonie"]
)
def test_a_body_that_asks_for_something_goes_on_to_say_why(body):
    text = f"Seit Mai wird gestritten. Die {body} forderte Klarheit. Es gebe keine Beweise."
    assert speakers(text)[-1] == f"die {body}"


@pytest.mark.parametrize("town", ["Eutin", "Wernbach", "Delmenrode"])
def test_where_somebody_without_a_name_is_from_does_not_speak(town):
    assert speakers(f"Der Hafen ist zu. Einem 17-Jährigen aus {town} zufolge fehlt Geld.") == [
        f"17-Jährigen aus {town}"
    ]
