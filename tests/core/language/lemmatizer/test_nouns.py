import pytest

from core.language.lemmatizer.nouns import name_lemma, noun_lemma

KNOWN = {"Angaben": "Angabe", "Behörden": "Behörde"}


def features(gender: str, case: str, number: str) -> dict[str, str]:
    return {"Gender": gender, "Case": case, "Number": number}


@pytest.mark.parametrize(
    ("form", "told", "lemma"),
    [
        ("Terroranschläge", features("Masc", "Nom", "Plur"), "Terroranschlag"),
        ("Sicherheitskräften", features("Fem", "Dat", "Plur"), "Sicherheitskraft"),
        ("Gespräche", features("Neut", "Acc", "Plur"), "Gespräch"),
        ("Krankenhäusern", features("Neut", "Dat", "Plur"), "Krankenhaus"),
        ("Sicherheitsbehörden", features("Fem", "Nom", "Plur"), "Sicherheitsbehörde"),
        ("Polizeiangaben", features("Fem", "Dat", "Plur"), "Polizeiangabe"),
        ("Verhandlungen", features("Fem", "Dat", "Plur"), "Verhandlung"),
        ("Frauen", features("Fem", "Nom", "Plur"), "Frau"),
        ("Grenzen", features("Fem", "Nom", "Plur"), "Grenze"),
        ("Karten", features("Fem", "Nom", "Plur"), "Karte"),
        ("Besuchern", features("Masc", "Dat", "Plur"), "Besucher"),
        ("Terroristen", features("Masc", "Nom", "Plur"), "Terrorist"),
        ("Kunden", features("Masc", "Dat", "Plur"), "Kunde"),
        ("Türken", features("Masc", "Nom", "Plur"), "Türke"),
        ("Kraftstoffen", features("Masc", "Dat", "Plur"), "Kraftstoff"),
        ("Verletzten", features("Masc", "Dat", "Plur"), "Verletzte"),
        ("Absturzes", features("Masc", "Gen", "Sing"), "Absturz"),
        ("Geländes", features("Neut", "Gen", "Sing"), "Gelände"),
        ("Virus", features("Neut", "Gen", "Sing"), "Virus"),
        ("Bilanzen", features("Masc", "Nom", "Plur"), "Bilanz"),
        ("Biologen", features("Masc", "Nom", "Plur"), "Biologe"),
        ("Teams", features("Neut", "Nom", "Plur"), "Team"),
        ("Behörde", features("Masc", "Nom", "Sing"), "Behörde"),
        ("These", features("Fem", "Acc", "Sing"), "These"),
        ("Nachbeben", features("Neut", "Nom", "Sing"), "Nachbeben"),
        ("US-Truppen", {}, "US-Truppen"),
        ("US-Behörden", {}, "US-Behörde"),
    ],
)
def test_dictionary_forms(form, told, lemma):
    assert noun_lemma(form, told, KNOWN, form) == lemma


def test_what_was_learned_counts_where_no_rule_tells():
    assert noun_lemma("Kreise", {}, {}, "Kreise") == "Kreis"
    assert noun_lemma("Docke", {}, {}, "Dock") == "Dock"
    assert noun_lemma("Docke", {}, {}, "docke") == "Docke"
    assert noun_lemma("Missgeschick", {}, {}, "Missgeschicken") == "Missgeschick"
    assert noun_lemma("Verletzten", {}, {}, "Verletzt") == "Verletzte"


def test_names_lose_the_ending_of_a_genitive():
    genitive = {"Case": "Gen"}
    assert name_lemma("Norwegens", genitive, "Norwegens") == "Norwegen"
    assert name_lemma("Chinas", genitive, "Chinas") == "China"
    assert name_lemma("Paris", genitive, "Paris") == "Paris"
    assert name_lemma("Marx", genitive, "Marx") == "Marx"
    assert name_lemma("Sharks", {"Case": "Nom"}, "sharks") == "Sharks"
