"""Names as the panel shows them: in the nominative, whole, and one for whoever goes by several."""

from functools import cache

import pytest

from core.analysis.analysis import ActorKind, Analysis
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.locations import ASSETS
from tests.core.actors.staged import stage

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


@cache
def analysis(text: str) -> Analysis:
    return analyze(plain_article(f"Bericht vom Tage\n\n{text}\n", "-"))


def names(text: str, *kinds: ActorKind) -> list[str]:
    return [each.name for each in analysis(text).actors if not kinds or each.kind in kinds]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Der Entwurf des Bundesministeriums für Verkehr liegt vor. Der Chef des Instituts für Seerecht geht.",
            ["Bundesministerium für Verkehr", "Institut für Seerecht"],
        ),
        (
            "Die Leiterin des Bundesverbands des Deutschen Kanusports kam.",
            ["Bundesverband des Deutschen Kanusports"],
        ),
        ("Der Chef des Bundesamtes für Wasserschutz ging.", ["Bundesamt für Wasserschutz"]),
        ("Der Präsident des Bundes der Steuerzahler tritt ab.", ["Bund der Steuerzahler"]),
        ("Die Mitglieder der Serbischen Radikalen Partei gingen.", ["Serbische Radikale Partei"]),
        ("Die Tidewater Times schrieb das. In der Tidewater Times Anfang Mai stand es.", ["Tidewater Times"]),
        (
            "Ein Beschluss des Internationalen Währungsfonds steht aus. Der IWF tagt.",
            ["Internationaler Währungsfonds"],
        ),
        (
            "EU-Kommissarin Ida Lind war in Bonn. Die Europäische Union schwieg.",
            ["Europäische Union"],
        ),
        ("Die GRÜNEN und die LINKE stritten.", ["Grüne", "Linke"]),
        ("Im bremischen Landtag wurde gestritten.", ["bremischer Landtag"]),
        ("Die Vertreter der libanesischen Armee schwiegen.", ["libanesische Armee"]),
    ],
)
def test_bodies_in_the_nominative(text, wanted):
    assert names(text, ActorKind.ORGANISATION) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Viele lasen die Bücher Ole Brandvigs.", ["Ole Brandvig"]),
        ("Ida Morgensterns Rede gefiel allen.", ["Ida Morgenstern"]),
        ("Dann sprach Jens Behrens. Von Uwe Mertens weiß niemand etwas.", ["Jens Behrens", "Uwe Mertens"]),
        ("Ministerin Uta von der Lohe kam. Später ging von der Lohe.", ["Uta von der Lohe"]),
        ("Robert „Bobby“ Klaasen kam. Bobby Klaasen lachte. Bobby ging.", ["Robert „Bobby“ Klaasen"]),
        ("Hans-Peter Grabow kam. Peter Grabow lachte. Hans Peter Grabow schwieg.", ["Hans-Peter Grabow"]),
        ("Anna-Lena Meier-Rott sprach. Meier lachte.", ["Anna-Lena Meier-Rott"]),
        ("Der Pirat Klaus Stertebeker, genannt Claas, kam. Claas lachte.", ["Klaus Stertebeker"]),
        ("Xi Lanping kam. Xi lachte. Xis Frau blieb daheim.", ["Xi Lanping"]),
        ("König Ansgars‘ Krone ist fort. Ansgars schweigt.", ["Ansgars"]),
    ],
)
def test_persons_in_one_and_in_the_nominative(text, wanted):
    assert names(text, ActorKind.PERSON) == wanted


def test_two_of_one_surname_stay_two():
    assert names("Ada Lind-Berg kam. Bo Lind-Moor ging. Lind lachte.", ActorKind.PERSON)[:2] == [
        "Ada Lind-Berg",
        "Bo Lind-Moor",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Kanzler trat das Amt im Mai an.",
        "Das vordere Fahrwerk brach. Ihr Erstwerk gewann.",
        "Die Frau nahm die Staatsbürgerschaft an.",
    ],
)
def test_things_are_no_bodies(text):
    assert names(text, ActorKind.ORGANISATION) == []


def test_both_directions_are_nobody():
    assert names("Beide Richtungen waren gesperrt. Beide Brücken sind offen.") == []


def test_councils_of_other_nouns_stay_apart():
    read = analysis("Im Deutschen Hopfenkongress sprach niemand. Der Landtag schwieg.")
    (congress,) = read.actors
    assert len(read.mentions_of(congress.id)) == 1


def test_a_latin_name_and_its_german_form():
    assert stage("[PER Crescentius] hilft. [PER Crescenz] hilft auch.").names() == ["Crescentius"]
    assert stage("[PER Crescentius] hilft. [PER Ada Crescenz] hilft auch.").names() == [
        "Crescentius",
        "Ada Crescenz",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die russische Armee rückt vor. Die ukrainische Armee meldet Verluste.", 2),
        ("Die Kieler Polizei sucht Zeugen. „Wir suchen“, teilte die Kieler Polizei mit.", 1),
        ("Die Staatsanwaltschaft in Husum ermittelt. Die Staatsanwaltschaft in Kiel lehnt ab.", 2),
        (
            "Das Fischereiministerium sagte ab. „Wir prüfen“, teilte das isländische Fischereiministerium mit. "
            "Das Ministerium prüft noch.",
            1,
        ),
        (
            "Das Verkehrsministerium in Berlin verspricht Besserung. „Wir bauen“, teilte das "
            "Verkehrsministerium mit.",
            1,
        ),
        ("„Wir streiken“, teilte die Gewerkschaft der Lokführer (GdL) mit. Die GdL will reden.", 1),
    ],
)
def test_one_actor_for_one_body(text, wanted):
    assert len(names(text, ActorKind.ORGANISATION)) == wanted


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("„Alles gut“, sagte der Chef des Aufsichtsrats Emil Haag.", ("Chef des Aufsichtsrats",)),
        ("Die Sprecherin der Polizei Ada Lind kam.", ("Sprecherin der Polizei",)),
        ("Der Anwalt des Ministers Karl Weiss sprach.", ("Minister",)),
    ],
)
def test_who_heads_a_body_is_not_the_body(text, roles):
    (person,) = [each for each in analysis(text).actors if each.kind is ActorKind.PERSON]
    assert person.roles == roles


def test_a_body_by_what_it_is_for():
    text = "Der Rat für Seerecht mahnt. Ein Verein für Kinder hilft. Das Amt für die Stadt schweigt."
    assert "Rat für Seerecht" in names(text)
    assert "Verein für Kinder" not in names(text)


def test_an_authority_is_the_commission_spoken_of():
    text = "Die EU-Kommission lehnt das ab. Die Behörde drohte mit Strafen."
    assert names(text, ActorKind.ORGANISATION) == ["EU-Kommission"]


def test_a_first_name_before_a_surname_that_was_found_alone_is_part_of_it():
    staged = stage("Das betonte ihr Sekretär Sönke [PER Brahm]. Ministerin [PER Doris Brahm] schwieg.")
    assert staged.names() == ["Sönke Brahm", "Doris Brahm"]


def test_a_name_with_a_legal_form_is_a_body():
    staged = stage(
        "[LOC Brunn] sei stark. Die [LOC Brunn Getriebe SE] lehnt ab. In [LOC Torlau] sitzt [LOC Brunn]."
    )
    assert staged.actor("Brunn Getriebe SE").kind is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bärbel Äpfelbach widersprach. „Das geht so nicht“, sagte Äpfelbach.", ["Bärbel Äpfelbach"]),
        ("Öykü Yılmaz widersprach. Es sei fair gewesen, sagte Yılmaz.", ["Öykü Yılmaz"]),
        ("Gestern kam Ada. Lind blieb fort, sagte Ida Morl.", ["Ada", "Lind", "Ida Morl"]),
    ],
)
def test_a_first_name_that_opens_a_sentence_is_part_of_the_name(text: str, wanted: list[str]):
    assert names(text, ActorKind.PERSON) == wanted
