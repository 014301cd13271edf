import pytest

from tests.core.actors.staged import stage


@pytest.mark.parametrize(
    "text",
    [
        "Sie winkte an Bord von [ORG Sky Lark One].",
        "Die Fähre „[LOC Sankt Helga]“ sank.",
        "Das Motorboot [PER Vicky] sank.",
        "Der Kahn, auf den Namen „[PER Hanne]“ getauft, sank.",
        "Die „[LOC Sankt Helga]“ war auf dem Weg.",
        "Das Bier heißt „Alter [PER Rudi]“ und ist bitter.",
        "Es lief gut.\nFoto: [PER Lena Brandt]/[ORG dpa]",
    ],
)
def test_names_of_nobody(text):
    assert stage(text).names() == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sie schrieb der „[ORG Hafenpost]“.", ["Hafenpost"]),
        ("An Bord war auch [PER Ada Lind].", ["Ada Lind"]),
        ("„[PER Ada] kam“, sagte [PER Bo Berg].", ["Ada", "Bo Berg"]),
        ("Die Fähre „[LOC Sankt Helga]“ sank. [LOC Kiel] trauert.", ["Kiel"]),
        ("Der „[PER Lind]“ hielt nicht. Dann kam [PER Ada Lind], und [PER Lind] lachte.", ["Ada Lind"]),
    ],
)
def test_names_of_somebody(text, names):
    assert stage(text).names() == names
