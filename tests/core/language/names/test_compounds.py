import pytest

from tests.core.language.names.marked import group, names, run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Venezuela-Diktator schwieg.", [("Venezuela-Diktator", "LOC")]),
        ("Die SPD-Chefin und der Ex-CDU-Mann gingen.", [("SPD-Chefin", "ORG"), ("Ex-CDU-Mann", "ORG")]),
        ("Der Syrienkrieg dauert.", [("Syrienkrieg", "LOC")]),
        ("[PER Ada Lind] kam. Eine Lind-Vertraute ging.", [("Lind-Vertraute", "PER")]),
        ("Der [ORG Kap Kurier] irrt. Ein Kap-Kurier-Bericht fehlt.", [("Kap-Kurier-Bericht", "ORG")]),
        ("Baden-Württemberg und die U-Bahn wachsen.", []),
        ("Die Polenta in [LOC Berlin-Mitte] ist heiß.", []),
    ],
)
def test_compounds_hold_a_name_as_a_part(text, expected):
    assert [
        part for part in group(run("lesart_compounds", text), "part") if part[0] != "Berlin-Mitte"
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die russische Armee und der deutsch-polnische Rat.", ["russische", "deutsch-polnische"]),
        ("Er sprach US-amerikanisches Englisch, sie russisch.", ["US-amerikanisches"]),
        ("Die Ukrainer und eine Italienerin kamen.", ["Ukrainer", "Italienerin"]),
        ("Im Berliner Rathaus aß er Berliner.", ["Berliner"]),
        ("In [LOC Bremen] ging der Bremer Senat.", ["Bremer"]),
        ("Die Koreanische Halbinsel.", ["Koreanische"]),
    ],
)
def test_words_made_from_places_are_derived(text, expected):
    assert group(run("lesart_compounds", text), "derived") == [(word, "LOC") for word in expected]


def test_a_compound_that_was_taken_for_a_name_is_none():
    doc = run("lesart_compounds", "Der [MISC Venezuela-Präsident] kam.")
    assert names(doc) == []
    assert group(doc, "part") == [("Venezuela-Präsident", "LOC")]


def test_within_a_name_nothing_is_found():
    doc = run("lesart_compounds", "Die [ORG Deutsche Bank] und die [ORG Russische Eisenbahn] bauen.")
    assert group(doc, "derived") == []
    assert len(doc.ents) == 2
