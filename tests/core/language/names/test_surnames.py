from tests.core.language.names.marked import names, run


def test_a_surname_alone_is_a_person_everywhere():
    doc = run("lesart_surnames", "[PER Ada Brandt] kam. Am Abend ging Brandt. [ORG Brandts] Haus steht leer.")
    assert names(doc) == [("Ada Brandt", "PER"), ("Brandt", "PER"), ("Brandts", "PER")]


def test_a_place_behind_in_stays_a_place():
    doc = run("lesart_surnames", "[PER Ada Essen] lebt in [LOC Essen].")
    assert names(doc) == [("Ada Essen", "PER"), ("Essen", "LOC")]


def test_a_common_noun_is_no_surname():
    doc = run("lesart_surnames", "[PER Ada Richter] kam. Der Richter schwieg. Auch Richter gingen.")
    assert names(doc) == [("Ada Richter", "PER")]


def test_a_longer_name_is_left_alone():
    doc = run("lesart_surnames", "[PER Ada Brandt] kam zur [ORG Brandt Stiftung].")
    assert names(doc) == [("Ada Brandt", "PER"), ("Brandt Stiftung", "ORG")]


def test_without_a_full_name_nothing_is_added():
    assert names(run("lesart_surnames", "[PER Brandt] kam. Dann ging Brandt.")) == [("Brandt", "PER")]
