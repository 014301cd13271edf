"""The panel of actors, from running text to names, roles, ages and affiliations, with the bundled model."""

from functools import cache

import pytest

from core.analysis.analysis import Actor, ActorKind, Analysis, Label
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


@cache
def analysis(text: str) -> Analysis:
    return analyze(plain_article(f"Bericht vom Tage\n\n{text}\n", "-"))


def actor(text: str, name: str) -> Actor:
    (found,) = [each for each in analysis(text).actors if each.name == name]
    return found


def names(text: str, *kinds: ActorKind) -> list[str]:
    return [each.name for each in analysis(text).actors if each.kind in kinds]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Die Fragestellerin Inga Holm wartet auf Antwort.", {"Inga Holm": ("Fragestellerin",)}),
        ("TVX-Chefkorrespondentin Marla Quist sagt das.", {"Marla Quist": ("TVX-Chefkorrespondentin",)}),
        ("Der Glarner Landammann Köbi Streiff nickte.", {"Köbi Streiff": ("Landammann",)}),
        ("Im Netz teilte Bloggerin Mia Kaun einen Aufruf.", {"Mia Kaun": ("Bloggerin",)}),
        ("Man lud den streitbaren Abgeordneten Malte Hoff ein.", {"Malte Hoff": ("Abgeordneter",)}),
        (
            "Es kam der frühere sowjetische Diplomat Pjotr Gurin.",
            {"Pjotr Gurin": ("früherer sowjetischer Diplomat",)},
        ),
        (
            "Er traf Lars Quint, den neuen Direktor des Zoos, und Nora Feld, eine frühere Schülerin Quints.",
            {"Lars Quint": ("neuer Direktor des Zoos",), "Nora Feld": ("frühere Schülerin Quints",)},
        ),
        # by a description alone, where nothing beside the name says more
        (
            "„Das Netz war leer“, sagte Ole Timm. Der Fischer hört im Herbst auf.",
            {"Ole Timm": ("Fischer",)},
        ),
        (
            "Marla Quist widersprach. Der Beschluss sei falsch, sagte die frühere Ministerin.",
            {"Marla Quist": ("frühere Ministerin",)},
        ),
        (
            "Kurator Ole Timm kam. Der Fischer hört im Herbst auf.",
            {"Ole Timm": ("Kurator",)},
        ),
        (
            "„Wir laufen mehr“, sagt Ole Timm, Kapitän des 1. FC Wittmund.",
            {"Ole Timm": ("Kapitän des 1. FC Wittmund",)},
        ),
        (
            "Die Chefin von Nordlicht Energie, Dr. Mara Eck, kam.",
            {"Mara Eck": ("Chefin von Nordlicht Energie",)},
        ),
        ("Der Richter am Amtsgericht Paul Sand sprach.", {"Paul Sand": ("Richter am Amtsgericht",)}),
        ("Queen Camilla und Prinz Joachim kamen.", {"Camilla": ("Queen",), "Joachim": ("Prinz",)}),
        ("Nele Ritter ist Trainerin des Vereins.", {"Nele Ritter": ("Trainerin",)}),
        ("Bo Rasch ist kein Arzt.", {"Bo Rasch": ()}),
        ("Dann sprach am Freitag Ada Lind.", {"Ada Lind": ()}),
    ],
)
def test_roles_beside_a_name(text, roles):
    assert {name: actor(text, name).roles for name in roles} == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "„Schade“, sagte Tilo Rahm, ein enger Mitarbeiter Kestners. Ulf Kestner war Stürmer.",
            {"Ulf Kestner": ("Stürmer",)},
        ),
        ("Die Anwältin Drosts lachte. Marlene Drost spielt die Geige.", {"Marlene Drost": ()}),
        (
            "Davor hatte Lutz Mahnke, der langjährige Kassierer der Linken, Quandt kritisiert. "
            "Rita Quandt (CDU) leitet den Rat.",
            {"Rita Quandt": ()},
        ),
        (
            "Die Mutter von Torwart Jan Brack, Ute Brack, jubelte.",
            {"Ute Brack": (), "Jan Brack": ("Torwart",)},
        ),
    ],
)
def test_nobody_has_the_role_of_somebody_else(text, roles):
    assert {name: actor(text, name).roles for name in roles} == roles


@pytest.mark.parametrize(
    ("text", "name", "bodies"),
    [
        ("Ex-CDU-Schatzmeisterin Ilse Born blieb.", "Ilse Born", ("CDU",)),
        ("SPÖ-Mann Franz Huber blieb.", "Franz Huber", ("SPÖ",)),
        ("Russlandkenner Jan Wessel schwieg.", "Jan Wessel", ()),
        ("Ständerätin Livia Bezzola (GR) lobte die FDP Engadin.", "Livia Bezzola", ()),
        ("Gemeindepräsidentin Vreni Roth (Mitte) kam.", "Vreni Roth", ("Mitte",)),
        ("Mit Till Oster, dem Landrat der Freien Wähler, sprach er.", "Till Oster", ("Freie Wähler",)),
        (
            "Davor hatte Lutz Mahnke, der langjährige Kassierer der Linken, Quandt kritisiert. "
            "Rita Quandt (CDU) leitet den Rat.",
            "Rita Quandt",
            ("CDU",),
        ),
    ],
)
def test_affiliations(text, name, bodies):
    assert actor(text, name).affiliations == bodies


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("Der 44 Jahre alte Maurer Jan Brack kam.", "Jan Brack", 44),
        ("Ria Holst, 52 Jahre alt, lachte.", "Ria Holst", 52),
        ("Ada Quist ist 33 Jahre alt.", "Ada Quist", 33),
        ("Das weiß auch Udo Kern, 71. Er lacht.", "Udo Kern", 71),
    ],
)
def test_ages(text, name, age):
    assert actor(text, name).age == age


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("„Wir bauen“, sagt Inés Vidal Quiroga. Vidal Quiroga zögert.", ["Inés Vidal Quiroga"]),
        ("Der Händler Omar Ben Youssef kam. Ben Youssef handelt mit Tee.", ["Omar Ben Youssef"]),
        ("Zu Petrarcas Lebzeiten war das anders.", ["Petrarca"]),
        ("Papst Pius XII. schwieg. König Harald V. winkte.", ["Pius XII.", "Harald V."]),
        ("Man warf der Äbtissin Hochmut und Völlerei vor. Im Emder Hafen lag Tang.", []),
        ("Der Richter zeigte Nolte Gelb. Arvid Nolte ging.", ["Arvid Nolte"]),
        ("Am Ende siegte Peer Holst (32) vor dem Dänen Jens Berg.", ["Peer Holst", "Jens Berg"]),
        ("QUANDT warnte. Rita Quandt kam aus Hamburg.", ["Rita Quandt"]),
    ],
)
def test_people(text, people):
    assert names(text, ActorKind.PERSON) == people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Der UN-Menschenrechtsrat rügte das EU-Parlament.", ["UN-Menschenrechtsrat", "EU-Parlament"]),
        ("Der Städtetag Hessen warnt, und die Tafel Emden hilft.", ["Städtetag Hessen", "Tafel Emden"]),
        ("Sie moderiert bei RADIO NORDWIND.", ["RADIO NORDWIND"]),
        ("Der SV Leezdorf siegte. Der SV steigt auf.", ["SV Leezdorf"]),
        ("Die National Bank of Wales warnt. Die NBoW kürzt.", ["National Bank of Wales"]),
        ("Der Kapitän der MS Thetis und die Crew des MS Thetis warten.", ["MS Thetis"]),
        ("Ein Sprecher des Hessischen Roten Kreuzes kam.", ["Hessisches Rotes Kreuz"]),
        ("Ein Helfer des Norddeutschen Rundfunks kam.", ["Norddeutscher Rundfunk"]),
        ("Die Linkspartei der Kandidatin Ulla Fink liegt vorn.", ["Linke"]),
        ("Als Sponsoren treten Ferrero, Melitta und Dallmayr auf.", ["Ferrero", "Melitta", "Dallmayr"]),
        ("Die Reimers Holding zahlt.", ["Reimers Holding"]),
        ("Die Wählerliste Otto Brand (WOB) tritt an.", ["Wählerliste Otto Brand"]),
        (
            "Ein Text der „Elbe-Rundschau“ und ein Bericht des „Spiegel“ belegen es.",
            ["Elbe-Rundschau", "Spiegel"],
        ),
    ],
)
def test_bodies(text, bodies):
    assert names(text, ActorKind.ORGANISATION) == bodies


def test_a_place_in_the_genitive_is_one_place():
    text = "Das Vorgehen Zagrebs gilt als hart. Viele rügen Zagrebs Haushalt."
    assert names(text, ActorKind.PLACE) == ["Zagreb"]


def test_a_place_in_a_bodys_name_is_not_the_body():
    text = "Sie kam von der University of Idaho. Idahos Gouverneurin Ruth Salter sah das anders."
    assert actor(text, "Ruth Salter").affiliations == ("Idaho",)


def test_units_of_money_are_no_names():
    found = analysis("Die Einführung des Euro kostete 20 Millionen Euro.")
    assert not [mention for mention in found.mentions if mention.label is Label.MISC]


def test_a_body_known_by_its_abbreviation_alone_is_called_so():
    assert names("Der DFB schweigt.", ActorKind.ORGANISATION) == ["DFB"]
    text = "Der DFB schweigt. Der Deutsche Fußball-Bund tagt."
    assert names(text, ActorKind.ORGANISATION) == ["Deutscher Fußball-Bund"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Die Senator*innen Ole Timm und Nora Feld gingen.", "Senator*innen"),
        ("Die Senatorinnen Anna Timm und Nora Feld gingen.", "Senatorin"),
    ],
)
def test_an_office_of_several_is_each_ones(text, role):
    people = [each for each in analysis(text).actors if each.kind is ActorKind.PERSON]
    assert [each.roles for each in people] == [(role,), (role,)]


def test_an_institution_without_a_name_is_an_actor_wherever_it_is_spoken_of():
    text = "Marla Quist legte dem Gemeinderat die Zahlen vor. Die Vase schenkte sie dem Museum."
    assert names(text, ActorKind.ORGANISATION) == ["Gemeinderat"]
