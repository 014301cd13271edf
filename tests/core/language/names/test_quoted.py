import pytest

from tests.core.language.names.marked import names, run


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Das sagte er dem „[ORG Kap] Kurier“ gestern.", [("Kap", "ORG")]),
        ("Das sagte er dem „[ORG Täglichen Kap] Kurier“.", [("Täglichen Kap Kurier", "ORG")]),
        ("Sie sah „[MISC Der lange] Weg“ im Kino.", [("Der lange", "MISC")]),
        ("[ORG Reederei „Nordlicht] Linien“ schließt.", [("Reederei", "ORG")]),
        ("Er gilt als „[MISC Wunderkind]“ der Liga.", []),
        ("Zum „[MISC Pfand]“ wurde der Hafen.", []),
        ("Sie verlangt „[MISC freies Geleit]“ für alle.", []),
        ("Sie fährt zur „[MISC documenta 12]“ nach Kassel.", [("documenta 12", "MISC")]),
        ("Der Film „[MISC Windstille]“ läuft heute.", [("Windstille", "MISC")]),
        ("Ein Satz: „[PER Lind] kommt bald zu uns zurück, sagt er.“", [("Lind", "PER")]),
        ("„[PER Ada] Lind“ stand auf dem Schild.", [("Ada", "PER")]),
    ],
)
def test_names_fit_their_marks(marked, expected):
    assert names(run("lesart_quoted_names", marked)) == expected


def test_what_stands_in_marks_behind_a_noun_for_a_vehicle_is_its_name():
    doc = run(
        "lesart_quoted_names",
        "Der Öltanker „[PER Ada Lind]“ brennt. Die „[ORG Ada Lind]“ und „[LOC Husum]“ sinken.",
    )
    assert names(doc) == [("Ada Lind", "MISC"), ("Ada Lind", "MISC"), ("Husum", "LOC")]


def test_a_ship_that_the_network_overlooks_is_found_in_its_marks():
    assert names(
        run("lesart_quoted_names", "Die Fregatte „Ostsee“ und das Boot „bald wieder da“ liegen fest.")
    ) == [("Ostsee", "MISC")]
