"""To which bodies and parties people in German reports belong."""

import pytest

from core.api import analyze
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")

REPORTS = {
    "Nora Lamm von den Grünen lehnt den Antrag ab.": ("Grüne",),
    "Für die CDU verlangte Ratsfrau Nora Lamm Klarheit.": ("CDU",),
    "Nora Lamm von der Wählergemeinschaft mahnte zur Ruhe.": ("Wählergemeinschaft",),
    "Auch Nora Lamm, die für die Grünen im Rat sitzt, kam zum Fest.": ("Grüne",),
    "Auch Nora Lamm, die bei den Stadtwerken Lohne arbeitet, kam zum Fest.": ("Stadtwerke Lohne",),
    "Neos-Klubchefin Nora Lamm kündigte einen Antrag an.": ("Neos",),
    "Grünen-Vertreterin Nora Lamm sieht das anders.": ("Grüne",),
    "FPÖ-Frau Nora Lamm widersprach.": ("FPÖ",),
    "Nora Lamm, die Landrätin der Freien Wähler, kam zum Fest.": ("Freie Wähler",),
    "Nationalrätin Nora Lamm (SP/BE) lacht.": ("SP",),
    "Der Imkerverein wächst. Vorsitzende Nora Lamm freut sich.": ("der Imkerverein",),
    "Die SPD ist dagegen. Fraktionschefin Nora Lamm sprach von Unsinn.": ("SPD",),
    "Kritik kam von den Grünen. Deren Sprecherin Nora Lamm lachte.": ("Grüne",),
    "Die Grünen lobten das Koalitionsbündnis mit der SPD. Deren sportpolitische Sprecherin Nora Lamm lachte.": (
        "Grüne",
    ),
    "Die Handwerkskammer warnt. Kammerpräsidentin Nora Lamm sieht Lehrlinge fehlen.": (
        "die Handwerkskammer",
    ),
    "Die Nordlicht AG schrumpft. Vorstandschefin Nora Lamm nennt Zölle als Grund.": ("Nordlicht AG",),
    "Die Nordlicht AG schrumpft.\n\nEs regnet seit Tagen.\n\nFinanzchefin Nora Lamm nennt Zölle als Grund.": (
        "Nordlicht AG",
    ),
    "Der FC Lohne verlor. Cheftrainerin Nora Lamm war bedient.": ("FC Lohne",),
    "Nora Lamm stand auf. Die Fraktionsvorsitzende der CDU hielt dagegen.": ("CDU",),
    "„Schlimm“, sagte die Leiterin der Bundespolizeiinspektion Kassel, Nora Lamm.": (
        "Bundespolizeiinspektion",
    ),
    # Where somebody works
    "Nora Lamm ist Professorin an der Universität Lohne.": ("Universität Lohne",),
    "Nora Lamm lacht. Sie arbeitet bei der Nordlicht AG in Lohne.": ("Nordlicht AG",),
    "Nora Lamm lacht. Seit 19 Jahren arbeitet sie im Kreißsaal des Klinikums Lohne.": ("Klinikum Lohne",),
    "Nora Lamm ist nicht Lehrerin am Gymnasium Lohne.": (),
    "Nora Lamm war Lehrerin am Gymnasium Lohne.": (),
    "Nora Lamm ist Patientin am Klinikum Lohne.": (),
    "Nora Lamm, Sprecherin im Stadtrat, lacht.": (),
    "Nora Lamm lacht. Bo Kern auch. Er arbeitet bei der Nordlicht AG.": (),
    "Nora Lamm lacht. Früher arbeitete sie bei der Nordlicht AG.": (),
    # Whose they are
    "Der Imkerverein wächst und gedeiht. Seine Vorsitzende Nora Lamm freut sich.": ("der Imkerverein",),
    "Bo Kern kam zum Fest. Seine Sprecherin Nora Lamm lachte.": (),
    "Der Imkerverein kam zum Fest. Bo Kern lachte. Seine Sprecherin Nora Lamm auch.": (),
    "Die Nordlicht AG schrumpft. „Zölle sind schuld. Die Kunden zögern“, sagt Vorstandschefin Nora Lamm.": (
        "Nordlicht AG",
    ),
    "Das Innenministerium räumte Fehler ein. Man habe geprüft, erklärte Staatssekretärin Nora Lamm.": (
        "das Innenministerium",
    ),
    "Dem hielt Nora Lamm von der Wählergemeinschaft entgegen, das sei teuer.": ("Wählergemeinschaft",),
    "Nichts hielt Nora Lamm von der Wählergemeinschaft.": (),
    # Not theirs
    "Nora Lamm leitet den Stadtrat von Lohne.": (),
    "Die Polizei ermittelt. Geschäftsführerin Nora Lamm ist entsetzt.": (),
    "Die SPD stritt mit den Grünen. Fraktionschefin Nora Lamm sprach von Unsinn.": (),
    "Der FC Lohne verlor gegen den SV Damme. Cheftrainerin Nora Lamm war bedient.": (),
    "Das forderte Nora Lamm von der Bahn.": (),
    "Nora Lamm wurde von der Polizei gestoppt.": (),
    "Gestern bekam Nora Lamm von der Stadt einen Brief.": (),
    "Nora Lamm, eine Kritikerin der CDU, sprach lange.": (),
    "Die Anwältin der Sparkasse, Nora Lamm, schwieg.": (),
    "„Schlimm“, erzählt Augenzeugin Nora Lamm der Wümme-Zeitung.": (),
}


@pytest.mark.parametrize("text", REPORTS)
def test_bodies_of_a_person(text: str):
    actors = analyze(f"Neues vom Ufer\n\n{text}\n", language="de").analysis.actors
    assert [actor.affiliations for actor in actors if actor.name == "Nora Lamm"] == [REPORTS[text]]


def test_what_is_said_behind_another_name_is_of_the_other():
    text = "SVP-Nationalrat Beat Kunz und Marco Frei, Nationalrat der Grünliberalen, schwiegen."
    actors = analyze(f"Neues vom Ufer\n\n{text}\n", language="de").analysis.actors
    bodies = {actor.name: actor.affiliations for actor in actors if actor.kind.value == "person"}
    assert bodies == {"Beat Kunz": ("SVP",), "Marco Frei": ("Grünliberalen",)}
