import pytest

from core.language.lemmatizer.adjectives import adjective_lemma


def features(degree: str, inflected: bool = True) -> dict[str, str]:
    return {"Degree": degree, **({"Case": "Nom"} if inflected else {})}


@pytest.mark.parametrize(
    ("form", "told", "lemma"),
    [
        ("italienischer", features("Pos"), "italienisch"),
        ("hohen", features("Pos"), "hoch"),
        ("sensiblen", features("Pos"), "sensibel"),
        ("teures", features("Pos"), "teuer"),
        ("schneller", features("Cmp", inflected=False), "schnell"),
        ("größeren", features("Cmp"), "groß"),
        ("besten", features("Sup"), "gut"),
        ("neueste", features("Sup"), "neu"),
        ("größten", features("Sup"), "groß"),
        ("blutigste", features("Sup"), "blutig"),
        ("Berliner", features("Pos"), "Berliner"),
        ("geöffnet", features("Pos", inflected=False), "geöffnet"),
    ],
)
def test_dictionary_forms(form, told, lemma):
    learned = "geöffneen" if form == "geöffnet" else form
    assert adjective_lemma(form, told, learned) == lemma


def test_a_learned_verb_stands_where_the_rules_for_verbs_agree():
    assert adjective_lemma("geplant", features("Pos", inflected=False), "planen") == "planen"
