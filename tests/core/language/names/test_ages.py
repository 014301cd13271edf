import pytest

from tests.core.language.names.marked import group, names, run


def test_an_age_is_bound_to_the_name_before_it():
    doc = run("lesart_ages", "Dort traf [PER Ada Lind] (58) den Reeder [PER Varga] (101, parteilos).")
    assert [(ent.text, ent._.lesart_age) for ent in doc.ents] == [("Ada Lind", 58), ("Varga", 101)]
    assert group(doc, "ages") == [("58", "AGE"), ("101", "AGE")]


@pytest.mark.parametrize("bracket", ["(2019)", "(130)", "(3:1)", "(CDU)", "(58", "58"])
def test_other_brackets_hold_no_age(bracket):
    doc = run("lesart_ages", f"Dort traf [PER Ada Lind] {bracket} ein.")
    assert doc.ents[0]._.lesart_age is None
    assert group(doc, "ages") == []


def test_what_has_an_age_is_a_person():
    assert names(run("lesart_ages", "Es kam [ORG Ada Lind] (58).")) == [("Ada Lind", "PER")]
    assert names(run("lesart_ages", "Es kam Minister [LOC Lindau] (58).")) == [("Lindau", "PER")]
    assert names(run("lesart_ages", "Es kam [ORG FC Lindau] (58).")) == [("FC Lindau", "ORG")]
