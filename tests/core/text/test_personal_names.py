import pytest

from core.text.personal_names import compatible, organisation_key, read_name, without_genitive


@pytest.mark.parametrize(
    ("text", "parts", "surnames"),
    [
        ("Ada Lind", ("ada",), ("lind",)),
        ("Henk van der Merwe", ("henk",), ("van der merwe", "merwe")),
        ("Baschar al-Assad", ("baschar",), ("al-assad", "assad")),
        ("Lind", (), ("lind",)),
        ("Anna Müller‑Lenz", ("anna",), ("muller-lenz",)),
    ],
)
def test_reading_a_name(text, parts, surnames):
    name = read_name(text)
    assert (name.parts, name.surnames) == (parts, surnames)


@pytest.mark.parametrize(
    ("text", "base"), [("Linds", "Lind"), ("Hans'", "Hans"), ("Lind’s", "Lind"), ("Berg", None), ("As", None)]
)
def test_genitives(text, base):
    assert without_genitive(text) == base


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Lind", "Ada Lind", True),
        ("Ada Lind", "A. Lind", True),
        ("Ada Lind", "Bo Lind", False),
        ("Ada Lind", "Ada Berg", False),
        ("Karl-Heinz Lind", "Karl Lind", True),
        ("Ada Maria Lind", "Ada Lind", True),
    ],
)
def test_who_can_be_the_same(one, other, same):
    assert compatible(read_name(one), read_name(other)) is same


def test_adjective_endings_in_names_of_bodies_do_not_matter():
    assert (
        organisation_key("Weißes Haus") == organisation_key("Weißen Haus") == organisation_key("Weiße Haus")
    )
    assert organisation_key("Rotes Kreuz") != organisation_key("Rotes Haus")
