"""Comparatives that open a sentence."""

import pytest

from core.api import analyze


def people(text: str) -> list[str]:
    return [
        actor.name for actor in analyze(text, language="de").analysis.actors if actor.kind.value == "person"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kritischer äußerte sich die Kammer: „Das reicht nicht.“", "die Kammer"),
        ("Kritischer äusserte sich die Bündner Regierung: „Das reicht nicht.“", "die Bündner Regierung"),
        ("Schärfer formulierte es Ute Horn: „Das reicht nicht.“", "Ute Horn"),
    ],
)
def test_who_follows_the_verb_is_the_subject(text, speaker):
    read = analyze(text, language="de")
    assert read.speaker(read.analysis.quotes[-1]).name == speaker
    assert not {"Kritischer", "Schärfer"} & set(people(text))


def test_a_surname_stays_one():
    assert people("Schärfer lachte über den Lotsen. Ute Schärfer kam spät.") == ["Ute Schärfer"]
    assert "Müller" in people("„Nein“, rief er. Müller sah die Lotsen nicht.")


def test_without_another_subject_it_is_a_name():
    read = analyze("Königer sagte, er komme.", language="de")
    assert read.speaker(read.analysis.quotes[0]).name == "Königer"
