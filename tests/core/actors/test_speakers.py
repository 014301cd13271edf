import re

import pytest

from core.actors.names.of_speakers import names_of_speakers
from core.analysis.analysis import ActorKind, Form
from core.lexicon.lexicon import load_lexicon
from tests.core.actors.staged import stage


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("„Wir bleiben“, sagte [PER Ada Lind].", ["Ada Lind"]),
        ("[PER Ada Lind] kam. „Wir bleiben“, sagte sie.", ["Ada Lind"]),
        ("[PER Ada Lind] traf [PER Jon Berg]. „Wir bleiben“, sagte er.", ["Jon Berg"]),
        (
            "[PER Jon Berg] selbst wollte nichts sagen. „Es war ein Telefonat“, sagte er. „Mehr nicht.“",
            ["Jon Berg"] * 2,
        ),
        ("[PER Jon Berg] sprach mit [PER Uwe Lenz]. „Wir bleiben“, sagte er.", ["Jon Berg"]),
        ("[PER Jon Berg] kam. [PER Uwe Lenz] auch. „Wir bleiben“, sagte er.", ["Uwe Lenz"]),
        (
            "Präsident [PER Ro Berg] und Ministerin [PER Mo Lind] kamen. „Wir bleiben“, sagte sie.",
            ["Mo Lind"],
        ),
        ("„Wir bleiben“, sagte er.", [None]),
        ("„Wir bleiben“, sagte die Polizei.", ["die Polizei"]),
        ("„Wir bleiben“, riefen Augenzeugen.", ["Augenzeugen"]),
        ("„Wir bleiben“, sagte ein Sprecher von [PER Ada Lind].", ["ein Sprecher von Ada Lind"]),
        ("„Wir bleiben“, sagte die Chefin der [ORG Kapwerft].", ["die Chefin der Kapwerft"]),
        ("Die Vorsitzende des Hafenausschusses [PER Ada Lind] sagte: „Wir bleiben.“", ["Ada Lind"]),
        (
            "Der Anwalt des Angeklagten [PER Jon Berg] sagte: „Wir bleiben.“",
            ["der Anwalt des Angeklagten Jon Berg"],
        ),
        ("In einer am Montag veröffentlichten Mitteilung heißt es, der Hafen sei sicher.", [None]),
        ("„Wir bleiben“, sagte die [ORG Kapwerft].", ["Kapwerft"]),
        ("„Wir bleiben“, sagte die Gewerkschaft [ORG Erle].", ["Erle"]),
        ("[ORG Erle] klagt. „Wir bleiben“, sagte die Kommission [ORG Erles].", ["die Kommission Erles"]),
        ("„Wir bleiben alle“, so die „[ORG Hafenpost]“.", ["Hafenpost"]),
        ("Experte [PER Jon Berg] von der „[ORG Akademie]“ sagte: „Wir bleiben.“", ["Jon Berg"]),
        ("Nach Angaben der Polizei ist das Boot sicher.", ["Polizei"]),
        ("Nach Angaben der [ORG Kapwerft] ist das Boot sicher.", ["Kapwerft"]),
        ("Im Bericht heißt es, der Hafen sei sicher.", ["Bericht"]),
        ("[PER Jon Berg] kam. Seinen Angaben zufolge ist das Boot sicher.", ["Jon Berg"]),
        ("Das [ORG Weiße Haus] bestätigte das.", ["Weißes Haus"]),
        ("Zitat von [PER Ada Lind]: „Wir bleiben am Kap.“", ["Ada Lind"]),
        ("Hafenministerin [PER Ada Lind] kam. „Wir bleiben“, sagte die Ministerin.", ["Ada Lind"]),
        ("[PER Ada Lind] kam. „Wir bleiben“, sagte die Königin der Häfen.", ["Ada Lind"]),
    ],
)
def test_who_speaks(text, speakers):
    assert stage(text).speakers() == speakers


def test_a_name_in_speech_is_no_antecedent():
    staged = stage("[PER Jon Berg] kam. „Ich sah [PER Uwe Lenz]“, sagte er. „Er schlief.“")
    assert staged.speakers() == ["Jon Berg", "Jon Berg"]


def test_a_pronoun_that_speaks_is_a_mention():
    staged = stage("[PER Ada Lind] kam. „Wir bleiben“, sagte sie.")
    assert staged.mentioned("Ada Lind", Form.PRONOUN) == ["sie"]


def test_nameless_voices_are_actors_when_they_speak():
    staged = stage(
        "„Wir bleiben“, sagte die Polizei. „Niemals!“, rief ein Anwohner. „Gut“, sagte die Polizei."
    )
    assert [(a.name, a.kind) for a in staged.resolution.actors] == [
        ("die Polizei", ActorKind.ORGANISATION),
        ("ein Anwohner", ActorKind.UNNAMED),
    ]
    assert staged.mentioned("die Polizei", Form.NOMINAL) == ["die Polizei", "die Polizei"]


def test_nameless_people_who_do_not_speak_are_no_actors():
    assert stage("Die Polizei kam.").names() == []


def test_english_names_are_read_off_speakers():
    text = '"We stay," said Morna Shaw. "Fine," Shaw said. Minister Al Reid agreed. The Council said no.'
    spans = [
        (m.start(), m.end())
        for m in re.finditer(r"Morna Shaw|(?<=, )Shaw|Minister Al Reid|The Council|\bShaw", text)
    ]
    found = names_of_speakers(text, spans, load_lexicon("en"))
    assert [text[m.start : m.end] for m in found] == ["Morna Shaw", "Shaw", "Al Reid"]
