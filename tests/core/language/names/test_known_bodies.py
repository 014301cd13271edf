from tests.core.language.names.marked import names, run


def found(marked: str) -> list[tuple[str, str]]:
    return names(run("lesart_known_bodies", marked))


def test_a_known_body_of_common_words_is_found():
    assert found("Reporter ohne Grenzen und das Rote Kreuz warnen.") == [
        ("Reporter ohne Grenzen", "ORG"),
        ("Rote Kreuz", "ORG"),
    ]


def test_it_is_a_body_whatever_the_network_says():
    assert found("Helfer vom [LOC Roten Kreuz] kamen, auch [PER Brot] für die Welt.") == [
        ("Roten Kreuz", "ORG"),
        ("Brot für die Welt", "ORG"),
    ]


def test_a_longer_name_with_it_stays():
    assert found("Das [ORG Komitee vom Roten Kreuz] tagt, [PER Ada Lind] auch.") == [
        ("Komitee vom Roten Kreuz", "ORG"),
        ("Ada Lind", "PER"),
    ]


def test_the_adjective_of_a_country_belongs_to_it():
    assert found("Das Mährische Rote Kreuz half.") == [("Mährische Rote Kreuz", "ORG")]


def test_common_words_and_names_of_one_word_are_left_alone():
    assert found("Ein rotes Kreuz, Brot für alle, Die Grünen und der Bundestag.") == []


def test_a_word_by_which_only_a_body_is_called_is_no_person():
    assert found("[PER Ryanair] klagt, auch [LOC Lidls] Anwalt. Unicef hilft.") == [
        ("Ryanair", "ORG"),
        ("Lidls", "ORG"),
        ("Unicef", "ORG"),
    ]


def test_a_longer_name_and_somebody_with_such_a_surname_stay():
    marked = "[PER Ada Fresenius] kam. [PER Fresenius] ging zu [ORG Aldi Nord], nicht in die Lidl-Filiale."
    assert found(marked) == [("Ada Fresenius", "PER"), ("Fresenius", "PER"), ("Aldi Nord", "ORG")]


def test_a_persons_name_with_the_sign_for_and_is_a_firms():
    assert found("[PER Lind & Berg] prüft das.") == [("Lind & Berg", "ORG")]


def test_a_place_that_is_called_like_a_body_stays_one():
    assert found("[PER Werder] siegt. In [LOC Werder] regnet es.") == [("Werder", "ORG"), ("Werder", "LOC")]


def test_english_has_words_and_names_of_its_own():
    marked = "[PER Tesco] said so, [LOC Hamas] did not. Just Stop Oil and [PER Ada Tesco Hart] left."
    assert names(run("lesart_known_bodies", marked, language="en")) == [
        ("Tesco", "ORG"),
        ("Hamas", "ORG"),
        ("Just Stop Oil", "ORG"),
        ("Ada Tesco Hart", "PER"),
    ]
