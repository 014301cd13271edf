import pytest

from core.language.lemmatizer.verbs import infinitive, verb_lemma

PART, INF = {"VerbForm": "Part"}, {"VerbForm": "Inf"}
PRES = {"VerbForm": "Fin", "Tense": "Pres", "Mood": "Ind", "Person": "3"}
PAST = {"VerbForm": "Fin", "Tense": "Past", "Mood": "Ind", "Person": "3"}


@pytest.mark.parametrize(
    ("form", "features", "lemma"),
    [
        ("schüttelt", PRES, "schütteln"),
        ("lieferte", PAST, "liefern"),
        ("äußerten", PAST, "äußern"),
        ("spielt", PRES, "spielen"),
        ("feierte", PAST, "feiern"),
        ("kopierte", PAST, "kopieren"),
        ("beschwerte", PAST, "beschweren"),
        ("überquert", PRES, "überqueren"),
        ("redete", PAST, "reden"),
        ("öffnet", PRES, "öffnen"),
        ("handle", PRES, "handeln"),
        ("befanden", PAST, "befinden"),
        ("stünden", PAST, "stehen"),
        ("vernommen", PART, "vernehmen"),
        ("aufgekommen", PART, "aufkommen"),
        ("angekündigt", PART, "ankündigen"),
        ("eingeliefert", PART, "einliefern"),
        ("aufgebessert", PART, "aufbessern"),
        ("angehörte", PAST, "angehören"),
        ("abgelöste", PAST, "ablösen"),
        ("genehmigt", PART, "genehmigen"),
        ("generiert", PART, "generieren"),
        ("anzukündigen", INF, "ankündigen"),
        ("hinzuziehen", INF, "hinzuziehen"),
        ("Gestartet", PART, "starten"),
        ("retten", INF, "retten"),
        ("retteten", PAST, "retten"),
        ("mußte", PAST, "müssen"),
        ("erfaßt", PART, "erfassen"),
    ],
)
def test_infinitives(form, features, lemma):
    assert verb_lemma(form, features) == lemma


@pytest.mark.parametrize("form", ["tot", "x", "1.", "has'", "gesotten", "unterwegs"])
def test_what_the_rules_do_not_know_they_leave(form):
    assert verb_lemma(form, PART) is None


@pytest.mark.parametrize(
    ("stem", "verb"), [("lehr", "lehren"), ("verdauer", "verdauern"), ("hinder", "hindern")]
)
def test_verbs_in_ern_have_two_syllables(stem, verb):
    assert infinitive(stem) == verb
