import pytest

from tests.core.language.names.marked import group, names, run


@pytest.mark.parametrize(
    ("marked", "name", "title"),
    [
        ("[PER Bundeskanzlerin Ada Lind] kam.", "Ada Lind", "Bundeskanzlerin"),
        ("Gestern kam [PER Dr. Jon Varga] an.", "Jon Varga", "Dr."),
        ("Prof. Dr. [PER Jon Varga] kam.", "Jon Varga", "Prof. Dr."),
        ("Die SPD-Chefin [PER Ada Lind] kam.", "Ada Lind", "SPD-Chefin"),
        ("Es kam [PER Graf von Lind].", "Graf von Lind", None),
        ("Es kam [PER Ada Lind].", "Ada Lind", None),
    ],
)
def test_the_name_stands_without_its_title(marked, name, title):
    doc = run("lesart_titles", marked)
    assert names(doc) == [(name, "PER")]
    assert doc.ents[0]._.lesart_title == title
    assert group(doc, "titles") == ([(title, "TITLE")] if title else [])


def test_a_name_that_is_a_word_for_an_office_stays():
    assert names(run("lesart_titles", "Dann kam [PER Kaiser] ins Büro.")) == [("Kaiser", "PER")]


def test_an_organisation_keeps_its_words():
    assert names(run("lesart_titles", "Die [ORG Präsident Werke] schließen.")) == [("Präsident Werke", "ORG")]
