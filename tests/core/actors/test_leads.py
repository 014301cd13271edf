"""Who is introduced without a name and named only below, and whom "die junge Frau" means far from a name."""

from functools import cache

import pytest

from core.analysis.analysis import ActorKind, Analysis
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


@cache
def analysis(text: str) -> Analysis:
    return analyze(plain_article(f"Bericht vom Tage\n\n{text}\n", "-"))


def described(text: str, name: str) -> list[str]:
    """The descriptions of an actor, in order."""
    read = analysis(text)
    whole = plain_article(f"Bericht vom Tage\n\n{text}\n", "-").text
    (actor,) = [each for each in read.actors if each.name == name]
    words = [whole[m.start : m.end] for m in read.mentions_of(actor.id)]
    return [each for each in words if each[:3].lower() in ("ein", "der", "die", "das", "den", "dem")]


ACTIVIST = """Eine junge Aktivistin ist in der Haft gestorben. Drei Wärter sollen die junge Frau geschlagen haben.

Ada Lindqvist war im Mai festgenommen worden. Die Aktivistin hatte eine Rede gehalten."""


def test_one_introduced_by_a_description_is_who_is_named_below():
    assert described(ACTIVIST, "Ada Lindqvist") == [
        "Eine junge Aktivistin",
        "die junge Frau",
        "Die Aktivistin",
    ]
    (ada,) = [each for each in analysis(ACTIVIST).actors if each.kind is ActorKind.PERSON]
    assert ada.roles == ("Aktivistin",)


def test_a_baker_and_his_name():
    text = (
        "Ein Bäcker aus Husum hat im Lotto gewonnen. Der Mann will weiter backen.\n\n"
        "Bo Tamsen, 47, steht seit drei Uhr in der Backstube."
    )
    assert described(text, "Bo Tamsen") == ["Ein Bäcker", "Der Mann"]


def test_who_is_named_behind_another_newcomer_is_that_one():
    text = (
        "Am Tresen sitzt ein schmaler Mann mit Brille. Er isst Suppe.\n\n"
        "Draußen klopft ein junger Mann an die Kabinen. Bo Tamsen, 34, ist Seelsorger."
    )
    assert "ein schmaler Mann" not in described(text, "Bo Tamsen")


@pytest.mark.parametrize(
    "text",
    [
        # another office
        "Ein Bäcker aus Husum hat im Lotto gewonnen.\n\nBürgermeister Bo Tamsen war froh.",
        # named because he speaks
        "Ein Radfahrer ist in Husum gestürzt.\n\n„Er fuhr schnell“, sagte Bo Tamsen.",
        # of another sex
        "Eine Bäckerin hat im Lotto gewonnen.\n\nBo Tamsen war im Mai gekommen.",
    ],
)
def test_somebody_else_named_below(text):
    assert described(text, "Bo Tamsen") == []


def test_an_age_of_another_is_not_taken():
    read = analysis("Die 32-jährige Kellnerin hat Olaf Brandt erkannt.")
    assert [each.age for each in read.actors if each.name == "Olaf Brandt"] == [None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Der Fall der damals 16 Jahre alten Kimya Farsad bewegt viele. Er ließ die junge Frau nicht los.",
            1,
        ),
        ("Der junge Kim Dolan lachte. Alle mochten die junge Frau.", 0),
    ],
)
def test_an_adjective_before_a_name_tells_the_sex(text, wanted):
    (person,) = [each for each in analysis(text).actors if each.kind is ActorKind.PERSON]
    assert len(described(text, person.name)) == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Der US-Präsident kam nach Bagdad. Ministerpräsident Omar Maliki freute sich. Der US-Präsident dankte.",
            ["der US-Präsident"],
        ),
        (
            "Kandidat Morgan Zwane gewann. Der amtierende Präsident tobte. Zwane lachte.",
            ["der amtierende Präsident"],
        ),
        ("Presbyter Dietmar Kohl sprach. Der Superintendent empfahl Ruhe.", ["der Superintendent"]),
        ("Am Abend kam Louis Gallo. Er lobte den Lack des Großraumflugzeuges.", []),
        ("Der OB kam spät. „Gut“, sagte der OB.", ["der OB"]),
        ("Das Gericht hat einen eifrigen Wilderer gestoppt. Es untersagte dem Mann die Jagd.", 1),
    ],
)
def test_another_office_is_somebody_else(text, names):
    found = [each.name for each in analysis(text).actors if each.kind is ActorKind.UNNAMED]
    assert (len(found) if isinstance(names, int) else found) == names


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (
            "Der Konzern Nordlicht klagt. Das von der Krise schwer getroffene Unternehmen entlässt Leute.",
            "Nordlicht",
            "Das von der Krise schwer getroffene Unternehmen",
        ),
        (
            "Trainer Ole Timm kam. Der seit Wochen in der Kritik stehende Trainer schwieg.",
            "Ole Timm",
            "Der seit Wochen in der Kritik stehende Trainer",
        ),
    ],
)
def test_a_participle_with_words_of_its_own(text, name, wanted):
    assert wanted in described(text, name)


def test_the_client_of_a_lawyer():
    text = "Die Anwältin Ida Lind verteidigt Bo Tamm. Ihr Mandant habe nichts getan, sagte sie."
    (bo,) = [each for each in analysis(text).actors if each.name == "Bo Tamm"]
    assert len(analysis(text).mentions_of(bo.id)) == 2
