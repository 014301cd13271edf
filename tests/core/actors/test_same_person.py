import pytest

from core.actors.coreference.same_person import SOMEBODY_ELSE, WEIGHTS
from core.actors.resolve import questions
from core.analysis.analysis import Form, QuoteType
from core.api import analyze
from core.lexicon.weights import probabilities, read_weights
from tests.core.actors.staged import names_in, stage
from tests.core.language.bracketed import read


def asked(marked: str) -> dict[str, dict[str, dict[str, float]]]:
    """For each description of a bracketed text, the facts about everybody who may be meant, by the name's words."""
    doc = read(marked, "de")
    parsed, findings = doc._.parsed_text, doc._.findings
    said = [span for finding in findings if finding.type is QuoteType.DIRECT for span in finding.spans]
    speakers = [finding.speaker_words for finding in findings]
    found, mentions = questions(parsed, names_in(marked), speakers, said)
    names = {m.actor: parsed.text[m.start : m.end] for m in mentions if m.form is Form.NAME}
    return {
        parsed.text[slice(*question.spans[0])]: {
            names.get(option, option): dict(facts)
            for option, facts in zip(question.options, question.facts, strict=True)
        }
        for question in found
    }


def test_everybody_of_that_sex_comes_into_question_and_somebody_else():
    options = asked("[PER Ada Lind] traf [PER Karl Berg] und [PER Ute Holm]. Die Hausmeisterin schwieg.")
    assert set(options["Die Hausmeisterin"]) == {SOMEBODY_ELSE, "Ada Lind", "Ute Holm"}


@pytest.mark.parametrize(
    "text",
    [
        "Gestern hat [PER Bo Berg] den Hausmeister gelobt.",
        "[PER Bo Berg] kam. Sein Hausmeister schwieg.",
        "[PER Bo Berg] (44) kam. Ein 63 Jahre alter Hausmeister schwieg.",
        "Anwalt [PER Bo Berg] sprach. Sein Mandant schwieg.",
        "Hafendirektor [PER Bo Berg] ging. Dann kam der Direktor des Museums.",
    ],
)
def test_some_cannot_be_meant(text):
    (options,) = asked(text).values()
    assert set(options) == {SOMEBODY_ELSE}


def test_facts_of_who_is_named_later():
    options = asked("Der Bademeister hat gewonnen.\n[PER Bo Berg], 44, lachte. [PER Uwe Lenz] auch.")
    facts = options["Der Bademeister"]
    assert facts["Bo Berg"].keys() >= {"named later", "named later, next", "named later, aged"}
    assert not facts["Uwe Lenz"].keys() & {"named later, next", "named later, aged"}
    assert not facts[SOMEBODY_ELSE].keys() & facts["Bo Berg"].keys()


def test_facts_of_offices():
    options = asked("Richter [PER Bo Berg] kam. Später ging [PER Uwe Lenz]. Der Richter winkte.")
    facts = options["Der Richter"]
    assert "same noun" in facts["Bo Berg"]
    assert "office of another" in facts["Uwe Lenz"]
    assert "else, some alike" in facts[SOMEBODY_ELSE]


def test_who_is_told_of_before_the_name_is_that_person():
    text = (
        "Die Brückenwärterin gibt nicht auf\n[PER Ada Lind], 58, hat gestern geklagt. [PER Ada Lind] lachte."
    )
    assert stage(text).mentioned("Ada Lind", Form.NOMINAL) == ["Die Brückenwärterin"]


def test_somebody_else_is_nobody_named():
    text = "Richter [PER Bo Berg] kam.\nEin Gärtner grub um. Dann ging der Gärtner, ein Freund des Hauses."
    assert stage(text).mentioned("Bo Berg", Form.NOMINAL) == []


def test_the_shipped_weights_are_about_facts_that_are_there():
    weights = read_weights(WEIGHTS)
    likely = probabilities(({"else": 1.0}, {"named before, up to 1": 1.0, "same noun": 1.0}), weights)
    assert likely[1] > likely[0]


def test_whoever_belongs_to_somebody_described_is_not_that_person():
    found = analyze(
        "Prozess in Husum\n\nDer 34-Jährige schwieg. Sein Verteidiger Götz Prahl forderte Freispruch.\n"
    )
    actors = {actor.name: actor for actor in found.analysis.actors}
    assert actors["der 34-Jährige"].age == 34
    assert actors["Götz Prahl"].age is None
