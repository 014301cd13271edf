import pytest

from core.lexicon.inflection import PrincipalParts, VerbForm, english_forms, german_forms
from core.lexicon.lexicon import load_lexicon
from core.lexicon.world import role_stem
from core.locations import ASSETS
from core.text.tables import LANGUAGES


@pytest.mark.parametrize(
    ("verb", "particle", "form", "kind"),
    [
        (PrincipalParts("sagen"), "", "sagte", VerbForm.PAST),
        (PrincipalParts("sagen"), "", "gesagt", VerbForm.PARTICIPLE),
        (PrincipalParts("sagen"), "", "sage", VerbForm.SUBJUNCTIVE),
        (PrincipalParts("antworten"), "", "antwortet", VerbForm.PRESENT),
        (PrincipalParts("antworten"), "", "geantwortet", VerbForm.PARTICIPLE),
        (PrincipalParts("kündigen"), "an", "kündigte", VerbForm.PAST),
        (PrincipalParts("kündigen"), "an", "ankündigte", VerbForm.PAST),
        (PrincipalParts("kündigen"), "an", "angekündigt", VerbForm.PARTICIPLE),
        (PrincipalParts("kündigen"), "an", "anzukündigen", VerbForm.TO_INFINITIVE),
        (PrincipalParts("bestätigen"), "", "bestätigt", VerbForm.PARTICIPLE),
        (PrincipalParts("kritisieren"), "", "kritisiert", VerbForm.PARTICIPLE),
        (PrincipalParts("ändern"), "", "änderte", VerbForm.PAST),
        (PrincipalParts("rechnen"), "", "rechnet", VerbForm.PRESENT),
        (PrincipalParts("wohnen"), "", "wohnt", VerbForm.PRESENT),
        (PrincipalParts("sprechen", "spricht", "sprach", "gesprochen"), "", "sprachen", VerbForm.PAST),
    ],
)
def test_german_forms(verb, particle, form, kind):
    assert kind in german_forms(verb, particle)[form]


def test_english_forms():
    forms = english_forms(PrincipalParts("deny"))
    assert VerbForm.PAST in forms["denied"]
    assert VerbForm.PRESENT in forms["denies"]
    assert VerbForm.PARTICIPLE in english_forms(PrincipalParts("write", None, "wrote", "written"))["written"]


@pytest.mark.parametrize(
    "word", ["sei", "habe", "gehe", "verlange", "informiere", "käme", "stünde", "solle", "brüte", "verhafte"]
)
def test_konjunktiv_is_recognised(word):
    assert load_lexicon("de").is_subjunctive(word)


@pytest.mark.parametrize(
    "word", ["ist", "hatte", "ging", "sagte", "reiche", "bitte", "eine", "haben", "wollte"]
)
def test_other_forms_are_no_konjunktiv(word):
    assert not load_lexicon("de").is_subjunctive(word)


@pytest.mark.parametrize(
    ("noun", "gender"),
    [("US-Präsidenten", "m"), ("Hafenministerin", "f"), ("Vize-Außenminister", "m"), ("Expertin", "f")],
)
def test_compounds_and_cases_of_roles(noun, gender):
    role = load_lexicon("de").role(noun)
    assert role is not None
    assert role.gender == gender


@pytest.mark.parametrize("noun", ["Haus", "Wetter", "Vorrat", "minister"])
def test_other_nouns_are_no_roles(noun):
    assert load_lexicon("de").role(noun) is None


def test_the_dictionary_form_of_a_role():
    assert load_lexicon("de").role_noun("Präsidenten") == "Präsident"


@pytest.mark.parametrize(
    ("form", "masculine"),
    [("Verurteilten", "Verurteilter"), ("Verletzte", "Verletzter"), ("Delegierte", "Delegierter")],
)
def test_nouns_declined_like_adjectives_have_one_stem(form, masculine):
    assert role_stem(form) == role_stem(masculine)


def test_bodies_that_speak():
    lexicon = load_lexicon("de")
    assert lexicon.is_body("Polizei")
    assert lexicon.is_body("Finanzministerium")
    assert not lexicon.is_body("Regen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_says_what_it_is_and_where_it_comes_from(language):
    for table in sorted((ASSETS / "lexicon" / language).glob("*.tsv")):
        lines = table.read_text(encoding="utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        assert any("Source:" in line for line in head), table
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        assert len({len(row) for row in rows}) == 1, f"{table}: rows of different lengths"


def test_an_unknown_language_is_read_with_the_english_tables():
    assert load_lexicon("nl").language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["words.tsv", "lists.tsv"])
def test_each_class_of_words_has_one_row(language: str, table: str) -> None:
    """The later of two rows would hide the other."""
    rows = (ASSETS / "lexicon" / language / table).read_text(encoding="utf-8").splitlines()
    names = [row.split("\t")[0] for row in rows if "\t" in row and not row.startswith("#")]
    assert sorted(names) == sorted(set(names))
