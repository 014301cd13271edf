import pytest

from core.analysis.analysis import ActorKind
from core.text.personal_names import sounds, spelling
from tests.core.actors.staged import stage


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dejan Petrović", "Petrovic"),
        ("Cem Yılmaz", "Yilmaz"),
        ("Gesine Böhm", "Boehm"),
        ("Anna Weiß", "Weiss"),
        ("Oleh Selenskyj", "Zelensky"),
        ("Aleksandr Kusnezow", "Alexander Kusnezow"),
        ("Aleksandr Kusnezow", "A. Kusnezow"),
        ("Donald J. Lind", "Donald Lind"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert len(stage(f"[PER {one}] kam. [PER {other}] ging.").names()) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hans Mauer", "Hans Bauer"),
        ("Ada Lind", "Ida Lind"),
        ("Jan Berg", "Jon Berg"),
        ("Uwe Maier", "Ute Meyer"),
    ],
)
def test_two_names_stay_two(one, other):
    assert len(stage(f"[PER {one}] kam. [PER {other}] ging.").names()) == 2


def test_spelling_and_sound():
    assert spelling("Müller") == spelling("Mueller")
    assert sounds("Gorbatschow") == sounds("Gorbachev")
    assert sounds("Schmidt") != sounds("Schmitz")


def test_families_are_groups():
    staged = stage(
        "Die Familie [PER Lind] bleibt. [PER Ada Lind] kam. Die [PER Linds] feiern. [PER Linds] Boot sank."
    )
    assert [(a.name, a.kind) for a in staged.resolution.actors] == [
        ("Familie Lind", ActorKind.GROUP),
        ("Ada Lind", ActorKind.PERSON),
    ]
    assert staged.mentioned("Familie Lind") == ["Familie Lind", "Linds"]
    assert staged.mentioned("Ada Lind") == ["Ada Lind", "Linds"]


def test_a_surname_in_s_has_its_family_too():
    staged = stage("[PER Bo Voss] kam. Die [PER Vossens] feiern.")
    assert staged.names() == ["Bo Voss", "Vossens"]


def test_a_surname_alone_means_who_was_named_last_in_the_paragraph_else_who_came_first():
    staged = stage(
        "[PER Ada Lind] kam.\n[PER Bo Lind] ist ihr Nachbar. [PER Lind] schwieg.\nAm Abend sprach [PER Lind]."
    )
    assert staged.mentioned("Bo Lind") == ["Bo Lind", "Lind"]
    assert staged.mentioned("Ada Lind") == ["Ada Lind", "Lind"]


def test_a_relative_does_not_take_the_surname_over():
    staged = stage("[PER Ada Lind] kam. [PER Lind] sang. Ihr Vater [PER Bo Lind] pfiff. [PER Lind] lachte.")
    assert staged.mentioned("Ada Lind") == ["Ada Lind", "Lind", "Lind"]


def test_a_title_tells_which_of_two_is_meant():
    staged = stage("[PER Ada Lind] kam mit [PER Uwe Lind]. Frau [PER Lind] sprach. Herr [PER Lind] schwieg.")
    assert staged.mentioned("Ada Lind") == ["Ada Lind", "Lind"]
    assert staged.mentioned("Uwe Lind") == ["Uwe Lind", "Lind"]


def test_a_surname_shared_by_several_is_a_guess():
    staged = stage(
        "[PER Ada Lind] kam mit [PER Bo Lind]. [PER Lind] sprach. [PER Uwe Berg] kam. [PER Berg] ging."
    )
    sure = {staged.text[m.start : m.end]: m.confidence for m in staged.resolution.mentions}
    assert sure["Lind"] < 1
    assert sure["Berg"] == 1


def test_forms_of_a_saints_name_are_one_person():
    staged = stage("[PER Laurentius] wird im August gefeiert. [PER Lorenz] heißt er im Dorf.")
    assert staged.names() == ["Laurentius"]


def test_other_forms_of_a_first_name_are_not_one_person_where_one_has_a_surname():
    staged = stage("[PER Lorenz] kam. [PER Laurenz Lind] ging. [PER Laurentius] blieb.")
    assert "Laurenz Lind" in staged.names()
