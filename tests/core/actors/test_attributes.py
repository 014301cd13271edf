import pytest

from tests.core.actors.staged import stage


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("[PER Ada Lind] (63) kam.", 63),
        ("[PER Ada Lind] (5) spielte.", 5),
        ("[PER Ada Lind] (44, parteilos) kam.", 44),
        ("Die 44-jährige [PER Ada Lind] kam.", 44),
        ("Die 44-jährige Ministerin [PER Ada Lind] kam.", 44),
        ("[PER Ada Lind], 58, kam.", 58),
        ("[PER Ada Lind], inzwischen 58, kam.", 58),
        ("[PER Ada Lind], die 58 Boote hat, kam.", None),
        ("[PER Ada Lind] (1958) kam.", None),
        ("[PER Ada Lind] (215) kam.", None),
        ("[PER Ada Lind] kam mit 63 Booten.", None),
        ("Die [ORG Kapwerft] (63) und [PER Ada Lind] kamen.", None),
        ("[PER Lind] kam. Später ging [PER Ada Lind] (63).", 63),
    ],
)
def test_ages(text, age):
    assert stage(text).actor("Ada Lind").age == age


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Hafenministerin [PER Ada Lind] kam.", ("Hafenministerin",)),
        ("Der russische General [PER Ada Lind] kam.", ("russischer General",)),
        ("Er traf den französischen Präsidenten [PER Ada Lind].", ("französischer Präsident",)),
        ("[PER Ada Lind], Senatorin aus Bremen, kam.", ("Senatorin aus Bremen",)),
        ("[PER Ada Lind], Chefin der Werft „Nord“, kam.", ("Chefin der Werft „Nord“",)),
        ("Die Wirtin der Bar „Wir bleiben“, [PER Ada Lind], kam.", ("Wirtin der Bar „Wir bleiben“",)),
        ("[PER Ada Lind] (48), Chefin der Werft, kam.", ("Chefin der Werft",)),
        ("[PER Ada Lind], die Chefin der Werft, kam.", ("Chefin der Werft",)),
        ("Die Vorsitzende des Verbandes, [PER Ada Lind], kam.", ("Vorsitzende des Verbandes",)),
        ("Experte Dr. [PER Ada Lind] kam.", ("Experte",)),
        ("Der frühere Präsident des Verbandes, [PER Ada Lind], kam.", ("früherer Präsident des Verbandes",)),
        ("[PER Ada Lind], die frühere Chefin der Werft, kam.", ("frühere Chefin der Werft",)),
        ("[PER Ada Lind], zugleich Trainerin, kam.", ("Trainerin",)),
        ("[PER Ada Lind], Chefin der Werft seit 2019, kam.", ("Chefin der Werft",)),
        ("[PER Ada Lind], der den Rentner seit Mai pflegt, kam.", ()),
        ("Seine Tochter [PER Ada Lind] kam.", ()),
        ("[PER Ada Lind], Tochter des Reeders, kam.", ("Tochter des Reeders",)),
        ("Die französische Boule-Legende [PER Ada Lind] kam.", ("französische Boule-Legende",)),
        ("Der Verein, dessen Präsident [PER Ada Lind] kam.", ("Präsident",)),
        ("Sein Amtskollege [PER Ada Lind] kam.", ()),
        ("Frau [PER Ada Lind] kam.", ()),
        ("[PER Ada Lind], die seit Jahren warnt, kam.", ()),
        ("[PER Ada Lind] kam mit dem Boot.", ()),
        ("[PER Ada Lind], Jon und der Hund kamen.", ()),
        ("Reeder und Fischer sahen [PER Ada Lind].", ()),
    ],
)
def test_roles(text, roles):
    assert stage(text).actor("Ada Lind").roles == roles


def test_roles_gather_over_all_mentions_once_each():
    staged = stage("Ministerin [PER Ada Lind] kam. Ministerin [PER Lind] ging. Reederin [PER Lind] blieb.")
    assert staged.actor("Ada Lind").roles == ("Ministerin", "Reederin")


def test_a_mans_office_is_told_as_a_mans():
    staged = stage("Der dänische Abgeordnete [PER Jens Berg] kam.")
    assert staged.actor("Jens Berg").roles == ("dänischer Abgeordneter",)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Die Vorsitzende der Bürgerliste, [PER Nuru Obi], kam.", "Vorsitzende der Bürgerliste"),
        ("Mit der Vorsitzenden der Bürgerliste, [PER Nuru Obi], sprach er.", "Vorsitzende der Bürgerliste"),
        ("Der Vorsitzende der Bürgerliste, [PER Nuru Obi], kam.", "Vorsitzender der Bürgerliste"),
        ("Dem Vorsitzenden der Bürgerliste, [PER Nuru Obi], half er.", "Vorsitzender der Bürgerliste"),
        ("[PER Nuru Obi], Vorsitzende der Bürgerliste, kam.", "Vorsitzende der Bürgerliste"),
        ("[PER Nuru Obi], Vorsitzender der Bürgerliste, kam.", "Vorsitzender der Bürgerliste"),
        ("Die frühere Sachverständige [PER Ife Obi] kam.", "frühere Sachverständige"),
        ("Der frühere Sachverständige [PER Ife Obi] kam.", "früherer Sachverständiger"),
    ],
)
def test_article_and_ending_tell_whether_an_office_is_a_womans(text, role):
    name = "Nuru Obi" if "Nuru" in text else "Ife Obi"
    assert stage(text).actor(name).roles == (role,)
